"""Whose a photo is, as its EXIF, XMP and IPTC-IIM say; a picture made from it goes on to say so.

Where they differ, the Metadata Working Group's order counts: EXIF, then XMP, then IIM; or IIM before XMP
where a digest tells that a program which knows no XMP has changed the IIM since.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EXIF = {"creator": 0x013B, "copyright": 0x8298}
IIM = {"creator": (2, 80), "credit": (2, 110), "copyright": (2, 116)}
IIM_BLOCK, IIM_DIGEST = (
    0x0404,
    0x0425,
)  # of Photoshop: the IIM, and its MD5 when XMP was last the same
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XMP = {
    "creator": "{http://purl.org/dc/elements/1.1/}creator",
    "copyright": "{http://purl.org/dc/elements/1.1/}rights",
    "credit": "{http://ns.adobe.com/photoshop/1.0/}Credit",
    "statement": "{http://ns.adobe.com/xap/1.0/rights/}WebStatement",
}
LONGEST = 500  # characters
LARGEST = 2**20  # characters of an XMP packet; some programs list thousands of ancestors
BROKEN = "{}: its {} can't be read: what it says of author and copyright is left out"


def told(picture: Image.Image, name: str, notes: list[str]) -> dict[str, str]:
    """`creator`, `copyright`, `credit` and the web `statement`, as far as a photo names them.

    Each is one line. What can't be read is left out, and `notes` get a line about the photo `name`.
    """
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    readers: tuple[tuple[str, Callable[[], dict[str, str]]], ...] = (
        ("XMP", lambda: _of_xmp(packet)),
        ("IPTC", lambda: _of_iim(picture)),
    )
    parts = [_of_exif(picture)]
    for what, read in readers if _in_step(picture) else readers[::-1]:
        try:
            parts.append(read())
        except Exception:  # a packet may be broken in any way, and the photo is good all the same
            notes.append(BROKEN.format(name, what))
    found = {what: next(filter(None, (part.get(what) for part in parts)), "") for what in XMP}
    return {what: text for what, text in found.items() if text}


def _of_exif(picture: Image.Image) -> dict[str, str]:
    """What EXIF says. It knows no UTF-8, which most programs write all the same."""
    exif = picture.getexif()
    raw = {name: exif.get(tag) for name, tag in EXIF.items()}
    return {
        name: _text(value.encode("latin-1", "replace") if isinstance(value, str) else value)
        for name, value in raw.items()
    }


def _of_xmp(packet: bytes | str) -> dict[str, str]:
    """What an XMP packet says. Raises ValueError or ParseError for one that is none, or too large."""
    if not packet:
        return {}
    from xml.etree import ElementTree  # most photos have none

    if len(packet) > LARGEST:
        raise ValueError
    text = packet if isinstance(packet, str) else packet.decode()
    root = re.search(r"<(?:\w+:)?(?:xmpmeta|xapmeta|RDF)\b", text)
    if not root:
        raise ValueError
    # from the root element on there is no place for a document type, and so for no entity of its own
    tree = ElementTree.fromstring(text[root.start() :].rstrip("\0 \r\n"))  # noqa: S314 - no entities, see above
    rdf = tree if tree.tag == f"{RDF}RDF" else tree.find(f"{RDF}RDF")
    if rdf is None:
        raise ValueError
    own = rdf.findall(f"{RDF}Description")  # not those deeper down, of what it was made from
    found = {name: next(filter(None, (_property(one, tag) for one in own)), "") for name, tag in XMP.items()}
    if not found["statement"].startswith(("http://", "https://")):
        del found["statement"]
    return found


def _property(description: Element, tag: str) -> str:
    """A property's text, of a list's all and of languages' the default one's."""
    if (node := description.find(tag)) is None:
        return _text(description.get(tag))
    items = list(node.iter(f"{RDF}li"))
    if node.find(f"{RDF}Alt") is None:
        return _several(item.text for item in items) or _text(node.text)
    texts = {item.get(LANGUAGE, ""): _text(item.text) for item in items}
    return texts.get("x-default") or next(iter(texts.values()), "")


def _of_iim(picture: Image.Image) -> dict[str, str]:
    """What a JPEG's or TIFF's IPTC-IIM says."""
    from PIL import IptcImagePlugin

    found: dict[tuple[int, int], Any] = IptcImagePlugin.getiptcinfo(picture) or {}  # type: ignore[arg-type]  # takes any
    values = {name: found.get(tag) for name, tag in IIM.items()}
    return {name: _several(value if isinstance(value, list) else [value]) for name, value in values.items()}


def _in_step(picture: Image.Image) -> bool:
    """Whether XMP counts before IIM: unless a digest says that the IIM was changed since."""
    resources = picture.info.get("photoshop") or {}
    digest, block = resources.get(IIM_DIGEST), resources.get(IIM_BLOCK)
    return not (digest and block) or hashlib.md5(block, usedforsecurity=False).digest() == digest


def _several(values: Iterable[object]) -> str:
    return "; ".join(filter(None, map(_text, values)))[:LONGEST]


def _text(value: object) -> str:
    """One line of a text; bytes are UTF-8 or Latin-1. Cameras end it with NULs or blanks."""
    if isinstance(value, bytes):
        try:
            text = value.decode()
        except UnicodeDecodeError:
            text = value.decode("latin-1")
    else:
        text = value if isinstance(value, str) else ""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(plain.split())[:LONGEST]
