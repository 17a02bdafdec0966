#!/usr/bin/env bash
# Make the gallery again from our own example photos: needs bggen installed, runs in the repository's root.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scene() { # PHOTO NAME PROMPT [OPTIONS]
  bggen generate "examples/photos/$1" -o "$work/$2.png" -p "$3" "${@:4}" || [ $? = 3 ] # made, and to be looked at
}
scene mug.jpg mug-kitchen "on a white marble kitchen counter, morning light" --aspect 1:1
scene perfume.jpg perfume-bathroom "in a bathroom, on travertine, warm light" --size 1200 --fill 0.55
scene bottle.jpg bottle-lights "on dark wood, golden bokeh lights" --aspect 1:1
scene sneaker.jpg sneaker-concrete "on concrete, golden hour, window shadows" --aspect 1:1
scene handbag.jpg handbag-fir "christmas, fir branches on rustic wood" --aspect 1:1
scene camera.jpg camera-living-room "on walnut, living room with a sofa" --aspect 1:1
python - "$work" <<'PY'
import sys
from pathlib import Path
from PIL import Image
side, out = 560, Path("examples/gallery")
names = [
    "mug-kitchen", "perfume-bathroom", "bottle-lights", "sneaker-concrete", "handbag-fir", "camera-living-room"
]
sheet = Image.new("RGB", (3 * side, 2 * side))
for number, name in enumerate(names):
    picture = Image.open(Path(sys.argv[1]) / f"{name}.png").convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
    picture.save(out / f"{name}.webp", quality=86)
    sheet.paste(picture, ((number % 3) * side, (number // 3) * side))
sheet.save(out / "overview.webp", quality=86)
PY
