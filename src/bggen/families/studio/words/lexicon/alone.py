"""Things of which there are pictures alone, and no set: each can be stood beside a product on any ground.

Each is a concept of its own: another fruit, herb or nut than the one that a product is made of would be worse
than none.
"""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept, each_of
from bggen.families.studio.words.lexicon.seasons import CUTS, CUTS_OF

#: what comes near -> names of things, with a comma; `=` between names of the same
_THINGS = {
    "flowers": """
    anemone=anemone flower, baby's breath=babys breath=gypsophila, carnation=pink carnation=red
    carnation, daffodil=narcissus, jasmine=jasmine blossom=jasmine branch=jasmine flower, lilac
    branch=lilac blossom=lilac flowers=lilacs, calla=calla lily=calla lilies, frangipani=frangipani
    blossom=frangipani flower=plumeria=plumeria flower, hibiscus=hibiscus flower, hydrangea=blue
    hydrangea=hortensia=hydrangea head, lily=stargazer lily=tiger lily=white lily, lotus=lotus
    blossom=lotus flower=pink lotus, magnolia=magnolia blossom=magnolia branch=magnolia flower,
    orchid=moth orchid=orchid bloom=orchid branch=orchid flower=phalaenopsis=pink orchid=white orchid,
    poppy=poppy flower=red poppy
    """,
    "plant": """
    aloe=aloe leaf=aloe plant=aloe vera=aloe vera leaf=aloe vera plant, basil=basil leaf=basil
    sprig=bunch of basil=fresh basil=sprig of basil, mint leaves=bunch of mint=fresh mint=fresh mint
    leaves=mint sprig=mint twig=peppermint=spearmint=sprig of mint=sprigs of mint, rosemary=bunch of
    rosemary=fresh rosemary=rosemary sprig=rosemary twig=sprig of rosemary=sprigs of rosemary,
    thyme=bunch of thyme=fresh thyme=sprig of thyme=sprigs of thyme=thyme sprig, vase=bud vase=ceramic
    vase=clay vase=glass vase
    """,
    "almonds": """
    hazelnuts=filbert=hazelnut kernel=hazelnut shell=shelled hazelnut, pistachios=pistachio
    nut=pistachio shell=shelled pistachio, walnuts=shelled walnuts=walnut half=walnut halves=walnut
    kernel=walnut shell
    """,
    "cinnamon": """
    peppercorns=black pepper=black peppercorn=pepper corn, vanilla pod=vanilla bean, ginger
    root=ginger=fresh ginger=fresh ginger root=ginger slice=sliced ginger=slices of ginger
    """,
    "croissants": """
    bread=baguette=boule=bread loaf=bread slice=ciabatta=country loaf=crusty bread=farmhouse loaf=fresh
    bread=loaf=loaf of bread=rustic bread=rye bread=slice of bread=slices of bread=sliced bread=sourdough,
    chocolate chip cookie=choc chip cookie=chocolate chip biscuit=chocolate cookie=cookie=plate of
    cookies=stack of cookies, macaron=french macaron=macaroon
    """,
    "candles": """
    lantern=black lantern=camping lantern=candle lantern=fanous=hurricane lamp=hurricane lantern=kerosene
    lamp=lit lantern=metal lantern=moroccan lantern=oil lantern=ramadan lantern=storm lantern
    """,
    "spheres": """
    basketball=basket ball, football=american football=rugby ball=soccer ball, tennis ball=bright yellow
    tennis ball=yellow tennis ball
    """,
    "books": "laptop=laptop computer=macbook=notebook computer=open laptop",
    "strawberries": "blackberry=bowl of blackberries=fresh blackberry=ripe blackberry",
    "christmas": """
    candy cane=candy stick=peppermint candy=peppermint stick, gingerbread=gingerbread
    biscuit=gingerbread cookie=gingerbread house=gingerbread man=gingerbread men=gingerbread star,
    poinsettia=christmas star flower
    """,
    "autumn": """
    acorn=acorn cup=oak acorn, chestnuts=conker=horse chestnut=sweet chestnut, mushroom=button
    mushroom=champignon=fungi=porcini=toadstool
    """,
    "pampas": "cotton bolls=cotton boll=cotton branch=cotton flower=cotton plant=cotton stem=cotton twig",
    "blocks": """
    columns=column=columnar=corinthian=doric=greek column=pillar=roman column, toy bricks=building
    block=jenga=lego=lego bricks=tetris=toy block=wooden building block=wooden toy block
    """,
    "shells": "starfish=sea star=star fish",
    "dried flowers": """
    wheat=barley ear=ear of barley=ear of grain=ear of wheat=grain ear=sheaf of wheat=sheaves=wheat
    ear=wheat sheaf=wheat spike=wheat stalk=wheat stem
    """,
    "": """
    chilli=chilies=chili=chili pepper=chillies=chilli pepper=fresh chilli=hot pepper=red chili=red chili
    pepper=red chilli=red chilli pepper=red hot chili pepper, dumbbell=dumb bell=free weight=gym weight=hand
    weight=hex dumbbell=pair of dumbbells=set of dumbbells, garlic=bulb of garlic=bulbs of garlic=clove of
    garlic=cloves of garlic=garlic bulb=garlic clove=garlic head=head of garlic=heads of garlic, pearls=loose
    pearls=pearl bead=pearl strand=pearl string=strand of pearls=strands of pearls=string of pearls=strings of
    pearls, glass of wine=glass of red wine=glasses of red wine=glasses of wine=red wine glass, matcha=bamboo
    whisk=bowl of matcha=matcha bowl=matcha tea=matcha whisk, notebook=closed notebook=notebook
    and pen=notebook with a pen, soap bars=bar of soap=bars of soap=handmade soap bar=natural soap bar,
    straw hat=straw sun hat, tea=cup of tea=green tea cup=pot of tea=tea pot=tea set=teacup=teapot,
    makeup brushes=loose makeup brush=scattered makeup brush, sunglasses=folded sunglasses=pair of
    sunglasses, swatch=cream smear=cream swatch=dollop of cream=lipstick smear=lipstick
    swatch=smear=smear of cream=swirl of cream
    """,
}
#: the same of fruit, which is cut as well
_FRUIT = """
    banana=banana bunch=banana slice=bunch of bananas=ripe banana, cherries=bing cherry=bowl of
    cherries=cherries bowl=cherry fruits=fresh cherries=red cherries=sour cherry, cucumber, fig=fresh
    fig=ripe fig, kiwi=kiwifruit, mango=ripe mango, papaya, pear=conference pear=pear half=pear
    halves=ripe pear, pineapple, pomegranate=pomegranate half=pomegranate seeds, watermelon=watermelon
    slice=watermelon wedge
"""

ALONE: dict[str, Concept] = {
    **{
        name: concept("prop", words, near)
        for near, all_ in _THINGS.items()
        for name, words in each_of(all_).items()
    },
    **{
        name: concept("prop", words, "citrus", {name: CUTS, CUTS_OF: name})
        for name, words in each_of(_FRUIT).items()
    },
}
