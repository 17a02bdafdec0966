"""A seed's noise is the same whatever a model is computed in.

Before 2.13 torch draws half-precision normals on a processor from as few random bits as the result holds, 8
for bfloat16: nothing lies beyond 3.5 spreads (pytorch/pytorch#166853), and one seed is another picture than
in float32 or float16 (huggingface/diffusers#11056). So noise is drawn in float32, then cast.
"""

from __future__ import annotations

import sys
from typing import Any

import torch
from diffusers.models.autoencoders import vae
from diffusers.utils import torch_utils


def drawn(shape: Any, *args: Any, dtype: torch.dtype | None = None, **how: Any) -> torch.Tensor:
    """`diffusers.utils.torch_utils.randn_tensor`, drawn in float32 where `dtype` is narrower."""
    narrow = dtype in (torch.bfloat16, torch.float16)
    noise: torch.Tensor = torch_utils.randn_tensor(
        shape, *args, dtype=torch.float32 if narrow else dtype, **how
    )
    return noise.to(dtype) if narrow else noise


def widen(pipe: Any) -> None:
    """Have a pipeline, its scheduler and the autoencoders draw so: all that took the function by name."""
    kinds = [*type(pipe).__mro__, *type(pipe.scheduler).__mro__]
    for module in {vae, *(sys.modules[kind.__module__] for kind in kinds)}:
        if getattr(module, "randn_tensor", None) is torch_utils.randn_tensor:
            vars(module)["randn_tensor"] = drawn
