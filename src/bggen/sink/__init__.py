"""Writes finished pictures: colour profile, AI label and proof inside, whole or not at all.

The label is IPTC DigitalSourceType in XMP. Pillow drops `xmp=` silently for PNG and TIFF, so those
two get an iTXt chunk and tag 700.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import numpy as np
from PIL import Image, ImageCms, PngImagePlugin, TiffImagePlugin

from bggen.errors import BadInput, OutputExists, UsageError, WriteFailed
from bggen.options import NO_ALPHA, OPAQUE, Format, Options
from bggen.presets import PRESETS
from bggen.sink.packet import facts_of, xmp
from bggen.spec import Plane, Rgb

SUFFIXES: dict[str, Format] = {
    ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".avif": "avif",
    ".tif": "tiff", ".tiff": "tiff",
}  # fmt: skip
XMP_TAG = 700
LEAST_QUALITY, QUALITY_STEP = 60, 6  # how far a preset's limit on bytes may lower the quality


def format_for(path: Path, options: Options) -> Format:
    """By the name's ending, else as the options say, else PNG. Raises UsageError where the two disagree."""
    named = SUFFIXES.get(path.suffix.lower())
    if path.suffix and named is None and options.format is None:
        raise UsageError(
            f"{path}: unknown ending {path.suffix!r}: use one of {', '.join(sorted(SUFFIXES))} or --format"
        )
    if named and options.format and named != options.format:
        raise UsageError(f"{path}: the name says {named}, --format says {options.format}: drop one of them")
    if options.transparent and named in OPAQUE:
        raise UsageError(f"{path}: {NO_ALPHA.format(named)}")
    return named or options.format or "png"


def encode(
    rgb: Rgb, record: dict[str, Any], options: Options, format: Format, alpha: Plane | None = None
) -> bytes:
    """The file's bytes: same pixels and record, same bytes. `alpha` is straight.

    A preset's limit on them is kept by a lower quality, or for PNG and TIFF refused with BadInput.
    """
    if format not in get_args(Format):
        raise UsageError(f"unknown format {format!r}: use one of {', '.join(get_args(Format))}")
    if alpha is not None and format in OPAQUE:
        raise UsageError(NO_ALPHA.format(format))
    image, packet = image_of(rgb, alpha), xmp(record, options)
    preset = PRESETS.get(options.preset or "")
    most = preset.most_bytes if preset else None
    qualities = [options.quality, *range(options.quality - QUALITY_STEP, LEAST_QUALITY - 1, -QUALITY_STEP)]
    for quality in qualities if format in ("jpeg", "webp", "avif") else qualities[:1]:
        data = _encoded(image, packet, format, quality)
        if most is None or len(data) <= most:
            return data
    size, limit = len(data) / 1e6, (most or 0) / 1e6
    smaller = "jpeg" if alpha is None else "webp"
    advice = f"use --format {smaller}" if format in ("png", "tiff") else "use a smaller --size"
    message = f"the {format} has {size:.1f} MB, {options.preset} takes {limit:.0f} MB: {advice}"
    raise BadInput(message, reason="over_preset")


def image_of(rgb: Rgb, alpha: Plane | None) -> Image.Image:
    """RGB, or RGBA with straight alpha."""
    return Image.fromarray(np.ascontiguousarray(rgb if alpha is None else np.dstack((rgb, alpha))))


def _encoded(image: Image.Image, packet: bytes, format: Format, quality: int) -> bytes:
    buffer = io.BytesIO()
    common: dict[str, Any] = {"icc_profile": _srgb_profile()}
    if format == "png":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
        image.save(buffer, "PNG", compress_level=2, pnginfo=info, **common)
    elif format == "jpeg":
        how: dict[str, Any] = common | {"quality": min(quality, 98), "subsampling": 0 if quality >= 90 else 2}
        try:
            image.save(buffer, "JPEG", optimize=True, xmp=packet, **how)
        except OSError:  # Pillow's buffer for optimized Huffman tables is too small for pictures of noise
            buffer = io.BytesIO()
            image.save(buffer, "JPEG", xmp=packet, **how)
    elif format == "webp":
        image.save(buffer, "WEBP", quality=quality, method=3, xmp=packet, **common)
    elif format == "avif":
        if image.mode == "RGBA":  # else what is opaque comes back a little less so
            common["advanced"] = {"alpha:lossless": "1"}
        image.save(buffer, "AVIF", quality=quality, speed=7, max_threads=1, xmp=packet, **common)
    else:
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[XMP_TAG] = packet
        tags.tagtype[XMP_TAG] = 1  # BYTE, as the XMP specification asks
        image.save(buffer, "TIFF", compression="tiff_adobe_deflate", tiffinfo=tags, **common)
    return buffer.getvalue()


def write(path: Path, data: bytes | Iterable[bytes], *, force: bool, tag: str = "") -> str:
    """Write whole or not at all: temporary name, fsync, read back, rename, fsync folder. -> SHA-256 hex.

    `data` may come in parts, which are never held together. `tag` marks the temporary file as its writer's
    own, for `sweep` after a kill.

    Raises OutputExists when another file is there and `force` is False; the same bytes are left as they are.
    Raises WriteFailed when the disk won't take it.
    """
    written = hashlib.sha256()
    temporary: str | None = None
    try:
        _make_folder(path.parent)
        handle, temporary = tempfile.mkstemp(prefix=f".bggen-{tag}-", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            for part in (data,) if isinstance(data, bytes) else data:
                written.update(part)
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        if digest_of(Path(temporary)) != written.hexdigest():
            raise WriteFailed(f"{path}: what was read back differs from what was written: check the disk")
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        if force:
            Path(temporary).replace(path)
        else:
            _claim(Path(temporary), path)
        _sync_folder(path.parent)
    except FileExistsError as error:
        if digest_of(path) != written.hexdigest():
            raise OutputExists(f"{path} is there already: use --force to overwrite") from error
    except OSError as error:
        raise WriteFailed(f"{path}: can't be written ({error.strerror or error})") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
    return written.hexdigest()


def _make_folder(folder: Path) -> None:
    """A folder and those above it. Raises WriteFailed where a file has its name."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise WriteFailed(f"{folder} is a file, no folder: give another --output") from error


def digest_of(path: Path) -> str:
    """SHA-256 hex of a file, streamed; "" where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def sweep(folder: Path, tag: str) -> int:
    """Remove what a killed writer with this tag left half-written in a folder; returns how many files.

    What can't be removed stays: it is in nobody's way.
    """
    removed = 0
    for stray in list(folder.glob(f".bggen-{tag}-*.tmp")):
        with contextlib.suppress(OSError):
            stray.unlink()
            removed += 1
    return removed


def _claim(temporary: Path, path: Path) -> None:
    """Give a finished file its name only where that is free."""
    try:
        os.link(temporary, path)  # fails where the name is taken, with no gap to race in
    except FileExistsError:
        raise
    except OSError as error:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from error
        temporary.replace(path)


def sidecar(path: Path, record: dict[str, Any], *, tag: str = "") -> Path:
    """`PICTURE.json` beside the picture, atomically; replaces an older one."""
    target = path.with_name(path.name + ".json")
    write(target, sidecar_bytes(record), force=True, tag=tag)
    return target


def sidecar_bytes(record: dict[str, Any]) -> bytes:
    """What a sidecar holds: JSON, in which file names of any bytes survive as escapes."""
    text = json.dumps(record, indent=1, ensure_ascii=False, default=str) + "\n"
    return text.encode("utf-8", "backslashreplace")


def inspect(path: Path) -> dict[str, Any]:
    """What a finished picture says about itself: label, model, seed, proof. Raises BadInput if nothing."""
    if path.exists() and not path.is_file():  # a pipe would wait for its writer
        raise BadInput(f"{path}: is no ordinary file", reason="not_a_file")
    try:
        with Image.open(path) as image:
            packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
            if image.format == "TIFF":
                packet = image.tag_v2.get(XMP_TAG, b"")  # type: ignore[attr-defined]  # of the TIFF class
            size, clear = image.size, image.has_transparency_data
    except FileNotFoundError as error:
        raise BadInput(f"{path}: there is no such file", reason="not_found") from error
    except (OSError, Image.DecompressionBombError, SyntaxError, ValueError) as error:  # broken files
        raise BadInput(f"{path}: not a picture that can be read", reason="not_an_image") from error
    return {
        "file": str(path),
        "size": size,
        **({"transparent": True} if clear else {}),
        **facts_of(packet.decode("utf-8", "replace") if isinstance(packet, bytes) else str(packet), path),
    }


def _srgb_profile() -> bytes:
    """A valid sRGB profile with a fixed date, so that equal pictures are equal files."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07e900010001000000000000")  # 2025-01-01 00:00:00
    return bytes(profile)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # not every system can open a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
