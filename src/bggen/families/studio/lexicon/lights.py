"""Kinds of light, and where it comes from."""

from __future__ import annotations

from bggen.families.studio.lexicon.entries import Concept, concept

LIGHTS: dict[str, Concept] = {
    "window light": concept(
        "light",
        "bay window, by the window, cookie light, cross shadow, cucoloris, daylight from a window, "
        "daylight from the window, daylight through a window, daylight through the window, daylight "
        "through window, dutch master light, dutch masters, french windows, gobo, grid shadow, kitchen "
        "window, lattice shadow, loft windows, morning window, mullion, natural window light, near a "
        "window, paned, rembrandt light, rembrandt lighting, sash window, skylight, vermeer, window, "
        "window cross, window daylight, window frame, window glow, window ledge, window light, window "
        "pane, window reflection, window seat, window shadow, window shaped light, window sill, windowed, "
        "windowlight, windowpane, windowsill",
        near="blinds",
    ),
    "hard light": concept(
        "light",
        "afternoon daylight, afternoon sun, afternoon sunlight, afternoon sunshine, bare bulb, bare flash, "
        "barn doors, bathed in sun, bathed in sunlight, beam of light, beams of light, blazing daylight, "
        "blazing sun, blazing sunlight, blazing sunshine, bold shadow, bright daylight, bright sun, bright "
        "sunlight, bright sunshine, california sun, californian light, contrast light, contrast lighting, "
        "contrasting shadow, contrasty, crepuscular rays, crisp daylight, crisp light, crisp lighting, "
        "crisp shadow, crisp sun, crisp sunlight, crisp sunshine, day for night, deep shadow, defined "
        "shadow, direct daylight, direct flash, direct light, direct lighting, direct shadow, direct sun, "
        "direct sunlight, direct sunshine, disposable camera, dramatic shadow, edge lit, fierce daylight, "
        "fierce sun, fierce sunlight, fierce sunshine, flash, flashlight, focused light, focused lighting, "
        "fresnel, glare, glaring daylight, glaring sun, glaring sunlight, glaring sunshine, god rays, "
        "godrays, graphic shadow, grazing light, hard daylight, hard edged, hard flash, hard key, hard "
        "light, hard lighting, hard shadow, hard sun, hard sunlight, hard sunshine, harsh contrast, harsh "
        "daylight, harsh light, harsh lighting, harsh shadow, harsh sun, harsh sunlight, harsh sunshine, "
        "heatwave, high contrast, high daylight, hot day, hot summer day, hot sun, intense daylight, "
        "intense sun, intense sunlight, intense sunshine, light beam, light rays, long shadow, "
        "mediterranean daylight, mediterranean light, mediterranean sun, mediterranean sunlight, "
        "mediterranean sunshine, midday, midday daylight, midday sun, noon, noon daylight, noonday "
        "daylight, noonday sun, noonday sunlight, noonday sunshine, overhead daylight, overhead sun, "
        "overhead sunlight, overhead sunshine, paparazzi, point light, point lighting, punchy light, "
        "punchy lighting, raking, raking daylight, rays of light, scorching daylight, scorching sun, "
        "scorching sunlight, scorching sunshine, shaft of light, shafts of light, sharp daylight, sharp "
        "light, sharp lighting, sharp shadow, single light, single lighting, snoot, specular highlights, "
        "specular light, specular lighting, spot light, spot lit, spotlight, spotlighting, spotlit, stage "
        "light, stage lighting, stark daylight, stark light, stark lighting, stark shadow, stark sun, "
        "stark sunlight, stark sunshine, striking shadow, strobe, strong contrast, strong daylight, strong "
        "light, strong lighting, strong shadow, summer daylight, summer light, summer sun, summer "
        "sunlight, summer sunshine, sun, sun baked, sun bathed, sun beam, sun kissed, sun ray, sun rays, "
        "sun shaft, sun soaked, sun washed, sunbaked, sunbathed, sunbeam, sunbeams, sundrenched scene, "
        "sunkissed, sunlight, sunlights, sunlit, sunny, sunny weather, sunray, sunrays, sunshine, "
        "sunshiny, sunsoaked, theatrical light, theatrical lighting, tropical sun, unfiltered daylight, "
        "unfiltered sun, unfiltered sunlight, unfiltered sunshine, volumetric light, volumetric lighting, "
        "volumetric rays, y2k flash",
    ),
    "soft light": concept(
        "light",
        "ambient daylight, ambient glow light, ambient illumination, ambient light, ambient lighting, "
        "ambient shadow, ambient sunlight, beauty dish, bounce card, bounce light, bounced daylight, "
        "bounced flash, bounced glow light, bounced illumination, bounced light, bounced lighting, bounced "
        "shadow, bounced sunlight, calm daylight, calm glow light, calm illumination, calm light, calm "
        "lighting, calm shadow, calm sunlight, clamshell, cloudy day, cloudy daylight, cloudy glow light, "
        "cloudy illumination, cloudy light, cloudy lighting, cloudy shadow, cloudy sunlight, creamy "
        "daylight, creamy glow light, creamy illumination, creamy light, creamy lighting, creamy shadow, "
        "creamy sunlight, delicate daylight, delicate glow light, delicate illumination, delicate light, "
        "delicate lighting, delicate shadow, delicate sunlight, diffuse, diffuse daylight, diffuse glow "
        "light, diffuse illumination, diffuse light, diffused, diffused daylight, diffused glow light, "
        "diffused illumination, diffuser, diffusion, dim soft light, even daylight, even glow light, even "
        "illumination, even light, even lighting, even shadow, even sunlight, evenly lit, feather light, "
        "feathered daylight, feathered glow light, feathered illumination, feathered light, feathered "
        "lighting, feathered shadow, feathered sunlight, filtered daylight, filtered glow light, filtered "
        "illumination, filtered light, filtered lighting, filtered shadow, filtered sunlight, flat "
        "daylight, flat glow light, flat illumination, flat light, flat lighting, flat shadow, flat "
        "sunlight, flattering daylight, flattering glow light, flattering illumination, flattering light, "
        "flattering lighting, flattering shadow, flattering sunlight, fog, foggy, foggy morning, gauzy, "
        "gentle daylight, gentle glow light, gentle illumination, gentle light, gentle lighting, gentle "
        "shadow, gentle sunlight, gently lit, grey day, grey sky light, haze, hazy, hazy daylight, hazy "
        "glow light, hazy illumination, in the shade, indirect daylight, indirect glow light, indirect "
        "illumination, indirect light, indirect lighting, indirect shadow, indirect sunlight, light box, "
        "lightbox lighting, loop lighting, low contrast, low contrast daylight, low contrast glow light, "
        "low contrast illumination, low contrast light, low contrast lighting, mellow daylight, mellow "
        "glow light, mellow illumination, mellow light, mellow lighting, mellow shadow, mellow sunlight, "
        "mist, misty, misty daylight, misty glow light, misty illumination, misty morning, muted daylight, "
        "muted glow light, muted illumination, muted light, muted lighting, muted shadow, muted sunlight, "
        "north facing light, north facing window, north light, octa, octabank, octabox, octalight, open "
        "shade, overcast, overcast daylight, overcast glow light, overcast illumination, overcast sky, "
        "pale daylight, pale glow light, pale illumination, pale light, pale lighting, pale shadow, pale "
        "sunlight, parabolic, product tent, reflector, scrim, shaded, shadow free, shadowless, shadowless "
        "daylight, shadowless glow light, shadowless illumination, shady, silk scrim, skylight glow, "
        "smooth daylight, smooth glow light, smooth illumination, smooth light, smooth lighting, smooth "
        "shadow, smooth sunlight, soft, soft box, soft daylight, soft glow light, soft illumination, soft "
        "light, soft morning light, soft natural light, soft shadow, softbox, softboxes, softened, "
        "softened daylight, softened glow light, softened illumination, softlight, softly, softly lighted, "
        "strip box, strip light, strip softbox, stripbox, subdued daylight, subdued glow light, subdued "
        "illumination, subdued light, subdued lighting, subdued shadow, subdued sunlight, subtle daylight, "
        "subtle glow light, subtle illumination, subtle light, subtle lighting, subtle shadow, subtle "
        "sunlight, tender daylight, tender glow light, tender illumination, tender light, tender lighting, "
        "tender shadow, tender sunlight, three point lighting, umbrella, umbrella light, volumetric fog, "
        "window diffused, wrap around daylight, wrap around glow light, wrap around illumination, wrap "
        "around light, wrap around lighting, wrap around shadow, wrap around sunlight, wraparound "
        "daylight, wraparound glow light, wraparound illumination, wraparound light, wraparound lighting, "
        "wraparound shadow, wraparound sunlight, wrapping daylight, wrapping glow light, wrapping "
        "illumination, wrapping light, wrapping lighting, wrapping shadow, wrapping sunlight",
    ),
    "blinds": concept(
        "light",
        "bands of light, bar shadow, bars of light, blind, blind shadow, blinds, film noir blinds, "
        "jalousie, light stripes, linear shadows, lined shadow, lines of light, louvre, louvred, louvres, "
        "parallel shadows, persian blind, persiennes, plantation shutters, plisse, roller blind, shadow "
        "stripes, shutter, shutters, slat shadow, slats, slatted, stripe shadow, striped light, striped "
        "shadow, stripes of light, stripes of shadow, stripes of sunlight, venetian blind, venetian "
        "shadow, window blind, window slats",
        near="window light",
    ),
    "leaf shadows": concept(
        "light",
        "bamboo shadow, banana leaf shadow, botanical shadow, botanical shadows, branch shadow, bush "
        "shadow, dappled, dappled daylight, dappled light, dappling, eucalyptus shadow, fern shadow, "
        "filtered through foliage, filtered through leaves, filtered through trees, floral shadow, flower "
        "shadow, foliage gobo, foliage shadow, frond shadow, grass shadow, komorebi, leaf gobo, leaf "
        "shadow, leaf silhouette, leafy light, leafy shadow, leafy silhouette, leaves gobo, leaves shadow, "
        "light through foliage, light through leaves, light through the leaves, light through trees, "
        "monstera shadow, nature shadow, olive branch shadow, olive tree shadow, organic shadow, palm "
        "frond shadow, palm gobo, palm leaf shadow, palm leaves shadow, palm shadow, palm silhouette, palm "
        "tree shadow, patchy light, pattern of light, patterned shadow, plant shadow, play of shadows, "
        "shadow of a branch, shadow of a palm, shadow of a plant, shadow of a tree, shadow of branches, "
        "shadow of ferns, shadow of flowers, shadow of foliage, shadow of fronds, shadow of leaf, shadow "
        "of leaves, shadow of monstera, shadow of olive branches, shadow of palm fronds, shadow of palm "
        "leaves, shadow of palms, shadow of plants, shadow of tree branches, shadow of trees, shadow of "
        "tropical leaves, shadow overlay, shadow pattern, shadow play, shadows of a branch, shadows of a "
        "palm, shadows of a plant, shadows of a tree, shadows of branches, shadows of ferns, shadows of "
        "flowers, shadows of foliage, shadows of fronds, shadows of leaf, shadows of monstera, shadows of "
        "olive branches, shadows of palm fronds, shadows of palm leaves, shadows of palms, shadows of "
        "plants, shadows of tree branches, shadows of trees, shadows of tropical leaves, sun through "
        "leaves, sun through trees, sunlight through leaves, sunlight through the leaves, sunlight through "
        "trees, tree gobo, tree shadow, tropical shadow, twig shadow, willow shadow",
        near="window light",
    ),
}  # fmt: skip

_LIT = (
    r"\b(?:light(?:ing|s)?|lit|sun(?:light|lit|shine|beams?|rays?)?|daylight|lamp(?:light)?|softbox|strobe|flash"
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
    "behind": r"\b(?:light|lit|sun|sunlight|glow|from|softbox|window|illuminated|lamp|lighting)\b"
    r"(?: (?:is|com(?:es|ing)|shin(?:es|ing)|falling|placed|set|low|high|source"
    r"|directly|straight|right|from|at|in))*"
    r" (?:behind|the back|the rear)\b(?! (?:wall|of the room))"
    r"|\bback ?lit\b(?! (?:wall|backdrop|background))|\bback ?light(?:ing|s)?\b"
    r"|\b(?:rim|edge|kicker|hair|contre jour|halo) ?light(?:ing|s)?\b|\bcontre jour\b"
    r"|\bagainst the (?:light|sun)\b"
    r"|\brim ?lit\b|\bedge ?lit\b",
    "above": r"\b(?:light|lit|sun|sunlight|lamp|softbox|spotlight|illuminated|lighting)\b[a-z ]{0,16}"
    r"\b(?:above|overhead|the top|the ceiling)\b"
    r"|\b(?:overhead|top|ceiling|downward|zenithal) "
    r"?(?:light|lit|lighting|lights|sun|softbox|lamp|spotlight)\b"
    r"|\bdown ?light(?:s|ing)?\b|\b(?:high )?noon\b|\bmidday sun\b|\bpendant (?:lamp|light)s?\b",
    "front": r"\b(?:light|lit|sun|lighting|flash|softbox|illuminated)\b[a-z ]{0,16}"
    r"\b(?:the front|front|camera position)\b"
    r"|\b(?:front|frontal|ring|butterfly|paramount|clamshell|on camera|axis|fill) "
    r"?(?:light|lights|lit|lighting|flash)\b|\bring ?flash\b|\bon camera flash\b",
}
