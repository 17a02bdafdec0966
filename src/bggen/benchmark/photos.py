"""Photos to time with: the user's, or products drawn here; never the same picture twice in a row."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

DISTINCT = 8  # more than the painter remembers encodings of: a benchmark must not profit from repetition


def photos(given: tuple[Path, ...], folder: Path) -> list[Path]:
    """At least `DISTINCT` photos that differ: copies of a few given ones lose a column each."""
    if not given:
        return [drawn(folder / f"product-{number}.png", number) for number in range(DISTINCT)]
    made = list(given)
    for number in range(len(given), DISTINCT):
        source = given[number % len(given)]
        with Image.open(source) as photo:
            copy = photo.crop((0, 0, photo.width - number // len(given), photo.height))
            made.append(folder / f"photo-{number}{source.suffix}")
            copy.save(made[-1], photo.format, **({"exif": photo.getexif()} if photo.getexif() else {}))
    return made


def drawn(path: Path, number: int = 0, side: int = 1024) -> Path:
    """A product cut out: a benchmark needs no files and times painting. Each number stands elsewhere."""
    x, top = side * 0.02 * (number % 4 - 2), side * (0.2 + 0.01 * (number // 4))
    picture = Image.new("RGBA", (side, side), (236, 236, 234, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle(
        (x + side * 0.36, side * 0.3, x + side * 0.64, side * 0.84), side * 0.05, fill=(32, 92, 150)
    )
    draw.rectangle((x + side * 0.43, top, x + side * 0.57, side * 0.3), fill=(24, 24, 28))
    draw.rectangle((x + side * 0.4, side * 0.48, x + side * 0.6, side * 0.66), fill=(240, 232, 214))
    picture.save(path)
    return path
