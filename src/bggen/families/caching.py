"""`--speed fastest`: leave out what a denoising step would compute nearly as the step before did.

UNets: the features below the first level change slowly, so they are computed every third step and kept in
between (DeepCache: Ma et al., 2023, arXiv:2312.00858; here whole levels are kept). Which steps those are
depends on nothing but their number, so a picture is the same alone and in a batch.

Transformers: the library's first-block cache goes on where the first block says that little has changed. It
judges a whole batch at once, so such scenes are painted one by one.
"""

from __future__ import annotations

import contextlib
import functools
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from bggen.families.graphs import Chooser

INTERVAL = 3  # every so many steps all is computed
FIRST = 3  # and in so many at the start, where the layout of a scene is found
FEWEST = 8  # steps: fewer differ too much from one another
#: Transformers that the library's cache is right for; FLUX.2's it can't take.
FIRST_BLOCK = ("FluxTransformer2DModel", "QwenImageTransformer2DModel")
THRESHOLD = 0.08  # of the first block's change: what the library's advice on FLUX gives for little loss


class StepCache:
    """What a painter asks of either kind."""

    alone = False  # whether scenes must be painted one by one

    @contextlib.contextmanager
    def run(self, steps: int) -> Iterator[None]:
        """One call of the pipeline with so many steps; nothing is kept from the one before."""
        yield

    def words(self, steps: int) -> str:
        """What it changes in a run of so many steps; empty for nothing."""
        return ""


class DeepFeatures(StepCache):
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

    def words(self, steps: int) -> str:
        """As the base class says."""
        skipped = sum(not full(step, steps) for step in range(steps))
        return f"deep features kept in {skipped} of {steps} steps" if skipped else ""

    def _begin(self, _unet: Any, args: tuple[Any, ...]) -> None:
        rows = len(args[0])
        self._skips = rows == self._rows and not full(self._step, self._steps)
        self._rows = rows
        self._step += 1

    def _keeping(self, forward: Callable[..., Any]) -> Callable[..., Any]:
        kept: list[Any] = []

        def either(*args: Any, **kwargs: Any) -> Any:
            if not self._skips:
                kept[:] = [forward(*args, **kwargs)]
            return kept[0]

        return either


class FirstBlock(StepCache):
    """For a transformer that diffusers can cache; hooks it in place."""

    alone = True

    def __init__(self, transformer: Any) -> None:
        self._transformer = transformer
        self._calls: Counter[str] = Counter()  # since a run began
        blocks = blocks_of(transformer)
        for name, block in (("first", blocks[0]), ("last", blocks[-1])):
            block.forward = self._counted(name, block.forward)

    @contextlib.contextmanager
    def run(self, steps: int) -> Iterator[None]:
        """As the base class says."""
        from diffusers import FirstBlockCacheConfig

        if steps < FEWEST:
            yield
            return
        self._calls.clear()
        self._transformer.enable_cache(FirstBlockCacheConfig(threshold=THRESHOLD))
        try:
            with self._transformer.cache_context("all"):  # pipelines that guide name their halves themselves
                yield
        finally:
            self._transformer.disable_cache()

    def words(self, steps: int) -> str:
        """As the base class says; of the last run, how often it was enough to look at the first block."""
        if steps < FEWEST:
            return ""
        whole, asked = self._calls["last"], self._calls["first"]
        return f"first-block cache at {THRESHOLD:g}: all blocks in {whole} of {asked} evaluations"

    def _counted(self, name: str, forward: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(forward)
        def counting(*args: Any, **kwargs: Any) -> Any:
            self._calls[name] += 1
            return forward(*args, **kwargs)

        return counting


@contextlib.contextmanager
def instead(module: Any, forward: Callable[..., Any]) -> Iterator[None]:
    """Another `forward` for a while; hooks that put theirs there before have it back."""
    before = vars(module).get("forward")
    module.forward = forward
    try:
        yield
    finally:
        if before is None:
            del module.forward
        else:
            module.forward = before


def full(step: int, steps: int) -> bool:
    """Whether a 0-based step computes everything."""
    return steps < FEWEST or step < FIRST or (step - FIRST) % INTERVAL == INTERVAL - 1


def step_cache(denoiser: Any) -> StepCache:
    """The cache that fits a loaded denoiser; one that does nothing where none does."""
    name = type(denoiser).__name__
    if name == "UNet2DConditionModel":
        return DeepFeatures(denoiser)
    return FirstBlock(denoiser) if name in FIRST_BLOCK and len(blocks_of(denoiser)) > 1 else StepCache()


def blocks_of(transformer: Any) -> list[Any]:
    """Its blocks, the first one computed first."""
    parts = ("transformer_blocks", "single_transformer_blocks")
    return [block for part in parts for block in getattr(transformer, part, ())]
