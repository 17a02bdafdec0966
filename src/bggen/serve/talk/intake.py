"""From a request's body to an order: bytes, options, and a seed that follows from content alone."""

from __future__ import annotations

import asyncio
import hashlib
import json
import shutil
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_multipart.multipart import parse_options_header
from starlette.datastructures import UploadFile
from starlette.requests import Request

from bggen.options import Format, Options
from bggen.serve.problems import Refusal
from bggen.serve.talk.fields import BY_FILE_TOO, FILES, LONGEST_NAME, Fields, UrlRequest, checked, merge
from bggen.spec import derive_seed, file_stem

MAX_FIELD = 64 * 1024  # bytes of one text field
MAX_JSON = 256 * 1024  # bytes of a JSON body
CHARSETS = (b"utf-8", b"utf8", b"us-ascii", b"iso-8859-1")  # of a form; some of Python's take seconds a field
NO_FILE = f"takes no file: send the photo as '{FILES[0]}'; files may also be {', '.join(FILES[1:])}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for."""

    options: Options
    format: Format | None = None  # that the request itself named
    data: bytes = b""
    mask: bytes | None = None
    url: str = ""
    mask_url: str = ""
    title: str = ""  # the photo's file name, as the sender has it
    folder: Path | None = None  # with what the model's process is to read

    def forget(self) -> None:
        """Remove the folder."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


class Intake:
    """Reads bodies. Pictures that the model opens by itself (reference, background) go through a folder."""

    def __init__(self, base: Options, max_variants: int) -> None:
        self._base, self._max_variants = base, max_variants
        self._spooled: tempfile.TemporaryDirectory[str] | None = None

    async def form(self, request: Request) -> Asked:
        """A multipart body. Raises Refusal (400, 415, 422)."""
        _check_kind(
            request, "multipart/form-data", "send multipart/form-data with the photo in the part 'photo'"
        )
        _check_charset(request)
        texts, files, title = await _parts(request)
        if "photo" not in files:
            raise _wrong("photo", "send the photo as a file in this part")
        if both := sorted(set(files) & set(texts)):
            raise _wrong(both[0], "given twice")
        if "mask" in texts:
            raise _wrong("mask", "send it as a file")
        given = checked(Fields, texts)
        options = merge(self._base, given, self._max_variants)
        folder = None
        if own := {name: files[name] for name in BY_FILE_TOO if name in files}:  # the model opens them itself
            folder = self._new_folder()
            options = await asyncio.to_thread(_spool, folder, options, files["photo"], own)
        return Asked(
            options,
            given.get("format"),
            data=files["photo"],
            mask=files.get("mask"),
            title=title,
            folder=folder,
        )

    async def json(self, request: Request) -> Asked:
        """A JSON body that names a URL. Raises Refusal (400, 413, 415, 422)."""
        _check_kind(request, "application/json", "send application/json with the photo's address in 'url'")
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_JSON:
                raise Refusal(413, "too_many_bytes", f"the JSON body is over {MAX_JSON // 1024} KiB")
        try:
            values = json.loads(bytes(body))
        except (ValueError, RecursionError) as error:
            raise Refusal(400, "not_json", "the body is not JSON") from error
        if not isinstance(values, dict):
            raise Refusal(422, "usage", "the body must be an object with the key 'url'")
        given = checked(UrlRequest, values)
        url, mask_url = given.pop("url"), given.pop("mask_url", None) or ""
        options = merge(self._base, given, self._max_variants)
        return Asked(options, given.get("format"), url=url, mask_url=mask_url, title=file_stem(url))

    def close(self) -> None:
        """Remove the folder."""
        if self._spooled is not None:
            self._spooled.cleanup()

    def _new_folder(self) -> Path:
        if self._spooled is None:
            self._spooled = tempfile.TemporaryDirectory(prefix="bggen-serve-")
        return Path(self._spooled.name) / uuid.uuid4().hex


def _spool(folder: Path, options: Options, photo: bytes, own: dict[str, bytes]) -> Options:
    """Lay a request's own files into a new folder, by their fields' names; returns options that name them."""
    if options.seed is None and "reference" in own:
        # the same reference gives the same seed, wherever its file lies
        digest, reference = (hashlib.sha256(data).hexdigest() for data in (photo, own["reference"]))
        seed = derive_seed(digest, options.prompt, options.model, reference)
        options = options.model_copy(update={"seed": seed})
    try:
        folder.mkdir()
        for name, data in own.items():
            (folder / name).write_bytes(data)
    except OSError:  # no room: what there is of them must not take the rest of it
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return options.model_copy(update={name: str(folder / name) for name in own})


async def _parts(request: Request) -> tuple[dict[str, Any], dict[str, bytes], str]:
    """A form's texts and files by their names, and the photo's file name. Raises Refusal (400, 422)."""
    texts: dict[str, Any] = {}
    files: dict[str, bytes] = {}
    title = ""
    async with request.form(max_files=len(FILES), max_fields=64, max_part_size=MAX_FIELD) as form:
        for name, value in form.multi_items():
            if name in texts or name in files:
                raise _wrong(name, "given twice")
            if isinstance(value, UploadFile):
                data = await value.read()
                if name not in FILES:
                    raise _wrong(name, NO_FILE)
                if data or value.filename or name == "photo":
                    files[name] = data
                if name == "photo":
                    title = file_stem(value.filename or "")
            elif value != "":
                texts[name] = value
    return texts, files, title


def _check_kind(request: Request, wanted: str, instead: str) -> None:
    """Raises Refusal (415) for another media type, or for one that is packed (RFC 9110, 15.5.16)."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != wanted:
        raise Refusal(415, "unsupported", instead)
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        plain = [("Accept-Encoding", "identity")]
        raise Refusal(
            415, "unsupported", "send the body as it is: no Content-Encoding is read here", headers=plain
        )


def _check_charset(request: Request) -> None:
    """Raises Refusal (415) for a form in a charset that is not read here."""
    _, parameters = parse_options_header(request.headers["content-type"])
    if parameters.get(b"charset", b"utf-8").lower() not in CHARSETS:
        raise Refusal(415, "unsupported", "send the form's text in UTF-8: its charset is not read here")


def _wrong(name: str, message: str) -> Refusal:
    name = name[:LONGEST_NAME]
    return Refusal(422, "usage", f"{name}: {message}", errors=[{"field": name, "message": message}])
