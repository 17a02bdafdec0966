"""Writing: label and profile in all five formats, whole files or none."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from bggen import sink, source
from bggen.errors import BadInput, BggenError, OutputExists, UsageError, WriteFailed
from bggen.options import Format, Options
from bggen.settings import Settings
from bggen.sink import packet

RECORD: dict[str, Any] = {
    "model": {"name": "studio", "digest": "ab" * 32},
    "seed": 7,
    "checks": {"proof": {"max_difference": 0, "core_pixels": 12}},
    "painting": {},
}
PIXELS = np.random.default_rng(0).integers(0, 255, (48, 64, 3), np.uint8)
FORMATS = get_args(Format)
SUFFIX = {"jpeg": ".jpg", "tiff": ".tif"}


def test_a_file_where_a_folder_is_wanted_is_named(tmp_path: Path) -> None:
    """It was told as "a/picture.png is there already: use --force"."""
    taken = tmp_path / "scenes"
    taken.write_text("notes")
    for force in (False, True):
        with pytest.raises(WriteFailed, match=r"scenes is a file, no folder"):
            sink.write(taken / "picture.png", b"x", force=force)
    assert taken.read_text() == "notes"


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_carries_label_profile_and_proof(kind: Format, tmp_path: Path) -> None:
    path = tmp_path / f"a{SUFFIX.get(kind, '.' + kind)}"
    sink.write(path, sink.encode(PIXELS, RECORD, Options(), kind), force=False)
    with Image.open(path) as image:
        assert image.info.get("icc_profile")
    facts = sink.inspect(path)
    assert facts["seed"] == 7
    assert facts["proof"]["max_difference"] == 0
    assert facts["DigitalSourceType"].endswith("/compositeWithTrainedAlgorithmicMedia")


def test_a_picture_goes_on_to_say_whose_the_photo_is(tmp_path: Path) -> None:
    """An agency's photo came out as nobody's."""
    path = tmp_path / "a.jpg"
    whose = {"creator": "Zoë & Co <z@a.example>", "copyright": "2026 Shop", "credit": "Shop/Agency"}
    whose["statement"] = "https://shop.example/terms?a=1&b=2"
    sink.write(
        path, sink.encode(PIXELS, RECORD | {"photo": {"rights": whose}}, Options(), "jpeg"), force=False
    )
    with Image.open(path) as image:
        told = image.info["xmp"].decode()
    assert ElementTree.fromstring(told[told.index("<x:xmpmeta") : told.index("<?xpacket end")]) is not None
    assert "<rdf:li>Zoë &amp; Co &lt;z@a.example&gt;</rdf:li></rdf:Seq></dc:creator>" in told
    assert '"x-default">2026 Shop</rdf:li></rdf:Alt></dc:rights>' in told
    assert sink.inspect(path)["seed"] == 7
    assert source.read(str(path), Settings()).rights == whose
    assert b"dc:" not in packet.xmp(RECORD, Options())


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool, the second reader, is not installed")
@pytest.mark.parametrize("kind", FORMATS)
def test_another_reader_finds_the_label(kind: Format, tmp_path: Path) -> None:
    path = tmp_path / f"a{SUFFIX.get(kind, '.' + kind)}"
    sink.write(path, sink.encode(PIXELS, RECORD, Options(digital_source_type="trained"), kind), force=False)
    shown = subprocess.run(
        ["exiftool", "-s3", "-XMP-iptcExt:DigitalSourceType", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "rained" in shown.stdout and "lgorithmic" in shown.stdout


@pytest.mark.parametrize("kind", ["png", "tiff"])
def test_lossless_formats_keep_every_pixel(kind: Format) -> None:
    data = sink.encode(PIXELS, RECORD, Options(), kind)
    assert np.array_equal(np.asarray(Image.open(io.BytesIO(data))), PIXELS)


@pytest.mark.parametrize("kind", ["png", "tiff", "webp", "avif"])
def test_alpha_comes_back_as_it_was_in_every_format_that_has_it(kind: Format, tmp_path: Path) -> None:
    alpha = np.tile(np.linspace(0, 320, 64).clip(0, 255).astype(np.uint8), (48, 1))
    options = Options(background="transparent", quality=60)
    path = tmp_path / f"a.{kind}"
    path.write_bytes(sink.encode(PIXELS, RECORD, options, kind, alpha))
    with Image.open(path) as image:
        back = np.asarray(image)
        assert kind != "tiff" or image.tag_v2[338] == (2,), "straight, not premultiplied"  # type: ignore[attr-defined]  # of the TIFF class
    assert np.array_equal(back[..., 3], alpha)
    if kind in ("png", "tiff"):
        assert np.array_equal(back[..., :3], PIXELS)
    assert sink.inspect(path)["transparent"] is True


def test_a_format_without_transparency_is_refused_before_and_after() -> None:
    says = "background transparent: jpeg has no transparency: use png, webp, avif or tiff"
    with pytest.raises(ValueError, match=says):
        Options.model_validate({"background": "Transparent", "format": "JPG"})
    with pytest.raises(UsageError, match=f"^a.jpg: {says}$"):
        sink.format_for(Path("a.jpg"), Options(background="transparent"))
    with pytest.raises(UsageError, match=f"^{says}$"):
        sink.encode(PIXELS, RECORD, Options(), "jpeg", PIXELS[..., 0])


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_picture_is_the_same_file(kind: Format) -> None:
    assert sink.encode(PIXELS, RECORD, Options(), kind) == sink.encode(PIXELS, RECORD, Options(), kind)


def test_the_label_can_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    sink.write(path, sink.encode(PIXELS, RECORD, Options(digital_source_type="none"), "png"), force=False)
    assert "DigitalSourceType" not in sink.inspect(path)


@pytest.mark.parametrize(
    "packet",
    [
        "<x:xmpmeta>".encode("utf-16"),
        b"<x:xmpmeta>\xe4</x:xmpmeta>",
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><Facts>5</Facts></x:xmpmeta>',
    ],
)
def test_what_others_wrote_about_a_picture_is_no_record_of_ours(packet: bytes, tmp_path: Path) -> None:
    """XMP in UTF-16 or Latin-1 ended `bggen inspect`, and a batch that found such a file in OUT."""
    path = tmp_path / "a.jpg"
    Image.new("RGB", (8, 8)).save(path, xmp=packet)
    with pytest.raises(BadInput, match="carries no bggen record"):
        sink.inspect(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe.png")
    with pytest.raises(BadInput, match=r"pipe\.png: is no ordinary file"):
        sink.inspect(pipe)


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"mine")
    with pytest.raises(OutputExists):
        sink.write(path, b"new", force=False)
    assert path.read_bytes() == b"mine"
    sink.write(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_half_written_file_that_cannot_be_removed_ends_no_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another user's in a shared folder ended a batch before its first photo."""

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(1, "Operation not permitted")

    (tmp_path / ".bggen-0a-x.tmp").touch()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        assert sink.sweep(tmp_path, "0a") == 0
    assert sink.sweep(tmp_path, "0a") == 1


def test_a_disk_that_refuses_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bggen.sink.os.fsync", full)
    with pytest.raises(BggenError, match="No space left"):
        sink.write(tmp_path / "a.png", b"data", force=False)
    assert list(tmp_path.iterdir()) == []


def test_name_and_format_must_agree() -> None:
    assert sink.format_for(Path("a.JPG"), Options()) == "jpeg"
    assert sink.format_for(Path("a"), Options(format="webp")) == "webp"
    with pytest.raises(UsageError, match="jpeg"):
        sink.format_for(Path("a.jpg"), Options(format="png"))
    with pytest.raises(UsageError, match=r"\.psd"):
        sink.format_for(Path("a.psd"), Options())


def test_a_presets_limit_on_bytes_lowers_the_quality_and_no_further_than_is_fit_to_be_seen() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (1500, 1500, 3), np.uint8)
    asked = Options(preset="walmart", quality=95)
    free, kept = (sink.encode(noise, RECORD, options, "jpeg") for options in (Options(quality=95), asked))
    assert len(kept) <= 5_000_000 < len(free)
    assert sink.encode(PIXELS, RECORD, asked, "jpeg") == sink.encode(
        PIXELS, RECORD, Options(quality=95), "jpeg"
    )
    with pytest.raises(BadInput, match=r"png has \d+\.\d MB, walmart takes 5 MB: use --format jpeg"):
        sink.encode(noise, RECORD, asked, "png")


def test_a_sidecar_keeps_names_of_any_bytes(tmp_path: Path) -> None:
    record = {"photo": {"name": os.fsdecode(b"m\xfcg \xc3\xa9.png")}}
    path = sink.sidecar(tmp_path / "a.png", record)
    assert json.loads(path.read_text("utf-8")) == record
    assert "é" in path.read_text("utf-8")
