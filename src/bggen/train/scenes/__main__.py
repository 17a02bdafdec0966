"""`python -m bggen.train.scenes STEP`: everything that is rendered.

render   training scenes from seeds, of our products or yours: finished pictures, plates, rows of words
plates   the plate bank's empty sets
masks    their masks alone, for sets that the package has
probes   the same sets with known things in them, to measure their light by
props    things to stand beside a product, cut out
bodies   how tall they are at each place alone, for things that the package has
truth    some of them in sets, truly and as the studio model stands them there
export   finished plates into the package
export-props  finished props into the package
measure  the light of the package's plates, by their probes
lit      how light the grounds of the package's plates are
photos   our own example photos and their true masks
shop     photos of a made-up shop from seeds, and their true masks
views    our products alone, each seen from a known height
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

from bggen.train.scenes.pictures.until import before, moment

BANK = Path(__file__).resolve().parents[2] / "families" / "studio" / "bank"
RENDERED = ("render", "plates", "masks", "probes", "props", "bodies", "truth", "photos", "shop", "views")
STEPS = (*RENDERED, "export", "export-props", "measure", "lit")
SIZES = {"render": 384, "plates": 1280, "probes": 256, "props": 640, "truth": 256, "views": 160}
SAMPLES = {
    "render": 4, "plates": 20, "masks": 16, "probes": 16, "props": 24, "truth": 16, "photos": 24, "shop": 12,
    "views": 4,
}  # fmt: skip


def parser() -> argparse.ArgumentParser:
    """Every option, once."""
    it = argparse.ArgumentParser(prog="python -m bggen.train.scenes", description=__doc__)
    it.formatter_class = argparse.RawDescriptionHelpFormatter
    it.add_argument("step", choices=STEPS)
    it.add_argument("names", nargs="*", help="photos: which; props, bodies: of which kinds; all without")
    it.add_argument(
        "--out", type=Path, help="where renders go; for exports and measure, where they are; not for lit"
    )
    it.add_argument("--start", type=int, default=0, help="first seed or set")
    it.add_argument("--count", type=int, default=1000, help="how many")
    it.add_argument(
        "--step", type=int, default=1, dest="stride", help="every so-manieth, to share the work out"
    )
    it.add_argument(
        "--size", type=int, default=0, help="pixels a side, or a unit of props; the step's own without"
    )
    it.add_argument("--scale", type=float, default=1.0, help="photos, shop: of their full size")
    it.add_argument("--samples", type=int, default=0, help="a pixel; the step's own without")
    it.add_argument("--threads", type=int, default=1)
    it.add_argument("--env", type=Path, help="folder of environments with words.json")
    it.add_argument("--textures", type=Path, help="folder of surface pictures with words.json")
    it.add_argument(
        "--products", type=Path, help="render: folder of .glb and .gltf files to show instead of ours"
    )
    it.add_argument(
        "--products-share",
        type=_share,
        default=1.0,
        help="render: of the frames that show them, above 0 to 1",
    )
    it.add_argument(
        "--stop-at", type=moment, default=0.0, help="start none after this: the next HH:MM, or Unix time"
    )
    it.add_argument("--bank", type=Path, default=BANK, help="exports, measure, lit: the folder to fill")
    it.add_argument("--masks", type=Path, help="photos, shop: where the masks go; OUT/masks without")
    it.add_argument("--quality", type=int, default=70, help="exports: of the AVIFs")
    it.add_argument("--drop", default="", help="exports: ids to leave out, with commas")
    return it


def _share(text: str) -> float:
    """A part of the whole that is not nothing."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not above 0 and at most 1; 0.5 is every second frame")
    return value


def main() -> None:
    """Run one step. Blender is loaded only by those that render."""
    args = parser().parse_args()
    if args.out is None and args.step != "lit":
        parser().error(f"{args.step} needs --out")
    if args.products and args.step != "render":
        parser().error(f"--products is for render, not for {args.step}")
    drop = frozenset(filter(None, args.drop.split(",")))
    if args.step == "export":
        from bggen.train.scenes import catalogue
        from bggen.train.scenes.bank.export import export

        drop |= {f"{number:03d}" for number, spec in enumerate(catalogue.specs()) if spec.replaced}
        count, size = export(args.out, args.bank, args.quality, drop)
        print(f"{count} plates, {size / 1e6:.2f} MB")
    elif args.step == "export-props":
        from bggen.train.scenes.bank.beside import export as export_props

        count, size = export_props(args.out, args.bank / "beside", args.quality, drop)
        print(f"{count} props, {size / 1e6:.2f} MB")
    elif args.step == "measure":
        from bggen.train.scenes.bank.measure import fill

        print(json.dumps(fill(args.out, args.bank)))
    elif args.step == "lit":
        from bggen.train.scenes.bank.lit import fill as fill_lit

        print(f"{fill_lit(args.bank)} plates")
    else:
        render(args)


def render(args: argparse.Namespace) -> None:
    """One of the steps that need Blender."""
    from bggen.train.scenes.products.stock import take

    # before Blender is loaded: all that is wrong with the files is said at once
    stock = take(args.products, args.products_share) if args.products else None
    from bggen.train.scenes.studio.blender import Studio

    studio = Studio(args.env, args.textures, args.threads)
    size = args.size or SIZES.get(args.step, 0)
    samples = args.samples or SAMPLES.get(args.step, 0)
    numbers = range(args.start, args.start + args.count * args.stride, args.stride)
    if args.step == "render":
        from bggen.train.scenes.pictures import training

        part = args.start % args.stride
        training.render(studio, args.out, numbers, size, samples, part, args.stop_at, stock)
    elif args.step == "views":
        from bggen.train.scenes.pictures import views

        views.render(studio, args.out, numbers, size, samples, args.start % args.stride, args.stop_at)
    elif args.step in ("plates", "masks", "probes"):
        from bggen.train.scenes import catalogue
        from bggen.train.scenes.pictures import plates, probes

        sets = catalogue.specs()
        shoot = {"plates": plates.shoot, "masks": plates.outline, "probes": probes.shoot}[args.step]
        chosen = [n for n in numbers if n < len(sets) and not sets[n].replaced]
        if args.step == "masks":
            chosen = [n for n in chosen if sets[n].recolourable]
        plates.render(studio, args.out, sets, chosen, size, samples, args.stop_at, shoot)
    elif args.step in ("props", "bodies"):
        from bggen.train.scenes.catalogue.beside import chosen as kinds_of
        from bggen.train.scenes.pictures import beside

        if args.step == "props":
            beside.render(studio, args.out, kinds_of(args.names), size, samples, args.stop_at)
        beside.survey(studio, args.out, kinds_of(args.names), args.stop_at)
    elif args.step == "truth":
        from bggen.train.scenes.pictures import truth

        error = bare = 0.0
        for name, off, without in truth.compare(studio, args.out, args.count, size, samples):
            error, bare = error + off, bare + without
            print(f"{name} {off / max(without, 1):.2f}, of all so far {error / max(bare, 1):.3f}", flush=True)
    else:
        from bggen.train.scenes.pictures import photos

        if args.step == "shop":
            shots = dict(map(photos.shop, numbers))
        else:
            shots = {name: photos.SHOTS[name] for name in args.names or photos.SHOTS}
        masks = args.masks or args.out / "masks"
        for name in before(args.stop_at, shots, lambda _: False):  # a photo is always shot anew
            print(photos.shoot(studio, name, shots[name], args.out, masks, args.scale, samples), flush=True)


if __name__ == "__main__":
    main()
