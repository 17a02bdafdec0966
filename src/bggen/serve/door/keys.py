"""Who may ask: keys are compared as SHA-256, all of them every time, in constant time."""

from __future__ import annotations

import hashlib
import hmac
import logging
import re
import time
from dataclasses import dataclass
from pathlib import Path

from bggen.errors import UsageError

log = logging.getLogger("bggen.serve")
LINE = re.compile(r"([A-Za-z0-9._-]{1,64}):([0-9a-fA-F]{64})(?::(\d{4}-\d{2}-\d{2}|\d+))?")
MOMENT = 9  # digits of a Unix second, at the least: a date without its hyphens has eight
LOOK_AGAIN = 1.0  # seconds between two looks at the key file
SHORT = (
    16  # characters below which a key can be guessed; even 16 hex digits outlast 1,000 tries a second by ages
)


@dataclass(frozen=True, slots=True)
class Key:
    """An id that may be told, a hash that may be stored, and the second it ends (None: never)."""

    id: str
    digest: bytes
    expires: float | None = None

    def good(self, now: float) -> bool:
        """Whether it opens anything at that Unix second."""
        return self.expires is None or now < self.expires


class KeyRing:
    """The keys of the settings and of the key file; the file is read anew when it changes."""

    def __init__(self, plain: tuple[str, ...] = (), file: Path | None = None) -> None:
        # no id of a file has a colon, so these can't be taken for anybody else's
        self._plain = [
            Key(f"API_KEY:{number}", digest_of(key.encode())) for number, key in enumerate(plain, 1)
        ]
        if weak := [number for number, key in enumerate(plain, 1) if guessable(key.encode())]:
            log.warning("API key %s is shorter than %d characters: it can be guessed", weak[0], SHORT)
        self._file, self._stamp, self._looked = file, "", 0.0
        self._from_file: list[Key] = []
        if file is not None:
            self._stamp = _stamp(file)  # before it is read: what changes meanwhile is read again
            self._from_file = read_keys(file)

    def __bool__(self) -> bool:
        return bool(self._plain) or self._file is not None

    def several(self) -> bool:
        """Whether more than one id has a key that is still good."""
        now = time.time()
        ids = (key.id for key in (*self._plain, *self._from_file) if key.good(now))
        first = next(ids, None)
        return any(other != first for other in ids)

    def owner(self, token: bytes) -> str | None:
        """The id of a key, None for a wrong or expired one. Takes as long for either."""
        self._refresh()
        digest, now, found = digest_of(token), time.time(), None
        for key in (*self._plain, *self._from_file):
            same = hmac.compare_digest(key.digest, digest)
            if same and key.good(now):
                found = key.id
        return found

    def _refresh(self) -> None:
        if self._file is None or time.monotonic() - self._looked < LOOK_AGAIN:
            return
        self._looked = time.monotonic()
        try:
            if (stamp := _stamp(self._file)) != self._stamp:
                self._from_file, self._stamp = read_keys(self._file), stamp
                log.info("key file read anew: %d keys", len(self._from_file))
        except UsageError as error:  # half written, or gone: what was read last stays in force
            log.error("key file not read, its last good state stays in force: %s", error)


def read_keys(file: Path) -> list[Key]:
    """Keys of a file of `ID:SHA256HEX[:EXPIRES]` lines; EXPIRES is YYYY-MM-DD or Unix seconds.

    An id may have several keys, such as an old one and its successor; they count as one caller.
    Raises UsageError naming the first bad line.
    """
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text"
        raise UsageError(f"--key-file {file}: can't be read ({why})") from error
    keys: list[Key] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not (line := line.strip()) or line.startswith("#"):
            continue
        if not (found := LINE.fullmatch(line)):
            raise UsageError(f"{file}, line {number}: not ID:SHA256HEX[:EXPIRES] (make one with sha256sum)")
        keys.append(Key(found[1], bytes.fromhex(found[2]), _moment(found[3], file, number)))
    return keys


def guessable(key: bytes) -> bool:
    """Whether trying many keys may find this one."""
    return len(key) < SHORT


def digest_of(token: bytes) -> bytes:
    """What is stored and compared instead of a key."""
    return hashlib.sha256(token).digest()


def token_of(headers: list[tuple[bytes, bytes]]) -> bytes | None:
    """The key in `Authorization: Bearer` or `X-API-Key`; None without one."""
    for name, value in headers:
        if name == b"authorization" and value[:7].lower() == b"bearer ":
            return value[7:].strip()
    return next((value.strip() for name, value in headers if name == b"x-api-key"), None)


def _moment(text: str | None, file: Path, number: int) -> float | None:
    if text is None:
        return None
    if text.isdecimal() and len(text) >= MOMENT:
        return float(text)
    try:
        return time.mktime(time.strptime(text, "%Y-%m-%d"))
    except ValueError as error:
        raise UsageError(f"{file}, line {number}: {text} is no YYYY-MM-DD and no Unix second") from error


def _stamp(file: Path) -> str:
    """Tells one state of a file from another; empty where there is no file."""
    try:
        info = file.stat()
    except OSError:  # whoever reads it is told why
        return ""
    return f"{info.st_mtime_ns} {info.st_size} {info.st_ino}"
