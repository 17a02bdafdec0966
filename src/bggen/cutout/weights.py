"""Which cut-out networks there are, how each wants its picture prepared, and where weights are looked for.

Licences and downloads are the catalogue's (`bggen.models`); nothing here touches the network.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from bggen import models
from bggen.errors import UnknownName, WeightsMissing
from bggen.settings import Settings


@dataclass(frozen=True, slots=True)
class Network:
    """A segmentation network as an ONNX file, with the preparation that it was trained with."""

    name: str
    side: int  # the square it sees, in pixels
    std: tuple[float, float, float]
    logits: bool  # the output still wants a sigmoid

    @property
    def entry(self) -> models.Model:
        """What the catalogue says of it."""
        return models.KNOWN[f"rembg:{self.name}"]

    @property
    def licence(self) -> str:
        """Of the weights."""
        return self.entry.licence

    @property
    def commercial(self) -> bool:
        """Whether the weights may be used commercially."""
        return self.entry.commercial


MEAN = (0.485, 0.456, 0.406)
_IMAGENET = (0.229, 0.224, 0.225)
_ONES = (1.0, 1.0, 1.0)

#: In the order in which `auto` prefers them.
NETWORKS: dict[str, Network] = {
    network.name: network
    for network in (
        Network("birefnet-general", 1024, _IMAGENET, True),
        Network("birefnet-general-lite", 1024, _IMAGENET, True),
        Network("birefnet-massive", 1024, _IMAGENET, True),
        Network("birefnet-hrsod", 1024, _IMAGENET, True),
        Network("birefnet-dis", 1024, _IMAGENET, True),
        Network("isnet-general-use", 1024, _ONES, False),
        Network("u2net", 320, _IMAGENET, False),
        Network("silueta", 320, _IMAGENET, False),
        Network("u2netp", 320, _IMAGENET, False),
        Network("birefnet-portrait", 1024, _IMAGENET, True),
        Network("birefnet-cod", 1024, _IMAGENET, True),
        Network("u2net_human_seg", 320, _IMAGENET, False),
        Network("isnet-anime", 1024, _ONES, False),
        Network("bria-rmbg", 1024, _IMAGENET, False),
        Network("bria-rmbg-1.4", 1024, _ONES, False),
    )
}
#: Portraits, camouflage and drawings: on request only.
NOT_FOR_PRODUCTS = ("birefnet-portrait", "birefnet-cod", "u2net_human_seg", "isnet-anime")


def network(name: str, *, accept_noncommercial: bool) -> Network:
    """The network of that name. Raises UnknownName, or LicenceRefused for a licence not accepted."""
    if name not in NETWORKS:
        raise UnknownName("cut-out network", name, list(NETWORKS))
    models.check_licence(NETWORKS[name].entry, accepted=accept_noncommercial)
    return NETWORKS[name]


def folders(settings: Settings) -> list[Path]:
    """Where weights are looked for: bggen's models folder first, then rembg's cache."""
    own = os.environ.get("U2NET_HOME")
    cache = Path(own) if own else Path(os.environ.get("XDG_DATA_HOME") or models.user_home()) / ".u2net"
    return [models.home(settings), cache.expanduser()]


def find(name: str, settings: Settings) -> Path | None:
    """The ONNX file of a network on this machine, or None."""
    for folder in folders(settings):
        for path in (folder / f"{name}.onnx", folder / name / f"{name}.onnx", folder / name / "model.onnx"):
            if path.is_file():
                return path
    return None


def locate(name: str, settings: Settings) -> Path:
    """The ONNX file of a network. Raises WeightsMissing saying where it was looked for and how to get it."""
    if (path := find(name, settings)) is None:
        places = " or ".join(str(folder) for folder in folders(settings))
        entry = NETWORKS[name].entry
        get = f"get it with `{models.pull_line(entry)}`" if entry.url else f"put {name}.onnx there"
        raise WeightsMissing(f"no weights of {name} in {places}: {get}")
    return path
