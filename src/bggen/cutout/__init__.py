"""photo -> Cutout: soft mask, colours free of the old backdrop, and a confidence.

`cut` is the door. Backends are entry points of the group `bggen.cutouts`: classes that are built with
`Options` (for the part after the colon in `rembg:MODEL`) and `Settings` (for the models folder) and called
with a `Photo`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bggen import registry

if TYPE_CHECKING:
    from bggen.options import Options
    from bggen.settings import Settings
    from bggen.spec import Cutout, CutoutBackend, Photo, Plane


def cut(
    photo: Photo, options: Options, mask: Plane | None = None, settings: Settings | None = None
) -> Cutout:
    """Cut the product out.

    Args:
        mask: uint8, photo size, 255 = product; when given it wins over `options.cutout`.
        settings: where weights lie; the defaults when left out.

    Raises NeedsMask when no honest cut-out is possible, UnknownName for a backend that isn't on offer,
    MissingExtra, WeightsMissing or LicenceRefused when its network can't be used here.
    """
    from bggen.cutout import alpha, choose
    from bggen.settings import Settings

    if mask is not None:
        return alpha.from_mask(photo, mask)
    if options.cutout == "auto":
        return choose.auto(photo, options, settings or Settings())
    kind = registry.resolve("cutouts", options.cutout.partition(":")[0])
    backend: CutoutBackend = kind(options, settings or Settings())
    return backend(photo)
