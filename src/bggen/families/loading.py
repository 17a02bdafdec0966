"""A diffusers folder while it is loaded: without the libraries' remarks, and whole or not at all."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterator
from typing import Any

import torch

from bggen.errors import UsageError
from bggen.families.runtime import Adapter

LIBRARIES = ("diffusers", "transformers", "torchao", "torch.utils._pytree")  # the last as torchao is imported
#: Weights that transformers did not find, or not in their shape, and drew at random: in its remark alone.
DRAWN = re.compile(r"^(.*?) +\| (?:MISSING|MISMATCH)", re.MULTILINE)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # of a remark that is meant for a terminal


class Remarks(logging.Handler):
    """Takes a library's remarks in the place of its own handlers, which still get its errors."""

    def __init__(self, usual: list[logging.Handler]) -> None:
        super().__init__()
        self.usual = usual
        self.drawn: list[str] = []  # names of weights, see DRAWN

    def emit(self, record: logging.LogRecord) -> None:
        """Called by the library's logger."""
        self.drawn += DRAWN.findall(COLOURS.sub("", record.getMessage()))
        for handler in self.usual if record.levelno >= logging.ERROR else ():
            handler.handle(record)


@contextlib.contextmanager
def quietly() -> Iterator[list[Remarks]]:
    """Load without the libraries' own progress bars and remarks; standard error is for our lines.

    What is wrong with a folder they raise, or we have checked before, or `check_whole` does.
    """
    from diffusers.utils import logging as of_diffusers
    from transformers.utils import logging as of_transformers

    barred = [library for library in (of_diffusers, of_transformers) if library.is_progress_bar_enabled()]
    loggers = [logging.getLogger(name) for name in LIBRARIES]
    before = [(logger.level, logger.handlers[:], logger.propagate) for logger in loggers]
    remarks = [Remarks(handlers) for _, handlers, _ in before]
    for library in barred:
        library.disable_progress_bar()
    for logger, taker in zip(loggers, remarks, strict=True):
        logger.setLevel(logging.WARNING)
        logger.handlers[:], logger.propagate = [taker], False
    try:
        yield remarks
    except RuntimeError as error:
        if not (drawn := _drawn(remarks)):
            raise
        raise ValueError(f"a text tower is not as its config.json says: {drawn[0]}") from error
    finally:
        for library in barred:
            library.enable_progress_bar()
        for logger, (level, handlers, propagate) in zip(loggers, before, strict=True):
            logger.setLevel(level)
            logger.handlers[:], logger.propagate = handlers, propagate


def check_whole(pipe: Any, remarks: list[Remarks]) -> None:
    """Raises ValueError where a part of a loaded pipeline lacks weights or words.

    The libraries go on: with weights drawn at random, pictures are noise, and without words no prompt counts.
    """
    from transformers import PreTrainedTokenizerBase

    for name, part in pipe.components.items():
        if isinstance(part, PreTrainedTokenizerBase) and len(part) <= len(set(part.all_special_ids)):
            raise ValueError(
                f"{name} has no vocabulary: its tokenizer.json, or what stands in for it, is missing"
            )
        if isinstance(part, torch.nn.Module):
            lacking = [weight for weight, value in part.named_parameters() if value.is_meta]
            if lacking:
                raise ValueError(f"{name} lacks weights, {lacking[0]} among them")
    if drawn := _drawn(remarks):
        raise ValueError(f"a text tower lacks weights, {drawn[0]} among them")


def _drawn(remarks: list[Remarks]) -> list[str]:
    return sorted(weight for one in remarks for weight in one.drawn)


def load_adapters(pipe: Any, adapters: tuple[Adapter, ...]) -> None:
    """Load LoRA files into a pipeline. Raises UsageError for one that does not fit the model."""
    names = []
    for number, adapter in enumerate(adapters):
        name = f"lora{number}"
        try:
            pipe.load_lora_weights(
                str(adapter.file.parent),
                weight_name=adapter.file.name,
                adapter_name=name,
                local_files_only=True,
                use_safetensors=True,
            )
        except (ValueError, RuntimeError, KeyError, OSError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise UsageError(f"--lora {adapter.file} doesn't fit this model: {reason}") from error
        loaded = {found for part in pipe.get_list_adapters().values() for found in part}
        if name not in loaded:
            raise UsageError(f"--lora {adapter.file} doesn't fit this model: it changes no part of it")
        names.append(name)
    if names:
        pipe.set_adapters(names, [adapter.weight for adapter in adapters])
