"""The flow itself: photo in, finished picture and its record out.

    prepare (CPU)  read -> cut -> compose        plain functions, picklable in and out
    paint (device) one batch of equal canvases   the only step that needs the model
    complete (CPU) finish -> check -> record

`generate` below is all three for one photo; `batch` and `serve` run the same three side by side.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bggen import __version__, checks, compose, cutout, finish, placing, record, sink, source
from bggen.errors import BadInput, BggenError, PaintFailed, UsageError
from bggen.families.studio.words import layout, nouns
from bggen.options import Format, Options
from bggen.settings import Settings
from bggen.spec import (
    Company,
    Cutout,
    Ground,
    Job,
    Painter,
    PainterInfo,
    Painting,
    Plane,
    Render,
    Rgb,
    Scene,
    StepCallback,
    Verdict,
    derive_seed,
)

if TYPE_CHECKING:
    from PIL import Image

#: What stands in PainterInfo's place when a given background needs no model.
NO_PAINTER = PainterInfo("none", "background", "", "", "cpu", "uint8")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A scene ready to paint, with what its record needs later. Picklable."""

    job: Job
    variant: int  # 0-based
    cutout: Cutout
    scene: Scene
    record: dict[str, Any] = field(default_factory=dict)


def prepare(job: Job, settings: Settings) -> list[Prepared]:
    """Read, cut and place a job's photo: one `Prepared` per variant, sharing the cut-out.

    Raises BadInput (NeedsMask when there is no honest cut-out) or UsageError.
    """
    started = time.perf_counter()
    photo = source.read(job.source, settings, job.data)
    decoded = time.perf_counter()
    mask = None
    if job.options.mask or job.mask_data:
        with _named("mask", job.options.mask):
            mask = source.read_mask(job.options.mask, photo.size, settings, job.mask_data)
    cut = cutout.cut(photo, job.options, mask, settings)
    cut_at = time.perf_counter()
    ground, hint = _ground(job.options, settings), nouns.told(job.called)
    lies = hint is not None and hint.pose == "lie"
    place = layout.place(job.options.prompt)
    prepared = []
    for variant in range(job.options.variants):
        seed = variant_seed(job, photo.digest, variant)
        scene = compose.compose(cut, job.options, seed, photo.name, variant, job.called, ground, lies, place)
        kept = record.of_input(job, photo, cut, scene)
        if placing.free(job.options):
            kept["warnings"] += placing.cramped(scene.box, scene.size, place)
        kept["timings"] = {
            "read": round(decoded - started, 4),
            "cutout": round(cut_at - decoded, 4),
            "compose": round(time.perf_counter() - cut_at, 4),
        }
        prepared.append(Prepared(job, variant, cut, scene, kept))
        cut_at = time.perf_counter()
    return prepared


def _ground(options: Options, settings: Settings) -> Ground | None:
    """Where the ground ends in the user's own backdrop, if there is one and it can be read twice."""
    if options.backdrop is None:
        return None
    from bggen.families import studio

    with _named("background" if options.background else "reference", options.backdrop):
        return studio.ground_of(options.backdrop, options.prompt, settings)


@contextmanager
def _named(option: str, file: str | None) -> Iterator[None]:
    """Have a line on a file that is not there say which option names it."""
    try:
        yield
    except BadInput as error:
        if error.reason != "not_found":
            raise
        word = option == "background" and not set("./\\") & set(file or "")
        colour = " and no such colour: those are as white or '#f4ede4'" if word else ""
        raise BadInput(f"{option} {file}: there is no such file{colour}", reason=error.reason) from error


def variant_seed(job: Job, digest: str, variant: int) -> int:
    """The scene's seed: the user's own, else by family or photo and the prompt (promise 4)."""
    options = job.options
    base = options.seed
    if base is None:
        base = derive_seed(job.family or digest, options.prompt, options.model, options.reference)
    return base if variant == 0 else derive_seed(str(base), str(variant))


def job_parts(
    job: Job, digest: str, mask_digest: str, info: PainterInfo, networks: str = ""
) -> dict[str, str]:
    """Everything that decides a job's pixels, in the order in which `job_key` takes it.

    Of what the product is called only what it tells counts: whether such a thing stands or lies, and is a
    garment. `networks`: digest of those that look at the backdrop; no part where none does.
    """
    return {
        "photo": digest,
        "files": mask_digest,
        "options": job.options.fingerprint(),
        "weights": info.digest,
        "kind": info.family,
        "family": job.family,
        "pose": nouns.tells(job.called),
        "version": __version__,
        **({"networks": networks} if networks else {}),
    }


def job_key(parts: Mapping[str, str]) -> str:
    """SHA-256 over `job_parts`: the key of resume and idempotency."""
    return hashlib.sha256("\0".join(parts.values()).encode()).hexdigest()


def complete(prepared: Prepared, painting: Painting, info: PainterInfo) -> Render:
    """Paste the product back, check the picture, and write down what was done."""
    started = time.perf_counter()
    rgb, alpha, notes = finish.finish(prepared.scene, painting)
    finished = time.perf_counter()
    report = checks.check(prepared.scene, prepared.cutout, painting, rgb, alpha)
    kept = dict(prepared.record)
    kept["model"] = record.of_model(info)
    kept["painting"] = {"paints_shadow": painting.paints_shadow, **painting.notes}
    kept["finish"] = notes
    kept["checks"] = report.as_dict()
    kept["timings"] = dict(kept["timings"]) | {
        "finish": round(finished - started, 4),
        "check": round(time.perf_counter() - finished, 4),
    }
    if "seconds" in painting.notes:
        kept["timings"]["paint"] = painting.notes["seconds"]
    return Render(rgb, kept, report.verdict, alpha)


class Engine:
    """Holds the model and runs the flow. Loading waits for the first scene that needs painting."""

    def __init__(self, settings: Settings | None = None, painter: Painter | None = None) -> None:
        self.settings = settings or Settings()
        self._painter = painter
        self._loaded_for: tuple[Any, ...] | None = None

    def painter(self, options: Options) -> Painter:
        """The painter for these options; a given painter serves every job."""
        wanted = options.painter_key
        if self._painter is None or (self._loaded_for is not None and self._loaded_for != wanted):
            from bggen import machine, pipeline  # torch and diffusers: only when something is to be painted

            if self._painter is not None:  # the next one chooses where its weights wait by what is free
                self._painter = None
                machine.free_memory()
            self._painter = pipeline.load(options, self.settings)
            self._loaded_for = wanted
        return self._painter

    def info(self, options: Options) -> PainterInfo:
        """Who would paint this: known before painting, for journal keys and dry runs."""
        return NO_PAINTER if options.background else self.painter(options).info

    def company(self, options: Options) -> Company:
        """What painting several scenes at a time is good for, see `Painter.company`."""
        return "none" if options.background else self.painter(options).company(options)

    def paint(self, prepared: Sequence[Prepared], on_step: StepCallback | None = None) -> list[Painting]:
        """Paint scenes of equal canvas and options; given backgrounds are laid without the model."""
        started = time.perf_counter()
        if prepared[0].job.options.background:
            paintings = [self._lay_background(item.scene) for item in prepared]
        else:
            painter = self.painter(prepared[0].job.options)
            try:
                paintings = painter.paint([item.scene for item in prepared], on_step)
            except (BggenError, KeyboardInterrupt):
                raise
            except Exception as error:  # foreign libraries raise anything; one item must not kill a run
                reason = (str(error).strip() or type(error).__name__).partition("\n")[0]
                raise PaintFailed(f"painting {prepared[0].scene.name}: {reason}") from error
        seconds = round((time.perf_counter() - started) / len(prepared), 4)
        return [replace(p, notes={**p.notes, "seconds": seconds}) for p in paintings]

    def _lay_background(self, scene: Scene) -> Painting:
        name = scene.options.background or ""
        if scene.options.transparent:
            return finish.background(scene, finish.UNDER)
        if name.startswith("#"):
            return finish.background(scene, name)
        with _named("background", name):
            backdrop = source.read(name, self.settings).rgb
        if scene.options.shadow in ("auto", "contact"):
            from bggen.families import studio  # the trained shadow knows the backdrop's light

            return studio.settle_onto(scene, backdrop)
        return finish.background(scene, backdrop)

    def render(self, job: Job) -> Iterator[Render]:
        """All variants of one job, in order."""
        for item in prepare(job, self.settings):
            painting = self.paint([item])[0]
            yield complete(item, painting, self.info(job.options))


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture: pixels, the record with its proof, and the verdict of the checks."""

    rgb: Rgb
    record: dict[str, Any]
    verdict: Verdict
    options: Options
    alpha: Plane | None = None  # with --background transparent

    @property
    def image(self) -> Image.Image:
        """As a Pillow image, for notebooks: RGB, or RGBA where it is transparent."""
        return sink.image_of(self.rgb, self.alpha)

    def encode(self, format: Format | None = None) -> bytes:
        """The file's bytes with colour profile and AI label."""
        chosen = format or self.options.format or "png"
        return sink.encode(self.rgb, self.record, self.options, chosen, self.alpha)

    def save(self, path: str | Path, *, force: bool = False, sidecar: bool = False) -> str:
        """Write atomically in the format of the name; returns the file's SHA-256.

        Raises OutputExists when the file is there and `force` is False.
        """
        target = Path(path)
        digest = sink.write(target, self.encode(sink.format_for(target, self.options)), force=force)
        if sidecar:
            sink.sidecar(target, self.record | {"output": {"file": target.name, "sha256": digest}})
        return digest


def generate(
    photo: str | Path | bytes,
    prompt: str = "",
    *,
    options: Options | None = None,
    settings: Settings | None = None,
    engine: Engine | None = None,
) -> Picture:
    """Put a scene behind one product photo: what `bggen generate` does, in one call.

    Args:
        photo: a file's path, or the bytes of a picture file.
        prompt: the scene in words; never the product.
        options: everything else; its own prompt counts where `prompt` is empty.
        engine: pass one to keep the model loaded between calls.

    Raises BadInput for a photo that can't be used, UsageError for a wrong option or a photo of another kind.
    """
    if not isinstance(photo, str | Path | bytes):
        kind = type(photo).__name__
        raise UsageError(
            f"photo: give a file's path or its bytes, not {kind}: save a picture to a BytesIO first"
        )
    chosen = options or Options()
    if prompt:
        chosen = chosen.model_copy(update={"prompt": prompt})
    if chosen.variants != 1:
        raise UsageError("generate() makes one picture: use Engine.render(job) for variants")
    runner = engine or Engine(settings)
    data = photo if isinstance(photo, bytes) else None
    job = Job("upload" if data is not None else str(photo), chosen, data=data)
    render = next(runner.render(job))
    return Picture(render.rgb, render.record, render.verdict, chosen, render.alpha)
