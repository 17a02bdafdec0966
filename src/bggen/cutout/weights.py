"""Which cut-out networks there are, under which licence, and where their weights may lie.

Nothing here downloads: weights come from rembg's own cache or the models folder.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from bggen.errors import LicenceRefused, UnknownName, WeightsMissing


@dataclass(frozen=True, slots=True)
class Network:
    """A segmentation network as an ONNX file, with the preparation that it was trained with."""

    name: str
    side: int  # the square it sees, in pixels
    std: tuple[float, float, float]
    logits: bool  # the output still wants a sigmoid
    licence: str
    commercial: bool = True


MEAN = (0.485, 0.456, 0.406)
_IMAGENET = (0.229, 0.224, 0.225)
_ONES = (1.0, 1.0, 1.0)

#: In the order in which `auto` prefers them.
NETWORKS: dict[str, Network] = {
    network.name: network
    for network in (
        Network("birefnet-general", 1024, _IMAGENET, True, "MIT"),
        Network("birefnet-general-lite", 1024, _IMAGENET, True, "MIT"),
        Network("birefnet-massive", 1024, _IMAGENET, True, "MIT"),
        Network("birefnet-hrsod", 1024, _IMAGENET, True, "MIT"),
        Network("birefnet-dis", 1024, _IMAGENET, True, "MIT"),
        Network("isnet-general-use", 1024, _ONES, False, "Apache-2.0"),
        Network("u2net", 320, _IMAGENET, False, "Apache-2.0"),
        Network("silueta", 320, _IMAGENET, False, "Apache-2.0"),
        Network("u2netp", 320, _IMAGENET, False, "Apache-2.0"),
        Network("birefnet-portrait", 1024, _IMAGENET, True, "MIT"),
        Network("birefnet-cod", 1024, _IMAGENET, True, "MIT"),
        Network("u2net_human_seg", 320, _IMAGENET, False, "Apache-2.0"),
        Network("isnet-anime", 1024, _ONES, False, "Apache-2.0"),
        # BRIA's weights are for non-commercial use without an agreement with them.
        Network("bria-rmbg", 1024, _IMAGENET, False, "CC-BY-NC-4.0", commercial=False),
        Network("bria-rmbg-1.4", 1024, _ONES, False, "bria-rmbg-1.4 (non-commercial)", commercial=False),
    )
}
#: Portraits, camouflage and drawings: on request only.
NOT_FOR_PRODUCTS = ("birefnet-portrait", "birefnet-cod", "u2net_human_seg", "isnet-anime")


def network(name: str, *, accept_noncommercial: bool) -> Network:
    """The network of that name. Raises UnknownName, or LicenceRefused for a licence not accepted."""
    if name not in NETWORKS:
        raise UnknownName("cut-out network", name, list(NETWORKS))
    found = NETWORKS[name]
    if not (found.commercial or accept_noncommercial):
        raise LicenceRefused(
            f"the weights of {name} are under {found.licence}: pass --accept-noncommercial, or use one of "
            + ", ".join(f"{other.name} ({other.licence})" for other in list(NETWORKS.values())[:3])
        )
    return found


def folders() -> list[Path]:
    """Where weights are looked for: bggen's models folder first, then rembg's cache."""
    home = Path.home()
    ours = os.environ.get("BGGEN_MODELS_DIR")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    rembg = os.environ.get("U2NET_HOME")
    rembg_home = Path(rembg) if rembg else Path(os.environ.get("XDG_DATA_HOME") or home) / ".u2net"
    return [Path(ours) if ours else cache / "bggen" / "models", rembg_home.expanduser()]


def find(name: str) -> Path | None:
    """The ONNX file of a network on this machine, or None."""
    for folder in folders():
        for path in (folder / f"{name}.onnx", folder / name / f"{name}.onnx", folder / name / "model.onnx"):
            if path.is_file():
                return path
    return None


def locate(name: str) -> Path:
    """The ONNX file of a network. Raises WeightsMissing saying where it was looked for."""
    if (path := find(name)) is None:
        places = " or ".join(str(folder) for folder in folders())
        raise WeightsMissing(f"no weights of {name} in {places}: put {name}.onnx there")
    return path
