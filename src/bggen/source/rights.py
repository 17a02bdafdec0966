"""Whose a photo is: its EXIF names author and copyright, and a picture made from it goes on to say so."""

from __future__ import annotations

from PIL import Image

TAGS = {"creator": 0x013B, "copyright": 0x8298}
LONGEST = 500  # characters


def told(exif: Image.Exif) -> dict[str, str]:
    """`creator` and `copyright`, as far as a photo names them, each on one line."""
    found = {name: _text(exif.get(tag)) for name, tag in TAGS.items()}
    return {name: text for name, text in found.items() if text}


def _text(value: object) -> str:
    """A tag's text: cameras end it with NULs or blanks, and most write UTF-8, which EXIF does not know."""
    if not isinstance(value, str | bytes):
        return ""
    raw = value if isinstance(value, bytes) else value.encode("latin-1", "replace")
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    plain = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(plain.split())[:LONGEST]
