"""`python -m bggen.train STEP`: the recipe of the studio model, step by step.

pack    decode the packshots into memory-mapped arrays
light   the network that guesses the light of a picture
vae     the autoencoder
text    tokenizer and text tower, distilled from a sentence model
lessons  pictures of the shipped sets for the denoiser to learn from
unet    the denoiser
sharpen  the same against a critic, at the few steps that it ships with
outline  the cut-out's judge of product against shadow
salient  what finds the product of a photo taken just anywhere
pose    what tells from an outline whether a product lies
horizon  what finds where the ground of a backdrop ends
view    what tells from how high a product was photographed
begin   checkpoints of vae, text and unet from the diffusers folder that ships, for training to go on from
export  a diffusers folder from the checkpoints
sample  a contact sheet of held-back scenes
judge   the classifier that evaluate measures with
evaluate  how good a model is, on held-back scenes, beside painters that know nothing
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import torch

from bggen.errors import BggenError, UsageError
from bggen.train import data, loop

STEPS = (
    "pack", "light", "vae", "text", "lessons", "unet", "sharpen", "outline", "salient", "pose", "horizon",
    "view", "begin", "export", "sample", "judge", "evaluate",
)  # fmt: skip
RATES = {
    "light": 2e-3,
    "vae": 1e-3,
    "text": 1e-3,
    "unet": 6e-4,
    "sharpen": 1e-4,
    "outline": 2e-3,
    "salient": 2e-3,
    "pose": 2e-3,
    "horizon": 2e-3,
    "view": 2e-3,
    "judge": 3e-3,
}
BATCHES = {
    "light": 24,
    "vae": 8,
    "text": 64,
    "unet": 16,
    "sharpen": 16,
    "outline": 8,
    "salient": 16,
    "pose": 64,
    "horizon": 32,
    "view": 48,
    "judge": 32,
}
SIZE, SIZES = 512, {"vae": 256}


def parser() -> argparse.ArgumentParser:
    """Every option, once."""
    it = argparse.ArgumentParser(prog="python -m bggen.train", description=__doc__)
    it.formatter_class = argparse.RawDescriptionHelpFormatter
    it.add_argument("step", choices=STEPS)
    it.add_argument(
        "--source",
        type=Path,
        action="append",
        default=[],
        help="pack: packshots folder; more than one may be",
    )
    it.add_argument("--work", type=Path, default=Path(".train"), help="packed data and checkpoints")
    it.add_argument("--out", type=Path, help="folder of the finished weights, or the sheet's file for sample")
    it.add_argument("--teacher", type=Path, help="all-MiniLM-L6-v2 folder, for text")
    it.add_argument(
        "--env", type=Path, help="horizon, salient: surroundings to have behind things; needs Blender"
    )
    it.add_argument("--textures", type=Path, help="salient: folder of surface pictures")
    it.add_argument(
        "--start",
        type=Path,
        help="salient, view: an exported network to go on from where there is no checkpoint",
    )
    it.add_argument("--minutes", type=float, default=10.0)
    it.add_argument("--batch", type=int)
    it.add_argument("--rate", type=float)
    it.add_argument(
        "--size",
        type=int,
        help="of lessons and crops, in pixels: 512, for vae 256; of pack the pictures' own",
    )
    it.add_argument(
        "--pictures",
        type=int,
        default=4000,
        help="unet, sharpen: packshots' crops; lessons, outline, salient, horizon: made; pose, view: seen",
    )
    it.add_argument("--device", default="cpu")
    it.add_argument("--threads", type=int, default=0, help="0: torch's own choice")
    it.add_argument("--decoder-only", action="store_true", help="vae: leave the latents as they are")
    it.add_argument("--full", action="store_true", help="float32 throughout instead of bf16 autocast")
    it.add_argument("--seed", type=int, default=0)
    judged = it.add_argument_group("evaluate")
    judged.add_argument("--model", default="studio", help="as for bggen; none: baselines and folders alone")
    judged.add_argument("--reference", default="auto", help="auto, or none for pure generation by --model")
    judged.add_argument(
        "--folder", type=Path, action="append", default=[], help="a diffusers inpainting folder, by itself"
    )
    judged.add_argument("--steps", type=int, help="of --model and --folder")
    judged.add_argument("--guidance", type=float)
    judged.add_argument("--scenes", type=int, default=24, help="held-back scenes to paint")
    judged.add_argument("--seeds", type=int, default=3, help="pictures of a scene, for diversity")
    judged.add_argument("--words", type=int, default=20, help="synonyms to try, of 60")
    judged.add_argument("--judge", type=Path, default=Path(__file__).parent / "weights", help="its folder")
    judged.add_argument("--json", type=Path, help="file for the figures")
    return it


def evaluate_all(args: argparse.Namespace, packed: data.Packed) -> None:
    """Measure the models asked for and the baselines; print the table, write the figures."""
    from bggen.options import Options
    from bggen.settings import Settings
    from bggen.train.evaluation import evaluate, painting
    from bggen.train.evaluation.judge import Judge

    for name, least in (("scenes", 2), ("seeds", 1), ("words", 0)):
        if getattr(args, name) < least:
            raise UsageError(f"--{name} {getattr(args, name)}: give at least {least}")
    settings = Settings(device=args.device, threads=args.threads or None)
    options = Options(steps=args.steps, guidance=args.guidance)
    entrants = []
    if args.model != "none":
        chosen = options.model_copy(update={"model": args.model, "reference": args.reference})
        name = args.model if args.reference == "auto" else f"{args.model}, reference {args.reference}"
        entrants.append(painting.model(name, chosen, settings))
    for folder in args.folder:
        alone = options.model_copy(update={"model": str(folder)})
        entrants.append(painting.model(folder.name, alone, settings))
    entrants += painting.knowing_nothing(packed)
    scenes = painting.subjects(packed, args.scenes)
    result = evaluate.run(packed, scenes, Judge.load(args.judge), entrants, args.seeds, args.words)
    print("\n".join(evaluate.table(result["columns"])))
    if args.json:
        args.json.write_text(json.dumps(evaluate.as_json(result), indent=1) + "\n")


def evaluate_or_say_why_not(args: argparse.Namespace, packed: data.Packed) -> None:
    """Errors that are the caller's end in one line."""
    try:
        evaluate_all(args, packed)
    except BggenError as error:
        sys.exit(f"bggen.train evaluate: {error}")


def learn(args: argparse.Namespace, packed: data.Packed) -> dict[str, Any]:
    """Train one network; returns its figures."""
    plan = loop.Plan(
        folder=args.work / args.step,
        minutes=args.minutes,
        rate=args.rate or RATES[args.step],
        device=args.device,
        half=not args.full,
    )
    batch, size = args.batch or BATCHES[args.step], args.size or SIZES.get(args.step, SIZE)
    if args.step == "light":
        from bggen.train.networks import light

        return light.train(packed, plan, batch, args.seed, args.out)
    if args.step == "vae":
        from bggen.train.generator import vae

        return vae.train(packed, plan, batch, size, args.seed, args.decoder_only)
    if args.step == "text":
        from bggen.train.generator import text

        return text.train(packed, plan, batch, args.teacher, args.seed)
    if args.step in ("unet", "sharpen"):
        from bggen.train.generator import denoise, sharpen

        train = denoise.train if args.step == "unet" else sharpen.train
        return train(packed, plan, batch, size, args.seed, args.pictures)
    if args.step == "outline":
        from bggen.train.networks import outline

        return outline.train(args.work / "pack", plan, batch, args.seed, args.pictures, args.out)
    if args.step == "salient":
        from bggen.train.networks import salient

        return salient.train(
            args.work, plan, batch, args.seed, args.pictures, args.env, args.textures, args.out, args.start
        )
    if args.step == "pose":
        from bggen.train.networks import pose

        return pose.train(packed, plan, batch, args.seed, args.pictures, args.out)
    if args.step == "horizon":
        from bggen.train.networks import horizon

        return horizon.train(packed, plan, batch, args.seed, args.pictures, args.env, args.out)
    if args.step == "view":
        from bggen.train.networks import view

        return view.train(
            packed, args.work / "views", plan, batch, args.seed, args.pictures, args.out, args.start
        )
    from bggen.train.evaluation import judge

    return judge.train(packed, plan, batch, args.seed, args.out)


def main() -> None:
    """Run one step."""
    args = parser().parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    if args.step == "pack":
        if not args.source:
            parser().error("pack needs --source FOLDER, the packshots to pack")
        print(json.dumps({"scenes": data.pack(args.source, args.work / "pack", args.size)}))
        return
    if args.step == "begin":
        from bggen.families.studio.painter import DIFFUSION
        from bggen.train.generator import export

        export.begin(DIFFUSION, args.work)
        return
    packed = data.load_packed(args.work / "pack")
    if args.step in RATES:
        print(json.dumps(learn(args, packed)))
    elif args.step == "lessons":
        from bggen.train.generator import samples

        print(samples.keep_lessons(packed, args.work, args.pictures, args.size or SIZE, args.seed))
    elif args.step == "export":
        from bggen.train.generator import export

        print(json.dumps({"bytes": export.export(packed, args.work, args.out)}))
    elif args.step == "sample":
        from bggen.train.generator import export

        export.sample(packed, args.work / "export", args.out, 8, args.size or SIZE, args.seed)
    else:
        evaluate_or_say_why_not(args, packed)


if __name__ == "__main__":
    main()
