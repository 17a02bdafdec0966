"""Everything that can go wrong, as one tree.

    BggenError                 exit 1, HTTP 500
    ├── UsageError             exit 2, HTTP 422   an option or a table is wrong
    │   ├── UnknownName        ...                a name that is not on offer
    │   ├── MissingExtra       ..., HTTP 501      an optional package is not installed
    │   ├── WeightsMissing     ..., HTTP 503      a model is not on this machine
    │   ├── LicenceRefused     ..., HTTP 403      a licence that was not accepted
    │   └── OutputExists       ...                would overwrite without --force
    ├── BadInput               exit 3, HTTP by reason   one photo can't be used
    │   └── NeedsMask          exit 3, HTTP 422   no honest cut-out without a mask
    ├── FetchRefused           exit 3, HTTP 422   a URL that must not or can't be fetched
    │   └── FetchUnavailable   ...                not now: worth another try
    ├── PaintFailed            exit 3, HTTP 500   the model failed on this item
    │   └── OutOfMemory        exit 3, HTTP 503   the device ran out of memory
    ├── WriteFailed            exit 3, HTTP 500   the disk would not take the picture
    │   ├── StoreRefused       ...                a store, for good: the name, or who asks
    │   └── StoreUnavailable   ...                a store, not now: worth another try
    ├── Locked                 exit 75            another run works in this folder
    └── Stopped                exit 4, resumable  --limit or --max-duration was reached

A message is one line and says what, which value, and what to do. `reason` is a stable word that
reports, sidecars and problem+json carry.
"""

from __future__ import annotations

#: HTTP status for each reason of `BadInput`; a reason that is not listed is a 422.
INPUT_STATUS: dict[str, int] = {
    "empty": 400,
    "not_an_image": 415,
    "unsupported": 415,
    "too_many_pixels": 413,
    "too_many_bytes": 413,
}


class BggenError(Exception):
    """Root of the tree. Args: the message; `reason`: a stable word in snake_case."""

    exit_code = 1
    http_status = 500
    reason = "error"

    def __init__(self, message: str, *, reason: str | None = None) -> None:
        super().__init__(message)
        if reason is not None:
            self.reason = reason


class UsageError(BggenError):
    exit_code = 2
    http_status = 422
    reason = "usage"


class UnknownName(UsageError):
    reason = "unknown_name"

    def __init__(self, kind: str, name: str, known: list[str]) -> None:
        super().__init__(f"unknown {kind} {name!r}: choose one of {', '.join(sorted(known))}")


class MissingExtra(UsageError):
    http_status = 501
    reason = "missing_extra"

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional package: pip install 'bggen[{extra}]'")


class WeightsMissing(UsageError):
    http_status = 503
    reason = "weights_missing"


class LicenceRefused(UsageError):
    http_status = 403
    reason = "licence_refused"


class OutputExists(UsageError):
    reason = "output_exists"


class BadInput(BggenError):
    """One photo can't be used; a batch goes on. `reason` decides the HTTP status."""

    exit_code = 3
    reason = "bad_input"

    def __init__(self, message: str, *, reason: str) -> None:
        super().__init__(message, reason=reason)
        self.http_status = INPUT_STATUS.get(reason, 422)


class NeedsMask(BadInput):
    def __init__(self, message: str, reasons: tuple[str, ...] = ()) -> None:
        super().__init__(message, reason="needs_mask")
        self.reasons = reasons


class FetchRefused(BggenError):
    exit_code = 3
    http_status = 422
    reason = "fetch_refused"


class FetchUnavailable(FetchRefused):
    """The other side is away, busy or too slow, and may be back in a moment."""


class PaintFailed(BggenError):
    exit_code = 3
    reason = "paint_failed"


class OutOfMemory(PaintFailed):
    http_status = 503
    reason = "out_of_memory"


class WriteFailed(BggenError):
    """The disk is full, the folder can't be written to, or what was read back differs."""

    exit_code = 3
    reason = "write_failed"


class StoreRefused(WriteFailed):
    """An object store says no: to the name, or to us, whose rights have ended."""


class StoreUnavailable(WriteFailed):
    """An object store is away or busy, or lost what it was given."""


class Locked(BggenError):
    exit_code = 75
    http_status = 409
    reason = "locked"


class Stopped(BggenError):
    exit_code = 4
    reason = "stopped"
