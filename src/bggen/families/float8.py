"""`--speed fast` on cards that multiply 8-bit floats: the large matrices of a denoiser in float8, by torchao.

Only in compiled blocks: by themselves, casts to float8 take longer than its products save. And only linear
layers of the repeated blocks, where nearly all of the work is. What stays in bfloat16 is what
small errors are seen of in every pixel: embeddings of time and input, the norms' modulations, the last
projection, and the keys and values of a UNet's few words.
"""

from __future__ import annotations

import importlib.util
import re
from typing import Any

from torch import nn

CAPABILITY = (8, 9)  # of a card: Ada and Hopper are the first
REPEATED = re.compile(r"(^|\.)(transformer_blocks|single_transformer_blocks|layers)\.\d+\.")
SENSITIVE = re.compile(r"norm|adaLN|attn2\.to_[kv]$")
MULTIPLE = 16  # of a matrix's sides, which the cards' float8 product asks for
#: Largest value of a row that its scale is taken from. Rows of zeros are common: SDXL's empty negative prompt
#: is all zeros, and so is what attention finds in it. Their own scale would divide zero by zero.
LEAST = 1e-6


def found() -> bool:
    """Whether the extra is installed; nothing is imported."""
    return importlib.util.find_spec("torchao") is not None


def worth(module: nn.Module, name: str) -> bool:
    """Whether a layer is given float8. `name`: its dotted path within the denoiser."""
    if not isinstance(module, nn.Linear) or module.in_features % MULTIPLE or module.out_features % MULTIPLE:
        return False
    if not REPEATED.search(name) or SENSITIVE.search(name):
        return False
    return bool(module.weight.any(dim=1).all())  # a row of zeros has no scale, and torchao gives it none


def narrow(network: nn.Module, config: Any = None) -> None:
    """Turn the layers that are worth it, in place, where they are.

    `config`: torchao's; by default float8 with a scale a row for weights, and for activations at each call.
    """
    from torchao.quantization import Float8DynamicActivationFloat8WeightConfig, PerRow, quantize_

    rows = config or Float8DynamicActivationFloat8WeightConfig(
        granularity=PerRow(),
        activation_value_lb=LEAST,
        # else it would set, for all networks, TF32 products and a compiler that times many kernels for each
        set_inductor_config=False,
    )
    quantize_(network, rows, worth)
