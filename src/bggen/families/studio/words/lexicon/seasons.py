"""Props that seasons and feasts bring."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

#: Feasts bring their props where a prompt names none itself ..
FEASTS = frozenset(
    "anniversary,baby shower,birthday,birthday party,black friday,bridal shower,celebration,cyber monday,"
    "chinese new year,deepavali,deepawali,diwali,easter,easter sunday,eid,eid mubarak,father's day,"
    "fathers day,festival of lights,galentine's,halloween,halloween night,halloween party,lunar new year,"
    "gender reveal,graduation,happy birthday,housewarming,mother's day,mothers day,ramadan,"
    "friendsgiving,harvest festival,thanksgiving,thanksgiving dinner,"
    "ramadan kareem,romance,romantic,singles day,st valentine's,valentine,women's day,womens day".split(",")
)
#: .. and the colour of the studio where it names nothing to be in ..
OF_FEASTS: dict[str, str] = {
    phrase: colour
    for colour, phrases in {
        "terracotta": "halloween,halloween night,halloween party,trick or treat",
        "pastel pink": "be my valentine,st valentine's,valentine,valentine's,valentines,galentine's",
        "blush pink": "mother's day,mothers day,women's day,womens day",
        "pastel yellow": "easter,easter sunday",
        "red": "chinese new year,lunar new year",
    }.items()
    for phrase in phrases.split(",")
}
#: .. times of the year, and styles, where it names no ground and no place either ..
TIMES_AND_STYLES = frozenset(
    "art deco,art nouveau,back to school,dark academia,landscape,light academia,natural background,"
    "spring,springtime,summer,tuscan,tuscany".split(",")
)
#: .. winter, which is seen out of doors, where it names no thing, no wall and no place but these ..
WINTER = frozenset(["winter", "wintertime"])
UNDER_SNOW = frozenset(["city", "field", "forest", "garden", "mountains"])
#: .. and the open air and meals where it names no place.
OPEN_AIR = frozenset(
    "breakfast,brunch,lunch,dinner,dining,supper,teatime,afternoon "
    "tea,camping,campsite,hike,hiking,hiking trail,lake,trail,natural environment,natural "
    "landscape,natural setting,nature,open air,outdoor,outside,panorama,"
    "scenery,scenic".split(",")
)

CUTS = "cube, half, peel, piece, segment, slice, wedge, zest"
CUTS_OF = (
    "halves of, peel of, peels of, piece of, pieces of, segments of, slice of, slices of, wedge of, wedges of"
)

SEASONS: dict[str, Concept] = {
    "christmas": concept(
        "prop",
        "advent, bauble, boxing day, christmas, christmas balls, christmas dinner, christmas market stall, "
        "christmas ornament, christmas spirit, christmassy, christmastide, christmastime, epiphany, father "
        "christmas, festive, festively, festivity, garland, happy holidays, holiday, holiday gifting, "
        "holiday spirit, nativity, noel, ornaments, saint nicholas, saint nick, santa, santa claus, "
        "season's greetings, seasons greetings, sinterklaas, st nicholas, st nick, stocking fillers, "
        "tinsel, twelfth night, winter holiday, winter solstice, wreath, x mas, xmas, yule, yule log, "
        "yuletide",
        near="christmas room, fir, fairy lights, gift",
    ),
    "fairy lights": concept(
        "prop",
        "fairy lights, light chain, string light, twinkle lights",
        near="evening lights",
    ),
    "fir": concept(
        "prop",
        "conifer branches, evergreen branches, evergreen garland, evergreen sprigs, fir, fir branch, "
        "fir cone, fir sprig, fir tree, fir twig, holly, holly berries, holly branch, holly "
        "leaves, pine branch, pine cone, pine garland, pine needles, pine sprig, pine twig, pinecone, "
        "spruce branches, spruce twigs",
        near="christmas",
    ),
    "hearts": concept(
        "prop",
        "be my valentine, cut out hearts, galentine's, galentines, heart, heart shaped, hearts, love "
        "hearts, paper hearts, pink hearts, red hearts, st valentine's, valentine",
        near="petals, gift",
    ),
    "confetti": concept(
        "prop",
        "birthday, birthday party, carnival, celebrate, celebration, celebratory, colourful confetti, "
        "confetti, confetti explosion, gold confetti, happy birthday, mardi gras, paper confetti, party "
        "favours, party mood, party scene, party table, party theme, scattered confetti, streamers",
        near="gift, petals",
    ),
    "balloons": concept(
        "prop",
        "balloon, balloon arch, balloon garland, balloons, birthday balloons, helium balloons, party "
        "balloons, pastel balloons",
        near="confetti, gift",
    ),
    "gift": concept(
        "prop",
        "anniversary, baby shower, birthday present, bow, bunting, father's day, fathers day, gender "
        "reveal, gift, gift bag, gift basket, gift boxes, gift giving, gift idea, gift wrapped, gift "
        "wrapping, giftbox, gifted, gifting, giftwrap, graduation, hamper, housewarming, keepsake box, "
        "package, parcel, parcelled, present box, presents, presents under the tree, red ribbon, ribbon, "
        "satin bow, satin ribbon, secret santa, silk ribbon, singles day, surprise, surprise box, teacher "
        "gift, wedding gift, wrapped box, wrapped gift, wrapped parcel, wrapped present",
    ),
    "jack-o'-lanterns": concept(
        "prop",
        "carved pumpkin, carved pumpkins, halloween, halloween night, halloween party, halloween pumpkins, "
        "jack lantern, jack o lantern, jack o' lantern, jack o' lanterns, jackolantern, spooky pumpkin, "
        "trick or treat",
        near="pumpkin",
    ),
    "pumpkin": concept(
        "prop",
        "all hallows, all saints, butternut, calabash, cucurbit, gourd, hallows eve, heirloom pumpkins, "
        "hokkaido pumpkin, mini pumpkin, orange pumpkin, pumpkin, pumpkin field, pumpkin patch, samhain, "
        "squash, white pumpkin",
        near="autumn",
    ),
    "autumn": concept(
        "prop",
        "autumn, autumn afternoon, autumn berries, autumn branches, autumn foliage, autumn garden, autumn "
        "leaf, autumn morning, autumnal background, autumnal colours, autumnal decor, autumnal foliage, "
        "autumnal leaves, autumnal mood, autumnal scene, autumnal setting, autumnal still life, autumnal "
        "tones, autumntime, beech leaves, brown leaves, chestnut leaves, coloured leaves, "
        "crunchy leaves, dead leaves, dried leaves, dry leaves, equinox, fall aesthetic, fall background, "
        "fall colours, fall day, fall decor, fall foliage, fall harvest, fall leaf, fall mood, fall scene, "
        "fall season, fall setting, fall theme, fall themed, fallen leaf, fallen maple leaves, falling "
        "leaves, friendsgiving, golden leaves, harvest, harvest festival, harvest moon, harvested, "
        "harvesttime, in fall, in the fall, indian summer, maple leaf, november, "
        "oak leaf, october, oktoberfest, orange leaves, red leaves, september, "
        "thanksgiving, thanksgiving dinner, yellow leaves",
    ),
    "tulips": concept(
        "prop",
        "bouquet of tulips, bunch of tulips, pink tulips, spring tulips, tulip, tulips, white tulips, "
        "yellow tulips",
        near="flowers",
    ),
    "roses": concept(
        "prop",
        "bouquet of roses, bunch of roses, cream roses, dog rose, garden roses, pink roses, red roses, "
        "rose, rose bouquet, rose heads, rose stem, rosebud, roses, white roses, wild rose",
        near="flowers, petals",
    ),
    "marigolds": concept(
        "prop",
        "marigold, marigold flower, marigold garland, marigolds, orange marigolds",
        near="flowers, oil lamps",
    ),
    "flowers": concept(
        "prop",
        "bloom, blooming, blue blooms, blue florals, blue flowers, bouquet, boutonniere, bridal bouquet, "
        "bridal shower, budding, buds, corsage, cut blooms, cut florals, cut flowers, day of the dead, dia "
        "de los muertos, flora, floral, floral motif, floral wreath, florist, floristry, flower, flower "
        "bud, flower crown, flower garland, flower head, flower market, flower vase, flowered, flowering, "
        "flowering branch, flowers, flowery, hanami, ikebana, lavender bush, may day, mother's day, mothers "
        "day, nosegay, pink blooms, pink florals, pink flowers, posy, purple blooms, purple florals, purple "
        "flowers, red blooms, red florals, red flowers, rose bush, spring, spring mood background, "
        "springtime, vase of flowers, vase with flowers, wedding flowers, wedding theme, white blooms, "
        "white florals, white flowers, wildflower, women's day, womens day, yellow blooms, yellow florals, "
        "yellow flowers",
        near="daisies, peonies, petals, plant",
        pairs={
            "dried rose, edible, exotic, field, garden, meadow, paper, pressed, silk, summer, wild":
            "bloom, floral, flower",
        },
    ),
    "eggs": concept(
        "prop",
        "easter, easter egg, easter hunt, easter nest, easter sunday, egg hunt, eggs, painted eggs, "
        "pastel eggs",
        near="flowers",
    ),
    "petals": concept(
        "prop",
        "bed of roses, cherry blossom petals, cherry petals, dried petals, flower petal, flying petals, "
        "loose petals, lotus petals, marigold petals, orchid petals, peony petals, petal, petals, petals "
        "of roses, pink petals, potpourri, red petals, rose petal, sakura petal, tulip petals, white "
        "petals",
        near="flowers, gift",
    ),
    "lemons": concept(
        "prop",
        "amalfi lemons, bowl of lemons, cut lemon, halved lemons, lemon, lemon tree fruit, lemons, "
        "limoncello lemons, sicilian lemons, sliced lemon",
        near="limes, oranges, citrus, plant",
        pairs={"lemon, dried lemon": CUTS, CUTS_OF: "lemon"},
    ),
    "strawberries": concept(
        "prop",
        "berries, berry, bowl of strawberries, fresh berries, fresh strawberries, mixed berries, red "
        "berries, ripe strawberries, sliced strawberries, strawberries, strawberry, summer berries",
        near="raspberries, citrus, apples",
        pairs={"strawberry": CUTS},
    ),
    "citrus": concept(
        "prop",
        "bowl of fruit, citrus, citrus grove fruit, citrus splash scene, citrus wheels, cut fruit, exotic "
        "fruit, forest fruits, fruit, fruit basket, fruit bowl, fruity, harvest fruit, juicy fruit, mixed "
        "fruit, sliced citrus, sliced fruit, smoothie ingredients, summer, superfood, tropical fruit",
        near="lemons, oranges, limes, apples",
        pairs={
            "citrus, dried citrus, fruit": CUTS,
        },
    ),
}  # fmt: skip
