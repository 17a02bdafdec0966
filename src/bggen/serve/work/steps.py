"""What the CPU processes are told to do for a request."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from bggen.batch.workers.tasks import Complete, Prepare
from bggen.engine import NO_PAINTER
from bggen.options import Options
from bggen.serve.orders import Order, Slot
from bggen.spec import PainterInfo


def opening(order: Order) -> Prepare:
    """Open, cut and place the photo of an order."""
    return Prepare(
        "upload", order.options, "", "", NO_PAINTER, "",
        data=order.data, mask_data=order.mask_data, title=order.title,
    )  # fmt: skip


def finishing(slot: Slot, info: PainterInfo | None) -> Complete:
    """Finish, check and encode a painted scene; `info` tells who painted it."""
    assert slot.painting is not None
    painter = NO_PAINTER if info is None or slot.prepared.job.options.background else info
    return Complete(
        slot.prepared,
        slot.painting,
        painter,
        slot.ticket.order.format,
        None,  # send it back
        force=True,
        sidecar=True,
        guard=Path(),
    )


def warm_up() -> Prepare:
    """A small picture that is cut out already: opening it loads what the first photo would wait for."""
    picture = Image.new("RGBA", (64, 64))
    picture.paste((90, 90, 90, 255), (16, 16, 48, 48))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    options = Options(model="flat", cutout="alpha")
    return Prepare("warm-up", options, "", "", NO_PAINTER, "", data=buffer.getvalue())
