"""Flowers and leaves of one kind that stand or lie beside a product."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

GROWING: dict[str, Concept] = {
    "dried flowers": concept(
        "prop",
        "bouquet of dried flowers, bunch of dried flowers, bunny grass, bunny tail, bunny tail grass, bunny "
        "tails, bunnytail, dried arrangement, dried baby's breath, dried bloom, dried blossom, dried "
        "bouquet, dried floral, dried flower, dried flower arrangement, dried flower bouquet, dried "
        "gypsophila, dried hydrangea, dried meadow flowers, dried oats, dried poppy heads, dried posy, "
        "dried roses, dried thistle, dried wheat, dried wild flowers, dried wildflowers, dry bouquet, dry "
        "flowers, everlasting flowers, everlastings, hare tail, hare's tail, hares tail, helichrysum, "
        "lagurus, lunaria, oat stems, poppy seed heads, preserved flowers, statice bunch, strawflower, vase "
        "of dried flowers",
        near="pampas, flowers",
    ),
    "lavender sprigs": concept(
        "prop",
        "bouquet of lavender, branch of lavender, bunch of lavender, bunches of lavender, bundle of "
        "lavender, dried lavender, dried lavender bouquet, dried lavender bunch, dried lavender flowers, "
        "dried lavender sprigs, fresh lavender flowers, fresh lavender sprigs, lavender blooms, lavender "
        "blossom, lavender bouquet, lavender branch, lavender buds, lavender bunch, lavender bundle, "
        "lavender flower, lavender heads, lavender posy, lavender sprig, lavender stalks, lavender stems, "
        "lavender twig, lavender wands, posy of lavender, sprig of lavender, sprigs of lavender, stems of "
        "lavender, twig of lavender, twigs of lavender",
        near="flowers",
    ),
    "cherry blossom": concept(
        "prop",
        "almond blossom branch, apple blossom branch, blossom branch, blossom sprig, blossom twig, "
        "blossoming branch, blossoming twig, branch of blossom, branch of blossoms, branch of cherry "
        "blossom, branch of cherry blossoms, branch of sakura, branches of blossom, branches of cherry "
        "blossom, branches of cherry blossoms, branches of sakura, cherry blossom bouquet, cherry blossom "
        "branch, cherry blossom flowers, cherry blossom sprig, cherry blossom stem, cherry blossom twig, "
        "cherry branch, cherry flowers, cherry sprig, cherry twig, peach blossom branch, plum blossom "
        "branch, sakura bloom, sakura blossom branch, sakura branch, sakura flowers, sakura sprig, sakura "
        "twig, sprig of blossom, sprigs of blossom, spring blossom branch, twig of blossom, twigs of "
        "blossom",
        near="flowers, petals",
    ),
    "daisies": concept(
        "prop",
        "bouquet of daisies, bunch of daisies, camomile, camomile flowers, chamomile, chamomile flowers, "
        "daisies, daisy, daisy bouquet, daisy chain, daisy flowers, daisy heads, dried chamomile, gerbera, "
        "gerbera daisy, marguerite, ox eye daisy, oxeye daisy, white daisies, wild chamomile, wild daisies, "
        "yellow daisies",
        near="flowers",
    ),
    "peonies": concept(
        "prop",
        "bouquet of peonies, bunch of peonies, peonies, peony, peony bloom, peony blossom, peony bouquet, "
        "peony buds, peony flower, peony heads, peony stem, pink peonies, vase of peonies, white peonies",
        near="roses, flowers",
    ),
    "sunflowers": concept(
        "prop",
        "bouquet of sunflowers, bunch of sunflowers, dried sunflowers, sunflower, sunflower bouquet, "
        "sunflower bunch, sunflower head, sunflower stem, sunflowers, vase of sunflowers",
        near="flowers",
    ),
    "fern": concept(
        "prop",
        "bracken, fern, fern branch, fern foliage, fern frond, fern greenery, fern leaf, fern leaves, fern "
        "sprig, fern stem, ferns, forest fern, fresh fern, frond of fern, fronds of fern, green fern, "
        "leather fern, leaves of fern, maidenhair, sprig of fern, sprigs of fern, tree fern",
        near="plant, tropical, eucalyptus",
    ),
    "olive branch": concept(
        "prop",
        "black olives, bowl of olives, branch of olive, branches of olive, green olives, kalamata olives, "
        "olive branch, olive branches, olive foliage, olive fruit, olive garland, olive greenery, olive "
        "leaf, olive leaves, olive sprig, olive stem, olive tree branch, olive twig, olive wreath, olives, "
        "sprig of olive, sprigs of olive, twig of olive, twigs of olive",
        near="eucalyptus, plant",
    ),
}
