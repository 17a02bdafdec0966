"""From a photo to a finished file, as a user calls it."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import weakref
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

import bggen
from bggen import cli, pipeline, sink
from bggen.cli import report
from bggen.cli.generate import generate
from bggen.cli.inspect import inspect
from bggen.cli.options import SHARED
from bggen.cli.targets import plan
from bggen.cutout import second
from bggen.cutout.rules import trust
from bggen.engine import Engine
from bggen.errors import BadInput, PaintFailed, UsageError, WriteFailed
from bggen.families.flat import FlatPainter
from bggen.frame import roi_of
from bggen.options import Options
from bggen.serve.config import ServeConfig
from bggen.settings import Settings, build, resolve
from bggen.spec import Job

OF_EACH_KIND = (  # real photos: a toy on cloth, a person, a shelf, plain, with alpha, a wall, wire
    "dreambooth_duck_toy_02.jpg",
    "exif_Portrait_0.jpg",
    "grocery_Alpro-Blueberry-Soyghurt_009.jpg",
    "onlineboutique_tank-top.jpg",
    "saleor_neck-warmer.png",
    "shrine_product07.jpg",
    "shrine_product10.jpg",
)


def run(*words: str, cwd: Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "bggen", *words]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False, timeout=110)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom bggen.cli import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        "heavy = set('torch diffusers numpy PIL fastapi cv2 rich transformers'.split())\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
    assert "generate" in done.stdout


def test_generate_writes_beside_the_photo_and_never_overwrites(product_png: Path, tmp_path: Path) -> None:
    photo = tmp_path / "bottle.png"
    photo.write_bytes(product_png.read_bytes())
    first = run("generate", "bottle.png", "--model", "flat", "--sidecar", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert b"product untouched (max difference 0" in first.stdout
    record = json.loads((tmp_path / "bottle-scene.png.json").read_text())
    assert record["checks"]["proof"]["max_difference"] == 0
    again = run("generate", "bottle.png", "--model", "flat", cwd=tmp_path)
    assert again.returncode == 2
    assert b"--force" in again.stderr
    assert run("generate", "bottle.png", "--model", "flat", "--force", cwd=tmp_path).returncode == 0


def test_no_picture_replaces_what_it_is_made_from(
    product_png: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-o mug.jpg --force` laid a scene over the only photo of the mug."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.png", "a-scene.png", "wall.png"):
        shutil.copy(product_png, name)
    flags = dict.fromkeys(SHARED) | {"background": "wall.png", "size": "96"}
    for photos, output, lost in (
        (["a.png"], "./a.png", "a.png"),
        (["a.png", "a-scene.png"], None, "a-scene.png"),
        (["a.png"], "wall.png", "wall.png"),
    ):
        with pytest.raises(UsageError, match=f"{lost} itself would be lost"):
            generate(photos, output=output, force=True, **flags)
    assert {file.read_bytes() for file in tmp_path.iterdir()} == {product_png.read_bytes()}


def test_a_folder_that_takes_no_files_is_told_before_any_photo_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every photo was painted, and then could not be written."""
    access = os.access  # read-only disks say so to the superuser as well, folders don't
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != tmp_path and access(path, mode))
    monkeypatch.setattr(Engine, "render", lambda *_: pytest.fail("painted"))
    for output in (f"{tmp_path}/", f"{tmp_path}/new/deeper/x.png"):
        with pytest.raises(WriteFailed, match=f"^{tmp_path}: no file can be written there"):
            generate(["a.png"], output=output, **dict.fromkeys(SHARED))


def test_stdin_goes_where_it_is_sent() -> None:
    assert plan(["-"], None, Options()) == {"-": ["-"]}
    assert plan(["-"], "scenes/", Options(variants=2)) == {
        "-": ["scenes/stdin-scene-1.png", "scenes/stdin-scene-2.png"]
    }
    for output in (None, "-"):
        with pytest.raises(UsageError, match="--variants 2: stdout takes one picture"):
            plan(["-"], output, Options(variants=2))


def test_a_reader_that_goes_away_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was to be said next ended the command, and the photos that were left were not made."""
    gone, pipe = os.pipe()
    os.close(gone)
    with os.fdopen(pipe, "w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        for line in ("a.png -> a-scene.png", "b.png -> b-scene.png"):
            report.result(line)
            report.say("  timings: read 0.02 s")
        monkeypatch.undo()
    assert capsys.readouterr().err.count("timings") == 2


def test_a_bare_name_is_a_folder_however_many_photos_go_to_it(tmp_path: Path) -> None:
    targets = plan(["a/mug.jpg", "b/cup.jpg"], "scenes", Options())
    assert targets == {"a/mug.jpg": ["scenes/mug-scene.png"], "b/cup.jpg": ["scenes/cup-scene.png"]}
    assert plan(["a/mug.jpg"], "scenes", Options()) == {"a/mug.jpg": ["scenes/mug-scene.png"]}
    (tmp_path / "bare").touch()
    assert plan(["a/mug.jpg"], str(tmp_path / "bare"), Options()) == {"a/mug.jpg": [str(tmp_path / "bare")]}
    for name in ("scene.png", "-", "s3://shop/scenes", __file__):
        with pytest.raises(UsageError, match="need a folder"):
            plan(["a/mug.jpg", "b/cup.jpg"], name, Options())
    questions = plan(["a?1.jpg", "a?2.jpg", "https://shop.example/b.jpg?w=9"], "scenes", Options())
    assert list(questions.values()) == [
        ["scenes/a?1-scene.png"],
        ["scenes/a?2-scene.png"],
        ["scenes/b-scene.png"],
    ]


def test_photos_that_would_become_one_picture_are_named() -> None:
    with pytest.raises(UsageError, match=r"^\./mug\.jpg and mug\.jpg would both become mug-scene\.png"):
        plan(["./mug.jpg", "mug.jpg"], None, Options())


def test_a_phones_photo_that_wants_a_package_costs_its_own_line(
    product_png: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    Path("a.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    flags = dict.fromkeys(SHARED) | {"background": "#ffffff", "size": "96"}
    assert generate(["a.heic", str(product_png)], output="out", **flags) == 3
    assert "a.heic: HEIC needs an optional package: pip install 'bggen[heic]' [missing_extra]\n" in (
        capsys.readouterr().err
    )
    assert [path.name for path in Path("out").iterdir()] == ["bottle-scene.png"]


def test_a_photo_that_is_not_there_is_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate(["nothing.jpg"], **dict.fromkeys(SHARED)) == 3
    assert capsys.readouterr().err == "nothing.jpg: there is no such file [not_found]\n"


@pytest.mark.parametrize(
    ("photo", "says"),
    [
        ("my photos", "is a folder: bggen batch 'my photos' takes all in it [not_a_file]"),
        (
            "on oak",
            "there is no such file: a prompt goes after --prompt, a name with blanks in quotes [not_found]",
        ),
        (
            "ftp://a.example/mug.jpg",
            "there is no such file: of addresses, those of http:// and https:// are fetched [not_found]",
        ),
    ],
)
def test_an_argument_that_is_no_photo_is_told_where_it_belongs(
    photo: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("my photos").mkdir()
    assert generate([photo], **dict.fromkeys(SHARED)) == 3
    assert capsys.readouterr().err == f"{photo}: {says}\n"


def test_each_file_that_says_nothing_is_named_and_the_others_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("no picture")
    assert inspect([tmp_path / "nothing.png", note]) == 3
    gone, strange = capsys.readouterr().err.splitlines()
    assert gone.endswith("nothing.png: there is no such file") and "not a picture" in strange


def test_options_are_taken_as_people_write_them() -> None:
    options = Options.model_validate({"background": "White", "preset": "Walmart", "format": "JPG"})
    assert (options.background, options.preset, options.format) == ("#ffffff", "walmart", "jpeg")
    assert Options(background="white.png").backdrop == "white.png"
    assert Options(background=" Transparent").transparent
    assert Options(background="transparent").backdrop is None
    assert Options(background="./transparent").backdrop == "./transparent"
    assert Options(background="./white").backdrop == "./white"
    shares = Options.model_validate({"fill": "85%", "strength": "40 %", "size": 1024, "lora": "a, b:0.5"})
    assert (shares.fill, shares.strength, shares.size, shares.lora) == (0.85, 0.4, "1024", ("a", "b:0.5"))
    assert Options.model_validate({"roi": [10, 20, 300, 400.5]}).roi == "10,20,300,400.5"
    placed = Options.model_validate({"margin": ["5%", "40px"], "anchor": ""})
    assert (placed.margin, placed.anchor) == ("5%,40px", "bottom")
    for edges in ("10%, 20%, 90%, 95%", "10 20 90 95", "10px,20px,90px,95px", "10 % 20 % 90 % 95 %"):
        assert roi_of(Options(roi=edges).roi or "") == ([10, 20, 90, 95], "%" in edges)
    with pytest.raises(UsageError, match="at most 4000 characters") as caught:
        resolve({"prompt": "soft light on oak " * 500}, None, {})
    assert len(str(caught.value)) < 160


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("fill", "85", "fill 85: give a number, more than 0 and at most 1 (0.85 for 85 % of the canvas)"),
        ("seed", "1.5", "seed 1.5: give a whole number, 0 or more and less than 9,223,372,036,854,775,808"),
        ("variants", "0", "variants 0: give a whole number from 1 to 64"),
        ("threads", "many", "threads many: give a whole number, 1 or more"),
        (
            "anchor",
            "middle",
            "anchor middle: give center, bottom, top, left, right, bottom-left, bottom-right, top-left, "
            "top-right, or X%,Y% of the free room, such as 30%,80%",
        ),
        ("anchor", "30%,101%", "anchor 30%,101%: give center, bottom, top"),
        ("size", "9000", "size 9000: give sides from 16 to 10000 and at most 50 megapixels"),
        ("aspect", "0:1", "aspect 0:1: give a shape such as 1:1, 4:5 or 16:9, up to 10:1"),
        ("margin", "5 cm", "margin '5 cm': give 5% or 40px, or a side each as TOP,RIGHT,BOTTOM,LEFT"),
        ("margin", "50%", "margin 50%: give 5% or 40px, or a side each as TOP,RIGHT,BOTTOM,LEFT, such as"),
        ("margin", "5%,50%,5%,41%", "margin 5%,50%,5%,41%: give 5% or 40px, or a side each as"),
        (
            "roi",
            "10,20,30",
            "roi 10,20,30: give LEFT,TOP,RIGHT,BOTTOM in pixels, such as 120,80,560,470, or in",
        ),
        ("roi", "1,2%,3,4", "roi 1,2%,3,4: give LEFT,TOP,RIGHT,BOTTOM in pixels, such as"),
        ("roi", "300,10,200,90", "roi 300,10,200,90: right 200 is not beyond left 300: give LEFT,TOP,RIGHT,"),
        (
            "roi",
            "0 9 9 9",
            "roi '0 9 9 9': bottom 9 is not beyond top 9: give LEFT,TOP,RIGHT,BOTTOM, no width",
        ),
        ("roi", "-5,0,9,9", "roi -5,0,9,9: left -5 lies outside the photo: give 0 or more"),
        ("roi", "0%,0%,9%,200%", "roi 0%,0%,9%,200%: bottom 200% lies outside the photo: give 0% to 100%"),
        ("background", "#ggg", "background #ggg: give a picture, transparent, or a colour such as white or"),
        ("reference", "white", "reference white: give auto, none, or a picture"),
        ("device", "gpu", "device gpu: give auto, cpu, cuda, cuda:1 or mps"),
        ("compile", "maybe", "compile maybe: give true or false"),
    ],
)
def test_a_wrong_value_is_told_with_its_place_and_what_to_give(
    name: str, value: str, says: str, tmp_path: Path
) -> None:
    (file := tmp_path / "bggen.toml").write_text(f"{name} = {json.dumps(value)}\n")
    places: list[tuple[str, tuple[Any, ...]]] = [
        ("--", ({name: value}, None, {})),
        (f"BGGEN_{name.upper()} ", ({}, None, {f"BGGEN_{name.upper()}": value})),
        (f"{file}: ", ({}, file, {})),
    ]
    for place, sources in places:
        with pytest.raises(UsageError) as caught:
            resolve(*sources)
        wanted = says.removeprefix(f"{name} ") if place.startswith("BGGEN") else says
        assert str(caught.value).startswith(place + wanted)


def test_no_option_has_a_librarys_words_for_what_is_wrong() -> None:
    for kind in (Options, Settings, ServeConfig):
        for name in set(kind.model_fields) - {"options", "api_keys"}:
            with pytest.raises(UsageError) as caught:
                build(kind, {name: {}})
            said = str(caught.value)
            assert said.startswith(f"{name} {{}}: give ") and "another value" not in said, said


def test_names_of_any_bytes_can_be_told(capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"m\xfcg.png")
    report.result(name)
    report.json_line({"photo": name})
    assert capsys.readouterr().out == 'm\\udcfcg.png\n{"photo": "m\\udcfcg.png"}\n'


def test_a_bad_photo_costs_one_line_and_exit_3_and_the_others_are_made(
    product_png: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.jpg").write_bytes(b"no picture")
    done = run(
        "generate", "bad.jpg", str(product_png), "-o", "out/", "--model", "flat", "--json", cwd=tmp_path
    )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows[0]["reason"] == "not_an_image"
    assert rows[1]["checks"]["verdict"] == "ok"
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["bottle-scene.png"]


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (
            {"background": "lavendr"},
            "background lavendr: there is no such file and no such colour: those are as .*",
        ),
        ({"reference": "wall.png"}, "reference wall.png: there is no such file"),
        ({"mask": "cut.png"}, "mask cut.png: there is no such file"),
    ],
)
def test_a_file_that_is_not_there_is_told_by_the_option_that_names_it(
    option: dict[str, str], says: str, product_png: Path
) -> None:
    with pytest.raises(BadInput, match=f"^{says}$") as caught:
        bggen.generate(str(product_png), options=Options.model_validate(option))
    assert caught.value.reason == "not_found"


def test_stdin_to_stdout(product_png: Path, tmp_path: Path) -> None:
    done = run(
        "generate", "-", "--model", "flat", "--format", "webp", cwd=tmp_path, stdin=product_png.read_bytes()
    )
    assert done.returncode == 0, done.stderr
    assert Image.open(io.BytesIO(done.stdout)).format == "WEBP"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--size", "x"), "--size x: give WIDTHxHEIGHT"),
        (("--fil", "1"), "No such option: --fil"),
        (("--model", "nowhere"), "nowhere"),
        (("--shadow", "long"), "shadow"),
        (("--cutout", "magic"), "magic"),
        (("--variants", "0"), "variants"),
        (("--pose", "sideways"), "pose"),
        (("--format", "jpeg"), "the name says png"),
        (("--background", "transparent", "-o", "o.jpg"), "o.jpg: background transparent: jpeg has no"),
    ],
)
def test_a_wrong_option_is_one_line_and_exit_2(
    words: tuple[str, ...],
    said: str,
    product_png: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    model = () if "--model" in words else ("--model", "flat")
    target = ("-o", str(tmp_path / "o.png"))
    monkeypatch.setattr(sys, "argv", ["bggen", "generate", str(product_png), *target, *model, *words])
    with pytest.raises(SystemExit) as done:
        cli.main()
    told = capfd.readouterr().err
    assert done.value.code == 2, told
    assert said in told
    assert told.count("\n") == 1
    assert not (tmp_path / "o.png").exists()


def test_names_that_are_too_long_are_shortened_or_cost_one_line(
    product_png: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    flags = dict.fromkeys(SHARED) | {"background": "#ffffff", "size": "96"}
    title = Path("ü" * 124 + ".png")  # as long as a name may be; its picture's would be longer
    title.write_bytes(product_png.read_bytes())
    words = "on a walnut table, " * 20  # a prompt whose flag was forgotten
    assert generate([words, str(title)], **flags) == 3
    assert "File name too long" in capsys.readouterr().err
    (made,) = tmp_path.glob("ü*-*.png")
    assert len(os.fsencode(made.name)) <= 255
    assert generate([str(product_png)], output="x" * 300 + ".png", **flags) == 3
    assert "can't be written (File name too long)" in capsys.readouterr().err


def test_a_pattern_that_the_shell_has_spread_is_told_how_to_be_given(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bggen", "batch", "a.jpg", "b.jpg"])
    with pytest.raises(SystemExit) as done:
        cli.main()
    assert done.value.code == 2
    assert capfd.readouterr().err.endswith(
        "(b.jpg): give one SOURCE, a folder or a pattern in quotes, such as 'photos/*.jpg'\n"
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("generate", "mug.jpg", "--prompt"), "'--prompt' requires an argument: see bggen generate --help"),
        (("--version=1",), "'--version' does not take a value: see bggen --help"),
        (("batch", "", "-o", "scenes"), "SOURCE is empty: give a folder, a pattern, a table or a URL"),
        (("sets", "--count", "0"), "--count 0: give 1 or more"),
        (("batch", "photos", "-o", "mug.png"), "--output mug.png: give a folder: bggen generate writes one"),
        (
            ("generate", "mug.jpg", "-o", "o.png", "\u2014prompt", "on oak"),
            "a long dash: type --prompt, with",
        ),
        (("batch", "photos", "\u2013p=on oak"), "a long dash: type -p, with"),
        (
            ("generate", "m.png", "-o", "o.png", "-p", "on", "oak"),
            "(m.png: there is no such file: a prompt goes",
        ),
        (("serve", "--port", "x"), "mask m.png (--mask, BGGEN_MASK or settings file): a mask belongs to one"),
    ],
)
def test_what_is_missing_or_misplaced_is_one_line(
    words: tuple[str, ...],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """An empty SOURCE was the working directory, and a server laid one mask of its own over every photo."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["bggen", *words])
    monkeypatch.setenv("BGGEN_MASK", "m.png")
    with pytest.raises(SystemExit) as done:
        cli.main()
    told = capfd.readouterr().err
    assert done.value.code == 2 and says in told and told.count("\n") == 1, told


def test_a_setting_that_there_is_not_is_told_the_nearest(tmp_path: Path) -> None:
    file = tmp_path / "bggen.toml"
    for given, says in (("sizes", "did you mean size?"), ("zzz", "choose one of accept_noncommercial, ")):
        file.write_text(f'{given} = "640"\n')
        with pytest.raises(UsageError, match=re.escape(f"{given}: there is no such setting: {says}")):
            resolve({}, file, {})


def test_flag_beats_environment_beats_file(tmp_path: Path) -> None:
    file = tmp_path / "bggen.toml"
    file.write_text('prompt = "from file"\nquality = 50\nsize = "640"\n')
    options, _ = resolve({"prompt": "flag"}, file, {"BGGEN_PROMPT": "env", "BGGEN_QUALITY": "60"})
    assert resolve({}, file, {"BGGEN_LORA": "a.safetensors, b.safetensors:0.5,"})[0].lora == (
        "a.safetensors",
        "b.safetensors:0.5",
    )
    assert resolve({}, file, {"BGGEN_LORA": ""})[0].lora == ()  # as a container's empty variable is
    assert (options.prompt, options.quality, options.size) == ("flag", 60, "640")
    file.write_text("promt = 'x'\n")
    with pytest.raises(UsageError, match="promt"):
        resolve({}, file, {})
    file.write_bytes(b"\xef\xbb\xbfquality = 50\n")  # as Windows' editors save it
    assert resolve({}, file, {})[0].quality == 50


@pytest.mark.parametrize(
    ("flags", "variables", "wanted"),
    [
        ({"aspect": "4:5"}, {}, (None, None, "4:5")),
        ({"preset": "google"}, {}, (None, "google", None)),
        ({"aspect": "4:5"}, {"BGGEN_PRESET": "google"}, (None, None, "4:5")),
        ({}, {"BGGEN_ASPECT": "4:5"}, (None, None, "4:5")),
        ({"size": "300", "aspect": "4:5"}, {}, ("300", None, "4:5")),
        ({"aspect": ""}, {"BGGEN_PRESET": ""}, ("640", None, "")),
    ],
)
def test_the_shape_that_is_asked_for_nearer_by_counts(
    flags: dict[str, str], variables: dict[str, str], wanted: tuple[str | None, ...], tmp_path: Path
) -> None:
    """`--aspect 4:5` made squares wherever a settings file had a size."""
    (file := tmp_path / "bggen.toml").write_text('size = "640"\n')
    options, _ = resolve(flags, file, variables)
    assert (options.size, options.preset, options.aspect) == wanted


def test_what_a_library_says_at_length_becomes_one_line(product_png: Path) -> None:
    class Talkative(FlatPainter):
        def paint(self, *_: Any) -> Any:
            raise RuntimeError("no kernel for this card\n\nSet A=1 for more\nand B=2")

    with pytest.raises(PaintFailed, match=r"\.png: no kernel for this card$"):
        next(Engine(Settings(), Talkative()).render(Job(str(product_png), Options(model="flat"))))


def test_the_seed_follows_from_the_photo_and_not_from_the_order(product_png: Path) -> None:
    engine = Engine(Settings(), FlatPainter())
    job = Job(str(product_png), Options(prompt="x", model="flat", variants=3))
    first, second = list(engine.render(job)), list(engine.render(job))
    assert [r.record["seed"] for r in first] == [r.record["seed"] for r in second]
    assert len({r.record["seed"] for r in first}) == 3
    assert all(np.array_equal(a.rgb, b.rgb) for a, b in zip(first, second, strict=True))


def test_a_model_is_gone_before_the_next_one_chooses_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at once: on a card the second found little room, and waited for its weights at every picture."""
    loaded, alive = list[weakref.ref[FlatPainter]](), list[int]()

    class Model(FlatPainter):
        """One that refers to itself, as a pipeline does by its hooks."""

        def __init__(self) -> None:
            self.hook = self

    def load(options: Options, settings: Settings) -> FlatPainter:
        alive.append(sum(one() is not None for one in loaded))
        loaded.append(weakref.ref(model := Model()))
        return model

    monkeypatch.setattr(pipeline, "load", load)
    engine = Engine(Settings())
    for name in ("one", "two", "two", "one"):
        engine.painter(Options(model=name))
    assert alive == [0, 0, 0]


def test_three_lines_of_python_do_what_generate_does(product_png: Path, tmp_path: Path) -> None:
    picture = bggen.generate(str(product_png), options=Options(model="flat", size="500"))
    picture.save(tmp_path / "a.jpg")
    assert sink.inspect(tmp_path / "a.jpg")["model"] == "flat"
    assert picture.image.size == (500, 500)
    alone = bggen.generate(str(product_png), options=Options(background="transparent"))
    alone.save(tmp_path / "a.webp")
    assert alone.image.mode == Image.open(tmp_path / "a.webp").mode == "RGBA"
    with Image.open(product_png) as given:
        before, after = (np.asarray(image)[..., 3].astype(int) for image in (given, alone.image))
        assert np.abs(before - after).max() <= 12, "what is nearly clear or opaque is settled"
    with pytest.raises(BadInput):
        bggen.generate(b"nothing")
    with pytest.raises(UsageError, match="photo: give a file's path or its bytes, not Image"):
        bggen.generate(alone.image)  # type: ignore[arg-type]  # which is what is refused


@pytest.fixture
def backdrop(tmp_path: Path) -> Path:
    """A picture of one colour to stand products before."""
    path = tmp_path / "backdrop.png"
    Image.new("RGB", (600, 500), (200, 190, 170)).save(path)
    return path


@pytest.mark.parametrize("reference", ["auto", "picture"])
def test_the_studio_model_sets_a_scene_with_a_shadow(
    reference: str, product_png: Path, backdrop: Path
) -> None:
    options = Options(
        prompt="on a walnut table, soft light from the left",
        size="512",
        reference="auto" if reference == "auto" else str(backdrop),
    )
    picture = bggen.generate(str(product_png), options=options)
    assert picture.record["checks"]["proof"]["max_difference"] == 0
    box = picture.record["scene"]["box"]
    middle = (box[0] + box[2]) // 2
    contact, away = picture.rgb[box[3] + 1, middle].mean(), picture.rgb[box[3] + 1, 20].mean()
    darkest = 0.85 if reference == "auto" else 0.9  # a guessed light is fainter than a measured one
    assert contact < darkest * away  # the product stands: darker where it touches than far to the side
    if reference == "auto":
        assert "walnut" in picture.record["painting"]["plate_words"]
        assert picture.record["painting"]["light_side"] == "left"
    measured = reference == "auto"
    assert picture.record["painting"]["settled_by"] == (
        "the set's measured light" if measured else "a guessed light"
    )


@pytest.mark.parametrize("kind", ["reference", "background"])
def test_on_a_backdrop_of_ones_own_the_shadow_falls_as_the_prompt_says(
    kind: str, product_png: Path, backdrop: Path
) -> None:
    engine, darker = Engine(Settings(device="cpu")), {}
    for side in ("left", "right"):
        options = Options(prompt=f"hard sunlight from the {side}", size="512x400").model_copy(
            update={kind: str(backdrop)}
        )
        made = next(engine.render(Job(str(product_png), options)))
        left, _, right, bottom = made.record["scene"]["box"]
        strip = made.rgb[bottom - 30 : bottom + 5].mean((0, 2))
        darker[side] = strip[right + 5 : right + 60].mean() - strip[left - 60 : left - 5].mean()
    assert darker["left"] < -5 < 5 < darker["right"]


def test_strength_draws_a_set_towards_the_words_and_keeps_its_detail(product_png: Path) -> None:
    engine = Engine(Settings(device="cpu"))
    asked = Options(prompt="on oak, sunset", size="320", speed="fastest", steps=20)
    still, drawn = (
        next(engine.render(Job(str(product_png), asked.model_copy(update={"strength": strength}))))
        for strength in (0.0, 0.6)
    )
    assert still.record["painting"]["speed"] == "nothing to change"
    assert "deep features" in drawn.record["painting"]["speed"]
    assert drawn.record["painting"]["steps"] == 20
    assert "strength" not in still.record["painting"]
    assert drawn.record["painting"]["strength"] == 0.6
    assert any("--strength" in line for line in drawn.record["painting"]["warnings"])
    assert drawn.record["painting"]["plate"] == still.record["painting"]["plate"]
    assert drawn.record["checks"]["proof"]["max_difference"] == 0
    left, top, right, bottom = drawn.record["scene"]["box"]
    pictures = [render.rgb.astype(np.float32) for render in (still, drawn)]
    for picture in pictures:
        picture[top:bottom, left:right] = 128  # the product is the same in both
    coarse = [cv2.resize(picture, (20, 20), interpolation=cv2.INTER_AREA) for picture in pictures]
    wide, near = ([cv2.GaussianBlur(picture, (0, 0), spread) for picture in pictures] for spread in (3, 0.8))
    fine = [one - other for one, other in zip(near, wide, strict=True)]  # finer is rounding
    assert np.abs(coarse[0] - coarse[1]).mean() > 2
    brighter = wide[1] / np.maximum(wide[0], 1)
    kept = np.corrcoef((fine[0] * brighter).ravel(), fine[1].ravel())[0, 1]
    assert kept > 0.95, kept


def test_no_shadow_means_none_on_a_plate(product_png: Path) -> None:
    asked = Options(prompt="on a walnut table", size="384", seed=3)
    bare = bggen.generate(str(product_png), options=asked.model_copy(update={"shadow": "none"}))
    left, _, right, bottom = bare.record["scene"]["box"]
    under = (slice(bottom + 1, bottom + 4), slice(left, right))
    assert bare.record["finish"]["shadow"] == "none"
    settled = bggen.generate(str(product_png), options=asked)
    assert settled.rgb[under].mean() < 0.95 * bare.rgb[under].mean()


def test_unknown_words_are_named_and_give_a_clean_studio(product_png: Path) -> None:
    picture = bggen.generate(str(product_png), options=Options(prompt="on the moon", size="256"))
    assert picture.record["painting"]["unknown_words"] == ["moon"]
    assert "'moon'" in picture.record["painting"]["warnings"][0]
    assert "seamless" in picture.record["painting"]["plate_words"]


@pytest.mark.parametrize(("name", "lies"), [("mugs/grey-hoodie.png", True), ("socks/bottle_2.png", False)])
def test_the_files_own_name_tells_what_lies(name: str, lies: bool, product_png: Path, tmp_path: Path) -> None:
    photo = tmp_path / name
    photo.parent.mkdir()
    shutil.copy(product_png, photo)
    painting = bggen.generate(photo, "on white marble", options=Options(size="160")).record["painting"]
    assert ("top-down" in painting["plate_words"]) == lies
    assert [
        line for line in painting["warnings"] if "'hoodie'" in line and "--pose stand" in line
    ] or not lies


def test_a_colour_can_be_asked_for(product_png: Path) -> None:
    shades = {}
    for colour in ("red", "royal blue"):
        options = Options(prompt=f"plain seamless {colour} background", size="256")
        shades[colour] = (
            bggen.generate(str(product_png), options=options).rgb[5:40, 5:40].reshape(-1, 3).mean(0)
        )
    assert shades["red"][0] > 1.5 * shades["red"][2]
    assert shades["royal blue"][2] > 1.5 * shades["royal blue"][0]


def test_what_looks_wrong_about_a_cut_out_is_told_with_the_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rgb = np.full((200, 200, 3), 250, np.uint8)
    rgb[60:150, 70:130] = (30, 60, 160)
    Image.fromarray(rgb).save(tmp_path / "box.png")
    doubt = trust.Doubt("edge_unseen", "on the left")
    monkeypatch.setattr(trust, "doubts", lambda *seen: (doubt,))
    monkeypatch.setattr(
        second, "ask", lambda *seen: second.Opinion(np.zeros((200, 200), np.float32), 0.9, ())
    )
    record = bggen.generate(str(tmp_path / "box.png"), options=Options(model="flat", size="200")).record
    assert [line for line in record["warnings"] if "the outline on the left runs" in line]
    assert record["checks"]["verdict"] == "review"
    assert "edge_unseen" in record["checks"]["reasons"]


def test_real_photos_end_in_a_picture_or_an_honest_line(real_photos: Path, tmp_path: Path) -> None:
    engine = Engine(Settings(), FlatPainter())
    made, refused, methods = 0, 0, set[str]()
    photos = [path for path in sorted(real_photos.glob("*")) if path.suffix != ".md"]
    for path in photos if os.environ.get("CI") else [real_photos / name for name in OF_EACH_KIND]:
        try:
            render = next(engine.render(Job(str(path), Options(model="flat", size="600"))))
            assert render.record["checks"]["proof"]["max_difference"] == 0
            methods.add(render.record["cutout"]["method"])
            made += 1
        except BadInput as error:
            assert "\n" not in str(error)
            refused += 1
    assert made > refused >= 1  # wire: not even half of it is found
    assert methods == {"alpha", "plain", "salient"}
