"""Train the text tower: an own vocabulary, and a small CLIP text model taught by a sentence model.

The teacher's sentence embeddings (all-MiniLM-L6-v2, Apache-2.0) are the target of a linear projection of
the tower's mean word and of its last token, so that words of like meaning come to lie together, seen in a
scene or not. The projection is for training alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.train import loop
from bggen.train.captions import corpus
from bggen.train.data import Packed

VOCABULARY = 8192
LENGTH = 48  # tokens
HIDDEN = 192
START, END = "<|startoftext|>", "<|endoftext|>"


def common_words(teacher: Path, count: int) -> list[str]:
    """The first whole English words of the teacher's word-piece list, which runs by frequency."""
    lines = (teacher / "vocab.txt").read_text().splitlines()
    return [w for w in lines if w.isascii() and w.isalpha() and len(w) > 2][:count]


def train_tokenizer(texts: list[str], folder: Path) -> Any:
    """Byte-pair merges over the corpus as a CLIPTokenizer, saved to the folder."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers
    from transformers import CLIPTokenizer

    learner = Tokenizer(models.BPE(unk_token=END, end_of_word_suffix="</w>"))
    learner.normalizer = normalizers.Lowercase()
    learner.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[a-z]+|[0-9]|[^\sa-z0-9]+"), "removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY,
        special_tokens=[START, END],
        end_of_word_suffix="</w>",
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    learner.train_from_iterator(texts, trainer)
    model = json.loads(learner.to_str())["model"]
    vocab = dict(model["vocab"])
    for letter in pre_tokenizers.ByteLevel.alphabet():
        vocab.setdefault(letter + "</w>", len(vocab))
    merges = [tuple(pair) if isinstance(pair, list) else tuple(pair.split(" ")) for pair in model["merges"]]
    tokenizer = CLIPTokenizer(vocab=vocab, merges=merges, model_max_length=LENGTH)
    tokenizer.save_pretrained(folder)
    return tokenizer


def build(tokenizer: Any) -> Any:
    """An untrained CLIPTextModel for the tokenizer."""
    from transformers import CLIPTextConfig, CLIPTextModel

    return CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=HIDDEN,
            intermediate_size=2 * HIDDEN,
            num_hidden_layers=2,
            num_attention_heads=4,
            max_position_embeddings=LENGTH,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )


class Tower(nn.Module):
    """The text model and the projection of its mean word, or its last token, to the teacher's space.

    The last token is a filler that every text ends in; as it means the whole, a denoiser's pooling and its
    cross-attention find the sentence at once.
    """

    def __init__(self, model: Any, width: int) -> None:
        super().__init__()
        self.model = model
        self.projection = nn.Linear(HIDDEN, width)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(b, n) token ids and their mask -> twice (b, width) of unit norm: by mean word, by last token."""
        tokens = self.model(input_ids=ids).last_hidden_state.float()
        weight = mask[..., None].float()
        mean = (tokens * weight).sum(1) / weight.sum(1)
        last = self.projection(tokens[:, -1])
        return F.normalize(self.projection(mean), dim=-1), F.normalize(last, dim=-1)


@torch.no_grad()
def born(net: Tower, tokenizer: Any, teacher: Path, device: str) -> None:
    """Start as a bag of words: each token means what the teacher says of it alone, the layers add nothing.

    The teacher's 384 numbers a token are brought to the tower's width by their principal axes, and the
    projection leads back, so that training begins with the meaning of every word in the vocabulary.
    """
    tokens = sorted(tokenizer.get_vocab().items(), key=lambda pair: pair[1])
    meant = taught([token.replace("</w>", "") for token, _ in tokens], teacher, device)
    middle = meant.mean(0)
    axes = torch.linalg.svd(meant - middle, full_matrices=False).Vh[:HIDDEN]
    embeddings = net.model.get_input_embeddings()
    embeddings.weight.copy_((meant - middle) @ axes.T)
    embeddings.weight[[tokenizer.bos_token_id, tokenizer.eos_token_id]] = 0
    net.projection.weight.copy_(axes.T)
    net.projection.bias.copy_(middle)
    for name, weight in net.model.named_parameters():
        if "position_embedding" in name or name.endswith(("out_proj.weight", "fc2.weight")):
            weight.mul_(0.02)


@torch.no_grad()
def level(net: Tower, ids: Tensor, mask: Tensor) -> None:
    """Shift and scale the last norm so that padding is near 0 and words have unit spread in every channel.

    Without it all states share one large vector, a denoiser's cross-attention sees a constant with a little
    meaning on top, and ignores it for thousands of steps. The projection is changed to undo it.
    """
    states = net.model(input_ids=ids).last_hidden_state
    empty, words = states[mask == 0], states[:, 1:][mask[:, 1:] > 0]
    shift, spread = empty.mean(0), words.std(0).clamp(min=1e-3)
    norm = net.model.final_layer_norm
    norm.weight.div_(spread)
    norm.bias.sub_(shift).div_(spread)
    net.projection.bias.add_(net.projection.weight @ shift)
    net.projection.weight.mul_(spread)


@torch.inference_mode()
def taught(texts: list[str], teacher: Path, device: str) -> Tensor:
    """(n, 384) the teacher's unit embeddings, in the texts' order."""
    from transformers import AutoModel, AutoTokenizer

    words, model = (
        AutoTokenizer.from_pretrained(teacher),
        AutoModel.from_pretrained(teacher).eval().to(device),
    )
    order = np.argsort([len(text) for text in texts])
    out = torch.zeros(len(texts), model.config.hidden_size)
    for at in range(0, len(texts), 64):
        part = order[at : at + 64]
        batch = words(
            [texts[i] for i in part], padding=True, truncation=True, max_length=64, return_tensors="pt"
        )
        with loop.autocast(device, True):
            tokens = model(**batch.to(device)).last_hidden_state.float()
        weight = batch["attention_mask"][..., None].float()
        out[part] = F.normalize((tokens * weight).sum(1) / weight.sum(1), dim=-1).cpu()
    return out


def train(
    packed: Packed, plan: loop.Plan, batch: int, teacher: Path, seed: int, count: int = 6000
) -> dict[str, float]:
    """Tokenizer, targets, distillation; the folder then holds `tokenizer`, `model`, the projection."""
    torch.manual_seed(seed)
    folder = plan.folder
    rows = [packed.rows[i] for i in packed.split(held_back=False)]
    words = common_words(teacher, 7000)
    texts = corpus(rows, count, seed)
    tokenizer = train_tokenizer(texts + words * 3, folder / "tokenizer")
    texts = texts + words[: count // 2]
    target = taught(texts, teacher, plan.device)
    coded = tokenizer(texts, padding="max_length", truncation=True, max_length=LENGTH, return_tensors="pt")
    ids, mask = coded["input_ids"], coded["attention_mask"]
    net = Tower(build(tokenizer), target.shape[1])
    born(net, tokenizer, teacher, plan.device)
    rng = np.random.default_rng(seed)
    held = np.arange(len(texts)) % 25 == 0
    pool, rest = np.flatnonzero(~held), np.flatnonzero(held)

    def step_loss(_: int) -> tuple[Tensor, dict[str, float]]:
        some = torch.from_numpy(rng.choice(pool, batch))
        length = min(LENGTH, int(mask[some].sum(1).max()) + int(rng.integers(0, 12)))
        want, loss, figures = target[some], torch.zeros(()), {}
        for name, said in zip(("mean", "last"), net(ids[some, :length], mask[some, :length]), strict=True):
            cosine = (said * want).sum(-1).mean()
            kin = (said @ said.T - want @ want.T).square().mean()
            loss, figures[name] = loss + (1 - cosine) + 2 * kin, float(cosine.detach())
        return loss, figures

    steps = loop.train(net, step_loss, plan)
    level(net.eval(), ids[pool[:512]], mask[pool[:512]])
    with torch.inference_mode():
        found = [float((said * target[rest]).sum(-1).mean()) for said in net(ids[rest], mask[rest])]
    net.model.save_pretrained(folder / "model")
    return {"steps": steps, "texts": len(texts), "held_back_cosine": found[0], "held_back_last": found[1]}


def load(folder: Path) -> tuple[Any, Any]:
    """The trained tokenizer and CLIPTextModel."""
    from transformers import CLIPTextModel, CLIPTokenizer

    return CLIPTokenizer.from_pretrained(folder / "tokenizer"), CLIPTextModel.from_pretrained(
        folder / "model"
    ).eval()
