"""How long compiling takes: the blocks that repeat, as bggen does it, against the whole denoiser.

python benchmarks/compiling.py flux-fill --size 1024 --json OUT     on a card; NAME:tiny --device cpu tries it

One evaluation with random weights. Each way runs in a process of its own with nothing compiled before, one by
one. What is told of each: seconds from a loaded network to the first answer, and the median of the
answers after it. --float8 has the blocks as `--speed fast` does. --kernels tells what the card does
meanwhile: milliseconds of an answer by kernel, the blocks compiled.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

WAYS = ("blocks", "whole")
ANSWERS = 7


def inputs(name: str, network: Any, size: int, rows: int, device: str, dtype: Any) -> dict[str, Any]:
    """What one evaluation of a picture of `size` x `size` is given."""
    import torch

    def drawn(*shape: int) -> Any:
        return torch.randn(*shape, device=device, dtype=dtype)

    config, side = network.config, size // 8
    if name.startswith("flux"):
        tokens = (side // 2) ** 2
        return {
            "hidden_states": drawn(rows, tokens, config.in_channels),
            "encoder_hidden_states": drawn(rows, 512, config.joint_attention_dim),
            "pooled_projections": drawn(rows, config.pooled_projection_dim),
            "timestep": torch.full((rows,), 0.5, device=device, dtype=dtype),
            "guidance": torch.full((rows,), 30.0, device=device, dtype=dtype),
            "img_ids": torch.zeros(tokens, 3, device=device, dtype=dtype),
            "txt_ids": torch.zeros(512, 3, device=device, dtype=dtype),
        }
    given = {
        "sample": drawn(rows, config.in_channels, side, side),
        "timestep": torch.tensor(500, device=device),
        "encoder_hidden_states": drawn(rows, 77, config.cross_attention_dim),
    }
    if config.addition_embed_type:
        width = config.projection_class_embeddings_input_dim - 6 * config.addition_time_embed_dim
        times = torch.ones(rows, 6, device=device, dtype=dtype)
        given["added_cond_kwargs"] = {"text_embeds": drawn(rows, width), "time_ids": times}
    return given


def one(args: argparse.Namespace) -> dict[str, Any]:
    """One way, in this process."""
    import torch

    from bggen.families import architectures, float8
    from bggen.families.compiling import compile_parts

    card = args.device.startswith("cuda")
    dtype = torch.bfloat16 if card else torch.float32
    which = "transformer" if args.architecture.startswith("flux") else "unet"
    torch.manual_seed(0)
    with torch.device(args.device), torch.no_grad():
        network = architectures.part(args.architecture, which)
        if args.deep:
            with torch.device("meta"):
                full = architectures.part(args.architecture.partition(":")[0], which).config
            depth = {
                name: full[name]
                for name in ("num_layers", "num_single_layers", "layers_per_block")
                if name in full
            }
            network = type(network).from_config({**network.config, **depth})
        network = network.to(dtype)
    if which == "unet":
        network.to(memory_format=torch.channels_last)
    if args.float8:
        float8.narrow(network)
    given = inputs(args.architecture, network, args.size, args.rows, args.device, dtype)

    def answer() -> float:
        began = time.perf_counter()
        with torch.no_grad():
            network(**given, return_dict=False)
        if card:
            torch.cuda.synchronize()
        return time.perf_counter() - began

    plain = [] if args.float8 else [answer() for _ in range(1 + ANSWERS)][1:]
    if args.way == "whole":
        network.compile(dynamic=False)
    else:
        compile_parts(network)
    first = answer()
    later = [answer() for _ in range(ANSWERS)]
    if args.kernels:
        show_kernels(answer)
    return {
        "first_seconds": round(first, 3),
        "seconds": round(statistics.median(later), 5),
        "samples": [round(value, 5) for value in later],
        "uncompiled_seconds": round(statistics.median(plain), 5) if plain else None,
    }


def show_kernels(answer: Callable[[], float]) -> None:
    """Print where the time of an answer goes."""
    from torch.profiler import profile

    with profile() as watched:
        answer()
    rows = watched.key_averages()
    print(rows.table(sort_by="self_cuda_time_total", row_limit=40, max_name_column_width=100), flush=True)


def measured(args: argparse.Namespace, way: str) -> dict[str, Any]:
    """One way in a process of its own, with nothing compiled before."""
    words = ["--device", args.device, "--size", str(args.size), "--rows", str(args.rows), "--way", way]
    words += ["--float8"] * args.float8 + ["--deep"] * args.deep
    with tempfile.TemporaryDirectory() as kept:
        caches = {"TORCHINDUCTOR_CACHE_DIR": f"{kept}/inductor", "TRITON_CACHE_DIR": f"{kept}/triton"}
        done = subprocess.run(
            [sys.executable, __file__, args.architecture, *words],
            env=os.environ | caches,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(f"{way:7} first {found['first_seconds']:7.2f} s, then {found['seconds'] * 1e3:8.2f} ms", flush=True)
    return found


def main() -> None:
    """Both ways, or with --way one of them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("architecture")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--rows", type=int, default=1)
    parser.add_argument("--float8", action="store_true")
    parser.add_argument("--deep", action="store_true", help="of NAME:tiny: as many blocks as NAME has")
    parser.add_argument("--kernels", action="store_true")
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    if args.way or args.kernels:
        print(json.dumps(one(args)))
        return
    from bggen.benchmark import meters

    found: dict[str, Any] = {way: measured(args, way) for way in WAYS}
    blocks, whole = (found[way] for way in WAYS)
    result = {
        "machine": meters.machine(),
        "architecture": args.architecture,
        "size": args.size,
        "rows": args.rows,
        "float8": args.float8,
        "deep": args.deep,
        **found,
        "sooner": round(whole["first_seconds"] / blocks["first_seconds"], 2),
        "speed_of_whole": round(whole["seconds"] / blocks["seconds"], 3),
    }
    print(f"{result['sooner']} x sooner, at {result['speed_of_whole']} of its speed")
    if args.json:
        args.json.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
