"""Surfaces of wood. Order matters where one phrase holds another: the narrower concept stands first."""

from __future__ import annotations

from bggen.families.studio.lexicon.entries import Concept, concept

WOODS: dict[str, Concept] = {
    "whitewashed wood": concept(
        "surface",
        "beadboard, bleached beadboard, bleached board, bleached floorboards, bleached panelling, bleached "
        "panels, bleached pine, bleached plank, bleached shiplap, bleached timber, bleached wood, bleached "
        "wooden, brocante, chalk painted wood, chipped white paint, chippy paint, coastal white wood, "
        "distressed white, distressed white wood, driftwood white, french country, gustavian, lime washed "
        "wood, limed beadboard, limed board, limed floorboards, limed oak, limed panelling, limed panels, "
        "limed pine, limed plank, limed shiplap, limed timber, limed wood, limed wooden, limewashed "
        "beadboard, limewashed board, limewashed floorboards, limewashed oak, limewashed panelling, "
        "limewashed panels, limewashed pine, limewashed plank, limewashed shiplap, limewashed timber, "
        "limewashed wood, limewashed wooden, milk painted wood, painted white boards, painted white "
        "planks, painted white timber, painted white wood, pickled beadboard, pickled board, pickled "
        "floorboards, pickled oak, pickled panelling, pickled panels, pickled pine, pickled plank, pickled "
        "shiplap, pickled timber, pickled wood, pickled wooden, shabby chic, shabby chic wood, shiplap, "
        "tongue and groove, white board, white floorboards, white painted boards, white painted planks, "
        "white painted timber, white painted wood, white panelling, white panels, white pine, white plank, "
        "white timber, white washed wood, white wood, white wooden, whitened beadboard, whitened board, "
        "whitened floorboards, whitened oak, whitened panelling, whitened panels, whitened pine, whitened "
        "plank, whitened shiplap, whitened timber, whitened wood, whitened wooden, whitewashed beadboard, "
        "whitewashed board, whitewashed floorboards, whitewashed oak, whitewashed panelling, whitewashed "
        "panels, whitewashed pine, whitewashed plank, whitewashed shiplap, whitewashed timber, whitewashed "
        "wood, whitewashed wooden",
        near="light oak, wood",
    ),
    "rustic wood": concept(
        "surface",
        "antique beam, antique board, antique oak, antique pine, antique plank, antique table, antique "
        "timber, antique wooden, apple crate, bark, barn beam, barn board, barn door, barn oak, barn pine, "
        "barn plank, barn table, barn timber, barn wood, barn wooden, barnboard, barnwood, barrel, bread "
        "board, breadboard, butcher block, butcher's block, cabin wood, carpenters bench, carving board, "
        "cask, charcuterie board, cheese board, chopping board, country kitchen table, countryside table, "
        "cowboy, cracked beam, cracked board, cracked oak, cracked pine, cracked plank, "
        "cracked table, cracked timber, "
        "cracked wood, cracked wooden, crate, cutting board, distressed beam, distressed board, distressed "
        "oak, distressed pine, distressed plank, distressed table, distressed timber, distressed wood, "
        "distressed wooden, farm kitchen table, farm table, farmhouse, farmhouse beam, farmhouse chic, "
        "farmhouse kitchen table, farmhouse pine, farmhouse table, firewood, floating beam, fruit crate, "
        "gnarled beam, gnarled board, gnarled oak, gnarled pine, gnarled plank, gnarled table, gnarled "
        "timber, gnarled wood, gnarled wooden, hand hewn beam, hand hewn board, hand hewn oak, hand hewn "
        "pine, hand hewn plank, hand hewn table, hand hewn timber, hand hewn wood, hand hewn wooden, "
        "harvest table, kindling, knotted wood, knotty beam, knotty board, knotty oak, knotty pine, knotty "
        "plank, knotty table, knotty timber, knotty wood, knotty wooden, live edge, live edge beam, live "
        "edge pine, log, log cabin wall, log slice, logs, lumberjack, modern farmhouse, nailed boards, oak "
        "barrel, old barn, old beam, old board, old oak, old pine, old plank, old table, old timber, old "
        "wood, old wooden, pallet, pastry board, pizza peel, plank table, primitive table, railway "
        "sleeper, raw beam, raw board, raw edge slab, raw oak, raw pine, raw plank, raw table, raw timber, "
        "raw wood, raw wooden, reclaimed beam, reclaimed board, reclaimed oak, reclaimed pine, reclaimed "
        "plank, reclaimed table, reclaimed timber, reclaimed wood, reclaimed wooden, recycled beam, "
        "recycled board, recycled oak, recycled pine, recycled plank, recycled table, recycled timber, "
        "recycled wood, recycled wooden, refectory table, rough beam, rough board, rough hewn beam, rough "
        "hewn board, rough hewn oak, rough hewn pine, rough hewn plank, rough hewn table, rough hewn "
        "timber, rough hewn wood, rough hewn wooden, rough oak, rough pine, rough plank, rough sawn beam, "
        "rough sawn board, rough sawn oak, rough sawn pine, rough sawn plank, rough sawn table, rough sawn "
        "timber, rough sawn wood, rough sawn wooden, rough table, rough timber, rough wood, rough wooden, "
        "rustic, rustic kitchen table, rustic oak, rustic pine, rustic wood, rustic wooden, saloon, "
        "salvaged beam, salvaged board, salvaged oak, salvaged pine, salvaged plank, salvaged table, "
        "salvaged timber, salvaged wood, salvaged wooden, scaffold board, scaffolding boards, scarred "
        "beam, scarred board, scarred oak, scarred pine, scarred plank, scarred table, scarred timber, "
        "scarred wood, scarred wooden, serving board, sleepers, stump, tree bark, tree cookie, tree rings, "
        "tree slab, tree slice, tree stump, tree trunk, trestle table, upcycled beam, upcycled board, "
        "upcycled oak, upcycled pine, upcycled plank, upcycled table, upcycled timber, upcycled wood, "
        "upcycled wooden, vintage beam, vintage board, vintage oak, vintage pine, vintage plank, vintage "
        "table, vintage timber, vintage wood, vintage wooden, western, whiskey barrel, whisky barrel, wild "
        "west, wine barrel, wine cask, wine crate, wood board, wood pile, wood round, wood slice, wood "
        "tray, wooden barrel, wooden board, wooden box, wooden crate, wooden slice, wooden tray, woodpile, "
        "worn beam, worn board, worn oak, worn pine, worn plank, worn table, worn timber, worn wood, worn "
        "wooden",
        near="weathered wood, oak, wood",
    ),
    "weathered wood": concept(
        "surface",
        "aged board, aged cedar, aged oak, aged plank, aged table, aged teak, aged timber, aged wood, aged "
        "wooden, ashen board, ashen cedar, ashen oak, ashen plank, ashen table, ashen teak, ashen timber, "
        "ashen wooden, barn siding, beachwood, bleached driftwood, boardwalk, boat deck, clapboard, deck, "
        "decking, dock, drift wood, driftwood, faded board, faded cedar, faded decking, faded oak, faded "
        "plank, faded table, faded teak, faded timber, faded wooden, fence boards, gangplank, gray wood, "
        "grey board, grey cedar, grey oak, grey plank, grey table, grey teak, grey timber, grey wood, grey "
        "wooden, greyed board, greyed cedar, greyed oak, greyed plank, greyed table, greyed teak, greyed "
        "timber, greyed wood, greyed wooden, greying board, greying cedar, greying decking, greying oak, "
        "greying plank, greying table, greying teak, greying timber, greying wooden, jetty, mooring, old "
        "fence, patinated board, patinated cedar, patinated decking, patinated oak, patinated plank, "
        "patinated table, patinated teak, patinated timber, patinated wooden, picket fence, pier, quay, "
        "salt worn board, salt worn cedar, salt worn decking, salt worn oak, salt worn plank, salt worn "
        "table, salt worn teak, salt worn timber, salt worn wooden, sea worn board, sea worn cedar, sea "
        "worn oak, sea worn plank, sea worn table, sea worn teak, sea worn timber, sea worn wooden, ships "
        "deck, shipwreck wood, silver grey board, silver grey cedar, silver grey oak, silver grey plank, "
        "silver grey table, silver grey teak, silver grey timber, silver grey wooden, silvered board, "
        "silvered cedar, silvered oak, silvered plank, silvered table, silvered teak, silvered timber, "
        "silvered wooden, storm worn board, storm worn cedar, storm worn decking, storm worn oak, storm "
        "worn plank, storm worn table, storm worn teak, storm worn timber, storm worn wooden, sun bleached "
        "board, sun bleached cedar, sun bleached decking, sun bleached oak, sun bleached plank, sun "
        "bleached table, sun bleached teak, sun bleached timber, sun bleached wood, sun bleached wooden, "
        "sun deck, sun greyed wood, weatherboard, weathered board, weathered cedar, weathered decking, "
        "weathered grey wood, weathered oak, weathered plank, weathered table, weathered teak, weathered "
        "timber, weathered wood, weathered wooden, wharf, wooden deck, wooden dock, wooden fence, wooden "
        "jetty, wooden pier, yacht deck",
        near="rustic wood, wood",
    ),
    "light oak": concept(
        "surface",
        "ash table, ash timber, ash veneer, ash wood, ashwood, aspen, balsa, baltic birch, basswood, "
        "beech, beechwood, birch, birchwood, bleached ash, bleached beech, bleached birch, bleached maple, "
        "bleached oak, bleached plywood, bleached table, bleached veneer, blond ash, blond beech, blond "
        "birch, blond maple, blond oak, blond planks, blond plywood, blond table, blond timber, blond "
        "veneer, blond wood, blond wooden, blonde ash, blonde beech, blonde birch, blonde maple, blonde "
        "oak, blonde planks, blonde plywood, blonde table, blonde timber, blonde veneer, blonde wood, "
        "blonde wooden, bright ash, bright oak, bright planks, bright table, bright timber, bright veneer, "
        "bright wood, bright wooden, chipboard, cross laminated timber, european oak, hevea, honey ash, "
        "honey beech, honey birch, honey maple, honey oak, honey planks, honey plywood, honey table, honey "
        "timber, honey veneer, honey wood, honey wooden, hornbeam, japandi wood, light ash, light coloured "
        "wood, light hardwood, light oak, light oak wood, light planks, light table, light timber, light "
        "toned wood, light veneer, light wood, light wood grain, light wooden, lime tree wood, lime wood, "
        "limed ash, limed beech, limed birch, limed maple, limed plywood, limed table, limed veneer, "
        "linden wood, maple, mdf, muji, muuto, natural ash, natural beech, natural birch, natural maple, "
        "natural oak, natural planks, natural plywood, natural table, natural timber, natural veneer, "
        "natural wood, natural wooden, nordic ash, nordic beech, nordic birch, nordic maple, nordic oak, "
        "nordic planks, nordic plywood, nordic table, nordic timber, nordic veneer, nordic wood, nordic "
        "wooden, oiled oak, oriented strand board, osb, pale ash, pale oak, pale planks, pale table, pale "
        "timber, pale veneer, pale wood, pale wooden, particle board, paulownia, ply, plywood, poplar, raw "
        "ash, raw beech, raw birch, raw maple, raw plywood, raw veneer, rubber wood, rubberwood, scandi "
        "ash, scandi beech, scandi birch, scandi maple, scandi oak, scandi planks, scandi plywood, scandi "
        "table, scandi timber, scandi veneer, scandi wood, scandi wooden, scandinavian ash, scandinavian "
        "beech, scandinavian birch, scandinavian maple, scandinavian oak, scandinavian planks, "
        "scandinavian plywood, scandinavian table, scandinavian timber, scandinavian veneer, scandinavian "
        "wood, scandinavian wooden, soaped oak, sycamore, unfinished ash, unfinished beech, unfinished "
        "birch, unfinished maple, unfinished oak, unfinished planks, unfinished plywood, unfinished table, "
        "unfinished timber, unfinished veneer, unfinished wood, unfinished wooden, untreated ash, "
        "untreated beech, untreated birch, untreated maple, untreated oak, untreated planks, untreated "
        "plywood, untreated table, untreated timber, untreated veneer, untreated wood, untreated wooden, "
        "washed ash, washed beech, washed birch, washed maple, washed oak, washed planks, washed plywood, "
        "washed table, washed timber, washed veneer, washed wood, washed wooden, white ash, white oak",
        near="oak, pine, wood",
    ),
    "dark wood": concept(
        "surface",
        "african blackwood, antique dark ash, antique dark beams, antique dark boards, antique dark cedar, "
        "antique dark floorboards, antique dark oak, antique dark panelling, antique dark planks, antique "
        "dark table, antique dark timber, antique dark veneer, antique dark wood, antique dark wooden, "
        "antique wood, black ash, black beams, black boards, black cedar, black floorboards, black oak, "
        "black panelling, black planks, black table, black timber, black veneer, black wood, black wooden, "
        "blackened ash, blackened beams, blackened boards, blackened cedar, blackened floorboards, "
        "blackened oak, blackened panelling, blackened planks, blackened table, blackened timber, "
        "blackened veneer, blackened wood, blackened wooden, blackwood, bog oak, bog wood, brown wood "
        "stained dark, bubinga, burned ash, burned beams, burned boards, burned cedar, burned floorboards, "
        "burned oak, burned panelling, burned planks, burned table, burned timber, burned veneer, burned "
        "wood, burned wooden, burnt ash, burnt beams, burnt boards, burnt cedar, burnt floorboards, burnt "
        "oak, burnt panelling, burnt planks, burnt table, burnt timber, burnt veneer, burnt wood, burnt "
        "wooden, charred ash, charred beams, charred boards, charred cedar, charred floorboards, charred "
        "oak, charred panelling, charred planks, charred table, charred timber, charred veneer, charred "
        "wood, charred wooden, chesterfield study, chocolate brown wood, chocolate wood, cigar lounge, "
        "cocobolo, dark ash, dark beams, dark boards, dark brown wood, dark cedar, dark floorboards, dark "
        "hardwood, dark oak, dark panelling, dark parquet, dark planks, dark stained ash, dark stained "
        "beams, dark stained boards, dark stained cedar, dark stained floorboards, dark stained oak, dark "
        "stained panelling, dark stained planks, dark stained table, dark stained timber, dark stained "
        "veneer, dark stained wood, dark stained wooden, dark table, dark timber, dark toned wood, dark "
        "veneer, dark wood, dark wood grain, dark wooden, deep ash, deep beams, deep boards, deep cedar, "
        "deep floorboards, deep oak, deep panelling, deep planks, deep table, deep timber, deep veneer, "
        "deep wood, deep wooden, ebonised ash, ebonised beams, ebonised boards, ebonised cedar, ebonised "
        "floorboards, ebonised oak, ebonised panelling, ebonised planks, ebonised table, ebonised timber, "
        "ebonised veneer, ebonised wood, ebonised wooden, ebony, espresso ash, espresso beams, espresso "
        "boards, espresso cedar, espresso floorboards, espresso oak, espresso panelling, espresso planks, "
        "espresso table, espresso timber, espresso veneer, espresso wood, espresso wooden, fumed ash, "
        "fumed beams, fumed boards, fumed cedar, fumed floorboards, fumed oak, fumed panelling, fumed "
        "planks, fumed table, fumed timber, fumed veneer, fumed wood, fumed wooden, gentlemans club, ipe, "
        "jacobean oak, jatoba, macassar, mahogany, merbau, padauk, palisander, purpleheart, rosewood, "
        "rosewood table, scorched ash, scorched beams, scorched boards, scorched cedar, scorched "
        "floorboards, scorched oak, scorched panelling, scorched planks, scorched table, scorched timber, "
        "scorched veneer, scorched wood, scorched wooden, shou sugi ban, smoked ash, smoked beams, smoked "
        "boards, smoked cedar, smoked floorboards, smoked oak, smoked panelling, smoked planks, smoked "
        "table, smoked timber, smoked veneer, smoked wood, smoked wooden, speakeasy, stained ash, stained "
        "beams, stained boards, stained cedar, stained floorboards, stained oak, stained panelling, "
        "stained planks, stained table, stained timber, stained veneer, stained wood, stained wooden, "
        "tobacco ash, tobacco beams, tobacco boards, tobacco cedar, tobacco floorboards, tobacco oak, "
        "tobacco panelling, tobacco planks, tobacco table, tobacco timber, tobacco veneer, tobacco wood, "
        "tobacco wooden, tudor oak, wenge, whiskey bar, whisky bar, yakisugi, zebrano, zebrawood",
        near="walnut, wood",
    ),
    "walnut": concept(
        "surface",
        "acacia, afromosia, american walnut, black walnut, brown timber, brown wood, brown wooden, burl "
        "wood, burlwood, burr walnut, cedar, cedarwood, claro walnut, danish modern, dark walnut, eames, "
        "elmwood, eucalyptus wood, european walnut, hickory, iroko, koa, mango wood, medium brown wood, "
        "medium wood, meranti, mesquite, mid century, mid century modern, midcentury, monkeypod, olive "
        "wood, olivewood, pecan wood, rich brown wood, rich wood, sapele, sheesham, suar, teak, teak deck, "
        "teak decking, teak root, tropical hardwood, walnut, walnut burl, walnut veneer, walnut wood, warm "
        "brown wood, warm wood",
        near="dark wood, cherry, wood",
    ),
    "cherry": concept(
        "surface",
        "alder, apple wood, applewood, auburn wood, cherry desk, cherry floor, cherry hardwood, cherry "
        "plank, cherry table, cherry timber, cherry tree wood, cherry veneer, cherry wood, cherry wooden, "
        "cherrywood, fruitwood, jarrah, mahogany red wood, pear wood, pearwood, plum wood, plumwood, red "
        "brown wood, red oak, red wood, reddish brown wood, reddish wood, redwood, sequoia, yew",
        near="walnut, wood",
    ),
    "pine": concept(
        "surface",
        "deal table, douglas fir, fir wood, hemlock, knotted pine, larch, pine, pine floorboards, pine "
        "slats, pine table, pine veneer, pine wood, pinewood, pitch pine, sauna bench, sauna wood, "
        "scandinavian pine, scots pine, softwood, spruce, swiss pine, yellow pine, yellow wood",
        near="light oak, wood",
    ),
    "bamboo": concept(
        "surface",
        "abaca, bamboo, bamboo cutting board, bamboo mat, bamboo poles, bamboo slats, basket weave, cane "
        "webbing, caning, palm mat, raffia, rattan, reed mat, rush mat, sea grass mat, seagrass, sisal, "
        "straw mat, sushi mat, tatami, tatami mat, water hyacinth, wicker, wicker basket, woven bamboo, "
        "woven basket, woven mat, woven straw",
        near="light oak, pine, wood",
    ),
    "oak": concept(
        "surface",
        "block parquet, butcher block counter, butcher block top, butcherblock, chestnut timber, chestnut "
        "wood, chevron, dance floor, elm, elm wood, engineered wood, english oak, floorboard, floorboards, "
        "french oak, gym floor, hardwood, hardwood floor, herringbone, laminate, locust wood, marquetry, "
        "oak, oak beam, oak wood, oakwood, oiled wood, parquet, parquetry, robinia, sawn oak, school desk, "
        "veneer, versailles parquet, warm oak, wood floor, wood flooring, wood parquet, wood veneer, "
        "wooden counter, wooden countertop, wooden desk, wooden floor, wooden flooring, wooden worktop",
        near="light oak, walnut, wood",
    ),
    "wood": concept(
        "surface",
        "beams, bench top, board, boards, carpentry, grain of wood, hardwoods, hewn, joinery, lath, "
        "lumber, panelled wood, panelling, park bench, picnic table, plank, planking, planks, sawdust, "
        "slats of wood, slatted wood, solid wood, timber, timber beam, timber block, timber deck, timber "
        "slats, treated wood, tree wood, waxed wood, wood, wood beam, wood block, wood boards, wood deck, "
        "wood grain, wood print, wood shavings, wood slats, wooden, wooden beam, wooden block, wooden "
        "boards, wooden crate shelf, wooden slats, woodgrain, woods grain, woodwork, woody",
        near="oak, walnut, light oak, pine",
    ),
}  # fmt: skip
