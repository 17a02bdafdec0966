"""What a painting's record says of how it was painted by a diffusers pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bggen.spec import Scene

if TYPE_CHECKING:
    from bggen.families.diffusers_base import DiffusersPainter, Plan


def of(painter: DiffusersPainter, plan: Plan, scene: Scene) -> dict[str, Any]:
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
    if scene.options.negative and not (painter.negative_counts and painter.guided(plan.guidance)):
        notes["warnings"] = [f"{painter.info.family} at guidance {plan.guidance:g} takes no negative prompt"]
    return notes


def _quicker(painter: DiffusersPainter, plan: Plan) -> str:
    """What --speed changed for this model on this machine, in words."""
    changed: list[str] = (
        [painter.runtime.dtype] if painter.runtime.on_cpu and painter.runtime.dtype != "float32" else []
    )
    if painter.runtime.float8:
        changed.append("float8")
    if painter.halves(plan):
        changed.append(f"guidance ends after {painter.runtime.guided:.0%} of the steps")
    changed += filter(None, [painter.kept.words(plan.evaluated)])
    if painter.runtime.lacks:
        changed.append(f"would have {painter.runtime.lacks}")
    return ", ".join(changed) or "nothing to change"
