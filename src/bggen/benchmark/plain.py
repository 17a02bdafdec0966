"""What people write today: the stock pipeline in a loop over files, load and save in line."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bggen import models, pipeline
from bggen.engine import Prepared
from bggen.errors import UsageError
from bggen.families.attention import as_torch_has_it
from bggen.families.canvas import view, working_size
from bggen.families.studio.painter import DIFFUSION
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import PainterInfo

if TYPE_CHECKING:
    from bggen.families.diffusers_base import DiffusersPainter


def stock(options: Options, settings: Settings) -> tuple[Path, type[DiffusersPainter]]:
    """The folder that a plain loop loads, and our painter of it. Raises UsageError where none can."""
    folder = DIFFUSION if options.model == "studio" else models.path(options.model, settings)
    kind = pipeline.painter_class(folder, models.check_folder(folder))
    if "controlnet" in kind.family:
        raise UsageError(f"--compare: the stock pipeline can't hand the mask to {kind.family} as it wants it")
    return folder, kind


class PlainLoop:
    """The stock diffusers inpainting pipeline on the same weights and the same masked pictures.

    float16 on an accelerator and float32 on a processor, as the library's examples have it. `equal` gives it
    our steps, guidance, strength and noise, so that both do the same work; otherwise it runs with its own
    defaults, some of which repaint no more than 60 % of the noise, and so of the steps.
    `advised` adds what the library's documentation on speed says: compilation where there is a compiler,
    channels_last, and one fixed batch. Of the studio it is its diffusion model: sets are not what a stock
    pipeline lays.
    """

    def __init__(
        self, options: Options, settings: Settings, info: PainterInfo, *, equal: bool, advised: bool = False
    ) -> None:
        self.options, self.info, self.equal = options, info, equal
        folder, self.kind = stock(options, settings)
        self.pipe = self._load(folder)
        self.compiled = False
        if advised:
            self._advise()

    def _load(self, folder: Path) -> Any:
        import diffusers
        import torch

        from bggen.families.loading import quietly

        with quietly():
            pipe = getattr(diffusers, self.kind.pipeline).from_pretrained(
                folder,
                local_files_only=True,
                use_safetensors=True,
                dtype=torch.float32 if self.info.device == "cpu" else torch.float16,
            )
        pipe.to(self.info.device)
        pipe.set_progress_bar_config(disable=True)
        return pipe

    def _advise(self) -> None:
        import torch

        network = getattr(self.pipe, self.kind.denoiser)
        if self.kind.denoiser == "unet":
            network.to(memory_format=torch.channels_last)
            self.pipe.vae.to(memory_format=torch.channels_last)
        if shutil.which("g++") or shutil.which("clang++"):
            network.compile(dynamic=False)
            self.compiled = True

    @property
    def terms(self) -> tuple[int, float | None]:
        """Steps and guidance of its calls: ours where `equal`, else the pipeline's own defaults."""
        if self.equal:
            asked, info = self.options, self.info
            guidance = info.default_guidance if asked.guidance is None else asked.guidance
            return asked.steps or info.default_steps, guidance
        own = inspect.signature(self.pipe.__call__).parameters
        return own["num_inference_steps"].default, own["guidance_scale"].default

    def _as_ours(self, seeds: Sequence[int]) -> dict[str, Any]:
        """What a call is given beyond its pictures to do the work that ours does."""
        import torch

        own = inspect.signature(self.pipe.__call__).parameters
        steps, guidance = self.terms
        assert guidance is not None  # ours is always known
        given: dict[str, Any] = {"num_inference_steps": steps, **self.kind.guide(self.pipe, guidance)}
        negative = self.options.negative or self.kind.no_negative
        if negative and self.kind.negative_counts and "negative_prompt" in own:
            given["negative_prompt"] = [negative] * len(seeds)
        if "strength" in own:
            given["strength"] = self.kind.full_strength(steps)
        return given | {"generator": [torch.Generator("cpu").manual_seed(seed) for seed in seeds]}

    def paint(self, items: Sequence[Prepared], steps: int | None = None) -> list[Any]:
        """PIL pictures at the size that is painted at. `steps`: for a short warm-up."""
        native = self.info.native
        smallest = native if self.kind.smallest is None else min(self.kind.smallest, native)
        size = working_size(items[0].scene.size, native, self.info.multiple, smallest)
        views = [view(item.scene, size, self.kind.grow, None) for item in items]
        given = self._as_ours([item.scene.seed for item in items]) if self.equal else {}
        if steps is not None:
            given["num_inference_steps"] = steps
        with as_torch_has_it():
            pictures: list[Any] = self.pipe(
                prompt=[self.options.prompt] * len(views),
                image=[seen.start for seen in views],
                mask_image=[seen.hole for seen in views],
                width=size[0],
                height=size[1],
                **given,
            ).images
        return pictures
