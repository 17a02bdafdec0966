"""What all painters on diffusers pipelines share; a family adds its defaults, its text and its extras.

The stock pipeline of each family does the denoising. Each scene has its own generator on the processor, so
its noise is the same on every device and in every batch.
"""

from __future__ import annotations

import contextlib
import itertools
from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import torch

from bggen import source
from bggen.errors import UsageError
from bggen.families import notes
from bggen.families.caching import StepCache, step_cache
from bggen.families.canvas import View, pixels, tensors, views, working_size
from bggen.families.folders import Defaults, variant
from bggen.families.graphs import Graphs
from bggen.families.loading import check_whole, load_adapters, quietly
from bggen.families.nested import each
from bggen.families.plan import Plan
from bggen.families.progress import Progress
from bggen.families.rendezvous import Rendezvous
from bggen.families.replay import Replays
from bggen.families.runtime import FLAT_CODERS, Runtime, install, out_of_memory
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Company, Painter, PainterInfo, Painting, Rgb, Scene, StepCallback

NO_PROMPT = "a bright seamless studio backdrop, soft light, product photo"
PROMPTS_KEPT = 64  # text embeddings, at most about 4 MB each
Words = dict[str, Any]  # keyword arguments of a pipeline call, for a batch of one


class DiffusersPainter(Painter):
    """A diffusers folder as a painter. Weights load at the first scene; text embeddings are kept.

    `info` says device, native size and defaults; `index` is the folder's checked model_index.json.
    """

    family: ClassVar[str]
    pipeline: ClassVar[str]  # class in diffusers
    denoiser: ClassVar[str] = "transformer"
    steps: ClassVar[int] = 28
    guidance: ClassVar[float] = 4.0
    native: ClassVar[int] = 1024
    multiple: ClassVar[int] = 16
    smallest: ClassVar[int | None] = 256  # paints well down to this side; None: only at its native size
    grow: ClassVar[int] = 8  # pixels the hole reaches into the product, see `canvas.view`
    reference_strength: ClassVar[float] = 0.6  # how much of a reference is repainted by default
    leave_out: ClassVar[tuple[str, ...]] = ()  # parts that are never loaded
    classes: ClassVar[frozenset[str]] = frozenset()  # a plug-in's: parts beyond those that we know
    takes_tensors: ClassVar[bool] = False  # the pipeline takes pictures that are on the device already
    shares_steps: ClassVar[bool] = True  # False: the denoiser's calls from different scenes don't go together
    negative_counts: ClassVar[bool] = True  # False: a negative prompt has no effect
    no_negative: ClassVar[str] = ""  # what a guided scene without a negative prompt is told instead
    ends_guidance: ClassVar[tuple[str, ...]] = ()  # what it cuts in half to end guidance; (): it can't

    def __init__(
        self, folder: Path, index: dict[str, Any], info: PainterInfo, runtime: Runtime, settings: Settings
    ) -> None:
        self.folder, self.index, self.info = folder, index, info
        self.runtime, self.settings = runtime, settings
        self._texts: OrderedDict[tuple[str, str, bool], tuple[Words, list[str]]] = OrderedDict()
        self.graphs = Graphs(runtime.graphs, info.digest) if runtime.graphs else None
        self.replays = Replays(runtime.device) if runtime.replays else None
        self._rest: Callable[[], None] | None = None  # sends the text towers home
        self._meeting = Rendezvous()

    @classmethod
    def defaults(cls, folder: Path, index: dict[str, Any]) -> Defaults:
        """From the folder's configurations; loads no weights."""
        return Defaults(cls.steps, cls.guidance, cls.native)

    # what a family fills in

    @abstractmethod
    def encode(self, prompt: str, negative: str, guided: bool) -> Words:
        """Text as arguments of a call for one scene, batch axis first."""

    def reader(self) -> tuple[Any, int] | None:
        """The tokenizer of the tower that reads most of a prompt, and its number of tokens; None: untold."""
        return None

    def join(self, texts: Sequence[Words]) -> Words:
        """The texts of several scenes as one batch."""
        return {name: torch.cat([text[name] for text in texts]) for name in texts[0]}

    @classmethod
    def guide(cls, pipe: Any, guidance: float) -> dict[str, Any]:
        """How strongly the text counts, as arguments of a call of the family's pipeline."""
        return {"guidance_scale": guidance}

    def guided(self, guidance: float) -> bool:
        """Whether a second, unconditional evaluation is made."""
        return guidance > 1

    @classmethod
    def full_strength(cls, steps: int) -> float:
        """How much noise painting starts from when there is no reference; 1 is nothing but noise."""
        return 1.0

    def conditions(self, views: Sequence[View]) -> dict[str, Any]:
        """More pictures that the pipeline takes."""
        return {}

    def pictures(self, views: Sequence[View]) -> dict[str, Any]:
        """What the scenes start from and where to paint, as arguments of a call."""
        if not self.takes_tensors:
            return {"image": [seen.start for seen in views], "mask_image": [seen.hole for seen in views]}
        return dict(zip(("image", "mask_image"), tensors(views, self.pipe._execution_device), strict=True))

    def pipeline_class(self) -> Any:
        """The class to load the folder with."""
        import diffusers

        return getattr(diffusers, self.pipeline)

    def decode(self, images: Any) -> Any:
        """What the pipeline gave, as (n, 3, h, w) floats in 0..1."""
        return images

    output_type: ClassVar[str] = "pt"

    # what is the same for all

    @cached_property
    def pipe(self) -> Any:
        """The loaded pipeline, where it runs. Raises UsageError for a folder that does not fit together."""
        runtime = self.runtime
        without: dict[str, Any] = {part: None for part in self.leave_out if part in self.index}
        try:
            with quietly() as remarks, out_of_memory(f"loading {self.folder.name}", runtime.device):
                from bggen.families import noise  # brings libraries, which have their remarks

                pipe = self.pipeline_class().from_pretrained(
                    str(self.folder),
                    local_files_only=True,
                    use_safetensors=True,
                    variant=variant(self.folder, self.index.keys() - without, self.denoiser, runtime.dtype),
                    dtype=runtime.dtypes(self.denoiser),
                    **without,
                )
                check_whole(pipe, remarks)
                noise.widen(pipe)
                load_adapters(pipe, runtime.adapters)
                self._rest = install(pipe, runtime, self.denoiser)
                self._adopt(pipe)
        except (OSError, ValueError, TypeError, KeyError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise UsageError(f"model folder {self.folder} can't be loaded: {reason}") from error
        return pipe

    def _adopt(self, pipe: Any) -> None:
        """Let graphs and recordings answer where they are quicker."""
        if self.replays is not None:
            self.replays.adopt(getattr(pipe, self.denoiser))
        if self.graphs is None:
            return
        self.graphs.adopt(getattr(pipe, self.denoiser), self.denoiser)
        if type(pipe.vae).__name__ in FLAT_CODERS:
            self.graphs.adopt(pipe.vae.encoder, "encoder")
            self.graphs.adopt(pipe.vae.decoder, "decoder")

    @cached_property
    def kept(self) -> StepCache:
        """What steps leave to the next ones."""
        return step_cache(getattr(self.pipe, self.denoiser)) if self.runtime.keeps else StepCache()

    def company(self, options: Options) -> Company:
        """Steps are shared where nothing but the weights is: no kept features, no parts that come and go.

        Nor where the blocks are compiled, which is done anew for each number of rows.
        """
        runtime = self.runtime
        if runtime.on_cpu:
            return "none"
        apart = (
            runtime.keeps
            or runtime.compile
            or runtime.offload not in ("none", "text")
            or not self.shares_steps
        )
        return "batch" if apart else "steps"

    def paint(self, scenes: Sequence[Scene], on_step: StepCallback | None = None) -> list[Painting]:
        """One painting a scene; fewer when `on_step` stopped it: those that were finished before."""
        groups: list[tuple[Plan, list[Scene]]]
        if self.runtime.on_cpu:
            groups = [(self.plan(scene), [scene]) for scene in scenes]
        else:
            groups = [(plan, list(group)) for plan, group in itertools.groupby(scenes, self.plan)]
        progress = Progress(on_step, len(groups))
        paintings: list[Painting] = []
        for progress.run, (plan, group) in enumerate(groups):
            progress.guided = self.runtime.guided if self.halves(plan) else 1.0
            reference = source.read(plan.reference, self.settings).rgb if plan.reference != "none" else None
            pictures = self._run(plan, group, progress, reference)
            if progress.stopped:
                break
            paintings += [
                Painting(picture, True, notes.of(self, plan, scene))
                for picture, scene in zip(pictures, group, strict=True)
            ]
        return paintings

    def repaint(
        self, scene: Scene, picture: Rgb, strength: float, on_step: StepCallback | None = None
    ) -> Painting | None:
        """A scene's surroundings in `picture` (any size), repainted at the size of painting.

        `strength` in 0..1: how much noise painting starts from. None when `on_step` stopped it.
        """
        fresh = self.plan(scene)
        plan = replace(fresh, strength=min(max(strength, 1.001 / fresh.steps), 1.0))
        progress = Progress(on_step, 1)
        progress.guided = self.runtime.guided if self.halves(plan) else 1.0
        pictures = self._run(plan, [scene], progress, picture)
        return None if progress.stopped else Painting(pictures[0], False, notes.of(self, plan, scene))

    def plan(self, scene: Scene) -> Plan:
        """What to do for a scene, with the defaults filled in."""
        options = scene.options
        own = options.reference not in ("auto", "none")
        steps = options.steps or self.info.default_steps
        strength = self.full_strength(steps)
        if own:
            strength = self.reference_strength if options.strength is None else options.strength
        smallest = self.info.native if self.smallest is None else min(self.smallest, self.info.native)
        return Plan(
            working_size(scene.size, self.info.native, self.info.multiple, smallest),
            steps,
            self.info.default_guidance if options.guidance is None else options.guidance,
            min(max(strength, 1.001 / steps), 1.0),  # at least one step
            options.reference if own else "none",
            flows=self.denoiser == "transformer",
        )

    def _run(
        self, plan: Plan, scenes: Sequence[Scene], progress: Progress, reference: Rgb | None
    ) -> list[Rgb]:
        seen = views(scenes, plan.size, self.grow, reference)
        width, height = plan.size
        with (
            out_of_memory(f"painting {len(scenes)} x {width}x{height}", self.runtime.device),
            self.kept.run(plan.evaluated),
            self._pipeline(scenes[0].options, progress) as pipe,
        ):
            result = pipe(
                **self.pictures(seen),
                width=width,
                height=height,
                num_inference_steps=plan.steps,
                strength=plan.strength,
                generator=[torch.Generator("cpu").manual_seed(scene.seed) for scene in scenes],
                output_type=self.output_type,
                callback_on_step_end=progress,
                callback_on_step_end_tensor_inputs=["latents", *self.halves(plan)],
                **self.guide(pipe, plan.guidance),
                **self.conditions(seen),
                **self.join([self._text(scene, plan) for scene in scenes]),
            )
            return [] if progress.stopped else list(pixels(self.decode(result.images)))

    @contextlib.contextmanager
    def _pipeline(self, options: Options, progress: Progress) -> Iterator[Any]:
        """The pipeline, or where steps are shared a copy for one caller of several."""
        if self.company(options) != "steps":
            yield self.pipe
            return
        with self._meeting.lane(lambda: self.pipe, self.denoiser) as lane:
            progress.over = lane.leave
            yield lane.pipe

    def halves(self, plan: Plan) -> tuple[str, ...]:
        """The pipeline's tensors to cut when guidance ends early; none where it doesn't."""
        return self.ends_guidance if self.runtime.guided < 1 and self.guided(plan.guidance) else ()

    def _text(self, scene: Scene, plan: Plan) -> Words:
        """A scene's text embeddings, computed once for each pair of prompts and kept on the processor."""
        key = self._words_of(scene, plan)
        if key not in self._texts:
            with torch.no_grad(), quietly():
                words = each(self.encode(*key), lambda tensor: tensor.to("cpu"))
                self._texts[key] = words, self._left_out(*key[:2])
            if self._rest:
                self._rest()
            if len(self._texts) > PROMPTS_KEPT:
                self._texts.popitem(last=False)
        self._texts.move_to_end(key)
        device = self.pipe._execution_device
        return dict(each(self._texts[key][0], lambda tensor: tensor.to(device)))

    def _words_of(self, scene: Scene, plan: Plan) -> tuple[str, str, bool]:
        """What of a scene's words is encoded: prompt, negative prompt and whether that counts."""
        guided = self.guided(plan.guidance)
        return scene.options.prompt or NO_PROMPT, scene.options.negative if guided else "", guided

    def _left_out(self, prompt: str, negative: str) -> list[str]:
        """A line for each text that is longer than what is read of it."""
        if (reader := self.reader()) is None:
            return []
        tokenizer, longest = reader
        lengths = {"prompt": len(tokenizer(prompt).input_ids), "negative": len(tokenizer(negative).input_ids)}
        return [
            f"{name}: {length} tokens, and the model reads {longest}: the last words don't count, shorten it"
            for name, length in lengths.items()
            if length > longest
        ]

    def unread(self, scene: Scene, plan: Plan) -> list[str]:
        """What a painting's record says of words that the model didn't get to; of a painted scene."""
        return self._texts.get(self._words_of(scene, plan), ({}, []))[1]
