"""What else stands about the product, and looks of the whole picture."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

STANDS = (
    "base, display, display block, display stand, pedestal, platform, plinth, podium, riser, stage, stand"
)
BALLS = "ball, orb, sphere"

PROPS: dict[str, Concept] = {
    "red lanterns": concept(
        "prop",
        "chinese lantern, chinese lanterns, chinese new year, hanging lanterns, lanterns glowing, lunar new "
        "year, paper lantern, paper lanterns, red lantern, red lanterns, red paper lanterns, spring "
        "festival, year of the dragon",
        near="candles",
    ),
    "oil lamps": concept(
        "prop",
        "clay lamps, deepavali, deepawali, diwali, diwali diya, diwali lamp, diwali lights, diya, diya "
        "lamps, diyas, festival of lights, oil lamp, oil lamps",
        near="candles, marigolds",
    ),
    "champagne": concept(
        "prop",
        "champagne flute, champagne flutes, champagne glass, champagne glasses, flutes of champagne, glass "
        "of champagne, glasses of champagne, prosecco glasses, sparkling wine glasses",
        near="candles",
    ),
    "candles": concept(
        "prop",
        "altar candles, beeswax candles, burning candle, candelabra, candelabrum, candle, candle flame, "
        "candle lit, candleholder, candlelight, candlemas, candles, candlestick, candlesticks brass, "
        "chamberstick, church candles, date night, dinner candles, dripping candles, flickering candle, "
        "flickering candlelight, lighted candles, loy krathong, pillar candle, ritual, romance, romantic, "
        "romantic dinner, romantic evening, scented candle, seance, taper, tapered candles, tea candle, "
        "tealight, votive, wax candles, wick",
    ),
    "chocolate": concept(
        "prop",
        "broken chocolate, chocolate chunks, chocolate curls, chocolate piece, chocolate pieces, chocolate "
        "shavings, chocolate squares, chunks of chocolate, cocoa powder, pieces of chocolate",
        near="coffee beans",
    ),
    "coffee cup": concept(
        "prop",
        "a cup of coffee, cappuccino, coffee cup, coffee cups, coffee mug, cup and saucer, cup of "
        "cappuccino, cup of coffee, cup of espresso, cup of latte, espresso cup, latte art, mug "
        "of coffee, steaming coffee",
        near="coffee beans",
    ),
    "coffee beans": concept(
        "prop",
        "arabica beans, coffee bean, espresso beans, roast coffee, roasted beans, roasted coffee",
    ),
    "towels": concept(
        "prop",
        "bath towels, fluffy towels, folded towels, fresh towels, hotel towels, pile of towels, rolled "
        "towels, rolled up towels, spa towels, stack of towels, stacked towels, towel rolls, towels, "
        "white towels",
    ),
    "books": concept(
        "prop",
        "antique book, art book, atlas, back to school, bible, book, book pages, bookish, booklover, books, "
        "bookworm, closed book, coffee table book, comic books, comics, cookbook, diary, encyclopedia, "
        "folio, hardback, hardcover, journals, leather books, leather bound books, leatherbound books, "
        "library books, literature, magazine, manuscript, novel, novel pages, open book, "
        "paperback, reading corner, reading material, reading nook, recipe book, sketchbook, textbook, "
        "tome, vintage book, world book day",
    ),
    "shells": concept(
        "prop",
        "beach shells, clam shells, conch, cowrie, mussel shells, scallop shell, sea shells, seashell, "
        "shell, starfish and shells",
        near="beach, pebbles",
    ),
    "ice": concept(
        "prop",
        "block of ice, blocks of ice, chilled with ice, crushed ice, cubes of ice, ice, ice block, ice "
        "cubes, melting ice, on ice",
        near="snow, water",
    ),
    "stacked stones": concept(
        "prop",
        "balanced rocks, balanced stones, balancing rocks, balancing stones, cairn, hot stones, massage "
        "stones, rocks zen, spa stones, stack of stones, stacked rocks, stacked stones, zen, zen garden "
        "stones, zen rocks, zen spa, zen stone, zen stones",
        near="pebbles, candles",
    ),
    "pebbles": concept(
        "prop",
        "aquarium gravel, basalt stones, beach pebble, beach stone, black pebble, decorative pebble, flat "
        "pebble, flat stone stack, flat stones, garden pebble, grey pebble, hot stone, inukshuk, lake "
        "stones, lava stones, little rocks, natural pebble, pebble, pebbles, pebblestone, river boulders, "
        "river pebble, river rocks, river stone, riverstones, round stone, sea pebble, sea stone, small "
        "rock, smooth stone, spa pebble, spa stone, stone pile, stone stack, stones, stones and moss, "
        "stones stacked, tumble stones, white pebble",
        near="gravel, rock",
    ),
    "eucalyptus": concept(
        "prop",
        "baby blue eucalyptus, bay leaf, blue gum, branch of eucalyptus, branches of eucalyptus, dried "
        "eucalyptus, dried sprigs, dusty miller, eucalyptus, eucalyptus bouquet, eucalyptus branch, "
        "eucalyptus foliage, eucalyptus garland, eucalyptus greenery, eucalyptus leaf, eucalyptus stem, "
        "eucalyptus twig, eucalyptus wreath, greenery sprigs, gum leaf, gumnut, laurel, laurel leaves, "
        "laurel wreath, myrtle, ruscus, sage bunch, sage bundle, sage leaf, sage sprig, salal, seeded "
        "eucalyptus, silver dollar eucalyptus, silver dollar leaves, sprig, sprig of sage, sprigs of "
        "greenery, tea tree, tea tree leaves, willow leaves",
        near="plant",
    ),
    "feathers": concept(
        "prop",
        "down feathers, feather, feathers, floating feathers, ostrich feather, plumes, soft feathers, swan "
        "feathers, white feathers",
        near="pampas",
    ),
    "pampas": concept(
        "prop",
        "bohemian, bohemian chic, boho, boho chic, bulrush, cattail, cortaderia, dried botanical, dried "
        "branch, dried grass, dried palm, dried palm fan, dried palm leaf, dried pampas, dried pampas "
        "grass, dried plant, dried reed, dried stem, dried twigs, dry branches, dry grasses, dry pampas, "
        "dry twigs, feather grass, feathery grass, fluffy grass, fluffy reeds, gypset, hippie, hippy, "
        "macrame decor, ornamental grass stems, ornamental grasses, palm spear, pampas, pampas bouquet, "
        "pampas grass, pampas in a vase, pampas reed, pampas stem, pampas wreath, plume, reeds, rush stems, "
        "sun spear, white pampas",
        near="plant",
    ),
    "tropical": concept(
        "prop",
        "alocasia, aloha, areca, areca leaf, banana leaf, banana palm, banana plant, banana tree, "
        "bromeliad, caladium, calathea, coconut leaf, coconut palm, coconut tree, colocasia, date palm, "
        "dracaena, elephant ear, exotic, exotic foliage, exotic leaf, exotic plant, fan palm, fan palm "
        "leaf, ficus, ficus elastica, flamingo mood, frond, hawaiian leaves, jungle foliage, jungle leaf, "
        "jungle plant, kentia, luau, monstera, monstera deliciosa, monstera leaf, monstera plant, palm, "
        "palm branch, palm fan, palm foliage, palm leaf, palm plant, palm tree, palmetto, philodendron, "
        "philodendron leaves, royal palm, rubber plant, split leaf philodendron, swiss cheese leaf, swiss "
        "cheese plant, ti leaf, tiki, tiki bar, tropic, tropical, tropical branches, tropical flora, "
        "tropical foliage, tropical greenery, tropical holiday mood, tropical leaf, tropical plant, "
        "tropical summer, tropically, yucca",
        near="plant",
    ),
    "cactus": concept(
        "prop",
        "a cactus in a clay pot, cacti, cactus, cactus in a pot, cactus plant, desert plants, potted "
        "cactus, prickly pear, saguaro",
        near="plant",
    ),
    "plant": concept(
        "prop",
        "asparagus fern, bare branch, bare twigs, birch branch, boston fern, botanical, branch, coffee "
        "plant, curly willow, flowerpot, foliage, gingko, ginkgo, green foliage, green leaf, green plant, "
        "greenery, greens, herb, herb sprig, houseplant, indoor plant, kitchen herbs, lavender bunch pot, "
        "lavender plant, lavender pot, leaf, leaf sprig, leafy branch, leafy greens, leafy plant, leafy "
        "sprig, leafy stems, leafy twig, lush green, lush greenery, lush plants, philodendron pot, plant, "
        "plant parent, plant pot, plant stem, planted, planter, plantlife, pot of plants, pot plant, potted "
        "fern, potted herb, potted palm, potted plant, potted succulent, potted tree, sage plant, sapling, "
        "seedling, shoots, sprout, sprouting, stems, terracotta pot, tree branch, twig, twiggy, verdant, "
        "willow branch, zz plant",
        near="eucalyptus, tropical",
    ),
    "bubbles": concept(
        "prop",
        "air bubbles, bubble, bubble of soap, bubbles, bubbles in the air, bubbles of soap, floating "
        "bubbles, iridescent bubbles, soap bubble, soap bubbles, soapy bubbles",
        near="spheres",
    ),
    "spheres": concept(
        "prop",
        "3d shapes, abstract, abstract forms, abstract objects, abstract shapes, ball pit, balls, bauhaus, "
        "bead, bowling ball, coloured ball, cubism, cubist, dali, donut shapes, dreamscape, floating ball, "
        "geometric balls, geometric forms, geometric objects, geometric spheres, glossy ball, large ball, "
        "marbles, matte ball, memphis, orb, pastel ball, pearls spheres, ping pong balls, reflective ball, "
        "round forms, round objects, round shapes, sculptural, sculptural forms, sculptural shapes, shiny "
        "ball, small ball, sphere, sphere shapes, spheres, spherical, suprematism, suprematist, surreal, "
        "surrealism, surrealist, torus",
        near="blocks",
        pairs={
            "black, chrome, clear, concrete, crystal, glass, gold, golden, marble, metal, mirror, "
            "pink, plaster, stone, white, wooden": BALLS,
        },
    ),
    "blocks": concept(
        "prop",
        "3d geometric, architectural blocks, architectural shapes, block, blocks, blocky, bricks geometric, "
        "colour blocks, cone, cube, cubic, cubic shapes, cuboid, cylinder, cylinder blocks, cylinder "
        "shapes, cylindrical blocks, cylindrical shapes, display blocks, foam blocks, geometric, geometric "
        "block, geometric bricks, geometric cube, geometric platform, geometric plinth blocks, geometric "
        "podium blocks, geometric set, geometric shape, geometric solid, geometric stacks, geometric "
        "stones, geometrical, geometrical blocks, geometrical forms, geometrical shapes, geometry, "
        "hexagonal, hexagonal shapes, hexagons, minimal shapes, monoliths, plaster block, platonic solids, "
        "prism, pyramid, pyramid shapes, pyramids shapes, simple shapes, stacked shapes, totem, triangle, "
        "triangular, wedges shapes, white blocks, wood blocks, wooden blocks",
        near="spheres",
    ),
    "bokeh lights": concept(
        "look",
        "blurred lights, bokeh balls, bokeh circles, bokeh glow, bokeh lights, bokeh of lights, fairy light "
        "bokeh, glittering lights, gold bokeh, golden bokeh, light bokeh, lights bokeh, lights in "
        "background, lights in the background, lights out of focus, sparkling lights, twinkling, twinkling "
        "lights, twinkly",
        near="evening lights, bokeh",
    ),
    "bokeh": concept(
        "look",
        "blur, blurred, blurred garden, blurred nature, blurred surroundings, blurriness, blurring, blurry, "
        "boke, bokeh, creamy bokeh, defocus, defocused, defocussed, dreamy backdrop, dreamy background, "
        "dreamy blur, dreamy bokeh, fast lens, gaussian blur, hazy backdrop, hazy background, heavily "
        "blurred, large aperture, low depth of field, macro, narrow depth of field, narrow focus, open "
        "aperture, out of focus, portrait lens, portrait mode, selective focus, selectively focused, "
        "shallow depth, shallow depth of field, shallow dof, shallow focus, small depth of field, soft "
        "focus, soft focused, softly blurred, softly focused, thin depth of field, tilt shift, unfocused, "
        "unsharp, wide aperture",
        near="bokeh lights, evening lights",
    ),
    "round podium": concept(
        "look",
        "cake stand, cylinder as a podium, cylinder block, rotating stand, round block, round display "
        "platform, round podium, round top, turntable",
        near="stepped podium, podium",
        pairs={
            "circle, circular, column, cylinder, cylindric, cylindrical, disc, disc shaped, drum, "
            "oval, round, rounded, tubular": STANDS,
        },
    ),
    "square podium": concept(
        "look",
        "concrete cube, cubes as podium, display box, display cube, marble cube, plinth block, "
        "rectangular block, square block, square podium, stone cube, white cube, wooden cube",
        near="podium",
        pairs={
            "angular, block, blocky, box, boxy, cube, cube shaped, cubic, cubical, cuboid, rectangle, "
            "rectangular, square, squared": STANDS,
        },
    ),
    "stepped podium": concept(
        "look",
        "different heights, group of podiums, podium levels, podium of two levels, podium stairs, "
        "podium steps, podium with levels, podium with steps, podiums at different heights, podiums of "
        "different heights, set of podiums, several podiums, stepped platforms, stepped podium, steps "
        "podium",
        near="round podium, podium",
        pairs={
            "double, graduated, layered, multi level, multi tier, multi tiered, multilevel, "
            "multistep, stacked, staggered, stair, stepped, terraced, three level, three step, three "
            "tier, three tiered, tiered, triple, two level, two step, two tier, two tiered, winner's, "
            "winners": STANDS,
        },
    ),
    "podium": concept(
        "look",
        "catwalk, dais, display base, display block, display stand, display table, elevated platform, "
        "exhibition podium, exhibition stand, gallery pedestal, gallery plinth, mock up podium, mockup "
        "stand, museum pedestal, museum plinth, pedestal, platform, plinth, podia, podium, presentation "
        "pedestal, presentation platform, presentation podium, presentation stage, presentation stand, "
        "product display, product stand, raised platform, raised stage, riser, runway, sculpture stand, "
        "showcase, stage",
        near="round podium, square podium, stepped podium",
    ),
    "minimal": concept(
        "look",
        "apple ad, apple aesthetic, apple like, apple minimalism, apple style, apple website, austere, "
        "austerity, bare, bare bones, clean and minimal, clean and simple, clean composition, clean design, "
        "clean lines, clean minimal, clean modern, clean setup, clutterfree, contemporary, cycladic "
        "minimal, danish, decluttered, finnish, generous negative space, geometric minimalism, hi tech, "
        "high tech, ikea, japan, japandi, japanese, lagom, less is more, lots of negative space, minimal, "
        "minimalism, minimalist, minimalistic, minimally, modern, modernism, modernist, monastic, muji "
        "style, negative space heavy, nordic, nordic home, nothing else, paired back, pared back, pared "
        "down, plain and minimal, plain and simple, plain style, plenty of negative space, scandi, scandi "
        "chic, scandinavian, scandinavian chic, scandinavian home, scandinavian interior, simple, simple "
        "and clean, simplicity, simplistic, simply styled, sleek, sparse, spartan, stark, streamlined, "
        "stripped back, stripped down, swedish, tech minimal, tidy, ultramodern, unadorned, uncluttered, "
        "uncrowded, undecorated, understated, zen minimal, zen minimalism, zen style",
        near="seamless",
    ),
}  # fmt: skip
