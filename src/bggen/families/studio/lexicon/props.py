"""What else stands about the product, and looks of the whole picture."""

from __future__ import annotations

from bggen.families.studio.lexicon.entries import Concept, concept

PROPS: dict[str, Concept] = {
    "candles": concept(
        "prop",
        "altar candles, beeswax candles, burning candle, candelabra, candelabrum, candle, candle flame, "
        "candle holder, candle lit, candleholder, candleholders, candlelight, candlemas, candles, "
        "candlestick, candlesticks, candlesticks brass, chamberstick, church candles, date night, "
        "deepavali, deepawali, dinner candles, diwali, diwali lamp, diya, dripping candles, fanous, "
        "festival of lights, flickering candle, flickering candlelight, hurricane lamp, hurricane lantern, "
        "incense, incense sticks, kerosene lamp, lantern, lanterns, lanterns glowing, lighted candles, loy "
        "krathong, menorah candles, moroccan lantern, oil lamp, paper lantern, pillar candle, ramadan "
        "lantern, ritual, romance, romantic, romantic dinner, romantic evening, scented candle, seance, "
        "storm lantern, taper, tapered candles, tapers, tea candle, tea light, tealight, tealights, "
        "votive, votives, wax candles, wick",
    ),
    "books": concept(
        "prop",
        "antique book, art book, atlas, bible, book, book pages, book pile, book stack, bookish, "
        "booklover, books, bookshelf, bookworm, closed book, coffee table book, comic books, comics, "
        "cookbook, diary, encyclopedia, folio, hardback, hardbacks, hardcover, journals, leather books, "
        "leather bound books, leatherbound books, library books, literature, magazine, magazines, "
        "manuscript, newspaper, newsprint, notebook, novel, novel pages, novels, open book, paperback, "
        "paperbacks, pile of books, piles of books, reading corner, reading material, reading nook, recipe "
        "book, row of books, sheet music, sketchbook, stack of books, stacked books, stacks of books, "
        "textbook, tome, tomes, vintage book, world book day",
    ),
    "pebbles": concept(
        "prop",
        "aquarium gravel, balanced rocks, balanced stones, balancing rocks, balancing stones, basalt "
        "stones, beach pebble, beach stone, black pebble, cairn, chippings, crushed rock, crushed stone, "
        "decorative pebble, flat pebble, flat stone stack, flat stones, garden pebble, gemstone, gravel, "
        "gravel bed, gravel garden, gravel path, gravelly, grey gravel, grey pebble, hot stone, inukshuk, "
        "lake stones, lava stones, little rocks, massage stones, natural pebble, pea gravel, pebble, "
        "pebble bed, pebble stone, pebbled, pebbles, pebblestone, pebblestones, pebbly, pile of stones, "
        "river boulders, river pebble, river rocks, river stone, river stones, riverbed stones, "
        "riverstones, rocks zen, round stone, rubble, sea pebble, sea stone, shingle, small rock, small "
        "stones, smooth stone, smooth stones, spa pebble, spa stone, stack of stones, stacked pebble, "
        "stacked stones, stone chippings, stone pile, stone stack, stones, stones and moss, stones "
        "stacked, tumble stones, white gravel, white pebble, zen, zen garden stones, zen rocks, zen spa, "
        "zen stone",
        near="rock",
    ),
    "eucalyptus": concept(
        "prop",
        "baby blue eucalyptus, bay leaf, blue gum, branch of eucalyptus, branch of olive, branches of "
        "eucalyptus, branches of olive, bunch of eucalyptus, dried eucalyptus, dried sprigs, dusty miller, "
        "eucalyptus, eucalyptus bouquet, eucalyptus branch, eucalyptus bunch, eucalyptus foliage, "
        "eucalyptus garland, eucalyptus greenery, eucalyptus leaf, eucalyptus stem, eucalyptus twig, "
        "eucalyptus wreath, greenery sprigs, gum leaf, gumnut, laurel, laurel leaves, laurel wreath, "
        "myrtle, olive branch, olive branches, olive foliage, olive garland, olive leaf, olive sprig, "
        "olive stem, olive twig, ruscus, sage bunch, sage bundle, sage leaf, sage leaves, sage sprig, "
        "salal, seeded eucalyptus, silver dollar eucalyptus, silver dollar leaves, sprig, sprig of sage, "
        "sprigs, sprigs of greenery, tea tree, tea tree leaves, willow leaves",
        near="plant",
    ),
    "pampas": concept(
        "prop",
        "barley ears, bohemian, bohemian chic, boho, boho chic, bulrush, bunch of wheat, bunny grass, "
        "bunny tail, bunny tail grass, bunny tails, bunnytail, bunnytails, cattail, cortaderia, cotton "
        "bolls, cotton branch, cotton flower, cotton stem, dried arrangement, dried botanical, dried "
        "bouquet, dried branch, dried floral, dried floral arrangement, dried flower, dried flower "
        "arrangement, dried flower bouquet, dried flowers, dried grass, dried palm, dried palm fan, dried "
        "palm leaf, dried pampas, dried pampas grass, dried plant, dried reed, dried stem, dried stems, "
        "dried twigs, dried wheat, dry branches, dry flowers, dry grasses, dry pampas, dry twigs, ear of "
        "wheat, ears of grain, ears of wheat, everlasting flowers, everlastings, feather, feather grass, "
        "feathery grass, fluffy grass, fluffy reeds, grain ears, gypset, hare tail, hare's tail, hares "
        "tail, helichrysum, hippie, hippy, lagurus, lunaria, macrame decor, oat stems, ornamental grass "
        "stems, ornamental grasses, ostrich feather, palm spear, pampas, pampas bouquet, pampas grass, "
        "pampas in a vase, pampas reed, pampas stem, pampas wreath, plume, preserved flowers, reeds, rush "
        "stems, sheaf of wheat, sheaves, strawflower, sun spear, wheat, wheat bunch, wheat ear, wheat "
        "sheaf, wheat stalks, wheat stems, white pampas",
        near="plant",
    ),
    "tropical": concept(
        "prop",
        "alocasia, aloha, areca, areca leaf, banana leaf, banana leaves, banana palm, banana plant, banana "
        "tree, bromeliad, caladium, calathea, coconut leaf, coconut palm, coconut tree, colocasia, date "
        "palm, dracaena, elephant ear, exotic, exotic foliage, exotic leaf, exotic leaves, exotic plant, "
        "fan palm, fan palm leaf, fern frond, ficus, ficus elastica, flamingo mood, flamingos, frond, "
        "hawaiian leaves, jungle foliage, jungle leaf, jungle plant, jungle scene, jungle theme, jungle "
        "vibe, jungly, kentia, luau, monstera, monstera deliciosa, monstera leaf, monstera plant, palm, "
        "palm branch, palm fan, palm foliage, palm frond, palm fronds, palm leaf, palm leaves, palm plant, "
        "palm tree, palmetto, parrot, philodendron, philodendron leaves, royal palm, rubber plant, split "
        "leaf philodendron, swiss cheese leaf, swiss cheese plant, ti leaf, tiki, tiki bar, toucan, "
        "tropic, tropical, tropical branches, tropical flora, tropical foliage, tropical greenery, "
        "tropical holiday mood, tropical jungle, tropical leaf, tropical leaves, tropical plant, tropical "
        "summer, tropically, yucca",
        near="plant",
    ),
    "plant": concept(
        "prop",
        "agave, aloe, aloe vera, asparagus fern, bare branch, bare twigs, basil, birch branch, bonsai, "
        "bonsai tree, boston fern, botanical, bracken, branch, branches, bud vase, cacti, cactus, "
        "cannabis, ceramic vase, chives, cilantro, clay vase, coffee plant, coriander, crassula, curly "
        "willow, dill, echeveria, fern, fiddle fig, fiddle leaf, fiddle leaf fig, flower pot, flowerpot, "
        "flowerpots, foliage, fresh mint, gingko, ginkgo, glass vase, green foliage, green leaf, green "
        "leaves, green plant, green tea leaves, greenery, greens, haworthia, hemp leaf, hemp plant, herb, "
        "herb bunch, herb sprig, herbs, house plant, houseplant, houseplants, indoor plant, jade plant, "
        "kitchen herbs, lavender bunch pot, lavender plant, lavender pot, leaf, leaf sprig, leafy branch, "
        "leafy greens, leafy plant, leafy sprig, leafy stems, leafy twig, leaves, lemon balm, lemongrass, "
        "lush green, lush greenery, lush plants, maidenhair, matcha leaves, microgreens, mint leaf, mint "
        "leaves, mint sprig, mother in law's tongue, olive tree, olive trees in pots, oregano, parsley, "
        "peace lily, peppermint, philodendron pot, plant, plant life, plant parent, plant pot, plant stem, "
        "planted, planter, plantlife, plants, pot of plants, pot plant, pothos, potted fern, potted herb, "
        "potted palm, potted plant, potted succulent, potted tree, prickly pear, rosemary, rosemary sprig, "
        "sage plant, sansevieria, sapling, sedum, seedling, sempervivum, shoots, snake plant, spearmint, "
        "spider plant, sprig of mint, sprig of rosemary, sprig of thyme, sprigs of mint, sprigs of "
        "rosemary, sprout, sprouting, stems, succulent, succulents, tarragon, tea leaf, terracotta pot, "
        "thyme, thyme sprig, tree branch, twig, twiggy, twigs, vase, verbena, verdant, watercress, willow "
        "branch, zz plant",
        near="eucalyptus, tropical",
    ),
    "spheres": concept(
        "prop",
        "3d shapes, abstract, abstract forms, abstract objects, abstract shapes, air bubbles, ball pit, "
        "balls, bauhaus, bead, black ball, black orb, black sphere, bowling ball, bubble, bubbles, chrome "
        "ball, chrome orb, chrome sphere, clear ball, coloured ball, concrete ball, concrete orb, concrete "
        "sphere, crystal ball, crystal orb, crystal sphere, cubism, cubist, dali, donut shapes, "
        "dreamscape, floating ball, geometric, geometric forms, geometric objects, geometrical, geometry, "
        "glass ball, glass orb, glass sphere, globe, globes, glossy ball, gold ball, gold orb, gold "
        "sphere, golden ball, large ball, marble ball, marble orb, marble sphere, marbles, matte ball, "
        "memphis, metal ball, metal orb, metal sphere, mirror ball, mirror orb, mirror sphere, orb, orbs, "
        "pastel ball, pearls spheres, ping pong balls, pink ball, pink orb, pink sphere, plaster ball, "
        "plaster orb, plaster sphere, reflective ball, round forms, round objects, round shapes, "
        "sculptural, sculptural forms, sculptural shapes, sculpture, shiny ball, small ball, soap bubble, "
        "sphere, sphere shapes, spheres, spherical, stone ball, stone orb, stone sphere, suprematism, "
        "suprematist, surreal, surrealism, surrealist, tennis balls, torus, white ball, white orb, white "
        "sphere, wooden ball, wooden orb, wooden sphere",
        near="blocks",
    ),
    "blocks": concept(
        "prop",
        "3d geometric, architectural blocks, architectural shapes, block, blocks, blocky, bricks "
        "geometric, building block, colour blocks, column, columnar, cone, corinthian, cube, cubes, cubic, "
        "cubic shapes, cuboid, cylinder, cylinder blocks, cylinder shapes, cylindrical blocks, cylindrical "
        "shapes, display blocks, doric, foam blocks, geometric block, geometric blocks, geometric bricks, "
        "geometric cube, geometric platform, geometric plinth blocks, geometric podium blocks, geometric "
        "set, geometric shape, geometric shapes, geometric solid, geometric stacks, geometric stones, "
        "geometrical blocks, geometrical forms, geometrical shapes, greek column, hexagonal, hexagonal "
        "shapes, hexagons, jenga, lego, lego bricks, minimal shapes, monoliths, pillar, plaster block, "
        "platonic solids, prism, prisms, pyramid, pyramid shapes, pyramids shapes, roman column, simple "
        "shapes, slabs, stacked blocks, stacked cubes, stacked shapes, tetris, totem, toy blocks, "
        "triangle, triangular, wedges shapes, white blocks, wood blocks, wooden blocks",
        near="spheres",
    ),
    "bokeh": concept(
        "look",
        "blur, blurred, blurred background, blurred garden, blurred nature, blurred surroundings, "
        "blurriness, blurring, blurry, blurry background, boke, bokeh, bokeh balls, bokeh circles, bokeh "
        "glow, creamy bokeh, defocus, defocused, defocussed, dreamy backdrop, dreamy background, dreamy "
        "blur, dreamy bokeh, f/1.2, f1.2, fairy lights, fast lens, gaussian blur, glittering lights, gold "
        "bokeh, hazy backdrop, hazy background, heavily blurred, large aperture, light chain, lights in "
        "background, lights in the background, low depth of field, macro, narrow depth of field, narrow "
        "focus, open aperture, out of focus, portrait lens, portrait mode, selective focus, selectively "
        "focused, shallow depth, shallow depth of field, shallow dof, shallow focus, small depth of field, "
        "soft focus, soft focused, softly blurred, softly focused, sparkling lights, string light, thin "
        "depth of field, tilt shift, twinkle lights, twinkling, twinkly, unfocused, unsharp, wide aperture",
    ),
    "round podium": concept(
        "look",
        "cake stand, circle base, circle display, circle display block, circle pedestal, circle platform, "
        "circle plinth, circle podium, circle riser, circle stage, circle stand, circular base, circular "
        "display, circular display block, circular pedestal, circular platform, circular plinth, circular "
        "podium, circular riser, circular stage, circular stand, column base, column display, column "
        "display block, column pedestal, column platform, column plinth, column podium, column riser, "
        "column stage, column stand, cylinder as a podium, cylinder base, cylinder block, cylinder "
        "display, cylinder display block, cylinder pedestal, cylinder platform, cylinder plinth, cylinder "
        "podium, cylinder riser, cylinder stage, cylinder stand, cylindric base, cylindric display, "
        "cylindric display block, cylindric pedestal, cylindric platform, cylindric plinth, cylindric "
        "podium, cylindric riser, cylindric stage, cylindric stand, cylindrical base, cylindrical display, "
        "cylindrical display block, cylindrical pedestal, cylindrical platform, cylindrical plinth, "
        "cylindrical podium, cylindrical riser, cylindrical stage, cylindrical stand, disc base, disc "
        "display, disc display block, disc display stand, disc pedestal, disc platform, disc plinth, disc "
        "podium, disc riser, disc shaped base, disc shaped display, disc shaped display block, disc shaped "
        "pedestal, disc shaped platform, disc shaped plinth, disc shaped podium, disc shaped riser, disc "
        "shaped stage, disc shaped stand, disc stage, disc stand, drum base, drum display, drum display "
        "block, drum display stand, drum pedestal, drum platform, drum plinth, drum podium, drum riser, "
        "drum stage, drum stand, oval base, oval display, oval display block, oval display stand, oval "
        "pedestal, oval platform, oval plinth, oval podium, oval riser, oval stage, oval stand, rotating "
        "stand, round base, round block, round display, round display block, round display platform, round "
        "display podium, round pedestal, round platform, round plinth, round podium, round riser, round "
        "stage, round stand, round top, rounded base, rounded display, rounded display block, rounded "
        "pedestal, rounded platform, rounded plinth, rounded podium, rounded riser, rounded stage, rounded "
        "stand, tubular base, tubular display, tubular display block, tubular pedestal, tubular platform, "
        "tubular plinth, tubular podium, tubular riser, tubular stage, tubular stand, turntable",
        near="stepped podium, podium",
    ),
    "square podium": concept(
        "look",
        "angular base, angular display, angular pedestal, angular platform, angular plinth, angular "
        "podium, angular riser, angular stage, angular stand, block base, block display, block pedestal, "
        "block platform, block plinth, block podium, block riser, block stage, block stand, blocky base, "
        "blocky display, blocky pedestal, blocky platform, blocky plinth, blocky podium, blocky riser, "
        "blocky stage, blocky stand, box base, box display, box display stand, box pedestal, box platform, "
        "box plinth, box podium, box riser, box stage, box stand, boxy base, boxy display, boxy display "
        "stand, boxy pedestal, boxy platform, boxy plinth, boxy podium, boxy riser, boxy stage, boxy "
        "stand, concrete cube, cube base, cube display, cube display stand, cube pedestal, cube platform, "
        "cube plinth, cube podium, cube riser, cube shaped base, cube shaped display, cube shaped "
        "pedestal, cube shaped platform, cube shaped plinth, cube shaped podium, cube shaped riser, cube "
        "shaped stage, cube shaped stand, cube stage, cube stand, cubes as podium, cubic base, cubic "
        "display, cubic pedestal, cubic platform, cubic plinth, cubic podium, cubic riser, cubic stage, "
        "cubic stand, cubical base, cubical display, cubical pedestal, cubical platform, cubical plinth, "
        "cubical podium, cubical riser, cubical stage, cubical stand, cuboid base, cuboid display, cuboid "
        "pedestal, cuboid platform, cuboid plinth, cuboid podium, cuboid riser, cuboid stage, cuboid "
        "stand, display box, display cube, marble cube, plinth block, rectangle base, rectangle display, "
        "rectangle pedestal, rectangle platform, rectangle plinth, rectangle podium, rectangle riser, "
        "rectangle stage, rectangle stand, rectangular base, rectangular block, rectangular display, "
        "rectangular pedestal, rectangular platform, rectangular plinth, rectangular podium, rectangular "
        "riser, rectangular stage, rectangular stand, square base, square block, square display, square "
        "display block, square pedestal, square platform, square plinth, square podium, square riser, "
        "square stage, square stand, squared base, squared display, squared pedestal, squared platform, "
        "squared plinth, squared podium, squared riser, squared stage, squared stand, stone cube, white "
        "cube, wooden cube",
        near="podium",
    ),
    "stepped podium": concept(
        "look",
        "different heights, double display, double pedestal, double platform, double plinth, double "
        "podium, double riser, double stage, double stand, graduated display, graduated pedestal, "
        "graduated platform, graduated plinth, graduated podium, graduated riser, graduated stage, "
        "graduated stand, group of podiums, layered display, layered pedestal, layered platform, layered "
        "plinth, layered podium, layered riser, layered stage, layered stand, multi level display, multi "
        "level pedestal, multi level platform, multi level plinth, multi level podium, multi level riser, "
        "multi level stage, multi level stand, multi tier display, multi tier pedestal, multi tier "
        "platform, multi tier plinth, multi tier podium, multi tier riser, multi tier stage, multi tier "
        "stand, multi tiered display, multi tiered pedestal, multi tiered platform, multi tiered plinth, "
        "multi tiered podium, multi tiered riser, multi tiered stage, multi tiered stand, multilevel "
        "display, multilevel pedestal, multilevel platform, multilevel plinth, multilevel podium, "
        "multilevel riser, multilevel stage, multilevel stand, multistep display, multistep pedestal, "
        "multistep platform, multistep plinth, multistep podium, multistep riser, multistep stage, "
        "multistep stand, podium levels, podium of two levels, podium stairs, podium steps, podium with "
        "levels, podium with steps, podiums at different heights, podiums of different heights, set of "
        "podiums, several podiums, stacked display, stacked pedestal, stacked platform, stacked plinth, "
        "stacked podium, stacked riser, stacked stage, stacked stand, staggered display, staggered "
        "pedestal, staggered platform, staggered plinth, staggered podium, staggered riser, staggered "
        "stage, staggered stand, stair display, stair pedestal, stair platform, stair plinth, stair "
        "podium, stair riser, stair stage, stair stand, stepped display, stepped pedestal, stepped "
        "platforms, stepped plinth, stepped podium, stepped riser, stepped stage, stepped stand, steps "
        "podium, terraced display, terraced pedestal, terraced platform, terraced plinth, terraced podium, "
        "terraced riser, terraced stage, terraced stand, three level display, three level pedestal, three "
        "level platform, three level plinth, three level podium, three level riser, three level stage, "
        "three level stand, three step display, three step pedestal, three step platform, three step "
        "plinth, three step podium, three step riser, three step stage, three step stand, three tier "
        "display, three tier pedestal, three tier platform, three tier plinth, three tier podium, three "
        "tier riser, three tier stage, three tier stand, three tiered display, three tiered pedestal, "
        "three tiered platform, three tiered plinth, three tiered podium, three tiered riser, three tiered "
        "stage, three tiered stand, tiered display, tiered pedestal, tiered platform, tiered plinth, "
        "tiered podium, tiered riser, tiered stage, tiered stand, triple display, triple pedestal, triple "
        "platform, triple plinth, triple podium, triple riser, triple stage, triple stand, two level "
        "display, two level pedestal, two level platform, two level plinth, two level podium, two level "
        "riser, two level stage, two level stand, two step display, two step pedestal, two step platform, "
        "two step plinth, two step podium, two step riser, two step stage, two step stand, two tier "
        "display, two tier pedestal, two tier platform, two tier plinth, two tier podium, two tier riser, "
        "two tier stage, two tier stand, winner's display, winner's pedestal, winner's platform, winner's "
        "plinth, winner's podium, winner's riser, winner's stage, winner's stand, winners display, winners "
        "pedestal, winners platform, winners plinth, winners podium, winners riser, winners stage, winners "
        "stand",
        near="round podium, podium",
    ),
    "podium": concept(
        "look",
        "catwalk, dais, display base, display block, display podium, display stand, display table, "
        "elevated platform, exhibition podium, exhibition stand, gallery pedestal, gallery plinth, mock up "
        "podium, mockup stand, museum pedestal, museum plinth, pedestal, platform, plinth, podia, podium, "
        "presentation pedestal, presentation platform, presentation podium, presentation stage, "
        "presentation stand, product display, product stand, raised platform, raised stage, riser, runway, "
        "sculpture stand, showcase, stage",
        near="round podium, square podium, stepped podium",
    ),
    "minimal": concept(
        "look",
        "apple like, apple style, austere, austerity, bare, bare bones, clean and minimal, clean and "
        "simple, clean composition, clean design, clean lines, clean minimal, clean modern, clean setup, "
        "clutter free, clutterfree, contemporary, cycladic minimal, danish, decluttered, finnish, generous "
        "negative space, geometric minimalism, hi tech, high tech, ikea, japan, japandi, japanese, lagom, "
        "less is more, lots of negative space, minimal, minimalism, minimalist, minimalistic, minimally, "
        "modern, modernism, modernist, monastic, muji style, negative space heavy, nordic, nordic home, "
        "nothing else, paired back, pared back, pared down, plain and minimal, plain and simple, plain "
        "style, plenty of negative space, scandi, scandi chic, scandinavian, scandinavian chic, "
        "scandinavian home, scandinavian interior, simple, simple and clean, simplicity, simplistic, "
        "simply styled, sleek, sparse, spartan, stark, streamlined, stripped back, stripped down, swedish, "
        "tech minimal, tidy, ultramodern, unadorned, uncluttered, uncrowded, undecorated, understated, zen "
        "minimal, zen minimalism, zen style",
        near="seamless",
    ),
}  # fmt: skip
