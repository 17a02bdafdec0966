"""The words the studio model knows: concepts with their synonyms, colours with their albedo."""

from __future__ import annotations

from typing import NamedTuple


class Concept(NamedTuple):
    """One thing a scene can have. `words`: longest first; `near`: what serves where it is missing."""

    kind: str  # surface, backdrop, mood, light, view, prop, place, look
    words: tuple[str, ...]
    near: tuple[str, ...] = ()


def _c(kind: str, words: str, near: str = "") -> Concept:
    split = sorted((w.strip() for w in words.split(",")), key=len, reverse=True)
    return Concept(kind, tuple(split), tuple(n.strip() for n in near.split(",") if n.strip()))


#: Order matters where one phrase holds another: the narrower concept stands first.
CONCEPTS: dict[str, Concept] = {
    # surfaces
    "whitewashed wood": _c("surface", "whitewashed wood, white wood, white wooden, limewashed, painted white wood", "light oak, wood"),
    "rustic wood": _c("surface", "rustic wood, rustic wooden, reclaimed wood, old wood, farmhouse table, barn wood, rustic oak, rustic, "
                      "butcher block", "weathered wood, oak, wood"),
    "weathered wood": _c("surface", "weathered grey wood, weathered wood, driftwood, grey wood, gray wood, aged wood", "rustic wood, wood"),
    "light oak": _c("surface", "light oak wood, light oak, light wood, pale wood, blonde wood, scandinavian wood, birch, ash wood, maple, "
                    "beech", "oak, pine, wood"),
    "dark wood": _c("surface", "dark wood, dark wooden, ebony, wenge, espresso wood, mahogany, rosewood, dark oak", "walnut, wood"),
    "walnut": _c("surface", "walnut wood, walnut, teak", "dark wood, cherry, wood"),
    "cherry": _c("surface", "cherry wood, cherrywood", "walnut, wood"),
    "pine": _c("surface", "pine wood, pine table, pine, spruce", "light oak, wood"),
    "bamboo": _c("surface", "bamboo", "light oak, pine, wood"),
    "oak": _c("surface", "oak wood, oak, hardwood, parquet", "light oak, walnut, wood"),
    "wood": _c("surface", "wood, wooden, timber, planks, boards, plank, board", "oak, walnut, light oak, pine"),
    "gold marble": _c("surface", "black marble with gold veins, gold veined marble", "black marble, marble"),
    "black marble": _c("surface", "black marble, dark marble, nero marquina", "gold marble, mirror, slate, marble"),
    "green marble": _c("surface", "green marble, emerald marble", "marble"),
    "pink marble": _c("surface", "pink marble, rose marble", "marble"),
    "beige marble": _c("surface", "beige marble, cream marble", "travertine, marble"),
    "travertine": _c("surface", "travertine stone, travertine, limestone, sandstone", "beige marble, stone"),
    "marble": _c("surface", "white marble, carrara, marble, quartz counter, marbled", "beige marble, stone"),
    "terrazzo": _c("surface", "terrazzo", "marble, concrete"),
    "slate": _c("surface", "dark slate stone, black slate, dark slate, slate, dark stone, basalt, black stone", "dark concrete, rock, stone"),
    "rock": _c("surface", "rock, rocks, boulder, cliff, rocky", "slate, stone"),
    "stone": _c("surface", "stone, granite, stony, cobblestone, paving", "travertine, slate, concrete"),
    "dark concrete": _c("surface", "dark concrete, black concrete, dark grey concrete", "slate, concrete"),
    "concrete": _c("surface", "light concrete, concrete, cement, microcement, industrial floor", "dark concrete, plaster, stone"),
    "tiles": _c("surface", "ceramic tiles, ceramic tile, zellige, subway tile, tiles, tile, tiled, mosaic", "concrete"),
    "linen": _c("surface", "linen, cotton, canvas, burlap, tablecloth, cloth, fabric, textile, bed sheet, bedding", "drape, velvet"),
    "drape": _c("surface", "draped satin, draped silk, satin, silk, draped", "linen, velvet"),
    "velvet": _c("surface", "velvet, suede, plush", "linen"),
    "leather": _c("surface", "leather", "velvet"),
    "sand": _c("surface", "beach sand, sandy, sand, dune, desert", "travertine"),
    "soil": _c("surface", "soil, earth, dirt", "moss"),
    "moss": _c("surface", "moss, mossy, forest floor", "grass"),
    "grass": _c("surface", "grass, lawn, meadow", "moss"),
    "snow": _c("surface", "snow, snowy, winter, ice, icy, frost, frosty", "marble"),
    "water": _c("surface", "rippling water, water, pool, wet, sea surface, ripples", "mirror"),
    "metal": _c("surface", "brushed steel, stainless steel, brushed metal, aluminium, aluminum, copper, steel, metal, metallic", "mirror"),
    "cork": _c("surface", "cork", "wood"),
    "mirror": _c("surface", "mirror, reflective, glossy, acrylic, plexiglass, gloss, polished, glass table", "metal, marble"),
    "seamless": _c("surface", "seamless, paper backdrop, infinity cove, cyclorama, sweep, studio backdrop, plain background, solid colour, "
                   "solid color, plain, packshot, clean background", ""),
    # backdrops and places
    "window light": _c("light", "window shadow, window light, window frame, by the window, near a window, window", "blinds"),
    "brick": _c("backdrop", "brick wall, brick, exposed brick", "plaster"),
    "plaster": _c("backdrop", "plaster, stucco, limewash, textured wall, clay wall, venetian plaster", "concrete"),
    "curtain": _c("backdrop", "curtain, drapes, drapery", "plaster"),
    "hanging leaves": _c("backdrop", "hanging leaves, leafy wall, ivy, green wall, jungle, vines", "plant, tropical"),
    "arch": _c("backdrop", "arch, archway, arches, niche, alcove", ""),
    "disc": _c("backdrop", "disc, disk, circle, sun disc", "arch"),
    "steps": _c("backdrop", "steps, stairs, staircase", "arch"),
    "glow": _c("backdrop", "glow, halo, backlit wall", ""),
    "kitchen": _c("place", "kitchen", "interior"),
    "workshop": _c("place", "workshop, garage, factory, warehouse, industrial, loft", "concrete"),
    "interior": _c("place", "living room, cosy room, cozy room, interior, indoors, room, home, bedroom, bathroom, spa, cafe, coffee shop, "
                   "restaurant, office, bar", "kitchen"),
    "forest": _c("place", "forest, woodland, woods, trees, rainforest", "garden, moss"),
    "garden": _c("place", "garden, park, courtyard, outdoor, outdoors, nature, field, backyard, patio, terrace, picnic", "forest, grass"),
    "mountains": _c("place", "mountains, mountain, hills, alps, alpine, landscape", "garden"),
    "beach": _c("place", "beach, seaside, ocean, sea, coast, shore, waterfront, lake, tropical island", "sand, sky"),
    "city": _c("place", "city, street, urban, skyline, downtown, plaza, rooftop", "concrete"),
    "sky": _c("place", "sky, clouds, cloudy", "mountains"),
    "night": _c("place", "night, midnight, moonlit, moonlight, evening", "bokeh"),
    # light and mood
    "hard light": _c("light", "hard sunlight, hard light, direct sun, harsh light, strong shadow, hard shadow, crisp shadow, sunny, sunlight, "
                     "sunlit, sunshine, bright sun, sun", ""),
    "soft light": _c("light", "soft daylight, soft light, diffused, diffuse, softbox, even light, gentle light, overcast, soft shadow, soft", ""),
    "blinds": _c("light", "window blind, venetian blind, blinds, blind shadow, striped shadow", "window light"),
    "leaf shadows": _c("light", "leaf shadow, palm shadow, dappled light, dappled, plant shadow, botanical shadow", "window light"),
    "sunset": _c("mood", "golden hour, sunset, sunrise, dusk, dawn", "warm"),
    "warm": _c("mood", "warm, cosy, cozy, autumnal, honey, amber, candlelit", "sunset"),
    "cool": _c("mood", "cool, cold, fresh, crisp, icy blue", ""),
    "moody": _c("mood", "moody, dark, low key, dramatic, mysterious, noir, dim", ""),
    "luxury": _c("mood", "luxury, luxurious, premium, elegant", "moody"),
    "neon": _c("mood", "neon, cyberpunk, vaporwave, nightclub, led light", "moody"),
    "bright": _c("mood", "bright, airy, high key, light and airy, daylight, clean, fresh morning, morning", ""),
    "natural": _c("mood", "natural, organic", ""),
    # views
    "top-down": _c("view", "top down, flat lay, flatlay, overhead, from above view, bird's eye, birds eye, knolling", ""),
    "high angle": _c("view", "high angle, three quarter view", ""),
    "eye level": _c("view", "eye level, straight on, front view, low angle", ""),
    # props
    "christmas": _c("prop", "christmas, xmas, baubles, bauble, fairy lights, ornaments, festive, holiday, noel", "gift"),
    "gift": _c("prop", "gift boxes, gift box, gifts, gift, presents, present, ribbon, birthday, valentine", ""),
    "pumpkin": _c("prop", "pumpkins, pumpkin, halloween", "autumn"),
    "autumn": _c("prop", "autumn leaves, autumn, fall leaves, thanksgiving", "pumpkin"),
    "flowers": _c("prop", "flowers, flower, floral, daisies, roses, rose, tulips, bouquet, blossom, blossoms, spring, lavender flower, "
                  "wildflowers", "petals, plant"),
    "petals": _c("prop", "petals, petal, confetti", "flowers"),
    "citrus": _c("prop", "lemons, lemon, oranges, citrus, limes, lime, fruit, fruits, summer, apples, berries", ""),
    "candles": _c("prop", "candles, candle, candlelight, romantic", ""),
    "books": _c("prop", "stack of books, books, book", ""),
    "pebbles": _c("prop", "pebbles, pebble, zen, smooth stones, river stones", "rock"),
    "eucalyptus": _c("prop", "eucalyptus, eucalyptus branch, sage leaves", "plant"),
    "pampas": _c("prop", "pampas, dried grass, dried flowers, boho, bohemian", "plant"),
    "tropical": _c("prop", "tropical leaves, palm leaves, palm leaf, palm, monstera, tropical", "plant"),
    "plant": _c("prop", "green leaves, leaves, leaf, plant, plants, greenery, botanical, foliage, herbs, fern, vase", "eucalyptus, tropical"),
    "spheres": _c("prop", "spheres, sphere, balls, geometric, abstract shapes", "blocks"),
    "blocks": _c("prop", "blocks, cubes", "spheres"),
    "bokeh": _c("look", "bokeh, out of focus, blurred background, shallow depth of field, blurry background, defocused", ""),
    "round podium": _c("look", "round podium, circular podium, cylindrical podium, cylinder podium, round pedestal, round plinth, "
                       "round stand", "stepped podium, podium"),
    "square podium": _c("look", "square podium, cubic podium, cube podium, block podium, square pedestal, square plinth", "podium"),
    "stepped podium": _c("look", "stepped podium, tiered podium, two tier podium, stepped pedestal", "round podium, podium"),
    "podium": _c("look", "podium, pedestal, plinth, riser, display stand", "round podium, square podium, stepped podium"),
    "minimal": _c("look", "minimalist, minimal, simple, scandinavian, nordic, modern, japandi, zen style", "seamless"),
}  # fmt: skip

LIGHT_SIDES: dict[str, str] = {
    "left": r"\b(?:light|lit|sun|sunlight|shine|shadows?|window|from|left)[a-z ]{0,24}\bleft\b|\bleft\b[a-z ]{0,12}\blight\b",
    "right": r"\b(?:light|lit|sun|sunlight|shine|window|from)[a-z ]{0,24}\bright\b(?! now)|\bright side light\b",
    "behind": r"\b(?:light|lit|sun|from)[a-z ]{0,16}\bbehind\b|\bback ?lit\b|\bback ?light(?:ing)?\b|\brim light\b",
    "above": r"\b(?:light|lit|sun)[a-z ]{0,16}\babove\b|\boverhead light\b|\btop light\b|\bnoon\b",
    "front": r"\b(?:light|lit|sun)[a-z ]{0,16}\bfront\b|\bfront light\b|\bring light\b",
}

#: colour -> (what people say, longest first; sRGB 0..255)
COLOURS: dict[str, tuple[tuple[str, ...], tuple[int, int, int]]] = {
    "off-white": (("off white", "eggshell", "ivory"), (236, 230, 219)),
    "blush pink": (("blush pink", "dusty pink", "dusty rose", "rose pink", "blush", "nude"), (238, 196, 190)),
    "pastel pink": (("pastel pink", "baby pink", "light pink", "pale pink", "pink"), (246, 180, 195)),
    "hot pink": (("hot pink", "magenta", "fuchsia"), (226, 60, 130)),
    "pastel blue": (("pastel blue", "baby blue", "light blue", "pale blue", "powder blue"), (176, 206, 232)),
    "sky blue": (("sky blue",), (150, 200, 236)),
    "navy blue": (("navy blue", "dark blue", "midnight blue", "navy", "indigo"), (24, 36, 74)),
    "royal blue": (("royal blue", "cobalt blue", "cobalt", "blue"), (40, 74, 170)),
    "turquoise": (("turquoise", "aqua", "cyan"), (72, 190, 190)),
    "teal": (("teal", "petrol"), (28, 120, 124)),
    "sage green": (("sage green", "sage", "pale green"), (166, 182, 150)),
    "mint green": (("mint green", "mint", "pastel green", "light green", "seafoam"), (178, 222, 200)),
    "olive green": (("olive green", "olive", "khaki"), (112, 116, 58)),
    "forest green": (("forest green", "dark green", "bottle green", "hunter green"), (32, 68, 44)),
    "emerald green": (("emerald green", "emerald", "green"), (24, 110, 78)),
    "pastel yellow": (("pastel yellow", "pale yellow", "light yellow", "butter yellow"), (250, 232, 160)),
    "mustard yellow": (("mustard yellow", "mustard", "ochre", "gold background"), (214, 166, 48)),
    "yellow": (("yellow",), (248, 210, 70)),
    "peach": (("peach", "apricot", "salmon"), (250, 200, 168)),
    "coral": (("coral",), (240, 120, 98)),
    "terracotta": (("terracotta", "clay", "rust", "burnt orange"), (190, 100, 68)),
    "orange": (("orange", "tangerine"), (236, 130, 40)),
    "burgundy": (("burgundy", "maroon", "wine red", "dark red", "bordeaux"), (98, 20, 36)),
    "red": (("red", "crimson", "scarlet"), (186, 32, 36)),
    "lavender": (("lavender", "lilac", "pastel purple", "light purple", "periwinkle"), (196, 182, 224)),
    "purple": (("purple", "violet", "plum", "aubergine"), (108, 58, 140)),
    "chocolate brown": (("chocolate brown", "dark brown", "chocolate", "coffee brown"), (62, 38, 26)),
    "brown": (("brown", "caramel", "mocha"), (104, 66, 40)),
    "cream": (("cream", "creamy", "vanilla"), (240, 226, 200)),
    "beige": (("beige", "taupe", "oatmeal", "neutral", "tan", "camel"), (214, 193, 162)),
    "charcoal": (("charcoal", "dark grey", "dark gray", "anthracite", "graphite"), (58, 60, 64)),
    "light grey": (("light grey", "light gray", "pale grey", "pale gray", "silver"), (200, 201, 203)),
    "grey": (("grey", "gray"), (140, 142, 145)),
    "black": (("black", "jet black"), (30, 30, 32)),
    "white": (("white", "pure white"), (245, 245, 243)),
}

#: Words that carry no scene: articles, photography talk, praise.
IGNORED: frozenset[str] = frozenset(
    """a an the of in on at by to from for and or with its it is are as into near next beside under over upon
    this that these those very some any my our your his her their one two few many style styled photo photograph
    photography picture image shot studio product products professional commercial advertising advertisement ad
    catalogue catalog ecommerce shop editorial high quality hd resolution detailed realistic photorealistic
    beautiful lovely nice perfect best stunning gorgeous sharp focus depth field shallow background backdrop
    scene setting set surface table tabletop floor wall counter countertop desk shelf worktop light lights
    lighting lit side left right behind front above below top bottom centre center standing placed sitting
    resting lying stands sits shadow shadows cast subtle slightly slight large small big little round square
    tall low long short lens camera mm up close closeup view angle bit hint touch look looking feel feeling
    atmosphere mood ambience ambient colour color coloured colored tone toned tones pastel dark light pale rich
    deep blurred out fine single plain texture textured material finish matte satin-like all around between
    against atop through day time inspired aesthetic vibe vibes concept layout space negative empty copy
    pure clear smooth good great display""".split()
)
