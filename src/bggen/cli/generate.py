"""`bggen generate`: one or a few photos."""

from __future__ import annotations

import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bggen.cli import report
from bggen.cli.options import FILES, settings_file, shared_options
from bggen.cli.targets import A_PROMPT, plan, refuse_existing, refuse_unwritable, spare_what_is_read
from bggen.errors import BggenError, UsageError, WriteFailed

if TYPE_CHECKING:
    from bggen.engine import Engine
    from bggen.options import Format, Options
    from bggen.spec import Render


@shared_options
def generate(
    photos: Annotated[list[str], typer.Argument(help="Photos, or - for stdin.", metavar="PHOTO")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="File, folder (without an ending), or - for stdout.", rich_help_panel=FILES
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite.", rich_help_panel=FILES)] = False,
    sidecar: Annotated[
        bool,
        typer.Option("--sidecar", help="Write PICTURE.json with proof and settings.", rich_help_panel=FILES),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a picture.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what was chosen and why.")] = False,
    flags: dict[str, Any] = {},  # noqa: B006 - filled by shared_options, never changed here
) -> int:
    """Put a scene behind product photos.

    Writes PHOTO-scene.png beside each photo, unless -o says otherwise. The product's pixels stay exactly as
    they are, and the line printed for each picture carries the proof.

    Example: bggen generate mug.jpg -p "on a marble table, soft light from the left"
    """
    from bggen import engine as flow
    from bggen import settings as layers
    from bggen import sink

    options, settings = layers.resolve(flags, settings_file(flags))
    photos = list(dict.fromkeys(photos))
    targets = plan(photos, output, options)
    if sidecar and any(row[0] == "-" or "://" in row[0] for row in targets.values()):
        raise UsageError("--sidecar goes beside a file: leave it out, or write one by -o")
    for target in (target for row in targets.values() for target in row if target != "-"):
        sink.format_for(Path(target), options)  # a name that can't be had is told before any work
    spare_what_is_read(targets, options)
    if not force:
        refuse_existing(targets)
    refuse_unwritable(targets)
    runner, failed, doubted = flow.Engine(settings), 0, 0
    for photo in photos:
        try:
            verdicts = one(runner, photo, targets[photo], options, force, sidecar, (as_json, quiet, verbose))
            doubted += any(verdict != "ok" for verdict in verdicts)
        except BggenError as error:
            if error.exit_code not in (1, 3) or isinstance(error, UsageError):
                raise
            failed += 1
            told = str(error).removeprefix(f"{photo}: ")
            report.say(f"{photo}: {told}{meant(photo, error.reason)} [{error.reason}]")
            if as_json:
                report.json_line({"photo": photo, "error": str(error), "reason": error.reason})
    return 3 if failed or doubted else 0


def one(
    runner: Engine,
    photo: str,
    targets: list[str],
    options: Options,
    force: bool,
    sidecar: bool,
    voice: tuple[bool, bool, bool],
) -> list[str]:
    """Render one photo's variants into its targets; returns the verdicts. Raises WriteFailed, after all."""
    from bggen.spec import Job

    data = sys.stdin.buffer.read(runner.settings.max_bytes + 1) if photo == "-" else None
    as_json, quiet, verbose = voice
    job = Job("stdin" if data is not None else photo, options, data=data)
    verdicts: list[str] = []
    unsaid: WriteFailed | None = None
    started = time.perf_counter()
    for target, render in zip(targets, runner.render(job), strict=True):
        record = deliver(target, render, options, force, sidecar)
        verdicts.append(render.verdict)
        seconds, started = time.perf_counter() - started, time.perf_counter()
        try:
            if as_json and target != "-":
                report.json_line(record)
            elif not quiet:
                speak = report.say if target == "-" else report.result
                speak(report.picture_line(photo, target, record, seconds))
        except WriteFailed as error:  # the photo's other pictures must not be lost with a line
            unsaid = error
        for line in [*record["warnings"], *notes(record, verbose)]:
            if not quiet:
                report.say(f"  {line}")
    if unsaid is not None:
        raise unsaid
    return verdicts


def meant(photo: str, reason: str) -> str:
    """What to do where an argument is no photo, and may have been meant as something else; "" for others."""
    if reason == "not_a_file" and Path(photo).is_dir():
        return f": bggen batch {shlex.quote(photo)} takes all in it"
    if reason != "not_found":
        return ""
    if "://" in photo:
        return ": of addresses, those of http:// and https:// are fetched"
    return "" if Path(photo).suffix else A_PROMPT


def deliver(target: str, render: Render, options: Options, force: bool, sidecar: bool) -> dict[str, Any]:
    """Write one picture; returns its record with the output added."""
    from bggen import sink

    if target == "-":
        data = encoded(render, options, options.format or "png")
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except OSError as error:
            raise WriteFailed(f"stdout: can't be written ({error.strerror})") from error
        return render.record
    if "://" in target:
        return elsewhere(target, render, options, force)
    path = Path(target)
    data = encoded(render, options, sink.format_for(path, options))
    digest = sink.write(path, data, force=force)
    record = render.record | {"output": {"file": target, "sha256": digest, "bytes": len(data)}}
    if sidecar:
        sink.sidecar(path, record)
    return record


def encoded(render: Render, options: Options, format: Format) -> bytes:
    """The picture's file."""
    from bggen import sink

    return sink.encode(render.rgb, render.record, options, format, render.alpha)


def elsewhere(target: str, render: Render, options: Options, force: bool) -> dict[str, Any]:
    """Hand a picture to the installed sink of its address's scheme; returns its record as `deliver` does."""
    from bggen import registry, sink

    data = encoded(render, options, sink.format_for(Path(target), options))
    write = registry.resolve("sinks", target.partition("://")[0])
    digest = write(target, data, force=force)
    return render.record | {"output": {"file": target, "sha256": digest, "bytes": len(data)}}


def notes(record: dict[str, Any], verbose: bool) -> list[str]:
    """What a user may want to know about how a picture came to be."""
    painting = record["painting"]
    lines = list(painting.get("warnings", []))
    if verbose:
        lines.append(f"cut-out: {record['cutout']['note']}")
        lines += [f"{key}: {painting[key]}" for key in ("plate", "steps", "seconds") if key in painting]
        lines.append("timings: " + ", ".join(f"{k} {v:.2f} s" for k, v in record["timings"].items()))
    return lines
