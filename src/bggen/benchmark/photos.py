"""Photos to time with: the user's, or products drawn here; never the same picture twice in a row."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

FEWEST = 8
STEPS = 64  # places across, that drawn products stand at


def enough(largest: int) -> int:
    """How many photos must differ where up to `largest` are painted at a time.

    More than a painter remembers encodings of: a benchmark must not profit from repetition.
    """
    from bggen.families.runtime import ENCODINGS_KEPT

    return max(FEWEST, 2 * ENCODINGS_KEPT * largest)


def photos(given: tuple[Path, ...], folder: Path, count: int = FEWEST) -> list[Path]:
    """At least `count` photos that differ: copies of a few given ones lose a column each."""
    if not given:
        return [drawn(folder / f"product-{number}.png", number) for number in range(count)]
    made = list(given)
    for number in range(len(given), count):
        source = given[number % len(given)]
        with Image.open(source) as photo:
            copy = photo.crop((0, 0, photo.width - number // len(given), photo.height))
            made.append(folder / f"photo-{number}{source.suffix}")
            copy.save(made[-1], photo.format, **({"exif": photo.getexif()} if photo.getexif() else {}))
    return made


def drawn(path: Path, number: int = 0, side: int = 1024) -> Path:
    """A product cut out: a benchmark needs no files and times painting. Each number stands elsewhere."""
    x, top = side * 0.0025 * (number % STEPS - STEPS // 2), side * (0.2 + 0.002 * (number // STEPS))
    picture = Image.new("RGBA", (side, side), (236, 236, 234, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle(
        (x + side * 0.36, side * 0.3, x + side * 0.64, side * 0.84), side * 0.05, fill=(32, 92, 150)
    )
    draw.rectangle((x + side * 0.43, top, x + side * 0.57, side * 0.3), fill=(24, 24, 28))
    draw.rectangle((x + side * 0.4, side * 0.48, x + side * 0.6, side * 0.66), fill=(240, 232, 214))
    picture.save(path)
    return path
