"""The user's own products: a folder of glTF files to draw from, looked over before the first frame."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bggen.train.scenes.matter.palette import Rng
from bggen.train.scenes.products.gltf import Unreadable, check

ENDINGS = (".glb", ".gltf")


@dataclass(frozen=True, slots=True)
class Stock:
    """Files by name, and the share (above 0, up to 1) of the frames that show one of them."""

    files: dict[str, Path]
    share: float = 1.0

    def pick(self, rng: Rng) -> str | None:
        """The name of a product, or None for one of ours; each is as likely as any other."""
        return rng.word(self.files) if rng.chance(self.share) else None


def take(folder: Path, share: float = 1.0) -> Stock:
    """Every glTF file in `folder` and below; a product's name is its path there without the ending.

    Raises:
        SystemExit: there are none, or some cannot be rendered: with a line for each.
    """
    if not folder.is_dir():
        raise SystemExit(f"--products {folder}: there is no such folder")
    paths = [path for path in sorted(folder.rglob("*")) if _is_product(path, folder)]
    if not paths:
        raise SystemExit(f"--products {folder}: no .glb or .gltf in it: export the products as glTF 2.0")
    files, wrong = dict[str, Path](), list[str]()
    for path in paths:
        name = path.relative_to(folder).with_suffix("").as_posix()
        if name in files:
            wrong.append(f"{path}: has the name of {files[name].name}: keep one of them")
            continue
        files[name] = path
        try:
            check(path)
        except Unreadable as error:
            wrong.append(f"{path}: {error}")
    if wrong:
        raise SystemExit(
            "\n".join([*wrong, f"{len(wrong)} of {len(paths)} products are to be mended or moved out"])
        )
    return Stock(files, share)


def _is_product(path: Path, folder: Path) -> bool:
    """Not what is hidden, such as the `._` files that archives from a Mac bring along."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in ENDINGS and not hidden and path.is_file()
