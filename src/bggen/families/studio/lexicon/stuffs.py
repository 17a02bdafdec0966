"""Surfaces of cloth, leather, ground, metal, glass and paper."""

from __future__ import annotations

from bggen.families.studio.lexicon.entries import Concept, concept

STUFFS: dict[str, Concept] = {
    "linen": concept(
        "surface",
        "alpaca, angora, area rug, artist canvas, bandana, bath towel, batik, batiste, beach towel, bed, "
        "bed cover, bed sheet, bedclothes, bedcover, bedding, bedsheet, bedspread, belgian linen, berber, "
        "blanket, block print, boucle, broadcloth, brocade, broderie anglaise, burlap, burlap sack, cable "
        "knit, calico, cambric, canvas, carpet, cashmere, chambray, check cloth, checked cloth, checked "
        "tablecloth, cheesecloth, chintz, chunky knit, cloth, coffee sack, coir, comforter, cotton, "
        "coverlet, cretonne, crochet, cushion, damask, denim, dhurrie, dish cloth, dish towel, dishcloth, "
        "doily, drop cloth, dropcloth, duck canvas, duvet, eiderdown, embroidered cloth, embroidered "
        "linen, embroidery, eyelet, fabric, faded denim, felt, flannel, flax, gabardine, gauze, gingham, "
        "grain sack, gunny, gym mat, handkerchief, harris tweed, hemp, herringbone fabric, herringbone "
        "wool, hessian, hessian sack, homespun, hopsack, houndstooth, ikat, jacquard, jeans, jersey "
        "fabric, jute, jute mat, jute sack, kantha, kilim, kitchen towel, knit, knitted, knitwear, lace, "
        "lawn cotton, linen, linen runner, loden, macrame, mat, merino, messy bed, mohair, moroccan rug, "
        "mudcloth, muslin, napkin, nappe, natural linen, needlework, oriental rug, osnaburg, oxford cloth, "
        "painters canvas, pashmina, patchwork, percale, persian rug, picnic blanket, picnic cloth, pillow, "
        "placemat, plaid, poplin, quilt, quilting, raw denim, raw linen, ruffled linen, rug, sackcloth, "
        "sacking, sailcloth, sateen, seersucker, serge, serviette, shag rug, shawl, shearling cloth, "
        "shibori, stone wash denim, stone washed denim, stonewashed denim, suzani, table runner, "
        "tablecloth, tablecloths, tapestry, tartan, tea towel, terry, terrycloth, textile, threads, throw, "
        "ticking, ticking stripe, toile, toile de jouy, towel, towelling, tweed, twill, unmade bed, "
        "upholstered, upholstery, voile cloth, waffle cloth, waffle towel, waffle weave, washed denim, "
        "washed linen, weave, wool, woolen, woollen, worsted, woven cloth, woven fabric, woven surface, "
        "woven textile, yarn, yoga mat",
        near="drape, velvet",
    ),
    "drape": concept(
        "surface",
        "billowing chiffon, billowing cloth, billowing fabric, billowing satin, billowing silk, bridal, "
        "cascading fabric, cascading silk, charmeuse, chiffon, crepe, crepe de chine, cupro, damask silk, "
        "drape, draped, draped satin, draped silk, drapes of silk, duchess satin, dupioni, fabric folds, "
        "fabric waves, floating cloth, floating fabric, flowing chiffon, flowing cloth, flowing fabric, "
        "flowing satin, flowing silk, folds of cloth, folds of fabric, georgette, glossy cloth, glossy "
        "fabric, gossamer, habotai, mikado, moire, organza, parachute silk, polyester satin, raw silk, "
        "rayon, rippling chiffon, rippling cloth, rippling fabric, rippling satin, rippling silk, sari "
        "silk, sateen drape, satin, satin folds, satin waves, shantung, sheer cloth, shiny cloth, shiny "
        "fabric, silk, silk folds, soft folds, swathed, swathes, taffeta, tencel, tulle, viscose, wavy "
        "chiffon, wavy cloth, wavy fabric, wavy satin, wavy silk, wedding, wedding dress fabric",
        near="linen, velvet",
    ),
    "velvet": concept(
        "surface",
        "alcantara, chenille, cord, corduroy, cotton velvet, devore, faux fur, fleece, flocked, flocking, "
        "fluffy blanket, fluffy carpet, fluffy fabric, fluffy rug, fur, lambskin, microfibre, mink, "
        "moleskin, needlecord, panne velvet, pile carpet, plush, polar fleece, royal velvet, shag pile, "
        "shearling, sheepskin, sherpa, silk velvet, teddy fabric, teddy fleece, ultrasuede, velour, "
        "velvet, velvet box lining, velvet chair, velvet drape, velvet pad, velvet sofa, velveteen",
        near="linen",
    ),
    "leather": concept(
        "surface",
        "alligator skin, antique leather, buckskin, calf leather, calfskin, chamois, chesterfield, "
        "chesterfield sofa, cordovan, cow hide, cow skin, cowhide, croc, crocodile, crocodile skin, "
        "deerskin, distressed leather, embossed leather, faux leather, full grain leather, goatskin, "
        "italian leather, kidskin, leather, leather armchair, leather blotter, leather bound, leather "
        "chair, leather couch, leather hide, leather lounge, leather mat, leather pad, leather seat, "
        "leather sofa, leather upholstery, leatherette, leatherwork, lizard skin, napa leather, nappa, "
        "naugahyde, nubuck, ostrich leather, oxhide, pebbled leather, pigskin, pleather, pu leather, "
        "rawhide, saddle, saddle leather, saddlery, shagreen, shoe leather, snakeskin, stingray leather, "
        "suede, tanned hide, tannery, tooled leather, top grain leather, veg tan leather, vegan leather, "
        "vegetable tanned leather, vintage leather",
        near="velvet",
    ),
    "sand": concept(
        "surface",
        "arabian, arid, beach floor, beach sand, beachfront, coarse sand, death valley, desert, desert "
        "dunes, desert landscape, diatomite, dry sand, dubai desert, dune, dune landscape, dunes, "
        "dunescape, egypt, egyptian, gobi, grains of sand, heap of sand, hot sand, joshua tree, kinetic "
        "sand, loose sand, mars, martian, mojave, morocco desert, namib, namibia, oasis, pile of sand, "
        "pyramids, raked gravel, raked sand, rippled sand, rolling dunes, sahara, sand, sand bar, sand "
        "beach, sand bed, sand pit, sand ripples, sand spit, sandbank, sandbar, sandbox, sandcastle, "
        "sandpit, sandstorm, sandy, sandy beach, sandy shore, shingle sand, shoreline, sunlit sand, "
        "tropical sand, wadi, warm sand, windswept sand, zen sand",
        near="travertine",
    ),
    "soil": concept(
        "surface",
        "adobe ground, ash ground, bare dirt, bare earth, bare ground, bare mud, bare soil, bark chips, "
        "bark mulch, clay ground, coffee grounds, compost, cracked desert earth, cracked dirt, cracked "
        "earth, cracked ground, cracked mud, cracked soil, dark dirt, dark earth, dark mud, dark soil, "
        "dirt, dirt path, dirt track, dried mud, drought, dry dirt, dry earth, dry ground, dry lake, dry "
        "lakebed, dry mud, dry soil, earth, fertile dirt, fertile earth, fertile mud, fertile soil, flower "
        "bed, flowerbed, ground soil, humus, laterite, loam, loose dirt, loose earth, loose mud, loose "
        "soil, mud, mud flat, mudflat, mulch, parched dirt, parched earth, parched mud, parched soil, "
        "peat, pile of soil, ploughed earth, ploughed field, plowed field, potting dirt, potting earth, "
        "potting mix, potting mud, potting soil, raised bed, rammed earth, salt flat, sod soil, soil, soil "
        "bed, terra preta, tilled soil, topsoil, turf soil, turned earth, vegetable bed, vegetable patch, "
        "wood mulch",
        near="moss",
    ),
    "moss": concept(
        "surface",
        "algae, bog, carpet of moss, cushion moss, ferny floor, forest bed, forest floor, forest ground, "
        "kokedama, lichen, liverwort, lush moss, marsh, marshland, moss, moss ball, moss bed, moss carpet, "
        "moss green floor, moss mat, moss patch, moss stone, mossed, mossy, mossy bank, mossy forest, "
        "mossy green, mossy log, mossy stone, mossy tree, mossy trunk, mossy wood, peat moss, reindeer "
        "moss, sea moss, spanish moss, sphagnum, swamp, terrarium, undergrowth, wetland, woodland bed, "
        "woodland floor, woodland ground",
        near="grass",
    ),
    "grass": concept(
        "surface",
        "artificial grass, artificial turf, astroturf, back lawn, barley, barley field, baseball, baseball "
        "field, blades of grass, bluegrass, clover, clover field, clover leaves, corn field, cornfield, "
        "cricket pitch, cut grass, dewy grass, dry grass, fairway, fake grass, faux grass, flower meadow, "
        "football field, football pitch, freshly cut grass, garden lawn, golf, golf course, golf green, "
        "grass, grass blades, grass field, grass mat, grass patch, grassland, hay, hay bale, hay field, "
        "hayfield, haystack, lawn, lush grass, manicured grass, manicured lawn, meadow, mown grass, mown "
        "lawn, ornamental grass, paddock, paddy field, pampa, picnic lawn, putting green, reedbed, rice "
        "field, rugby pitch, ryegrass, savanna, savannah, sedge, shamrock, shamrock field, soccer field, "
        "soccer pitch, sod, sports field, spring grass, stadium grass, steppe, straw bale, summer grass, "
        "synthetic turf, tennis court, trimmed grass, turf, village green, wheatfield, wild grass, wild "
        "meadow, wildflower meadow, yellow grass",
        near="moss",
    ),
    "snow": concept(
        "surface",
        "antarctic, antarctica, apres ski, arctic, artificial snow, blizzard, block of ice, blocks of ice, "
        "cracked ice, dusted with snow, dusting of snow, fake snow, fluffy snow, frost, frosty, frozen, "
        "frozen lake, glacier, glittering snow, greenland, hoar frost, hoarfrost, ice, ice block, ice "
        "cave, ice cold surface, ice floe, ice palace, ice queen, ice rink, iceberg, icicle, icy, igloo, "
        "lapland, melting snow, north pole, packed snow, permafrost, piste, polar, powder snow, powdery "
        "snow, ski, ski resort, skiing, sleet, slope, snow, snow bank, snow bed, snow capped, snow drift, "
        "snow dusted, snow field, snow laden, snow storm, snow white ground, snowbank, snowbound, "
        "snowcapped, snowdrift, snowfall, snowfield, snowflake, snowflakes, snowing, snowscape, snowstorm, "
        "snowy, snowy field, sparkling snow, tundra, untouched snow, virgin snow, winter, winter "
        "wonderland, wintertime",
        near="marble",
    ),
    "water": concept(
        "surface",
        "alpine lake, aquarium, aquatic, basin, bath tub, bathtub, brook, bubble bath, calm water, canal, "
        "cascade, caustics, creek, crystal clear water, dark water, dew, dew drops, dewdrops, droplets, "
        "flood, flowing water, foam bath, fountain, glassy lake, glassy water, hot spring, hot tub, "
        "infinity pool, jacuzzi, koi pond, lagoon, lake surface, lily pad, lily pond, marine, mermaid, "
        "mirror water, monsoon, moving water, nautical, ocean surface, onsen, pond, pool, poolwater, "
        "puddle, rain, rain drops, raindrops, raining, rainwater, rapids, reflecting pool, ripple, "
        "ripples, rippling, rippling water, river, river bed, riverbank, riverbed, running water, sea "
        "surface, seawater, shallow pool, sparkling blue water, splash, splashing, still water, stream, "
        "streambed, submerged, sunlit water, swimming pool, tidal, tide, tide pool, tranquil water, "
        "transparent water, underwater, venice canal, wading pool, water, water bed, water droplet, water "
        "drops, water lily, waterfall, waterlily, wave, waves, wet, wet glass",
        near="mirror",
    ),
    "metal": concept(
        "surface",
        "alloy, aluminium, aluminum, anodised aluminium, anodised brass, anodised bronze, anodised copper, "
        "anodised iron, anodised metal, anodised steel, anodised tin, anodised zinc, anvil, baking sheet, "
        "baking tray, brass, brass plate, bronze, brushed metal, brushed steel, burnished aluminium, "
        "burnished brass, burnished bronze, burnished copper, burnished iron, burnished metal, burnished "
        "steel, burnished tin, burnished zinc, car bonnet, car hood, carbon fiber, carbon fibre, chain "
        "mail, chainmail, checker plate, chequer plate, chrome, chromed, chromium, copper, copper plate, "
        "cor ten, corroded, corrosion, corrugated aluminium, corrugated brass, corrugated bronze, "
        "corrugated copper, corrugated iron, corrugated metal, corrugated steel, corrugated tin, "
        "corrugated zinc, corten, dark aluminium, dark brass, dark bronze, dark copper, dark iron, dark "
        "metal, dark steel, dark tin, dark zinc, diamond plate, duralumin, foil, galvanised, gilded, gilt, "
        "grating, gunmetal surface, hammered aluminium, hammered brass, hammered bronze, hammered copper, "
        "hammered iron, hammered metal, hammered steel, hammered tin, hammered zinc, industrial aluminium, "
        "industrial brass, industrial bronze, industrial copper, industrial iron, industrial metal, "
        "industrial steel, industrial tin, industrial zinc, inox, iron, iron plate, ironwork, liquid "
        "aluminium, liquid brass, liquid bronze, liquid chrome, liquid copper, liquid iron, liquid metal, "
        "liquid steel, liquid tin, liquid zinc, machined, machinery, mercurial, metal, metal barrel, metal "
        "grate, metal grid, metal mesh, metal plate, metallic, metallic gold, nickel, oil drum, oven tray, "
        "oxidised aluminium, oxidised brass, oxidised bronze, oxidised copper, oxidised iron, oxidised "
        "metal, oxidised steel, oxidised tin, oxidised zinc, patina, patinated aluminium, patinated brass, "
        "patinated bronze, patinated copper, patinated iron, patinated metal, patinated steel, patinated "
        "tin, patinated zinc, perforated aluminium, perforated brass, perforated bronze, perforated "
        "copper, perforated iron, perforated metal, perforated steel, perforated tin, perforated zinc, "
        "pewter plate, pewter tray, platinum surface, polished aluminium, polished brass, polished bronze, "
        "polished copper, polished iron, polished metal, polished steel, polished tin, polished zinc, raw "
        "aluminium, raw brass, raw bronze, raw copper, raw iron, raw metal, raw steel, raw tin, raw zinc, "
        "rust surface, rusted, rusty, satin aluminium, satin brass, satin bronze, satin copper, satin "
        "iron, satin metal, satin steel, satin tin, satin zinc, scratched aluminium, scratched brass, "
        "scratched bronze, scratched copper, scratched iron, scratched metal, scratched steel, scratched "
        "tin, scratched zinc, sheet metal, sheet pan, shiny aluminium, shiny brass, shiny bronze, shiny "
        "copper, shiny iron, shiny metal, shiny steel, shiny tin, shiny zinc, silver plate, stainless, "
        "stainless steel, stainless steel sink, steel, steel grate, steel mesh, steel plate, steel wool "
        "pad, steelwork, tin, tinfoil, titanium, toolbox, tread plate, tungsten, verdigris, weathered "
        "aluminium, weathered brass, weathered bronze, weathered copper, weathered iron, weathered metal, "
        "weathered steel, weathered tin, weathered zinc, wire mesh, wire rack, wolfram, wrought iron, "
        "zinc, zinc bar",
        near="mirror",
    ),
    "cork": concept(
        "surface",
        "agglomerated cork, bark cork, bulletin board, cork, cork block, cork fabric, cork mat, cork oak, "
        "cork tile, cork trivet, corkboard, corkwood, natural cork, notice board, pin board, pinboard, "
        "pressed cork",
        near="wood",
    ),
    "mirror": concept(
        "surface",
        "abalone, acrylic, acrylic block, acrylic board, antique mirror, broken glass, bronze mirror, "
        "crystal surface, dark mirror, enamel, epoxy, fluted glass, formica, frosted acrylic, frosted "
        "glass, frosted lucite, frosted perspex, frosted plexi, frosted plexiglass, frosted resin, glass, "
        "glass block, glass pane, glass plate, glass table, glaze, glistening, gloss, glossy, grand piano, "
        "high shine, hologram, holographic, hpl, iridescent, japanese lacquer, lacquer, lacquered, latex, "
        "lightbox, lucite, melamine, mirror, mirror tile, mother of pearl, nacre, opalescent, patent, "
        "patent leather surface, pearlescent, perspex, piano, piano black, plexi, plexiglass, polished, "
        "polycarbonate, pvc, reeded glass, reflecting, reflection, reflective, resin, ribbed glass, "
        "rippled glass, sea glass, shiny, smoked glass, smoked mirror, stained glass, tempered glass, "
        "tinted glass, translucent, transparent acrylic, transparent lucite, transparent perspex, "
        "transparent plexi, transparent plexiglass, transparent resin, transparent surface, urushi, "
        "varnish, vinyl surface, wavy glass",
        near="metal, marble",
    ),
    "seamless": concept(
        "surface",
        "amazon, backdrop roll, background roll, baking paper, blank, block colour, bristol board, card "
        "stock, card, cardboard, cardstock, catalog background, catalogue background, catalogue style, "
        "chroma key, chromakey, clean backdrop, clean background, clean studio, colorama, colour block, "
        "colour blocked, colour blocking, construction paper, cove, coving, craft board, craft paper, crepe "
        "paper, curved backdrop, curved background, cut out look, cutout style, cyc, cyclo, cyclorama, e "
        "commerce, ebay, empty backdrop, empty background, empty studio, endless backdrop, endless "
        "background, etsy listing, even backdrop, even background, flat backdrop, flat background, flat "
        "colour, foam board, foamboard, foamcore, google shopping, gradient, greaseproof paper, green "
        "screen, id photo, infinite backdrop, infinite background, infinite white, infinity backdrop, "
        "infinity background, infinity cove, infinity curve, infinity sweep, infinity wall, isolated, "
        "knockout background, kraft, light tent, lightbox look, limbo, marketplace, mat board, "
        "monochromatic, monochrome, monotone, ombre, one colour, origami, pack shot, packshot, paper, "
        "paper backdrop, paper craft, paper cut, paper fold, paper roll, paperboard, papercut, papyrus, "
        "parchment, passport photo, plain, plain background, polystyrene, poster board, posterboard, pvc "
        "backdrop, rice paper, savage paper, savage universal, seamless, seamless roll, shopify, simple "
        "backdrop, simple background, single colour, smooth backdrop, smooth background, solid backdrop, "
        "solid background, solid color, solid colour, solid wall, studio backdrop, studio background, "
        "studio sweep, styrofoam, sweep, tissue paper, tonal, tone on tone, uniform backdrop, uniform "
        "background, uniform colour, vellum, vinyl backdrop, void, washi, watercolour paper, wrapping "
        "paper",
    ),
}  # fmt: skip
