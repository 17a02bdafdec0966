#!/usr/bin/env bash
# Everything in RESULTS.md that a processor can measure, again: benchmarks/run_cpu.sh [MODEL_FOLDER [OUT]]
# Without a folder it builds one of the studio's diffusion size with random weights. QUICK=1: three rounds,
# and no compiled comparison, whose compilation takes minutes on two cores. THREADS=N: cores to use.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
model=${1:-}
out=${2:-benchmarks/results}
mkdir -p "$out"
if [ -z "$model" ]; then
  model=$work/studio-random
  python benchmarks/studio_folder.py "$model"
fi
more=(${QUICK:+--quick} ${THREADS:+--threads "$THREADS"})

measure() { # NAME FLAGS...
  local name=$1
  shift
  printf '\n== %s: %s\n' "$name" "$*"
  python -m bggen benchmark --model "$model" --device cpu --size 512 "${more[@]}" "$@" \
    --json "$out/$name.json" --plot "$out/$name.png"
}

measure cpu-4-steps-exact --steps 4 --compare plain
measure cpu-20-steps-exact --steps 20 --compare equal
measure cpu-20-steps-fast --steps 20 --speed fast --compare equal
measure cpu-20-steps-fastest --steps 20 --speed fastest --compare equal
