"""What a product's title or file name tells of how it stands: a hoodie lies, a mug stands.

Plain word lists, no model. Whole words alone count, so that `shirtless` is no shirt; German compounds count by
their last part. What is in neither list tells nothing, and the outline decides.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Literal, NamedTuple

Pose = Literal["stand", "lie"]

#: as large as a person's trunk or legs: most things are small beside them
GARMENTS = frozenset(
    "anorak apron bathrobe blazer blouse bodysuit camisole cardigan chinos coat croptop culottes dress dungarees garment gilet "
    "hoodie jacket jean jeans jegging jersey jogger jumper jumpsuit kimono knitwear legging leggings leotard nightgown overalls "
    "pajamas pants parka polo poloshirt poncho pullover pyjamas robe romper shirt shorts singlet skirt suit sweater sweatpants "
    "sweatshirt swimsuit tanktop tee tights trousers tshirt tunic tuxedo undershirt uniform vest waistcoat "
    # French and Spanish
    "chemise chemisier jupe manteau pantalon veste abrigo camisa camiseta chaqueta falda sudadera vestido".split()
)
LYING = GARMENTS | frozenset(
    # smaller ones
    "bib bikini boxers bra bralette briefs knickers lingerie onesie pantie panties swimwear thong trunks underpants underwear "
    # what is worn with them
    "balaclava bandana beanie belt beret bonnet bowtie cap cravat cufflink earmuff flipflop glove hat headband headscarf "
    "kerchief legwarmer mitten neckerchief necktie neckwarmer sarong sash scarf scrunchie shawl snood sock "
    "stocking suspenders tie turban visor wristband "
    # jewellery and eyewear
    "anklet bangle bracelet brooch choker earring eyeglasses eyewear jewellery jewelry locket medal necklace pendant "
    "ring spectacles sunglasses sunnies "
    # cutlery, small tools, keys
    "chopstick comb cutlery fork hairbrush hammer key keychain keyfob keyring knife ladle lanyard paperclip pen pencil "
    "pliers scissors screwdriver silverware spanner spatula spoon toothbrush tweezers wrench "
    # flat stuff
    "carpet doormat placemat rug "
    # French and Spanish
    "bague boxer ceinture chapeau chaussette ciseaux collier couteau cravate cuillere culotte echarpe foulard fourchette gant "
    "lunettes anillo bufanda calcetin cinturon collar corbata cuchara cuchillo gafas gorra guante llavero pendientes sombrero "
    "tenedor".split()
)
STANDING = frozenset(
    # vessels and packs
    "basin basket beaker blender bottle bowl box bucket candle candlestick canister carafe carton case cup decanter dish "
    "dispenser flask glass goblet holder jar jug kettle lantern mug pan perfume pitcher planter pot pouch "
    "rack ringlight sachet saucepan shaker stand tankard teapot thermos tin toaster tray tube tumbler urn vase wineglass "
    # what is named by what it holds, cleans or tastes of: knife block, spoon rest, key lime soda, glove spray
    "block cleaner cocktail conditioner cream detergent drink juice lemonade lotion oil organiser organizer polish rest "
    "sauce serum shampoo soap soda spray syrup tea tonic wax wine "
    # shoes, bags
    "backpack bag boot bootie clog clutch crate handbag loafer luggage moccasin plimsoll pump purse rucksack sandal satchel "
    "shoe slipper sneaker stiletto suitcase tote trainer "
    # furniture, gadgets, toys
    "armchair bench bicycle bike cabinet camera chair clock computer desk doll drone figurine guitar headphone "
    "headset helmet lamp laptop lens loudspeaker microphone monitor plush plushie printer projector puppet "
    "radio robot sculpture shelf sofa speaker statue stool table teddy telephone toy tripod trophy truck turntable "
    # French and Spanish
    "boite bougie bouteille chaise chaussure flacon jouet lampe panier peluche sac tasse theiere verre "
    "botella bolso caja camara cojin juguete lampara silla taza vaso vela zapato zapatilla".split()
)
#: German, also as the last part of a compound: Sommerkleid, Kaffeetasse
GARMENT_ENDINGS = tuple(
    "anzug bluse hemd hose hosen jacke jeans kleid leggings mantel pullover schurze weste".split()
)
LYING_ENDINGS = (
    *GARMENT_ENDINGS,
    *"armband brille gabel gurtel kette krawatte loffel messer mutze ohrring ohrringe ohrringen schal schere".split(),
    *"schlussel socke socken strumpf strumpfe handschuh handschuhe".split(),
)
STANDING_ENDINGS = tuple(
    "becher flasche flaschen kamera kanne karton kerze kiste koffer kopfhorer lampe lautsprecher rucksack schuh schuhe "
    "schussel sessel stiefel stuhl tasche taschen tasse tassen topf turnschuhe".split()
)
LEAST = 3  # letters that stand before a compound's last part: `those` end in no Hose
LONGEST = 500  # letters of a title that are read
NEITHER = frozenset("glasses bottlegreen".split())  # to drink from or to see with; a colour
SEEN_LYING = frozenset("flatlay flatlays topdown topview ghostmannequin knolling".split())
#: what comes after tells more of a thing, and is not the thing: a box of socks
_JOINTS = re.compile(r"\b(?:with|for|of|in|on|by|from|and|mit|fur|aus|und|avec|pour|et|con|para|y)\b")


class Hint(NamedTuple):
    """How a product is to be put, and the word that tells so."""

    pose: Pose
    word: str


@functools.lru_cache(maxsize=256)  # the key, the record and the picture ask the same
def told(title: str) -> Hint | None:
    """What a title tells: the first of its parts, divided by `;`, in which a thing is named.

    The last thing of a part counts, as in `t-shirt mug`, and what follows `with`, `of` and the like comes
    after what stands before them.
    """
    text = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title[:LONGEST]))
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).lower()
    for part in re.sub(r"[^a-z;]+", " ", text).split(";"):
        for phrase in _JOINTS.split(part):
            if (hint := _phrase(phrase.split())) is not None:
                return hint
    return None


def tells(title: str) -> str:
    """All that a title decides of a picture, in a word or two; empty where it tells nothing."""
    hint = told(title)
    if hint is None:
        return ""
    return f"{hint.pose}, a garment" if garment(title) else hint.pose


def garment(title: str) -> bool:
    """Whether a title names what is worn about the trunk or the legs."""
    hint = told(title)
    if hint is None:
        return False
    word = hint.word.replace(" ", "")
    return any(form in GARMENTS for form in _forms(word)) or _ends_in(word, GARMENT_ENDINGS)


def _phrase(words: list[str]) -> Hint | None:
    found: Hint | None = None
    for before, word in zip(["", *words], words, strict=False):
        joined = f"{before}{word}" if before else word
        for said, shown in ((joined, f"{before} {word}".strip()), (word, word)):
            if said in SEEN_LYING:
                return Hint("lie", shown)
            if said in NEITHER:
                break
            if (pose := _pose(said, compound=said == word)) is not None:
                found = Hint(pose, shown)
                break
    return found


def _forms(word: str) -> list[str]:
    """As it is said, and what it could be of one thing."""
    singular = (("s", ""), ("es", ""), ("ies", "y"), ("ves", "f"), ("ves", "fe"))
    return [word, *(word.removesuffix(end) + other for end, other in singular if word.endswith(end))]


def _pose(word: str, compound: bool) -> Pose | None:
    for form in _forms(word):
        if form in LYING:
            return "lie"
        if form in STANDING:
            return "stand"
    if not compound:
        return None
    if _ends_in(word, LYING_ENDINGS):
        return "lie"
    return "stand" if _ends_in(word, STANDING_ENDINGS) else None


def _ends_in(word: str, endings: tuple[str, ...]) -> bool:
    return word in endings or (word.endswith(endings) and word[LEAST:].endswith(endings))
