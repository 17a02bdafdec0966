"""Options as people write them, and the one line on each that can't be had: which, its value, what to give.

What reads a text raises ValueError with what to give instead; `line` puts name and value before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from PIL import ImageColor
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from bggen import frame
from bggen.presets import PRESETS

TRANSPARENT = "transparent"  # as a background: the product alone
MAX_SIDE = 10_000  # pixels; cameras of 45 megapixels have 8,256
MAX_PIXELS = 50_000_000
CANVAS = f"sides from 16 to {MAX_SIDE} and at most 50 megapixels"
NEAR = 0.82  # likeness of names, of 1; a shop's `quantity` is .8 of `quality`
SHOWN = 60  # characters of a bad value: a prompt of many words is no line
#: what a number stands for, where its range alone doesn't tell
MEANS = {
    "fill": "0.85 for 85 % of the canvas",
    "strength": "0.4 to repaint a little, 1 to repaint all",
    "max_bytes": "bytes",
    "max_pixels": "pixels",
    "batch_wait": "seconds",
}
KINDS: tuple[tuple[str, str], ...] = (  # beginning of pydantic's word for the trouble -> what to give
    ("bool", "true or false"),
    ("byte_size", "a size such as 64MiB"),
    ("tuple", 'a list such as ["first", "second"]'),
    ("path", "a path"),
    ("string", "text"),
)


def check(option: str, value: str | None) -> None:
    """Raise ValueError for what can't be had whatever the photo is; an empty text is as good as none."""
    if option in READ and value:
        READ[option](value)
    elif option == "preset" and value and value not in PRESETS:
        raise ValueError(f"choose one of {', '.join(sorted(PRESETS))}")
    elif option == "background" and value and value != TRANSPARENT and not names_picture(value):
        colour_of(value)
    elif option == "reference" and value not in ("auto", "none") and not (value and names_picture(value)):
        raise ValueError("give auto, none, or a picture")


def names_picture(name: str) -> bool:
    """Whether a background or reference is a picture's path or URL: no colour, and no word of ours."""
    return not (name in ("auto", "none", "-", TRANSPARENT) or name.startswith("#") or colour_named(name))


def colour_named(name: str) -> str | None:
    """`#rrggbb` of a colour as CSS names it, such as white or lavender; None for other words."""
    known = name.strip().lower()
    if known not in ImageColor.colormap:
        return None
    return "#{:02x}{:02x}{:02x}".format(*ImageColor.getrgb(known))


def colour_of(text: str) -> tuple[int, int, int]:
    """`#rrggbb` or `#rgb` -> 0..255 each."""
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch(r"[0-9a-fA-F]{6}", digits):
        raise ValueError("give a picture, transparent, or a colour such as white or #f4ede4")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def size_of(text: str) -> tuple[int, int]:
    """`2000x2500`, or `1024` for a square -> (width, height) in pixels."""
    found = re.fullmatch(r"(\d{1,6})(?:\s*[xX×]\s*(\d{1,6}))?", text.strip())
    if not found:
        raise ValueError("give WIDTHxHEIGHT such as 2000x2500, or one number")
    size = int(found[1]), int(found[2] or found[1])
    if not fits(size):
        raise ValueError(f"give {CANVAS}")
    return size


def fits(size: tuple[int, int]) -> bool:
    """Whether a canvas (width, height) can be had."""
    return min(size) >= 16 and max(size) <= MAX_SIDE and size[0] * size[1] <= MAX_PIXELS


def ratio_of(text: str) -> float:
    """`4:5` -> width / height."""
    found = re.fullmatch(r"(\d{1,4}(?:\.\d+)?)\s*[:/x]\s*(\d{1,4}(?:\.\d+)?)", text.strip())
    if not found or not 0.1 <= (ratio := float(found[1]) / max(float(found[2]), 1e-9)) <= 10:
        raise ValueError("give a shape such as 1:1, 4:5 or 16:9, up to 10:1")
    return ratio


#: what reads an option's text
READ: Mapping[str, Callable[[str], object]] = {
    "size": size_of,
    "aspect": ratio_of,
    "margin": frame.margins_of,
    "anchor": frame.anchor_of,
    "roi": frame.roi_of,
}


def several(text: str) -> tuple[str, ...]:
    """What stands between commas; nothing counts as nothing."""
    return tuple(filter(None, map(str.strip, text.split(","))))


def joined(value: Any) -> Any:
    """Numbers of a list, between commas; all else as it is."""
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else value


def share_of(value: Any) -> Any:
    """`85%` -> 0.85; all else as it is."""
    found = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%", value.strip()) if isinstance(value, str) else None
    return float(found[1]) / 100 if found else value


def mistyped(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name`, which may have an end of its own, is nearly."""
    return next(iter(get_close_matches(name, known, 1, NEAR)), None)


def any_of(names: tuple[str, ...]) -> str:
    """`png, jpeg or webp`."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def shown(value: Any) -> str:
    """A value for a line: as it was written, in quotes where it would run into the words around it."""
    text = value if isinstance(value, str) and re.fullmatch(r"[\w.,:;%#/+-]+", value) else repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


def line(error: ValidationError, kind: type[BaseModel], names: Mapping[str, str] | None = None) -> str:
    """The first thing that is wrong. `names`: what each field is called where it came from."""
    first = error.errors(include_url=False)[0]
    if not first["loc"]:  # fields that don't go together: the words name them
        return instead(first, kind)
    field = str(first["loc"][0])
    return f"{(names or {}).get(field, field)} {shown(first.get('input'))}: {instead(first, kind)}"


def instead(trouble: ErrorDetails, kind: type[BaseModel]) -> str:
    """What to give where something is wrong."""
    if trouble["type"] == "value_error":
        return str(trouble["ctx"]["error"])
    name = str(trouble["loc"][0])
    field = kind.model_fields.get(name)
    if field is None:
        near = get_close_matches(name, kind.model_fields, 1)
        return f"there is no such field{f': did you mean {near[0]}?' if near else ''}"
    if trouble["type"] == "extra_forbidden":  # one that is not to be had here
        return "there is no such field"
    if trouble["type"] == "string_too_long":
        return f"give at most {trouble['ctx']['max_length']} characters"
    if names := _literals(field.annotation):
        return f"give {any_of(names)}"
    if (number := _number(field)) is not None:
        return f"give {number}{f' ({MEANS[name]})' if name in MEANS else ''}"
    return "give " + next((what for word, what in KINDS if trouble["type"].startswith(word)), "another value")


def _literals(annotation: Any) -> tuple[str, ...]:
    """The words that a field takes, None aside; empty where it takes others."""
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    return next(filter(None, map(_literals, get_args(annotation))), ())


def _number(field: FieldInfo) -> str | None:
    """`a whole number from 1 to 64`; None for a field that takes no number."""
    kinds = {field.annotation, *get_args(field.annotation)}
    if not kinds & {int, float}:
        return None
    what = "a whole number" if int in kinds else "a number"
    limit = {name: getattr(rule, name) for rule in field.metadata for name in ("ge", "gt", "le", "lt")
             if hasattr(rule, name)}  # fmt: skip
    if {"ge", "le"} <= limit.keys():
        return f"{what} from {limit['ge']:g} to {limit['le']:g}"
    low = (
        f"{limit['ge']:g} or more" if "ge" in limit else f"more than {limit['gt']:g}" if "gt" in limit else ""
    )
    high = (
        f"at most {limit['le']:g}" if "le" in limit else f"less than {limit['lt']:,}" if "lt" in limit else ""
    )
    return f"{what}{', ' if low or high else ''}{' and '.join(filter(None, (low, high)))}"
