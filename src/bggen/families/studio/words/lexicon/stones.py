"""Surfaces of stone, concrete and tiles."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

CEMENTS = "cement, concrete, microcement, screed"

STONES: dict[str, Concept] = {
    "gold marble": concept(
        "surface",
        "black and gold, black and gold marble, calacatta black gold, gold and black, gold and black "
        "marble, gold marble, gold veined marble, gold veining, gold veins, golden marble, golden "
        "veined marble, golden veins, laurent marble, nero portoro, noir saint laurent, portoro, "
        "portoro gold, sahara noir, saint laurent marble",
        near="black marble, marble",
        pairs={
            "black marble with, dark marble with, marble with, nero marble with, noir marble with":
            "bronze vein, bronze veining, gold vein, gold veining, golden vein, golden veining",
        },
    ),
    "black marble": concept(
        "surface",
        "belgian black, black and white marble, black marble, black polished stone, dark marble, dark "
        "quartz, dark veined stone, ebony marble, grey black marble, jet marble, marble black, marble "
        "in black, marble noir, marquina, negro marquina, nero marquina, noir marble, obsidian marble, "
        "onyx counter, onyx slab, onyx surface, pietra grey, pietra grigia",
        near="gold marble, mirror, slate, marble",
    ),
    "green marble": concept(
        "surface",
        "amazonite, avocatus, connemara, dark green marble, green marble, green stone, jade stone, "
        "malachite slab, marble in green, ming green, patagonia green, rainforest green, rainforest "
        "marble, serpentine, serpentinite, verde, verde alpi, verde antico, verde guatemala, verdite",
        near="marble",
    ),
    "pink marble": concept(
        "surface",
        "calacatta viola, marble in pink, norwegian rose, pink marble, pink stone, portuguese pink, red "
        "marble, rhodonite, rosa aurora, rosa marble, rosa portogallo, rose marble, rose quartz slab, "
        "rosso levanto, rosso verona, viola marble",
        near="marble",
    ),
    "beige marble": concept(
        "surface",
        "beige marble, beige stone, botticino, breccia, cappuccino marble, cream stone, crema marble, "
        "crema marfil, daino reale, emperador, giallo marble, giallo siena, golden stone, honey onyx, "
        "jura, marble in beige, perlato, perlato sicilia, sand marble, sandy marble, taj mahal, warm "
        "marble",
        near="travertine, marble",
    ),
    "travertine": concept(
        "surface",
        "amphitheatre, ancient stone, bath stone, calcite, caliza, chalk cliff, chalkstone, classico "
        "travertine, colosseum, coral stone, cotswold, desert stone, dolomite stone, jerusalem "
        "limestone, jerusalem stone, jura limestone, lime stone, limestone, limestone block, limestone "
        "tiles, moleanos, navona travertine, noce travertine, pietra serena, pitted stone, porous "
        "stone, portland stone, red sandstone, roman stone, roman travertine, ruins, sand stone, "
        "sandstone, sandstone block, shell stone, silver travertine, temple stone, travertine, "
        "travertine block, travertine stone, travertine tile, tufa, tuff, unfilled travertine, vein cut "
        "travertine, walnut travertine, yellow sandstone, york stone, yorkstone",
        near="beige marble, stone",
    ),
    "marble": concept(
        "surface",
        "alabaster, arabescato, ariston, bardiglio, bathroom vanity, bianco, caesarstone, calacatta, "
        "calacatta gold, calcatta, calcutta marble, cambria, carrara, carrera, classic marble, compac, "
        "corian, cristallo, cultured marble, danby, dolomite, engineered quartz, engineered stone, faux "
        "marble, gesso stone, gray marble, greek marble, grey marble, grey onyx, gypsum stone, hi macs, "
        "hotel vanity, italian marble, lasa, lobby floor, macaubas, makrana, marble, marble block, "
        "marble board, marble island, marble mosaic, marble print, marble tile, marbled stone, "
        "marbleised, marbling, marmor, marmoreal, marmorino, onyx, polished marble, quartz, quartz "
        "island, quartzite, selenite, silestone, solid surface, statuario, statuary marble, thassos, "
        "veined marble, veined stone, volakas",
        near="beige marble, stone",
    ),
    "terrazzo": concept(
        "surface",
        "ceppo, ceppo di gre, chips of marble, colourful terrazzo, confetti stone, flecked stone, "
        "flecked tile, granito, jesmonite, marble chips, nougat stone, palladian terrazzo, palladiana, "
        "recycled glass counter, speckled, speckled stone, speckled tile, stone chips, terrazzo, "
        "terrazzo block, terrazzo print, terrazzo tile, venetian terrazzo",
        near="marble, concrete",
    ),
    "slate": concept(
        "surface",
        "absolute black, anthracite stone, basalt, basalt column, basaltic, black board, black stone, "
        "blackboard, bluestone, chalk board, chalkboard, charcoal stone, coal, dark granite, dark grey "
        "stone, dark slate, dark slate stone, dark stone, flint, flintstone, gneiss, graphite slab, "
        "graphite stone, hematite, jet black stone, jet stone slab, lava field, lava stone, lavastone, nero "
        "assoluto, obsidian, phyllite, pumice, riven slate, roof slate, roofing slate, schist, shale, "
        "shungite, slate, slate board, slate coaster, slate plate, slate platter, slate roof, slate tile, "
        "soapstone, volcanic, volcanic stone, welsh slate, whinstone",
        near="dark concrete, rock, stone",
    ),
    "rock": concept(
        "surface",
        "amethyst geode, bedrock, big rock, big stone, boulder, cave, cavern, cliff, cliff face, cliffside, "
        "clifftop, coastal rock, crag, crystal cluster, crystals, fjord rock, flat rock, flat stone, geode, "
        "granite boulder, granite rock, grotto, jagged rock, jagged stone, large stone, lunar rock, "
        "meteorite, mineral rock, monolith, natural rock, outcrop, quarry, quartz crystal, raw rock, raw "
        "stone, river rock, rock, rock formation, rock ledge, rock pool, rockface, rocks, rocky, rocky "
        "ledge, rough stone, rugged, sandstone rock, scree, sea rock, stalactite, stone boulder, stone "
        "ledge, talus, uncut stone",
        near="dark rock, slate, stone",
    ),
    "dark rock": concept(
        "surface",
        "basalt boulder, basalt rock, black boulder, black rock, dark boulder, dark rock, icelandic rock, "
        "lava boulder, lava rock, volcanic boulder, volcanic rock",
        near="rock, slate",
    ),
    "stone": concept(
        "surface",
        "altar, andesite, artificial stone, ashlar, bedrock slab, carved stone, castle, cathedral, church "
        "stone, conglomerate, curb, cut stone, dekton, diorite, doorstep, dressed stone, dungeon, faux "
        "stone, fieldstone, flamed granite, gabbro, granite, granite block, granite island, granite tile, "
        "greek temple, hearthstone, hewn stone, kashmir white, kerb, laminam, lapitec, masonry, megalith, "
        "millstone, mineral stone, minerals, natural stone, natural stone tile, neolith, porphyry, quarried "
        "stone, quarry stone, quern, roman, sandblasted stone, sidewalk, sintered, speckled granite, split "
        "stone, stone, stone block, stone coloured slab, stone path, stone plate, stone sink, stone tile, "
        "stone windowsill, stone worked, stonehenge, stonewashed surface, stonework, stoop, syenite, "
        "weathered stone",
        near="travertine, slate, concrete",
    ),
    "cobblestones": concept(
        "surface",
        "brick pavement, cobble street, cobbled, cobbled street, cobbles, cobblestone, cobblestone path, "
        "cobblestone street, cobblestones, crazy paving, flagging, flagstone, flagstone path, old town "
        "street, paved, pavement, paver, paving, paving stone, setts, stepping stone, stone pavement, stone "
        "paving",
        near="stone, slate, concrete",
    ),
    "gravel": concept(
        "surface",
        "chippings, crushed rock, crushed stone, driveway, gravel, gravel bed, gravel driveway, gravel "
        "garden, gravel path, gravel road, gravelly, grey gravel, pea gravel, rubble, stone chippings, "
        "white gravel",
        near="pebbles, stone, sand",
    ),
    "pebble bed": concept(
        "surface",
        "bed of pebbles, bed of stones, grey pebble bed, pebble bed, pebble floor, pebble ground, pebble "
        "shore, pebbled, pebbly, river bed, riverbed, riverbed stones, shingle, stony ground",
        near="pebbles, gravel",
    ),
    "dark concrete": concept(
        "surface",
        "asphalt, bitumen, black cement board, blacktop, bunker, car park, dark concrete, dark industrial, "
        "moody concrete, parking garage, parking lot, pitch surface, road surface, roadway, tarmac, "
        "tarmacadam, tunnel, underpass, wet concrete, wet floor, wet ground, wet pavement, wet road, wet "
        "street",
        near="slate, concrete",
        pairs={
            "anthracite, black, charcoal, dark, dark grey, deep grey, graphite": CEMENTS,
        },
    ),
    "concrete": concept(
        "surface",
        "ando wall, bare concrete, besser block, beton, beton brut, beton cire, board formed concrete, "
        "board marked concrete, breeze block, brutal concrete, brutalism, brutalist, cement, cement block, "
        "cement board, cinderblock, concrete, concrete block, concrete ledge, concrete tiles, concretised, "
        "cracked concrete, epoxy floor, eternit, exposed concrete, factory floor, ferrocement, fibre "
        "cement, fibre concrete, gfrc, grey render, grout, industrial concrete, industrial floor, loft "
        "floor, micro concrete, microcement, mortar, plastered floor, poured concrete, power floated floor, "
        "precast concrete, raw concrete, reinforced concrete, render wall, resin floor, sand cement, "
        "screed, shuttered concrete, sidewalk concrete, skatepark, tadao ando, urban concrete, warehouse "
        "floor",
        near="dark concrete, plaster, stone",
    ),
    "checkerboard": concept(
        "surface",
        "black and white check floor, black and white checkerboard, black and white checkerboard floor, "
        "black and white checkered, black and white checkered floor, black and white checks, black and "
        "white chequered, black and white floor tile, black and white tile, checker floor, checkerboard, "
        "checkerboard floor, checkerboard tile, checkered floor, checkered tile, chequerboard, chequered "
        "floor, chess board, chessboard",
        near="tiles",
    ),
    "moroccan tiles": concept(
        "surface",
        "andalusian tile, azulejo, bejmat, cement tile, delft tile, encaustic, encaustic tile, hydraulic "
        "tile, maiolica, majolica, mediterranean tile, mexican tile, moroccan mosaic, moroccan pattern, "
        "moroccan patterned tiles, moroccan tile, ornamental tile, patterned tile, portuguese tile, spanish "
        "tile, talavera, zelige, zellige, zellige tile, zellij",
        near="tiles",
    ),
    "tiles": concept(
        "surface",
        "brick tile, ceramic counter, ceramic floor, ceramic surface, ceramic tile, ceramic wall, cotto, "
        "faience, finger tile, fired tile, fish scale tile, glass tile, grid tiles, grouted, hammam, hex "
        "tile, hexagon tile, hexagonal tile, honeycomb tile, kit kat tile, kitkat tile, metro tile, mosaic, "
        "penny round, penny tile, pool tiles, porcelain counter, porcelain floor, porcelain slab, porcelain "
        "stoneware, porcelain tile, quarry tile, retro tile, saltillo tile, scallop tile, shower tiles, "
        "shower wall, stoneware tile, subway tile, swimming pool tiles, tessellated, tessera, tesserae, "
        "tile, tiles, tilework, tiling, vintage tile, wet room, y2k grid",
        near="concrete",
    ),
}  # fmt: skip
