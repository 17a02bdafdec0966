"""Props that seasons and feasts bring."""

from __future__ import annotations

from bggen.families.studio.lexicon.entries import Concept, concept

SEASONS: dict[str, Concept] = {
    "christmas": concept(
        "prop",
        "advent, advent calendar, bauble, baubles, boxing day, candy cane, chanukah, christmas, christmas "
        "balls, christmas card, christmas dinner, christmas eve, christmas fireplace, christmas market "
        "stall, christmas morning, christmas ornament, christmas spirit, christmas stocking, christmas "
        "tree, christmassy, christmastide, christmastime, eggnog, elf, elves, epiphany, evergreen "
        "branches, evergreen garland, evergreen sprigs, father christmas, festive, festively, festivity, "
        "fir, fir branch, fir branches, fir cone, fir sprig, fir tree, fir twig, garland, gingerbread, "
        "gingerbread house, gingerbread man, hanukkah, happy holidays, holiday, holiday gifting, holiday "
        "spirit, holly, holly berries, holly branch, holly leaves, jingle bell, kwanzaa, menorah, "
        "mistletoe, mulled wine, nativity, noel, nutcracker, ornaments, pine branch, pine cone, pine "
        "garland, pine needles, pine sprig, pine twig, pinecone, pinecones, plum pudding, poinsettia, "
        "reindeer, rudolph, saint nicholas, saint nick, santa, santa claus, season's greetings, seasons "
        "greetings, sinterklaas, sleigh, sleigh bells, snow globe, snowman, snowmen, spruce branches, "
        "spruce twigs, st nicholas, st nick, stocking fillers, tinsel, twelfth night, winter holiday, "
        "winter solstice, wreath, x mas, xmas, xmas tree, yule, yule log, yuletide",
        near="gift",
    ),
    "gift": concept(
        "prop",
        "anniversary, baby shower, balloon, birthday, birthday party, birthday present, black friday, bow, "
        "bunting, celebrate, celebration, celebratory, cyber monday, father's day, fathers day, "
        "galentine's, galentines, gift, gift bag, gift basket, gift box, gift boxes, gift giving, gift "
        "idea, gift wrap, gift wrapped, gift wrapping, giftbox, gifted, gifting, gifts, giftwrap, "
        "graduation, hamper, happy birthday, heart, heart shaped, housewarming, keepsake box, mother's "
        "day, mothers day, package, packages, paper hearts, parcel, parcelled, parcels, party favours, "
        "party mood, party scene, party table, party theme, present box, presents, presents under the "
        "tree, red hearts, red ribbon, ribbon, satin bow, satin ribbon, secret santa, silk ribbon, singles "
        "day, st valentine's, streamers, surprise, surprise box, teacher gift, valentine, wedding gift, "
        "wrapped box, wrapped boxes, wrapped gift, wrapped parcel, wrapped present",
    ),
    "pumpkin": concept(
        "prop",
        "all hallows, all saints, butternut, calabash, carved pumpkin, cucurbit, gourd, gourds, halloween, "
        "halloween night, halloween party, hallows eve, heirloom pumpkins, hokkaido pumpkin, jack lantern, "
        "jack o lantern, jack o' lantern, jackolantern, mini pumpkin, orange pumpkin, pumpkin, pumpkin "
        "field, pumpkin patch, pumpkins, samhain, squash, trick or treat, white pumpkin",
        near="autumn",
    ),
    "autumn": concept(
        "prop",
        "acorn, acorn cup, acorns, autumn, autumn afternoon, autumn berries, autumn branches, autumn "
        "foliage, autumn garden, autumn leaf, autumn leaves, autumn morning, autumnal background, autumnal "
        "colours, autumnal decor, autumnal foliage, autumnal leaves, autumnal mood, autumnal scene, "
        "autumnal setting, autumnal still life, autumnal tones, autumntime, back to school, beech leaves, "
        "brown leaves, chestnut leaves, chestnuts, coloured leaves, conker, cornucopia, crunchy leaves, "
        "dead leaves, dried leaves, dry leaves, equinox, fall aesthetic, fall background, fall colours, "
        "fall day, fall decor, fall foliage, fall harvest, fall leaf, fall leaves, fall mood, fall scene, "
        "fall season, fall setting, fall theme, fall themed, fallen leaf, fallen leaves, fallen maple "
        "leaves, falling leaves, friendsgiving, fungi, golden leaves, harvest, harvest festival, harvest "
        "moon, harvested, harvesttime, hazelnuts, horse chestnut, in fall, in the fall, indian summer, "
        "leaf litter, leaf pile, maple leaf, maple leaves, mushroom, november, nuts, oak leaf, october, "
        "oktoberfest, orange leaves, pile of leaves, red leaves, rosehip, september, thanksgiving, "
        "thanksgiving dinner, toadstool, walnuts, windfall apples, yellow leaves",
        near="pumpkin",
    ),
    "flowers": concept(
        "prop",
        "acacia blossom, almond blossom, amaryllis, anemone, anthurium, apple blossom, aster, azalea, "
        "baby's breath, babys breath, begonia, bird of paradise, bloom, blooming, blooms, blossom, blossom "
        "branch, blossoming, blossoming branch, blossoms, blue blooms, blue florals, blue flowers, "
        "bluebell, bougainvillea, bouquet, boutonniere, bridal bouquet, budding, buds, bunch of flowers, "
        "bunch of lavender, bunch of roses, buttercup, calendula, calla, camellia, camomile, carnation, "
        "catkins, chamomile, cherry blossom, cherry blossom branch, cherry blossom tree, chrysanthemum, "
        "clematis, cornflowers, corsage, cosmos flowers, crocus, cut blooms, cut florals, cut flowers, "
        "daffodil, dahlia, dahlias, daisies, daisy, daisy chain, dandelion, day of the dead, delphinium, "
        "dia de los muertos, dog rose, dried lavender, dried rose blooms, dried rose florals, dried rose "
        "flowers, easter, easter egg, easter sunday, edelweiss, edible blooms, edible florals, edible "
        "flowers, elderflower, exotic blooms, exotic florals, exotic flowers, field blooms, field florals, "
        "field flowers, flora, floral, floral motif, floral wreath, florals, florist, floristry, flower, "
        "flower arrangement, flower bud, flower bunch, flower crown, flower garland, flower head, flower "
        "market, flower vase, flowered, flowering, flowering branch, flowers, flowery, foxglove, "
        "frangipani, freesia, fuchsias, garden blooms, garden florals, garden flowers, garden roses, "
        "gardenia, geranium, gerbera, gladioli, gladiolus, gypsophila, hanami, hawthorn, heather, heather "
        "sprigs, heliconia, hibiscus, hollyhock, honeysuckle, hyacinth, hydrangea, ikebana, iris, jasmine, "
        "larkspur, lavender and chamomile, lavender bouquet, lavender bunch, lavender bush, lavender "
        "flower, lavender sprig, lavender stems, lemon blossom, lilac blossom, lilac branch, lilac "
        "flowers, lilacs, lilies, lilies of the valley, lily, lily of the valley, lotus, lupin, magnolia, "
        "marigold, may day, meadow blooms, meadow florals, meadow flowers, mimosa, mimosa branch, "
        "narcissus, nosegay, orange blossom, orchid, orchid branch, orchids, pansy, paper blooms, paper "
        "florals, paper flowers, peach blossom, pelargonium, peonies, peony, petunia, pink blooms, pink "
        "florals, pink flowers, pink roses, plum blossom, plumeria, poppies, poppies field, poppy, posy, "
        "pressed blooms, pressed florals, pressed flowers, primroses, protea, purple blooms, purple "
        "florals, purple flowers, pussy willow, ranunculi, ranunculus, red blooms, red florals, red "
        "flowers, red roses, rhododendron, rose, rose bud, rose bush, rose stem, rosebud, rosebuds, roses, "
        "sakura, sakura branch, sakura petals, silk blooms, silk florals, silk flowers, snapdragon, "
        "snowdrop, sprig of lavender, sprigs of lavender, spring, spring mood background, springtime, "
        "statice, strelitzia, summer blooms, summer florals, summer flowers, sunflower, sunflowers, sweet "
        "pea, thistle, tiger lily, tulip, tulips, vase of flowers, vase with flowers, violas, water lily "
        "flower, wattle, wedding flowers, wedding theme, white blooms, white florals, white flowers, white "
        "roses, wild blooms, wild florals, wild flower, wild rose, wildflower, wildflowers, willow "
        "catkins, wisteria blossoms, wisteria flowers, women's day, womens day, yellow blooms, yellow "
        "florals, yellow flowers, zinnia",
        near="petals, plant",
    ),
    "petals": concept(
        "prop",
        "bed of roses, cherry blossom petals, cherry petals, colourful confetti, confetti, confetti "
        "explosion, dried petals, flower petal, flower petals, flying petals, gold confetti, loose petals, "
        "lotus petals, marigold petals, orchid petals, paper confetti, peony petals, petal, petals, petals "
        "of roses, pink petals, potpourri, red petals, rose petal, rose petals, sakura petal, scattered "
        "petals, tulip petals, white petals",
        near="flowers",
    ),
    "citrus": concept(
        "prop",
        "acai, amalfi lemons, apple, apple cubes, apple peel, apple segments, apple slice, apple wedge, "
        "apple zest, apples, apricots, banana, bergamot, berries, berry, blackberry, blackcurrant, blood "
        "orange, blood orange cubes, blood orange peel, blood orange pieces, blood orange segments, blood "
        "orange slice, blood orange wedge, blood orange zest, blueberry, bowl of fruit, bowl of lemons, "
        "bowl of oranges, bunch of grapes, calamansi, cantaloupe, cherries, cherries bowl, cherry fruits, "
        "citrus, citrus grove fruit, citrus peel, citrus segments, citrus slice, citrus splash scene, "
        "citrus wedge, citrus wheels, citrus zest, clementine, coconut, cranberry, cucumber cubes, "
        "cucumber half, cucumber peel, cucumber segments, cucumber slice, cucumber wedge, cucumber zest, "
        "currants, cut fruit, cut lemon, cut oranges, date fruit, dragon fruit, dragonfruit, dried citrus "
        "cubes, dried citrus half, dried citrus peel, dried citrus pieces, dried citrus segments, dried "
        "citrus slice, dried citrus wedge, dried citrus zest, dried lemon cubes, dried lemon half, dried "
        "lemon peel, dried lemon pieces, dried lemon segments, dried lemon slice, dried lemon wedge, dried "
        "lemon zest, dried orange cubes, dried orange half, dried orange peel, dried orange pieces, dried "
        "orange segments, dried orange slice, dried orange wedge, dried orange zest, elderberry, exotic "
        "fruit, fig, fig cubes, fig peel, fig segments, fig slice, fig wedge, fig zest, figs, forest "
        "fruits, fruit, fruit basket, fruit bowl, fruit cubes, fruit peel, fruit segments, fruit slice, "
        "fruit wedge, fruit zest, fruits, fruity, goji berries, gooseberry, grape, grape cluster, "
        "grapefruit, grapefruit cubes, grapefruit peel, grapefruit segments, grapefruit slice, grapefruit "
        "wedge, grapefruit zest, grapes, grapes bunch, green apple, guava, harvest fruit, honeydew, juicy "
        "fruit, juniper berries, kiwi, kiwi cubes, kiwi peel, kiwi segments, kiwi slice, kiwi wedge, kiwi "
        "zest, kiwifruit, kumquat, lemon, lemon cubes, lemon peel, lemon segments, lemon slice, lemon "
        "slices, lemon tree fruit, lemon wedge, lemon zest, lemons, lime, lime cubes, lime peel, lime "
        "segments, lime slice, lime wedge, lime zest, limes, limoncello lemons, litchi, lychee, mandarin, "
        "mandarin cubes, mandarin peel, mandarin segments, mandarin slice, mandarin wedge, mandarin zest, "
        "mango, mango cubes, mango peel, mango segments, mango slice, mango wedge, mango zest, melon, "
        "melon cubes, melon peel, melon segments, melon slice, melon wedge, melon zest, mixed berries, "
        "mixed fruit, mulberries, nectarine, orange cubes, orange half, orange peel, orange pieces, orange "
        "segments, orange slice, orange slices, orange wedge, orange zest, oranges, papaya, passion fruit, "
        "passionfruit, peach cubes, peach half, peach peel, peach pieces, peach segments, peach slice, "
        "peach wedge, peach zest, peaches, pear, pear cubes, pear peel, pear segments, pear slice, pear "
        "wedge, pear zest, pears, persimmons, pineapple, pineapple cubes, pineapple peel, pineapple "
        "segments, pineapple slice, pineapple wedge, pineapple zest, pitaya, plums, pomegranate, "
        "pomegranate seeds, pomelo, quince, raspberries, red apple, red cherries, redcurrant, rhubarb, "
        "satsuma, sicilian lemons, sliced citrus, sliced fruit, sliced grapefruit, sliced lemon, sliced "
        "lime, sliced orange, sliced strawberries, smoothie ingredients, stone fruit, strawberries, "
        "strawberry, strawberry cubes, strawberry peel, strawberry segments, strawberry slice, strawberry "
        "wedge, strawberry zest, summer, superfood, tangerine cubes, tangerine half, tangerine peel, "
        "tangerine pieces, tangerine segments, tangerine slice, tangerine wedge, tangerine zest, "
        "tangerines, tropical fruit, watermelon, watermelon cubes, watermelon peel, watermelon segments, "
        "watermelon slice, watermelon wedge, watermelon zest, yuzu",
    ),
}  # fmt: skip
