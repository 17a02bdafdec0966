"""Who paints, known without loading a model: the second run over a finished catalogue needs no torch."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path
from typing import Any, Protocol

from bggen import __version__
from bggen.batch.memory.journal import Journal
from bggen.batch.places import stamps
from bggen.engine import NO_PAINTER
from bggen.errors import UsageError
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import PainterInfo

BUILT_IN = ("studio", "flat")  # models whose weights are ours
WEIGHTS = (".safetensors", ".onnx", ".json", ".txt", ".avif", ".png")


class Knows(Protocol):
    """An engine, here or on a cluster."""

    settings: Settings

    def info(self, options: Options) -> PainterInfo:
        """Who would paint this."""


class Painters:
    """PainterInfo by options: from the journal while the model's files are unchanged, else the engine."""

    def __init__(self, engine: Knows, journal: Journal | None, *, given: bool, may_load: bool = True) -> None:
        """`given`: the engine came with a painter of the caller's own, which no file stands for.

        Without `may_load` only studio is looked at, which takes a moment; a model of gigabytes stays unknown
        where its files are not those that painted before.
        """
        self._engine, self._journal, self._given, self._may_load = engine, journal, given, may_load
        self._known: dict[tuple[Any, ...], PainterInfo | UsageError | None] = {}

    def info(self, options: Options) -> PainterInfo | None:
        """Who would paint this; None only where loading isn't allowed and nobody painted with these files.

        Raises UsageError for a model that can't be had, each time it is asked for.
        """
        if options.background:
            return NO_PAINTER
        name = options.painter_key
        if name not in self._known:
            try:
                self._known[name] = self._find(options)
            except UsageError as error:
                self._known[name] = error
        if isinstance(found := self._known[name], UsageError):
            raise found
        return found

    def _find(self, options: Options) -> PainterInfo | None:
        if self._given or options.model == "flat":
            return self._engine.info(options)
        asked, stamp = _asked(options, self._engine.settings), model_stamp(options)
        if self._journal is not None and (found := self._journal.painter(asked, stamp)):
            return PainterInfo(**found)
        if not self._may_load and options.model != "studio":
            return None
        info = self._engine.info(options)
        if self._journal is not None and self._may_load:
            self._journal.save_painter(asked, stamp, dataclasses.asdict(info))
        return info


def _asked(options: Options, settings: Settings) -> str:
    return json.dumps([*options.painter_key, settings.device, settings.dtype])


def model_stamp(options: Options) -> str:
    """Changes with every file that the model is made of, and with our own version."""
    import bggen

    folder = Path(options.model)
    if options.model == "studio" or not stamps.of_file(folder):  # not is_dir(): it raises for long names
        folder = Path(bggen.__file__).parent / "families" / "studio"
    parts = [__version__, stamps.of_folder(folder, WEIGHTS)]
    parts += [stamps.of_file(lora_file(adapter)) for adapter in options.lora]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def lora_file(adapter: str) -> str:
    """The file of `FILE` or `FILE:WEIGHT`."""
    return adapter if stamps.of_file(adapter) else adapter.rpartition(":")[0] or adapter
