"""Opens pixels safely: any picture file in, an upright sRGB `Photo` out, or one clear line why not.

Formats are told by content, never by name, and size is checked before anything is decoded.
"""

from __future__ import annotations

import functools
import hashlib
import io
import os
import stat
import sys
import warnings
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from bggen.errors import BadInput, MissingExtra
from bggen.settings import Settings
from bggen.source import rights
from bggen.spec import Photo, Plane, Rgb

if TYPE_CHECKING:
    from bggen.source.fetch import Fetcher

#: MPO is left out on purpose: listing it makes every unknown file raise KeyError; JPEG's plugin reads it.
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF", "BMP")
MIN_SIDE = 32  # pixels
MAX_ASPECT = 20.0
#: Once and for the whole process: catch_warnings is not safe in threads. Size is judged by _check_pixels.
warnings.filterwarnings("ignore", module=r"PIL\.")
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def read(source: str, settings: Settings, data: bytes | None = None) -> Photo:
    """Open a photo from a path, `-` (stdin), a public URL or bytes.

    Raises BadInput with a stable reason, FetchRefused for a URL that must not or can't be fetched.
    """
    raw = _raw(source, settings, data)
    rgb, alpha, kind, notes, whose = _decode(raw, source, settings)
    _check_shape(rgb.shape[1], rgb.shape[0], source)
    if alpha is not None and alpha.min() == 255:
        alpha = None
    digest = hashlib.sha256(raw).hexdigest()
    return Photo(rgb, alpha, source, digest, kind, tuple(notes), rights=whose)


def read_mask(
    source: str | None, size: tuple[int, int], settings: Settings, data: bytes | None = None
) -> Plane:
    """A mask, white on black or by its transparency, at the photo's (width, height).

    Raises BadInput (mask_size) where its shape differs from the photo's by more than 1 %.
    """
    name = source or "mask"
    raw = _raw(name, settings, data)
    rgb, alpha, *_ = _decode(raw, name, settings)
    if alpha is not None and alpha.min() < 255:
        plane: Plane = alpha
    else:
        plane = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)
    height, width = plane.shape
    if abs(width * size[1] / (height * size[0]) - 1) > 0.01:
        raise BadInput(
            f"{name}: the mask is {width}x{height}, the photo {size[0]}x{size[1]}: both need one shape",
            reason="mask_size",
        )
    if (width, height) != size:
        shrinking = size[0] < width
        plane = np.asarray(
            cv2.resize(plane, size, interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR), np.uint8
        )
    return plane


def _raw(name: str, settings: Settings, data: bytes | None) -> bytes:
    """The bytes given or those of the file, never more than the limit."""
    raw = data if data is not None else _bytes_of(name, settings)
    if len(raw) > settings.max_bytes:
        limit = f"{name}: over the limit of {settings.max_bytes:,} bytes: save it smaller"
        raise BadInput(f"{limit}, or raise BGGEN_MAX_BYTES", reason="too_many_bytes")
    return raw


def _bytes_of(source: str, settings: Settings) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read(settings.max_bytes + 1)
    if source.startswith(("http://", "https://")):
        return fetcher(settings.max_bytes)(source)
    try:
        # Told by the open file, not by its name, which may be swapped between the two; without
        # O_NONBLOCK the opening of a pipe would wait for its writer.
        handle = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            mode = os.fstat(handle).st_mode
            if not stat.S_ISREG(mode):
                what = "is a folder" if stat.S_ISDIR(mode) else "is no ordinary file"
                raise BadInput(f"{source}: {what}", reason="not_a_file")
            with os.fdopen(handle, "rb", closefd=False) as file:
                return file.read(settings.max_bytes + 1)  # one more than allowed: a growing file is told
        finally:
            os.close(handle)
    except FileNotFoundError as error:
        raise BadInput(f"{source}: there is no such file", reason="not_found") from error
    except (OSError, ValueError) as error:
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise BadInput(f"{source}: can't be read ({why})", reason="unreadable") from error


@functools.lru_cache(4)
def fetcher(max_bytes: int) -> Fetcher:
    """One for all addresses: what it trusts takes 20 ms of a core to read."""
    from bggen.source.fetch import Fetcher  # most runs never touch a network

    return Fetcher(max_bytes)


class Decoded(NamedTuple):
    """What a file holds."""

    rgb: Rgb
    alpha: Plane | None
    kind: str
    notes: list[str]
    rights: dict[str, str]


def _decode(raw: bytes, name: str, settings: Settings) -> Decoded:
    """What a file holds; whatever a decoder raises becomes a BadInput."""
    if not raw:
        raise BadInput(f"{name}: the file is empty", reason="empty")
    _register_heic(raw, name)
    formats = (*FORMATS, "HEIF") if _is_heic(raw) else FORMATS
    try:
        with Image.open(io.BytesIO(raw), formats=formats) as picture:
            _check_pixels(*picture.size, name, settings)
            return _pixels(picture, raw, name)
    except BadInput:
        raise
    except Image.DecompressionBombError as error:
        raise BadInput(f"{name}: far too many pixels", reason="too_many_pixels") from error
    except UnidentifiedImageError as error:
        raise _unidentified(raw, name) from error
    except Exception as error:  # decoders raise a dozen kinds; every one means this file is bad
        cut = (
            "truncat" in str(error).lower()
            or "broken data stream" in str(error).lower()
            or isinstance(error, EOFError)
        )
        word = "is cut short" if cut else f"is damaged ({type(error).__name__})"
        raise BadInput(
            f"{name}: the picture {word}: export it anew", reason="truncated" if cut else "corrupt"
        ) from error


def _unidentified(raw: bytes, name: str) -> BadInput:
    known = (
        raw[:4] in (b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")
        or raw[:2] in (b"\xff\xd8", b"BM")
        or raw[4:8] == b"ftyp"
    )
    if known and len(raw) > 64:
        return BadInput(f"{name}: the picture is damaged at its head: export it anew", reason="corrupt")
    head = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, word in ((b"%pdf-", "a PDF"), (b"<svg", "an SVG drawing")):
        if head.startswith(mark) or (mark in head and head.startswith((b"<?xml", b"<!--", b"<!doctype svg"))):
            return BadInput(f"{name}: is {word}: export it as PNG or JPEG first", reason="unsupported")
    return BadInput(
        f"{name}: not a picture in a format that can be read ({', '.join(FORMATS)})", reason="not_an_image"
    )


def _check_pixels(width: int, height: int, name: str, settings: Settings) -> None:
    if width * height > settings.max_pixels:
        raise BadInput(
            f"{name}: {width}x{height} is over {settings.max_pixels / 1e6:.0f} megapixels: scale it down",
            reason="too_many_pixels",
        )


def _check_shape(width: int, height: int, name: str) -> None:
    if min(width, height) < MIN_SIDE:
        raise BadInput(
            f"{name}: {width}x{height} is too small: at least {MIN_SIDE} pixels a side", reason="too_small"
        )
    if max(width, height) > MAX_ASPECT * min(width, height):
        raise BadInput(
            f"{name}: {width}x{height} is too long and thin: at most {MAX_ASPECT:.0f}:1",
            reason="aspect_ratio",
        )


def _pixels(picture: Image.Image, raw: bytes, name: str) -> Decoded:
    notes: list[str] = []
    kind = picture.format or "?"
    if getattr(picture, "n_frames", 1) > 1 and kind != "MPO":
        notes.append(f"{name}: {picture.n_frames} frames or pages; the first was taken")  # type: ignore[attr-defined]  # of its class
    picture.seek(0)
    profile = picture.info.get("icc_profile")
    deep = _deep_pixels(picture, raw)
    picture.load()
    if deep is not None:
        colour, alpha = deep
        image = Image.fromarray(colour)
    else:
        image, alpha = _shallow_pixels(picture)
    image = _to_srgb(image, profile, name, notes)
    orientation = picture.getexif().get(0x0112, 1)  # after load(): both decoders turn a TIFF themselves
    rgb = _upright(np.asarray(image.convert("RGB")), orientation)
    whose = rights.told(picture, name, notes)
    return Decoded(rgb, None if alpha is None else _upright(alpha, orientation), kind, notes, whose)


def _shallow_pixels(picture: Image.Image) -> tuple[Image.Image, Plane | None]:
    """Colour image (L, RGB, CMYK or LAB) and alpha of an 8-bit picture."""
    if picture.mode in ("P", "PA", "LA", "RGBa", "La") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if picture.mode == "RGBA":
        return picture.convert("RGB"), np.asarray(picture.getchannel("A"))
    if picture.mode in ("1", "YCbCr", "HSV"):
        return picture.convert("RGB"), None
    if picture.mode.startswith(("I", "F")):
        values = np.nan_to_num(np.asarray(picture, dtype=np.float64))
        top = 65535.0 if picture.mode.startswith("I") else max(float(values.max()), 1e-9)
        return Image.fromarray((values / top * 255 + 0.5).clip(0, 255).astype(np.uint8)), None
    return picture, None


def _deep_pixels(picture: Image.Image, raw: bytes) -> tuple[Rgb, Plane | None] | None:
    """16-bit colour PNG and TIFF, scaled: Pillow reads some of them clipped or cut to the high byte."""
    tags = picture.tag_v2 if picture.format == "TIFF" else {}  # type: ignore[attr-defined]  # of its class
    png16 = picture.format == "PNG" and raw[12:16] == b"IHDR" and raw[24] == 16
    deep = max(np.atleast_1d(tags.get(258, (8,)))) == 16 and picture.mode in ("RGB", "RGBA", "I;16")
    tiff16 = deep and tags.get(284, 1) == 1  # channels in planes of their own OpenCV reads as noise
    if not (png16 or tiff16):
        return None
    pixels = cv2.imdecode(np.frombuffer(raw, np.uint8), cv2.IMREAD_UNCHANGED | cv2.IMREAD_IGNORE_ORIENTATION)
    if pixels is None or pixels.dtype != np.uint16:
        return None
    scaled = ((pixels.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8)
    if scaled.ndim == 2:
        clear = picture.info.get("transparency")  # the one grey of a PNG that is see-through, if any is
        alpha = np.where(pixels == clear, np.uint8(0), np.uint8(255)) if isinstance(clear, int) else None
        return np.repeat(scaled[..., None], 3, 2), alpha
    if scaled.shape[2] == 4:
        return np.ascontiguousarray(scaled[..., 2::-1]), np.ascontiguousarray(scaled[..., 3])
    return np.ascontiguousarray(scaled[..., ::-1]), None


def _to_srgb(image: Image.Image, profile: bytes | None, name: str, notes: list[str]) -> Image.Image:
    """Convert by the embedded profile; a broken one is set aside with a warning."""
    if profile:
        try:
            embedded = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if embedded.profile.xcolor_space.strip() == "GRAY" and _is_grey(image):
                image = image.getchannel(0)  # greys with alpha or of 16 bits came as RGB
            converted = ImageCms.profileToProfile(
                image, embedded, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            return converted if converted is not None else image
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            notes.append(f"{name}: its colour profile can't be used; colours are taken as sRGB")
    if image.mode == "LAB":
        lab = ImageCms.createProfile("LAB")
        converted = ImageCms.profileToProfile(image, lab, ImageCms.createProfile("sRGB"), outputMode="RGB")
        return converted if converted is not None else image.convert("RGB")
    return image.convert("RGB")


def _is_grey(image: Image.Image) -> bool:
    if image.mode != "RGB":
        return False
    pixels = np.asarray(image)
    return bool((pixels == pixels[..., :1]).all())


def _upright(pixels: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """Apply EXIF orientation 1..8; anything else is ignored."""
    if orientation not in range(2, 9):
        return np.ascontiguousarray(pixels)
    image = Image.fromarray(pixels)
    exif = image.getexif()
    exif[0x0112] = orientation
    return np.ascontiguousarray(np.asarray(ImageOps.exif_transpose(image)))


def _is_heic(raw: bytes) -> bool:
    return raw[4:8] == b"ftyp" and raw[8:12] in HEIC_BRANDS and b"avif" not in raw[16:64]


def _register_heic(raw: bytes, name: str) -> None:
    if not _is_heic(raw):
        return
    try:
        import pillow_heif
    except ModuleNotFoundError as error:
        lacking = MissingExtra(f"{name}: HEIC", "heic")  # of this photo alone: others may be had without
        raise BadInput(str(lacking), reason=lacking.reason) from error
    pillow_heif.register_heif_opener()
