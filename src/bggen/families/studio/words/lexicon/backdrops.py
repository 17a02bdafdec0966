"""What stands behind the product as a wall, or before one."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

BACKDROPS: dict[str, Concept] = {
    "brick": concept(
        "backdrop",
        "brick, brick built, brick chimney, brick stone, bricked, bricklayer, brickwork, brooklyn loft, "
        "brownstone, castle wall stones, clinker, cobbled wall, dry stone wall, drystone, factory wall, "
        "london brick, london brickwork, masonry wall, new york loft, rough stone wall, stone wall, "
        "subway wall, warehouse wall",
        near="plaster",
        pairs={
            "bare, crumbling, distressed, exposed, industrial, loft, painted, raw, reclaimed, rustic, "
            "vintage, weathered, whitewashed": "brick, brickwork",
        },
    ),
    "plaster": concept(
        "backdrop",
        "accent wall, adobe, adobe house, aged wall, andalusia, andalusian, bare plaster, canvas backdrop, "
        "canvas background, chalk paint, clay render, clay wall, cob wall, colourwash, cracked plaster, "
        "cracked wall, cycladic, distressed wall, drywall, earthy plaster, faded wall, feature wall, finca, "
        "formentera, fresco, gesso, greek, gypsum, hacienda, hand painted canvas, kasbah, lime paint, lime "
        "plaster, lime render, lime washed, limewash, marmorino wall, marrakech, marrakesh, masseria, "
        "medina, mediterranean, mexican house, moroccan, mottled, mud brick, mud wall, muslin backdrop, old "
        "masters backdrop, old wall, oliphant, painted backdrop, painted wall, pastel wall, patinated wall, "
        "pebbledash, peeling paint, peeling wall, plaster, plasterboard, plastered, pueblo, puglia, ragged "
        "wall, raw plaster, rendered wall, riad, roman plaster, rough wall, roughcast, santa fe, scagliola, "
        "sgraffito, spackle, spanish villa, sponge painted, stucco, stucco facade, stucco house, stuccoed, "
        "tadelakt, taos, textured backdrop, textured background, textured surface wall, textured wall, "
        "trulli, trullo, tuscan, tuscan villa, tuscany, unfinished plaster, venetian plaster, wabi, wabi "
        "sabi, wall finish, wall texture, warm plaster, washed plaster, washed wall, wattle and daub, "
        "whitewash, whitewashed house, whitewashed plaster, whitewashed wall, worn wall",
        near="concrete",
    ),
    "curtain": concept(
        "backdrop",
        "blind curtain, burlesque, cabaret, canopy, circus, cloth backdrop, cloth background, curtain, "
        "curtain fabric, curtained, draped backdrop, draped background, drapery, drapes, fabric backdrop, "
        "fabric background, fabric wall, folds of a curtain, four poster, hanging cloth, hanging fabric, "
        "hanging linen, hanging sheet, moulin rouge, opera house, pleated, pleated fabric, pleats, sheer "
        "fabric, sheer panels, sheers, tapestry wall, theatre, theatrical, voile, wall hanging, window "
        "curtain, window drapes",
        near="plaster",
        pairs={
            "beaded, billowing, cotton, draped, flowing, gauze, lace, linen, net, sheer, shower, "
            "silk, velvet": "curtain, drape, drapes",
        },
    ),
    "hanging leaves": concept(
        "backdrop",
        "box hedge, boxwood, bush, bushy, canopy of leaves, climber, climbing plants, creeper, dense "
        "foliage, fern leaves hanging down, grapevine, grass wall, green backdrop of leaves, hanging "
        "basket, hanging garden, hanging leaves, hanging wisteria, hedge, hedgerow, hop vines, ivy, jungle "
        "leaves, leafy, leafy canopy, leaves hanging, leaves hanging down from above, leaves hanging from "
        "above, liana, living green wall, living wall, lush foliage, moss wall hanging, privet, rain forest "
        "leaves, shrub, shrubbery, topiary, trailing ivy, trellis, vertical garden, vine, vine leaves, "
        "virginia creeper, wall of greenery, wall of leaves, wall of plants",
        near="plant, tropical",
        pairs={
            "foliage, greenery, leaf, leaves, plant": "backdrop, background, wall",
            "cascading, hanging, overhanging, trailing":
            "branch, branches, fern, foliage, greenery, leaves, plant, vine",
        },
    ),
    "arch": concept(
        "backdrop",
        "aladdin, alcove, alhambra, apse, aqueduct, arabian nights, arabic arch, arcade, arch, arch "
        "cutout, arch shape, arched, arched cutout, arched door, arched opening, arched shape, archway, "
        "art deco arch, cloister, colonnade, curved opening, doorway, eid, eid mubarak, gothic arch, "
        "half circle, horseshoe arch, keyhole arch, loggia, mihrab, moorish, mosque, niche, nook, "
        "porthole, portico, rainbow arch, ramadan, ramadan kareem, recess, recessed, roman arch, "
        "semicircle, semicircular opening, shrine, vault, vaulted, vaulted ceiling",
    ),
    "disc": concept(
        "backdrop",
        "big moon, circle, circle cutout, circle shape, circular backdrop, circular background, "
        "circular circle, circular cutout, circular disc, circular frame, circular panel, concentric, "
        "disc, disk, eclipse, full moon, gong, halo disc, hoop, japanese sun, moon backdrop circle, "
        "moon circle, moon disc, moon gate, ring backdrop, rising sun, round backdrop, round cutout, "
        "round frame, round hole, round panel, round window, roundel, sun disc",
        near="arch",
    ),
    "steps": concept(
        "backdrop",
        "amphitheatre steps, bleachers, bofill, escher, flight of stairs, flight of steps, la muralla "
        "roja, ladder, multilevel, muralla roja, ricardo bofill, spiral staircase, spiral stairs, "
        "staggered blocks, staggered levels, stair, staircase, stairway, stairwell, step, stepped, "
        "stepped platform, steps, tiers, ziggurat",
        near="arch",
    ),
    "glow": concept(
        "backdrop",
        "aura, aura gradient, aureole, auroral, background light, background lighting, backlit wall, "
        "circle of light, divine light, ethereal glow, gentle glow, glow, glowing, glowing gradient, "
        "glowing orb, glowing ring, gradient glow, gradient light, halo, inner glow, light burst, light "
        "circle, light gradient, light pool, light ring, light spot, luminous gradient, outer glow, "
        "pool of light, radial background, radial glow, radial gradient, radial light, radiance, ring "
        "of light, spot on the wall, spotlight in the centre, spotlight on the wall, starburst, "
        "sunburst, underlit, vignette, vignetted, vignetting",
        pairs={
            "backlit, lit, luminous, spotlight, spotlit": "backdrop, background",
        },
    ),
}  # fmt: skip
