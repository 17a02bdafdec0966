#!/usr/bin/env bash
# Make the gallery again from our own example photos: needs bggen installed, runs in the repository's root.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scene() { # PHOTO NAME PROMPT [OPTIONS]
  bggen generate "examples/photos/$1" -o "$work/$2.png" -p "$3" "${@:4}" || [ $? = 3 ] # made, and to be looked at
}
scene mug.jpg mug-cafe "on oak wood in a café with croissants" --size 1200 --fill 0.55
scene headphones.jpg headphones-pebbles "on pebbles by the sea, golden hour" --aspect 1:1
scene perfume.jpg perfume-water "standing in clear shallow water with ripples, sunlight" --size 1200 --fill 0.5
scene handbag.jpg handbag-autumn "on rustic wood in an autumn forest with maple leaves" --size 1200 --fill 0.6
scene sneaker.jpg sneaker-stripes "levitating, striped background in mint and white" --aspect 1:1
scene bottle.jpg bottle-vineyard "in a vineyard at golden hour with grapes" --size 1200 --fill 0.6
scene camera.jpg camera-leaves "flat lay on white marble with tropical leaves" --size 1200 --fill 0.5
scene tin-cutout.png tin-lemons "on slate with lemons, pastel blue wall" --size 1200 --fill 0.5
scene jar.jpg jar-kitchen "on rustic oak, kitchen, morning light" --aspect 1:1 --glass
python - "$work" <<'PY'
import sys
from pathlib import Path
from PIL import Image
side, out = 480, Path("examples/gallery")
names = [
    "mug-cafe", "headphones-pebbles", "perfume-water", "handbag-autumn",
    "sneaker-stripes", "bottle-vineyard", "camera-leaves", "tin-lemons",
]
def small(name):
    whole = Image.open(Path(sys.argv[1]) / f"{name}.png").convert("RGB")
    picture = whole.resize((side, side), Image.Resampling.LANCZOS)
    picture.save(out / f"{name}.webp", quality=86)
    return picture

small("jar-kitchen")
photo = Image.open("examples/photos/jar.jpg")
spare = (photo.height - photo.width) // 2
photo.crop((0, spare, photo.width, spare + photo.width)).resize((side, side)).save(out / "jar-photo.webp", quality=86)
sheet = Image.new("RGB", (4 * side, 2 * side))
for number, name in enumerate(names):
    sheet.paste(small(name), ((number % 4) * side, (number // 4) * side))
sheet.save(out / "overview.webp", quality=86)
PY
