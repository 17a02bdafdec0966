"""`bggen benchmark`: what this machine gives."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from bggen.cli import report
from bggen.cli.options import read, settings_file, shared_options
from bggen.errors import UsageError

if TYPE_CHECKING:
    from bggen.options import Speed

LEAST = 3  # pictures a batch size


@shared_options
def benchmark(
    photos: Annotated[list[Path] | None, typer.Argument(help="Photos; default: one drawn here.")] = None,
    batch_size: Annotated[str, typer.Option("--batch-size", help="One or several: 1,2,4.")] = "1",
    repeats: Annotated[
        int, typer.Option("--repeats", help="Pictures timed per batch size.", **read(int, "--repeats"))
    ] = 5,
    quick: Annotated[
        bool,
        typer.Option(
            "--quick",
            help="Three pictures instead of five, shorter folders, no compiled comparison, and none with a "
            "picture in float32.",
        ),
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
    long_folder: Annotated[
        float,
        typer.Option(
            "--long-folder",
            help="With --compare on a card: also paint one folder of about so many seconds, whose start and "
            "end are next to nothing of it.",
            **read(float, "--long-folder"),
        ),
    ] = 0.0,
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
        float | None,
        typer.Option("--price-per-hour", help="What this machine costs.", **read(float, "--price-per-hour")),
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write every sample here.")] = None,
    plot: Annotated[Path | None, typer.Option("--plot", help="Draw a chart, such as speed.png.")] = None,
    flags: dict[str, Any] = {},  # noqa: B006 - filled by shared_options, never changed here
) -> int:
    """Time this machine: pictures a second, latency, memory, energy, cost, seconds per stage.

    Of --speed it takes several, such as exact,fast: one after another, over the same weights.

    Example: bggen benchmark --size 1024 --compare plain
    """
    from bggen import benchmark as timing
    from bggen import settings as layers
    from bggen.benchmark import show

    check(photos or [], compare, repeats, price, json_file, plot)
    if not long_folder >= 0 or (long_folder and not compare):
        raise UsageError(f"--long-folder {long_folder:g}: give seconds, 0 or more, with --compare")
    sizes = sizes_of(batch_size)
    speeds = speeds_of(flags)
    options, settings = layers.resolve(flags, settings_file(flags))
    if not options.prompt:
        options = options.model_copy(update={"prompt": timing.PROMPT})
    plan = timing.Plan(
        options,
        batch_sizes=sizes,
        repeats=LEAST if quick else repeats,
        photos=tuple(photos or ()),
        compare=compare or "",
        quick=quick,
        speeds=speeds,
        random_weights=random_weights,
        price=price,
        long_seconds=long_folder,
        tell=progress(),
    )
    result = timing.run(plan, settings)
    if json_file is not None:
        json_file.write_text(json.dumps(result, indent=1) + "\n", "utf-8")
    if plot is not None:
        show.plot(result, plot)
    report.table(show.table(result))
    return 0


def check(
    photos: list[Path],
    compare: str | None,
    repeats: int,
    price: float | None,
    json_file: Path | None,
    plot: Path | None,
) -> None:
    """Before minutes are spent: raise UsageError for what can't be had."""
    for photo in photos:
        if not photo.is_file():
            raise UsageError(f"{photo}: there is no such photo")
    if compare not in (None, "plain", "equal"):
        raise UsageError(f"--compare {compare}: give plain or equal")
    if repeats < LEAST:
        raise UsageError(f"--repeats {repeats}: give {LEAST} or more, of which the median is told")
    if price is not None and not price >= 0:
        raise UsageError(f"--price-per-hour {price:g}: give 0 or more")
    for file in filter(None, (json_file, plot)):
        if not file.absolute().parent.is_dir():
            raise UsageError(f"{file}: there is no folder {file.parent}")
    if plot is not None and plot.suffix.lower() not in (".png", ".webp", ".jpg"):
        raise UsageError(f"--plot {plot}: give a name that ends in .png, .webp or .jpg")


def progress() -> Callable[[str], None]:
    """Lines for people, each with the seconds since the start."""
    started = time.perf_counter()
    return lambda what: report.say(f"{time.perf_counter() - started:5.0f} s  {what}")


def speeds_of(flags: dict[str, Any]) -> tuple[Speed, ...]:
    """`exact,fast` -> speeds, of which the first is left in `flags`. Raises UsageError."""
    from bggen.options import Speed

    if "speed" not in flags:
        return ()
    known: dict[str, Speed] = {name: name for name in get_args(Speed)}
    names = [name.strip() for name in flags["speed"].split(",")]
    if not known.keys() >= set(names) or len(set(names)) < len(names):
        how = "give exact, fast or fastest, or several such as exact,fast"
        raise UsageError(f"--speed {flags['speed']}: {how}")
    flags["speed"] = names[0]
    return tuple(known[name] for name in names)


def sizes_of(text: str) -> tuple[int, ...]:
    """`1,2,4` -> batch sizes. Raises UsageError."""
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and int(part) for part in parts):
        raise UsageError(f"--batch-size {text}: give numbers from 1 on, such as 1,2,4")
    return tuple(map(int, parts))
