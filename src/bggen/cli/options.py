"""Every picture and machine option of the command line, declared once and shared by all commands."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from bggen.errors import UsageError

SCENE, PLACE, FILES, MACHINE = "The scene", "The place of the product", "Files", "This machine"
R = TypeVar("R")
METAVARS = {int: "<int>", float: "<float>"}


def setting(kind: Any, help: str, panel: str, *flags: str) -> Any:
    """Of pydantic's models, None where it was not given: numbers come as text, which they say more about."""
    number = METAVARS.get(kind)
    taken = str if number else kind
    return Annotated[taken | None, typer.Option(*flags, help=help, rich_help_panel=panel, metavar=number)]


def asked(kind: Any, help: str, panel: str, *names: str) -> Any:
    """One that belongs to no such model, None where it was not given."""
    return Annotated[
        kind | None, typer.Option(*names, help=help, rich_help_panel=panel, **read(kind, *names))
    ]


def read(kind: Any, *names: str) -> dict[str, Any]:
    """How Typer reads a number: one that is none gets one line of ours."""
    if kind not in METAVARS:
        return {}

    def number(text: str) -> int | float:
        try:
            return kind(text)  # type: ignore[no-any-return]  # int or float, which Any hides
        except ValueError as error:
            from bggen.wording import shown

            what = "a whole number" if kind is int else "a number"
            raise UsageError(f"{names[0]} {shown(text)}: give {what}") from error

    return {"parser": number, "metavar": METAVARS[kind]}


#: name in Options or Settings -> the Typer option. None always means "not given".
SHARED: dict[str, Any] = {
    "prompt": setting(str, "What the scene looks like, such as 'on a walnut table, soft window light from "
                      "the left'. Never describe the product.", SCENE, "--prompt", "-p"),
    "negative": setting(str, "What the scene must not show.", SCENE, "--negative", "--negative-prompt"),
    "reference": setting(str, "Scene to start from: auto (a fitting one of ours), none (paint from nothing), "
                         "or a picture of yours.", SCENE, "--reference"),
    "set": setting(str, "One of the studio's own sets by its id, or the ground of one before the place of another, such "
                   "as 000+384, the same under every photo: see bggen sets.", SCENE,
                   "--set"),
    "strength": setting(float, "How much of the reference is repainted, 0 to 1.", SCENE, "--strength"),
    "background": setting(str, "No generation: a picture of yours, a colour such as white or '#f4ede4', or "
                          "transparent: the product alone, in png, webp, avif or tiff.", SCENE, "--background"),
    "shadow": setting(str, "auto, contact (a new one), keep (the photo's own) or none. With --background transparent "
                      "auto is none, and a shadow is black, as opaque as it is dark.", SCENE, "--shadow"),
    "model": setting(str, "studio (ships inside), a local diffusers folder, or a hub id that was pulled.", SCENE,
                     "--model", "-m"),
    "lora": setting(list[str], "A LoRA adapter as FILE or FILE:WEIGHT; may be given again.", SCENE, "--lora"),
    "seed": setting(int, "Same seed, same picture. Default: follows from the photo and the prompt.", SCENE,
                    "--seed"),
    "variants": setting(int, "Pictures per photo.", SCENE, "--variants", "-n"),
    "steps": setting(int, "Denoising steps; the model knows its own number.", SCENE, "--steps"),
    "guidance": setting(float, "How closely to follow the prompt; the model knows its own number.", SCENE,
                        "--guidance"),
    "speed": setting(str, "exact (the same pixels everywhere), fast or fastest (near ones, sooner; see the README).",
                     SCENE, "--speed"),
    "size": setting(str, "Canvas in pixels: 2000x2500, or 1024 for a square.", PLACE, "--size"),
    "aspect": setting(str, "Canvas shape: 1:1, 4:5, 16:9, where neither --size nor --preset says it.", PLACE, "--aspect"),
    "preset": setting(str, "A shop's picture rules: google, shopify, instagram, amazon, ...", PLACE, "--preset"),
    "placement": setting(str, "original (as in the photo), fit (place anew) or auto.", PLACE, "--placement"),
    "pose": setting(str, "stand, float (over its shadow, on your own backdrop too), lie (on a set of ours seen from above) "
                    "or auto: garments, jewellery, cutlery and what would fall over lie.", PLACE, "--pose"),
    "fill": setting(float, "Share of the canvas that the product may span, such as 0.8.", PLACE, "--fill"),
    "anchor": setting(str, "Where fit puts the product: bottom, center, top, left, right, a corner such as bottom-left, "
                      "which leaves room for words on the other side, or X%,Y% of the free room, such as 30%,80%.",
                      PLACE, "--anchor"),
    "margin": setting(str, "Free border for fit: 5% or 40px, or each side's as TOP,RIGHT,BOTTOM,LEFT, such as 5%,5%,5%,40%.",
                      PLACE, "--margin"),
    "mask": setting(str, "The product's mask, white on black, when no automatic cut-out fits.", PLACE, "--mask"),
    "roi": setting(str, "Region of interest, where in the photo the product is, when it isn't found or more is taken "
                   "along: LEFT,TOP,RIGHT,BOTTOM in pixels, or in percent such as 10%,20%,90%,95%.", PLACE, "--roi"),
    "cutout": setting(str, "auto, alpha, plain, salient, rembg:MODEL or birefnet:MODEL.", PLACE, "--cutout"),
    "glass": setting(bool, "The product is partly clear: where the photo's plain backdrop shows through it, the scene "
                     "does. With --mask: white is solid, grey is glass; without greys the outline alone.", PLACE,
                     "--glass/--no-glass"),
    "format": setting(str, "png, jpeg, webp, avif or tiff. Default: by the output's name.", FILES, "--format"),
    "quality": setting(int, "1 to 100, for jpeg, webp and avif.", FILES, "--quality"),
    "digital_source_type": setting(str, "AI label in the file: composite, trained (as Google Merchant asks) or "
                                   "none.", FILES, "--digital-source-type"),
    "accept_noncommercial": setting(bool, "Use weights under a non-commercial licence.", MACHINE,
                                    "--accept-noncommercial"),
    "device": setting(str, "auto, cpu, cuda, cuda:1 or mps.", MACHINE, "--device"),
    "dtype": setting(str, "auto, float32, bfloat16 or float16.", MACHINE, "--dtype"),
    "offload": setting(str, "Where weights wait that the card has no room for: auto, none, text, model or sequential.",
                       MACHINE, "--offload"),
    "threads": setting(int, "CPU threads for painting.", MACHINE, "--threads"),
    "config": setting(Path, "Settings file; default: bggen.toml here, for batch in SOURCE before.", MACHINE, "--config"),
}  # fmt: skip


def shared_options(command: Callable[..., R]) -> Callable[..., R]:
    """Give a command every shared option; it receives those that were given as one dict `flags`."""
    own = [p for p in inspect.signature(command, eval_str=True).parameters.values() if p.name != "flags"]
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in SHARED.items()
    ]

    @functools.wraps(command)
    def wrapper(*args: Any, **given: Any) -> R:
        flags = {name: given.pop(name) for name in SHARED}
        flags = {name: value for name, value in flags.items() if value not in (None, [])}
        if "lora" in flags:
            flags["lora"] = tuple(flags["lora"])
        return command(*args, flags=flags, **given)

    del wrapper.__wrapped__  # Typer must see the widened signature, not the original
    positional = [p for p in own if p.default is inspect.Parameter.empty]
    named = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own if p not in positional]
    everything = [*positional, *named, *shared]
    wrapper.__signature__ = inspect.Signature(everything)  # type: ignore[attr-defined]  # typer reads it
    wrapper.__annotations__ = {p.name: p.annotation for p in everything}
    return wrapper


def settings_file(flags: dict[str, Any], *folders: Path) -> Path | None:
    """The settings file: --config, else the first bggen.toml in `folders` or the working directory."""
    if (given := flags.pop("config", None)) is not None:
        return Path(given)
    for folder in (*folders, Path()):
        candidate = folder / "bggen.toml"
        if os.path.isfile(candidate):  # noqa: PTH113 - Path raises where none may enter
            return candidate
    return None
