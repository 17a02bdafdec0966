"""Moods, and where the camera is."""

from __future__ import annotations

from bggen.families.studio.words.lexicon.entries import Concept, concept

MOODS: dict[str, Concept] = {
    "sunset": concept(
        "mood",
        "afterglow, afternoon glow, afternoon light, alpenglow, amber sky, aperitivo, aperitivo hour, "
        "break of day, burning sky, cockcrow, cocktail hour, crack of dawn, dawn, day's end, daybreak, "
        "dusk, dusky light, early light, early morning sun, early sun, end of day, end of the day, "
        "evening, evening glow, evening light sun, evening sun, evening sunlight, evening sunshine, "
        "fiery sky, first light, golden dusk, golden evening, golden glow, golden hour, golden light, "
        "golden morning, golden sun, golden sunlight, goldenhour, last light, late afternoon, late "
        "afternoon light, late day sun, late light, late sun, late sunlight, lens flare, low angle sun, "
        "low autumn sun, low sun, low sun light, low sunlight, low winter sun, magic hour, magic light, "
        "magical hour, morning glow, orange glow, orange sky, red sun, rising sun light, setting sun, "
        "sun low, sun on the horizon, sun set, sun up, sundown, sundowner, sunflare, sunrise, sunrise "
        "glow, sunset, sunset glow, sunset hour, sunup",
        near="warm",
    ),
    "warm": concept(
        "mood",
        "70s, amber, amber glow, analog film, analogue film, autumnal, candle glow, candle light, "
        "candlelit, candlelit dinner, caramel light, comfortable, comforting, comfy, copper light, cosily, "
        "cosiness, cosy, cosy fall, cosy winter, cozy, cuddly, danish hygge, earth toned, earth tones, "
        "earthy colours, earthy palette, earthy tones, edison bulb, fall vibes, filament bulb, film look, "
        "fire glow, firelight, firelit, gemuetlich, gemutlich, gold glow, gold light, gold lighting, "
        "golden, goldish, heartwarming, home like, homely, homey, honey glow, honey hued, honey light, "
        "honey toned, honey tones, honeyed, hygge, hyggelig, incandescent, intimate, inviting, kodak gold, "
        "kodak portra, lamp glow, lamplight, lamplit room, light bulb glow, mellow, mustardy, nesting, "
        "nostalgia, nostalgic, polaroid, portra, romantic glow, romantic light, sepia, seventies, snug, "
        "snuggly, spicy mood, sultry, sun warm, sun warmed, sunny warm, super 8, toasted, toasty, tropical "
        "heat, tungsten light, tungsten lighting, vintage light, vintage mood, warm, warm ambiance, warm "
        "colouring, warm glow, warm grading, warm lamp, warm sun, warm tungsten, warm white light, warming, "
        "warmly, warmth, welcoming",
        near="sunset",
        pairs={"evening": "ambience, atmosphere, feel, feeling, mood, vibe"},
    ),
    "cool": concept(
        "mood",
        "aquatic mood, arctic light, blue light, blue lighting, blue tinted, blue toned, blue tones, "
        "bluish, brisk, chill, chilling, chilly, clinical, cold, cold blue, cold winter, coldly lit, "
        "coldness, cool, cool morning light, cool temperature, cool white light, cooling, coolness, "
        "crisp, crisp air, crisp morning, crisp winter, fjord light, fluorescent light, fluorescent "
        "lighting, freezing, frigid, frosty light, frosty mood, frosty morning, glacial, glacier blue, "
        "ice cold, ice cool, icy atmosphere, icy light, icy mood, icy tones, led white light, minty "
        "fresh, moonlit blue, nordic light, northern light, polar light, refreshing, refreshment, "
        "scandinavian light, scandinavian winter, steel blue light, steely light, sterile, winter "
        "daylight, winter light, winter mood, winter morning, winter sun, wintery, wintry",
    ),
    "moody": concept(
        "mood",
        "apocalyptic, baroque, baroque painting, black and moody, black friday, brooding, caravaggesque, "
        "caravaggio, chiaroscuro, cinema noir, cinematic, clair obscur, claire obscure, creepy, "
        "crepuscular, dark, dark academia light, dark and moody, dark food photography, dark room, "
        "darkened, darkish, darkly lit, darkness, dim, dimly lighted, dimly lit, dimmed, drama, dramatic, "
        "dramatic sky mood, dramatical, dramatically lit, dusky, dutch still life, dystopian, eerie, "
        "enigmatic, faint lighting, faint lights, faint lit, film noir, film still, funereal, gloom, "
        "gloomy, goth, gothic, gothicism, grunge, grungy, half light, half shadow, haunted, haunting, heavy "
        "shadows, in shadow, in the shadows, intense mood, intriguing, light and shadow, low key, low "
        "keyed, low light, low lighting, low lit, lowkey, melancholia, melancholic, melancholy, menacing, "
        "midnight mood, moodily lit, moodiness, moody, movie scene, movie still, murky, mysterious, "
        "mystery, mystic, mystical, neo noir, noir, occult, old master, old master painting, ominous, one "
        "light source, pensive, penumbra, rembrandt, rugged mood, scarce lighting, scarce lights, scarce "
        "lit, secretive, seductive, sensual, shadow filled, shadow heavy, shadowed, shadowy, silhouette, "
        "silhouetted, single light source, single spotlight, sinister, smokey, smoky, smouldering, somber, "
        "sombre, sparse lighting, sparse lights, sparse lit, split light, split lighting, spooky, storm, "
        "stormy, subdued lights, subdued lit, tenebrism, tenebrist, tenebroso, tenebrous, thunder, "
        "thunderstorm, underexposed, vampire, vampiric, wistful, witchcraft, witchy",
    ),
    "luxury": concept(
        "mood",
        "1920s, 5 star, and gold, aristocratic, art deco luxury, ball gown, bejewelled, billionaire, black "
        "friday luxury, black tie, cartier style, caviar, champagne toast, chanel style, chic, classic "
        "elegance, classy, couture, de luxe, deluxe, designer, dior, elegance, elegant, elegantly, "
        "exclusive, expensive, expensive look, exquisite, exquisitely, fashion editorial, first class, "
        "five star, gala, gatsby, glam, glamor, glamorous, glamour, glamourous, glint, glittered, "
        "glittering, glittery, glitz, glitzy, gold accent, gold and, gold decor, gold detail, gold "
        "elements, gold dust, gold powder, gold flakes, gold foil, gold leaf, gold leaves, gold trim, "
        "golden accents, golden details, grand hotel, grandeur, haute couture, high class, high ended, "
        "high fashion, high value, highend, hints of gold, hollywood glamour, hollywood regency, imperial, "
        "jazz age, jewelled, kingly, lavish, lavishly, lux, luxe, luxuriant, luxurious, luxuriously, "
        "luxury, majestic, majesty, millionaire, noble, old hollywood, old money, opulence, opulent, "
        "opulently, ornate, palatial, plush luxury, posh, precious, premium, prestige, prestigious, "
        "queenly, quiet luxury, red carpet, refined, refinement, regal, richly, ritzy, roaring twenties, "
        "rococo, royal, royalty, sequined, shimmer, shimmering, shimmery, sophisticated, sophistication, "
        "sparkle, sparkly, stately, stealth wealth, stylish, sumptuous, swanky, swish, tiffany style, "
        "timeless, top end, top notch, top tier, touches of gold, tres chic, upmarket, upscale, vip, "
        "vogue, world class",
        near="moody",
    ),
    "neon": concept(
        "mood",
        "1980s, 2000s, 80s, acid colours, arcade machine, bioluminescence, bioluminescent, bisexual "
        "lighting, blacklight, blade runner, blue and pink light, club, clubbing, colour gel, coloured "
        "gel, coloured light, concert, cyber, cyber monday, cybercore, cyberpunk, dance club, day glo, "
        "dayglo, disco, disco ball, discotheque, duotone, eighties, electric colours, electric glow, "
        "electric light, esports, fluorescent, fluoro, futurism, futurist, futuristic, gamer, gaming, gel "
        "light, gel lighting, gelled, glow in the dark, glow sticks, glowstick, green light, hologram "
        "glow, holographic light, iridescent light, laser, laser beams, led, led glow, led strip, led "
        "tube, magenta light, matrix, miami vice neon, neon, neon blue light, neon city light, neon gel, "
        "neon glow, neon noir, neon reflection, neon ring, neon sign, neon soaked, neon strip, neon tube, "
        "nightclub, outrun, party light, pinball, pink neon, pink and blue light, pink and blue lighting, "
        "pink light, purple and blue light, purple light, rave, red and blue light, red and blue lighting, "
        "red light, retrofuturism, retrofuturistic, retrowave, rgb led, rgb light, rgb lighting, sci fi, "
        "science fiction, scifi, space age, spaceship, stage lights, synthwave, techno club, tron, "
        "ultraviolet, uv, uv glow, vaporwave, vapourwave, y2k",
        near="moody",
    ),
    "bright": concept(
        "mood",
        "airily, airiness, airy, angelic light, bathed in light, blown out, breakfast light, bright, "
        "brightened, brighter, brightly, brightness, brilliant, broad daylight, cheerful, cheery, "
        "clean, clear light, colourful, crisp and clean, daylight, daylit, daytime, dazzling, dreamy "
        "light, early morning, energetic, ethereal, flooded with light, forenoon, fresh, fresh air, "
        "full of light, fun, gleam, gleaming, happy, heavenly light, high keyed, highkey, hygienic, "
        "immaculate, joyful, joyous, light and fresh, light drenched, light filled, light flooded, "
        "light mood, lively, luminosity, luminous, luminously, morning, optimistic, overexposed, "
        "playful, pristine, radiant, radiantly, radiating, spotless, spring light, spring mood, "
        "springlike, squeaky clean, summer morning, sun flooded, sundrenched, sunfilled, upbeat, "
        "uplifting, vibrant, vivid, well lit, white light, whitest",
    ),
    "natural": concept(
        "mood",
        "artisan, artisanal, authentic, available light, ayurveda, ayurvedic, biodegradable, botanic "
        "mood, candid, crafted, down to earth, earthiness, earthy, eco, eco conscious, ecofriendly, "
        "ecological, environmentally friendly, farm fresh, farm to table, green living, grounded, "
        "grounding, herbal, holistic, homegrown, lifestyle, natural, natural beauty, natural "
        "surroundings, natural tones, naturalistic, naturally, naturalness, organic, organic shapes, "
        "organically, plant based, pure nature, raw beauty, raw look, raw materials, raw nature, real "
        "life, rustic charm, rustic natural, slow life, slow living, sustainability, sustainable, "
        "unfiltered, unposed, unprocessed, unretouched, untamed, wholesome, wild, zero waste",
    ),
    "top-down": concept(
        "view",
        "90 degree, aerial, aerial perspective, bird eye, bird perspective, bird view, bird's eye, bird's "
        "eye perspective, bird's view, birds eye perspective, birds view, birdseye, camera above, camera "
        "from above, directly above, directly overhead, drone perspective, "
        "drone photo, drone shot, drone view, flat laid, flat layout, flat lying, flatlay, "
        "from a height, from above angle, from above shot, from above view, from the top, god's eye, gods "
        "eye, knoll, knolled, knolling, laid flat, laid out, laid out flat, laying flat, look down, looking "
        "down, lying flat, overhead, overhead perspective, photographed from above, pictured from above, "
        "plan view, seen from above, seen from overhead, seen from the top, shot from above, straight "
        "above, straight down, straight from above, table from above, tabletop from above, taken from "
        "above, top down perspective, top view, topdown, topshot, view from above, view from top, viewed "
        "from above, zenital, zenithal",
    ),
    "high angle": concept(
        "view",
        "3 4 angle, 3 4 perspective, 3 4 shot, 45 angle, 45 deg, 45 degree, 45 degree from above, 45 degree "
        "perspective, 45 degree tilt, 45 degrees from above, 60 degree angle, 60 degrees, angled down, "
        "angled from above, angled shot, angled view, at an angle from above, axonometric, diagonal from "
        "above, diagonal view, diagonally from above, diner's perspective, diner's view, diners view, "
        "elevated angle, elevated camera, elevated perspective, elevated view, elevated viewpoint, forty "
        "five degree, half top view, high angle, high angle perspective, higher angle, isometric, isometric "
        "perspective, isometrical, oblique angle, oblique view, plunging view, raised angle, raised "
        "viewpoint, seated perspective, semi top view, three quarter angle, three quarter camera, three "
        "quarter perspective, three quarter shot, three quarter top view, three quarter view, three "
        "quarters, tilted down",
        near="slightly raised",
    ),
    "slightly raised": concept(
        "view",
        "15 degree, 20 degree, 30 degree, a little above, a little from above, gently from above, gently "
        "raised, looking slightly down, slight angle from above, slight elevation, slightly above, slightly "
        "elevated, slightly from above, slightly higher, slightly looking down, slightly overhead, slightly "
        "raised",
        near="eye level, high angle",
    ),
    "eye level": concept(
        "view",
        "0 degree angle, 0 degrees, chest height, counter height, counter level, eye height, eye level, "
        "eye level height, eye level perspective, eyelevel, facing camera, facing the camera, floor "
        "level, frog perspective, frog's eye, frogs eye view, from below, front angle, front elevation, "
        "front facing, front on, front perspective, front shot, front view, frontal, frontal "
        "perspective, frontally, ground level, head on, hero angle, hero perspective, hero shot, hero "
        "view, horizontal view, in profile, level camera, level shot, level view, look up, looking up, "
        "low angle, low angle perspective, low camera, low perspective, low point of view, low pov, low "
        "shot, low viewpoint, lower angle, object level, orthogonal view, orthographic, product level, "
        "profile view, seen from below, side angle shot, side elevation, side on, side profile, side "
        "view, straight ahead, straight from the front, straight front, straight on, straight on "
        "perspective, straightforward view, table height, table level, table top level, tabletop "
        "height, tabletop level, tabletop view, viewed from below, waist level, worm view, worm's eye, "
        "worm's view, worms eye, zero degree angle",
    ),
}  # fmt: skip
