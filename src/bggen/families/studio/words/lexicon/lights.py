"""Kinds of light, and where it comes from."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

SUNS = "daylight, sun, sunlight, sunshine"
LAMPS = "light, lighting, shadow"

LIGHTS: dict[str, Concept] = {
    "window light": concept(
        "light",
        "bay window, cookie light, cross shadow, cucoloris, daylight from a window, daylight from the "
        "window, daylight through a window, daylight through the window, daylight through window, dutch "
        "master light, dutch masters, french windows, frosty window, gobo, grid shadow, kitchen window, "
        "lattice shadow, loft windows, morning window, mullion, natural window light, paned, rembrandt "
        "light, rembrandt lighting, sash window, skylight, vermeer, window, window cross, window daylight, "
        "window glow, window ledge, window light, window reflection, window seat, window shadow, window "
        "shaped light, window sill, windowed, windowlight, windowpane, windowsill",
        near="blinds",
    ),
    "hard light": concept(
        "light",
        "bare bulb, bare flash, barn doors, bathed in sun, bathed in sunlight, beam of light, beams of "
        "light, bold shadow, bright sunlight, california sun, californian light, contrast light, contrast "
        "lighting, contrasting shadow, contrasty, crepuscular rays, day for night, deep shadow, defined "
        "shadow, direct flash, direct sun, disposable camera, dramatic shadow, edge lit, directional key, "
        "directional light, flash, flashlight, focused light, focused lighting, fresnel, glare, godrays, "
        "graphic shadow, grazing light, hard directional key, hard directional light, hard edged, hard "
        "flash, hard key, hard light, hard sunlight, harsh contrast, heatwave, high contrast, high "
        "daylight, hot day, hot summer day, hot sun, light beam, light hard, light rays, long shadow, "
        "mediterranean light, midday, midday daylight, noon, noon daylight, paparazzi, point light, point "
        "lighting, punchy light, punchy lighting, raking, raking daylight, rays of light, shadow hard, "
        "shadow harsh, shadows hard, shadows harsh, shaft of light, shafts of light, single light, single "
        "lighting, snoot, specular highlights, specular light, specular lighting, spotlight, spotlighting, "
        "spotlit, stage light, stage lighting, striking shadow, strobe, strong contrast, summer day, "
        "summer light, summertime, summery, sun, sun ray, sun shaft, sun washed, sunbaked, sunbathed, "
        "sunbeam, sundrenched scene, sunkissed, sunlight, sunlit, sunny, sunny weather, sunray, sunshine, "
        "sunshiny, sunsoaked, theatrical light, theatrical lighting, tropical sun, volumetric light, "
        "volumetric lighting, volumetric rays, y2k flash",
        pairs={
            "afternoon, blazing, bright, fierce, glaring, intense, mediterranean, noonday, overhead, "
            "scorching, summer, unfiltered": SUNS,
            "crisp, direct, hard, harsh, sharp, stark, strong": f"{SUNS}, {LAMPS}",
        },
    ),
    "soft light": concept(
        "light",
        "beauty dish, bounce card, bounce light, bounced flash, clamshell, cloudy day, diffuse, diffused, "
        "diffuser, diffusion, dim soft light, evenly lit, feather light, fog, foggy, foggy morning, gauzy, "
        "gentle light, gently lit, grey day, grey sky light, haze, hazy, in the shade, light box, lightbox "
        "lighting, loop lighting, low contrast, mist, misty, misty morning, north facing light, north "
        "facing window, north light, octa, octabank, octabox, octalight, open shade, overcast, overcast "
        "sky, parabolic, photo umbrella, product tent, reflector, scrim, shaded, shadow free, shadowless, "
        "shady, silk scrim, skylight glow, soft, soft light, soft morning light, soft natural light, "
        "softbox, softbox umbrella, softened, softlight, softly, softly lighted, strip light, strip "
        "softbox, stripbox, three point lighting, through an umbrella, umbrella light, volumetric fog, "
        "window diffused",
        pairs={
            "ambient, bounced, calm, cloudy, creamy, delicate, diffuse, diffused, even, feathered, "
            "filtered, flat, flattering, gentle, hazy, indirect, low contrast, mellow, misty, muted, "
            "overcast, pale, shadowless, smooth, soft, softened, subdued, subtle, tender, wrap "
            "around, wraparound, wrapping":
            "daylight, glow light, illumination, light, lighting, shadow, sunlight",
        },
    ),
    "blinds": concept(
        "light",
        "bands of light, bar shadow, bars of light, blind, blind shadow, blinds, film noir blinds, "
        "jalousie, light stripes, linear shadows, lined shadow, lines of light, louvre, louvred, "
        "parallel shadows, persian blind, persiennes, plantation shutters, plisse, roller blind, shadow "
        "stripes, shutter, slat shadow, slats, slatted, stripe shadow, striped light, striped shadow, "
        "stripes of light, stripes of shadow, stripes of sunlight, venetian blind, venetian shadow, "
        "window blind, window slats",
        near="window light",
    ),
    "leaf shadows": concept(
        "light",
        "bamboo shadow, banana leaf shadow, botanical shadow, branch shadow, bush shadow, dappled, dappled "
        "daylight, dappling, eucalyptus shadow, fern shadow, filtered through foliage, filtered through "
        "leaves, filtered through trees, floral shadow, flower shadow, foliage gobo, monstera gobo, plant "
        "gobo, foliage shadow, frond shadow, grass shadow, komorebi, leaf gobo, leaf shadow, leaf "
        "silhouette, leafy light, leafy shadow, leafy silhouette, leaves gobo, leaves shadow, light "
        "through foliage, light through leaves, light through the leaves, light through trees, monstera "
        "shadow, nature shadow, olive branch shadow, olive tree shadow, organic shadow, palm frond shadow, "
        "palm gobo, palm leaf shadow, palm leaves shadow, palm shadow, palm silhouette, palm tree shadow, "
        "patchy light, pattern of light, patterned shadow, plant shadow, play of shadows, shadow overlay, "
        "shadow pattern, shadow play, summer feeling, summer mood, summer vibes, sun through leaves, sun "
        "through trees, sunlight through leaves, sunlight through the leaves, sunlight through trees, tree "
        "gobo, tropical leaf shadow, tropical leaves shadow, tropical plant shadow, tree shadow, tropical "
        "shadow, twig shadow, willow shadow",
        near="window light",
        pairs={
            "shadow of, shadows of, shadow of a, shadows of a, shadow from, shadows from, shadow from a, "
            "shadows from a, shadow from the, shadows from the":
            "branch, fern, flower, foliage, frond, leaf, leaves, monstera, olive branch, palm, palm "
            "frond, palm leaf, palm leaves, plant, tree, tree branch, tropical leaf, tropical leaves",
        },
    ),
}  # fmt: skip

_BOX = r"softbox|octabox|octabank|octa|stripbox|beauty dish"
_LIT = (
    rf"\b(?:light(?:ing|s)?|lit|sun(?:light|lit|shine|beams?|rays?)?|daylight|lamp(?:light)?|{_BOX}|strobe|flash"
    r"|spotlight|window(?:s|light)?|glow|key|illuminat(?:ed|ion)|shin(?:e|es|ing)|rays?|beams?|stream(?:s|ing)"
    r"|com(?:es|ing)|from)\b"
)
_SHADOW = (
    r"\bshadows? (?:is |are )?"
    r"(?:falling |falls? |cast |casting |stretching |going |thrown |pointing |running )?"
    r"(?:out |off )?(?:to|towards?|on) (?:the )?"
)

#: side of the light -> what says it, in the lexicon's spelling and without commas or hyphens
LIGHT_SIDES: dict[str, str] = {
    "left": rf"{_SHADOW}right\b|{_LIT}(?!.{{0,28}}\bright\b.{{0,20}}\bleft\b)"
    r"[a-z ]{0,28}\bleft\b"
    r"|\b(?:left|left hand)(?: side)? (?:side )?(?:light|lit|lighting|window|sun|key|sidelight)\b"
    r"|\bleft (?:hand )?side(?: |)lit\b",
    "right": rf"{_SHADOW}left\b|{_LIT}(?!.{{0,28}}\bleft\b.{{0,20}}\bright\b)"
    r"[a-z ]{0,28}\bright\b"
    r"(?! (?:now|above|behind|after|before|angle|amount))"
    r"|\bright(?: hand)?(?: side)? (?:side )?(?:light|lit|lighting|window|sun|key|sidelight)\b"
    r"|\bright (?:hand )?side(?: |)lit\b",
    "behind": rf"\b(?:light|lit|sun|sunlight|glow|from|{_BOX}|window|illuminated|lamp|lighting)\b"
    r"(?: (?:is|com(?:es|ing)|shin(?:es|ing)|falling|placed|set|low|high|source"
    r"|directly|straight|right|from|at|in))*"
    r" (?:behind|the back|the rear)\b(?! (?:wall|of the room))"
    r"|\bback ?lit\b(?! (?:wall|backdrop|background))|\bback ?light(?:ing|s)?\b"
    r"|\b(?:rim|edge|kicker|hair|contre jour|halo) ?light(?:ing|s)?\b|\bcontre jour\b"
    r"|\bagainst the (?:light|sun)\b"
    r"|\brim ?lit\b|\bedge ?lit\b",
    "above": rf"\b(?:light|lit|sun|sunlight|lamp|{_BOX}|spotlight|illuminated|lighting)\b[a-z ]{{0,16}}"
    r"\b(?:above|overhead|the top|the ceiling)\b"
    r"|\b(?:overhead|top|ceiling|downward|zenithal) "
    rf"?(?:light|lit|lighting|lights|sun|{_BOX}|lamp|spotlight)\b"
    r"|\bdown ?light(?:s|ing)?\b|\bpendant (?:lamp|light)s?\b",
    "front": rf"\b(?:light|lit|sun|lighting|flash|{_BOX}|illuminated)\b[a-z ]{{0,16}}"
    r"\b(?:the front|front|camera position)\b"
    r"|\b(?:front|frontal|ring|butterfly|paramount|clamshell|on camera|axis|fill) "
    r"?(?:light|lights|lit|lighting|flash)\b|\bring ?flash\b|\bon camera flash\b",
}
#: the same of what says when it shines, where nothing says whence
TIMES_OF_LIGHT: dict[str, str] = {"above": r"\bnoon\b|\bmidday sun\b"}
