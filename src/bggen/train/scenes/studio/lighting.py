"""The light that falls on a training scene, and the camera that sees it."""

from __future__ import annotations

from mathutils import Vector

from bggen.train.scenes.stage import sets
from bggen.train.scenes.studio.frame import Frame

NEON = [
    ("pink", (1, 0.1, 0.5), "blue", (0.1, 0.25, 1)),
    ("purple", (0.55, 0.1, 1), "cyan", (0.05, 0.8, 1)),
    ("red", (1, 0.06, 0.08), "teal", (0.05, 0.7, 0.6)),
    ("orange", (1, 0.4, 0.05), "violet", (0.4, 0.1, 1)),
]
AZIMUTHS = {
    "left": (150, 215),
    "right": (-35, 30),
    "behind": (60, 120),
    "front": (240, 300),
    "above": (0, 360),
}
AMBIENT = {
    "bright": 1.0,
    "soft": 0.9,
    "warm": 0.5,
    "cool": 0.6,
    "moody": 0.06,
    "neon": 0.04,
    "sunset": 0.3,
    "natural": 1.0,
}
HARD = {"bright": 0.4, "warm": 0.5, "cool": 0.3, "moody": 0.35, "sunset": 0.8, "natural": 0.35}


def light(frame: Frame, env: str) -> None:
    """World, key light and shadow -> words."""
    rng, info, centre = frame.rng, frame.info, frame.centre
    if frame.style == "env":
        mood = rng.weighted(natural=70, bright=10, warm=12, moody=8)
    else:
        mood = rng.weighted(bright=34, soft=30, warm=12, cool=6, moody=10, neon=5, sunset=6)
    dim = 2.5 if env == "night" else 1.8 if "night" in env or "moon" in env else 1.0
    sets.world(AMBIENT[mood] * dim, frame.studio.environments[env][0], rng.uniform(0, 6.28))
    info["mood"] = mood
    if mood == "neon":
        left, left_tint, right, right_tint = rng.choice(NEON)
        for sign, tint in ((-1, left_tint), (1, right_tint)):
            sets.softbox(centre + Vector((sign * 1.8, -0.3, 1.2)), centre, 120, 0.8, tint)
        info["light"] = f"{left} and {right} neon light"
        return
    side = rng.weighted(left=34, right=34, behind=12, front=8, above=12)
    toward = sets.direction(
        rng.uniform(*AZIMUTHS[side]), rng.uniform(70, 85) if side == "above" else rng.uniform(25, 60)
    )
    tint = sets.TINTS.get(mood) or (1, rng.uniform(0.94, 1), rng.uniform(0.88, 1))
    hard, thrown = rng.chance(HARD.get(mood, 0.0)), None
    if hard:
        sets.sun(toward, rng.uniform(2.5, 4.5) * (0.8 if mood == "moody" else 1), tint, rng.uniform(0.5, 3))
        if side in ("left", "right", "front") and rng.chance(0.4):
            thrown = rng.word(sets.SHADOWS)
            sets.shadow(rng, thrown, centre, toward)
    else:
        away = rng.uniform(1.6, 3)
        power = away * away * rng.uniform(14, 30) * (0.7 if mood == "moody" else 1)
        sets.softbox(centre + toward * away, centre, power, rng.uniform(0.7, 2), tint)
    info["light"] = sets.light_words(mood, hard, side, thrown)


def camera(frame: Frame, elevation: float) -> None:
    """Frame the product somewhere near the middle; any look that photos have."""
    rng, studio, top = frame.rng, frame.studio, frame.view == "top"
    fill, lens = rng.uniform(0.26, 0.85), rng.uniform(45, 100)
    distance = frame.extent / fill * lens / 36
    shift = (rng.uniform(-0.14, 0.14), rng.uniform(-0.1, 0.1) if top else rng.uniform(-0.02, 0.16))
    seen = studio.camera(frame.centre, lens, distance, elevation, shift)
    stop = rng.uniform(1.2, 3) * distance / 3 if frame.style == "env" else rng.uniform(2.5, 10)
    studio.focus(seen, distance - frame.radius * 0.4, stop)
    transform = rng.choice(["Standard", "AgX", "AgX", "Filmic"])
    contrast = {"AgX": "AgX - Medium High Contrast", "Filmic": "Medium High Contrast"}.get(transform, "None")
    studio.look(transform, contrast)
    base = {"AgX": 0.35, "Filmic": 0.0}.get(transform, -0.25)
    fixed = {"moody": -0.2, "neon": 0.2}.get(frame.info["mood"])
    studio.scene.view_settings.exposure = rng.uniform(-0.1, 0.4) + base if fixed is None else fixed
