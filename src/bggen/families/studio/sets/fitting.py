"""How well a set fits what a prompt asks for, and the colours that it would be given."""

from __future__ import annotations

from collections.abc import Collection

from bggen.families.studio.light.casts import LYING
from bggen.families.studio.sets import moods, props, staging
from bggen.families.studio.sets.bank import Plate
from bggen.families.studio.sets.given import moods_to_give
from bggen.families.studio.words.lexicon import CONCEPTS, Region
from bggen.families.studio.words.lexicon.grammar import GRADIENT
from bggen.families.studio.words.lexicon.rooms import ROOMS
from bggen.families.studio.words.prompts import SceneWords

#: what a match in each kind is worth: people forgive a missing prop before a wrong table
WORTH = {
    "surface": 6.0,
    "place": 5.0,
    "backdrop": 3.0,
    "prop": 4.0,
    "look": 3.0,
    "view": 2.0,
    "mood": 2.5,
    "light": 2.5,
}
#: of views: a product that lies is another picture
WORTH_ITSELF = {"top-down": 8.0, "high angle": 5.0, "eye level": 3.0}
#: what a plate shows unasked costs
UNASKED = {
    "prop": 3.0,
    "place": 2.5,
    "look": 1.5,
    "backdrop": 1.5,
    "view": 2.0,
    "mood": 1.0,
    "light": 0.8,
    "surface": 0.5,
}
#: of which a product that nobody wanted on them is a surprise
GROUNDS_OF_THEIR_OWN = (
    "snow", "water", "sand", "moss", "grass", "leather", "rock", "dark rock", "log", "gravel", "dry earth",
    "pebble bed", "gingham", "blue gingham", "rattan", "knit", "raked sand",
    "denim", "burlap", "fur", "crumpled paper", "checkerboard", "moroccan tiles", "glitter", "straw",
    "tatami", "soil", "court", "sea bed", "fallen leaves", "black sand", "red sand",
)  # fmt: skip
UNASKED_ITSELF = {
    "top-down": 6.0,
    "eye level": 0.05,  # nobody is surprised by a camera a little lower
    "slightly raised": 0.0,  # as product photos mostly are
    "bokeh": 0.5,  # of a place behind the table nobody expects more
    "natural": 0.3,  # by day no light is one
    **dict.fromkeys(GROUNDS_OF_THEIR_OWN, 4.0),
}
OF_PLACE = 0.3  # is what a bright or warm light costs in the place that was asked for: the day's, its lamps'
#: places that any product might stand in; a bathroom or the sea says something that was not asked for
ANYWHERE = ("living room", "kitchen", "window room", "interior", "cafe")
AT_HOME = 0.5  # of that is what a prop costs in the place that was asked for: towels in a bathroom
RATHER_PLAIN = 0.8  # what a podium of a stuff that nobody asked for costs: plain ones take any colour
OF_PODIUM = 2.0  # what the podium's own stuff is worth: less than a podium
NEAR = 0.6  # of its worth: what stands in for it
NEAR_THOUGH_THERE = 0.25  # the same of a ground that some set has itself
PLACE_THOUGH_THERE = 0.4  # the same of a place: no sunny garden for a greenhouse in soft light
IN_ANOTHER_PLACE = 0.7  # of its worth: a wall of what was to be the floor
STOOD = 1.2  # what things are worth less that are stood on a set, of one that is all about them: Christmas
#: of its worth: a light or a low camera, where a place is asked for: that goes first; and a ground before
#: the camera
OF_THE_PICTURE = 0.5
GREEN = 1.5  # what a green wood costs where an autumn one was asked for, though leaves are stood before it
GRADED = 0.3  # what a mood that the set has not itself, but can be given, is worth less
GRADED_PLACE = 1.2  # the same of a place behind the table: no garden at noon turns to evening
GRADED_ITSELF = {"neon": 2.0}  # tinted light is no tubes
ELSEWHERE = 1.5  # what a ground costs that stays another colour than all that was asked for: a backdrop's
SEAM = 0.8  # and what isn't plain paper of that colour: a line between wall and ground, folds
UNPATTERNED = 4.0  # and a wall, in no place, without the stripes that it was to have, or with what hides them
HIDES = {"arch", "disc", "steps", "hanging leaves"}  # a wall's pattern
SPREADS = 0.8  # what a wall's colour costs that the ground of a sweep takes as well
#: what a colour is worth that no region can take, of a place that has its own: a green garden
OF_ITS_OWN = 1.0
#: what a wall between tubes of light is, or behind smoke: worth more than paint, which has neither
BEHIND_LIGHT, DARK = frozenset({"black", "charcoal"}), 6.5
ON_DARK = frozenset({"neon", "smoke"})
#: what a room's walls mostly are: no kitchen is worse than one whose tiles are another white
OF_ROOMS, PALE = frozenset({"beige", "cream", "light grey", "off-white", "white"}), 2.5
#: places that are there as asked and look like little: a sea in haze, trees in the dark
DULL, LESS = frozenset(
    f"{place}, out of focus"
    for place in (
        "a waterfront at sunset", "a grassy field at noon", "green hills under a partly cloudy sky",
    )
), 0.8  # fmt: skip
#: what a place has underfoot: on a beach is on its sand, and no table stands there
UNDERFOOT = {
    "beach": frozenset(["sand"]),
    "desert": frozenset(["sand", "red sand", "dry earth"]),
    "city": frozenset(["dark concrete", "concrete", "cobblestones"]),
    "garden": frozenset(["grass"]),
    "forest": frozenset(["moss", "fallen leaves", "soil"]),
    "mountains": frozenset(["rock", "dark rock", "grass", "pebble bed"]),
    "winter landscape": frozenset(["snow"]),
}
ON_IT = 1.5  # what that is worth
USUAL_BASE = 0.5  # width of a product's lower part over its height

Scored = tuple[float, dict[Region, str]]  # score, colours to give


def fit(plate: Plate, words: SceneWords) -> float:
    """How well a set fits a prompt, with a product of the usual shape; the more the better."""
    return scored(plate, words, USUAL_BASE)[0]


def _nearness(plate: Plate, name: str, region: Region | None, unseen: Collection[str]) -> float:
    """What part of its worth a set has that shows what is near a concept alone."""
    kind = CONCEPTS[name].kind
    for i, other in enumerate(CONCEPTS[name].near):
        if plate.shows(other, region):
            if kind == "surface" and name not in unseen:  # white marble is hardly better than none for black
                return NEAR_THOUGH_THERE - 0.1 * i
            # sand is no sea, but from above, where a place is its ground
            ground = kind == "place" and CONCEPTS[other].kind == "surface" and plate.elevation <= LYING
            near = PLACE_THOUGH_THERE if kind == "place" and name not in unseen else NEAR
            return max((NEAR_THOUGH_THERE if ground else near) - 0.1 * i, 0.1)
    return -0.3


def scored(plate: Plate, words: SceneWords, base_width: float, unseen: Collection[str] = ()) -> Scored:
    """How well it fits.

    Args:
        unseen: grounds and places that no set shows.
    """
    shown, given = plate.concepts, moods_to_give(plate, words)
    stood, grounds_there = props.to_give(plate, words), words.of_kind("surface").difference(unseen)
    places = words.of_kind("place")
    score = -plate.COST - LESS * (plate.row["backdrop"] in DULL)
    for name, region in words.concepts.items():
        worth = WORTH_ITSELF.get(name, WORTH[CONCEPTS[name].kind])
        if region == "podium" and CONCEPTS[name].kind == "surface":
            worth = OF_PODIUM
        goes_first = words.of_kind("place") or (name == "eye level" and grounds_there)
        if (CONCEPTS[name].kind == "light" or name == "eye level") and goes_first:
            worth *= OF_THE_PICTURE
        if name in given and name not in shown:
            # a town has its signs, and a gamer's room its lamps
            itself = {} if moods.NIGHT in given or shown & places & ROOMS.keys() else GRADED_ITSELF
            score += worth - itself.get(name, GRADED_PLACE if plate.far and name != moods.NEON else GRADED)
        elif plate.shows(name, region):
            score += worth
        elif name in stood:
            season = name == "autumn" and "forest" in words.concepts
            score += worth - STOOD - GREEN * season
        elif name in shown:
            score += worth * IN_ANOTHER_PLACE
        else:
            score += worth * _nearness(plate, name, region, unseen)
    underfoot = _underfoot(words)
    score += ON_IT * any(plate.shows(name, "surface") for name in underfoot)
    asked = set(words.concepts) | {n for c in words.concepts for n in CONCEPTS[c].near} | underfoot
    grounds, at_home = words.of_kind("surface") | places, bool(places & shown)
    # sorted: a set's order, and with it the sum's last bit, changes from run to run
    for name in sorted(shown - asked):
        cost = UNASKED_ITSELF.get(name, UNASKED[CONCEPTS[name].kind]) * _is_surprise(name, places, grounds)
        cost = min(cost, OF_PLACE) if name in ("bright", "warm") and at_home else cost
        score -= cost * (AT_HOME if at_home and CONCEPTS[name].kind == "prop" else 1.0)
    score -= RATHER_PLAIN * bool(plate.podium_stuffs - asked)
    score -= 8.0 * len(shown & words.negated)
    colour_score, recolour = _score_colours(plate, words)
    room = plate.stand_width / max(plate.unit * 0.8, 1e-6)  # widths that stand, in product heights
    if words.pattern != GRADIENT and (not runs_below(plate, words, recolour) or plate.behind & HIDES):
        score -= 0 if places else UNPATTERNED
    # What fits equally well stays equal, in whatever order it was added up.
    return round(score + colour_score - 4.0 * max(0.0, base_width - room), 6), recolour


def _underfoot(words: SceneWords) -> frozenset[str]:
    """The grounds that belong to a place that a product is to be on, if no ground is named."""
    if words.of_kind("surface"):
        return frozenset()
    on = [UNDERFOOT.get(name, frozenset()) for name, region in words.concepts.items() if region == "surface"]
    return frozenset[str]().union(*on)


def _is_surprise(name: str, places: set[str], grounds: set[str]) -> float:
    """1 for something unasked, less where the prompt leaves that side of the scene open.

    Hills behind who asked for a living room are worse than a bare wall.

    Args: places that were asked for; grounds, these and surfaces.
    """
    kind = CONCEPTS[name].kind
    if kind == "place" and places:
        return 2.0
    if not grounds and (kind in ("surface", "backdrop") or name in ANYWHERE):
        return 0.4
    return 1.0


def _score_colours(plate: Plate, words: SceneWords) -> Scored:
    """How well the asked colours can be had, and what to recolour for them."""
    score, recolour, alone = 0.0, dict[Region, str](), not _says_ground(words)
    rooms = words.of_kind("place") & ROOMS.keys()
    for region, colour in words.colours.items():
        regions = {paint.region for paint in plate.paints if staging.can_be(paint.albedo, colour)}
        homes = _homes(region, plate)
        if had := [home for home in homes if plate.colours.get(home) == colour]:
            score += 5.0
            recolour |= {home: colour for home in had if home in regions}  # to just that shade
        elif paintable := [home for home in homes if home in regions and home not in recolour]:
            recolour[paintable[0]] = colour
            spreads = region in ("surface", "backdrop") and _one_piece(plate)
            score += 4.5 - SPREADS * (spreads and not alone and "seamless" not in words.concepts)
        elif colour in BEHIND_LIGHT and plate.concepts & words.concepts.keys() & ON_DARK:
            score += DARK
        elif region == "backdrop" and colour in OF_ROOMS and plate.concepts & rooms:
            score += PALE
        elif region is None and has_its_own_colours(plate, words):
            score += OF_ITS_OWN
        else:
            score -= 4.0
    asked = words.colours.get("backdrop") or words.colours.get(None)
    if alone and words.pattern != GRADIENT and any(plate.shows(n, "surface") for n in plate.concepts):
        score -= ELSEWHERE  # beside a pattern plain paint is calmest
    elif alone and words.pattern == GRADIENT and asked and "seamless" not in plate.concepts:
        of_one_colour = recolour.get("surface", plate.colours.get("surface")) == asked
        score -= SEAM if of_one_colour else ELSEWHERE
    return score, recolour


def runs_below(plate: Plate, words: SceneWords, recolour: dict[Region, str]) -> dict[Region, str]:
    """The region that has a second colour beside its new one, if paint allows; bent paper gradients alone."""
    above = words.colours.get("backdrop") or words.colours.get(None)
    for paint in plate.paints:
        # from above stripes lie on plain paper alone: on folds and tiles they would be stuck on
        plain = plate.elevation > LYING and str(plate.row["surface"]).startswith("matte")
        flat = words.pattern == GRADIENT or plain
        behind = paint.region == "backdrop" or (paint.region == "surface" and _one_piece(plate) and flat)
        if behind and above and recolour.get(paint.region) == above and words.runs_into:
            return {paint.region: words.runs_into} if staging.can_be(paint.albedo, words.runs_into) else {}
    return {}


def has_its_own_colours(plate: Plate, words: SceneWords) -> bool:
    """Whether a set shows a place that was asked for, or tubes of light: their colours are their own."""
    named = words.of_kind("place") | GRADED_ITSELF.keys() & words.concepts.keys()
    return bool(named & plate.concepts)


def _one_piece(plate: Plate) -> bool:
    """Whether surface and backdrop are one, as with seamless paper."""
    return not plate.row.get("backdrop")


def _says_ground(words: SceneWords) -> bool:
    """Whether a prompt says what the product stands on, or where: 'a white background' is white below too."""
    grounds = words.of_kind("surface") | words.of_kind("place") | words.of_kind("look")
    return bool(grounds) or "surface" in words.colours or "podium" in words.colours


def _homes(region: Region | None, plate: Plate) -> tuple[Region, ...]:
    """Where a colour said of `region` belongs; said of none, the backdrop is meant first."""
    if region is None:
        return ("backdrop", "surface")
    if _one_piece(plate) and region in ("surface", "backdrop"):
        return ("surface", "backdrop")
    if region == "podium" and not plate.row.get("podium"):
        return ("surface",)  # what a product lies or stands on instead
    return (region,)
