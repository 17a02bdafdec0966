"""`--speed fastest`: leave out what a denoising step would compute nearly as the steps before foretell.

What lies deep in a denoiser changes slowly and steadily, so it is computed every third step and foretold in
between: half way along the line through the last two. Liu et al., 2025, arXiv:2503.06923, go all of it; half
brings the shipped UNet's pictures nearest to those of all steps (benchmarks/results/cpu-foretold.txt).

UNets: all below the first level (DeepCache: Ma et al., 2023, arXiv:2312.00858; here whole levels).
Transformers: what all blocks but the first add, so that the first still sees where each step is. Which steps
are left out depends on nothing but their number, so a picture is the same alone and in a batch.
"""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import torch

from bggen.families.graphs import Chooser
from bggen.families.nested import each, tensors

INTERVAL = 3  # every so many steps all is computed
FIRST = 3  # and in so many at the start, where the layout of a scene is found
FEWEST = 8  # steps: fewer differ too much from one another
ALONG = 0.5  # of the line through the last two that were computed
#: Transformers whose blocks take and give a picture's tokens, most of them the words' as well.
OF_BLOCKS = (
    "FluxTransformer2DModel", "QwenImageTransformer2DModel", "Flux2Transformer2DModel",
    "SD3Transformer2DModel",
)  # fmt: skip


@dataclass(slots=True)
class Past:
    """What one part answered the last two times that it was computed."""

    answers: deque[tuple[int, Any]] = field(default_factory=lambda: deque(maxlen=2))  # step, tensors

    def keep(self, step: int, answer: Any) -> Any:
        """The same answer."""
        if self.answers and _shapes(self.answers[-1][1]) != _shapes(answer):
            self.answers.clear()  # guidance has ended: half the rows
        self.answers.append((step, answer))
        return answer

    def foretell(self, step: int) -> Any:
        """What it would answer at a step, nearly."""
        last, answer = self.answers[-1]
        if len(self.answers) < 2:
            return answer
        before, other = self.answers[0]
        share = ALONG * (step - last) / (last - before)
        others = iter(tensors(other))
        return each(answer, lambda tensor: torch.lerp(next(others), tensor, 1 + share))


def _shapes(value: Any) -> list[torch.Size]:
    return [tensor.shape for tensor in tensors(value)]


class StepCache:
    """What a painter asks of either kind."""

    @contextlib.contextmanager
    def run(self, steps: int) -> Iterator[None]:
        """One call of the pipeline with so many steps; nothing is kept from the one before."""
        yield

    def words(self, steps: int) -> str:
        """What it changes in a run of so many steps; empty for nothing."""
        return ""


class _Deep(StepCache):
    def words(self, steps: int) -> str:
        """As the base class says."""
        skipped = sum(not full(step, steps) for step in range(steps))
        return f"deep features foretold in {skipped} of {steps} steps" if skipped else ""


class DeepFeatures(_Deep):
    """For a UNet2DConditionModel; wraps its inner blocks where a run keeps something."""

    def __init__(self, unet: Any) -> None:
        self._unet = unet
        self._step, self._steps = 0, 0
        self._rows: int | None = None  # of the batch that what is kept was computed for
        self._skips = False
        unet.register_forward_pre_hook(self._begin)

    @contextlib.contextmanager
    def run(self, steps: int) -> Iterator[None]:
        """As the base class says. A graph, which would compute all at once, stands back meanwhile."""
        if not self.words(steps):
            yield
            return
        inner = (*self._unet.down_blocks[1:], self._unet.mid_block, *self._unet.up_blocks[:-1])
        blocks = [block for block in inner if block is not None]  # some UNets have no middle
        self._step, self._steps, self._rows = 0, steps, None
        with contextlib.ExitStack() as until:
            if isinstance(graph := self._unet.forward, Chooser):
                until.enter_context(instead(self._unet, graph.eager))
            for block in blocks:
                until.enter_context(instead(block, self._keeping(block.forward)))
            yield

    def _begin(self, _unet: Any, args: tuple[Any, ...]) -> None:
        rows = len(args[0])
        self._skips = rows == self._rows and not full(self._step, self._steps)
        self._rows = rows
        self._step += 1

    def _keeping(self, forward: Callable[..., Any]) -> Callable[..., Any]:
        past = Past()

        def either(*args: Any, **kwargs: Any) -> Any:
            if self._skips:
                return past.foretell(self._step)
            return past.keep(self._step, forward(*args, **kwargs))

        return either


@dataclass(slots=True)
class Half:
    """The calls of a run that go on from one another: guided pipelines make two a step."""

    step: int = -1
    first: Any = None  # what the first block answered at this step
    past: Past = field(default_factory=Past)  # what all others added


class DeepBlocks(_Deep):
    """For a transformer of OF_BLOCKS; wraps its blocks while it runs."""

    def __init__(self, transformer: Any) -> None:
        self._transformer = transformer
        self._steps = 0
        self._halves: dict[str, Half] = {}
        self._name = ""  # of the half that is computed

    @contextlib.contextmanager
    def run(self, steps: int) -> Iterator[None]:
        """As the base class says."""
        if not self.words(steps):
            yield
            return
        self._steps, self._halves, self._name = steps, {}, ""
        first, *middle, last = blocks_of(self._transformer)
        with contextlib.ExitStack() as until:
            # pipelines that guide say so which half comes
            until.enter_context(instead(self._transformer, self._named, "cache_context"))
            until.enter_context(instead(first, self._beginning(first.forward)))
            for block in middle:
                until.enter_context(instead(block, self._passing(block.forward)))
            until.enter_context(instead(last, self._ending(last.forward)))
            yield

    @contextlib.contextmanager
    def _named(self, name: str, **_place: Any) -> Iterator[None]:
        self._name = name
        yield

    def _now(self) -> Half:
        return self._halves.setdefault(self._name, Half())

    def _beginning(self, forward: Callable[..., Any]) -> Callable[..., Any]:
        def begin(*args: Any, **kwargs: Any) -> Any:
            half = self._now()
            half.step += 1
            half.first = forward(*args, **kwargs)
            return half.first

        return begin

    def _passing(self, forward: Callable[..., Any]) -> Callable[..., Any]:
        """A block that hands on what it is given where nothing is computed."""
        alone = False  # gives a picture's tokens, or all in one, without the words' beside them

        def either(*args: Any, **kwargs: Any) -> Any:
            nonlocal alone
            if full(self._now().step, self._steps):
                answer = forward(*args, **kwargs)
                alone = isinstance(answer, torch.Tensor)
                return answer
            picture = kwargs["hidden_states"] if "hidden_states" in kwargs else args[0]
            return picture if alone else (kwargs.get("encoder_hidden_states"), picture)

        return either

    def _ending(self, forward: Callable[..., Any]) -> Callable[..., Any]:
        passing = self._passing(forward)

        def end(*args: Any, **kwargs: Any) -> Any:
            half, answer = self._now(), passing(*args, **kwargs)
            words, picture = (None, answer) if isinstance(answer, torch.Tensor) else answer
            if full(half.step, self._steps):
                half.past.keep(half.step, picture - _laid_out(half.first, picture))
                return answer
            picture = picture + half.past.foretell(half.step)
            return picture if isinstance(answer, torch.Tensor) else (words, picture)

        return end


def _laid_out(first: Any, picture: torch.Tensor) -> torch.Tensor:
    """What the first block answered as the last one has it: there words and picture may be one."""
    words, tokens = first
    return tokens if tokens.shape == picture.shape else torch.cat([words, tokens], dim=1)


@contextlib.contextmanager
def instead(module: Any, call: Callable[..., Any], name: str = "forward") -> Iterator[None]:
    """Another `forward`, or `name`, for a while; hooks that put theirs there before have it back."""
    before = vars(module).get(name)
    setattr(module, name, call)
    try:
        yield
    finally:
        if before is None:
            delattr(module, name)
        else:
            setattr(module, name, before)


def full(step: int, steps: int) -> bool:
    """Whether a 0-based step computes everything."""
    return steps < FEWEST or step < FIRST or (step - FIRST) % INTERVAL == INTERVAL - 1


def step_cache(denoiser: Any) -> StepCache:
    """The cache that fits a loaded denoiser; one that does nothing where none does."""
    name = type(denoiser).__name__
    if name == "UNet2DConditionModel":
        return DeepFeatures(denoiser)
    return DeepBlocks(denoiser) if name in OF_BLOCKS and len(blocks_of(denoiser)) > 1 else StepCache()


def blocks_of(transformer: Any) -> list[Any]:
    """Its blocks, the first one computed first."""
    parts = ("transformer_blocks", "single_transformer_blocks")
    return [block for part in parts for block in getattr(transformer, part, ())]
