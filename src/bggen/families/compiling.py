"""Compiled parts of a pipeline, which start in a fraction of the time that the whole takes at the same speed.

What is compiled is what repeats: a denoiser's own blocks, and the residual blocks of UNets and decoders.
These for their layout's sake: uncompiled, on a CUDA card, a group norm answers in the layout that the next
convolution has to turn round again, a pass over everything more. An encoder's are not: on an H200 they took
24 of the 66 s until SD 1.5's first picture, for work that is 3 % of one.
"""

from __future__ import annotations

from typing import Any

import torch

from bggen.errors import UsageError

RESIDUAL = ("ResnetBlock2D", "AutoencoderTinyBlock")  # classes of diffusers
#: Of one block: about thirty in an SDXL pipeline, with and without guidance, in several sizes of batch.
SHAPES_COMPILED = 512


def check(device: str) -> None:
    """Compile next to nothing. Raises UsageError where torch can't: else every picture would fail later."""
    try:
        torch.compile(lambda tensor: tensor + 1)(torch.zeros(1, device=device))
    except Exception as error:  # of many kinds, by what is missing
        reason = str(error).strip().partition("\n")[0]
        raise UsageError(
            f"compile: torch can't compile here, install a C and C++ compiler ({reason})"
        ) from error


def compile_parts(*networks: Any) -> None:
    """Compile the blocks that repeat, and whole a denoiser that names none. The first network denoises.

    Once for each shape: levels of a UNet times sizes of a batch are more than torch allows a function by
    itself, and beyond that it would silently run uncompiled.
    """
    torch._dynamo.config.recompile_limit = SHAPES_COMPILED
    torch._dynamo.config.accumulated_recompile_limit = SHAPES_COMPILED
    denoiser = networks[0]
    named = tuple(getattr(denoiser, "_repeated_blocks", None) or ())
    if not named:
        denoiser.compile(dynamic=False)
        networks = networks[1:]
    for network in networks:
        for block in network.modules():
            if type(block).__name__ in (*named, *RESIDUAL):
                # not the whole call: a step cache's hooks, which ask the card what has changed, stay outside
                block.forward = torch.compile(block.forward, dynamic=False)
