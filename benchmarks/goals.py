"""Which of the goals on a card the figures of `benchmarks/run_gpu.sh` reach.

python benchmarks/goals.py FOLDER     where its JSON files lie
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def rates(folder: Path) -> dict[str, Any]:
    """What the runs that lie in a folder say, by the name of their file."""
    return {file.stem: json.loads(file.read_text()) for file in sorted(folder.glob("gpu-*.json"))}


def goals(runs: dict[str, Any]) -> list[tuple[str, float, float | None]]:
    """(what, at least, measured); None where a run is missing or left something out."""

    def of(name: str, *path: str) -> float | None:
        value: Any = runs.get(name)
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def over(one: float | None, other: float | None) -> float | None:
        return round(one / other, 3) if one and other else None

    few = of("gpu-sdxl-1024-4-steps", "compare", "long_folder", "images_per_second")
    few = few or of("gpu-sdxl-1024-4-steps", "compare", "bggen", "images_per_second")
    plain = of("gpu-sdxl-1024-fast", "compare", "plain", "images_per_second")
    replayed, launched = (
        of(f"gpu-sd15-512-single{way}", "compare", "bggen", "images_per_second") for way in ("", "-launched")
    )
    return [
        ("SDXL 1024, 20 steps, x plain", 2.0, of("gpu-sdxl-1024", "ratio_to_plain")),
        ("the same with float8", 3.0, of("gpu-sdxl-1024-fast", "ratio_to_plain")),
        ("SD 1.5 512, 20 steps", 3.0, of("gpu-sd15-512", "ratio_to_plain")),
        ("SDXL 4 steps, tiny decoder, x plain at 20", 20.0, over(few, plain)),
        ("FLUX Fill 1024, 28 steps, float8", 2.1, of("gpu-flux-1024", "ratio_to_plain")),
        ("the same with step caching", 3.5, of("gpu-flux-1024", "speeds", "fastest", "ratio_to_plain")),
        (
            "end to end of a long folder, of painting alone",
            0.97,
            of("gpu-sdxl-1024-fast", "compare", "long_folder", "share_of_pure"),
        ),
        ("without the start and end of the run", 0.97, of("gpu-sdxl-1024-fast", "compare", "busy")),
        ("FLUX compiled sooner than the whole, x", 5.0, of("gpu-flux-compiling", "sooner")),
        ("and as quick as compiled whole, x", 0.97, of("gpu-flux-compiling", "speed_of_whole")),
        ("SD 1.5 one by one with CUDA graphs, x without", 1.0, over(replayed, launched)),
    ]


def main() -> None:
    """Print the table."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    for what, least, found in goals(rates(Path(sys.argv[1]))):
        said = "not measured" if found is None else f"{found:g}" + ("" if found >= least else ", missed")
        print(f"{what:48} >= {least:<5g} {said}")


if __name__ == "__main__":
    main()
