"""Where a FLUX or SDXL evaluation's time goes: one block of each kind, in bfloat16, float8 and with changes.

python benchmarks/blocks.py --json OUT     on a card; --device cpu --tiny --eager tries it
python benchmarks/blocks.py --only single,double --kernels     some kinds, and what the card does meanwhile

First the products that such blocks spend most in: 20 calls of a card at rest, and a second of them without a
pause, beside which stand its clock, its watts, and the share of the time that its power limit held it back.
Then blocks with random weights, at the sizes of a 1024 x 1024 picture, two of them for FLUX and eight with
guidance for SDXL, compiled alone as bggen does: milliseconds of a call over a second, the seconds until the
first answer, and how far the answers are from bfloat16's. A clock is read by nvidia-smi alone, and left out
where that can't. What isn't begun within --limit seconds is left out.
"""

from __future__ import annotations

import argparse
import contextlib
import copy
import json
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import torch
from compiling import show_kernels
from diffusers.models.activations import GEGLU, GELU
from diffusers.models.attention import BasicTransformerBlock
from diffusers.models.attention_processor import Attention, FusedAttnProcessor2_0
from diffusers.models.transformers.transformer_flux import (
    FluxAttention,
    FluxSingleTransformerBlock,
    FluxTransformerBlock,
)
from torch import Tensor, nn
from torch.nn import functional as F

from bggen.benchmark import meters
from bggen.families import attention, float8

BURST = 20  # calls, too few for a card's power limit to answer them


class Shape(NamedTuple):
    """Of a block and what it is given; `context`: channels of a word."""

    channels: int
    heads: int
    rows: int
    tokens: int
    words: int
    context: int


FLUX = Shape(3072, 24, 2, 4096, 512, 3072)
SHAPES = {
    "single": FLUX,
    "double": FLUX,
    "sdxl1280": Shape(1280, 20, 16, 1024, 77, 2048),
    "sdxl640": Shape(640, 10, 16, 4096, 77, 2048),
}
TINY = Shape(64, 4, 2, 48, 16, 64)
KINDS = ("products", *SHAPES)
#: Rows, channels in and out: both of a single block's widest layers, and an SDXL block's.
PRODUCTS = ((9216, 3072, 12288), (9216, 15360, 3072), (16384, 1280, 10240), (16384, 5120, 1280))
TINY_PRODUCTS = ((64, 64, 96),)

Row = dict[str, Any]
Measurement = tuple[Row, Callable[[], Row]]  # what it is of, and what measures it


class Clock:
    """A card's clock and power, read every 20 ms while entered; nothing is read where nvidia-smi can't."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._read: list[tuple[float, float, float, bool]] = []  # when, megahertz, watts, held back
        self._run: subprocess.Popen[str] | None = None

    def __enter__(self) -> Clock:
        if self._device.startswith("cuda"):
            card = torch.cuda.get_device_properties(self._device).uuid  # nvidia-smi counts hidden cards too
            # by itself `power.draw` is the mean of the second before on some cards
            asked = "clocks.sm,power.draw.instant,clocks_event_reasons.sw_power_cap"
            query = ["nvidia-smi", f"--id=GPU-{card}", f"--query-gpu={asked}"]
            query += ["--format=csv,noheader,nounits", "--loop-ms=20"]
            with contextlib.suppress(OSError):
                self._run = subprocess.Popen(query, stdout=subprocess.PIPE, text=True)
                threading.Thread(target=self._follow, args=(self._run,), daemon=True).start()
        return self

    def _follow(self, run: subprocess.Popen[str]) -> None:
        for line in run.stdout or ():
            with contextlib.suppress(ValueError):  # a message, or a value that this card hasn't
                clock, watts, held = line.split(",")
                now = time.perf_counter()
                self._read.append((now, float(clock), float(watts), held.strip() == "Active"))

    def __exit__(self, *_: object) -> None:
        if self._run:
            self._run.kill()
            self._run.wait()

    def between(self, began: float, ended: float) -> Row:
        """Means of a stretch of time.perf_counter; empty where nothing was read in it."""
        read = [row for row in self._read if began <= row[0] <= ended]
        if not read:
            return {}
        _, clocks, watts, held = zip(*read, strict=True)
        return {
            "megahertz": round(statistics.mean(clocks)),
            "watts": round(statistics.mean(watts)),
            "held_back_by_power": round(statistics.mean(held), 2),
        }


def spent(work: Callable[[], Any], calls: int, device: str) -> float:
    """Seconds of a call, of some without a pause."""
    began = time.perf_counter()
    for _ in range(calls):
        work()
    meters.synchronize(device)
    return (time.perf_counter() - began) / calls


def sustained(work: Callable[[], Any], args: argparse.Namespace, clock: Clock) -> Row:
    """Milliseconds of a call, of as many as --seconds take, and the clock of their second half."""
    spent(work, 3, args.device)
    calls, began = 0, time.perf_counter()
    while (ended := time.perf_counter()) < began + args.seconds:
        spent(work, 5, args.device)
        calls += 5
    milliseconds = round((ended - began) / calls * 1e3, 3)
    return {"milliseconds": milliseconds, **clock.between((began + ended) / 2, ended)}


def tried(row: Row, measure: Callable[[], Row]) -> Row:
    """The row with what was measured, or why it couldn't be: the others are worth having."""
    try:
        return {**row, **measure()}
    except Exception as error:  # of many kinds: a compiler's, a card's without float8, no torchao
        return {**row, "error": f"{type(error).__name__}: {str(error).strip().partition(chr(10))[0]}"}


def products(args: argparse.Namespace, clock: Clock) -> Iterator[Measurement]:
    """Each product in bfloat16 and float8, the latter also without a bias."""
    for shape in TINY_PRODUCTS if args.tiny else PRODUCTS:
        for name, work in product_ways(*shape, args.device).items():

            def measure(work: Callable[[], Tensor] = work) -> Row:
                spent(work, 3, args.device)
                time.sleep(args.seconds / 2)  # a card at rest
                burst = round(spent(work, BURST, args.device) * 1e3, 3)
                return {"burst_milliseconds": burst, **sustained(work, args, clock)}

            yield {"kind": "products", "way": name, "shape": shape}, measure


def product_ways(rows: int, inside: int, outside: int, device: str) -> dict[str, Callable[[], Tensor]]:
    """One linear layer's product, ready to be called. Scales are a row's, as bggen's are."""

    def drawn(*shape: int) -> Tensor:
        return torch.randn(*shape, device=device, dtype=torch.bfloat16)

    x, weight, bias = drawn(rows, inside), drawn(outside, inside), drawn(outside)
    narrow_x, narrow_weight = (given.to(torch.float8_e4m3fn) for given in (x, weight))
    scales = torch.ones(rows, 1, device=device), torch.ones(1, outside, device=device)

    def narrowed(bias: Tensor | None) -> Tensor:
        return torch._scaled_mm(
            narrow_x,
            narrow_weight.t(),
            *scales,
            bias=bias,
            out_dtype=torch.bfloat16,
            use_fast_accum=device.startswith("cuda"),
        )

    return {
        "bfloat16": lambda: F.linear(x, weight, bias),
        "float8": lambda: narrowed(bias),
        "float8, no bias": lambda: narrowed(None),
    }


@torch.library.custom_op("bggen_blocks::activated", mutates_args=())
def activated(projected: Tensor, approximate: str, gated: bool) -> Tensor:
    """GELU or GEGLU as torch has it, which the compiler can't look into."""
    if not gated:
        return F.gelu(projected, approximate=approximate)
    hidden, gate = projected.chunk(2, dim=-1)
    return hidden * F.gelu(gate, approximate=approximate)


@activated.register_fake
def _(projected: Tensor, approximate: str, gated: bool) -> Tensor:
    *rows, channels = projected.shape
    return projected.new_empty(*rows, channels // 2 if gated else channels)


class ActivatedOnce(nn.Module):
    """For an activation, which the compiler computes twice: for a row's largest value, and for the cast."""

    def __init__(self, before: nn.Module) -> None:
        super().__init__()
        self.proj = getattr(before, "proj", nn.Identity())
        self.approximate = getattr(before, "approximate", "none")
        self.gated = isinstance(before, GEGLU)

    def forward(self, hidden_states: Tensor) -> Tensor:
        """`hidden_states` (..., channels)."""
        answer: Tensor = activated(self.proj(hidden_states), self.approximate, self.gated)
        return answer


def untouched(block: nn.Module) -> None:
    """In bfloat16 as it is."""


def narrow(block: nn.Module) -> None:
    """As `--speed fast` has it: torchao turns what is in a denoiser's list of blocks."""
    float8.narrow(nn.ModuleDict({"transformer_blocks": nn.ModuleList([block])}))


def narrow_fused(block: nn.Module) -> None:
    """Queries, keys and values of the same tokens in one product."""
    for module in list(block.modules()):
        if isinstance(module, FluxAttention):
            module.fuse_projections()
        elif isinstance(module, Attention) and not module.is_cross_attention:
            module.fuse_projections()
            module.set_processor(FusedAttnProcessor2_0())
    narrow(block)


def narrow_activated_once(block: nn.Module) -> None:
    """Activations written once, and read twice."""
    for name, module in list(block.named_modules()):
        if isinstance(module, nn.GELU | GELU | GEGLU):
            block.set_submodule(name, ActivatedOnce(module))
    narrow(block)


def narrow_but_out(block: nn.Module) -> None:
    """The attentions' last layers in bfloat16."""
    kept = {name: copy.deepcopy(module) for name, module in block.named_modules() if name.endswith(".to_out")}
    narrow(block)
    for name, module in kept.items():
        block.set_submodule(name, module)


WAYS: dict[str, Callable[[nn.Module], None]] = {
    "bfloat16": untouched,
    "float8": narrow,
    "float8, fused q/k/v": narrow_fused,
    "float8, GELU once": narrow_activated_once,
    "float8 but to_out": narrow_but_out,
}
KERNELS_OF = ("bfloat16", "float8")


def built(kind: str, shape: Shape) -> Any:
    """A block of a kind, with random weights."""
    head = shape.channels // shape.heads
    if kind == "single":
        return FluxSingleTransformerBlock(shape.channels, shape.heads, head)
    if kind == "double":
        return FluxTransformerBlock(shape.channels, shape.heads, head)
    return BasicTransformerBlock(shape.channels, shape.heads, head, cross_attention_dim=shape.context)


def inputs(kind: str, shape: Shape, device: str) -> dict[str, Any]:
    """What a block is given in an evaluation."""

    def drawn(*sizes: int, dtype: torch.dtype = torch.bfloat16) -> Tensor:
        return torch.randn(*sizes, device=device, dtype=dtype)

    given: dict[str, Any] = {
        "hidden_states": drawn(shape.rows, shape.tokens, shape.channels),
        "encoder_hidden_states": drawn(shape.rows, shape.words, shape.context),
    }
    if not kind.startswith("sdxl"):
        places = (shape.words + shape.tokens, shape.channels // shape.heads)
        given["temb"] = drawn(shape.rows, shape.channels)
        given["image_rotary_emb"] = tuple(drawn(*places, dtype=torch.float32) for _ in range(2))
    return given


def answers(run: Callable[..., Any], given: dict[str, Any]) -> list[Tensor]:
    """A block's answers, of which FLUX's have two."""
    got = run(**given)
    return [answer.float() for answer in (got if isinstance(got, tuple) else (got,))]


def block_ways(kind: str, args: argparse.Namespace, clock: Clock) -> Iterator[Measurement]:
    """A block in each way that changes it."""
    shape = TINY if args.tiny else SHAPES[kind]
    given = inputs(kind, shape, args.device)
    with torch.device(args.device):
        block = built(kind, shape).to(torch.bfloat16)
    exact = answers(block, given)
    for way, change in WAYS.items():
        if change is narrow_but_out and kind == "single":
            continue  # it has no such layer

        def measure(way: str = way, change: Callable[[nn.Module], None] = change) -> Row:
            changed = copy.deepcopy(block)
            change(changed)
            torch._dynamo.reset()
            run = changed.forward if args.eager else torch.compile(changed.forward, dynamic=False)
            began = time.perf_counter()
            got = answers(run, given)
            meters.synchronize(args.device)
            first = time.perf_counter() - began
            off = [((one - want).norm() / want.norm()).item() for one, want in zip(got, exact, strict=True)]
            found = {"first_seconds": round(first, 1), "off": round(max(off), 4)}
            found |= sustained(lambda: run(**given), args, clock)
            if args.kernels and way in KERNELS_OF:
                print(f"{kind}, {way}:")
                show_kernels(lambda: spent(lambda: run(**given), 1, args.device))
            return found

        yield {"kind": kind, "way": way}, measure


def measurements(args: argparse.Namespace, clock: Clock) -> Iterator[Measurement]:
    """All that is asked for, each built when its turn comes."""
    for kind in args.only:
        yield from products(args, clock) if kind == "products" else block_ways(kind, args, clock)


def told(row: Row) -> str:
    """A row in a line."""
    name = f"{' x '.join(map(str, row['shape'])):20}" if "shape" in row else f"{row['kind']:8}"
    start = f"{name} {row['way']:20}"
    if "error" in row:
        return f"{start} failed: {row['error']}"
    if "shape" in row:
        words = f"{row['burst_milliseconds']:8.3f} ms in a burst, {row['milliseconds']:8.3f} ms lasting"
    else:
        first = f"first after {row['first_seconds']:4.1f} s"
        words = f"{row['milliseconds']:8.3f} ms, {row['off']:.4f} off, {first}"
    if "megahertz" not in row:
        return f"{start} {words}, no clock"
    clock = f"{row['megahertz']:4} MHz, {row['watts']:3} W"
    return f"{start} {words}, {clock}, held back {row['held_back_by_power']:4.0%}"


def make_ready(device: str) -> None:
    """Attention as bggen has it on a card; on a processor torchao may do what it is too slow for."""
    torch.manual_seed(0)
    if attention.prefers_cudnn(device):
        attention.prefer_cudnn(device)
    if not device.startswith("cuda") and float8.found():
        from torchao.quantization import quant_api

        quant_api._check_hardware_support = lambda _: None


def some(text: str) -> list[str]:
    """Kinds with commas between."""
    kinds = text.split(",")
    if unknown := set(kinds) - set(KINDS):
        raise argparse.ArgumentTypeError(f"no {', '.join(sorted(unknown))}: there are {', '.join(KINDS)}")
    return kinds


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--only", type=some, default=list(KINDS), metavar="KINDS", help=", ".join(KINDS))
    parser.add_argument("--kernels", action="store_true")
    parser.add_argument("--tiny", action="store_true", help="blocks of 64 channels; the figures mean nothing")
    parser.add_argument("--eager", action="store_true", help="uncompiled")
    parser.add_argument("--seconds", type=float, help="of each measurement, by default 1, and 0.05 of --tiny")
    parser.add_argument("--limit", type=float, default=150, help="seconds after which nothing is begun")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    if args.seconds is None:
        args.seconds = 0.05 if args.tiny else 1.0
    return args


def main() -> int:
    """All that was asked for, each line as soon as it is known; 1 where something failed or was left."""
    args = arguments()
    until = time.perf_counter() + args.limit
    make_ready(args.device)
    machine = meters.machine()
    rows: list[Row] = []
    left = None
    with Clock(args.device) as clock, torch.no_grad():
        for row, measure in measurements(args, clock):
            if time.perf_counter() > until:
                left = f"{row['kind']} {row['way']}"
                print(f"not begun within {args.limit:g} s: {left}, and what follows it")
                break
            rows.append(tried(row, measure))
            print(told(rows[-1]), flush=True)
    if args.json:
        how = {name: getattr(args, name) for name in ("device", "tiny", "eager", "seconds")}
        found = {"machine": machine, **how, "left_from": left, "rows": rows}
        args.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 1 if left or any("error" in row for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
