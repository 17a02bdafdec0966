#!/usr/bin/env bash
# Everything in RESULTS.md that needs a card, with random weights of the true sizes: benchmarks/run_gpu.sh [OUT]
# The largest folder takes about 35 GB of disk, and its comparison twice as much device memory.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-benchmarks/results}
mkdir -p "$out"
export BGGEN_COMPILE=true

measure() { # NAME FLAGS...
  local name=$1
  shift
  printf '\n== %s: %s\n' "$name" "$*"
  python -m bggen benchmark --device cuda --batch-size 1,2,4,8 --compare equal "$@" \
    --json "$out/$name.json" --plot "$out/$name.png"
}

measure gpu-sdxl-1024 --random-weights sdxl-inpaint --size 1024 --steps 20
measure gpu-sdxl-1024-fast --random-weights sdxl-inpaint --size 1024 --steps 20 --speed fast  # float8: bggen[fp8]
measure gpu-sdxl-1024-fastest --random-weights sdxl-inpaint --size 1024 --steps 20 --speed fastest
measure gpu-sdxl-1024-4-steps --random-weights sdxl-inpaint-taesd --size 1024 --steps 4 --guidance 1
measure gpu-sd15-512 --random-weights sd15-inpaint --size 512 --steps 20
measure gpu-flux-1024 --random-weights flux-fill --size 1024 --steps 28 --batch-size 1,2,4 --quick
measure gpu-flux-1024-fastest --random-weights flux-fill --size 1024 --steps 28 --batch-size 1,2,4 --speed fastest --quick
