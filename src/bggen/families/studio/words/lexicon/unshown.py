"""What no set and no picture of a thing shows: people are told of it, and what is shown in its stead.

Each is a concept of its own, so that a kiwi is told of by its name and is no lemon.
"""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept
from bggen.families.studio.words.lexicon.seasons import CUTS, CUTS_OF

#: what comes near -> names of things, with a comma; `=` between names of the same
_THINGS = {
    "flowers": """
    acacia blossom, amaryllis, anemone, anthurium, aster, azalea, baby's breath=babys breath=gypsophila,
    begonia, bird of paradise=strelitzia, bluebell, bougainvillea, buttercup, calendula, calla=calla lily,
    camellia, carnation, chrysanthemum, clematis, cornflowers, cosmos flowers, crocus, daffodil=narcissus,
    dahlia, dandelion, delphinium=larkspur, edelweiss, elderflower, foxglove, frangipani=plumeria,
    freesia, fuchsias, gardenia, geranium=pelargonium, gladiolus=gladioli, hawthorn, heather=heather
    sprigs, heliconia, hibiscus, hollyhock, honeysuckle, hyacinth, hydrangea, iris, jasmine, lemon
    blossom, lilac blossom=lilac branch=lilac flowers=lilacs, lily=tiger lily, lily of the valley=lilies
    of the valley, lotus, lupin, magnolia, mimosa=mimosa branch=wattle, orange blossom, orchid=orchid
    branch, pansy=violas, petunia, poppy, primroses, protea, pussy willow=catkins=willow catkins,
    ranunculus=ranunculi, rhododendron, snapdragon, snowdrop, statice, sweet pea, thistle, wisteria
    flowers=wisteria blossoms, zinnia
    """,
    "plant": """
    agave, aloe=aloe vera, basil, bonsai=bonsai tree, chives, coriander=cilantro, dill, fiddle leaf
    fig=fiddle fig=fiddle leaf, hemp leaf=hemp plant=cannabis, lemon balm, lemongrass, microgreens, mint
    leaves=mint sprig=fresh mint=sprig of mint=sprigs of mint=peppermint=spearmint, oregano, parsley,
    peace lily, pothos, rosemary=rosemary sprig=sprig of rosemary=sprigs of rosemary, snake
    plant=sansevieria=mother in law's tongue, spider plant, succulent=crassula=echeveria=haworthia=jade
    plant=sedum=sempervivum, tarragon, tea leaf=green tea leaves=matcha leaves, thyme=thyme sprig=sprig of
    thyme=sprigs of thyme, vase=bud vase=ceramic vase=clay vase=glass vase, verbena, watercress
    """,
    "almonds": """
    brazil nut, cashews, hazelnuts=hazelnut kernel=hazelnut shell, macadamia, peanuts, pecans=pecan nut,
    pine nuts, pistachios=pistachio nut, walnuts=shelled walnuts=walnut half=walnut halves=walnut
    kernel=walnut shell
    """,
    "cinnamon": """
    allspice, cardamom=cardamon, cloves, peppercorns, vanilla pod=vanilla bean, whole nutmeg
    """,
    "croissants": "brioche, cinnamon roll=cinnamon bun",
    "coffee beans": "cocoa beans",
    "strawberries": "blackberry, cranberry, mulberries",
    "christmas": """
    advent calendar, candy cane, christmas card, christmas stocking, eggnog, elf=elves,
    gingerbread=gingerbread house=gingerbread man, jingle bell, mistletoe, nutcracker, plum pudding,
    poinsettia, reindeer=rudolph, sleigh=sleigh bells, snow globe, snowman=snowmen
    """,
    "candles": "incense=incense sticks, menorah=chanukah=hanukkah=menorah candles, kwanzaa",
    "autumn": """
    acorn=acorn cup, chestnuts=conker=horse chestnut, cornucopia, mushroom=fungi=toadstool, rosehip
    """,
    "tropical": "flamingos, parrot=toucan",
    "pampas": "macrame",
    "blocks": """
    columns=column=columnar=corinthian=doric=greek column=pillar=roman column, globe, sculpture, toy
    bricks=building block=jenga=lego=lego bricks=tetris=toy blocks
    """,
    "books": "newspaper=newsprint, sheet music",
    "water": """
    fountain, lily pad=water lily flower=waterlily, splash=splashing, water
    drops=dew=dewdrops=droplets=water droplet
    """,
    "beach": """
    beach chair=deckchair, beach umbrella=parasol, boat=pirate=pirate ship=sailboat=ship=yacht,
    lighthouse, seagull, sun lounger=sunbed, surfboard
    """,
    "underwater": "corals=coral branch=piece of coral",
    "garden": """
    birdbath, deck chair, fruit tree=apple tree=apple trees=fig tree=fruit trees=lemon tree=lemon
    trees=lime tree=olive tree=olive trees=olive trees in pots=orange tree=orange trees=peach tree=pear
    tree=plum tree
    """,
    "": """
    acacia tree, stone lantern, hands=hand holding=in a hand=in hand=in her hand=in his hand=in my hand=in
    one hand, milk splash=juice splash=splash of juice=splash of milk, swatch=cream smear=cream
    swatch=lipstick smear=lipstick swatch=smear=smear of cream
    """,
    "city": "big ben, eiffel tower, golden gate",
}
#: the same of fruit, which is cut as well
_FRUIT = """
    acai, banana, bergamot, blackcurrant=currants=redcurrant, calamansi, cherries=cherry fruits=cherries
    bowl=red cherries, cucumber, date fruit, dragonfruit=pitaya, fig, guava, juniper berries,
    kiwi=kiwifruit, lychee=litchi, mango, melon=cantaloupe=honeydew, papaya, passionfruit, pear,
    persimmons, pineapple, plums=stone fruit, pomegranate=pomegranate seeds, pomelo, quince, rhubarb,
    watermelon, yuzu
"""
#: what a product stands on -> the ground that is laid for it
_GROUNDS = {
    "rustic wood": """
    wooden crate=apple crate=crate=fruit crate=pallet=wine crate=wooden box, barrel=cask=oak
    barrel=whiskey barrel=whisky barrel=wine barrel=wine cask=wooden barrel=metal barrel=oil drum, cutting
    board=breadboard=carving board=charcuterie board=cheese board=chopping board=pastry board=pizza
    peel=serving board=wooden cutting board, firewood=kindling=woodpile
    """,
    "linen": "cushion=pillow",
}


def _of(said: str) -> dict[str, str]:
    """Name -> all its names, with commas."""
    each = (" ".join(names.split()).split("=") for names in said.split(","))
    return {names[0]: ", ".join(names) for names in each}


def _cut(name: str, words: str) -> Concept:
    return concept("prop", words, "citrus", {name: CUTS, CUTS_OF: name})


UNSHOWN: dict[str, Concept] = {
    **{
        name: concept("prop", words, near)
        for near, all_ in _THINGS.items()
        for name, words in _of(all_).items()
    },
    **{name: _cut(name, words) for name, words in _of(_FRUIT).items()},
    **{
        name: concept("surface", words, near)
        for near, all_ in _GROUNDS.items()
        for name, words in _of(all_).items()
    },
}
#: thing -> what is shown in its stead, of things any decoration or any place of the kind does for. Another
#: fruit, herb or nut than the one that a product is made of would be worse than none.
STEADS: dict[str, str] = {
    name: near
    for near in "flowers christmas candles autumn tropical beach underwater garden city".split()
    for name in _of(_THINGS[near])
} | dict.fromkeys(
    (
        "agave", "aloe", "bonsai", "fiddle leaf fig", "peace lily", "pothos", "snake plant", "spider plant",
        "succulent", "vase",
    ),
    "plant",
) | {"columns": "blocks", "splash": "water", "lily pad": "water"}  # fmt: skip
#: thing -> that of which each picture has it as well
PART_OF: dict[str, str] = {"fairy lights": "christmas room", "mint leaves": "lemons"}
