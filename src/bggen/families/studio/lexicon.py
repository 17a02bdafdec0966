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
    "whitewashed wood": _c("surface", "bleached wood, pickled wood, shabby chic wood, distressed white wood, whitewashed wood, white wood, white wooden, limewashed, painted white wood", "light oak, wood"),
    "rustic wood": _c("surface", "chopping board, cutting board, workbench, rough sawn wood, barnwood, crate, wooden crate, pallet, log, logs, tree stump, stump, tree trunk, rustic wood, rustic wooden, reclaimed wood, old wood, farmhouse table, barn wood, rustic oak, rustic, "
                      "butcher block", "weathered wood, oak, wood"),
    "weathered wood": _c("surface", "greyed wood, sun bleached wood, jetty, dock, pier, boardwalk, decking, weathered grey wood, weathered wood, driftwood, grey wood, gray wood, aged wood", "rustic wood, wood"),
    "light oak": _c("surface", "plywood, bleached oak, natural wood, white oak, beechwood, birchwood, lime wood, light oak wood, light oak, light wood, pale wood, blonde wood, scandinavian wood, birch, ash wood, maple, "
                    "beech", "oak, pine, wood"),
    "dark wood": _c("surface", "smoked oak, stained wood, black wood, charred wood, rosewood table, antique wood, dark wood, dark wooden, ebony, wenge, espresso wood, mahogany, rosewood, dark oak", "walnut, wood"),
    "walnut": _c("surface", "acacia, cedar, hickory, sapele, iroko, walnut wood, walnut, teak", "dark wood, cherry, wood"),
    "cherry": _c("surface", "alder, redwood, cherry wood, cherrywood", "walnut, wood"),
    "pine": _c("surface", "pine wood, pine table, pine, spruce", "light oak, wood"),
    "bamboo": _c("surface", "bamboo", "light oak, pine, wood"),
    "oak": _c("surface", "elm, chestnut wood, herringbone, floorboards, floorboard, hardwood floor, laminate, veneer, butcherblock, oak wood, oak, hardwood, parquet", "light oak, walnut, wood"),
    "wood": _c("surface", "lumber, woodgrain, wood grain, woody, wood, wooden, timber, planks, boards, plank, board", "oak, walnut, light oak, pine"),
    "gold marble": _c("surface", "black marble with gold veins, gold veined marble", "black marble, marble"),
    "black marble": _c("surface", "black marble, dark marble, nero marquina", "gold marble, mirror, slate, marble"),
    "green marble": _c("surface", "green marble, emerald marble", "marble"),
    "pink marble": _c("surface", "pink marble, rose marble", "marble"),
    "beige marble": _c("surface", "beige marble, cream marble", "travertine, marble"),
    "travertine": _c("surface", "limestone slab, tufa, jerusalem stone, travertine stone, travertine, limestone, sandstone", "beige marble, stone"),
    "marble": _c("surface", "calacatta, statuario, marble slab, quartz, quartzite, carrera, alabaster, onyx, marble counter, marbled stone, corian, white marble, carrara, marble, quartz counter, marbled", "beige marble, stone"),
    "terrazzo": _c("surface", "terrazzo", "marble, concrete"),
    "slate": _c("surface", "schist, lava stone, volcanic rock, volcanic stone, bluestone, shale, dark slate stone, black slate, dark slate, slate, dark stone, basalt, black stone", "dark concrete, rock, stone"),
    "rock": _c("surface", "rock, rocks, boulder, cliff, rocky", "slate, stone"),
    "stone": _c("surface", "flagstone, flagstones, pebbled, cobbles, cobbled, paver, pavers, pavement, rubble, sandblasted stone, masonry, gravel, river rock, stone, granite, stony, cobblestone, paving", "travertine, slate, concrete"),
    "dark concrete": _c("surface", "dark concrete, black concrete, dark grey concrete", "slate, concrete"),
    "concrete": _c("surface", "screed, polished concrete, raw concrete, cast concrete, plastered floor, cement board, grey render, light concrete, concrete, cement, microcement, industrial floor", "dark concrete, plaster, stone"),
    "tiles": _c("surface", "porcelain, terracotta tiles, checkerboard, chequered, tiling, backsplash, splashback, hexagon tile, ceramic, ceramics, ceramic tiles, ceramic tile, zellige, subway tile, tiles, tile, tiled, mosaic", "concrete"),
    "linen": _c("surface", "muslin, denim, jeans, blanket, bedsheet, bedspread, duvet, quilt, throw, towel, tea towel, flax, hessian, jute, wool, woollen, woolen, knit, knitted, felt, tweed, flannel, gauze, cheesecloth, tablecloths, napkin, rug, carpet, mat, cushion, bedcover, gingham, sackcloth, linen, cotton, canvas, burlap, tablecloth, cloth, fabric, textile, bed sheet, bedding", "drape, velvet"),
    "drape": _c("surface", "chiffon, taffeta, organza, tulle, draped satin, draped silk, satin, silk, draped", "linen, velvet"),
    "velvet": _c("surface", "corduroy, chenille, velour, fleece, fur, faux fur, sheepskin, velvet, suede, plush", "linen"),
    "leather": _c("surface", "cowhide, leatherette, nubuck, saddle leather, faux leather, leather", "velvet"),
    "sand": _c("surface", "sandbank, shoreline, sahara, sandbox, desert dunes, dunes, beachfront, beach sand, sandy, sand, dune, desert", "travertine"),
    "soil": _c("surface", "mud, compost, peat, ground soil, soil, earth, dirt", "moss"),
    "moss": _c("surface", "lichen, peat moss, woodland floor, mossed, moss, mossy, forest floor", "grass"),
    "grass": _c("surface", "turf, astroturf, artificial grass, sod, clover, garden lawn, grass, lawn, meadow", "moss"),
    "snow": _c("surface", "glacier, snowfield, snowdrift, powder snow, snowfall, ice rink, frozen, arctic, iceberg, snowflakes, snow, snowy, winter, ice, icy, frost, frosty", "marble"),
    "water": _c("surface", "pond, puddle, stream, river, brook, waves, wave, fountain, splash, lagoon, shallow pool, swimming pool, rain, rippling water, water, pool, wet, sea surface, ripples", "mirror"),
    "metal": _c("surface", "chrome, chromed, tin, zinc, iron, brass, bronze, silver plate, sheet metal, galvanised, titanium, nickel, brushed steel, stainless steel, brushed metal, aluminium, aluminum, copper, steel, metal, metallic", "mirror"),
    "cork": _c("surface", "corkboard, cork", "wood"),
    "mirror": _c("surface", "looking lacquer, lacquered, perspex, plexi, glass, piano black, patent, shiny, mirror, reflective, glossy, acrylic, plexiglass, gloss, polished, glass table", "metal, marble"),
    "seamless": _c("surface", "paper roll, colorama, studio sweep, infinity wall, clean studio, single colour, cove, seamless, paper backdrop, infinity cove, cyclorama, sweep, studio backdrop, plain background, solid colour, "
                   "solid color, plain, packshot, clean background", ""),
    # backdrops and places
    "window light": _c("light", "window shadow, window light, window frame, by the window, near a window, window", "blinds"),
    "brick": _c("backdrop", "bricks, brickwork, stone wall, brick wall, brick, exposed brick", "plaster"),
    "plaster": _c("backdrop", "mud wall, adobe, textured plaster, render, roughcast, gypsum, tadelakt, venetian, plaster, stucco, limewash, textured wall, clay wall, venetian plaster", "concrete"),
    "curtain": _c("backdrop", "voile, net curtain, sheer fabric, fabric backdrop, velvet curtain, blind curtain, pleated fabric, curtain, drapes, drapery", "plaster"),
    "hanging leaves": _c("backdrop", "hedge, leaf wall, vine, creepers, foliage wall, plant wall, living wall, bush, bushes, hanging leaves, leafy wall, ivy, green wall, jungle, vines", "plant, tropical"),
    "arch": _c("backdrop", "arch, archway, arches, niche, alcove", ""),
    "disc": _c("backdrop", "disc, disk, circle, sun disc", "arch"),
    "steps": _c("backdrop", "steps, stairs, staircase", "arch"),
    "glow": _c("backdrop", "glow, halo, backlit wall", ""),
    "kitchen": _c("place", "cookhouse, pantry, countertop kitchen, kitchen island, dining table, dinner table, kitchen", "interior"),
    "workshop": _c("place", "atelier, studio loft, barn, shed, garage floor, forge, workroom, workshop, garage, factory, warehouse, industrial, loft", "concrete"),
    "interior": _c("place", "lounge, den, study, library, sitting room, dining room, hallway, lobby, bistro, boutique, salon, nursery, guest room, apartment, flat interior, house, cabin, chalet, cottage, hotel, mansion, fireplace, hearth, sofa, armchair, restaurant table, living room, cosy room, cozy room, interior, indoors, room, home, bedroom, bathroom, spa, cafe, coffee shop, "
                   "restaurant, office, bar", "kitchen"),
    "forest": _c("place", "grove, thicket, copse, pines, pine trees, birches, orchard, treetops, forest, woodland, woods, trees, rainforest", "garden, moss"),
    "garden": _c("place", "meadow backdrop, countryside, greenhouse, conservatory, vineyard, farm, farmland, pasture, allotment, yard, campsite, camping, prairie, wheat field, lavender field, balcony, veranda, porch, pergola, garden, park, courtyard, outdoor, outdoors, nature, field, backyard, patio, terrace, picnic", "forest, grass"),
    "mountains": _c("place", "valley, hillside, canyon, summit, peaks, highlands, cliffs, fells, mountains, mountain, hills, alps, alpine, landscape", "garden"),
    "beach": _c("place", "riviera, bay, cove beach, harbour, harbor, marina, pier view, coastline, surf, island, lakeside, riverside, poolside, beach, seaside, ocean, sea, coast, shore, waterfront, lake, tropical island", "sand, sky"),
    "city": _c("place", "town, metropolis, high street, alley, alleyway, avenue, boulevard, skyscrapers, skyscraper, high rise, towers, manhattan, piazza, market, shopfront, storefront, pavement cafe, buildings, city, street, urban, skyline, downtown, plaza, rooftop", "concrete"),
    "sky": _c("place", "heaven, horizon, cloudscape, blue skies, cumulus, sky, clouds, cloudy", "mountains"),
    "night": _c("place", "after dark, nighttime, night time, starry, stars, starlight, nocturnal, late evening, night, midnight, moonlit, moonlight, evening", "bokeh"),
    # light and mood
    "hard light": _c("light", "glare, spotlight, spot light, flash, direct light, midday sun, blazing sun, sun rays, sunbeam, sunbeams, crisp light, bright sunshine, contrasty, hard sunlight, hard light, direct sun, harsh light, strong shadow, hard shadow, crisp shadow, sunny, sunlight, "
                     "sunlit, sunshine, bright sun, sun", ""),
    "soft light": _c("light", "diffuse light, cloudy light, north light, umbrella light, window diffused, gentle daylight, beauty dish, softened, soft daylight, soft light, diffused, diffuse, softbox, even light, gentle light, overcast, soft shadow, soft", ""),
    "blinds": _c("light", "shutters, shutter, slats, jalousie, louvre, louvres, window blind, venetian blind, blinds, blind shadow, striped shadow", "window light"),
    "leaf shadows": _c("light", "shadow of leaves, foliage shadow, tree shadow, branch shadow, palm frond shadow, botanical shadows, fern shadow, leaf shadow, palm shadow, dappled light, dappled, plant shadow, botanical shadow", "window light"),
    "sunset": _c("mood", "evening sun, late sun, last light, magic hour, sundown, evening glow, daybreak, morning glow, low sun, afterglow, golden hour, sunset, sunrise, dusk, dawn", "warm"),
    "warm": _c("mood", "toasty, homely, snug, glowing, amber light, sunlit warm, hygge, fireside, mellow, golden, warm, cosy, cozy, autumnal, honey, amber, candlelit", "sunset"),
    "cool": _c("mood", "chilly, wintry, steel blue light, cool toned, refreshing, cold light, crisp morning, cool, cold, fresh, crisp, icy blue", ""),
    "moody": _c("mood", "gloomy, sombre, somber, shadowy, brooding, dusky, chiaroscuro, low light, dimly lit, dark and moody, film noir, gothic, melancholic, moody, dark, low key, dramatic, mysterious, noir, dim", ""),
    "luxury": _c("mood", "upscale, high end, opulent, lavish, sophisticated, exclusive, glamorous, glam, deluxe, luxury, luxurious, premium, elegant", "moody"),
    "neon": _c("mood", "synthwave, retrowave, disco, uv light, blacklight, blade runner, rgb light, laser, club lights, electric glow, neon, cyberpunk, vaporwave, nightclub, led light", "moody"),
    "bright": _c("mood", "luminous, radiant, well lit, sun filled, sun drenched, brilliant, light filled, white light, bright, airy, high key, light and airy, daylight, clean, fresh morning, morning", ""),
    "natural": _c("mood", "eco, earthy, rustic natural, unretouched, natural, organic", ""),
    # views
    "top-down": _c("view", "bird eye, top view, from the top, from overhead, seen from above, shot from above, aerial, flat laid, tabletop from above, straight down, top down, flat lay, flatlay, overhead, from above view, bird's eye, birds eye, knolling", ""),
    "high angle": _c("view", "from slightly above, 45 degrees, 45 degree, three quarters, elevated angle, raised angle, high angle, three quarter view", ""),
    "eye level": _c("view", "head on, frontal, at table height, table level, straight ahead, eye level, straight on, front view, low angle", ""),
    # props
    "christmas": _c("prop", "advent, christmas tree, fir branches, fir, tinsel, garland, mistletoe, holly, santa, yule, winter holiday, christmas, xmas, baubles, bauble, fairy lights, ornaments, festive, holiday, noel", "gift"),
    "gift": _c("prop", "parcel, parcels, package, packages, wrapped box, wrapped boxes, giftwrap, gift wrap, hamper, mother's day, anniversary, gift boxes, gift box, gifts, gift, presents, present, ribbon, birthday, valentine", ""),
    "pumpkin": _c("prop", "gourd, gourds, squash, jack o lantern, pumpkins, pumpkin, halloween", "autumn"),
    "autumn": _c("prop", "maple leaves, fallen leaves, harvest, october, november, acorns, autumn leaves, autumn, fall leaves, thanksgiving", "pumpkin"),
    "flowers": _c("prop", "peony, peonies, bloom, blooms, dahlia, dahlias, orchid, orchids, lily, lilies, hydrangea, carnation, sunflower, sunflowers, cherry blossom, posy, flower arrangement, florals, poppies, anemone, ranunculus, magnolia, camellia, daffodil, chrysanthemum, flowers, flower, floral, daisies, roses, rose, tulips, bouquet, blossom, blossoms, spring, lavender flower, "
                  "wildflowers", "petals, plant"),
    "petals": _c("prop", "rose petals, scattered petals, flower petals, petals, petal, confetti", "flowers"),
    "citrus": _c("prop", "grapefruit, orange slices, lemon slices, mandarin, clementine, berry, strawberries, cherries, figs, peaches, pears, pomegranate, grapes, apple, lemons, lemon, oranges, citrus, limes, lime, fruit, fruits, summer, apples, berries", ""),
    "candles": _c("prop", "tealight, tealights, candlestick, candlesticks, taper, tapers, lantern, lanterns, votive, votives, pillar candle, candles, candle, candlelight, romantic", ""),
    "books": _c("prop", "novel, novels, paperback, paperbacks, hardcover, hardback, hardbacks, magazine, magazines, tome, tomes, bookshelf, stack of books, books, book", ""),
    "pebbles": _c("prop", "stones, small stones, rocks zen, balanced stones, gravel garden, pebbles, pebble, zen, smooth stones, river stones", "rock"),
    "eucalyptus": _c("prop", "olive branch, olive branches, silver dollar leaves, sprigs, sprig, eucalyptus, eucalyptus branch, sage leaves", "plant"),
    "pampas": _c("prop", "dried bouquet, wheat stalks, wheat, dried stems, bunny tails, reeds, pampas, dried grass, dried flowers, boho, bohemian", "plant"),
    "tropical": _c("prop", "banana leaf, banana leaves, palm frond, palm fronds, exotic leaves, tropical leaves, palm leaves, palm leaf, palm, monstera, tropical", "plant"),
    "plant": _c("prop", "potted plant, houseplant, house plant, succulent, succulents, cactus, rosemary, basil, mint leaves, twig, twigs, branches, branch, stems, green leaves, leaves, leaf, plant, plants, greenery, botanical, foliage, herbs, fern, vase", "eucalyptus, tropical"),
    "spheres": _c("prop", "orb, orbs, globes, bubbles, spheres, sphere, balls, geometric, abstract shapes", "blocks"),
    "blocks": _c("prop", "bricks geometric, geometric blocks, geometric shapes, prisms, blocks, cubes", "spheres"),
    "bokeh": _c("look", "soft focus, dreamy blur, blur, blurred, hazy background, blurry, bokeh, out of focus, blurred background, shallow depth of field, blurry background, defocused", ""),
    "round podium": _c("look", "round podium, circular podium, cylindrical podium, cylinder podium, round pedestal, round plinth, "
                       "round stand", "stepped podium, podium"),
    "square podium": _c("look", "square podium, cubic podium, cube podium, block podium, square pedestal, square plinth", "podium"),
    "stepped podium": _c("look", "stepped podium, tiered podium, two tier podium, stepped pedestal", "round podium, podium"),
    "podium": _c("look", "platform, stage, dais, display block, display podium, podium, pedestal, plinth, riser, display stand", "round podium, square podium, stepped podium"),
    "minimal": _c("look", "pared back, uncluttered, understated, plain and simple, stark, bare, minimalist, minimal, simple, scandinavian, nordic, modern, japandi, zen style", "seamless"),
}  # fmt: skip

LIGHT_SIDES: dict[str, str] = {
    "left": r"\b(?:light|lit|sun|sunlight|shine|shadows?|window|from|left)[a-z ]{0,24}\bleft\b|\bleft\b[a-z ]{0,12}\blight\b",
    "right": r"\b(?:light|lit|sun|sunlight|shine|window|from)[a-z ]{0,24}\bright\b(?! now)|\bright side light\b",
    "behind": r"\b(?:light|lit|sun|from)[a-z ]{0,16}\bbehind\b|\bback ?lit\b|\bback ?light(?:ing)?\b|\brim light\b",
    "above": r"\b(?:light|lit|sun)[a-z ]{0,16}\babove\b|\boverhead light\b|\btop light\b|\bnoon\b",
    "front": r"\b(?:light|lit|sun)[a-z ]{0,16}\bfront\b|\bfront light\b|\bring light\b",
}


def _said(words: str, *rgb: int) -> tuple[tuple[str, ...], tuple[int, int, int]]:
    """`words` with commas; more of them may hold one another, the longest that fits counts."""
    red, green, blue = rgb
    return tuple(word.strip() for word in words.split(",")), (red, green, blue)


#: colour -> (what people say, sRGB 0..255)
COLOURS: dict[str, tuple[tuple[str, ...], tuple[int, int, int]]] = {
    "off-white": _said("off white, eggshell, ivory", 236, 230, 219),
    "blush pink": _said("rose gold, ballet pink, blush pink, dusty pink, dusty rose, rose pink, blush, nude", 238, 196, 190),
    "pastel pink": _said("bubblegum, candy pink, rosy, salmon pink, pastel pink, baby pink, light pink, pale pink, pink", 246, 180, 195),
    "hot pink": _said("neon pink, cerise, shocking pink, barbie pink, hot pink, magenta, fuchsia", 226, 60, 130),
    "pastel blue": _said("ice blue, duck egg, duck egg blue, cornflower, periwinkle blue, pastel blue, baby blue, light blue, pale blue, powder blue", 176, 206, 232),
    "sky blue": _said("azure, cerulean, sky blue", 150, 200, 236),
    "navy blue": _said("ink blue, prussian blue, oxford blue, navy blue, dark blue, midnight blue, navy, indigo", 24, 36, 74),
    "royal blue": _said("sapphire, ultramarine, electric blue, lapis, klein blue, denim blue, bright blue, royal blue, cobalt blue, cobalt, blue", 40, 74, 170),
    "turquoise": _said("aquamarine, tiffany blue, turquoise, aqua, cyan", 72, 190, 190),
    "teal": _said("peacock, deep sea, teal, petrol", 28, 120, 124),
    "sage green": _said("eucalyptus green, celadon, grey green, pistachio, sage green, sage, pale green", 166, 182, 150),
    "mint green": _said("aqua green, mint green, mint, pastel green, light green, seafoam", 178, 222, 200),
    "olive green": _said("moss green, army green, olive green, olive, khaki", 112, 116, 58),
    "forest green": _said("pine green, racing green, deep green, forest green, dark green, bottle green, hunter green", 32, 68, 44),
    "emerald green": _said("jade, kelly green, malachite, bright green, jewel green, lime green, emerald green, emerald, green", 24, 110, 78),
    "pastel yellow": _said("lemon yellow, primrose, buttercream, pastel yellow, pale yellow, light yellow, butter yellow", 250, 232, 160),
    "mustard yellow": _said("saffron, turmeric, honey yellow, dijon, mustard yellow, mustard, ochre, gold background", 214, 166, 48),
    "yellow": _said("canary, sunflower yellow, sunny yellow, bright yellow, lemon coloured, yellow", 248, 210, 70),
    "peach": _said("peach, apricot, salmon", 250, 200, 168),
    "coral": _said("salmon red, flamingo, coral", 240, 120, 98),
    "terracotta": _said("brick red, sienna, copper coloured, terracotta, clay, rust, burnt orange", 190, 100, 68),
    "orange": _said("pumpkin orange, mandarin orange, amber orange, persimmon, apricot orange, orange, tangerine", 236, 130, 40),
    "burgundy": _said("oxblood, claret, merlot, garnet, deep red, burgundy, maroon, wine red, dark red, bordeaux", 98, 20, 36),
    "red": _said("ruby, cherry red, vermilion, poppy red, fire engine red, ferrari red, blood red, cardinal, red, crimson, scarlet", 186, 32, 36),
    "lavender": _said("mauve, wisteria, lavender, lilac, pastel purple, light purple, periwinkle", 196, 182, 224),
    "purple": _said("amethyst, eggplant, magenta purple, mulberry, royal purple, indigo purple, purple, violet, plum, aubergine", 108, 58, 140),
    "chocolate brown": _said("espresso, dark chocolate, mahogany brown, chocolate brown, dark brown, chocolate, coffee brown", 62, 38, 26),
    "brown": _said("chestnut, toffee, umber, walnut brown, cinnamon brown, tobacco, nut brown, bronze brown, brown, caramel, mocha", 104, 66, 40),
    "cream": _said("ecru, bone, cream, creamy, vanilla", 240, 226, 200),
    "beige": _said("sandy beige, khaki beige, fawn, buff, stone coloured, latte, linen coloured, nougat, greige, beige, taupe, oatmeal, neutral, tan, camel", 214, 193, 162),
    "charcoal": _said("slate grey, slate gray, gunmetal, lead grey, charcoal, dark grey, dark gray, anthracite, graphite", 58, 60, 64),
    "light grey": _said("pearl grey, dove grey, ash grey, platinum, light grey, light gray, pale grey, pale gray, silver", 200, 201, 203),
    "grey": _said("pewter, steel grey, cement grey, elephant grey, stone grey, mid grey, grey, gray", 140, 142, 145),
    "black": _said("ebony black, onyx black, ink black, pitch black, black, jet black", 30, 30, 32),
    "white": _said("snow white, ivory white, bright white, chalk white, white, pure white", 245, 245, 243),
}  # fmt: skip

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
