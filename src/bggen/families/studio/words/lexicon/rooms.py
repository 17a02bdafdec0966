"""Rooms that lie behind the table."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

ROOMS: dict[str, Concept] = {
    "bakery": concept(
        "place",
        "bakehouse, baker's, bakery, bakery shop, bakery with bread, boulangerie, bread shop, loaves of "
        "bread, pastry shop, patisserie",
        near="cafe, kitchen, rustic wood",
    ),
    "kitchen": concept(
        "place",
        "afternoon tea, aga, backsplash, baker, baking, breakfast, breakfast bar, breakfast nook, brunch, "
        "cabinet, cabinetry, chef, cooker, cookhouse, cooking, country kitchen, culinary, cupboard, diner, "
        "dining, dinner, eatery, family table, food photography, galley, gourmet kitchen, hob, home "
        "kitchen, island bench, island counter, kitchen, kitchen interior, kitchen island, kitchen sink, "
        "kitchenette, larder, lunch, meal prep, osteria, oven, pantry, pizzeria, place setting, range "
        "cooker, recipe, restaurant kitchen, scullery, spice rack, splashback, stove, stovetop, supper, "
        "table setting, tablescape, teatime, trattoria",
        near="cafe, living room, marble",
    ),
    "gym": concept(
        "place",
        "bench press, bodybuilding, boxing gym, crossfit, dumbbell rack, exercise room, fitness, fitness "
        "centre, fitness club, fitness studio, gym, gym interior, gym with dumbbells, health club, home gym, "
        "lifting weights, locker room, powerlifting, squat rack, weight bench, weight lifting, weight room, "
        "weightlifting, weights room, work out, workout",
        near="sports hall, interior, concrete",
    ),
    "sports hall": concept(
        "place",
        "badminton court, ball court, basketball arena, basketball court, basketball game, basketball hall, "
        "basketball hoop, gymnasium, handball court, handball hall, indoor court, nba, school gym, sports "
        "court, sports hall, sports hall with a basketball hoop, squash court, volleyball court",
        near="gym, stadium",
    ),
    "yoga studio": concept(
        "place",
        "meditation room, meditation space, meditation studio, pilates, pilates studio, yoga, yoga class, "
        "yoga room, yoga session, yoga studio, yoga studio with mats and plants",
        near="window room, living room, interior",
    ),
    "cellar": concept(
        "place",
        "barrel cellar, barrel room, brewery, cellar, champagne cave, distillery, microbrewery, vineyard "
        "cellar, vinotheque, vintner, wine cave, wine cellar, wine merchant, wine rack, wine store, wine "
        "tasting, wine vault, winery",
        near="workshop, cafe, interior, dark wood",
    ),
    "barn": concept(
        "place",
        "barn, barn interior, barn with bales of hay, cattle ranch, farm barn, hay barn, hayloft, horse "
        "stable, horse stables, in a stable, ranch, rustic barn",
        near="workshop, field, straw",
    ),
    "workshop": concept(
        "place",
        "art studio, artist studio, artist's studio, artists studio, atelier, attic, auto shop, barber, "
        "barbershop, basement, bicycle workshop, bike shop, blacksmith, boatyard, car garage, carpenter, "
        "ceramic studio, ceramics studio, cobbler, coffee roastery, craft room, craft studio, craft table, "
        "design studio, factory, factory hall, forge, foundry, garage, granary, hangar, hobby "
        "room, industrial, industrial chic, industrial interior, joiner, joinery shop, loft, machine shop, "
        "maker studio, makerspace, mechanic, metal shop, metal workshop, mill, painter's studio, painters "
        "studio, potter's studio, potter's wheel, potter's workshop, potters studio, potters wheel, "
        "pottery, repair shop, roastery, sawmill, sewing room, sewing studio, shed, shipyard, smithy, "
        "steampunk, studio of an artist, tailor, tool bench, tool wall, tools, toolshed, warehouse, wood "
        "workshop, woodshop, woodworker, woodworking, workbench, workroom, workshop",
        near="interior, rustic wood",
    ),
    "christmas room": concept(
        "place",
        "by the christmas tree, christmas decorated room, christmas eve, christmas fireplace, christmas "
        "home, christmas interior, christmas lights, christmas morning, christmas room, christmas tree, "
        "christmas tree lights, decorated tree, under the christmas tree, under the tree, xmas tree",
        near="christmas, fir, living room, rustic wood",
    ),
    "living room": concept(
        "place",
        "airbnb, apartment, arcade games, armchair, art deco, art nouveau, bridgerton, bungalow, cabin, "
        "chalet, chandelier, closet, coffee table, coffee table books, condo, cornice, cottage, couch, "
        "country house, dark academia, day bed, daybed, den, dining room, divan, domestic, drawing room, "
        "duplex, eclectic, edwardian, family room, floating shelf, floor lamp, georgian, grandma's house, "
        "grandmother's, haussmann, haussmannian, home, homeware, house, houseboat, hunting lodge, "
        "lampshade, light academia, living room, living room interior, living space, lodge, loft apartment, "
        "log cabin, lounge, loveseat, manor, mansion, maximalism, maximalist, moulding, mud room, ottoman, "
        "paris apartment, parisian, penthouse, picture rail, pouf, regency, settee, skirting board, sofa, "
        "stairwell hall, table lamp, townhouse, tv room, victorian, villa, wainscot, wainscoting, wall "
        "panelling, wardrobe, wingback, wood burner, wood stove",
        near="window room, interior, light oak",
    ),
    "interior": concept(
        "place",
        "airplane cabin, cosy room, cozy room, furnished, furniture, indoor, interior, jet interior, "
        "orient express, private jet, room, train carriage",
        near="living room, window room, kitchen, light oak",
    ),
    "bedroom": concept(
        "place",
        "bed linen scene, bedroom, bedroom interior, bedside, bedside lamp, bedside table, boutique hotel "
        "room, breakfast in bed, dorm, dormitory, guest room, headboard, hotel bed, hotel bedroom, hotel "
        "room, hotel suite, master bedroom, nightstand, on the bed, teen bedroom",
        near="window room, living room, interior, linen",
    ),
    "fireside": concept(
        "place",
        "beside the fire, by a fireplace, by the fire, by the fireplace, chimney, cosy fireplace, crackling "
        "fire, fireplace, fireside, hearth, in front of the fire, living room with a fireplace, log fire, "
        "mantel, mantelpiece, mantlepiece, open fire, roaring fire",
        near="living room, christmas room, rustic wood",
    ),
    "library": concept(
        "place",
        "bookcase, bookshelf, bookshop, bookstore, library, library with rows of books, old library, wall "
        "of books",
        near="office, living room, interior, dark wood",
    ),
    "supermarket": concept(
        "place",
        "convenience store, corner shop, grocery, grocery aisle, grocery shelf, grocery store, hypermarket, "
        "mini market, supermarket, supermarket aisle, supermarket shelf, supermarket with rows of goods",
        near="shop, tiles",
    ),
    "laboratory": concept(
        "place",
        "apothecary, chemist, chemistry lab, drugstore, erlenmeyer flasks, lab, lab bench, laboratory, "
        "laboratory with flasks and bottles, pharmacy, pharmacy shelf, research lab, science lab, test "
        "tubes",
        near="shop, window room",
    ),
    "office": concept(
        "place",
        "at a desk, boardroom, bookshelves, computer desk, conference room, coworking, desk setup, desk "
        "with a computer, executive desk, home office, home office interior, meeting room, office, office "
        "desk, on a desk, on my desk, on the desk, standing desk, study, work desk, workspace, workstation",
        near="window room, living room, interior, oak",
    ),
    "cafe": concept(
        "place",
        "barista, bistro, cafe, cafe interior, cafe table, cafeteria, canteen, coffee bar, coffee counter, "
        "coffee shop, coffee shop counter, coffeehouse, coffeeshop, espresso bar, french bistro, french "
        "cafe, ice cream "
        "parlour, italian cafe, juice bar, paris cafe, parisian cafe, tea room, teahouse, viennese cafe",
        near="kitchen, living room, interior, walnut",
    ),
    "nursery": concept(
        "place",
        "baby room, babyroom, children's bedroom, children's room, crib, day care, daycare, kids bedroom, "
        "kids room, kindergarten, nursery, nursery room, nursery with toys, playroom, playroom with "
        "toys, preschool, toddler room, toy room",
        near="bedroom, window room, interior, light oak",
    ),
    "classroom": concept(
        "place",
        "at school, blackboard and desks, class room, classroom, classroom with a chalkboard, in a school, "
        "in school, school desk, school desks, school room, schoolroom",
        near="window room, office, light oak",
    ),
    "window room": concept(
        "place",
        "bright room, by the window, clinic, conservatory room, dental clinic, dressing "
        "table, hospital, large window, large windows room, reading room, room with a window, "
        "sunlit room, sunny room, university, walk in closet",
        near="living room, interior, whitewashed wood",
    ),
    "shop": concept(
        "place",
        "boutique, boutique interior, changing room, clothes rack, clothes rail, clothes shop, clothing "
        "rack, clothing store, concept store, department store, display cabinet, dress shop, "
        "dressing room, fashion "
        "boutique, fashion store, garment rack, gift shop, jewellery store, perfumery, retail interior, "
        "retail shelf, retail space, retail store, shoe shop, shoe store, shop counter, shop interior, shop "
        "shelf, shopping centre, showroom, store interior, store shelf",
        near="lobby, interior, light oak",
    ),
    "gallery": concept(
        "place",
        "art exhibition, art gallery, art museum, exhibition, exhibition hall, exhibition room, gallery, "
        "gallery space, gallery with pictures on the walls, museum, museum hall, white cube gallery",
        near="lobby, interior, concrete",
    ),
    "lobby": concept(
        "place",
        "airport, airport lounge, ballroom, beauty salon, castle interior, corridor, departure lounge, "
        "entrance, entrance hall, entry hall, entryway, foyer, hair salon, hallway, hotel, lobby, nail "
        "salon, palace, reception, salon, waiting room",
        near="shop, interior, living room, marble",
    ),
    "bathroom": concept(
        "place",
        "bath, bath time, bathhouse, bathroom, bathroom cabinet, bathtub, ensuite, massage, powder room, "
        "sauna, self care, in a shower, in shower, in the shower, shower cabin, shower niche, shower room, "
        "shower shelf, sink, skincare routine, spa, spa retreat, steam room, vanity, walk in shower, wash "
        "basin, washbasin, washroom, wc, wellness, wellness retreat",
        near="window room, kitchen, tiles",
    ),
}  # fmt: skip
