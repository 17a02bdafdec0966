"""Words that say nothing of a scene, and words of a scene that mean something else where they stand."""

from __future__ import annotations

#: Words that carry no scene: articles, photography talk, praise.
IGNORED: frozenset[str] = frozenset(
    """
    backlight backlights backlit backlighting sidelight sidelit rimlight toplight frontlight strong polished
    harsh stack stacked pile bunch row curved
    a an the of in on at by to from for and or with its it is are as into near next beside under over upon
    this that these those very some any my our your his her their one two few many style styled photo
    photograph photography picture image shot studio product products professional commercial advertising
    advertisement ad catalogue ecommerce shop editorial high quality hd resolution detailed realistic
    photorealistic beautiful lovely nice perfect best stunning gorgeous sharp focus depth field shallow
    background backdrop scene setting set surface table tabletop floor wall counter countertop desk shelf
    worktop light lights lighting lit side left right behind front above below top bottom centre standing
    placed sitting resting lying stands sits shadow shadows cast subtle slightly slight large small big
    little round square tall low long short lens camera mm up close closeup view angle bit hint touch look
    looking feel feeling atmosphere mood ambience ambient colour coloured tone toned tones pastel dark pale
    rich deep blurred out fine single plain texture textured material finish matte all around between against
    atop through day time inspired aesthetic vibe vibes concept layout space negative empty copy pure clear
    smooth good great display ultra hyper super extra award winning magazine campaign brand branding advert
    hero main listing thumbnail mockup use using please make create generate show showing shown put place
    give want need like something render rendered rendering octane unreal engine raytraced raytracing realism
    hyperrealistic photorealism masterpiece trending artstation behance pinterest instagram canon nikon sony
    hasselblad leica fujifilm phase dslr bokehlicious exposure iso aperture shutterspeed iris uhd hdr covered
    topped clad lined filled strewn scattered surrounded framed decorated adorned arranged composed effect
    finished based setup photoshoot shoot session photographer stylist handmade handcrafted rough crumpled
    wrinkled rumpled creased folded brushed honed tumbled crushed aged worn old new piece pieces slab slabs
    sheet sheets tops block panel section underneath across along down onto toward towards inside beneath
    there here also while being has have had but then so too more most much lot lots plenty full half whole
    both each every other coming falling streaming pouring shining hitting casting thrown throwing facing key
    fill source sourced hand camera's shade hue hues shaded palette scheme accents accent details detail
    touches elements element props prop decor decoration decorations arrangement composition backdropped
    sanded ironed tiny glasses frame pattern patterned design designed theme themed season seasonal visual
    visuals eye point crop cropped wide narrow thin thick heavy delicate intricate only just really quite
    rather almost mostly partly nicely well beautifully gently warmly contrast saturation saturated
    definition pixel pixels 4k 8k photographed taken captured presented presenting displayed featured
    featuring floating levitating mid medium size sized format vertical horizontal portrait centred middle
    corner edge edges foreground backgrounds backdrops surfaces tables walls floors shelves counters desks
    images photos pictures shots angles views scenes settings styles colours spread laid hung hanging leaning
    leans rests seated sat stood checked split three four five several feed sale sales banner banners discount
    offer promo promotion deal deals post story newsletter imagine think monday tuesday wednesday thursday
    friday saturday sunday weekend waking clutter
    sliced halved slice slices halves ripe juicy dried freshly squeezed handful sprinkled sprinkle drizzled
    beam beams made having lighter darker edged graphic directional symmetry symmetrical none sku category
    kg ml cl film grain grainy vsco c4d ii iii iv mk mark rf ef gm zeiss sigma kodak dof nd lut raw jpg png
    people's powerful irresistibly magical indulge discover introducing meet enjoy perfectly ideal essential
    him them do does did bring stay say built trusted pros ultimate experience tradition tonight taste
    nourish awaits title id speed direction hyperdetailed xf pop website elevate keep flat bold epic dreamy
    irresistible beauty fashion week trip first
    """.split()
)

#: Phrases that carry no scene either, though words of them alone would.
SAID: tuple[str, ...] = tuple(
    phrase.strip()
    for phrase in """
    depth of field, white space, room for text, space for text, rule of thirds, golden ratio, ray tracing, ray
    traced, white balance, colour grading, colour graded, colour accurate, bed of, pool of, sea of, sense of,
    drop shadow, draped across, draped around, draped over, splash of colour, pop of
    colour, colour splash, colour pop, stock photo, field of view, tack
    sharp, pin sharp, crisp focus, crisp detail, real looking, magazine cover, magazine ad, magazine
    advertisement, magazine editorial, vogue cover, beauty shot, glamour shot, packaging design, light setup,
    set designer, window dressing, light weight, light blueprint, dark mode, cool looking, ice breaker, of
    course, at home in, mirror like finish, home page, landing page, street price, in stock, black frame,
    white frame, white border, black border, dark frame, paper size, 100mm macro lens, water resistant, sand
    blasted, still life, food styling, food stylist, product styling, gift for, gifts for, perfect gift, ideal
    gift, great gift, gift idea for, power of nature, silky smooth, velvety smooth, velvety richness, velvety
    texture, silky texture, silky skin, silky hair, velvety taste, in the air, blender render, cinema 4d, film
    grain, first light lens, canon eos, sony alpha, fujifilm gfx, kodak film
    """.split(",")
)

#: Phrases with words of a scene in them that are goods or figures of speech, no parts of it.
OTHERWISE: tuple[str, ...] = tuple(
    phrase.strip()
    for phrase in """
    ice cream, ice cream cone, vanilla ice cream, ice cube, ice bucket, iced latte, face cream, hand cream,
    body cream, eye cream, night cream, day cream, foot cream, shaving cream, sun cream, cream cheese,
    whipped cream, sour cream, cream jar, cream tube, skin cream, hair cream, wine glass, cocktail glasses,
    whisky glass, whiskey glass, beer glass, drinking glasses, shot glass, martini glass, reading glasses,
    eye glasses, glass of wine, glass of milk, glass of juice, bottle of champagne, red wine, white wine,
    rose wine, orange wine, orange juice, lemon juice, lime juice, grape juice, apple juice, apple pie,
    apple watch, apple cider, black coffee, black tea, white tea, mint tea, lemon tea, rose tea, chamomile
    tea, chocolate bar, feather duster, tennis racket, tennis shoe, balloon toy, bar of
    chocolate, amber candle, amber perfume, amber bottle, amber glass, amber jar, amber scent, amber soap,
    amber oud, chocolate chip, chocolate cake, chocolate truffle, chocolate box, hot chocolate, dark
    chocolate bar, milk chocolate, olive oil, coconut oil, palm oil, rose oil, lavender oil, mint oil, lemon
    oil, rosemary oil, cedarwood oil, hemp oil, eucalyptus oil, rose water, coconut water, mineral water,
    sparkling water, tonic water, soda water, bottled water, micellar water, water bottles, water glass,
    water proof, water colour, bar soap, bar of soap, bars of soap, shampoo bar, energy bar, protein bar,
    bar chart, sound bar, platform boots, platform heels, platform sandals, platform shoes, platform sneakers,
    platform trainers, stone washed, stone washed jeans, denim jacket, leather jacket, raincoat, rain
    jacket, snow boot, snow globe music, beach bag, beach ball, beach towels print, garden hose, garden
    tools, kitchen knife, kitchen appliance, kitchen scale, kitchen roll, street wear, nightgown, night
    light lamp, city bike, mountain bike, book cover design, silver ring, silver bullet, silver lining,
    golden retriever, olive skin, dark skin, grey hair, black hair, brown hair, red hair, blonde hair, white
    label, red dot, blue light glasses, blue cheese, black pepper, brown sugar, white sugar, brown rice, red
    pepper, green beans, cotton buds, cotton pads, cotton wool, cotton swab, cork screw, wine cork, paper
    straw, brick phone, credit card, gift card, greeting card, playing cards, memory card, card holder,
    mirror selfie, hand mirror, compact mirror, rock band, rock music, rock star, hard rock, heavy metal,
    steel toe, iron man, spring roll, spring onion, spring mattress, spring loaded, water based, plant
    protein, plant milk, sun glasses, sun hat, sun block, sun protection, sun care, stage name, sea salt,
    rock salt, tea towel set, tea tin, gift voucher, snow board, surf wax, wood glue, wood polish, metal
    polish, glass cleaner, leather care, leather conditioner, candle wax, candle making, flower seeds,
    sunflower oil, sunflower seeds, pumpkin seeds, pumpkin spice, pumpkin pie, pumpkin seed oil, flower
    girl, rose hip oil, lipgloss, bronze medal, bronzer, concrete idea, concrete example, rock bottom,
    marble cake, stone cold, dirt cheap, snow pea, grass fed, green screen footage, moss stitch, city
    council, beach body, night shift, forest school, home made, home button, home grown, window shopping,
    sky high, mint condition, olive green jacket, orange squash, lemon squash, peach tea, peach schnapps,
    plum jam, strawberry jam, orange marmalade, violet gin, lavender soap, lavender honey, rose soap, bamboo
    toothbrush, bamboo fabric, bamboo fibre, bamboo socks, soap bar, drinking straw, metal straw, steel
    straw, bamboo straw, glass straw, reusable straw, silicone straw, with a straw, with straw, and straw,
    straw bag, waterfall cardigan, submarine toy, aquarium filter, aquarium pump, fish tank
    filter, champagne flute set, coffee cup sleeve, coffee cup mockup, latte art mug, rose tinted glasses,
    rose tinted, stable base, shelf stable, colour stable, heat stable, school bag, school shoes, school
    uniform, school lunch box, school backpack, old school, school of fish, gallery wrap, gallery wrapped,
    museum quality, museum glass, museum grade, gallery quality, aurora shampoo, capri pants, coral reef
    safe, reef safe, bakery box, barn owl, glasshouse candle, skyline gin, camping mug, camping chair,
    camping stove, camping cup, new year's resolution, new year resolution, tennis club
    polo, balloon sleeve, balloon whisk, balloon dog, bubble wrap, bubble tea, bubble skirt, bubble candle,
    bubble gum, speech bubble, feather boa, feather earrings, feather pillow, feather light, feather weight,
    tulip chair, tulip skirt, tulip glass, tulip dress, tulip lamp, cactus print, cactus candle, cairn
    terrier, strawberry blonde, compass rose, rose quartz crystal, zen candle, lemon soap, lemon jam, lemon
    candle, strawberry soap, strawberry candle, berry jam, berry lipstick, rose jam, rose perfume, rose
    lipstick, skinny jeans, denim dungarees, denim shirt, denim skirt, burlap print, market bag, market
    tote, lake blue dress, jeans jacket, chocolate fountain, sunflower seed butter, nuts and bolts, bolts and
    nuts, honeycomb blanket, honeycomb blind, honeycomb cardboard, honeycomb mesh, honeycomb paper, honeycomb
    pattern, honeycomb structure, honeycomb waffle, apple music, apple of my eye, clove hitch, nut and bolt,
    mulled wine, waffle cone, sugar cone, hands free, hand luggage, little hands, ride the wave,
    crisps, cookies and cream, cookie cutter, macaroni and cheese, mother of pearls, card deck, deck of
    cards, caramel bar, cereal bar, granola bar, nut bar, fruit bar, candy bar,
    cosmetic cream, beauty cream, cream pot, glass of water, glasses of water, jug of water, bottle of water,
    glass of lemonade
    """.split(",")
)

#: Goods: stuffs and colours right before are theirs, not the scene's (`blue ceramic mug`).
PRODUCTS: frozenset[str] = frozenset(
    """
    wallet purse handbag bag backpack tote satchel clutch pouch shoe boot sneaker trainer sandal slipper heel
    loafer jacket coat shirt tshirt blouse dress skirt trousers pants shorts hoodie sweater jumper cardigan
    scarf glove hat cap beanie sock tie belt strap buckle watch ring earring necklace bracelet bangle pendant
    jewellery brooch cufflink sunglasses bottle flask jar tube tin canister tub dispenser pump sprayer vial
    ampoule mug cup teacup teapot kettle saucer bowl glass tumbler goblet flute carafe decanter jug pitcher
    spoon fork knife cutlery spatula skillet pan pot saucepan casserole wok phone smartphone laptop tablet
    headphones earbuds earphones speaker keyboard mouse charger cable robot toy doll teddy puzzle figurine
    perfume fragrance cologne serum lotion moisturiser moisturizer cleanser toner shampoo conditioner
    lipstick mascara eyeliner eyeshadow foundation concealer sunscreen deodorant soap toothbrush toothpaste
    razor comb hairbrush clock pen pencil umbrella suitcase luggage keyring keychain lighter pipe case cover
    lid handle label cake cookie biscuit muffin doughnut donut chocolate candy sweets snack cereal jam honey
    sauce syrup juice beer wine whisky whiskey gin vodka rum tequila cocktail smoothie coffee tea latte milk
    supplement vitamin capsule pill gummy powder drink beverage can carton sachet pillowcase robe pyjamas
    pajamas lingerie bra bikini swimsuit guitar violin drum bike bicycle helmet skateboard racket dumbbell
    collar leash crisps oil detergent cleaner sanitiser balm ointment vinegar blender fryer toolbox toolkit
    """.split()
)

#: Right before a colour these are its shade and no light or mood: `dark teal`, `soft pink`, `warm beige`.
SHADES: frozenset[str] = frozenset(
    """
    dark soft warm cool cold bright crisp fresh golden natural icy muted vivid vibrant rich earthy dusky
    mellow brilliant radiant luminous gentle delicate subdued subtle creamy smoky frosty electric royal hot
    sunny diffused
    """.split()
)

#: Right before a stuff or a prop these are its quality: `soft linen`, `fresh flowers`, `polished wood`.
QUALITIES: frozenset[str] = frozenset(
    """
    soft crisp clean fresh polished glossy shiny golden cool cold reflective gentle delicate vibrant vivid
    wet frozen elegant fine lush organic natural vegan eco herbal artisan artisanal sustainable authentic
    glowing icy frosty lacquered varnished glazed gloss patent bright gold
    """.split()
)

#: They look like adjectives of a stuff and are none (`deserted`, `screen`, `irony`).
UNMADE: frozenset[str] = frozenset(
    """
    barked bedded blanked bogy boned boney bony brooked castled caved clothed corked coven covey curbed
    decked deserted docked eternity fury golfed hayed irony jaded logged lumbered marooned mated matted
    monotony nappy nautically neutrally patented pined plumed rained saddled screen skied sodden soiled
    spruced stooped stumped tided toiled voided watered waved wavy weaved wintered yellowed minted canvassed
    creamed rippled rainy browned blued pinked blushed stoned
    """.split()
)
