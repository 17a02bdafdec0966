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
        mask: uint8, photo size, 255 = product; when given it wins over `options.cutout` and `options.roi`.
        settings: where weights lie; the defaults when left out.

    Raises NeedsMask when no honest cut-out is possible, BadInput (roi_size) for a region that doesn't fit the
    photo, UnknownName for a backend that isn't on offer, MissingExtra, WeightsMissing or LicenceRefused when
    its network can't be used here.
    """
    from bggen.cutout import alpha, choose, glass, region
    from bggen.settings import Settings

    chosen = settings or Settings()
    if mask is not None:
        told = glass.levels(mask) if options.glass else None
        found = alpha.from_mask(photo, mask if told is None else told.outline)
        if told is not None:
            found = glass.through(photo, found, told.solid)
        return region.unused(found, options.roi) if options.roi else found
    if not options.roi:
        return _by_backend(photo, options, chosen)
    where = region.of(photo, options.roi)
    if options.cutout == "alpha" or (options.cutout == "auto" and choose.has_cutout(photo)):
        found = alpha.AlphaCutout()(region.cleared(photo, where))
        found = glass.needless(found) if options.glass else found
    else:
        found = region.put_back(_by_backend(region.cropped(photo, where), options, chosen), where)
    return region.judged(found, where)


def _by_backend(photo: Photo, options: Options, settings: Settings) -> Cutout:
    from bggen.cutout import choose, glass

    def solid() -> Cutout:
        if options.cutout == "auto":
            return choose.auto(photo, options, settings)
        kind = registry.resolve("cutouts", options.cutout.partition(":")[0])
        backend: CutoutBackend = kind(options, settings)
        return backend(photo)

    if not options.glass:
        return solid()
    if options.cutout == "alpha" or (options.cutout == "auto" and choose.has_cutout(photo)):
        return glass.needless(solid())
    if options.cutout in ("auto", "plain"):
        return glass.cut(photo, solid)
    return glass.through(photo, solid())
