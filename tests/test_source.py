"""Opening pixels: right colours from every mode, one clear line for everything else."""

from __future__ import annotations

import hashlib
import io
import os
import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bggen import source
from bggen.errors import BadInput, BggenError
from bggen.settings import Settings

SETTINGS = Settings()


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def orange(mode: str = "RGB") -> Image.Image:
    return Image.new("RGB", (64, 48), (230, 120, 40)).convert(mode)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "AVIF", "TIFF", "BMP", "GIF"])
def test_every_format_is_told_by_content_and_keeps_its_colour(kind: str) -> None:
    photo = source.read("named.xyz", SETTINGS, encoded(orange(), kind))
    assert photo.size == (64, 48)
    assert np.abs(photo.rgb.astype(int) - (230, 120, 40)).max() <= 6
    assert photo.alpha is None


def test_cmyk_becomes_rgb() -> None:
    photo = source.read("a.jpg", SETTINGS, encoded(Image.new("CMYK", (64, 64), (0, 255, 255, 0)), "JPEG"))
    assert photo.rgb[..., 0].mean() > 200 > 60 > photo.rgb[..., 1].mean()


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_sixteen_bit_is_scaled_and_not_clipped(channels: int) -> None:
    shape = (40, 40) if channels == 1 else (40, 40, channels)
    pixels = np.full(shape, 32896, np.uint16)  # 128 in 8 bit
    if channels == 4:
        pixels[..., 3] = 65535
    done, buffer = cv2.imencode(".png", pixels)
    assert done
    photo = source.read("deep.png", SETTINGS, buffer.tobytes())
    assert np.abs(photo.rgb.astype(int) - 128).max() <= 1


def linear_grey() -> bytes:
    """A profile of greys whose numbers are proportional to light."""
    white = b"XYZ \0\0\0\0" + struct.pack(">3I", 63190, 65536, 54061)
    curve = b"curv" + bytes(8)
    tags = ((b"wtpt", white, 156), (b"kTRC", curve, 176))
    table = struct.pack(">I", len(tags)) + b"".join(
        name + struct.pack(">II", at, len(data)) for name, data, at in tags
    )
    head = struct.pack(">I4sI4s4s4s12x4s24x", 188, b"", 0x02400000, b"mntr", b"GRAY", b"XYZ ", b"acsp")
    head += struct.pack(">I3I", 0, 63190, 65536, 54061)
    return head.ljust(128, b"\0") + table + white + curve


@pytest.mark.parametrize("mode", ["L", "LA", "I;16"])
def test_greys_are_converted_by_their_profile_whatever_they_come_with(mode: str) -> None:
    image = Image.new(mode, (40, 40), {"L": 55, "LA": (55, 200), "I;16": 55 * 257}[mode])
    photo = source.read("g.png", SETTINGS, encoded(image, "PNG", icc_profile=linear_grey()))
    assert photo.warnings == ()
    assert np.abs(photo.rgb.astype(int) - 128).max() <= 1


def test_a_see_through_grey_of_sixteen_bits_becomes_alpha() -> None:
    pixels = np.full((40, 40), 30000, np.uint16)
    pixels[:20] = 65535
    data = encoded(Image.fromarray(pixels), "PNG")
    key = b"tRNS" + struct.pack(">H", 65535)
    data = data[:33] + struct.pack(">I", 2) + key + struct.pack(">I", zlib.crc32(key)) + data[33:]
    alpha = source.read("g.png", SETTINGS, data).alpha
    assert alpha is not None
    assert alpha[10, 10] == 0 < 255 == alpha[30, 10]


def test_palette_transparency_becomes_alpha() -> None:
    image = Image.new("RGBA", (64, 64), (10, 200, 30, 255))
    image.paste((0, 0, 0, 0), (0, 0, 32, 64))
    photo = source.read("p.png", SETTINGS, encoded(image.quantize(), "PNG"))
    assert photo.alpha is not None
    assert photo.alpha[10, 10] == 0
    assert photo.alpha[10, 50] == 255


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_turns_the_picture_upright(orientation: int) -> None:
    upright = Image.new("RGB", (80, 60), (255, 255, 255))
    upright.paste((255, 0, 0), (0, 0, 20, 20))  # red at the top left
    turn = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    stored = upright if turn is None else upright.transpose(Image.Transpose(turn))
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = source.read("p.jpg", SETTINGS, encoded(stored, "JPEG", exif=exif, quality=95))
    assert photo.size == (80, 60)
    assert photo.rgb[8, 8, 0] > 200 > 80 > photo.rgb[8, 8, 1]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_whose_a_photo_is_is_read_with_it(kind: str) -> None:
    exif = Image.Exif()
    exif[0x013B], exif[0x8298] = "Zoë\nMüller <z@shop.example>".encode() + b"  \0", b"(c) 2026\0Shop\0"
    photo = source.read("p", SETTINGS, encoded(Image.new("RGB", (40, 40)), kind, exif=exif))
    assert photo.rights == {"creator": "Zoë Müller <z@shop.example>", "copyright": "(c) 2026 Shop"}
    assert source.read("p", SETTINGS, encoded(Image.new("RGB", (40, 40)), kind)).rights == {}


def described(body: str, told: str = "") -> bytes:
    """An XMP packet that says `body`, and `told` as attributes."""
    spaces = (
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        "xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' xmlns:r='http://ns.adobe.com/xap/1.0/rights/'"
    )
    inside = f"<rdf:RDF {spaces}><rdf:Description rdf:about='' {told}>{body}</rdf:Description></rdf:RDF>"
    return f"<?xpacket begin='\ufeff'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>{inside}</x:xmpmeta>\0".encode()


def photoshop(values: dict[int, str], digest: bytes | None = None) -> bytes:
    """A JPEG's segment with IPTC-IIM of UTF-8, and the digest of one that XMP was last the same as."""
    block = b"".join(
        b"\x1c\x02" + bytes([number]) + len(raw := text.encode()).to_bytes(2) + raw
        for number, text in values.items()
    )
    block += b"\0" * (len(block) % 2)
    body = b"Photoshop 3.0\x00"
    for kind, data in ((0x0404, block), (0x0425, digest or hashlib.md5(block).digest())):
        body += b"8BIM" + kind.to_bytes(2) + b"\0\0" + len(data).to_bytes(4) + data
    return b"\xff\xed" + (len(body) + 2).to_bytes(2) + body


MADE = "<dc:creator><rdf:Seq><rdf:li>Zoë\nMüller</rdf:li><rdf:li>An Lee</rdf:li></rdf:Seq></dc:creator>"
OWNED = (
    "<dc:rights><rdf:Alt><rdf:li xml:lang='de'>Alle Rechte</rdf:li>"
    "<rdf:li xml:lang='x-default'>All rights</rdf:li></rdf:Alt></dc:rights>"
)
TERMS = "photoshop:Credit='Shop/Agency' r:WebStatement='https://shop.example/terms'"
SAID = {"creator": "Zoë Müller; An Lee", "copyright": "All rights", "credit": "Shop/Agency"}
BY_LINE, NOTICE = {80: "Zoë", 110: "Agency"}, {80: "Zoë", 116: "IIM's"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_xmp_tells_whose_a_photo_is(kind: str) -> None:
    """Agencies write XMP, and most of them nothing into EXIF: their photos came out as nobody's."""
    packet, exif = described(MADE + OWNED, TERMS), Image.Exif()
    exif[0x8298] = "EXIF's"
    plain = Image.new("RGB", (40, 40))
    if kind == "PNG":
        (told := PngInfo()).add_itxt("XML:com.adobe.xmp", packet.decode())
        data = encoded(plain, kind, pnginfo=told)
    else:
        data = encoded(plain, kind, **({"tiffinfo": {700: packet}} if kind == "TIFF" else {"xmp": packet}))
    photo = source.read("p", SETTINGS, data)
    assert photo.rights == SAID | {"statement": "https://shop.example/terms"}
    assert photo.warnings == ()
    if kind == "JPEG":
        photo = source.read("p", SETTINGS, encoded(plain, kind, xmp=packet, exif=exif))
        assert photo.rights["copyright"] == "EXIF's"


@pytest.mark.parametrize(
    ("packet", "extra", "rights"),
    [
        (b"", photoshop(BY_LINE), {"creator": "Zoë", "credit": "Agency"}),
        (described(MADE), photoshop(NOTICE), {"creator": "Zoë Müller; An Lee", "copyright": "IIM's"}),
        (described(MADE), photoshop(NOTICE, b"of one before"), {"creator": "Zoë", "copyright": "IIM's"}),
        (described("", "r:WebStatement='javascript:alert()' dc:rights='Shop'"), b"", {"copyright": "Shop"}),
        (described(f"<dc:source><rdf:Description>{MADE}</rdf:Description></dc:source>"), b"", {}),
    ],
    ids=["iim", "xmp first", "iim is newer", "attributes", "of what it was made from"],
)
def test_xmp_goes_before_iptc_that_was_not_changed_since(
    packet: bytes, extra: bytes, rights: dict[str, str]
) -> None:
    data = encoded(Image.new("RGB", (40, 40)), "JPEG", xmp=packet, extra=extra)
    assert source.read("p", SETTINGS, data).rights == rights


BOMB = b"<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + described("<dc:rights>&b;</dc:rights>")


@pytest.mark.parametrize(
    ("packet", "extra", "what"),
    [
        (BOMB, b"", "XMP"),
        (described(MADE)[:-40], b"", "XMP"),
        (described(MADE).replace(b"RDF", b"RDG"), b"", "XMP"),
        (b"\xff\xfe<\0x\0", b"", "XMP"),
        (described("<dc:rights>" + "x" * 2**20 + "</dc:rights>"), b"", "XMP"),
        (b"", photoshop({80: "Zoë"}).replace(b"\x1c\x02", b"\x1d\x02"), "IPTC"),
    ],
    ids=["entities", "cut short", "no RDF", "UTF-16", "too large", "iim"],
)
def test_a_packet_that_can_not_be_read_is_noted_and_left(packet: bytes, extra: bytes, what: str) -> None:
    kind = "WEBP" if packet else "JPEG"  # a JPEG holds less than 64 KiB
    photo = source.read("p", SETTINGS, encoded(Image.new("RGB", (40, 40)), kind, xmp=packet, extra=extra))
    assert photo.rights == {}
    assert photo.warnings == (
        f"p: its {what} can't be read: what it says of author and copyright is left out",
    )


def test_an_animation_gives_its_first_frame_and_says_so() -> None:
    frames = [Image.new("RGB", (40, 40), c) for c in ("red", "blue")]
    photo = source.read("a.gif", SETTINGS, encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert photo.rgb[5, 5, 0] > 200
    assert "the first was taken" in photo.warnings[0]


def png_head(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(99))
    chunks = [body, data]
    packed = [struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"hello, I am no picture at all", "not_an_image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unsupported"),
        (png_head(65535, 65535), "too_many_pixels"),
        (png_head(9000, 9000), "too_many_pixels"),
        (encoded(Image.new("RGB", (20, 20)), "PNG"), "too_small"),
        (encoded(Image.new("RGB", (2000, 40)), "PNG"), "aspect_ratio"),
        (encoded(Image.effect_noise((300, 300), 60).convert("RGB"), "JPEG")[:9000], "truncated"),
        (encoded(Image.effect_noise((300, 300), 60).convert("RGB"), "PNG")[:9000], "truncated"),
    ],
)
def test_bad_data_has_a_reason_and_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(BadInput) as caught:
        source.read("bad.jpg", SETTINGS, data)
    assert caught.value.reason == reason
    assert "\n" not in str(caught.value)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe.jpg"
    os.mkfifo(fifo)
    for path, reason in ((tmp_path, "not_a_file"), (fifo, "not_a_file"), (tmp_path / "no.jpg", "not_found")):
        with pytest.raises(BadInput) as caught:
            source.read(str(path), SETTINGS)
        assert caught.value.reason == reason


def test_a_mask_is_scaled_to_the_photo_and_must_have_its_shape(tmp_path: Path) -> None:
    path = tmp_path / "mask.png"
    Image.new("L", (50, 40), 255).save(path)
    assert source.read_mask(str(path), (100, 80), SETTINGS).shape == (80, 100)
    with pytest.raises(BadInput) as caught:
        source.read_mask(str(path), (100, 100), SETTINGS)
    assert caught.value.reason == "mask_size"


def test_odd_files_give_a_photo_or_one_line(odd_images: Path) -> None:
    seen = 0
    for path in sorted(odd_images.iterdir()):
        if path.suffix in (".md", ".csv"):
            continue
        seen += 1
        try:
            photo = source.read(str(path), SETTINGS)
            assert photo.rgb.dtype == np.uint8
        except BggenError as error:
            assert error.exit_code == 3, path
            assert "\n" not in str(error), path
    assert seen > 100


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_a_turned_tiff_is_upright_at_any_depth(depth: type) -> None:
    pixels = np.zeros((60, 80, 3), depth)
    pixels[:20, :20] = np.iinfo(depth).max  # white at the stored top left
    done, buffer = cv2.imencode(".tiff", pixels)
    assert done
    data = bytearray(buffer.tobytes())
    image = Image.open(io.BytesIO(bytes(data)))
    assert image.size == (80, 60)
    photo = source.read("t.tiff", SETTINGS, _with_orientation(bytes(data), 3))
    assert photo.rgb[55, 75].min() > 250 > 5 > photo.rgb[5, 5].max()


def test_a_tiff_with_each_channel_in_a_plane_of_its_own_has_its_colours() -> None:
    """OpenCV made noise of one at 16 bits, and another noise each time."""
    planes = [np.full((32, 40), value * 257, "<u2").tobytes() for value in (200, 90, 30)]
    size, begin = len(planes[0]), 8 + sum(map(len, planes))
    behind = begin + 2 + 12 * 10 + 4
    short, long = 3, 4
    tags = [
        (256, short, 1, 40), (257, short, 1, 32), (258, short, 3, behind), (259, short, 1, 1),
        (262, short, 1, 2), (273, long, 3, behind + 6), (277, short, 1, 3), (278, short, 1, 32),
        (279, long, 3, behind + 18), (284, short, 1, 2),
    ]  # fmt: skip
    directory = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags) + bytes(4)
    values = struct.pack("<3H3I3I", *[16] * 3, *(8 + k * size for k in range(3)), *[size] * 3)
    head = struct.pack("<2sHI", b"II", 42, begin)
    photo = source.read("t.tiff", SETTINGS, b"".join([head, *planes, directory, values]))
    assert np.abs(photo.rgb.astype(int) - (200, 90, 30)).max() <= 1


def _with_orientation(tiff: bytes, value: int) -> bytes:
    """Rewrite a little-endian TIFF's directory with an orientation tag (274) added, at the end."""
    start = struct.unpack("<I", tiff[4:8])[0]
    count = struct.unpack("<H", tiff[start : start + 2])[0]
    entries = [tiff[start + 2 + 12 * k : start + 14 + 12 * k] for k in range(count)]
    entries = [e for e in entries if struct.unpack("<H", e[:2])[0] != 274]
    entries.append(struct.pack("<HHIHH", 274, 3, 1, value, 0))
    entries.sort(key=lambda e: struct.unpack("<H", e[:2])[0])
    tail = tiff + b"\0" * (len(tiff) % 2)
    directory = struct.pack("<H", len(entries)) + b"".join(entries) + b"\0\0\0\0"
    return tail[:4] + struct.pack("<I", len(tail)) + tail[8:] + directory


@pytest.mark.parametrize("head", [b"%PDF-1.7\n", b"<?xml version='1.0'?>\n<svg>", b"\xef\xbb\xbf<SVG>"])
def test_drawings_and_documents_are_told_what_to_do(head: bytes) -> None:
    with pytest.raises(BadInput, match="export it as PNG or JPEG") as caught:
        source.read("a.jpg", SETTINGS, head + b" " * 100)
    assert caught.value.reason == "unsupported"


def test_a_mask_is_held_to_the_byte_limit_too() -> None:
    with pytest.raises(BadInput) as caught:
        source.read_mask(None, (64, 48), Settings(max_bytes=100), encoded(orange(), "BMP"))
    assert caught.value.reason == "too_many_bytes"
