"""Tables as suppliers send them: what is wrong with a row costs that row alone."""

from __future__ import annotations

import dataclasses
import io
import json
import unicodedata
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bggen.batch.asked import finder, rows, tables
from bggen.batch.memory.journal import Journal
from bggen.batch.places import outs
from bggen.batch.request import BatchRequest
from bggen.errors import UsageError
from bggen.options import Options
from tests import catalog

LONG = "x" * 300


@pytest.fixture
def photos(tmp_path: Path, worker_threads: None) -> Path:
    """Twelve cut-out photos."""
    return catalog.make(tmp_path / "in", 12)


def test_a_wrong_row_fails_alone(photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {
        "p00001.png": ({"channels": "1:1;portrait"}, "usage"),
        "p00002.png": ({"title": "x" * 4100}, "usage"),
        "p00003.png": ({"model": "XJ-900", "background": ""}, "weights_missing"),
        "p00004.png": ({"output": "."}, "path_escape"),
        "p00005.png": ({"output": f"{LONG}/a"}, "path_escape"),
        "p00006.png": ({"background": LONG}, "unreadable"),
        "p00007.png": ({"image": "."}, "path_escape"),
        "p00011.png": ({"roi": "20,20,9999,150"}, "roi_size"),
        "p00008.png": ({"image": "\ud83d.png"}, "not_found"),
    }
    right = {
        "p00000.png": {"channels": 96},
        "p00009.png": {"title": "half an emoji \ud83d", "sku": "\ud83d", "roi": [20, 20, 110, 150]},
        "p00010.png": {"title": None},
    }
    every = right | {name: row for name, (row, _) in wrong.items()}
    rows = [{"image": name, "background": "#dfe4ea"} | row for name, row in every.items()]
    table, out = photos / "T.JSONL", tmp_path / "o"
    table.write_text("\n".join([*map(json.dumps, [*rows, rows[-1]]), "[]", '{"image": "p0000']))
    flags = ("--json", "--quiet", "--size", "96", "-p", "{title} on oak", "--family-by", "sku")
    assert catalog.here(table, "-o", out, *flags) == 3
    said = [row for row in catalog.said(capsys.readouterr().out) if "state" in row]
    failed = sorted(row["reason"] for row in said if row["state"] == "failed")
    assert failed == sorted([*(reason for _, reason in wrong.values()), "usage", "usage"])
    assert [row["message"][:41] for row in said if row["id"] == "line-15.png"] == [
        "T.JSONL, line 15: is no JSON object (Unte"
    ]
    assert set(catalog.tree(out)) == {"p00000-96.png", "p00001-1x1.png", "p00009.png", "p00010.png"}


def test_a_column_gives_some_products_alone(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, out = photos / "t.csv", tmp_path / "o"
    rows = ("p00000.png,transparent,,", "p00001.png,,,", "p00002.png,transparent,jpeg,",
            "p00003.png,transparent,,walmart")  # fmt: skip
    table.write_text("\n".join(["image,background,format,channels", *rows]))
    assert catalog.here(table, "-o", out, *catalog.FLAT, "--size", "96") == 3
    said = {row["id"]: row for row in catalog.said(capsys.readouterr().out) if "id" in row}
    modes = {}
    for name in catalog.tree(out):
        with Image.open(out / name) as picture:
            modes[name] = picture.mode
    assert modes == {"p00000.png": "RGBA", "p00001.png": "RGB"}
    assert "line 4: background transparent: jpeg has no" in said["p00002.png"]["message"]
    assert "asks for pure white" in said["p00003-walmart.png"]["message"]
    with Image.open(io.BytesIO(thumbnail(out, "p00000.png"))) as shown:
        assert np.asarray(shown)[2, 2].min() > 225, "the report's stands on light grey"
    Image.new("RGBA", (40, 40)).save(out / "retouched.png")  # black where it is clear
    retouched = outs.opened(out / "retouched.png", "retouched.png")
    assert retouched is not None and retouched.min() == 255


def thumbnail(out: Path, name: str) -> bytes:
    """What the report shows of a picture."""
    with closing(Journal(out / ".bggen" / "journal.sqlite3", read_only=True)) as journal:
        return journal.thumbs(name)[1] or b""


def test_a_column_that_no_row_has_is_the_requests_own_fault(photos: Path, tmp_path: Path) -> None:
    (photos / "t.csv").write_text("image,colour\np00000.png,red\n")
    with pytest.raises(UsageError, match=r"no value for \{color\}: there are colour"):
        catalog.here(photos / "t.csv", "-o", tmp_path / "o", *catalog.FLAT, "-p", "{color} on oak")


def test_a_column_that_is_nearly_ours_is_told_unless_it_is_named(tmp_path: Path) -> None:
    """A whole catalogue was made in a neutral studio for one letter in the head of its table."""
    (tmp_path / "t.csv").write_text("image,images,promt,colour,quantity\na.png,b.png,on oak,red,3\n")
    request = BatchRequest(str(tmp_path / "t.csv"))
    assert finder.find(request, "o").chosen.endswith("scene; not read: promt (did you mean prompt?)")
    for named in ({"prompt": "{Promt} at noon"}, {"family_by": "promt"}):
        assert "not read" not in finder.find(dataclasses.replace(request, **named), "o").chosen


def test_a_name_that_a_row_asks_for_tells_the_format(tmp_path: Path) -> None:
    """`mug.webp` became mug.png, which nobody was waiting for."""
    rows = ("a.png,x.webp,", "b.png,y.JPEG,", "c.png,z.png,", "d.png,v,", "e.png,w.webp,avif")
    (tmp_path / "t.csv").write_text("\n".join(["image,output,format", *rows]))
    request = BatchRequest(str(tmp_path / "t.csv"))
    found = {item.target: item.options.format for item in finder.find(request, "o").items}
    assert found == {"x.webp": "webp", "y.jpg": "jpeg", "z.png": None, "v.png": None, "w.avif": "avif"}
    asked = dataclasses.replace(request, options=Options(format="tiff"))
    assert [item.target for item in finder.find(asked, "o").items][:2] == ["x.tif", "y.tif"]


def test_rows_that_say_the_same_are_one_and_others_for_its_name_fail_alone(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, out = photos / "t.csv", tmp_path / "o"
    table.write_text("image,prompt,quality\np00000.png,a,\np00001.png,b,\np00000.png,a,\np00001.png,b,good\n")
    assert catalog.here(table, "-o", out, *catalog.FLAT, "--dry-run") == 0
    plan = [row for row in catalog.said(capsys.readouterr().out) if "make" in row or "fail" in row]
    assert [row["target"] for row in plan] == ["p00000.png", "p00001.png", "p00001.png-line-5.png"]
    table.write_text("image,prompt\np00000.png,a\np00000.png,b\np00001.png,a\n")
    assert catalog.here(table, "-o", out, *catalog.FLAT, "--size", "96") == 3
    rows = {row["id"]: row for row in catalog.said(capsys.readouterr().out) if "id" in row}
    assert {id: row["state"] for id, row in rows.items()} == {
        "p00000.png-line-2.png": "failed",
        "p00000.png-line-3.png": "failed",
        "p00001.png": "done",
    }
    assert rows["p00000.png-line-3.png"]["message"] == (
        f"t.csv, line 3: '{photos / 'p00000.png'} (line 2)' would become 'p00000.png', too: "
        "give each an output of its own"
    )


def test_a_prompt_file_that_is_no_text_costs_its_own_photo(
    photos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (photos / "p00001.txt").write_bytes("grün".encode("latin-1"))
    (photos / "p00002.txt").write_text("x" * 15_999 + "ü" * 9)  # cut within a letter
    out = tmp_path / "o"
    assert catalog.here(photos, "-o", out, *catalog.FLAT, "--size", "96") == 3
    said = catalog.said(capsys.readouterr().out)
    failed = [row["message"] for row in said if row.get("state") == "failed"]
    assert len(failed) == 1
    assert "p00001.txt: is not UTF-8 text" in failed[0]
    assert len(catalog.tree(out)) == 11


def test_a_row_that_cant_be_read_is_refused_alone_unless_it_may_hide_others(tmp_path: Path) -> None:
    """A comma too many in one title left a whole night's catalogue unmade."""
    rows = ["image,prompt", "a.png,x", "b.png,x,y", '"c".png,x', 'd.png,"two', 'lines"', ",,,", 'e.png,"cut']
    (table := tmp_path / "t.csv").write_text("\n".join(rows))
    read = [(row.line, row.image, row.trouble) for row in tables.read(table)]
    troubles = ("has 3 values for 2 columns", "',' expected after '\"'", "unexpected end of data")
    assert read == [
        (2, "a.png", ""), (3, "", troubles[0]), (4, "", troubles[1]), (6, "d.png", ""), (8, "", troubles[2])
    ]  # fmt: skip
    for swallowed in (['b.png,"x', "c.png,y"], ['b.png,"x', 'c.png,"y"'], ['b.png,"x', 'c.png,y",z']):
        table.write_text("\n".join([*rows[:2], *swallowed]))
        with pytest.raises(UsageError, match=r"t.csv, lines 3 to 4: .* close the quote that is open"):
            tables.read(table)


def test_old_line_ends_do_not_hide_the_delimiter(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(b"image;prompt\ra.png;oak, light, warm, low sun\rb.png;snow, far, away\r")
    assert [row.values["prompt"] for row in tables.read(table)] == [
        "oak, light, warm, low sun",
        "snow, far, away",
    ]


@pytest.mark.parametrize(
    "text",
    ["sep=;\r\nimage;prompt\r\na.png;oak, low sun\r\n", 'image;"prompt";"a, b, c"\na.png;oak, low sun;\n'],
    ids=["excel", "quoted"],
)
def test_a_delimiter_is_told_from_what_it_divides(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(text, newline="")
    (row,) = tables.read(tmp_path / "t.csv")
    assert (row.image, row.values["prompt"]) == ("a.png", "oak, low sun")


def test_what_is_no_table_is_not_taken_for_a_photo(tmp_path: Path) -> None:
    (tmp_path / "items.xlsx").write_bytes(b"PK")
    with pytest.raises(UsageError, match="save it as CSV"):
        catalog.here(tmp_path / "items.xlsx", "--dry-run")


def test_a_photo_is_found_however_its_name_spells_an_accent(tmp_path: Path) -> None:
    one, two = (unicodedata.normalize(form, "Süß/Café.png") for form in ("NFC", "NFD"))
    (tmp_path / two).parent.mkdir()
    (tmp_path / two).touch()
    assert rows.place(one, tmp_path) == rows.place(two, tmp_path)
    assert rows.place("Ü.png", tmp_path)[2] == "Ü.png", "what is nowhere is told as it is written"


def test_backdrops_that_are_missing_end_no_run(photos: Path, tmp_path: Path) -> None:
    rows = [f"p{number:05}.png,{'gone.png' if number < 11 else '#ffffff'}" for number in range(12)]
    (photos / "t.csv").write_text("\n".join(["image,background", *rows]))
    assert catalog.here(photos / "t.csv", "-o", tmp_path / "o", "--size", "96", "--quiet") == 3
    assert set(catalog.tree(tmp_path / "o")) == {"p00011.png"}


def test_a_tables_models_and_adapters_lie_beside_it_where_they_are_there(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    for folder in (photos / "sd", photos / "studio", here / "both", photos / "both", here / "mine"):
        folder.mkdir(parents=True)
        (folder / "model_index.json").write_text("{}")
    (photos / "sdxl-inpaint").mkdir()  # photos of that name are no model
    for file in (photos / "a.safetensors", here / "b.safetensors"):
        file.touch()
    monkeypatch.chdir(here)
    models = ("sd", "studio", "both", "mine", "sdxl-inpaint", str(photos / "sd"))
    adapters = '"a.safetensors:0.8, b.safetensors,~/c.safetensors"'
    rows = [f"p{number:05}.png,{model},{adapters}" for number, model in enumerate(models)]
    (photos / "t.csv").write_text("\n".join(["image,model,lora", *rows]))
    found = finder.find(BatchRequest(str(photos / "t.csv")), "o")
    beside = [str(photos / name) for name in ("sd", "both")]
    assert [item.options.model for item in found.items] == [
        beside[0], "studio", beside[1], "mine", "sdxl-inpaint", beside[0],
    ]  # fmt: skip
    assert {item.options.lora for item in found.items} == {
        (f"{photos / 'a.safetensors'}:0.8", "b.safetensors", "~/c.safetensors")
    }
    assert found.doubts == [
        f"both: {beside[1]} is taken, beside the table as photos are, not {here / 'both'}"
    ]
    monkeypatch.chdir(photos)
    assert finder.find(BatchRequest("t.csv"), "o").items[0].options.model == "sd", "as earlier runs wrote it"


def test_a_tables_backdrops_lie_beside_it_as_its_photos_do(
    photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for place in (photos / "near.png", photos / "both.png", here / "both.png", here / "far.png"):
        place.write_bytes(str(place).encode())
    named = ("near.png", "far.png", "both.png", "gone.png", "#dfe4ea", "https://shop.example/set.png")
    rows = [f"p{number:05}.png,{name},{number}.png" for number, name in enumerate(named)]
    rows += ["p00000.png,both.png,x.png"]
    (photos / "t.csv").write_text("\n".join(["image,background,output", *rows]))
    found = finder.find(BatchRequest(str(photos / "t.csv")), "o")
    meant = [
        str(photos / "near.png"),
        "far.png",
        str(photos / "both.png"),
        str(photos / "gone.png"),
        *named[4:],
    ]
    assert [item.options.background for item in found.items] == [*meant, meant[2]]
    assert found.doubts == [
        f"both.png: {meant[2]} is taken, beside the table as photos are, not {here / 'both.png'}"
    ]
    assert catalog.here(photos / "t.csv", "-o", "o", "--dry-run", "--quiet") == 0
    assert capsys.readouterr().err.splitlines() == found.doubts, "even to those who want to hear nothing else"

    (photos / "t.csv").write_text("image,reference\np00000.png,auto\np00001.png,near.png\np00002.png,none\n")
    found = finder.find(BatchRequest(str(photos / "t.csv")), "o")
    assert [item.options.reference for item in found.items] == ["auto", meant[0], "none"]
    monkeypatch.chdir(photos)
    found = finder.find(BatchRequest("t.csv"), "o")
    assert found.items[1].options.reference == "near.png", "the seed of earlier runs"
