"""What a set is made of, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

#: props that hang, glow or are clear: they have no pictures of their own, which could be stood in any set
RENDERED_WITH_SETS = frozenset({"balloons", "baubles", "bubbles", "champagne", "clouds", "lanterns"})
#: a living room's bare wall, and a wood against the light
TOO_LITTLE = ("lebombo_1k", "immenstadter_horn_1k")
SOFTBOX = (2.6, 1.4)  # a soft key light's distance and side, in scene units


@dataclass(frozen=True, slots=True)
class Spec:
    """One empty set. Surfaces and walls by the names of `surfaces`."""

    surface: str  # with `sweep`, the paper's colour; KIND:NAME for what can be given any colour
    #: KIND:NAME, `curtain:NAME`, `room:NAME`, `view:NAME` or `leaves`; `open:NAME` is a place whose ground
    #: goes on beyond the picture's top, and `surface` what to call it
    wall: str | None = None
    side: str = "left"  # of the light
    hard: bool = False
    shadow: str | None = None
    mood: str = "soft"
    sweep: bool = False
    podium: str | None = None  # round, square or stepped; rock or log
    podium_of: str | None = None  # a surface; None: light grey paint, which can be given any colour
    extra: str | None = None  # arch, disc or steps
    env: str | None = None
    facing: float = 0.5  # where the camera looks in the environment's picture, 0..1 from its left
    top: bool = False
    prop: str | None = None
    elevation: float | None = None  # degrees; None: drawn

    @property
    def far(self) -> bool:
        """Whether a place out of focus lies behind the table."""
        return self.env is not None or (self.wall or "").startswith(("room:", "view:", "open:"))

    @property
    def open_air(self) -> bool:
        """Whether its ground is that of a place out of doors, and goes on beyond the picture's top."""
        return (self.wall or "").startswith("open:")

    @property
    def replaced(self) -> bool:
        """Whether other sets do better: it keeps its number, but is not rendered any more.

        Its props are stood in any set now, or of its surroundings it shows too little.
        """
        return self.env in TOO_LITTLE or (self.prop is not None and self.prop not in RENDERED_WITH_SETS)

    @property
    def folded(self) -> bool:
        """Whether the ground is cloth that lies in folds."""
        return self.surface.startswith("silk:")

    @property
    def recolourable(self) -> bool:
        """Whether some region is one plain paint."""
        walls = self.wall is not None and self.wall.startswith(("paint:", "plaster:"))
        return self.sweep or walls or ":" in self.surface or bool(self.podium or self.extra)


def woven(*kinds: list[Spec]) -> list[Spec]:
    """Some of every kind in any first part."""
    placed = [(k / len(kind), spec) for kind in kinds for k, spec in enumerate(kind)]
    return [spec for _, spec in sorted(placed, key=lambda one: one[0])]
