"""Surfaces of cloth, leather, ground, metal, glass and paper."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

METALS = "aluminium, brass, bronze, chrome, copper, iron, metal, steel, tin, zinc"
CLOTHS = "chiffon, cloth, fabric, satin, silk"
GROUNDS = "dirt, earth, ground, mud, soil"

STUFFS: dict[str, Concept] = {
    "denim": concept(
        "surface",
        "blue denim, dark denim, denim, denim cloth, denim fabric, faded denim, indigo denim, jean, jean "
        "fabric, jeans, jeans fabric, raw denim, stone wash denim, stone washed denim, stonewashed denim, "
        "washed denim",
        near="linen",
    ),
    "burlap": concept(
        "surface",
        "burlap, burlap cloth, burlap fabric, burlap sack, coffee sack, coir mat, grain sack, gunny, gunny "
        "sack, hessian, hessian cloth, hessian sack, jute, jute cloth, jute fabric, jute mat, jute rug, "
        "jute sack, jute weave, potato sack, sackcloth, sacking, sisal, sisal mat, sisal rug",
        near="linen",
    ),
    "crumpled paper": concept(
        "surface",
        "creased paper, crinkled paper, crumpled foil, crumpled kraft, crumpled kraft paper, crumpled "
        "paper, crumpled paper background, crumpled tissue paper, crushed paper, scrunched paper, wrinkled "
        "paper",
        near="seamless, plaster",
    ),
    "glitter": concept(
        "surface",
        "champagne sequin, glitter, glitter background, glitter surface, gold glitter, gold sequin, gold "
        "sequins, gold sparkles, golden glitter, rose gold glitter, sequin, sequin fabric, sequins, silver "
        "glitter, sparkling gold",
        near="metal",
    ),
    "straw": concept(
        "surface",
        "bale of hay, bales of straw, dried straw, dry straw, hay, hay bale, hay bales, haystack, straw, "
        "straw bale, straw bales, straw bed, straw floor",
        near="burlap, sand, grass",
    ),
    "tatami": concept(
        "surface",
        "igusa, rush mat, rush matting, tatami, tatami floor, tatami mat, tatami mats",
        near="bamboo, rattan",
    ),
    "linen": concept(
        "surface",
        "alpaca, angora, area rug, artist canvas, bandana, bath towel, batik, batiste, beach towel, bed, "
        "bedclothes, bedcover, bedding, bedsheet, bedspread, belgian linen, berber, blanket, block print, "
        "boucle, broadcloth, brocade, broderie anglaise, calico, cambric, canvas, carpet, cashmere, "
        "chambray, cheesecloth, chintz, cloth, coir, comforter, cotton, coverlet, cretonne, damask, "
        "dhurrie, dish towel, dishcloth, doily, dropcloth, duck canvas, duvet, eiderdown, embroidered "
        "cloth, embroidered linen, embroidery, exercise mat, eyelet, fabric, felt, fitness mat, flannel, "
        "flax, gabardine, gauze, gym mat, handkerchief, harris tweed, hemp, herringbone fabric, herringbone "
        "wool, homespun, hopsack, houndstooth, ikat, jacquard, jersey fabric, kantha, kilim, kitchen towel, "
        "lace, lawn cotton, linen, linen runner, loden, mat, messy bed, mohair, moroccan rug, mudcloth, "
        "muslin, napkin, nappe, natural linen, needlework, oriental rug, osnaburg, oxford cloth, painters "
        "canvas, pashmina, patchwork, percale, persian rug, placemat, plaid, poplin, quilt, quilting, raw "
        "linen, ruffled linen, rug, sailcloth, sateen, seersucker, serge, serviette, shawl, shearling "
        "cloth, shibori, suzani, table runner, tablecloth, tapestry, tartan, tartan blanket, tartan throw, "
        "tea towel, terry, terrycloth, textile, threads, throw, ticking, ticking stripe, toile, toile de "
        "jouy, towel, towelling, tweed, twill, unmade bed, upholstered, upholstery, voile cloth, waffle "
        "cloth, waffle towel, waffle weave, washed linen, weave, wool, worsted, woven cloth, woven fabric, "
        "woven surface, woven textile, yoga mat",
        near="drape, velvet",
    ),
    "court": concept(
        "surface",
        "acrylic court, blue tennis court, clay court, clay tennis court, hard court, tennis court, tennis "
        "court surface, tennis hard court",
        near="track, concrete",
    ),
    "sea bed": concept(
        "surface",
        "ocean bed, ocean floor, sandy sea bed, sea bed, sea floor, seabed, seafloor, underwater sand",
        near="sand",
    ),
    "track": concept(
        "surface",
        "athletics track, race track, red running track, running lanes, running track, tartan track",
        near="dark concrete",
    ),
    "raked sand": concept(
        "surface",
        "karesansui, raked gravel, raked sand, sand garden, zen garden, zen garden sand, zen sand",
        near="sand, gravel",
    ),
    "knit": concept(
        "surface",
        "arm knit, cable knit, chunky blanket, chunky knit, chunky knit blanket, chunky knit throw, chunky "
        "knitted, chunky knitted blanket, chunky throw, chunky wool, chunky wool blanket, cosy blanket, "
        "crochet, crocheted, fisherman knit, knit, knit blanket, knit throw, knitted, knitted blanket, "
        "knitted fabric, knitted throw, knitted wool, knitwear, merino, merino blanket, ribbed knit, wool "
        "blanket, wool throw, woolen blanket, woollen blanket, woolly blanket, yarn",
        near="linen",
    ),
    "gingham": concept(
        "surface",
        "buffalo check, check cloth, checked blanket, checked cloth, checked table cloth, checked "
        "tablecloth, checkered blanket, checkered cloth, checkered table cloth, checkered tablecloth, "
        "gingham, gingham table cloth, gingham cloth, gingham tablecloth, picnic blanket, picnic cloth, "
        "picnic rug, picnic tablecloth, vichy check",
        near="linen",
    ),
    "blue gingham": concept(
        "surface",
        "blue and white check, blue and white checked cloth, blue and white checked tablecloth, blue and "
        "white gingham, blue checked blanket, blue checked cloth, blue checked tablecloth, blue gingham",
        near="gingham, linen",
    ),
    "drape": concept(
        "surface",
        "bridal, charmeuse, chiffon, crepe, crepe de chine, cupro, damask silk, drape, drapes of silk, "
        "duchess satin, dupioni, fabric folds, fabric waves, folds of cloth, folds of fabric, "
        "georgette, gossamer, habotai, mikado, moire, organza, parachute silk, polyester satin, raw "
        "silk, rayon, sari silk, sateen drape, satin, satin folds, satin waves, shantung, sheer cloth, "
        "silk, silk folds, soft folds, swathed, swathes, taffeta, tencel, tulle, viscose, wedding, "
        "wedding dress fabric",
        near="linen, velvet",
        pairs={
            "billowing, cascading, draped, floating, flowing, glossy, rippled, rippling, shiny, wavy": CLOTHS,
        },
    ),
    "fur": concept(
        "surface",
        "faux fur, flokati, fluffy carpet, fluffy fabric, fluffy rug, fur, fur rug, fur throw, furry rug, "
        "lambskin, long pile rug, shag carpet, shag rug, shaggy carpet, shaggy rug, sheepskin, sheepskin "
        "rug",
        near="knit, velvet, linen",
    ),
    "velvet": concept(
        "surface",
        "alcantara, chenille, cord, corduroy, cotton velvet, devore, fleece, flocked, flocking, fluffy "
        "blanket, microfibre, mink, moleskin, needlecord, panne velvet, pile carpet, plush, polar fleece, "
        "royal velvet, shag pile, shearling, sherpa, silk velvet, teddy fabric, teddy fleece, ultrasuede, "
        "velour, velvet, velvet box lining, velvet chair, velvet drape, velvet pad, velvet sofa, velveteen",
        near="linen",
    ),
    "leather": concept(
        "surface",
        "alligator skin, antique leather, buckskin, calf leather, calfskin, chamois, chesterfield, "
        "chesterfield sofa, cordovan, cow skin, cowhide, croc, crocodile, crocodile skin, deerskin, "
        "distressed leather, embossed leather, faux leather, full grain leather, goatskin, italian "
        "leather, kidskin, leather, leather armchair, leather blotter, leather bound, leather chair, "
        "leather couch, leather hide, leather lounge, leather mat, leather pad, leather seat, leather "
        "sofa, leather upholstery, leatherette, leatherwork, lizard skin, napa leather, nappa, "
        "naugahyde, nubuck, ostrich leather, oxhide, pebbled leather, pigskin, pleather, pu leather, "
        "rawhide, saddle, saddlery, shagreen, shoe leather, snakeskin, stingray leather, suede, tanned "
        "hide, tannery, tooled leather, top grain leather, veg tan leather, vegan leather, vegetable "
        "tanned leather, vintage leather",
        near="velvet",
    ),
    "sand": concept(
        "surface",
        "beach floor, beach sand, beachfront, coarse sand, diatomite, dry sand, grains of sand, heap of "
        "sand, hot sand, kinetic sand, loose sand, pile of sand, rippled sand, sand, sand "
        "beach, sand bed, sand ripples, sand spit, sandbank, sandbar, sandbox, sandcastle, sandpit, sandy "
        "beach, sandy shore, shingle sand, sunlit sand, tropical sand, warm sand, windswept sand",
        near="travertine",
    ),
    "black sand": concept(
        "surface",
        "basalt sand, black beach sand, black lava sand, black sand, black volcanic sand, dark volcanic "
        "sand, lava sand, volcanic ash, volcanic sand",
        near="sand, soil",
    ),
    "red sand": concept(
        "surface",
        "martian ground, martian sand, martian soil, martian surface, red desert sand, red dirt, red dust, "
        "red dusty ground, red sand, rust red sand",
        near="dry earth, sand",
    ),
    "fallen leaves": concept(
        "surface",
        "autumn ground, autumn leaves on the ground, autumnal ground, bed of leaves, carpet of leaves, "
        "fallen autumn leaves, ground covered in leaves, ground covered with leaves, heap of leaves, layer "
        "of leaves, leaf carpet, leaf covered ground, leaf litter, leaf pile, leaves on the ground, leafy "
        "ground, pile of leaves, scattered leaves on the ground",
        near="autumn, moss, soil",
        pairs={
            "bed of, blanket of, carpet of, heap of, layer of, pile of":
            "autumn leaf, autumnal leaf, brown leaf, dead leaf, dried leaf, dry leaf, fall leaf, fallen "
            "leaf, golden leaf, maple leaf, oak leaf, orange leaf, red leaf, yellow leaf",
            "autumn leaf, autumn leaves, fall leaves, fallen leaf, fallen leaves, maple leaf, maple leaves":
            "carpet, floor, ground, pile",
        },
    ),
    "soil": concept(
        "surface",
        "adobe ground, ash ground, bark chips, bark mulch, clay ground, coffee grounds, compost, dark soil, "
        "dirt, dirt path, dirt track, earth, flowerbed, garden soil, humus, laterite, loam, mud, mulch, "
        "peat, ploughed earth, ploughed field, plowed field, potting mix, potting soil, raised bed, rammed "
        "earth, sod soil, soil, soil bed, terra preta, tilled soil, topsoil, turf soil, turned earth, "
        "vegetable bed, vegetable patch, wood mulch",
        near="dry earth, moss",
        pairs={
            "bare, dark, fertile, loose, potting": GROUNDS,
        },
    ),
    "dry earth": concept(
        "surface",
        "cracked clay, cracked desert earth, cracked dry earth, cracked dry ground, desert ground, drought, "
        "dry cracked earth, dry cracked ground, dry cracked mud, dry cracked soil, dry lake, dry lakebed, "
        "dry riverbed, mudflat, salt flat",
        near="soil, sand",
        pairs={
            "cracked, dried, dry, parched": GROUNDS,
        },
    ),
    "moss": concept(
        "surface",
        "algae, bog, carpet of moss, cushion moss, ferny floor, forest bed, forest floor, forest "
        "ground, kokedama, lichen, liverwort, lush moss, marsh, marshland, moss, moss ball, moss bed, "
        "moss carpet, moss green floor, moss mat, moss patch, moss stone, mossy bank, mossy forest, "
        "mossy green, mossy log, mossy stone, mossy tree, mossy trunk, mossy wood, peat moss, reindeer "
        "moss, sea moss, spanish moss, sphagnum, swamp, terrarium, undergrowth, wetland, woodland bed, "
        "woodland floor, woodland ground",
        near="grass",
    ),
    "grass": concept(
        "surface",
        "artificial grass, artificial turf, astroturf, back lawn, barley, barley field, baseball, baseball "
        "field, blades of grass, bluegrass, clover, clover field, clover leaves, cornfield, cricket pitch, "
        "cut grass, dewy grass, dry grass, fairway, fake grass, faux grass, flower meadow, football field, "
        "football pitch, freshly cut grass, garden lawn, golf, golf course, golf course green, golf green, "
        "grass, grass blades, grass field, grass mat, grass patch, grassland, hayfield, lawn, lush grass, "
        "manicured grass, manicured lawn, meadow, mown grass, mown lawn, ornamental grass, paddock, paddy "
        "field, pampa, picnic lawn, putting green, reedbed, rice field, rugby pitch, ryegrass, savanna, "
        "savannah, sedge, shamrock, shamrock field, soccer field, soccer pitch, sod, sports field, spring "
        "grass, stadium grass, steppe, summer grass, synthetic turf, trimmed grass, turf, village green, "
        "wheatfield, wild grass, wild meadow, wildflower meadow, yellow grass",
        near="moss",
    ),
    "snow": concept(
        "surface",
        "artificial snow, cracked ice, dusted with snow, dusting of snow, fake snow, fluffy snow, frost, "
        "frozen, frozen lake, glacier, glittering snow, hoarfrost, ice cave, ice cold surface, ice floe, "
        "ice palace, ice queen, ice rink, iceberg, icicle, icy, igloo, melting snow, packed snow, "
        "permafrost, powder snow, powdery snow, sleet, snow, snow bed, snow dusted, snow laden, snow white "
        "ground, snowbank, snowbound, snowdrift, snowfield, snowflake, snowy field, sparkling snow, "
        "untouched snow, virgin snow",
        near="winter landscape",
    ),
    "hall floor": concept(
        "surface",
        "basketball court floor, gym floor, gymnasium floor, hall floor, hardwood court, indoor court floor, "
        "maple court, maple sports floor, parquet court, sports floor",
        near="light oak, wood",
    ),
    "water": concept(
        "surface",
        "aquatic, basin, brook, bubble bath, calm water, canal, cascade, caustics, clear shallow water with "
        "ripples, creek, crystal clear water, dark water, flood, flowing water, foam bath, glassy lake, "
        "glassy water, half "
        "submerged, hot spring, hot tub, jacuzzi, koi pond, lagoon, lake surface, lily pond, marine, "
        "mermaid, mirror water, monsoon, moving water, nautical, ocean surface, onsen, partially submerged, "
        "partly submerged, pond, puddle, rain, raindrops, raining, rainwater, rapids, reflecting pool, "
        "ripple, rippling, river, riverbank, running water, sea surface, seawater, shallow water, shallows, "
        "sparkling blue water, "
        "still water, stream, streambed, sunlit water, tide pool, tranquil water, transparent water, venice "
        "canal, water, water bed, wave",
        near="mirror",
    ),
    "metal": concept(
        "surface",
        "alloy, aluminium, aluminum, anvil, baking sheet, baking tray, brass, brass plate, bronze, car "
        "bonnet, car hood, carbon fiber, carbon fibre, chainmail, checker plate, chequer plate, chrome, "
        "chromium, cooling rack, copper, copper plate, cor ten, corroded, corrosion, corten, diamond plate, "
        "duralumin, foil, galvanised, gilded, gilt, grating, gunmetal surface, inox, iron, iron plate, "
        "ironwork, machined, machinery, mercurial, metal, metal grate, metal grid, metal mesh, metal plate, "
        "metallic, metallic gold, nickel, oven tray, patina, pewter plate, pewter tray, platinum surface, "
        "rust surface, rusted, rusty, sheet pan, silver plate, stainless, stainless steel sink, steel, "
        "steel grate, steel mesh, steel plate, steel wool pad, steelwork, tin, tinfoil, titanium, toolbox, "
        "tread plate, tungsten, verdigris, wire mesh, wire rack, wolfram, wrought iron, zinc, zinc bar",
        near="mirror",
        pairs={
            "anodised, burnished, corrugated, dark, hammered, industrial, liquid, oxidised, "
            "patinated, perforated, polished, raw, satin, scratched, shiny, weathered": METALS,
            "brass, chrome, copper, gold, golden, metal, rose gold, silver, steel": "tray, platter",
        },
    ),
    "cork": concept(
        "surface",
        "agglomerated cork, bark cork, bulletin board, cork, cork block, cork fabric, cork mat, cork "
        "oak, cork tile, cork trivet, corkboard, corkwood, natural cork, notice board, pinboard, "
        "pressed cork",
        near="light oak, pine, wood",
    ),
    "mirror": concept(
        "surface",
        "abalone, acrylic, acrylic block, acrylic board, antique mirror, broken glass, bronze mirror, "
        "crystal surface, dark mirror, enamel, epoxy, fluted glass, formica, frosted acrylic, frosted "
        "glass, frosted lucite, frosted perspex, frosted plexi, frosted plexiglass, frosted resin, glass, "
        "glass block, glass pane, glass plate, glaze, glistening, gloss, grand piano, high shine, hpl, "
        "japanese lacquer, lacquer, latex, lightbox, lucite, melamine, mirror, mirror tile, mother of "
        "pearl, nacre, patent, patent leather surface, perspex, piano, piano black, plexi, plexiglass, "
        "polished, polycarbonate, pvc, reeded glass, reflecting, reflection, reflective, resin, ribbed "
        "glass, rippled glass, sea glass, shiny, smoked glass, smoked mirror, stained glass, tempered "
        "glass, tinted glass, translucent, transparent acrylic, transparent lucite, transparent perspex, "
        "transparent plexi, transparent plexiglass, transparent resin, transparent surface, urushi, "
        "varnish, vinyl surface, wavy glass, wet glass, wet surface",
        near="metal, marble",
    ),
    "iridescent": concept(
        "surface",
        "hologram, holographic, iridescent, opalescent, pearlescent",
        near="mirror, metal",
    ),
    "seamless": concept(
        "surface",
        "amazon, backdrop roll, background roll, baking paper, blank, block colour, bristol board, "
        "cardboard, cardstock, catalog background, catalogue background, catalogue style, chroma key, "
        "chromakey, clean studio, colorama, colour block, colour blocked, colour blocking, construction "
        "paper, cove, coving, craft board, craft paper, crepe paper, cut out look, cutout style, cyc, "
        "cyclo, cyclorama, e commerce, ebay, empty studio, etsy listing, flat colour, foamboard, foamcore, "
        "google shopping, gradient, greaseproof paper, green screen, id photo, infinite white, infinity "
        "cove, infinity curve, infinity sweep, infinity wall, isolated, knockout background, light tent, "
        "lightbox look, limbo, marketplace, mat board, monochromatic, monochrome, monotone, ombre, one "
        "colour, origami, packshot, paper, paper backdrop, paper craft, paper fold, paper roll, paperboard, "
        "papercut, papyrus, parchment, passport photo, plain, polystyrene, posterboard, pvc backdrop, rice "
        "paper, savage paper, savage universal, seamless, seamless roll, shopify, single colour, solid "
        "color, solid colour, solid wall, studio backdrop, studio background, styrofoam, sweep, tissue "
        "paper, tonal, tone on tone, uniform colour, vellum, vinyl backdrop, void, washi, watercolour "
        "paper, wrapping paper",
        pairs={
            "clean, curved, empty, endless, even, flat, infinite, infinity, simple, smooth, solid, "
            "uniform": "backdrop, background",
        },
    ),
}  # fmt: skip
