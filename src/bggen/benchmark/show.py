"""A table and a chart that a person can read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

INK, BARS, GRID = (28, 32, 40), ((46, 110, 182), (150, 158, 170)), (226, 229, 234)
FAINT = (92, 98, 110)
#: Who takes turns in a comparison -> the name that a reader sees.
WAYS = {"plain": "plain diffusers loop", "advised": "the same, as advised", "bggen": "bggen, in turn"}
LEFT, RIGHT, WIDTH, LINE = 260, 860, 1080, 44  # of the bars and the chart, in pixels


def table(result: dict[str, Any]) -> Group:
    """For `rich`: a row for each batch size, then the comparison and the sums; so for each further speed."""
    return Group(_table(result), *(Group("", _table(one)) for one in _further(result).values()))


def _further(result: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Results of the speeds after the first, by their names."""
    found: dict[str, dict[str, Any]] = result.get("speeds", {})
    return found


def _table(result: dict[str, Any]) -> Group:
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
    return Group(Text(title(result)), columns, *(Text(line) for line in below(result)))


def title(result: dict[str, Any]) -> str:
    """What was timed, and where."""
    where, painter = result["machine"], result["painter"]
    device = where["gpu"] if painter["device"] != "cpu" else None
    device = device or f"{where['cpu']}, {where['usable_cores']} of {where['cores']} cores"
    marked = " with random weights" if result["random_weights"] else ""
    how = [painter["dtype"], *([f"{painter['steps']} steps"] if painter["steps"] else [])]
    how.append(f"--speed {painter['speed']}" + (f" ({painter['quicker']})" if painter["quicker"] else ""))
    how += ["OpenVINO"] if painter["openvino"] else []
    how += ["CUDA graphs"] if any(one["used"] for one in painter["cuda_graphs"]) else []
    return f"{result['model']}{marked}, {', '.join(how)}, on {device}"


def below(result: dict[str, Any]) -> list[str]:
    """What stands under the table, and under the chart."""
    stages = ", ".join(f"{name} {value:.2f}" for name, value in result["runs"][0]["stage_seconds"].items())
    lines = [f"first picture {result['first_picture_seconds']:.1f} s; then seconds by stage: {stages}"]
    device = f", on the device {result['peak_device_mb']:.0f} MB" if result["peak_device_mb"] else ""
    lines.append(f"peak memory {result['peak_rss_mb']:.0f} MB{device}")
    if result["quality"]["compared"] and result["painter"]["steps"]:
        near = result["quality"]["psnr"]
        lines.append(f"against float32, uncompiled, same seed: {'equal' if near is None else f'{near} dB'}")
    if judged := result["evaluation"]:
        agrees, distance = judged["judge_agrees"], judged["frechet"]
        lines.append(
            f"evaluated on {judged['scenes']} held-back scenes, {judged['date']}: judge agrees "
            f"{agrees[0]:.2f} ({agrees[1]:.2f}-{agrees[2]:.2f}) of real renders, distance from "
            f"them {distance[0]:.2f} ({distance[1]:.2f}-{distance[2]:.2f}) of that between two halves of them"
        )
    if "compare" in result:
        lines += _compared(result)
    return lines


def _compared(result: dict[str, Any]) -> list[str]:
    both = result["compare"]
    lines = []
    for name in (name for name in WAYS if name in both):
        one = both[name]
        apart = [f"{one['steps']} steps, guidance {one['guidance']:g}"] if "steps" in one else []
        apart += ["not compiled: no C++ compiler here"] if name == "advised" and not one["compiled"] else []
        if name == "bggen":
            apart += [f"painting alone takes {both['share_of_pure']:.0%} of it"]
        if name == "bggen" and both["busy"] is not None:
            apart += [f"{both['busy']:.0%} from the first batch's start to the last one's end"]
        lines.append(
            f"{WAYS[name]}: {one['images_per_second']:.3f} images/s, {one['cpu_seconds']:.2f} CPU s each, "
            f"first after {one['first_seconds']:.1f} s" + (f" ({'; '.join(apart)})" if apart else "")
        )
    how = "at equal steps" if both["kind"] == "equal" else "with its own defaults"
    ratios = f"{result['ratio_to_plain']:.2f} x ({result['cpu_ratio_to_plain']:.2f} x in CPU time)"
    lines.append(f"bggen makes {ratios} of the plain diffusers loop {how}")
    if both["kind"] == "equal":
        near = both["psnr_to_plain"]
        lines[-1] += "; equal pictures" if near is None else f"; its pictures are {near} dB from ours"
    return lines + [f"{WAYS[name]} left out: {why}" for name, why in both["left_out"].items()]


def _or_dash(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)


def plot(result: dict[str, Any], file: Path) -> None:
    """Images per second as bars, every sample a tick, in the format of the file's name."""
    from PIL import Image, ImageDraw, ImageFont

    large, small = ImageFont.load_default(18), ImageFont.load_default(14)
    compared = result.get("compare", {})
    bars = [*_alone("bggen", result), *_turns(compared, WAYS)]
    for speed, one in _further(result).items():
        bars += _alone(speed, one)
        bars += _turns(one.get("compare", {}), {"plain": WAYS["plain"], "bggen": f"{speed}, in turn"})
    head = _wrapped(title(result), large, WIDTH - 32)
    lines = below(result)
    for one in _further(result).values():
        lines += [title(one), *(_compared(one) if compared else [])]
    notes = [part for line in lines for part in _wrapped(line, small, WIDTH - 32)]
    top = 18 + 26 * len(head) + 30
    picture = Image.new("RGB", (WIDTH, top + LINE * len(bars) + 20 * len(notes) + 24), "white")
    draw = ImageDraw.Draw(picture)
    draw.multiline_text((16, 16), "\n".join(head), INK, large, spacing=6)
    draw.text((LEFT, top - 26), "images per second: bars are medians, ticks single samples", FAINT, small)
    most = max(1 / min(row["samples"]) for _, row, *_ in bars)
    for number, (name, row, colour, slowest) in enumerate(bars):
        y, middle = top + number * LINE, 1 / row["p50_seconds"]
        draw.text((16, y + 4), name, INK, large)
        draw.rectangle((LEFT, y, RIGHT, y + 28), fill=GRID)
        draw.rectangle((LEFT, y, LEFT + (RIGHT - LEFT) * middle / most, y + 28), fill=BARS[colour])
        for seconds in row["samples"]:
            x = LEFT + (RIGHT - LEFT) / seconds / most
            draw.line((x, y + 20, x, y + 28), INK, 2)
        times = f"   {slowest / row['p50_seconds']:.2f} x" if slowest else ""
        draw.text((RIGHT + 12, y + 4), f"{middle:.3f}/s{times}", INK, large)
    draw.multiline_text((16, top + LINE * len(bars) + 4), "\n".join(notes), FAINT, small, spacing=6)
    picture.save(file)


Bar = tuple[str, dict[str, Any], int, float | None]  # name, figures, colour, the plain loop's seconds


def _alone(name: str, result: dict[str, Any]) -> list[Bar]:
    return [(f"{name}, batch {row['batch_size']}", row, 0, None) for row in result["runs"]]


def _turns(compared: dict[str, Any], ways: dict[str, str]) -> list[Bar]:
    """A comparison's bars."""
    return [
        (name, compared[key], int(key != "bggen"), compared["plain"]["p50_seconds"])
        for key, name in ways.items()
        if key in compared
    ]


def _wrapped(text: str, font: Any, width: int) -> list[str]:
    """Lines of at most `width` pixels, broken at spaces; a longer word stands alone."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
