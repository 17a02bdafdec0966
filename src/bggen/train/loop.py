"""The one training loop: time budget, bf16, moving average of the weights, resumable checkpoints."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn


@dataclass(frozen=True)
class Plan:
    """How long and how hard one run trains."""

    folder: Path  # checkpoints and log.jsonl
    minutes: float
    rate: float  # peak learning rate
    device: str = "cpu"
    half: bool = True  # bf16 autocast; the weights themselves stay float32
    decay: float = 0.01  # AdamW weight decay
    average: float = 0.999  # of the moving average of the weights
    warmup: int = 100  # steps
    clip: float = 1.0  # gradient norm
    floor: float = 0.02  # final learning rate as a share of the peak
    most: int = 1_000_000_000  # steps of one run, should the minutes allow more
    save_every: float = 120.0  # seconds
    report_every: float = 30.0  # seconds


Net = TypeVar("Net", bound=nn.Module)
STATE = "state.json"  # of a checkpoint, written last
NORMED = 40  # batches that norms are measured on


class Average:
    """An exponential moving average of a network's weights, ramped up so that early steps fade fast."""

    def __init__(self, net: nn.Module, decay: float) -> None:
        self.decay = decay
        self.shadow = {name: p.detach().clone() for name, p in net.named_parameters()}

    @torch.no_grad()
    def update(self, net: nn.Module, step: int) -> None:
        """Move towards the weights as they stand after `step` steps."""
        decay = min(self.decay, (1 + step) / (10 + step))
        names = list(self.shadow)
        now = dict(net.named_parameters())
        torch._foreach_lerp_([self.shadow[n] for n in names], [now[n].detach() for n in names], 1 - decay)

    def copy_to(self, net: nn.Module) -> None:
        """Overwrite the network's weights by the average."""
        with torch.no_grad():
            for name, p in net.named_parameters():
                p.copy_(self.shadow[name])


def channels_last(net: Net) -> Net:
    """The network with its weights in the layout that convolutions on a processor are quickest in."""
    return net.to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]  # torch declares no memory_format


def autocast(device: str, half: bool) -> AbstractContextManager[None]:
    """bf16 on the device, or float32 even within the other."""
    return torch.autocast(device.split(":")[0], torch.bfloat16, enabled=half)


def train(net: nn.Module, loss_of: Callable[[int], tuple[Tensor, dict[str, float]]], plan: Plan) -> int:
    """Train until the minutes are spent; continues a checkpoint in the folder. Returns the steps done.

    `loss_of(step)` draws a batch and returns the loss and figures for the log. The rate warms up and then
    falls on a cosine over this run's own minutes, or its steps at most where those come first.
    """
    plan.folder.mkdir(parents=True, exist_ok=True)
    net.train()  # it may have been measured: norms that stand still would be measured wrongly after
    params = [p for p in net.parameters() if p.requires_grad]
    tuner = torch.optim.AdamW(params, lr=plan.rate, weight_decay=plan.decay, betas=(0.9, 0.99), fused=True)
    average = Average(net, plan.average)
    step = resume(net, tuner, average, plan.folder)
    began = saved = reported = time.monotonic()
    first, sums = step, {"loss": 0.0}
    since = step
    while (now := time.monotonic()) - began < plan.minutes * 60 and step - first < plan.most:
        progress = max((now - began) / (plan.minutes * 60), (step - first) / plan.most)
        falling = plan.floor + (1 - plan.floor) * 0.5 * (1 + math.cos(math.pi * progress))
        for group in tuner.param_groups:
            group["lr"] = plan.rate * min(1.0, (step - first + 1) / plan.warmup) * falling
        with autocast(plan.device, plan.half):
            loss, figures = loss_of(step)
        tuner.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        norm = nn.utils.clip_grad_norm_(params, plan.clip)
        if torch.isfinite(norm):
            tuner.step()
            step += 1
            average.update(net, step)
        for name, value in {**figures, "loss": float(loss.detach())}.items():
            sums[name] = sums.get(name, 0.0) + value
        if now - reported > plan.report_every and step > since:
            report(plan.folder, step, now - began, (now - reported) / (step - since), since, sums)
            reported, since, sums = now, step, {"loss": 0.0}
        if now - saved > plan.save_every:
            save(net, tuner, average, plan.folder, step)
            saved = now
    save(net, tuner, average, plan.folder, step)
    average.copy_to(net)
    return step


def report(folder: Path, step: int, elapsed: float, each: float, since: int, sums: dict[str, float]) -> None:
    """Print and log the means since the last report; `each` is seconds a step."""
    means = {name: round(value / (step - since), 5) for name, value in sums.items()}
    row = {"step": step, "elapsed": round(elapsed), "each": round(each, 3), **means}
    print(json.dumps(row), flush=True)
    with (folder / "log.jsonl").open("a") as log:
        log.write(json.dumps(row) + "\n")


def begin(net: nn.Module, folder: Path) -> None:
    """A checkpoint of 0 steps that holds a network's weights, for a run to go on from."""
    folder.mkdir(parents=True, exist_ok=True)
    save(net, torch.optim.AdamW(net.parameters()), Average(net, 0.0), folder, 0)


def save(net: nn.Module, tuner: torch.optim.AdamW, average: Average, folder: Path, step: int) -> None:
    """Write weights, average, optimizer moments and the step, each file whole before it takes its name."""
    names = [name for name, p in net.named_parameters() if p.requires_grad]
    moments = {}
    for name, p in zip(names, tuner.param_groups[0]["params"], strict=True):
        for key, value in tuner.state.get(p, {}).items():
            moments[f"{name}|{key}"] = torch.as_tensor(value).contiguous().clone()
    whole = {name: value.detach().contiguous().clone() for name, value in net.state_dict().items()}
    for label, tensors in (("weights", whole), ("average", average.shadow), ("optimizer", moments)):
        fresh = folder / f"{label}.new"
        save_file({name: value.contiguous() for name, value in tensors.items()}, fresh)
        fresh.replace(folder / f"{label}.safetensors")
    (folder / STATE).write_text(json.dumps({"step": step}))


def resume(net: nn.Module, tuner: torch.optim.AdamW, average: Average, folder: Path) -> int:
    """Load a checkpoint if there is one; returns its step, or 0."""
    if not (folder / STATE).exists():
        return 0
    net.load_state_dict(load_file(folder / "weights.safetensors"))
    loaded = load_file(folder / "average.safetensors")
    for name, value in average.shadow.items():
        value.copy_(loaded[name])
    moments = load_file(folder / "optimizer.safetensors")
    by_name = {name: p for name, p in net.named_parameters() if p.requires_grad}
    for key, value in moments.items():
        name, slot = key.rsplit("|", 1)
        if name not in by_name:  # frozen in this run
            continue
        param = by_name[name]
        # in the weight's own layout: the fused optimizer on a card refuses another
        tuner.state[param][slot] = value.to(param.device) if slot == "step" else like(param, value)
    return int(json.loads((folder / STATE).read_text())["step"])


def like(param: Tensor, value: Tensor) -> Tensor:
    """The value on the weight's device and in its memory format."""
    return torch.empty_like(param, dtype=value.dtype, requires_grad=False).copy_(value)


@torch.no_grad()
def settle_norms(net: nn.Module, batches: Iterable[tuple[Tensor, ...]]) -> None:
    """Measure the norms' statistics anew: the averaged weights' are not those of the last ones."""
    for norm in (part for part in net.modules() if isinstance(part, nn.BatchNorm2d)):
        norm.reset_running_stats()
        norm.momentum = None  # a plain mean
    net.train()
    for seen in batches:
        net(*seen)
    net.eval()


@torch.no_grad()
def wake_norms(net: nn.Module, batches: Iterable[tuple[Tensor, ...]]) -> None:
    """Measure the norms of a network whose own had been folded away; its answers stay what they are."""
    norms = [part for part in net.modules() if isinstance(part, nn.BatchNorm2d)]
    means: dict[nn.Module, list[Tensor]] = {norm: [] for norm in norms}

    def measure(norm: nn.Module, given: tuple[Tensor]) -> None:
        means[norm].append(torch.stack([given[0].mean((0, 2, 3)), given[0].square().mean((0, 2, 3))]))

    hooks = [norm.register_forward_pre_hook(measure) for norm in norms]
    net.eval()
    for seen in batches:
        net(*seen)
    for hook in hooks:
        hook.remove()
    for norm in norms:
        assert norm.running_mean is not None and norm.running_var is not None, "it keeps what it measured"
        mean, square = torch.stack(means[norm]).mean(0)
        scale = norm.weight / (norm.running_var + norm.eps).sqrt()
        norm.bias.add_(scale * (mean - norm.running_mean))
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(square - mean**2)
        norm.weight.copy_(scale * (norm.running_var + norm.eps).sqrt())


def load_average(net: nn.Module, folder: Path) -> nn.Module:
    """The network with a checkpoint's averaged weights, ready to use."""
    net.load_state_dict(load_file(folder / "weights.safetensors"))
    loaded = load_file(folder / "average.safetensors")
    with torch.no_grad():
        for name, p in net.named_parameters():
            p.copy_(loaded[name])
    return net.eval()
