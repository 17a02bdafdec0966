"""`bggen benchmark`: what this machine gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from bggen.cli import report
from bggen.cli.options import settings_file, shared_options
from bggen.errors import UsageError


@shared_options
def benchmark(
    photos: Annotated[list[Path] | None, typer.Argument(help="Photos; default: one drawn here.")] = None,
    batch_size: Annotated[str, typer.Option("--batch-size", help="One or several: 1,2,4.")] = "1",
    repeats: Annotated[int, typer.Option("--repeats", min=3, help="Pictures timed per batch size.")] = 5,
    quick: Annotated[bool, typer.Option("--quick", help="Three pictures instead of five.")] = False,
    compare: Annotated[str | None, typer.Option("--compare", help="plain: the stock diffusers loop.")] = None,
    random_weights: Annotated[
        str,
        typer.Option(
            "--random-weights",
            help="Time an architecture with random weights: sdxl-inpaint, sd15-inpaint or flux-fill; "
            "NAME:tiny tries the run on a small machine.",
        ),
    ] = "",
    price: Annotated[
        float | None, typer.Option("--price", min=0, help="What this machine costs an hour.")
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write every sample here.")] = None,
    flags: dict[str, Any] = {},  # noqa: B006 - filled by shared_options, never changed here
) -> int:
    """Time this machine: pictures a second, latency, memory, seconds per stage.

    Example: bggen benchmark --size 1024 --compare plain
    """
    from bggen import benchmark as timing
    from bggen import settings as layers

    if compare not in (None, "plain"):
        raise UsageError(f"--compare {compare!r}: only 'plain' is on offer")
    try:
        sizes = tuple(int(part) for part in batch_size.split(","))
    except ValueError as error:
        raise UsageError(f"--batch-size {batch_size!r}: give numbers such as 1,2,4") from error
    options, settings = layers.resolve(flags, settings_file(flags))
    if not options.prompt:
        options = options.model_copy(update={"prompt": timing.PROMPT})
    plan = timing.Plan(
        options,
        sizes,
        3 if quick else repeats,
        tuple(photos or ()),
        compare == "plain",
        random_weights,
        price,
    )
    result = timing.run(plan, settings)
    if json_file is not None:
        json_file.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    for line in timing.as_lines(result):
        report.result(line)
    return 0
