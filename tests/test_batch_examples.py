"""The commands of examples/batch are commands of ours, and what runs them would take them."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bggen.cli import app
from tests.serving import ROOT

BATCH = ROOT / "examples" / "batch"
UNITS = ("bggen-batch.service", "bggen-batch.timer")


def cron(name: str = "bggen-batch.cron") -> str:
    """What cron gives to the shell: the one line with a time, after those that set variables."""
    lines = [line for line in (BATCH / name).read_text().splitlines() if line and not line.startswith("#")]
    *variables, line = lines
    assert all(re.fullmatch(r"[A-Z]+=\S+", variable) for variable in variables)
    fields = re.fullmatch(r"(?:[\d*/,-]+ ){5}(\w+) (.*)", line)
    assert fields and "%" not in fields[2]  # cron ends a command at a %
    return "".join(f"export {variable}; " for variable in variables) + fields[2]


def shards() -> str:
    return cron("bggen-batch-shards.cron")


def unit() -> str:
    found = re.search(r"^ExecStart=(.*)$", (BATCH / UNITS[0]).read_text(), re.M)
    assert found
    return found[1]


def workflow() -> str:
    steps = yaml.safe_load((BATCH / "workflow.yml").read_text())["jobs"]["scenes"]["steps"]
    return next(str(step["run"]) for step in steps if "bggen batch" in step.get("run", ""))


def container() -> dict[str, Any]:
    job = yaml.safe_load((BATCH / "job.yaml").read_text())
    return job["spec"]["template"]["spec"]["containers"][0]


def pod() -> str:
    return str(container()["args"][0])


def shell(command: str, index: int, folder: Path, ending: str = "") -> subprocess.CompletedProcess[str]:
    """A real shell reads the command, in a folder with photos; bggen tells its arguments, NUL after each."""
    tool = folder / "bin" / "bggen"
    tool.parent.mkdir(exist_ok=True)
    tool.write_text(f'#!/bin/sh\nfor word in "$@"; do printf "%s\\0" "$word"; done\n{ending}\n')
    tool.chmod(0o755)
    command = re.sub(r"(^|\s)(/opt/bggen/bin/)?bggen ", rf"\1{shlex.quote(str(tool))} ", command)
    command = command.replace("cd /srv/shop", f"cd {shlex.quote(str(folder))}")
    return subprocess.run(
        ["/bin/sh", "-c", command],
        env={"JOB_COMPLETION_INDEX": str(index), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def arguments(command: str, index: int, folder: Path) -> list[str]:
    """What bggen gets."""
    ran = shell(command, index, folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split("\0")[:-1]


@pytest.mark.parametrize("where", [cron, shards, unit, workflow, pod], ids=lambda where: where.__name__)
def test_its_command_is_one_of_ours(
    where: Any,
    tmp_path: Path,
    product_png: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "photos").mkdir()
    shutil.copy(product_png, tmp_path / "photos" / "mug.png")
    monkeypatch.chdir(tmp_path)
    words = arguments(where(), 0, tmp_path)
    assert words[0] == "batch"
    here = {"s3://shop/photos": "photos", "s3://shop/scenes": "scenes", "/state": "state", "16": "1"}
    words = [here.get(word, re.sub(r"^1/(3|16)$", "1/1", word)) for word in words]
    words = [word for word in words if word not in ("--quiet", "--json")]
    assert app([*words, "--dry-run", "--json"], standalone_mode=False) in (0, None)
    summary = json.loads(capsys.readouterr().out.splitlines()[-1])["summary"]
    assert summary["make"] == 1 and not (tmp_path / "scenes").exists()


def test_pods_share_the_whole_catalogue(tmp_path: Path) -> None:
    job = yaml.safe_load((BATCH / "job.yaml").read_text())["spec"]
    parts = [
        next(word for word in arguments(pod(), index, tmp_path) if re.fullmatch(r"\d+/\d+", word))
        for index in range(job["completions"])
    ]
    assert parts == [f"{number}/{len(parts)}" for number in range(1, len(parts) + 1)]
    assert job["completionMode"] == "Indexed" and job["template"]["spec"]["restartPolicy"] == "Never"
    rule = job["podFailurePolicy"]["rules"][0]["onExitCodes"]
    assert rule["containerName"] == container()["name"] and rule["values"] == [2]


def test_a_pod_ends_as_its_rules_know_it(tmp_path: Path) -> None:
    codes = [shell(pod(), 0, tmp_path, f"exit {code}").returncode for code in (0, 2, 3, 75)]
    assert codes == [0, 2, 0, 75]


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    tool = shutil.which("systemd-analyze")
    if tool is None:
        pytest.skip("no systemd-analyze here")
    for name in UNITS:
        text = (BATCH / name).read_text().replace("/opt/bggen/bin/bggen", "/bin/true")
        (tmp_path / name).write_text(text)
    ran = subprocess.run(
        [tool, "verify", "--man=no", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in ran.stderr.splitlines() if "bggen-batch" in line]
    assert (ran.returncode, told) == (0, []), ran.stderr
