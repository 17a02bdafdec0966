"""What is of a kind that sets show, and looks otherwise in all of them: gold is a metal, theirs is steel.

It is read as that kind, as nothing comes nearer, and people are told what they get in its place.
"""

from __future__ import annotations

#: concept -> words of what looks otherwise, each alone or in a phrase that says the concept
UNLIKE: dict[str, frozenset[str]] = {
    name: frozenset(said.split())
    for name, said in {
        # grounds
        "metal": """
            anvil bonnet brass bronze carbon chainmail checker chequer copper corroded corrosion corrugated
            corten diamond foil gilded gilt gold golden grate grating grid hood mesh patina patinated
            perforated rack rust rusted rusty tin tinfoil toolbox tread verdigris wrought
        """,
        "linen": """
            batik berber block brocade carpet damask dhurrie doily embroidered embroidery felt handkerchief
            herringbone houndstooth ikat kantha kilim lace mat moroccan oriental patchwork persian placemat
            plaid quilt quilting rug seersucker shibori suzani tapestry tartan ticking toile tweed
        """,
        "velvet": "cord corduroy fleece mink needlecord shearling sherpa teddy",
        "leather": """
            alligator chamois cow cowhide croc crocodile lizard nubuck ostrich saddle shagreen
            snakeskin stingray suede
        """,
        "sand": "sandbox sandcastle sandpit",
        "grass": "barley clover cornfield dry paddy reedbed rice shamrock wheatfield yellow",
        "snow": "cave frost frosty frozen glacier hoarfrost ice iceberg icicle icy igloo palace rink sleet",
        "water": "bath bubble cascade flood foam jacuzzi monsoon puddle rain raindrops raining tub",
        "stone": "altar castle cathedral church dungeon greek megalith stonehenge temple",
        "rock": """
            amethyst cave cavern cliff cliffside clifftop crystal geode grotto lunar meteorite quarry quartz
            stalactite
        """,
        "travertine": "amphitheatre colosseum red ruins",
        "tiles": "fish hex hexagon hexagonal honeycomb mosaic penny scallop tessellated tessera tesserae",
        "wood": "sawdust shavings",
        "mirror": """
            abalone broken fluted lightbox nacre pearl piano reeded ribbed rippled sea stained wavy
        """,
        "seamless": "cardboard origami papyrus",
        # walls
        "brick": "castle cobbled drystone dry rough stone",
        "plaster": "cracked peeling",
        "disc": "eclipse gong moon window",
        "steps": "bleachers escher ladder",
        # places
        "garden": """
            apiary barbecue bbq beehive coachella festival playground polytunnel zoo
        """,
        "forest": "birch birches",
        "field": "coffee farmyard plantation rice safari tea",
        "mountains": "iceland icelandic volcano",
        "red desert": "mars martian planet",
        "sky": "rainbow",
        "desert": "egypt egyptian oasis pyramids sandstorm",
        "beach": "cruise dockside dockyard harbour marina pier seaport yacht yachting",
        "city": "bridge canals mall metro platform railway station subway underground venice",
        "gym": "boxing locker",
        "sports hall": "badminton handball squash volleyball",
        "workshop": """
            attic barber barbershop basement darkroom factory foundry hangar loft pottery sewing shipyard
            tailor
        """,
        "lobby": "airport ballroom corridor salon",
        "window room": "clinic hospital university",
        "interior": "airplane carriage jet train",
        "evening lights": "casino cinema",
        "night": "cosmos earth interstellar nebula orbit planetary space universe",
        # things
        "lantern": "camping fanous hurricane kerosene moroccan oil storm",
        "bread": "baguette ciabatta",
        "football": "american rugby",
        "strawberries": "berries berry",
        "court": "clay",
    }.items()
}
#: the same of moods and light, of which nothing else is to be seen in its place
UNSEEN: dict[str, frozenset[str]] = {
    name: frozenset(said.split())
    for name, said in {
        "soft light": "fog foggy haze hazy mist misty",
        "luxury": "caviar glitter glittering glittery gold sequined sparkle sparkly",
        "moody": "smoky smokey storm stormy thunder thunderstorm",
        "neon": "ball laser",
        "window light": "frosty",
    }.items()
}

#: metals that are said as colours, too; paint has something of their hue alone
METALLIC = frozenset("bronze chrome copper gold golden pewter platinum silver".split())


def unlike(name: str, said: str) -> bool:
    """Whether what says a concept looks otherwise than all sets and things that show it."""
    return _has(UNLIKE, name, said)


def unseen(name: str, said: str) -> bool:
    """Whether what says a mood or a light is something to be seen, which no set has."""
    return _has(UNSEEN, name, said)


def otherwise(name: str, said: str) -> bool:
    """Whether people are to be told that what says a concept is not to be seen as such."""
    return unlike(name, said) or unseen(name, said)


def _has(table: dict[str, frozenset[str]], name: str, said: str) -> bool:
    words = said.split()
    return not table.get(name, frozenset()).isdisjoint([*words, *(word.removesuffix("s") for word in words)])
