"""The journal: what was asked, tried and made. SQLite in WAL mode, every commit on the disk.

States: running (a worker has it, or had it when the run died), done, failed, quarantined.
An item without a row is still to be made.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from bggen.batch.places.names import encodable
from bggen.errors import BggenError, UsageError

State = Literal["running", "done", "failed", "quarantined"]
VERSION = 2
READABLE = (1, VERSION)  # the first one had no times of outputs
SCHEMA = """
CREATE TABLE IF NOT EXISTS items (
  id BLOB PRIMARY KEY, source BLOB NOT NULL, key TEXT NOT NULL DEFAULT '', state TEXT NOT NULL,
  stage TEXT NOT NULL DEFAULT '', verdict TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
  message TEXT NOT NULL DEFAULT '', decision TEXT NOT NULL DEFAULT '', seed INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0, crashes INTEGER NOT NULL DEFAULT 0,
  outputs TEXT NOT NULL DEFAULT '[]', facts TEXT NOT NULL DEFAULT '{}',
  seconds REAL, ended TEXT NOT NULL DEFAULT '', run INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS thumbs (id BLOB PRIMARY KEY, before BLOB, after BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
  path BLOB PRIMARY KEY, stamp TEXT NOT NULL, digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS painters (asked TEXT PRIMARY KEY, stamp TEXT NOT NULL, info TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, code INTEGER, summary TEXT
);
"""


class JournalFailed(BggenError):
    """The journal can't be read or written: without it nothing is safe, so the run stops."""

    reason = "journal_failed"

    def __init__(self, path: Path, error: sqlite3.Error) -> None:
        if isinstance(error, sqlite3.OperationalError):  # the disk's fault
            what = f"can't be used ({error}): the run stops here; make room and start it again"
        else:
            what = f"is damaged ({error}): move it away and start again; no picture is lost"
        super().__init__(f"{path}: the journal {what}")


class Output(NamedTuple):
    """A picture as it was made, or as it was found since."""

    name: str
    digest: str  # SHA-256
    size: int  # bytes
    mtime: int | None = None  # nanoseconds; None where its store tells none


@dataclass(slots=True)
class Entry:
    """An item's row, less its thumbnails."""

    id: str
    source: str
    key: str = ""
    state: State = "running"
    stage: str = ""
    verdict: str = ""
    reason: str = ""
    message: str = ""
    decision: str = ""
    seed: int | None = None  # set by a rejected picture: another take
    attempts: int = 0
    crashes: int = 0
    outputs: list[Output] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    seconds: float | None = None
    ended: str = ""


COLUMNS = (
    "id", "source", "key", "state", "stage", "verdict", "reason", "message", "decision", "seed", "attempts",
    "crashes", "outputs", "facts", "seconds", "ended",
)  # fmt: skip


class Journal:
    """One writer at a time (the run's lock sees to that); used from one thread."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Raises UsageError where the journal can't be opened or is another version's.

        Raises JournalFailed where the disk is full or fails.
        """
        self.path = path
        self.run: int | None = None
        try:
            name = f"{path.absolute().as_uri()}?mode={_how_to_read(path) if read_only else 'rwc'}"
            self._db = sqlite3.connect(name, uri=True, isolation_level=None, timeout=5)
            self._db.execute("PRAGMA temp_store=MEMORY")  # a container may have no other folder to write to
            found = int(self._db.execute("PRAGMA user_version").fetchone()[0])
            if found not in READABLE and (found or read_only):
                raise UsageError(f"{path}: was written by another version of bggen: use another --state-dir")
            if not read_only:
                self._db.execute("PRAGMA journal_mode=WAL")
                self._db.execute("PRAGMA synchronous=FULL")
            if found != VERSION and not read_only:
                self._db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version={VERSION}; COMMIT;")
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
                raise JournalFailed(path, error) from error
            raise UsageError(
                f"{path}: the journal can't be opened ({error}): check the folder's rights and space, "
                "or move a damaged journal away"
            ) from error

    def close(self) -> None:
        """Fold the log back into the file, as far as the disk allows."""
        try:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error:
            pass  # the log is replayed at the next start
        finally:
            self._db.close()

    # -- reading ---------------------------------------------------------------------------------

    @property
    def changes(self) -> int:
        """Grows with every row that is written."""
        return self._db.total_changes

    def entries(self) -> Iterator[Entry]:
        """Every row, in the order of names, one at a time."""
        query = f"SELECT {', '.join(COLUMNS)} FROM items ORDER BY id"  # noqa: S608 - our own column names
        for row in self._rows(query):
            yield _entry(row)

    def by_need(self) -> Iterator[str]:
        """Ids: failed ones, those for review, the others, gone and former ones; the unsure come first.

        What SQLite sorts are names and numbers, about 20 MB for 200,000 rows.
        """
        unasked = "coalesce(json_extract(facts, '$.gone'), json_extract(facts, '$.former'))"
        need = (
            f"CASE WHEN {unasked} THEN 3 WHEN state != 'done' THEN 0 "
            "WHEN verdict = 'review' AND decision != 'accept' THEN 1 ELSE 2 END"
        )
        query = f"SELECT id FROM items ORDER BY {need}, json_extract(facts, '$.confidence'), id"  # noqa: S608 - our own
        for (id,) in self._rows(query):
            yield os.fsdecode(id)

    def entry(self, id: str) -> Entry | None:
        """One row."""
        query = f"SELECT {', '.join(COLUMNS)} FROM items WHERE id = ?"  # noqa: S608 - our own column names
        row = next(self._rows(query, os.fsencode(id)), None)
        return None if row is None else _entry(row)

    def digests(self) -> dict[str, tuple[str, str]]:
        """path -> (stamp, SHA-256) of every file that was read so far."""
        rows = self._rows("SELECT path, stamp, digest FROM files")
        return {os.fsdecode(path): (stamp, digest) for path, stamp, digest in rows}

    def thumbs(self, id: str) -> tuple[bytes | None, bytes | None]:
        """(before, after) as JPEG files."""
        rows = self._rows("SELECT before, after FROM thumbs WHERE id = ?", os.fsencode(id))
        found = next(rows, None)
        return (found[0], found[1]) if found else (None, None)

    def painter(self, asked: str, stamp: str) -> dict[str, Any] | None:
        """Who painted under this name, while its files are unchanged."""
        rows = self._rows("SELECT info FROM painters WHERE asked = ? AND stamp = ?", asked, stamp)
        found = next(rows, None)
        return json.loads(found[0]) if found else None

    def pace(self) -> float | None:
        """Seconds a picture in the last run that made any."""
        rows = self._rows("SELECT summary FROM runs WHERE summary IS NOT NULL ORDER BY id DESC LIMIT 20")
        for (text,) in rows:
            summary = json.loads(text)
            if summary.get("made"):
                return float(summary["seconds"]) / int(summary["made"])
        return None

    def _rows(self, query: str, *values: str | bytes) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._db.execute(query, values)
        except sqlite3.Error as error:
            raise JournalFailed(self.path, error) from error

    # -- writing ---------------------------------------------------------------------------------

    def start_run(self) -> bool:
        """Open a run; an item that was being painted when the last run died has that counted.

        Returns whether the last run came to its end, its report included.
        """
        last = next(self._rows("SELECT ended FROM runs ORDER BY id DESC LIMIT 1"), None)
        with self._write():
            cursor = self._db.execute("INSERT INTO runs (started) VALUES (?)", (now(),))
            self.run = cursor.lastrowid
            self._db.execute(
                "UPDATE items SET crashes = crashes + 1, stage = '' "
                "WHERE state = 'running' AND stage = 'paint'"
            )
        return last is None or last[0] is not None

    def end_run(self, code: int, summary: dict[str, Any], *, reported: bool) -> None:
        """Close the run's own row; one whose report could not be written has no end."""
        with self._write():
            self._db.execute(
                "UPDATE runs SET ended = ?, code = ?, summary = ? WHERE id = ?",
                (now() if reported else None, code, json.dumps(summary), self.run),
            )

    def save(
        self,
        entries: list[Entry],
        thumbs: dict[str, tuple[bytes | None, bytes | None]] | None = None,
        digests: Sequence[tuple[str, str, str]] = (),
    ) -> None:
        """Write rows whole, with thumbnails and (path, stamp, SHA-256) of what was read, in one commit."""
        marks = ", ".join("?" * (len(COLUMNS) + 1))
        query = f"INSERT OR REPLACE INTO items ({', '.join(COLUMNS)}, run) VALUES ({marks})"  # noqa: S608 - our own names and marks
        with self._write():
            self._db.executemany(query, [(*_row(entry), self.run) for entry in entries])
            for id, (before, after) in (thumbs or {}).items():
                self._db.execute(
                    "INSERT OR REPLACE INTO thumbs VALUES (?, ?, ?)", (os.fsencode(id), before, after)
                )
            self._db.executemany(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?)",
                [(os.fsencode(path), stamp, digest) for path, stamp, digest in digests if stamp],
            )

    def forget(self, ids: list[str]) -> None:
        """Drop rows and their thumbnails: as if never begun."""
        raw = [(os.fsencode(id),) for id in ids]
        with self._write():
            self._db.executemany("DELETE FROM items WHERE id = ?", raw)
            self._db.executemany("DELETE FROM thumbs WHERE id = ?", raw)

    def save_painter(self, asked: str, stamp: str, info: dict[str, Any]) -> None:
        """Remember who paints, so that the next run needs no model to know what is done."""
        with self._write():
            self._db.execute(
                "INSERT OR REPLACE INTO painters VALUES (?, ?, ?)", (asked, stamp, json.dumps(info))
            )

    def _write(self) -> _Transaction:
        return _Transaction(self._db, self.path)


def _how_to_read(path: Path) -> str:
    """For a URI: no file beside the journal, and none needed, where no run has left or is writing a log."""
    log = path.with_name(path.name + "-wal")
    return "ro" if log.exists() else "ro&immutable=1"


class _Transaction:
    """BEGIN ... COMMIT; any failure of the disk becomes JournalFailed."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = db, path

    def __enter__(self) -> None:
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise JournalFailed(self._path, error) from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            if kind is None:
                self._db.execute("COMMIT")
                return
        except sqlite3.Error as failed:
            raise JournalFailed(self._path, failed) from failed
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise JournalFailed(self._path, error) from error


def now() -> str:
    """UTC, to the second; for people, never compared."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _row(entry: Entry) -> tuple[Any, ...]:
    values = {name: getattr(entry, name) for name in COLUMNS}
    values["id"], values["source"] = os.fsencode(entry.id), os.fsencode(entry.source)
    values["outputs"], values["facts"] = json.dumps(entry.outputs), json.dumps(entry.facts)
    values["message"] = encodable(entry.message)
    return tuple(values[name] for name in COLUMNS)


def _entry(row: tuple[Any, ...]) -> Entry:
    values = dict(zip(COLUMNS, row, strict=True))
    values["id"], values["source"] = os.fsdecode(values["id"]), os.fsdecode(values["source"])
    values["outputs"] = [Output(*made) for made in json.loads(values["outputs"])]
    values["facts"] = json.loads(values["facts"])
    return Entry(**values)
