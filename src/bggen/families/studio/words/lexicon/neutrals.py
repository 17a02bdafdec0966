"""Browns, greys, black and white with their albedo, and what people call them."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Said, said

#: colour -> (what people say, sRGB 0..255)
NEUTRALS: dict[str, Said] = {
    "off-white": said(
        "alabaster white, antique white, coconut white, cotton white, cream white, creamy white, "
        "eggshell, greek yoghurt, ivory, linen white, magnolia white, marshmallow, milk white, milky, "
        "natural white, navajo white, off white, offwhite, parchment white, pearl white, porcelain "
        "white, rice white, seashell white, soft white, swiss coffee, warm white, whisper white, white "
        "dove, wimborne white, winter white",
        236, 230, 219,
    ),
    "chocolate brown": said(
        "americano brown, bark brown, bear brown, bison brown, bistre, bitter chocolate, black brown, "
        "blackish brown, brown black, brownie brown, burnt coffee, burnt umber, cacao, chocolate, "
        "chocolate brown, cocoa brown, cocoa dark, coffee bean brown, coffee black brown, coffee brown, "
        "coffee coloured, dark brown, dark chocolate, dark cocoa, dark coffee, dark earth brown, dark "
        "truffle, dark umber, dark walnut brown, deep brown, deepest brown, ebony brown, espresso, "
        "fudge brown, london clay, mahogany brown, milk chocolate brown, mink brown dark, mole brown, "
        "peat brown, rich brown, sable, seal brown, sepia brown, tanner's brown, tree bark brown, "
        "truffle brown, van dyke brown, vandyke brown, wenge brown",
        62, 38, 26,
    ),
    "brown": said(
        "almond brown, auburn, bay brown, bear coloured, beaver brown, biscuit brown, bourbon brown, "
        "brandy coloured, bronze brown, bronze coloured, bronze tone, bronzed, brown, burnt caramel, "
        "camel brown, cappuccino brown, caramel, cardboard brown, chestnut, cigar brown, cinnamon, "
        "cocoa coloured, cognac brown, cognac coloured, cola brown, copper brown dark, cork brown, dark "
        "beige, dark tan, earth brown, fawn brown, fox brown, ginger brown, gingerbread brown, hazel, "
        "hazelnut brown, hazelnut coloured, kraft brown, leather brown, maple brown, maple syrup brown, "
        "mink brown, mocha, mocha mousse, mud brown, mushroom brown, nut brown, nutmeg, oak brown, "
        "otter brown, paper bag brown, peanut butter brown, pecan brown, raw umber, rawhide brown, red "
        "brown, reddish brown, rum brown, russet brown, saddle brown, saddle tan, salted caramel, "
        "sienna brown, soil brown, tan brown, taupe brown, tea brown, tea coloured, teak brown, teddy "
        "brown, toast brown, toasted brown, tobacco, toffee, tortoiseshell, umber, walnut brown, "
        "whiskey brown, whisky brown, whisky coloured, wood brown, wood coloured",
        104, 66, 40,
    ),
    "cream": said(
        "almond milk, almond white, antique cream, antique ivory, beige cream, blanched almond, bone, "
        "bone china white, butter cream, butter white, calico coloured, champagne, clotted cream, "
        "cream, custard cream, dairy cream, devon cream, devonshire cream, double cream, ecru, eggnog "
        "coloured, farrow white, french vanilla, house white, ivory coloured, ivory cream, ivory tone, "
        "lambswool white, matchstick, natural calico, natural cotton, new white, nougat cream, oat "
        "coloured, oat milk, oat white, oats coloured, old ivory, old lace, pale wheat, papyrus "
        "coloured, parchment coloured, pearl coloured, pearl cream, rice pudding, sheep wool white, "
        "tallow, unbleached, undyed, undyed cotton, vanilla, vanilla bean coloured, warm ivory, white "
        "chocolate, wool white",
        240, 226, 200,
    ),
    "beige": said(
        "almond, almond beige, almond coloured, beige, biscuit beige, biscuit coloured, bisque, blond, "
        "blonde, bread coloured, brown beige, buff, burberry beige, cafe au lait, cafe latte, caffe latte, "
        "camel, camel hair, cappuccino coloured, cappuccino foam, cashew coloured, chanterelle, "
        "clay beige, coffee cream, cookie dough, cork coloured, desert beige, desert sand coloured, "
        "digestive biscuit, ecru beige, elephant's breath, fawn, flat white coloured, flaxen, ginger "
        "biscuit, greige, grey beige, hazelnut cream, hummus coloured, joa's white, khaki beige, khaki "
        "coloured, khaki tan, kraft, kraft beige, kraft coloured, latte, light khaki, linen "
        "beige, milk tea, milky coffee, milky tea, mink beige, mouse beige, mushroom beige, mushroom "
        "coloured, natural jute, natural tone, neutral, nougat, nude toned, nude tones, nut milk, oatmeal, "
        "pale khaki, parchment beige, pebble beige, pebble coloured, pebble grey beige, porridge coloured, "
        "putty, safari beige, sand beige, sandy beige, skimming stone, stone beige, stone coloured, straw "
        "beige, tan, taupe, warm stone, wheat beige",
        214, 193, 162,
    ),
    "charcoal": said(
        "anthra, anthracite, ash black, asphalt grey, basalt grey, battleship dark, black grey, "
        "blackish grey, charcoal, coal grey, dark gray, dark grey, dark pewter, dark slate grey, deep "
        "grey, dim grey, downpipe, granite black, granite grey dark, graphite, grey black, gun grey, "
        "gun metal grey, gunmetal, iron grey, iron ore, lead coloured, lead grey, midnight grey, night "
        "grey, off black, off black grey, onyx grey, pavement dark grey, pencil grey, raven grey, "
        "shadow grey, slate gray, slate grey, smoke grey dark, smoked black, smoky black, soot grey, "
        "space gray, space grey, storm grey, stormy grey, tarmac grey, thunder grey, tuxedo grey, urban "
        "grey dark, volcanic grey, wrought iron black",
        58, 60, 64,
    ),
    "light grey": said(
        "agreeable grey, aluminium grey, ammonite, arctic grey, arctic white grey, ash coloured, ash "
        "grey, ash white, ashen, ashy, blackened white, chalk grey, cloud grey, cloudy grey, cold "
        "white, cool grey, cornforth white, dove coloured, dove gray, dove grey, dove white, fog grey, "
        "foggy grey, gainsboro, gravel grey light, grey white, greyish white, ice grey, icy grey, icy "
        "white, light cement grey, light concrete grey, light gray, light grey, lightgrey, limestone "
        "grey, marble grey, mist grey, misty coloured, misty grey, moon grey, moonlight grey, "
        "moonstone, mouse white, nickel grey, nordic grey, off white grey, oyster grey, oyster white, "
        "pale gray, pale grey, palest grey, pastel grey, pearl gray, pearl grey, pearly grey, pigeon "
        "grey light, platinum, powder grey, silver, smoke white, smoky white, soft grey, strong white, "
        "studio grey light, titanium grey, white grey, white smoke, whitish grey, zinc grey light",
        200, 201, 203,
    ),
    "grey": said(
        "18 percent grey, agate grey, battleship grey, cement gray, cement grey, cinder grey, classic "
        "grey, concrete grey, dolphin grey, driftwood grey, earl grey, eighteen percent grey, elephant "
        "coloured, elephant grey, felt grey, fifty percent grey, flannel grey, french grey, granite "
        "coloured, granite grey, gravel grey, gray, grey, grey day coloured, grey marl, grey melange, "
        "grey scale, greyscale, gunship grey, heather grey, iron coloured, koala grey, lead grey mid, "
        "london grey, marl grey, metal grey, metallic grey, mole grey, mole's breath, moles breath, "
        "mountain grey, mouse grey, mousy, muted grey, nardo grey, neutral grey, overcast grey, "
        "pavement grey, pebble grey, pewter, pigeon grey, plain grey, plummett, pumice grey, purbeck "
        "stone, rain grey, rock grey, seal grey, shark grey, smoke coloured, smoke grey, smokey grey, "
        "squirrel grey, steel coloured, steel gray, steel grey, stone gray, stone grey, stony grey, "
        "street grey, suit grey, taupe grey, tin grey, traffic grey, true grey, ultimate gray, ultimate "
        "grey, urban grey, wolf grey, worsted grey, zinc grey",
        140, 142, 145,
    ),
    "black": said(
        "absolute black colour, black, black bean, black hole black, black velvet coloured, black void, "
        "blackened colour, blackest, blackout, carbon black, caviar black, charcoal dark black, coal "
        "black, coal coloured, crow black, ebony black, ink black, inky black, ivory black, jetblack, "
        "lampblack, licorice black, liquorice black, mars black, matt black, midnight black, midnight "
        "coloured, neutral black, night black, noir black, obsidian black, obsidian coloured, oil "
        "black, onyx black, onyx coloured, panther black, piano key black, pitch black, plain black, "
        "raven black, sable black, satin black, solid black, soot, tar black, total black, total "
        "darkness, true black, tuxedo black, vantablack",
        30, 30, 32,
    ),
    "white": said(
        "absolute white, arctic white, bleached white, brightest white, chalk coloured, chalk white, "
        "chalky, clean white colour, clinical white, cloud dancer, cloud white, cotton wool white, dove "
        "white bright, frost white, gallery white, gypsum white, hospital white, ice white, ivory "
        "white, lily white, matt white, milk coloured, neutral white, paperwhite, plain white, plaster "
        "white, polar white, porcelain coloured, printer paper white, refrigerator white, salt white, "
        "satin white, signal white, simple white, snowwhite, snowy white, solid white, stark white, "
        "sugar white, swan white, titanium white, total white, traffic white, true white, white, white "
        "cyc, white void, whiter, zinc white",
        245, 245, 243,
    ),
}  # fmt: skip

#: RAL Classic number -> sRGB 0..255, the ones that walls, furniture and paints are ordered in most. Values:
#: the sample pictures on ral-farben.de, as tabled at github.com/Crissov/css-color-names (ral/ral-classic.md).
RAL: dict[int, tuple[int, int, int]] = {
    1001: (208, 176, 132), 1003: (249, 168, 0), 1013: (227, 217, 198), 1014: (221, 196, 154),
    1015: (230, 210, 181), 1018: (250, 202, 48), 1019: (164, 143, 122), 1021: (246, 182, 0),
    1023: (247, 181, 0), 2000: (218, 110, 0), 2004: (226, 83, 3), 3000: (167, 41, 32),
    3003: (134, 26, 34), 3004: (107, 28, 35), 3005: (89, 25, 31), 3011: (121, 36, 35),
    3012: (198, 132, 109), 3014: (203, 115, 117), 3015: (216, 160, 166), 3020: (187, 30, 16),
    4005: (118, 104, 154), 5002: (0, 56, 123), 5003: (31, 56, 85), 5010: (0, 79, 124),
    5011: (26, 43, 60), 5012: (0, 137, 182), 5013: (25, 49, 83), 5014: (99, 125, 150),
    5015: (0, 124, 176), 5018: (5, 139, 140), 5024: (96, 147, 172), 6003: (80, 83, 60),
    6005: (17, 66, 50), 6009: (39, 53, 42), 6011: (108, 124, 89), 6019: (185, 206, 172),
    6021: (138, 153, 119), 6029: (0, 111, 61), 6034: (122, 172, 172), 7001: (140, 150, 157),
    7011: (82, 89, 93), 7012: (87, 93, 94), 7015: (79, 83, 88), 7016: (56, 62, 66), 7021: (47, 50, 52),
    7022: (76, 74, 68), 7023: (128, 128, 118), 7024: (69, 73, 78), 7030: (146, 142, 133),
    7032: (181, 176, 161), 7035: (197, 199, 196), 7036: (151, 147, 146), 7037: (122, 123, 122),
    7038: (176, 176, 169), 7039: (107, 102, 94), 7040: (152, 158, 161), 7044: (183, 179, 168),
    7047: (200, 200, 199), 8003: (126, 75, 38), 8004: (141, 73, 49), 8014: (74, 53, 38),
    8017: (68, 47, 41), 8019: (61, 54, 53), 8022: (26, 23, 24), 9001: (233, 224, 210),
    9002: (215, 213, 203), 9003: (236, 236, 231), 9004: (43, 43, 44), 9005: (14, 14, 16),
    9006: (161, 161, 160), 9007: (135, 133, 129), 9010: (241, 236, 225), 9011: (39, 41, 43),
    9016: (241, 240, 234), 9017: (42, 41, 42), 9018: (200, 203, 196),
}  # fmt: skip
