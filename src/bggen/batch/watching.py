"""With --watch: which photos may be taken up, and how often the report follows."""

from __future__ import annotations

from bggen.batch import stamps
from bggen.batch.items import Item

REPORT_EVERY = 600.0  # seconds: to write one takes seconds for tens of thousands of items


class Settling:
    """A file counts once it has looked the same twice in a row."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    def ready(self, items: list[Item]) -> list[Item]:
        """Those that have stopped growing since the last look."""
        now = {item.source: item.stamp or stamps.of_file(item.source) for item in items}
        same = [
            item for item in items if now[item.source] and self._seen.get(item.source) == now[item.source]
        ]
        self._seen = now
        return same
