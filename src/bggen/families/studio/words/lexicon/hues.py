"""Colours of the circle with their albedo, and what people call them."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Said, said

#: colour -> (what people say, sRGB 0..255)
HUES: dict[str, Said] = {
    "blush pink": said(
        "antique pink, antique rose, ash rose, ashes of roses, ballet pink, ballet slipper, blush, "
        "blush pink, champagne pink, dirty pink, dusky pink, dusky rose, dusty blush, dusty pink, dusty "
        "rose, flesh coloured, mauve pink, mellow rose, millennial pink, muted pink, muted rose, nude, "
        "old rose, pale rose, petal pink, pink beige, pink nude, pinkish beige, plaster pink, powder "
        "pink, rose beige, rose coloured, rose dust, rose gold, rose gold backdrop, rose gold "
        "background, rose nude, rose pink, rose quartz, rose taupe, rose tinted, rose tone, rose toned, "
        "setting plaster, shell pink, skin coloured, skin tone, smoky pink, tea rose, vintage pink",
        238, 196, 190,
    ),
    "pastel pink": said(
        "baby pink, blossom pink, bubblegum, calamine, candy pink, candyfloss, carnation pink, cherry "
        "blossom pink, coral pink, cotton candy, flamingo pink, ice pink, light rose, marshmallow pink, "
        "middleton pink, orchid pink, pale magenta, pastel pink, peony pink, piggy pink, pink, powdery "
        "pink, princess pink, quartz pink, rose petal pink, rosy, sakura pink, salmon pink, strawberry "
        "milk, strawberry milkshake, strawberry pink, sugar pink, sweet pink, watermelon pink",
        246, 180, 195,
    ),
    "hot pink": said(
        "azalea pink, barbie, barbiecore, beetroot, bougainvillea pink, bright pink, cerise, dark pink, "
        "deep pink, dragonfruit pink, electric pink, fluo pink, fluorescent pink, french rose, fuchsia, "
        "fuschia, hibiscus pink, highlighter pink, hot pink, intense pink, lipstick pink, loud pink, "
        "magenta, neon pink, pop pink, punch pink, rani pink, raspberry pink, rose red, "
        "rubine, ruby pink, saturated pink, schiaparelli pink, shocking pink, strong pink, viva "
        "magenta, vivid pink",
        226, 60, 130,
    ),
    "pastel blue": said(
        "alice blue, baby blue, blue grey, bluebell blue, bluish grey, borrowed light, chambray blue, "
        "cloud blue, cornflower, duck egg, dusky blue, dusty blue, faded blue, french blue, frost blue, "
        "glacier blue coloured, grey blue, greyish blue, hazy blue, hydrangea blue, ice blue, icy blue, "
        "light blue, light steel blue, misty blue, muted blue, pale blue, pale denim, pale sky blue, "
        "parma grey, pastel blue, pastel denim, periwinkle blue, periwinkle pale, pigeon blue, powder "
        "blue, powdery blue, robin's egg blue pale, serenity blue, silver blue, slate blue light, soft "
        "blue, stonewash blue, washed blue, wedgwood",
        176, 206, 232,
    ),
    "sky blue": said(
        "air force blue, argentine blue, azure, baby sky blue, blue raspberry, bondi blue, capri blue, "
        "caribbean blue, carolina blue, celeste, celestial blue, cerulean, columbia blue, cyan blue, "
        "dodger blue, heavenly blue, lagoon blue, maya blue, mediterranean blue light, ocean blue "
        "light, pool blue, sea blue, sky blue, spring blue, summer blue, summer sky blue, swimming pool "
        "blue",
        150, 200, 236,
    ),
    "navy blue": said(
        "admiral blue, aegean blue dark, berlin blue, blueberry blue, blueblack, cambridge navy, dark "
        "blue, dark cobalt, dark sapphire, deep blue, deep ocean blue, deep sea blue, "
        "french navy, hague blue, indigo, ink blue, inky, marine blue, marine navy, midnight blue, "
        "midnight navy, nautical navy, naval blue, navy, navy blue, night blue, night sky blue, oxford "
        "blue, prussian, raw denim blue, sailor blue, starless night, stiffkey blue, yale blue",
        24, 36, 74,
    ),
    "royal blue": said(
        "aegean blue, atlantic blue, blue, blue jeans, bluish blue, chefchaouen, china blue, classic "
        "blue, cobalt, delft blue, denim blue, denim wash, egyptian blue, electric blue, electric "
        "indigo, facebook blue, french ultramarine, gentian, greek blue, hyacinth blue, ikb, intense "
        "blue, international klein blue, jeans blue, klein blue, lapis, lapis lazuli, laser blue, "
        "majorelle, mediterranean blue, neon blue, ocean blue, pantone classic blue, peacock blue "
        "bright, persian blue, primary blue, reflex blue, royal blue, santorini blue, sapphire, steel "
        "blue, true blue, ultramarine, yonder blue, yves klein",
        40, 74, 170,
    ),
    "turquoise": said(
        "amazonite blue, aqua, aquamarine, bluegreen, bluish green, bright teal, caribbean green, "
        "caribbean turquoise, curacao, cyan, electric turquoise, green blue, lagoon green, laguna, "
        "larimar, light teal, maldives blue, pale teal, pool turquoise, robin egg blue, robin's egg, "
        "robins egg, sea turquoise, tealish, tiffany, tropical blue, tropical turquoise, turquoise, "
        "verdigris blue",
        72, 190, 190,
    ),
    "teal": said(
        "atlantic teal, blue spruce, dark aqua, dark cyan, dark turquoise, deep aqua, deep lagoon, deep "
        "ocean, deep sea, deep sea green, deep turquoise, duck blue, duck green, inchyra blue, lagoon "
        "dark, mallard, marine green, midnight teal, moroccan blue, ocean green, pacific blue, peacock, "
        "petrol, prussian green, sea pine, teal, vardo, viridian",
        28, 120, 124,
    ),
    "sage green": said(
        "artichoke, asparagus green, celadon, celadon glaze, cucumber green, dried sage, dusty green, "
        "dusty mint, dusty sage, eau de nil, eucalyptus coloured, eucalyptus green, faded green, french "
        "gray green, green grey, green tea green, greeny grey, grey green, grey sage, greyed green, "
        "greyish green, khaki green light, laurel green, lichen green, light olive, matcha latte, "
        "mignon green, mizzle, muted green, muted sage, pale green, pale moss, pale olive, pistachio, "
        "reseda, sage, sage green, sagebrush, sea grass green, silver green, silver sage, soft green, "
        "stonewash green, tea green, vert de terre, willow green",
        166, 182, 150,
    ),
    "mint green": said(
        "aqua green, aquamint, arsenic green, foam green, fresh mint green, glacier green, honeydew "
        "green, hospital green, ice green, light aqua, light green, light jade, light turquoise, magic "
        "mint, mint, mint green, neo mint, opal green, pale aqua, pale jade, pale turquoise, pastel "
        "aqua, pastel green, pastel turquoise, peppermint green, sea foam green, sea glass green, sea "
        "green, seafoam, seaglass, spearmint green, spring mint, toothpaste green",
        178, 222, 200,
    ),
    "olive green": said(
        "army green, avocado coloured, avocado green, bancha, bay green, bronze green, cactus green, "
        "calke green light, camo green, camouflage green, caper green, chartreuse dark, dried green, "
        "earthy green, fern green muted, herb green, khaki, kiwi green dark, loden green, martini "
        "olive, matcha coloured, matcha green, matcha powder green, military green, moss green, mossy "
        "olive, olive, olive drab, olive green, pea soup, pickle green, sap green, seaweed green, swamp "
        "green, thyme green, warm green",
        112, 116, 58,
    ),
    "forest green": said(
        "banker's green, bankers green, billiard green, black green, blackish green, bottle green, brg, "
        "british racing green, brunswick green, cambridge green, cedar green, christmas green, conifer "
        "green, cypress green, dark emerald, dark green, dark moss, dartmouth green, deep emerald, deep "
        "green, duck egg dark, english green, evergreen coloured, fir green, forest green, green black, "
        "holly green, hunter green, ivy green, ivy league green, jungle green, juniper green, library "
        "green, midnight green, moss dark green, nori green, pine coloured, pine green, pool table "
        "green, racing green, rainforest green colour, spinach green, spruce green, studio green, "
        "woodland green",
        32, 68, 44,
    ),
    "emerald green": said(
        "acid green, apple green, basil green, brat green, chartreuse, clover green, crocodile green, "
        "electric green, emerald, emerald green, fern green, fluorescent green, frog green, garden green, "
        "grass green, green, greenery green, greens coloured, irish green, jade, jewel green, jewel tone "
        "green, jewel toned green, jungle green bright, kelly, kiwi green, lawn green, leaf green, leafy "
        "green, lime, lime coloured, lime green, lush green coloured, malachite, mantis green, monstera "
        "green, moss green bright, neon green, palm green, parrot green, parsley green, pea green, primary "
        "green, shamrock green, smaragd, snooker green, spring green, st patrick's green, st patricks "
        "green, tropical green, true green, verdant green",
        24, 110, 78,
    ),
    "pastel yellow": said(
        "baby yellow, banana yellow, blonde yellow, butter yellow, buttercream, buttermilk, buttery, "
        "champagne yellow, chick yellow, cornsilk, cream yellow, creamy yellow, custard yellow, "
        "daffodil pale, dayroom yellow, elderflower yellow, farrow's cream, lemon chiffon, lemon cream, "
        "lemon meringue, lemon sorbet, lemon yellow, light lemon, light yellow, mimosa pale, moonlight "
        "yellow, pale lemon, pale yellow, pastel lemon, pastel yellow, primrose, sherbet lemon, soft "
        "yellow, straw coloured, straw yellow, vanilla cream, vanilla yellow, wheat coloured",
        250, 232, 160,
    ),
    "mustard yellow": said(
        "amber yellow, babouche, brass coloured, brass yellow, butterscotch, caramel yellow, corn "
        "coloured, corn yellow, curry, dark yellow, deep yellow, desert yellow, dijon, gold, gold backdrop, "
        "gold background, gold coloured, gold paint, gold wall, gold yellow, golden backdrop, golden "
        "background, golden wall, golden yellow, goldenrod, harvest gold, honey coloured, honey gold, "
        "honey mustard, honey yellow, honeycomb yellow, india yellow, indian yellow, maize, marigold "
        "yellow, mustard, mustard gold, mustard yellow, mustardy yellow, muted yellow, ocher, ochre, "
        "raw sienna, saffron, school bus yellow, spiced honey, turmeric, tuscan sun, tuscan yellow, "
        "wheat gold, yellow ochre",
        214, 166, 48,
    ),
    "yellow": said(
        "acid yellow, bumblebee yellow, buttercup yellow, cab yellow, cadmium yellow, canary, chrome "
        "yellow, daffodil yellow, dandelion yellow, egg yolk yellow, electric yellow, ferrari yellow, "
        "fluorescent yellow, forsythia, gamboge, highlighter yellow, illuminating, intense yellow, lego "
        "yellow, lemon bright yellow, lemon coloured, maize yellow, mango yellow, mimosa yellow, neon "
        "yellow, pikachu yellow, pineapple yellow, primary yellow, process yellow, sun yellow, "
        "sunflower coloured, sunflower yellow, sunshine yellow, taxi yellow, true yellow, tweety "
        "yellow, yellow, yolk yellow",
        248, 210, 70,
    ),
    "peach": said(
        "apricot, bellini, cantaloupe coloured, creamsicle, flesh pink, light coral, light orange, "
        "melon coloured, nectarine coloured, orange cream, orange sherbet, pale coral, pale orange, "
        "papaya whip, pastel orange, peach, peach fuzz, peach melba, peach sorbet, peaches and cream, "
        "pink peach, prawn pink, rose peach, salmon, sherbet orange, shrimp pink, soft orange, sunset "
        "peach",
        250, 200, 168,
    ),
    "coral": said(
        "aperol pink, bittersweet, bittersweet shimmer, calypso coral, conch pink, coral, dark salmon, "
        "deep salmon, flame pink, flamingo, geranium pink, grapefruit coloured, grapefruit pink, guava "
        "pink, hot coral, living coral, lobster red, nectarine red, orange pink, orangey pink, papaya "
        "coloured, pink grapefruit, pink orange, pinkish orange, pinkish red, pinky red, reddish pink, "
        "salmon orange, salmon red, shell coral, strawberry red light, sunset coral, sunset orange "
        "pink, tomato soup, tropical coral, watermelon coloured",
        240, 120, 98,
    ),
    "terracotta": said(
        "adobe coloured, adobe pink, adobe red, autumn orange, baked clay, baked earth, brick orange, "
        "brick pink, brick red, burned orange, burnt clay, burnt coral, burnt orange, burnt red, burnt "
        "sienna, cayenne, chilli brown, cinnamon red, clay, copper brown, copper coloured, copper "
        "orange, copper red, copper tone, copper toned, dark orange, dark peach, deep orange, desert "
        "clay, desert red, desert rose, dusty orange, earthy orange, earthy red, etruscan red, fired "
        "earth, fox red, foxy, henna, marrakech red, mars red, moroccan red, muted orange, paprika, "
        "pompeian red, potter's pink, potters clay, red clay colour, red dune, red earth, red earth "
        "coloured, red ocher, red ochre, roof tile red, russet, rust, rusty orange, rusty red, sedona, "
        "sienna, spanish red, spiced orange, terracotta, tuscan red, venetian red",
        190, 100, 68,
    ),
    "orange": said(
        "amber coloured, amber orange, aperol, apricot bright, apricot orange, basketball orange, blaze "
        "orange, carrot coloured, carrot orange, charlotte's locks, clementine coloured, dutch orange, "
        "electric orange, fiery orange, fire orange, flame orange, fluorescent orange, gold orange, "
        "halloween orange, hazard orange, hermes orange, international orange, koi orange, mandarin "
        "coloured, mandarin orange, mango orange, marigold orange, monarch orange, nasturtium, neon "
        "orange, orange, orange juice colour, papaya orange, persimmon, primary orange, pumpkin "
        "coloured, pumpkin orange, safety orange, satsuma coloured, spritz orange, sunset coloured, "
        "sunset orange, tangerine, tiger lily orange, tiger orange, traffic orange, yellow orange",
        236, 130, 40,
    ),
    "burgundy": said(
        "aubergine red, beet coloured, beet red, beetroot red, black cherry, bordeaux, brick red dark, "
        "burgundy, cabernet, carmine dark, cherry cola, claret, cordovan red, cranberry coloured, "
        "cranberry red, dark cherry, dark crimson, dark red, dark ruby, deep cherry, deep crimson, deep "
        "red, dragon blood, dried rose, eating room red, garnet, mahogany red, malbec, maroon, marsala, "
        "merlot, mulberry red, mulled wine red, ox blood red, oxblood, pinot, pinot noir coloured, "
        "pomegranate coloured, pomegranate red, port wine, preference red, raisin, red wine coloured, "
        "redcurrant coloured, rose wood red, rosewood red, sangria, shiraz, tyrian red, wine coloured, "
        "wine red, winered",
        98, 20, 36,
    ),
    "red": said(
        "alizarin, apple red, blazer red, blood red, cadmium red, candy apple red, candy red, cardinal, "
        "carmine, cherry coloured, cherry red, cherry tomato red, chili red, chilli red, china red, "
        "chinese red, christmas red, cinnabar, classic red, coca cola red, coke red, communist red, "
        "cranberry bright, crimson, devil red, electric red, ferrari red, fiery red, fire engine red, "
        "fire red, firetruck red, flame red, geranium red, holiday red, hot red, imperial red, intense "
        "red, lacquer red, ladybird red, ladybug red, lipstick red, lobster bright red, louboutin red, "
        "lucky red, lunar red, madder, neon red, pepper red, phone box red, pillar box red, pillarbox "
        "red, poppy coloured, poppy red, post box red, postbox red, primary red, racing red, raspberry "
        "red, red, redness, rose red bright, rosso, rosso corsa, rowan red, ruby, santa red, scarlet, "
        "signal red, spanish scarlet, strawberry coloured, strawberry red, supreme red, telephone box "
        "red, tomato coloured, tomato red, traffic red, true red, valentine red, valentines red, "
        "valentino red, vermilion, vermillion",
        186, 32, 36,
    ),
    "lavender": said(
        "baby purple, blue violet pale, brassica, crocus coloured, digital lavender, dusty lavender, "
        "dusty lilac, dusty mauve, dusty purple, english lavender, french lavender coloured, heather "
        "coloured, heather purple, hyacinth coloured, iris purple pale, lavander, lavender, lavender "
        "mist, light orchid, light purple, light violet, lilac, mauve, muted purple, orchid coloured, "
        "pale amethyst, pale orchid, pale purple, pale violet, parma violet, pastel purple, pastel "
        "violet, periwinkle, purple haze, purple mist, soft purple, soft violet, taro, thistle "
        "coloured, ube, veri peri, very peri, wisteria",
        196, 182, 224,
    ),
    "purple": said(
        "amethyst, aubergine, blackberry coloured, blackberry purple, blackcurrant purple, blue violet, "
        "blueberry purple, boysenberry, brinjal, byzantium, cadbury purple, concord grape, damson, dark "
        "lavender, dark lilac, deep lavender, eggplant, electric purple, fig coloured, fig purple, "
        "grape coloured, grape juice purple, grape purple, halloween purple, heliotrope, imperial "
        "purple, indigo purple, indigo violet, iris coloured, jewel purple, magenta purple, magenta "
        "violet, mulberry, neon purple, orchid bright, orchid purple, pansy purple, petunia purple, "
        "plum, primary purple, prince purple, prune coloured, purple, red purple, red violet, reddish "
        "purple, regal purple, sugarplum, tanzanite, twitch purple, tyrian purple, ultra violet, "
        "ultraviolet purple, violet, wild orchid",
        108, 58, 140,
    ),
}  # fmt: skip
