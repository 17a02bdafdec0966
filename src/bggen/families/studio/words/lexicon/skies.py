"""What a scene has above or behind it in no place on the ground: skies, smoke, lights, the night."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

SKIES: dict[str, Concept] = {
    "sky": concept(
        "place",
        "airborne, celestial sky, cloud, cloudless, cloudscape, cloudy, cumulus, endless sky, horizon, "
        "horizon line, open sky, rainbow sky, skies, sky, skyscape, stratosphere, summer sky, white clouds",
        near="pastel sky, mountains",
    ),
    "pastel sky": concept(
        "place",
        "angelic, candyfloss clouds, candyfloss sky, cloud nine, cloudlike, cotton candy clouds, cotton "
        "candy sky, cotton clouds, cotton wool clouds, dreamy clouds, dreamy sky, fluffy cloud, heaven, "
        "heavenly, pastel clouds, pastel pink sky, pastel pink sky with clouds, pastel sky, pink clouds, "
        "pink sky, pink sky with clouds, puffy clouds",
        near="sky, sunset",
        pairs={"above the, amid the, among, among the, amongst the, in the, on the, over the": "clouds"},
    ),
    "smoke": concept(
        "place",
        "dry ice, fog machine, smoke, smoke background, smoke cloud, smoke "
        "machine, smoke swirl, smokescreen, swirling smoke, wisps of smoke",
        near="night",
        pairs={
            "hazy dark, misty dark, smoke filled, smokey, smoky": "air, atmosphere, backdrop, "
            "background, scene"
        },
    ),
    "evening lights": concept(
        "place",
        "bar, bar counter, bartop, brasserie, casino, cinema, cocktail bar, cocktail lounge, "
        "fine dining, golden bokeh lights, inn, pub, restaurant, restaurant table, steakhouse, "
        "sushi bar, tavern, wine bar",
        near="night, bokeh, living room",
    ),
    "northern lights": concept(
        "place",
        "arctic night, aurora, aurora borealis, aurora sky, northern lights, northern lights over snow, "
        "polar lights",
        near="night, winter landscape, snow",
    ),
    "fireworks": concept(
        "place",
        "firework, firework display, fireworks, new year, new year celebration, new year's, new year's eve, "
        "new years, new years eve, nye, pyrotechnics, silvester",
        near="evening lights, night, city",
    ),
    "night": concept(
        "place",
        "4th of july, above the earth, after dark, after hours, after sunset, astral, blue hour, bonfire "
        "night, celestial, constellation, cosmic, cosmos, crepuscule, dark sky, deep space, fourth of july, "
        "full moon night, galaxy, gloaming, guy fawkes, hogmanay, in orbit, in space, interstellar, "
        "lamplit, lantern lit, late evening, late night, midnight, milky way, moonlight, moonlit, moonlit "
        "sky, moonshine light, nebula, night, night mode, night party, night sky, nightclub scene, "
        "nightfall, nightlife, nighttime, nocturnal, nocturne, outer space, planet earth, planetary, silent "
        "night, sky full of stars, space background, space scene, star filled sky, starlight, starlit, "
        "starlit sky, starry, starry night sky, starry sky, stars, street lamp, street lights, streetlight, "
        "twilight, under the moon, universe, witching hour",
        near="evening lights, neon",  # every place is out of focus: bokeh makes no night
    ),
}  # fmt: skip
