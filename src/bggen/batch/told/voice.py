"""What a run says: bars on a terminal, a line now and then in a log, JSON on stdout, silence when asked.

A reader that goes away (`| head`) silences its stream and never stops the run. Neither does a disk that takes
no more lines of --json, which the exit code tells.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from bggen.batch.places.names import printable
from bggen.stdio import write

if TYPE_CHECKING:
    from rich.progress import Progress

EVERY = 30.0  # seconds between two lines of a log
NAMED = 5  # photos that a line for many names
NOTES = 12  # kinds of notes on pictures that a run tells; the report has all


@dataclass(slots=True)
class Counts:
    """How far a run is. total == made + kept + failed + quarantined + left at every moment."""

    total: int = 0
    made: int = 0  # in this run; those for review included
    kept: int = 0  # done before
    review: int = 0  # of made and kept: a person should look
    failed: int = 0
    quarantined: int = 0

    def add(self, state: str, *, made: bool) -> None:
        """Count an item that ended in a state, now or in an earlier run."""
        self.made += made and state == "done"
        self.kept += not made and state == "done"
        self.failed += state == "failed"
        self.quarantined += state == "quarantined"

    @property
    def left(self) -> int:
        """Still to be made."""
        return self.total - self.made - self.kept - self.failed - self.quarantined


class Voice:
    """Speaks for one run."""

    def __init__(self, *, quiet: bool, as_json: bool) -> None:
        self._quiet, self._json = quiet, as_json
        self._stdout = sys.stdout  # for --json alone; libraries that print are turned elsewhere
        self._bars: Progress | None = None
        self._task: Any = None
        self._started = self._said = time.monotonic()
        self._planned = 0
        self._troubles: dict[str, list[tuple[str, str]]] = {}  # kind -> (name, line), not told yet
        #: text -> pictures that it holds for, too, and that were not told yet
        self._notes = dict[str, int]()
        self.lost_lines = False  # of --json, while somebody may wait for them

    # -- plain ---------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """One line on stderr, unless --quiet."""
        if not self._quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """One line on stderr in any case."""
        if self._bars is not None:
            self._bars.console.print(printable(text), highlight=False, markup=False)
        else:
            write(sys.stderr, printable(text) + "\n")

    def trouble(self, name: str, message: str, reason: str, *, again: bool = False) -> None:
        """A photo failed: the first line of a kind at once, all others of it as one line at the `end`.

        Args:
            name: of the photo.
            again: as in an earlier run: with --quiet that was told, and cron must not mail it every night.
        """
        if again and self._quiet:
            return
        name, line = printable(name), f"{message} [{reason}]"
        kind = f"{_in_common(name, message)} [{reason}]"
        if kind in self._troubles:
            self._troubles[kind].append((name, line))
        else:
            self._troubles[kind] = []
            self.warn(line)

    def notes(self, name: str, texts: Iterable[str]) -> None:
        """What is to be known of a picture that was made, such as words that its model doesn't know.

        The first of a kind is told at once, and at the `end` how many others it holds for. What names the
        photo itself holds for no other.
        """
        name = printable(name)
        own = name.rpartition("/")[2]
        for text in dict.fromkeys(texts):
            if text in self._notes:
                self._notes[text] += 1
            elif len(self._notes) < NOTES and own not in text:
                self._notes[text] = 0
                self.say(f"{name}: {text}")

    def _tell_notes(self) -> None:
        for text, more in self._notes.items():
            if more:
                self.say(f"{more} more: {text}")
            self._notes[text] = 0

    def _tell_troubles(self) -> None:
        for kind, more in self._troubles.items():
            if len(more) == 1:
                self.warn(more[0][1])
            elif more:
                self.warn(f"{len(more)} more: {kind}: {several([name for name, _ in more])}")
        self._troubles.clear()

    def table(self, text: str) -> None:
        """Several lines on stderr, unless --quiet."""
        if not self._quiet:
            write(sys.stderr, text)

    def record(self, row: dict[str, Any]) -> None:
        """One JSON object a line on stdout, with --json."""
        if not self._json or self._stdout is None:
            return
        lost = write(self._stdout, json.dumps(row, ensure_ascii=True, default=str) + "\n")
        if lost is not None:
            self.lost_lines = True
            why = lost.strerror or lost
            self.warn(f"bggen: --json: stdout can't be written ({why}): report.jsonl has what is missing")

    # -- progress ------------------------------------------------------------------------------

    def begin(self, counts: Counts) -> None:
        """The plan stands; bars appear on a terminal."""
        self._started = self._said = time.monotonic()
        self._planned = counts.left
        if self._quiet or not _is_terminal(sys.stderr) or not counts.left:
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[detail]}"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bars.add_task("pictures", total=counts.left, detail="")
        self._bars.start()

    def progress(self, counts: Counts) -> None:
        """Called often; draws or speaks when it is time."""
        ended = self._planned - counts.left
        if self._bars is not None:
            self._bars.update(self._task, completed=ended, detail=self.detail(counts))
        elif counts.left and time.monotonic() - self._said >= EVERY:
            self._said = time.monotonic()
            self.say(f"{ended} of {self._planned} pictures, {self.detail(counts)}")

    def detail(self, counts: Counts) -> str:
        """`3 failed, 2 for review, 41.2 a minute, 0:12:05 left`."""
        seconds = max(time.monotonic() - self._started, 1e-6)
        rate = (self._planned - counts.left) / seconds
        words = [f"{counts.failed + counts.quarantined} failed", f"{counts.review} for review"]
        words.append(f"{60 * rate:.1f} a minute")
        if rate > 0:
            words.append(f"{clock(counts.left / rate)} left")
        return ", ".join(words)

    def end(self) -> None:
        """Bars vanish; the summary follows."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = None
        self._tell_notes()
        self._tell_troubles()


def several(names: list[str]) -> str:
    """The first few names, and how many there are beside them."""
    rest = f" and {len(names) - NAMED} others" if len(names) > NAMED else ""
    return f"{', '.join(names[:NAMED])}{rest}"


def _in_common(name: str, message: str) -> str:
    """What troubles of one kind share: no names, sizes or figures, nor the way out, which the first tells."""
    what = message.removeprefix(f"{name}: ")
    if what == message:  # a table's line stands there instead
        what = message.partition(": ")[2] or message
    what = re.sub(r"(?<!\w)'[^']*'", "'...'", what.replace(name, "..."))
    return re.sub(r" \([^)]*\)|\d+x\d+ ", "", what.partition(": ")[0])


def clock(seconds: float) -> str:
    """`1:02:03`."""
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def summary_table(summary: dict[str, Any]) -> str:
    """A run's summary for people, in two columns, the first one aligned."""
    rows = [("made", f"{summary['made']} ({summary['images_per_minute']} a minute)")]
    rows += [(name, str(summary[name])) for name in ("kept", "review", "failed", "quarantined", "left")]
    rows = [row for row in rows if row[0] in ("made", "failed", "left") or row[1] != "0"]
    rows += [("time", clock(summary["seconds"])), ("pictures", summary["out"]), ("report", summary["report"])]
    width = max(len(name) for name, _ in rows)
    return "".join(f"  {name:<{width}}  {value}\n" for name, value in rows)


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
