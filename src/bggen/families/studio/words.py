"""Meaning of prompts: the studio text tower's sentence embeddings, for choosing among described sets."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

WEIGHTS = Path(__file__).parent / "weights"


@cache
def _tower(folder: Path) -> tuple[Any, Any, dict[str, torch.Tensor]]:
    from safetensors.torch import load_file
    from transformers import CLIPTextModel, CLIPTokenizer

    model = CLIPTextModel.from_pretrained(folder / "text_encoder", dtype=torch.float32, local_files_only=True)
    tokenizer = CLIPTokenizer.from_pretrained(folder / "tokenizer", local_files_only=True)
    projection = load_file(folder / "words.safetensors")
    return tokenizer, model.eval(), {name: value.float() for name, value in projection.items()}


@torch.inference_mode()
def embed(texts: list[str], folder: Path = WEIGHTS) -> NDArray[np.float32]:
    """(n, d) of unit norm; the cosine of two rows says how alike two texts are in meaning."""
    tokenizer, model, projection = _tower(folder)
    length = tokenizer.model_max_length
    coded = tokenizer(texts, padding=True, truncation=True, max_length=length, return_tensors="pt")
    tokens = model(input_ids=coded["input_ids"]).last_hidden_state.float()
    weight = coded["attention_mask"][..., None].float()
    mean = (tokens * weight).sum(1) / weight.sum(1)
    rows: NDArray[np.float32] = F.normalize(F.linear(mean, **projection), dim=-1).numpy()
    return rows
