"""Which of torch's fused attentions answers first on a card.

On Hopper cuDNN's is the quicker one by about half, at the same accuracy, and torch puts it first in some
versions and for some of cuDNN's only (huggingface/transformers#48163 has the figures for six cards: it is
slower or no quicker on all others). What it can't answer goes to the next, as before.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import torch
from torch.nn.attention import SDPBackend, sdpa_kernel

CUDNN_FIRST = (
    SDPBackend.CUDNN_ATTENTION,
    SDPBackend.FLASH_ATTENTION,
    SDPBackend.EFFICIENT_ATTENTION,
    SDPBackend.MATH,
)
HOPPER = 9  # the major number of the cards' capability
_held: list[contextlib.AbstractContextManager[Any]] = []  # torch's setting is the process's, and so is ours


def prefers_cudnn(device: str) -> bool:
    """Whether cuDNN's attention is to answer first on a device."""
    return device.startswith("cuda") and torch.cuda.get_device_capability(device)[0] == HOPPER


def prefer_cudnn(device: str) -> None:
    """From now on, in this process."""
    if not _held:
        few = torch.zeros(1, 1, 16, 64, dtype=torch.bfloat16, device=device)
        torch.nn.functional.scaled_dot_product_attention(few, few, few)  # torch settles its own order now
        _hold()


def _hold() -> None:
    if not _held:  # another thread may have been here meanwhile
        order = sdpa_kernel(list(CUDNN_FIRST), set_priority=True)
        order.__enter__()
        _held.append(order)


@contextlib.contextmanager
def as_torch_has_it() -> Iterator[None]:
    """For what is compared with: torch's own order for a while."""
    if not _held:
        yield
        return
    _held.pop().__exit__(None, None, None)
    try:
        yield
    finally:
        _hold()
