"""Surfaces of wood. Order matters where one phrase holds another: the narrower concept stands first."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

BOARDS = "beam, board, floorboard, panel, panelling, plank, timber, veneer, wood, wooden"
SPECIES = "ash, beech, birch, cedar, elm, larch, maple, oak, pine, plywood, teak"
TABLES = "bench, desk, sideboard, table, worktop"

WOODS: dict[str, Concept] = {
    "whitewashed wood": concept(
        "surface",
        "beadboard, bleached beadboard, bleached shiplap, brocante, chipped white paint, chippy paint, "
        "coastal white wood, distressed white, driftwood white, french country, gustavian, limed "
        "beadboard, limed shiplap, limewashed beadboard, limewashed shiplap, milk painted wood, pickled "
        "beadboard, pickled shiplap, shabby chic, shiplap, tongue and groove, white pine, whitened "
        "beadboard, whitened shiplap, whitewashed beadboard, whitewashed shiplap, whitewashed wood",
        near="light oak, wood",
        pairs={
            "bleached, chalk painted, lime washed, limed, limewashed, painted white, pickled, white "
            "painted, white washed, whitened, whitewashed": f"{BOARDS}, {SPECIES}, {TABLES}",
            "white": BOARDS,
        },
    ),
    "log": concept(
        "surface",
        "birch slice, cut log, fallen log, log, log end, log slab, log slice, log stump, oak stump, round "
        "of wood, sawn log, slice of a log, slice of a tree, slice of wood, stump, tree cookie, tree log, "
        "tree ring slab, tree rings, tree round, tree slab, tree slice, tree stump, tree trunk, trunk "
        "slice, wood cookie, wood log, wood log slice, wood slice, wooden log, wooden log slice, wooden "
        "slice, wooden stump, wooden tree slice",
        near="rustic wood, wood",
    ),
    "rustic wood": concept(
        "surface",
        "bark, barn door, barnboard, barnwood, butcher block, butcher's block, cabin wood, carpenters "
        "bench, country kitchen table, countryside table, cowboy, farm kitchen table, farm table, "
        "farmhouse, farmhouse chic, farmhouse kitchen table, floating beam, harvest table, knotted wood, "
        "live edge, live edge beam, live edge pine, log cabin wall, lumberjack, modern farmhouse, nailed "
        "boards, old barn, pallet wood, plank table, primitive table, railway sleeper, raw edge slab, "
        "refectory table, rustic, rustic kitchen table, rustic wood, saloon, scaffold board, scaffolding "
        "boards, sleepers, tree bark, trestle table, western, wild west, wood board, wood tray, wooden "
        "board, wooden tray",
        near="weathered wood, oak, wood",
        pairs={
            "antique, barn, battered, beaten, chipped, cracked, dented, distressed, dusty, farmhouse, "
            "gnarled, hand hewn, knotty, old, raw, reclaimed, recycled, rough, rough hewn, rough sawn, "
            "rustic, salvaged, scarred, scratched, scuffed, upcycled, "
            "vintage, worn": f"{BOARDS}, {SPECIES}, {TABLES}",
        },
    ),
    "weathered wood": concept(
        "surface",
        "barn siding, beachwood, bleached driftwood, boardwalk, boat deck, clapboard, deck, decking, "
        "dock, driftwood, fence boards, gangplank, grey table, jetty, mooring, old fence, picket fence, "
        "pier, quay, ships deck, shipwreck wood, sun deck, sun greyed wood, weatherboard, weathered "
        "grey wood, weathered wood, wharf, wooden deck, wooden dock, wooden fence, wooden jetty, wooden "
        "pier, yacht deck",
        near="rustic wood, wood",
        pairs={
            "aged, ashen, faded, greyed, greying, patinated, salt worn, sea worn, silver grey, "
            "silvered, storm worn, sun bleached, weathered":
            f"{BOARDS}, {SPECIES}, {TABLES}, decking, driftwood",
            "grey": f"{BOARDS}, {SPECIES}",
        },
    ),
    "light oak": concept(
        "surface",
        "ash table, ash timber, ash veneer, ashwood, aspen, balsa, baltic birch, basswood, beech, "
        "beechwood, birch, birchwood, bleached ash, bleached beech, bleached birch, bleached maple, "
        "bleached oak, bleached plywood, bleached table, bleached veneer, chipboard, cross laminated "
        "timber, european oak, hevea, hornbeam, japandi wood, light coloured wood, light hardwood, "
        "light oak, light toned wood, light wood grain, lime tree wood, lime wood, limed ash, limed "
        "beech, limed birch, limed maple, limed plywood, limed table, limed veneer, linden wood, maple, "
        "mdf, muji, muuto, oiled oak, oriented strand board, osb, particle board, paulownia, ply, "
        "plywood, poplar, raw ash, raw beech, raw birch, raw maple, raw plywood, raw veneer, "
        "rubberwood, soaped oak, sycamore, white ash, white oak",
        near="oak, pine, wood",
        pairs={
            "blond, blonde, bright, honey, light, natural, nordic, pale, scandi, scandinavian, "
            "unfinished, untreated, washed": f"{BOARDS}, {SPECIES}, {TABLES}",
        },
    ),
    "dark wood": concept(
        "surface",
        "african blackwood, antique wood, black boards, blackwood, bog oak, bog wood, brown wood "
        "stained dark, bubinga, chesterfield study, cigar lounge, cocobolo, dark hardwood, dark "
        "parquet, dark timber, dark toned wood, dark wood, dark wood grain, dark wooden, ebony, "
        "gentlemans club, ipe, jacobean oak, jatoba, macassar, mahogany, merbau, padauk, palisander, "
        "purpleheart, rosewood, shou sugi ban, speakeasy, tudor oak, wenge, whiskey bar, whisky bar, "
        "yakisugi, zebrano, zebrawood",
        near="walnut, wood",
        pairs={
            "antique dark, black, blackened, burned, burnt, charred, dark, dark stained, deep, "
            "ebonised, espresso, fumed, scorched, smoked, stained, tobacco":
            f"{BOARDS}, {SPECIES}, {TABLES}",
        },
    ),
    "walnut": concept(
        "surface",
        "acacia, afromosia, american walnut, black walnut, burlwood, burr walnut, cedar, cedarwood, "
        "claro walnut, danish modern, dark walnut, eames, elmwood, eucalyptus wood, european walnut, "
        "hickory, iroko, koa, mango wood, medium wood, meranti, mesquite, mid century modern, "
        "midcentury, monkeypod, olivewood, pecan wood, rich brown wood, rich wood, sapele, sheesham, "
        "suar, teak, teak deck, teak decking, teak root, tropical hardwood, walnut, walnut burl, walnut "
        "veneer, warm brown wood, warm wood",
        near="dark wood, cherry, wood",
    ),
    "cherry": concept(
        "surface",
        "alder, applewood, auburn wood, cherry desk, cherry floor, cherry hardwood, cherry plank, "
        "cherry table, cherry timber, cherry tree wood, cherry veneer, cherry wooden, cherrywood, "
        "fruitwood, jarrah, pearwood, plumwood, red brown wood, red oak, reddish brown wood, redwood, "
        "sequoia, yew",
        near="walnut, wood",
    ),
    "pine": concept(
        "surface",
        "deal table, douglas fir, fir wood, hemlock, knotted pine, larch, pine, pine floorboards, pine "
        "slats, pine veneer, pinewood, pitch pine, sauna bench, sauna wood, scandinavian pine, scots "
        "pine, softwood, spruce, swiss pine, yellow pine, yellow wood",
        near="light oak, wood",
    ),
    "rattan": concept(
        "surface",
        "basket weave, basketry, basketwork, cane webbing, caning, raffia, rattan, rattan mat, rattan tray, "
        "sea grass mat, seagrass, straw mat, water hyacinth, wicker, wicker basket, wicker tray, "
        "wickerwork, woven basket, woven cane, woven mat, woven rattan, woven straw, woven tray",
        near="bamboo, light oak, wood",
    ),
    "bamboo": concept(
        "surface",
        "abaca, bamboo, bamboo cutting board, bamboo mat, bamboo poles, bamboo slats, palm mat, reed mat, "
        "sushi mat, woven bamboo",
        near="rattan, light oak, pine, wood",
    ),
    "oak": concept(
        "surface",
        "block parquet, butcher block counter, butcher block top, butcherblock, chestnut timber, chestnut "
        "wood, chevron, dance floor, elm, elm wood, engineered wood, english oak, floorboard, french oak, "
        "hardwood, herringbone, laminate, locust wood, marquetry, oak, oak beam, oak wood, "
        "oakwood, oiled wood, parquet, parquetry, robinia, sawn oak, veneer, versailles parquet, warm oak, "
        "wood floor, wood flooring, wood parquet, wood veneer, wooden counter, wooden countertop, wooden "
        "desk, wooden floor, wooden flooring, wooden worktop",
        near="light oak, walnut, wood",
    ),
    "wood": concept(
        "surface",
        "beams, bench top, board, carpentry, grain of wood, hardwoods, hewn, joinery, lath, lumber, "
        "panelled wood, panelling, park bench, picnic table, plank, planking, sawdust, slats of wood, "
        "slatted wood, solid wood, timber, timber beam, timber block, timber deck, timber slats, treated "
        "wood, tree wood, waxed wood, wood, wood beam, wood block, wood boards, wood deck, wood print, "
        "wood shavings, wood slats, wooden, wooden beam, wooden block, wooden boards, wooden crate shelf, "
        "wooden slats, woodgrain, woods grain, woodwork",
        near="oak, walnut, light oak, dark wood, pine",
    ),
}  # fmt: skip
