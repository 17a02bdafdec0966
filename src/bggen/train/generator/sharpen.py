"""Teach the denoiser to answer sharply in the few steps that it ships with.

Trained by its mean error alone it answers with the mean of all that the words may stand for, which is a blur,
and four steps are too few to leave it. Here a critic learns beside it to tell true latents from its answers
at those very steps, and the denoiser is also taught what the critic lets pass: adversarial diffusion
distillation (Sauer et al. 2023) in latents (Sauer et al. 2024), with no teacher but the pictures themselves.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils.parametrizations import spectral_norm

from bggen.train import loop
from bggen.train.data import Packed
from bggen.train.generator import text
from bggen.train.generator.denoise import Denoiser, noise_levels, prepared

STEPS = 4  # what ships
WIDTHS = (64, 96, 128, 160)
DUST = 0.1  # noise on all that the critic sees: without it a latent's rounding would do
PULL = 0.15  # of the critic beside the error
TRUST = (0.15, 0.4, 1.0, 1.0)  # in the error at each step: what is all noise has no one right answer
CRITIC_RATE = 4e-4


class Critic(nn.Module):
    """Judges patches of latents at several scales, and how the whole goes with the words."""

    def __init__(self) -> None:
        super().__init__()
        before = 9  # latents, where the product is, and its own
        folds = []
        for number, width in enumerate(WIDTHS):
            folds.append(spectral_norm(nn.Conv2d(before, width, 3, 1 if number == 0 else 2, 1)))
            before = width
        self.folds = nn.ModuleList(folds)
        self.patches = nn.ModuleList(spectral_norm(nn.Conv2d(width, 1, 1)) for width in WIDTHS[1:])
        self.hears = spectral_norm(nn.Linear(text.HIDDEN, WIDTHS[-1], bias=False))

    def forward(self, latents: Tensor, kept: Tensor, alpha: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
        """(b, 4, h, w) twice, (b, 1, h, w), (b, n, hidden) -> (b, patches), (b, places), above 0: true."""
        x = torch.cat([latents, alpha, kept], 1).contiguous(memory_format=torch.channels_last)
        votes = []
        for number, fold in enumerate(self.folds):
            x = F.leaky_relu(fold(x), 0.2)
            if number:
                votes.append(self.patches[number - 1](x).flatten(1))
        said = self.hears(words.mean(1))[:, :, None, None]
        return torch.cat(votes, 1).float(), ((x * said).sum(1).flatten(1) / WIDTHS[-1] ** 0.5).float()


class Rivals:
    """Denoiser and critic, and one step of each on a batch."""

    def __init__(self, net: Denoiser) -> None:
        self.net, self.critic = net, loop.channels_last(Critic())
        self.tuner = torch.optim.AdamW(self.critic.parameters(), CRITIC_RATE, (0.0, 0.9), fused=True)
        self.signal, self.noise = noise_levels()
        self.times = torch.tensor([1000 - 1000 * k // STEPS - 1 for k in range(STEPS)])  # trailing

    def answer(self, latents: Tensor, kept: Tensor, alpha: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
        """Clean latents as the denoiser sees them at one of the steps that ship; and the error, a number."""
        step = torch.randint(0, STEPS, (len(latents),))
        step[torch.rand(len(latents)) < 0.25] = 0  # what the first says the others keep
        signal, noise = (share[self.times[step]].view(-1, 1, 1, 1) for share in (self.signal, self.noise))
        noisy = signal * latents + noise * torch.randn_like(latents)
        planes = torch.cat([noisy, 1 - alpha, kept], 1).contiguous(memory_format=torch.channels_last)
        clean = signal * noisy - noise * self.net.says(planes, self.times[step], words)
        weight = torch.where(alpha > 0.5, 0.05, 1 + F.max_pool2d(alpha, 7, 1, 3))
        error = (clean - latents).square().mean(1, keepdim=True) * weight
        off = error.sum((1, 2, 3)) / weight.sum((1, 2, 3)) / noise.flatten().square()
        return alpha * latents + (1 - alpha) * clean, (off * torch.tensor(TRUST)[step]).mean()

    def teach_critic(
        self, latents: Tensor, made: Tensor, kept: Tensor, alpha: Tensor, words: Tensor
    ) -> float:
        """One step of its hinge loss. True pictures under another's words do not agree with them."""
        seen = torch.cat([latents, made, latents])
        place = kept.repeat(3, 1, 1, 1), alpha.repeat(3, 1, 1, 1)
        said = torch.cat([words, words, words.roll(1, 0)])
        patches, agrees = self.critic(seen + DUST * torch.randn_like(seen), *place, said)
        (true, false, _), (fits, fails, strange) = patches.chunk(3), agrees.chunk(3)
        loss = F.relu(1 - true).mean() + F.relu(1 + false).mean()
        loss = loss + F.relu(1 - fits).mean() + 0.5 * (F.relu(1 + fails) + F.relu(1 + strange)).mean()
        self.tuner.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        self.tuner.step()
        return float(loss.detach())

    def __call__(
        self, latents: Tensor, kept: Tensor, alpha: Tensor, words: Tensor
    ) -> tuple[Tensor, dict[str, float]]:
        """The denoiser's loss on a batch as `Stock` draws it, after a step of the critic."""
        made, off = self.answer(latents, kept, alpha, words)
        critic = self.teach_critic(latents, made.detach(), kept, alpha, words)
        patches, agrees = self.critic(made + DUST * torch.randn_like(made), kept, alpha, words)
        passed = patches.mean() + agrees.mean()
        return off - PULL * passed, {"off": float(off.detach()), "critic": critic}


def train(
    packed: Packed, plan: loop.Plan, batch: int, size: int, seed: int, pictures: int
) -> dict[str, float]:
    """Go on from its own checkpoint, or from the denoiser's; the critic begins anew. Returns figures."""
    net, stock = prepared(packed, plan, size, seed, pictures)
    if not (plan.folder / loop.STATE).exists():
        loop.begin(loop.load_average(net, plan.folder.parent / "unet"), plan.folder)
    rivals = Rivals(net)
    steps = loop.train(net, lambda _: rivals(*stock.draw(batch)), plan)
    return {"steps": steps, "seen": steps * batch}
