"""What a finished picture says about itself, as an XMP packet: written, and read again."""

from __future__ import annotations

import contextlib
import json
from html import escape
from pathlib import Path
from typing import Any

from bggen import __version__
from bggen.errors import BadInput
from bggen.options import Options

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
PHOTOSHOP = 'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
TERMS = 'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
SOURCE_TYPES = {"composite": "compositeWithTrainedAlgorithmicMedia", "trained": "trainedAlgorithmicMedia"}


def xmp(record: dict[str, Any], options: Options) -> bytes:
    """The XMP packet: label, tool, whose the photo is, and model, seed and proof as JSON of our own."""
    source_type = SOURCE_TYPES.get(options.digital_source_type)
    if options.background and options.digital_source_type == "composite":
        source_type = "compositeSynthetic" if record.get("painting", {}).get("paints_shadow") else None
    label = (
        f"<Iptc4xmpExt:DigitalSourceType>{IPTC}{source_type}</Iptc4xmpExt:DigitalSourceType>"
        if source_type
        else ""
    )
    facts = {
        "model": Path(record.get("model", {}).get("name") or "").name or None,  # no local path leaks
        "model_sha256": record.get("model", {}).get("digest"),
        "seed": record.get("seed"),
        "proof": record.get("checks", {}).get("proof"),
    }
    body = escape(json.dumps(facts, sort_keys=True), quote=False)
    whose = _rights(record.get("photo", {}).get("rights", {}))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
        'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
        'xmlns:bggen="https://pypi.org/project/bggen/ns/1.0/">'
        f"<xmp:CreatorTool>bggen {__version__}</xmp:CreatorTool>"
        f"{label}{whose}<bggen:Facts>{body}</bggen:Facts></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    ).encode()


def _rights(told: dict[str, str]) -> str:
    """Whose the photo is and on what terms, in the properties in which shops and agencies look for it."""
    creator, owner, credit, statement = (
        escape(told.get(name, ""), quote=False) for name in ("creator", "copyright", "credit", "statement")
    )
    made = f"<dc:creator {DC}><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>"
    owned = f'<dc:rights {DC}><rdf:Alt><rdf:li xml:lang="x-default">{owner}</rdf:li></rdf:Alt></dc:rights>'
    thanks = f"<photoshop:Credit {PHOTOSHOP}>{credit}</photoshop:Credit>"
    terms = f"<xmpRights:WebStatement {TERMS}>{statement}</xmpRights:WebStatement>"
    return made * bool(creator) + owned * bool(owner) + thanks * bool(credit) + terms * bool(statement)


def facts_of(packet: str, path: Path) -> dict[str, Any]:
    """What `xmp` wrote of model, seed and proof, with the label and the tool.

    Raises BadInput where a packet has none of it; `path` is the file that is told.
    """
    from xml.etree import ElementTree

    found: dict[str, Any] = {}
    with contextlib.suppress(ElementTree.ParseError, ValueError):
        start = packet.index("<x:xmpmeta")
        for node in ElementTree.fromstring(packet[start : packet.index("</x:xmpmeta>") + 12]).iter():  # noqa: S314 - our own packet, no entities are resolved
            name = node.tag.rsplit("}", 1)[-1]
            if name == "Facts" and isinstance(facts := json.loads(node.text or "{}"), dict):
                found |= facts
            elif name in ("DigitalSourceType", "CreatorTool"):
                found[name] = node.text
    if not found:
        raise BadInput(f"{path}: carries no bggen record", reason="no_record")
    return found
