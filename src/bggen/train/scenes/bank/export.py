"""From renders to the bank in the package: AVIF pictures, small masks, one plates.json. Needs no Blender."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from PIL import Image

OF_A_SET = re.compile(r"[a-z]?[0-9]{3}(\.avif|-[a-z]+\.png)")  # the names of pictures and masks


def export(
    renders: Path, bank: Path, quality: int = 70, drop: frozenset[str] = frozenset()
) -> tuple[int, int]:
    """Put the finished renders into `bank` -> plates, bytes.

    Sets of the bank that were not rendered stay as they are; the light of those that were is to be measured.
    Of those whose masks alone were rendered, the masks are exchanged. Pictures and masks of sets that are no
    longer in it are deleted.

    Args:
        quality: of the AVIFs, 0..100.
        drop: ids that were looked at and found wanting.
    """
    bank.mkdir(parents=True, exist_ok=True)
    table = bank / "plates.json"
    rows = {row["id"]: row for row in json.loads(table.read_text("utf-8"))} if table.exists() else {}
    finished = sorted(renders.glob("[0-9][0-9][0-9].json"))
    if not finished:
        raise SystemExit(f"no finished plates in {renders}: render some first")
    for path in finished:
        row = json.loads(path.read_text("utf-8"))
        if row["id"] in drop:
            continue
        if (picture := path.with_suffix(".png")).exists():
            with Image.open(picture) as plate:
                plate.convert("RGB").save(bank / row["file"], "AVIF", quality=quality, speed=4)
        elif row["id"] in rows:
            row = rows[row["id"]] | {"paint": row["paint"]}
        else:
            continue
        for name in _masks(row):
            with Image.open(renders / name) as mask:
                mask.convert("L").point(_settled).save(bank / name, optimize=True)
        rows[row["id"]] = row
    rows = {key: rows[key] for key in sorted(rows) if key not in drop}
    write_table(table, list(rows.values()))
    kept = {row["file"] for row in rows.values()}
    kept |= {name for row in rows.values() for name in _masks(row)}
    for path in list(bank.iterdir()):
        if OF_A_SET.fullmatch(path.name) and path.name not in kept:
            path.unlink()
    return len(rows), sum(path.stat().st_size for path in bank.iterdir())


def _masks(row: dict[str, Any]) -> list[str]:
    """Files of what can be recoloured, and of a podium of any stuff."""
    return sorted({*(paint["mask"] for paint in row["paint"]), *filter(None, [row.get("podium_mask")])})


def write_table(file: Path, rows: list[dict[str, Any]]) -> None:
    """The bank's rows, one a line; whole or not at all."""
    half = file.with_suffix(".json.tmp")
    half.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n", "utf-8")
    half.replace(file)


def _settled(level: int) -> int:
    """Nearly none is none, nearly all is all."""
    return 0 if level < 6 else 255 if level > 249 else level
