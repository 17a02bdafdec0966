"""Schemathesis over the server's own OpenAPI document: no 5xx, and every answer is one that it tells of."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.load import Findings, scrape, short_form
from tests.serving import ROOT, Live, live

#: not `positive_data_acceptance`: a photo without a product is well-formed, and is refused
CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_headers_conformance", "response_schema_conformance", "unsupported_method",
)  # fmt: skip


def run(server: Live, found: Findings, arguments: list[str], checks: tuple[str, ...], hooks: bool) -> None:
    """One run of the tool, in a process of its own."""
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", f"{server.url}/openapi.json", "--no-color",
        "--seed", "1", "--checks", ",".join(checks), *arguments,
    ]  # fmt: skip
    path = os.pathsep.join([str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    environ = os.environ | {"PYTHONPATH": path}
    if hooks:
        environ["SCHEMATHESIS_HOOKS"] = "tests.schema_hooks"
    done = subprocess.run(command, cwd=server.log.parent, env=environ, capture_output=True, text=True)
    cases = re.search(r"(\d+) generated", done.stdout)
    found.say(f"{cases[1] if cases else 'no'} cases {'with real photos' if hooks else 'as they are made up'}")
    found.hold(done.returncode == 0 and cases is not None, done.stdout[-6000:] + done.stderr[-2000:])


def main() -> None:
    short = short_form(__doc__ or "")
    found = Findings("serve_schema")
    with (
        tempfile.TemporaryDirectory() as folder,
        live(Path(folder), generate_rate="", read_rate="", cpu_workers=1) as server,
    ):
        server.wait_ready()
        if short:
            run(
                server,
                found,
                ["--mode", "positive", "--phases", "fuzzing", "--max-examples", "40"],
                CHECKS,
                True,
            )
        else:
            most = ["--max-examples", "600"]
            run(server, found, ["--mode", "positive", *most], CHECKS, True)
            refused = (*CHECKS, "negative_data_rejection")
            run(server, found, ["--phases", "coverage"], refused, False)
            # files and made-up rubbish in one form are beyond the tool: "Unsupported type: 'Binary'"
            run(server, found, ["--exclude-path", "/generate", *most], refused, False)
        figures, log = scrape(server), server.log.read_text()
    counts: dict[str, float] = {}
    for name, value in figures.items():
        if name.startswith("http_requests_total") and "/generate" in name:
            status = name[-5:-2]
            counts[status] = counts.get(status, 0) + value
    found.say("/generate and /generate/url: " + ", ".join(f"{n:.0f} x {s}" for s, n in counts.items()))
    found.hold(not any(status.startswith("5") for status in counts), "a 5xx")
    found.hold(counts.get("200", 0) > 0, "nothing got as far as a picture")
    found.hold("Traceback" not in log, "a traceback in the log")
    found.end()


if __name__ == "__main__":
    main()
