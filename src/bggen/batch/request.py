"""What a user can ask of a batch."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from bggen.errors import UsageError
from bggen.options import Options
from bggen.settings import default_workers, flag
from bggen.sink import SUFFIXES
from bggen.wording import shown

RAY_ONLY = ("address", "gpus_per_worker")
LOCAL_ONLY = ("watch", "poll", "item_timeout", "worker_memory")


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """One run of `bggen batch`. Times are in seconds, counts in items (one picture file, or its variants)."""

    source: str  # folder, glob, CSV or JSONL table, or a URL that fsspec opens
    out: str | None = None  # folder or URL; default: SOURCE-scenes beside the source
    options: Options = field(default_factory=Options)  # from flags, environment and bggen.toml
    prompt: str | None = None  # template given on the command line: wins over tables and sidecars
    recurse: bool = True
    root: Path | None = None  # a table's names are relative to it, its photos inside; default: its folder
    follow_symlinks: bool = False
    family_by: str | None = None  # a table's column, or "folder": photos of one family share their scene
    # what to do with what was done before
    force: bool = False  # redo everything, overwrite pictures of unknown origin and retouched ones
    upgrade: bool = False  # redo what an older version of bggen, or of what ships inside, has made
    retry_failed: bool = False
    verify: bool = False  # compare finished pictures with the journal by hash, not by size and time alone
    decisions: Path | None = None  # accept/reject, as report.html saves it
    # limits
    limit: int | None = None
    max_duration: float | None = None
    max_failures: int | None = None
    shard: str | None = None  # "3/16": this run's part of the items
    item_timeout: float = (
        300.0  # for one step of one item in a worker process, or on its way to or from a store
    )
    worker_memory: int = 4096  # MiB of address space for a worker process; 0: no limit
    # where and how
    state_dir: Path | None = None  # journal and lock; default: OUT/.bggen
    wait_lock: float = 0.0
    workers: int | None = None  # default: by the machine's cores
    batch_size: str = "auto"  # or a number
    engine: str = "local"  # or ray
    address: str | None = None  # of a Ray cluster; default: $RAY_ADDRESS, else a Ray of this machine alone
    gpus_per_worker: float | None = None  # with ray; default: 1 where there is a GPU
    watch: bool = False
    poll: float = 2.0  # with watch: least seconds between looks, see `watching.Source`
    dry_run: bool = False
    # what to say
    as_json: bool = False
    quiet: bool = False
    sidecar: bool = False
    metrics_file: Path | None = None
    push_gateway: str | None = None  # Prometheus push gateway, for cron

    def __post_init__(self) -> None:
        """Raise UsageError for numbers that make no sense, before anything is touched."""
        for name in ("limit", "max_failures", "workers"):
            value = getattr(self, name)
            if value is not None and value < 1:
                raise UsageError(f"{flag(name)} {value}: must be 1 or more")
        for name in ("max_duration", "item_timeout", "poll"):
            value = getattr(self, name)
            if value is not None and value <= 0:
                raise UsageError(f"{flag(name)} {value:g}: must be more than 0 seconds")
        if self.batch_size != "auto" and not (self.batch_size.isdecimal() and int(self.batch_size) > 0):
            raise UsageError(f"--batch-size {shown(self.batch_size)}: give a number or auto")
        if self.worker_memory < 0:
            raise UsageError(f"--worker-memory {self.worker_memory}: must be 0, for no limit, or more")
        named = Path(self.out or "").suffix.lower() in SUFFIXES
        if named and not os.path.isdir(self.out or ""):  # noqa: PTH112 - Path raises where none may enter
            raise UsageError(
                f"--output {self.out}: give a folder: bggen generate writes one picture by its name"
            )
        self._check_engine()
        self.part()

    def _check_engine(self) -> None:
        if self.engine not in ("local", "ray"):
            raise UsageError(f"--engine {shown(self.engine)}: give local or ray")
        gpus = self.gpus_per_worker
        if gpus is not None and not (0 <= gpus < 1 or (gpus >= 1 and float(gpus).is_integer())):
            raise UsageError(f"--gpus-per-worker {gpus:g}: give a part of one such as 0.5, or a whole number")
        for name in RAY_ONLY if self.engine == "local" else LOCAL_ONLY:
            if getattr(self, name) != BatchRequest.__dataclass_fields__[name].default:
                other = "ray" if self.engine == "local" else "local"
                raise UsageError(f"{flag(name)} goes with --engine {other} only: leave it out")
        if self.address and self.address.startswith("ray://"):
            raise UsageError(
                f"--address {self.address}: start bggen on a node of the cluster, as `ray job submit` does, "
                "with --address auto"
            )
        for name in (self.source, self.out or "") if self.engine == "ray" else ():
            if name.startswith("memory://"):
                raise UsageError(f"{name}: no other process sees it: give a shared folder or store")

    def part(self) -> tuple[int, int]:
        """(k, n) of `--shard k/n`, 1-based; (1, 1) without. Raises UsageError."""
        if self.shard is None:
            return 1, 1
        found = re.fullmatch(r"(\d+)/(\d+)", self.shard)
        if not found or not 1 <= int(found[1]) <= int(found[2]):
            raise UsageError(f"--shard {shown(self.shard)}: give it as 3/16, from 1/16 to 16/16")
        return int(found[1]), int(found[2])

    def worker_count(self) -> int:
        """Worker processes at most; they start only as there is work for them."""
        return self.workers or default_workers()


def duration(name: str, text: str) -> float:
    """Seconds from `90`, `90s`, `45m` or `2h`, given for an option. Raises UsageError."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", text.strip())
    if not found:
        raise UsageError(f"{flag(name)} {shown(text)}: give a time as 90s, 45m or 2h")
    return float(found[1]) * {"": 1, "s": 1, "m": 60, "h": 3600}[found[2]]
