"""Places that a scene is in."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept
from bggen.families.studio.words.lexicon.skies import SKIES

PLACES: dict[str, Concept] = {
    "bamboo forest": concept(
        "place",
        "bamboo forest, bamboo garden, bamboo grove, bamboo jungle, bamboo thicket",
        near="forest, garden",
    ),
    "forest": concept(
        "place",
        "arboretum, backwoods, beech forest, birch forest, birch trees, birches, black forest, boreal, "
        "bushland, christmas tree farm, clearing, conifer, coniferous, copse, deep woods, elven, elvish, "
        "enchanted forest, eucalyptus forest, evergreen, fairy forest, fairy tale forest, fairycore, "
        "fairytale forest, ferns in the forest, fir forest, fir trees, forest, forest floor scene, forest "
        "park, forest path, forest trail, forested, glade, goblincore, grove, hazelwood, hinterland, "
        "hobbit, magical forest, maple forest, oak forest, oak tree, outback bush, pine forest, pine tree, "
        "pine woods, pines, redwood forest, sequoia forest, spruce forest, sylvan, taiga, thicket, tree "
        "canopy, tree trunks, treeline, trees, treetops, wilderness, wildwood, wooded, wooded area, "
        "woodland, woodland path, woodland trail, woods, woodsy",
        near="garden, moss, rainforest",
    ),
    "waterfall": concept(
        "place",
        "cascading falls, forest waterfall, jungle waterfall, mountain waterfall, tropical waterfall, "
        "waterfall, waterfalls",
        near="rainforest, forest",
    ),
    "rainforest": concept(
        "place",
        "amazon jungle, amazon rainforest, amazonian, borneo, cloud forest, congo jungle, deep jungle, "
        "jungle, jungle path, jungle scene, jungle setting, jungle theme, jungle vibe, jungly, lush jungle, "
        "lush rainforest, mangrove, rain forest, rainforest, rainforest floor, tropical forest, tropical "
        "jungle, tropical rainforest",
        near="forest, hanging leaves, garden",
    ),
    "lavender field": concept(
        "place",
        "among lavender, bed of lavender, field of lavender, lavender farm, lavender field, lavender "
        "meadow, lavender rows, provencal, provence, rows of lavender",
        near="field, garden",
    ),
    "tennis court": concept(
        "place",
        "tennis club, tennis match",
        near="court, stadium, field, gym",
    ),
    "stadium": concept(
        "place",
        "arena, athletics stadium, football stadium, grandstand, olympic stadium, sports arena, stadium, "
        "track and field",
        near="field, garden",
    ),
    "sunflower field": concept(
        "place",
        "field of sunflower, field of sunflowers, fields of sunflowers, sunflower farm, sunflower field, "
        "sunflower meadow",
        near="field, garden",
    ),
    "poppy field": concept(
        "place",
        "field of poppies, field of poppy, field of red poppies, fields of poppies, poppies field, poppy "
        "field, poppy meadow, red poppy field",
        near="field, garden",
    ),
    "tulip field": concept(
        "place",
        "dutch tulip field, field of tulip, field of tulips, fields of tulips, tulip farm, tulip field, "
        "tulip garden",
        near="field, garden",
    ),
    "vineyard": concept(
        "place",
        "among the vines, bordeaux vineyard, grape vines, grapevines, rows of vines, tuscan vineyard, vine "
        "rows, vineyard, vineyard hills, vineyard view, vineyards",
        near="field, garden, soil",
    ),
    "field": concept(
        "place",
        "blooming field, bucolic, canola field, chamomile field, coffee plantation, country field, "
        "countryside, daisy field, daisy meadow, downs, farm, farming, farmland, farmyard, field, field of "
        "chamomile, field of daisies, field of flowers, field of wheat, fields of daisies, fields of wheat, "
        "flower field, golden field, golden wheat field, grass fields, green field view, heath, heather "
        "moor, high grass, homestead, long grass, moor, moorland, napa, napa valley, open field, pastoral, "
        "pasture, plantation, prairie, rapeseed, rice terrace, rural, safari, tall grass, tea fields, tea "
        "plantation, tuscan countryside, tuscan hills, tuscan landscape, wheat field, wildflower field, "
        "wine country, winery garden",
        near="garden, lavender field, grass",
    ),
    "winter landscape": concept(
        "place",
        "antarctic, antarctica, apres ski, arctic, blizzard, greenland, lapland, north pole, piste, "
        "polar, ski, ski resort, skiing, slope, snow covered forest, snow covered trees, snowfall, "
        "snowing, snowscape, snowstorm, snowy forest, snowy landscape, snowy trees, snowy wood, snowy "
        "woodland, snowy woods, tundra, winter, winter forest, winter landscape, winter scene, winter "
        "scenery, winter trees, winter wonderland, winter wood, wintertime",
        near="snow, forest",
    ),
    "blossom": concept(
        "place",
        "almond blossom, apple blossom, apple tree in blossom, apple trees in blossom, blossom, blossoming, "
        "blossoming trees, cherry blossom, cherry blossom tree, cherry trees, cherry trees in blossom, "
        "blooming spring garden, garden full of blossom, garden in bloom, garden in blossom, garden in "
        "spring, garden in spring blossom, orchard in bloom, orchard in blossom, park in bloom, park in "
        "spring, peach blossom, plum blossom, sakura, spring blossom, trees in blossom",
        near="flowers, garden",
        pairs={
            "almond blossom, apple blossom, blooming, blossom, blossoming, cherry blossom, flowering, "
            "sakura, spring, spring blossom, springtime": "garden, orchard, park, trees",
        },
    ),
    "greenhouse": concept(
        "place",
      "botanical conservatory, botanical garden greenhouse, glasshouse, greenhouse, greenhouse full of "
        "plants, hothouse, palm house, winter garden",
        near="garden, rainforest",
    ),
    "campsite": concept(
        "place",
        "bivouac, by the tent, camp site, campground, camping, camping in a forest, camping scene, camping "
        "tent, camping tent in a forest, camping trip, campsite, campsite with a tent, glamping, out "
        "camping, pitched tent, tent, tent camping, tent in a forest, tents",
        near="forest, garden",
    ),
    "campfire": concept(
        "place",
        "around the fire, beach fire, bonfire, camp at night, camp by night, camp fire, campfire, camping "
        "at night, campsite at night, fire in a forest, fire in the forest, fire in the woods, fire "
        "outdoors, fire outside, fire pit, fire ring, firepit, night camp, night camping, open fire in the "
        "woods, outdoor fire, tent at night",
        near="campsite, forest, night",
    ),
    "garden": concept(
        "place",
        "alfresco, allotment, almond grove, apiary, apple orchard, arbour, back garden, backyard, balcony, "
        "barbecue, bbq, beehive, beer garden, blurred foliage, blurred green, blurred greenery, blurred "
        "leaves, blurred plants, botanic garden, bower, cafe terrace, central park, cherry "
        "orchard, citrus grove, citrus orchard, cloister garden, coachella, conservatory, cookout, cottage "
        "garden, cottagecore, courtyard, english garden, fairy garden, festival, french garden, garden, "
        "garden bed, garden gate, garden house, garden party, garden path, garden shed, gardener, "
        "gardening, gardenscape, gazebo, green field, grill party, hedged garden, hike, hiking, idyll, "
        "idyllic, italian garden, japanese garden, kew, kitchen garden, lawn party, lemon grove, lemon "
        "orchard, lime grove, lush garden, meadow backdrop, meadow scene, natural background, natural "
        "environment, natural landscape, natural setting, nature, olive grove, open air, orange grove, "
        "orange orchard, orangerie, orangery, orchard, outdoor, outdoorsy, outside, park, park bench scene, "
        "parkland, patio, pavilion, peach orchard, pear orchard, pergola, picnic, picnicking, playground, "
        "plum orchard, polytunnel, porch, porch swing, public park, secret garden, sports ground, summer "
        "garden, sun room plants, tea garden, terrace, terraced, trail, vegetable garden, veranda, "
        "verandah, versailles, wisteria pergola, yard, zoo",
        near="field, forest, grass",
        pairs={
            "blurred, blurry, defocused, out of focus, unfocused":
            "foliage, green, greenery, leaves, plants, trees",
        },
    ),
    "desert": concept(
        "place",
        "arabian, arid, death valley, desert, desert dunes, desert landscape, desert sand, desert scene, "
        "dubai desert, dune, dune landscape, dunescape, egypt, egyptian, gobi, joshua tree, mojave, "
        "morocco desert, namib, namibia, oasis, pyramids, rolling dunes, sahara, sand dunes, sandstorm, "
        "wadi",
        near="sand, beach",
    ),
    "red desert": concept(
        "place",
        "antelope canyon, arizona, arizona desert, arizona landscape, australian outback, badlands, bryce "
        "canyon, buttes, canyon, canyonlands, desert canyon, grand canyon, mars, martian, martian "
        "landscape, mesa, mesas, moab, monument valley, on mars, outback, planet mars, red canyon, red "
        "cliffs, red desert, red desert canyon, red mesa, red planet, red rock canyon, red rock desert, "
        "red rock landscape, sandstone canyon, sandstone cliffs, slot canyon, surface of mars, uluru, "
        "utah, utah desert, wadi rum, zion",
        near="red sand, desert, mountains",
    ),
    "black beach": concept(
        "place",
        "beach in iceland, black beach, black lava beach, black sand beach, black sand beach by the sea, "
        "black sand beach in iceland, black sand shore, black volcanic beach, iceland beach, icelandic "
        "beach, icelandic black beach, icelandic black sand beach, icelandic coast, lava beach, "
        "reynisfjara, volcanic beach, volcanic beach in iceland, volcanic coast, volcanic island, volcanic "
        "shore",
        near="black sand, beach, lake",
    ),
    "lake": concept(
        "place",
        "alpine lake, calm lake, foggy lake, lake, lake como, lake shore, lake view, lakefront, lakeshore, "
        "lakeside, misty lake, mountain lake view",
        near="mountains, beach, pebble bed",
    ),
    "mountains": concept(
        "place",
        "adventure, alp, alpine, andean, andes, appalachian, basecamp, bavarian alps, "
        "cliffs, climbing, crags, dolomites, dolomiti, epic landscape, everest, expedition, fells, fjord, "
        "foothills, french alps, fuji, glen, gorge, green hills, highland, hill, hillside, "
        "hilltop, hilly, himalaya, himalayan, iceland, icelandic, landscape, matterhorn, mont blanc, "
        "mount fuji, mountain, mountain bike trail, mountain pass, mountain range, "
        "mountain slope, mountaineering, mountainous, mountains, mountainside, mountaintop, new zealand, "
        "norway, norwegian fjord, panorama, panoramic, patagonia, peak, plateau, pyrenees, ravine, ridge, "
        "ridgeline, road trip, rockies, rolling hills, scenery, scenic, scotland, scottish, sierra, sierra "
        "nevada, snow capped, snowcapped, snowcapped mountains, snowcapped peaks, summit, swiss, tyrol, "
        "valley, vista, volcano, wanderlust, yellowstone, yosemite",
        near="garden, pebble bed",
    ),
    "white village": concept(
        "place",
        "aegean, amalfi coast, blue domes, cyclades, greek island, greek islands, greek terrace, greek "
        "village, ibiza, island of capri, mediterranean house, mediterranean patio, mediterranean terrace, "
        "mediterranean villa, mediterranean village, mykonos, oia, santorini, santorini terrace, white "
        "village, white village by the sea, whitewashed houses, whitewashed village",
        near="beach, garden",
    ),
    "underwater": concept(
        "place",
        "aquarium, below the water surface, beneath the waves, coral reef, in the deep, ocean depths, "
        "submarine, submerged, under the sea, under the water, under water, underwater, underwater scene, "
        "underwater scene with light rays",
        near="sea bed, water, beach, raked sand",
    ),
    "beach": concept(
        "place",
        "aboard a yacht, adriatic, amalfi, archipelago, atoll, bali, balinese, bay, baywatch, beach, beach "
        "bar, beach club, beach front, beach holiday, beach house, beach hut, beach landscape, beach life, "
        "beach party, beach towel scene, beachscape, beachside, beachy, boardwalk scene, bora bora, by the "
        "water, california, californian, cancun, cape cod, caribbean, castaway, cinque terre, coast, "
        "coastal, coastal grandmother, coastal landscape, coastline, copacabana, costa, cote d'azur, cove "
        "beach, coves, cruise, desert island, deserted beach, deserted island, dockside, dockyard, fiji, "
        "french riviera, gulf, hamptons, harbor, harbour, hawaii, hawaiian, high tide, holiday resort, "
        "island, island life, italian riviera, low tide, maldives, malibu, marina, mauritius, mediterranean "
        "beach, mediterranean coast, mediterranean sea, mediterranean summer, mermaidcore, mexico beach, "
        "miami, miami vice, monaco, nice france, ocean, ocean breeze, oceanfront, oceanic, oceanside, "
        "paradise, phuket, pier view, polynesia, polynesian, positano, reef, resort, rio, riverside, "
        "riviera, sailing, saint tropez, sardinia, sea, sea breeze, sea cliffs, seaboard, seafront, "
        "seaport, seascape, seashore, seaside, seaview, seychelles, shore, shoreline, sicily, st tropez, "
        "summer beach, summer holiday, summer vacation, surf, surf shack, surfer, surfing, tahiti, "
        "thailand, tidal, tide, tidepool, treasure island, tropical holiday, tropical island, tropics, "
        "tulum, vacation, vacay, water's edge, waterfront, waters edge, waterside, yachting",
        near="sand",
    ),
    "pool": concept(
        "place",
        "by the pool, edge of the pool, hotel pool, infinity pool, lido, pool, pool bar, pool deck, pool "
        "edge, pool party, pool terrace, poolside, poolwater, swimming pool, wading pool",
        near="water, beach, tiles",
    ),
    "graffiti": concept(
        "place",
        "graffiti, graffiti alley, graffiti art, graffitied, mural, painted alley, skate park, spray "
        "paint, spray painted, sprayed wall, street art, street artist, tagged wall",
        near="city, brick",
    ),
    "rooftop": concept(
        "place",
        "balcony over the city, balcony with a city view, balcony with a view of the city, balcony with "
        "city view, city balcony, city rooftop, city skyline, city skyline view, city terrace, penthouse "
        "terrace, roof deck, roof garden, roof terrace, rooftop, rooftop terrace, rooftop view, skyline, "
        "skyline view, urban balcony, urban rooftop, urban terrace",
        near="city, concrete",
    ),
    "market": concept(
        "place",
        "bazaar, farmers market, farmers market stall, farmers' market, flea market, food market, fruit "
        "market, fruit stall, fruit stand, greengrocer, market stall, market with stalls of fruit, night "
        "market, open market, produce market, souk, street market, vegetable market, vegetable stand, "
        "weekly market",
        near="supermarket, city, rustic wood",
    ),
    "city": concept(
        "place",
        "abu dhabi, alley, alleyway, amsterdam, arcade shops, architectural, architecture, avenue, back "
        "alley, backstreet, bangkok, barcelona, berlin, boulevard, bridge, brooklyn, building, bus stop, "
        "canals, car park roof, champs elysees, chicago, chinatown, christmas market, city, city landscape, "
        "city life, cityscape, copenhagen, crossroads, crosswalk, cuba, cuban, downtown, dubai, facade, "
        "fifth avenue, florence, havana, highrise, highway, hollywood, hong kong, istanbul, italian street, "
        "italian village, kyoto street, lane, las vegas, lisbon, london, los angeles, madrid, mall, "
        "manhattan, market square, marketplace square, metro, metropolis, mexico city, midtown, milan, "
        "modern architecture, motorway, mumbai, neighbourhood, new york, notting hill, nyc, office "
        "building, paris, parisian street, pavement cafe, piazza, plaza, porto, prague, railway station, "
        "road, roadside, roman street, rome, rooftop bar, san francisco, seoul, shanghai, shibuya, "
        "shinjuku, shop window, shopfront, shopping mall, shopping street, shoreditch, singapore, "
        "skyscraper, soho, station, stockholm, store window, storefront, street, street food, streetscape, "
        "streetside, streetstyle, suburb, suburban, subway, sydney, times square, tokyo, tower, tower "
        "block, town, townscape, traffic, train station, underground station, uptown, urban, urban "
        "environment, urban jungle, urban landscape, urban loft view, urbanscape, vegas, venice, vienna, "
        "village, window display, zebra crossing",
        near="concrete",
        pairs={
            "metro, railway, railway station, station, subway, train, train station, tram, tube, tube "
            "station, "
            "underground": "platform",
        },
    ),
    **SKIES,
}  # fmt: skip
