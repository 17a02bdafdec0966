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
    quick: Annotated[
        bool, typer.Option("--quick", help="Three pictures instead of five, and no compiled comparison.")
    ] = False,
    compare: Annotated[
        str | None,
        typer.Option(
            "--compare",
            help="plain: the stock diffusers loop with its own defaults, in turn with ours; "
            "equal: the same at our steps and guidance, with the pictures' likeness. Either also with what "
            "the library's documentation advises, compiled; --quick leaves that out.",
        ),
    ] = None,
    random_weights: Annotated[
        str,
        typer.Option(
            "--random-weights",
            help="Time an architecture with random weights: sdxl-inpaint, sdxl-inpaint-taesd (its decoder "
            "exchanged for a tiny one), sd15-inpaint or flux-fill; "
            "NAME:tiny tries the run on a small machine.",
        ),
    ] = "",
    price: Annotated[
        float | None, typer.Option("--price-per-hour", min=0, help="What this machine costs.")
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write every sample here.")] = None,
    plot: Annotated[Path | None, typer.Option("--plot", help="Draw a chart, such as speed.png.")] = None,
    flags: dict[str, Any] = {},  # noqa: B006 - filled by shared_options, never changed here
) -> int:
    """Time this machine: pictures a second, latency, memory, energy, cost, seconds per stage.

    Example: bggen benchmark --size 1024 --compare plain
    """
    from bggen import benchmark as timing
    from bggen import settings as layers
    from bggen.benchmark import show

    if compare not in (None, "plain", "equal"):
        raise UsageError(f"--compare {compare!r}: plain or equal")
    for file in (json_file, plot):
        if file is not None and not file.absolute().parent.is_dir():
            raise UsageError(f"{file}: there is no folder {file.parent}")
    if plot is not None and plot.suffix.lower() not in (".png", ".webp", ".jpg"):
        raise UsageError(f"--plot {plot}: give a name that ends in .png, .webp or .jpg")
    try:
        sizes = tuple(int(part) for part in batch_size.split(","))
    except ValueError as error:
        raise UsageError(f"--batch-size {batch_size!r}: give numbers such as 1,2,4") from error
    if min(sizes) < 1:
        raise UsageError(f"--batch-size {batch_size!r}: a batch has at least one picture")
    options, settings = layers.resolve(flags, settings_file(flags))
    if not options.prompt:
        options = options.model_copy(update={"prompt": timing.PROMPT})
    plan = timing.Plan(
        options,
        batch_sizes=sizes,
        repeats=3 if quick else repeats,
        photos=tuple(photos or ()),
        compare=compare or "",
        advised=not quick,
        random_weights=random_weights,
        price=price,
    )
    result = timing.run(plan, settings)
    if json_file is not None:
        json_file.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    if plot is not None:
        show.plot(result, plot)
    report.table(show.table(result))
    return 0
