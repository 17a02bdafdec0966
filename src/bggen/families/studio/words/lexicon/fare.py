"""Fruit, nuts, spices and pastries that stand beside a product."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept
from bggen.families.studio.words.lexicon.seasons import CUTS, CUTS_OF

ORANGES = (
    "blood orange, clementine, dried orange, grapefruit, mandarin, mandarin orange, navel orange, orange, "
    "satsuma, tangerine"
)

FARE: dict[str, Concept] = {
    "oranges": concept(
        "prop",
        "blood orange, bowl of oranges, clementine, cut oranges, grapefruit, halved orange, kumquat, "
        "mandarin, mandarin oranges, navel orange, orange fruit, orange halves, orange rounds, orange "
        "twist, orange wheel, oranges, satsuma, seville orange, sliced grapefruit, sliced orange, sliced "
        "oranges, tangerines",
        near="lemons, citrus, limes",
        pairs={ORANGES: CUTS, CUTS_OF: ORANGES},
    ),
    "limes": concept(
        "prop",
        "bowl of limes, green lemons, halved lime, key limes, lime fruit, lime halves, lime rounds, lime "
        "twist, lime wheel, limes, sliced lime",
        near="lemons, citrus, oranges",
        pairs={"lime, dried lime, persian lime, key lime": CUTS, CUTS_OF: "lime"},
    ),
    "apples": concept(
        "prop",
        "apple, apple fruit, apple halves, apples, basket of apples, bowl of apples, crab apple, crate of "
        "apples, gala apple, granny smith, green apple, halved apple, orchard apples, red apple, sliced "
        "apple, windfall apples, yellow apple",
        near="citrus, oranges, lemons",
        pairs={"apple": CUTS, CUTS_OF: "apple"},
    ),
    "blueberries": concept(
        "prop",
        "bilberries, blueberries, blueberry, blueberry sprig, bowl of blueberries, fresh blueberries, "
        "handful of blueberries, huckleberries, scattered blueberries, wild blueberries",
        near="strawberries, raspberries, grapes, apples",
    ),
    "raspberries": concept(
        "prop",
        "bowl of raspberries, fresh raspberries, handful of raspberries, loganberries, raspberries, "
        "raspberry, ripe raspberries, scattered raspberries",
        near="strawberries, blueberries, apples",
    ),
    "cinnamon": concept(
        "prop",
        "anise, anise star, aniseed, autumn spices, chai spices, christmas spices, cinnamon bark, cinnamon "
        "cane, cinnamon quill, cinnamon stick, exotic spices, fall spices, herbs spices, indian spices, "
        "mulled wine spices, mulling spices, spices, star anise, stick of cinnamon, sticks of cinnamon, "
        "warm spices, whole spices, winter spices",
        near="coffee beans",
    ),
    "almonds": concept(
        "prop",
        "almond flakes, almond halves, almond kernels, almond nut, almonds, assorted nuts, bowl of nuts, "
        "chopped nuts, cracked nuts, flaked almonds, handful of almonds, handful of nuts, mixed nuts, nut "
        "mix, nut shells, nuts, roasted nuts, shelled nuts, whole almonds",
        near="coffee beans",
    ),
    "croissants": concept(
        "prop",
        "baked goods, basket of croissants, breakfast pastries, croissant, croissants, danish pastries, "
        "danish pastry, flaky pastry, french croissant, french pastries, fresh pastries, pain au chocolat, "
        "pastries, pastry, plate of croissants, plate of pastries, puff pastry, viennoiserie",
        near="coffee cup, coffee beans",
    ),
    "coconuts": concept(
        "prop",
        "coconut, coconut chunks, coconut flakes, coconut flesh, coconut fruit, coconut half, coconut "
        "halves, coconut husk, coconut pieces, coconut shavings, coconut shell, coconuts, cracked coconut, "
        "cracked open coconut, fresh coconut, half a coconut, half coconut, halved coconut, halves of "
        "coconut, open coconut, shredded coconut, split coconut, whole coconut",
        near="tropical",
    ),
    "honey": concept(
        "prop",
        "bee pollen, comb honey, dripping honey, drizzle of honey, drizzled honey, drizzled with honey, "
        "honey comb, honey dipper, honey drip, honey dripping, honey drizzle, honey stick, honeycomb, piece "
        "of honeycomb, wooden dipper, wooden honey dipper",
        near="citrus, lemons",
    ),
    "avocados": concept(
        "prop",
        "avocado, avocado half, avocado halves, avocado slices, avocado stone, avocados, cut avocado, half "
        "an avocado, halved avocado, halves of avocado, ripe avocado, sliced avocado",
        near="citrus, limes",
    ),
    "grapes": concept(
        "prop",
        "black grapes, blue grapes, bunch of grapes, bunches of grapes, cluster of grapes, grape, grape "
        "bunch, grape cluster, grapes, grapes on the vine, green grapes, purple grapes, red grapes, table "
        "grapes, vine grapes, white grapes, wine grapes",
        near="citrus, limes, apples",
    ),
    "peaches": concept(
        "prop",
        "apricot half, apricot halves, apricots, bowl of peaches, dried apricots, flat peaches, fresh "
        "peaches, halved peach, halved peaches, juicy peaches, nectarine, peach fruit, peach half, peach "
        "halves, peaches, ripe peach, ripe peaches, sliced peach, sliced peaches",
        near="citrus, oranges",
        pairs={"apricot, nectarine, peach": CUTS, CUTS_OF: "nectarine, peach"},
    ),
    "tomatoes": concept(
        "prop",
        "cherry tomato, cherry tomatoes, fresh tomatoes, halved tomato, heirloom tomatoes, plum tomatoes, "
        "red tomatoes, ripe tomatoes, roma tomatoes, sliced tomato, tomato, tomato half, tomato halves, "
        "tomato slices, tomato vine, tomatoes, tomatoes on the vine, vine ripened tomatoes, vine tomatoes",
        near="citrus, apples",
    ),
}
