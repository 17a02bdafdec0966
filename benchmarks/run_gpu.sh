#!/usr/bin/env bash
# Everything in RESULTS.md that needs a card, with random weights of the true sizes: benchmarks/run_gpu.sh [OUT]
#
# The most valuable rows come first, each with its own limit, and all within MINUTES (10): a row takes two to five
# of them, most of that for compiling. A row that is there is not measured again: run it once more with the same
# OUT for what is missing, which then finds what was compiled (OUT/kernels). FULL=1: five rounds and batches of
# 1, 2, 4 and 8. TINY=1 tries every command on a processor with tiny configurations, uncompiled; its figures
# mean nothing.
# float8 wants bggen[fp8]. The largest folder takes about 35 GB, of memory (/dev/shm) where there is as much.
set -uo pipefail
cd "$(dirname "$0")/.."
out=${1:-benchmarks/results}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kernels=${KERNELS:-$out/kernels}  # a first picture's time says nothing where they were compiled before
if [ "$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)" -gt $((48 * 1024 * 1024)) ] 2>/dev/null; then
  TMPDIR=$(mktemp -d -p /dev/shm)
  export TMPDIR
  trap 'rm -rf "$work" "$TMPDIR"' EXIT
fi
export TORCHINDUCTOR_CACHE_DIR=$kernels/inductor TRITON_CACHE_DIR=$kernels/triton
sizes=()
more=()
few=()
if [ -n "${TINY:-}" ]; then
  more=(--device cpu --threads 1 --size 64 --steps 2 --batch-size 1,2)
  few=(--device cpu --size 64)
  export BGGEN_OPENVINO=false
else
  export BGGEN_COMPILE=true
  [ -z "${FULL:-}" ] || sizes=(--batch-size 1,2,4,8 --repeats 5)
fi
end=$(awk "BEGIN { print int(${MINUTES:-10} * 60) }")
left() { echo $((end - SECONDS)); }
missing=$work/missing  # a file: some rows are measured in processes of their own
touch "$missing"

compiled() { # SECONDS NAME ARCHITECTURE: how long compiling takes, as a row
  local limit=$1 name=$2 architecture=$3
  [ ! -s "$out/$name.json" ] || return 0
  [ "$limit" -le "$(left)" ] || limit=$(left)
  printf '\n== %s (at %ss)\n' "$name" "$SECONDS"
  timeout -k 10 "$limit" python benchmarks/compiling.py "$architecture${TINY:+:tiny}" "${few[@]}" \
    --json "$out/$name.json" 2>&1 | tee "$out/$name.log"
  local code=${PIPESTATUS[0]}
  [ "$code" = 0 ] || echo "$name: ended with $code, see $out/$name.log" >> "$missing"
}

measure() { # SECONDS NAME ARCHITECTURE FLAGS...
  local limit=$1 name=$2 architecture=$3
  shift 3
  [ ! -s "$out/$name.json" ] || return 0
  if [ "$(left)" -lt $((limit / 2)) ]; then
    echo "$name: no time left" >> "$missing"
    return 0
  fi
  printf '\n== %s (at %ss): %s %s\n' "$name" "$SECONDS" "$architecture" "$*"
  [ "$limit" -le "$(left)" ] || limit=$(left)
  timeout -k 10 "$limit" python -m bggen benchmark --device cuda --compare equal \
    --random-weights "$architecture${TINY:+:tiny}" "$@" "${sizes[@]}" "${more[@]}" \
    --json "$work/$name.json" --plot "$work/$name.png" 2>&1 | tee "$out/$name.log"
  local code=${PIPESTATUS[0]}
  if [ "$code" = 0 ]; then
    mv "$work/$name.png" "$out/"
    mv "$work/$name.json" "$out/"  # last: what is there is whole
  else
    echo "$name: ended with $code, see $out/$name.log" >> "$missing"
  fi
}

# Beside one another these three make ready, which takes most of their time; `bggen benchmark` lets one at a time
# paint for the figures. That wants 110 GB of a card's memory: APART=1 is for smaller ones.
beside=()
together() {
  if [ -n "${APART:-}" ]; then measure "$@"; else
    measure "$@" &
    beside+=($!)
  fi
}
together 720 gpu-sdxl-1024-fast sdxl-inpaint --size 1024 --steps 20 --batch-size 8 --speed fast --quick --long-folder 80
together 720 gpu-sdxl-1024-4-steps sdxl-inpaint-taesd --size 1024 --steps 4 --guidance 1 --batch-size 8 --quick --long-folder 40
together 720 gpu-flux-1024 flux-fill --size 1024 --steps 28 --batch-size 2 --speed fast,fastest --quick --long-folder 60
for one in "${beside[@]}"; do wait "$one"; done
compiled 300 gpu-flux-compiling flux-fill
measure 150 gpu-sd15-512 sd15-inpaint --size 512 --steps 20 --batch-size 8 --quick
measure 240 gpu-sdxl-1024 sdxl-inpaint --size 1024 --steps 20 --batch-size 8 --quick
measure 60 gpu-sd15-512-single sd15-inpaint --size 512 --steps 20 --batch-size 1 --quick
BGGEN_CUDA_GRAPHS=false measure 60 gpu-sd15-512-single-launched sd15-inpaint --size 512 --steps 20 --batch-size 1 --quick
measure 150 gpu-sdxl-1024-fastest sdxl-inpaint --size 1024 --steps 20 --batch-size 8 --speed fastest --quick

printf '\n'
python benchmarks/goals.py "$out"
[ ! -s "$missing" ] || { sed 's/^/missing: /' "$missing"; exit 4; }
