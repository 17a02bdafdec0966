"""What a painting's record says of how it was painted by a diffusers pipeline."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from bggen.families.caching import StepCache
from bggen.families.graphs import Graphs
from bggen.families.plan import Plan
from bggen.families.replay import Replays
from bggen.families.runtime import Runtime
from bggen.spec import PainterInfo, Scene


class Told(Protocol):
    """What a record asks of a painter."""

    denoiser: ClassVar[str]
    negative_counts: ClassVar[bool]
    info: PainterInfo
    runtime: Runtime
    graphs: Graphs | None
    replays: Replays | None

    @property
    def kept(self) -> StepCache:
        """What steps leave to the next ones."""

    def guided(self, guidance: float) -> bool:
        """Whether a second, unconditional evaluation is made."""

    def unread(self, scene: Scene, plan: Plan) -> list[str]:
        """A line for each of its texts that is longer than what is read of it."""

    def halves(self, plan: Plan) -> tuple[str, ...]:
        """The tensors that are cut when guidance ends early; none where it doesn't."""


def of(painter: Told, plan: Plan, scene: Scene) -> dict[str, Any]:
    """How a scene was painted: reference, steps, guidance, size, what was quicker, what had no effect."""
    notes: dict[str, Any] = {
        "reference": plan.reference,
        "steps": plan.steps,
        "guidance": plan.guidance,
        "painted": list(plan.size),
    }
    if scene.options.speed != "exact":
        notes["speed"] = _quicker(painter, plan)
    used = painter.graphs.used if painter.graphs else set()
    if used := used - ({painter.denoiser} if painter.kept.words(plan.evaluated) else set()):
        notes["openvino"] = sorted(used)
    if painter.replays is not None:
        notes |= painter.replays.notes()
    if plan.reference != "none":
        notes["strength"] = plan.strength
    warnings = painter.unread(scene, plan)
    if scene.options.negative and not (painter.negative_counts and painter.guided(plan.guidance)):
        warnings = [
            *warnings,
            f"{painter.info.family} at guidance {plan.guidance:g} takes no negative prompt",
        ]
    if warnings:
        notes["warnings"] = warnings
    return notes


def _quicker(painter: Told, plan: Plan) -> str:
    """What --speed changed for this model on this machine, in words."""
    runtime = painter.runtime
    changed = list[str]()
    if runtime.on_cpu and runtime.dtype != "float32":
        changed.append(runtime.dtype)
    if runtime.float8:
        changed.append("float8")
    if painter.halves(plan):
        changed.append(f"guidance ends after {runtime.guided:.0%} of the steps")
    if kept := painter.kept.words(plan.evaluated):
        changed.append(kept)
    if runtime.lacks:
        changed.append(f"would have {runtime.lacks}")
    return ", ".join(changed) or "nothing to change"
