#!/usr/bin/env bash
# Everything in RESULTS.md that needs a card, with random weights of the true sizes: benchmarks/run_gpu.sh [OUT]
# The largest folder takes about 35 GB of disk, and its comparison twice as much device memory.
# Every run compiles anew, so that the seconds to the first picture are those of a first start.
# TINY=1 tries every command on a processor with tiny configurations, uncompiled; its figures mean nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-benchmarks/results}
mkdir -p "$out"
caches=$(mktemp -d)
trap 'rm -rf "$caches"' EXIT
if [ -n "${TINY:-}" ]; then
  more=(--device cpu --threads 1 --size 64 --steps 2 --batch-size 1,2 --quick)
  export BGGEN_OPENVINO=false
else
  more=()
  export BGGEN_COMPILE=true
fi

measure() { # NAME ARCHITECTURE FLAGS...
  local name=$1 architecture=$2
  shift 2
  printf '\n== %s: %s %s\n' "$name" "$architecture" "$*"
  TORCHINDUCTOR_CACHE_DIR="$caches/$name" TRITON_CACHE_DIR="$caches/$name" \
    python -m bggen benchmark --device cuda --batch-size 1,2,4,8 --compare equal \
    --random-weights "$architecture${TINY:+:tiny}" "$@" "${more[@]}" \
    --json "$out/$name.json" --plot "$out/$name.png"
}

measure gpu-sdxl-1024 sdxl-inpaint --size 1024 --steps 20
measure gpu-sdxl-1024-fast sdxl-inpaint --size 1024 --steps 20 --speed fast # float8: bggen[fp8]
measure gpu-sdxl-1024-fastest sdxl-inpaint --size 1024 --steps 20 --speed fastest
measure gpu-sdxl-1024-4-steps sdxl-inpaint-taesd --size 1024 --steps 4 --guidance 1
measure gpu-sd15-512 sd15-inpaint --size 512 --steps 20
measure gpu-flux-1024 flux-fill --size 1024 --steps 28 --batch-size 1,2,4 --quick
measure gpu-flux-1024-fastest flux-fill --size 1024 --steps 28 --batch-size 1,2,4 --speed fastest --quick
python benchmarks/goals.py "$out"
