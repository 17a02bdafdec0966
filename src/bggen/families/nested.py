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


def tensors(value: Any) -> list[torch.Tensor]:
    """All tensors in it, in the order in which `each` comes to them."""
    found: list[torch.Tensor] = []
    each(value, found.append)
    return found


def outline(args: Any, kwargs: Any) -> str | None:
    """What is the same in calls that a recorded network may answer; None for calls that none is made for.

    Shapes and types of tensors, and the values of all else; numbers would want a recording each.
    """
    try:
        return str(each((args, kwargs), _shape, _constant))
    except TypeError:
        return None


def _shape(tensor: torch.Tensor) -> str:
    return f"{tensor.dtype}{list(tensor.shape)}"


def _constant(value: Any) -> Any:
    if value is None or isinstance(value, bool | str):
        return value
    raise TypeError(value)
