"""What no set and no picture of a thing shows: people are told of it, and what is shown in its stead.

Each is a concept of its own, so that a kiwi is told of by its name and is no lemon.
"""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept, each_of
from bggen.families.studio.words.lexicon.seasons import CUTS, CUTS_OF

#: what comes near -> names of things, with a comma; `=` between names of the same
_THINGS = {
    "flowers": """
    acacia blossom, amaryllis, anthurium, aster, azalea, begonia, bird of paradise=strelitzia, bluebell,
    bougainvillea, buttercup, calendula, camellia, chrysanthemum, clematis, cornflowers, cosmos flowers,
    crocus, dahlia, dandelion, delphinium=larkspur, edelweiss, elderflower, foxglove, freesia, fuchsias,
    gardenia, geranium=pelargonium, gladiolus=gladioli, hawthorn, heather=heather sprigs, heliconia,
    hollyhock, honeysuckle, hyacinth, iris, lemon blossom, lily of the valley=lilies of the valley,
    lupin, mimosa=mimosa branch=wattle, orange blossom, pansy=violas, petunia, primroses, protea, pussy
    willow=catkins=willow catkins, ranunculus=ranunculi, rhododendron, snapdragon, snowdrop, statice,
    sweet pea, thistle, wisteria flowers=wisteria blossoms, zinnia
    """,
    "plant": """
    agave, bonsai=bonsai tree, chives, coriander=cilantro, dill, fiddle leaf fig=fiddle fig=fiddle leaf,
    hemp leaf=hemp plant=cannabis, lemon balm, lemongrass, microgreens, oregano, parsley, peace lily,
    pothos, snake plant=sansevieria=mother in law's tongue, spider plant,
    succulent=crassula=echeveria=haworthia=jade plant=sedum=sempervivum, tarragon, tea leaf=green tea
    leaves=matcha leaves, verbena, watercress
    """,
    "almonds": "brazil nut, cashews, macadamia, peanuts, pecans=pecan nut, pine nuts",
    "cinnamon": "allspice, cardamom=cardamon, cloves, whole nutmeg",
    "croissants": "brioche, cinnamon roll=cinnamon bun",
    "coffee beans": "cocoa beans",
    "strawberries": "cranberry, mulberries",
    "christmas": """
    advent calendar, christmas card, christmas stocking, eggnog, elf=elves, jingle bell, mistletoe,
    nutcracker, plum pudding, reindeer=rudolph, sleigh=sleigh bells, snow globe, snowman=snowmen
    """,
    "candles": "incense=incense sticks, menorah=chanukah=hanukkah=menorah candles, kwanzaa",
    "autumn": "cornucopia, rosehip",
    "tropical": "flamingos, parrot=toucan",
    "pampas": "macrame",
    "blocks": "globe, sculpture",
    "books": "newspaper=newsprint, sheet music",
    "water": """
    fountain, lily pad=water lily flower=waterlily, splash=splashing, water
    drops=dew=dewdrops=droplets=water droplet
    """,
    "beach": """
    beach chair=deckchair, beach umbrella=parasol, boat=pirate=pirate ship=sailboat=ship=yacht,
    lighthouse, seagull, sun lounger=sunbed, surfboard
    """,
    "underwater": "corals=white coral=red coral=dried coral=coral branch=piece of coral",
    "garden": """
    birdbath, deck chair, fruit tree=apple tree=apple trees=fig tree=fruit trees=lemon tree=lemon
    trees=lime tree=olive tree=olive trees=olive trees in pots=orange tree=orange trees=peach tree=pear
    tree=plum tree
    """,
    "": """
    acacia tree, stone lantern, hands=hand holding=in a hand=in hand=in her hand=in his hand=in my hand=in
    one hand, milk
    splash=juice splash=splash of juice=splash of milk
    """,
    "city": "big ben, eiffel tower, golden gate",
}
#: the same of fruit, which is cut as well
_FRUIT = """
    acai, bergamot, blackcurrant=currants=redcurrant, calamansi, date fruit, dragonfruit=pitaya, guava,
    juniper berries, lychee=litchi, melon=cantaloupe=honeydew, passionfruit, persimmons, plums=stone
    fruit, pomelo, quince, rhubarb, yuzu
"""
#: what a product stands on -> the ground that is laid for it
_GROUNDS = {
    "rustic wood": """
    wooden crate=apple crate=crate=fruit crate=pallet=wine crate=wooden box, barrel=cask=oak
    barrel=whiskey barrel=whisky barrel=wine barrel=wine cask=wooden barrel=metal barrel=oil drum,
    cutting board=breadboard=carving board=charcuterie board=cheese board=chopping board=pastry
    board=pizza peel=serving board=wooden cutting board, firewood=kindling=woodpile
    """,
    "linen": "cushion=pillow",
}


def _cut(name: str, words: str) -> Concept:
    return concept("prop", words, "citrus", {name: CUTS, CUTS_OF: name})


UNSHOWN: dict[str, Concept] = {
    **{
        name: concept("prop", words, near)
        for near, all_ in _THINGS.items()
        for name, words in each_of(all_).items()
    },
    **{name: _cut(name, words) for name, words in each_of(_FRUIT).items()},
    **{
        name: concept("surface", words, near)
        for near, all_ in _GROUNDS.items()
        for name, words in each_of(all_).items()
    },
}
#: thing -> what is shown in its stead, of things any decoration or any place of the kind does for. Another
#: fruit, herb or nut than the one that a product is made of would be worse than none.
STEADS: dict[str, str] = {
    name: near
    for near in "flowers christmas candles autumn tropical beach underwater garden city".split()
    for name in each_of(_THINGS[near])
} | dict.fromkeys(
    (
        "agave", "bonsai", "fiddle leaf fig", "peace lily", "pothos", "snake plant", "spider plant",
        "succulent",
    ),
    "plant",
) | {"splash": "water", "lily pad": "water"}  # fmt: skip
#: thing -> that of which each picture has it as well
PART_OF: dict[str, str] = {"fairy lights": "christmas room"}
