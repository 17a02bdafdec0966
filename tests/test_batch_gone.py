"""Rows and pictures that nobody asks for any more: they stay, and the report says so."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests import catalog


@pytest.fixture
def photos(tmp_path: Path, worker_threads: None) -> Path:
    """Two cut-out photos."""
    return catalog.make(tmp_path / "in", 2)


def test_rows_of_photos_that_are_gone_say_so_or_go(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, flags = tmp_path / "o", ("--size", "96", "--workers", "1", "--background", "#dfe4ea")
    (photos / "bad.png").write_bytes(b"not a picture")
    (photos / "p00001.JPG").write_bytes((photos / "p00001.png").read_bytes())  # both would be p00001.png

    def states(code: int) -> dict[str, str]:
        assert catalog.here(photos, "-o", out, *flags) == code
        rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
        return {row["id"]: row["state"] for row in rows}

    twins = {"p00001.JPG.png": "failed", "p00001.png.png": "failed"}
    assert states(3) == {"bad.png": "failed", "p00000.png": "done", **twins}
    for name in ("bad.png", "p00001.JPG", "p00000.png"):
        (photos / name).rename(tmp_path / name)
    capsys.readouterr()
    assert states(0) == {"p00000.png": "gone", "p00001.png": "done"}
    assert (
        "photos or pictures are gone: 1 whose pictures stay are marked in the report"
        in capsys.readouterr().err
    )
    assert (out / "p00000.png").exists(), "nothing of the user's is removed"

    (tmp_path / "p00000.png").rename(photos / "p00000.png")
    stamp = (out / "p00000.png").stat().st_mtime_ns
    assert states(0) == {"p00000.png": "done", "p00001.png": "done"}
    assert (out / "p00000.png").stat().st_mtime_ns == stamp, "it was looked at, and not made anew"
    assert "are gone" not in capsys.readouterr().err
    for folder in (photos, out):
        (folder / "p00000.png").unlink()
    assert states(0) == {"p00001.png": "done"}
    (photos / "p00001.png").rename(tmp_path / "p00001.png")
    assert states(0) == {"p00001.png": "done"}, "an empty folder may be a disk that is away"


def test_rows_under_a_former_name_say_so_until_it_is_asked_for_again(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, flags = tmp_path / "o", ("--size", "96", "--workers", "1", "--background", "#dfe4ea")

    def states(*more: str) -> list[tuple[str, str]]:
        capsys.readouterr()
        assert catalog.here(photos, "-o", out, *flags, *more) == 0
        rows = [json.loads(line) for line in (out / "report.jsonl").read_text().splitlines()]
        return [(row["id"], row["state"]) for row in rows]

    both = ("p00000", "p00001")
    assert states() == [(f"{name}.png", "done") for name in both]
    jpeg = [
        (f"{name}.{suffix}", state) for name in both for suffix, state in (("jpg", "done"), ("png", "former"))
    ]
    assert states("--format", "jpeg") == jpeg
    assert "another name in this run: 2, such as p00000.png: marked as former" in capsys.readouterr().err
    assert len(catalog.tree(out)) == 2, "nothing of the user's is removed"
    assert states("--format", "jpeg") == jpeg
    assert "marked as former" not in capsys.readouterr().err, "it was said once"
    back = [
        (f"{name}.{suffix}", state) for name in both for suffix, state in (("jpg", "former"), ("png", "done"))
    ]
    assert states() == back
    assert "0 to make, 2 as they are" in capsys.readouterr().err, "what was known of them is known"
    (out / "p00000.jpg").unlink()
    assert states() == back[1:]


def test_a_photo_that_no_listing_has_is_gone_from_a_store_too(tmp_path: Path) -> None:
    import fsspec

    store = fsspec.filesystem("memory")
    catalog.make(tmp_path, 2)
    for name in ("p00000.png", "p00001.png"):
        store.pipe_file(f"/shop/{name}", (tmp_path / name).read_bytes())
    run = ("-o", tmp_path / "o", "--size", "96", "--workers", "1", *catalog.FLAT)
    assert catalog.here("memory://shop", *run) == 0
    store.rm_file("/shop/p00000.png")
    assert catalog.here("memory://shop", *run) == 0
    rows = [json.loads(line) for line in (tmp_path / "o" / "report.jsonl").read_text().splitlines()]
    assert [row["state"] for row in rows] == ["gone", "done"]


def test_pictures_whose_row_has_others_now_stay_and_are_told(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, flags = tmp_path / "o", ("--size", "96", "--workers", "1", "--background", "#dfe4ea")
    (photos / "p00001.png").unlink()

    def pictures(code: int, variants: int) -> list[str]:
        capsys.readouterr()
        assert catalog.here(photos, "-o", out, *flags, "--variants", variants) == code
        with (out / "report.csv").open(encoding="utf-8-sig", newline="") as sheet:
            return [f"{row['state']} {row['file']}" for row in csv.DictReader(sheet)]

    assert pictures(0, 2) == ["done p00000-1.png", "done p00000-2.png"]
    assert pictures(0, 1) == ["done p00000.png", "former p00000-1.png", "former p00000-2.png"]
    assert "stay beside those made: 2, such as p00000-1.png: marked as former" in capsys.readouterr().err
    assert '"left": ["p00000-1.png", "p00000-2.png"]' in (out / "report.html").read_text()
    (out / "p00000-1.png").unlink()
    assert pictures(0, 1) == ["done p00000.png", "former p00000-2.png"]
    work = catalog.retouch(out / "p00000-2.png")
    assert pictures(3, 2) == ["failed p00000.png", "former p00000-2.png"]
    assert "p00000-2.png is in" in capsys.readouterr().err
    assert (out / "p00000-2.png").read_bytes() == work


def test_a_retouched_variant_outlives_another_number_of_them(photos: Path, tmp_path: Path) -> None:
    out, flags = tmp_path / "o", ("--size", "96", "--workers", "1", *catalog.FLAT)
    (photos / "p00001.png").unlink()
    assert catalog.here(photos, "-o", out, *flags, "--variants", "3") == 0
    whole, work = catalog.tree(out), catalog.retouch(out / "p00000-1.png")
    (out / "p00000-2.png").unlink()
    for variants, code in ((3, 0), (2, 0), (1, 0), (2, 3)):
        assert catalog.here(photos, "-o", out, *flags, "--variants", variants) == code
        assert (out / "p00000-1.png").read_bytes() == work
        assert catalog.tree(out)["p00000-2.png"] == whole["p00000-2.png"], "made anew without the others"
