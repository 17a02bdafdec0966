#!/usr/bin/env bash
# Make the gallery again from our own example photos: needs bggen installed, runs in the repository's root.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scene() { # PHOTO NAME PROMPT [OPTIONS]
  bggen generate "examples/photos/$1" -o "$work/$2.png" -p "$3" "${@:4}" || [ $? = 3 ] # made, and to be looked at
}
scene mug.jpg mug-kitchen "on a white marble kitchen counter, morning light" --aspect 1:1
scene perfume.jpg perfume-podium "on a marble podium by the sea, golden hour" --size 1200 --fill 0.55
scene bottle.jpg bottle-garden "on a walnut podium in a garden" --aspect 1:1
scene sneaker.jpg sneaker-neon "on a podium in a neon city" --aspect 1:1
scene handbag.jpg handbag-field "on oak wood, field at sunset, golden hour" --aspect 1:1
scene camera.jpg camera-mountains "on weathered wood, mountains at sunset" --aspect 1:1
scene jar.jpg jar-kitchen "on rustic oak, kitchen, morning light" --aspect 1:1 --glass
python - "$work" <<'PY'
import sys
from pathlib import Path
from PIL import Image
side, out = 560, Path("examples/gallery")
names = [
    "mug-kitchen", "perfume-podium", "bottle-garden", "sneaker-neon", "handbag-field", "camera-mountains"
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
sheet = Image.new("RGB", (3 * side, 2 * side))
for number, name in enumerate(names):
    sheet.paste(small(name), ((number % 3) * side, (number // 3) * side))
sheet.save(out / "overview.webp", quality=86)
PY
