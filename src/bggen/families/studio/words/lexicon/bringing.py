"""Which places grounds and things stand for: sand a beach, a lawn a garden, a bed a bedroom."""

from __future__ import annotations

#: the place of a ground that lies out of doors: what it is after another, as in `on a towel on the sand`
PLACE_OF: dict[str, str] = {
    "grass": "garden",
    "moss": "forest",
    "sand": "beach",
    "snow": "winter landscape",
}
#: the same of what is said to be behind, and no wall of it, or beside
BEHIND: dict[str, str] = {**PLACE_OF, "water": "beach"}
#: words for water that is a place: no drops, splash or wet glass
WATERS = frozenset(
    "river riverbank lake stream creek brook wave waves waterfall pond canal rapids lagoon sea ocean".split()
)


def _by_phrase(places: dict[str, str]) -> dict[str, str]:
    return {phrase.strip(): place for place, said in places.items() for phrase in said.split(",")}


#: what people call a ground by the place that has it, or what grows there -> the place, if none is named
BRINGS: dict[str, str] = _by_phrase(
    {
        "forest": "forest floor, forest bed",
        "garden": "lawn, green lawn, grass lawn, garden lawn, manicured lawn, mown lawn, lush grass, meadow, "
        "wild meadow, wildflower meadow",
        "sports hall": "basketball court floor, gym floor, gymnasium floor, hall floor, indoor court floor, "
        "maple sports floor, parquet court, sports floor",
        "beach": "palm trees, palms, coconut palms, coconut trees, date palms, royal palms, palm beach",
        "tennis court": "tennis court, hard court, blue tennis court, tennis court surface",
        "underwater": "sea bed, seabed, sea floor, seafloor, ocean floor, ocean bed, sandy sea bed",
        "stadium": "running track, red running track, athletics track, tartan track, race track, "
        "running lanes",
        "workshop": "warehouse floor",
        "window room": "window ledge, window seat, window sill, windowsill",
        "city": "wet street, wet road, wet pavement, pavement, road surface, roadway, cobbled street, "
        "cobble street, cobblestone street, old town street",
        "desert": "galaxy, milky way, nebula, cosmos, cosmic, outer space, deep space, interstellar, "
        "universe, celestial, starry, starry night, starry sky, starry night sky, night sky, starlight, "
        "starlit, starlit sky, star filled sky, sky full of stars, constellation, space scene, in space, "
        "space background",
        "sky": "above the earth, planet earth, in orbit",
    }
)
#: grounds of a town, where it is night
OF_TOWNS = frozenset("asphalt tarmac blacktop cobblestones cobblestone cobbles".split())
#: the same of what may be a product as well: a dog bed is in no bedroom
FURNISHES: dict[str, str] = _by_phrase(
    {
        "beach": "beach towel, boat deck",
        "bedroom": "bed, bed sheets, bedsheet, duvet, bed linen",
        "garden": "park bench, picnic blanket, picnic table, picnic rug",
        "gym": "gym mat, exercise mat, fitness mat",
        "yoga studio": "yoga mat",
        "living room": "leather armchair, leather sofa, leather couch",
    }
)
