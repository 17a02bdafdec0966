#!/usr/bin/env bash
# Make the gallery again from our own example photos: needs bggen installed, runs in the repository's root.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scene() { # PHOTO NAME PROMPT [OPTIONS]
  bggen generate "examples/photos/$1" -o "$work/$2.png" -p "$3" "${@:4}"
}
scene sneaker.jpg sneaker-concrete "on concrete, golden hour, window shadows" --aspect 1:1
scene perfume.jpg perfume-podium "on a terracotta podium, terracotta wall, light from behind" --size 1200 --fill 0.5
scene mug.jpg mug-forest "on rustic wood, forest out of focus, natural light" --aspect 1:1
scene bottle.jpg bottle-backlit "on dark wood, light from behind, moody" --aspect 1:1
scene camera.jpg camera-interior "on light oak, living room out of focus" --aspect 1:1
scene handbag.jpg handbag-sage "seamless sage green studio backdrop, hard sunlight from the left with window shadows" --aspect 1:1
python - "$work" <<'PY'
import sys
from pathlib import Path
from PIL import Image
side, out = 560, Path("examples/gallery")
names = ["sneaker-concrete", "perfume-podium", "mug-forest", "bottle-backlit", "camera-interior", "handbag-sage"]
sheet = Image.new("RGB", (3 * side, 2 * side))
for number, name in enumerate(names):
    picture = Image.open(Path(sys.argv[1]) / f"{name}.png").convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
    picture.save(out / f"{name}.webp", quality=86)
    sheet.paste(picture, ((number % 3) * side, (number // 3) * side))
sheet.save(out / "overview.webp", quality=86)
PY
