"""A table and a chart that a person can read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

INK, BARS, GRID = (28, 32, 40), ((46, 110, 182), (150, 158, 170)), (226, 229, 234)


def table(result: dict[str, Any]) -> Group:
    """For `rich`: a row for each batch size, then the comparison and the sums."""
    columns = Table(show_edge=False, pad_edge=False)
    names = ("batch", "images/s", "p50 s", "p95 s", "painting", "TFLOP/s", "of peak", "J", "per 1,000")
    for name in names:
        columns.add_column(name, justify="right")
    for row in result["runs"]:
        columns.add_row(
            str(row["batch_size"]),
            f"{row['images_per_second']:.3f}",
            f"{row['p50_seconds']:.2f}",
            f"{row['p95_seconds']:.2f}",
            f"{row['paint_share']:.0%}",
            _or_dash(row["tflops"], ".3f"),
            _or_dash(row["share_of_peak"], ".0%"),
            _or_dash(row["joules"], ".1f"),
            _or_dash(row["cost_per_1000"], ".2f"),
        )
    return Group(Text(title(result)), columns, *(Text(line) for line in _below(result)))


def title(result: dict[str, Any]) -> str:
    """What was timed, and where."""
    where, painter = result["machine"], result["painter"]
    device = where["gpu"] or f"{where['cpu']}, {where['usable_cores']} of {where['cores']} cores"
    marked = " with random weights" if result["random_weights"] else ""
    how = f"{painter['dtype']}, {painter['steps']} steps, --speed {painter['speed']}"
    return f"{result['model']}{marked}, {how}, on {device}"


def _below(result: dict[str, Any]) -> list[str]:
    stages = ", ".join(f"{name} {value:.2f}" for name, value in result["runs"][0]["stage_seconds"].items())
    lines = [f"first picture {result['first_picture_seconds']:.1f} s; then seconds by stage: {stages}"]
    device = f", on the device {result['peak_device_mb']:.0f} MB" if result["peak_device_mb"] else ""
    lines.append(f"peak memory {result['peak_rss_mb']:.0f} MB{device}")
    if result["quality"]["compared"]:
        near = result["quality"]["psnr"]
        lines.append(f"against float32, uncompiled, same seed: {'equal' if near is None else f'{near} dB'}")
    if "compare" in result:
        lines += _compared(result)
    return lines


def _compared(result: dict[str, Any]) -> list[str]:
    both = result["compare"]
    lines = [
        f"{name}: {both[name]['images_per_second']:.3f} images/s, {both[name]['cpu_seconds']:.2f} CPU s each"
        for name in ("plain", "advised", "bggen")
        if name in both
    ]
    how = "at equal steps" if both["kind"] == "equal" else "with its own defaults"
    lines.append(f"{result['ratio_to_plain']:.2f} x the plain diffusers loop {how}")
    if both["kind"] == "equal":
        near = both["psnr_to_plain"]
        lines[-1] += "; equal pictures" if near is None else f"; its pictures are {near} dB from ours"
    return lines + [f"{name} left out: {why}" for name, why in both["left_out"].items()]


def _or_dash(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)


def plot(result: dict[str, Any], file: Path) -> None:
    """Images per second as bars, every sample a tick, in the format of the file's name."""
    from PIL import Image, ImageDraw, ImageFont

    rows = [(f"bggen, batch {row['batch_size']}", row["samples"], 0) for row in result["runs"]]
    compared = result.get("compare", {})
    names = {"plain": "plain diffusers loop", "advised": "the same, as advised", "bggen": "bggen, in turn"}
    rows += [(name, compared[key]["samples"], int(key != "bggen")) for key, name in names.items()
             if key in compared]  # fmt: skip
    left, right, line = 260, 900, 44
    picture = Image.new("RGB", (right + 120, 70 + line * len(rows)), "white")
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(18)
    draw.text((16, 18), title(result)[:92], INK, font)
    most = max(1 / min(samples) for _, samples, _ in rows)
    for number, (name, samples, colour) in enumerate(rows):
        top = 60 + number * line
        rates = sorted(1 / value for value in samples)
        middle = 1 / sorted(samples)[len(samples) // 2]
        draw.text((16, top + 4), name, INK, font)
        draw.rectangle((left, top, right, top + 28), fill=GRID)
        draw.rectangle((left, top, left + (right - left) * middle / most, top + 28), fill=BARS[colour])
        for rate in rates:
            x = left + (right - left) * rate / most
            draw.line((x, top + 20, x, top + 28), INK, 2)
        draw.text((right + 12, top + 4), f"{middle:.3f}/s", INK, font)
    picture.save(file)
