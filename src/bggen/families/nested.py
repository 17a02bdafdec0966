"""Tensors within nested arguments and results."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch


def each(
    value: Any, change: Callable[[torch.Tensor], Any], other: Callable[[Any], Any] = lambda leaf: leaf
) -> Any:
    """A copy of nested tuples, lists and mappings: `change` of every tensor, `other` of every other leaf."""
    if isinstance(value, torch.Tensor):
        return change(value)
    if isinstance(value, tuple | list):
        return type(value)(each(item, change, other) for item in value)
    if isinstance(value, dict):
        made = {key: each(item, change, other) for key, item in value.items()}
        return made if type(value) is dict else type(value)(**made)  # diffusers' outputs have attributes
    return other(value)
