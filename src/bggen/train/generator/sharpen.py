"""Teach the denoiser to answer sharply in the few steps that it ships with.

Trained by its mean error alone it answers with the mean of all that the words may stand for, which is a blur,
and four steps are too few to leave it. Here a critic learns beside it to tell true latents from its answers
at those very steps, and the denoiser is also taught what the critic lets pass: adversarial diffusion
distillation in latents (Sauer et al. 2024), where the critic sees through the features of the denoiser as it
was before. True pictures are the only teacher.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.train import loop
from bggen.train.data import Packed
from bggen.train.generator.denoise import WIDTHS, Denoiser, prepared

STEPS = 4  # what ships
PULL = 0.15  # of the critic beside the error
TRUST = (0.15, 0.4, 1.0, 1.0)  # in the error at each step: what is all noise has no one right answer
CRITIC_RATE = 1e-3
SETTLED = 150  # steps until the critic has its full pull
LAYOUT = 4  # latents a side of what counts as layout


class Critic(nn.Module):
    """Judges places of noisy latents by what a denoiser, which stays as it is, makes of them and words."""

    def __init__(self, net: Denoiser) -> None:
        super().__init__()
        self.net = copy.deepcopy(net).requires_grad_(False)
        unet = self.net.unet
        self.seen: list[Tensor] = []
        for part in (*unet.down_blocks, unet.mid_block, *unet.up_blocks):
            part.register_forward_hook(self._see)
        self.heads = nn.ModuleList(head(width) for width in (*WIDTHS, WIDTHS[-1], *WIDTHS[::-1]))

    def forward(
        self, latents: Tensor, time: Tensor, kept: Tensor, alpha: Tensor, words: Tensor
    ) -> list[Tensor]:
        """(b, 4, h, w), (b,) how noisy it is to see them -> (b, 1, h, w) of each depth, above 0: true."""
        signal, noise = (share[time].view(-1, 1, 1, 1) for share in (self.net.signal, self.net.noise))
        noisy = signal * latents + noise * torch.randn_like(latents)
        self.seen.clear()
        self.net.says(noisy, time, kept, alpha, words)
        return [votes(part).float() for votes, part in zip(self.heads, self.seen, strict=True)]

    def _see(self, part: nn.Module, given: Any, made: Any) -> None:
        self.seen.append(made[0] if isinstance(made, tuple) else made)


def head(width: int) -> nn.Sequential:
    """(b, width, h, w) -> (b, 1, h, w)."""
    return nn.Sequential(
        nn.GroupNorm(16, width, affine=False),  # torch 2.13 crashes on its weights where its input needs none
        nn.Conv2d(width, 64, 3, 1, 1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(64, 1, 1),
    )


def looks(count: int, device: torch.device) -> Tensor:
    """(count,) how noisy the critic sees each: most often so little that texture is left."""
    return (1000 * torch.sigmoid(torch.randn(count, device=device) - 0.8)).long().clamp(0, 999)


class Rivals:
    """Denoiser and critic, and one step of each on a batch."""

    def __init__(self, net: Denoiser, device: str) -> None:
        self.net, self.critic = net, loop.channels_last(Critic(net)).to(device)
        self.tuner = torch.optim.AdamW(self.critic.heads.parameters(), CRITIC_RATE, (0.0, 0.9), fused=True)
        self.times = torch.tensor([1000 - 1000 * k // STEPS - 1 for k in range(STEPS)], device=device)
        self.trust = torch.tensor(TRUST, device=device)
        self.taught = 0

    def shares(self, step: Tensor) -> tuple[Tensor, Tensor]:
        """The signal's and the noise's at these steps, as planes."""
        time = self.times[step]
        return self.net.signal[time].view(-1, 1, 1, 1), self.net.noise[time].view(-1, 1, 1, 1)

    def clean(
        self, noisy: Tensor, step: Tensor, kept: Tensor, alpha: Tensor, words: Tensor
    ) -> tuple[Tensor, Tensor]:
        """(b, 4, h, w) at (b,) steps -> the latents that the denoiser sees in it, and the noise."""
        velocity = self.net.says(noisy, self.times[step], kept, alpha, words)
        signal, noise = self.shares(step)
        return signal * noisy - noise * velocity, noise * noisy + signal * velocity

    @torch.no_grad()
    def walked(self, last: int, kept: Tensor, alpha: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
        """From nothing but noise to step `last` as the pipeline walks: what it has, and last saw in it."""
        noisy, seen = torch.randn_like(kept), torch.zeros_like(kept)
        for number in range(last):
            step = torch.full((len(kept),), number, device=kept.device)
            seen, dirt = self.clean(noisy, step, kept, alpha, words)
            signal, noise = self.shares(step + 1)
            noisy = signal * seen + noise * dirt
        return noisy, seen

    def answer(self, latents: Tensor, kept: Tensor, alpha: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
        """Clean latents as the denoiser sees them at one of the steps that ship; and the error, a number.

        Half of them in true latents made noisy, for which there is a right answer. The others where its own
        steps led it, as they do for users (backward simulation, Yin et al. 2024): there it is to stay with
        the layout that it saw, and the critic says the rest.
        """
        half, device = len(latents) // 2, latents.device
        step = torch.randint(0, STEPS, (len(latents),), device=device)
        step[torch.rand(len(latents), device=device) < 0.25] = 0  # what the first says the others keep
        step[:half] = last = int(torch.randint(1, STEPS, ()))
        signal, noise = self.shares(step)
        noisy = signal * latents + noise * torch.randn_like(latents)
        own = kept[:half], alpha[:half], words[:half]
        noisy[:half], seen = self.walked(last, *own)
        clean, _ = self.clean(noisy, step, kept, alpha, words)
        weight = torch.where(alpha > 0.5, 0.05, 1 + F.max_pool2d(alpha, 7, 1, 3))
        error = (clean - latents).square().mean(1, keepdim=True) * weight
        off = error.sum((1, 2, 3)) / weight.sum((1, 2, 3)) / noise.flatten().square() * self.trust[step]
        moved = F.avg_pool2d(clean[:half] - seen, LAYOUT).square().mean()
        return alpha * latents + (1 - alpha) * clean, off[half:].mean() + moved

    def teach_critic(
        self, latents: Tensor, made: Tensor, kept: Tensor, alpha: Tensor, words: Tensor
    ) -> dict[str, float]:
        """One step of its hinge loss. True pictures under another's words do not agree with them."""
        time, said = looks(len(latents), latents.device), torch.cat([words, words, words.roll(1, 0)])
        place = time.repeat(3), kept.repeat(3, 1, 1, 1), alpha.repeat(3, 1, 1, 1)
        votes = [vote.chunk(3) for vote in self.critic(torch.cat([latents, made, latents]), *place, said)]
        true = mean(F.relu(1 - true) for true, _, _ in votes)
        false = mean(F.relu(1 + false) for _, false, _ in votes)
        strange = mean(F.relu(1 + strange) for _, _, strange in votes)
        self.tuner.zero_grad(set_to_none=True)
        (true + 0.75 * false + 0.25 * strange).backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        self.tuner.step()
        return {
            "true": float(true.detach()),
            "false": float(false.detach()),
            "strange": float(strange.detach()),
        }

    def __call__(
        self, latents: Tensor, kept: Tensor, alpha: Tensor, words: Tensor
    ) -> tuple[Tensor, dict[str, float]]:
        """The denoiser's loss on a batch as `Stock` draws it, after a step of the critic."""
        made, off = self.answer(latents, kept, alpha, words)
        figures = self.teach_critic(latents, made.detach(), kept, alpha, words)
        passed = mean(self.critic(made, looks(len(made), made.device), kept, alpha, words))
        self.taught += 1
        pull = PULL * min(1.0, self.taught / SETTLED)  # what the critic says before it knows is worth little
        with torch.no_grad():
            crisp = grain(made, alpha) / grain(latents, alpha)
        return off - pull * passed, figures | {"off": float(off.detach()), "crisp": float(crisp)}


def mean(parts: Iterable[Tensor]) -> Tensor:
    """Of the parts' means: each depth says as much as another, however many places it judges."""
    return torch.stack([part.mean() for part in parts]).mean()


def grain(latents: Tensor, alpha: Tensor) -> Tensor:
    """How much neighbours differ outside the product: of what is vague, less than of what is true."""
    return ((latents - F.avg_pool2d(latents, 3, 1, 1)).abs() * (1 - alpha)).mean()


def train(
    packed: Packed, plan: loop.Plan, batch: int, size: int, seed: int, pictures: int
) -> dict[str, float]:
    """Go on from its own checkpoint, or from the denoiser's; the critic begins anew. Returns figures."""
    net, learnt = prepared(packed, plan, size, seed, pictures)
    loop.load_average(net, plan.folder.parent / "unet")
    if not (plan.folder / loop.STATE).exists():
        loop.begin(net, plan.folder)
    rivals = Rivals(net, plan.device)
    net.train()
    with learnt as stock:
        steps = loop.train(net, lambda _: rivals(*stock.draw(batch)), plan)
    return {"steps": steps, "seen": steps * batch}
