"""Where a benchmark ran, and what that machine gives at best: memory, energy, and a peak rate of its own."""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from bggen import __version__

POWERCAP = Path("/sys/class/powercap")


def machine() -> dict[str, Any]:
    """Where and with what a benchmark ran."""
    import torch

    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "bggen": __version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "diffusers": metadata.version("diffusers"),
        "commit": commit(),
        "system": platform.platform(),
        "cpu": _cpu_name(),
        "cores": os.cpu_count(),
        "usable_cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "threads": torch.get_num_threads(),
        "load_before": [round(value, 2) for value in os.getloadavg()] if hasattr(os, "getloadavg") else None,
        "gpu": torch.cuda.get_device_name(0) if torch.cuda.is_available() else None,
    }


def _cpu_name() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def commit() -> str | None:
    """The commit of a checkout that bggen runs from, `-dirty` where files differ; None when installed."""
    git = shutil.which("git")
    here = Path(__file__).parent
    if git is None or not any((folder / ".git").exists() for folder in here.parents):
        return None
    asked = [git, "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    done = subprocess.run(asked, cwd=here, capture_output=True, text=True)  # noqa: S603 - git alone
    return done.stdout.strip() or None


def peak_device_mb(device: str, held: float = 0.0) -> float | None:
    """Highest memory taken on a CUDA device so far beyond what was `held`, in megabytes; None for others."""
    import torch

    if not device.startswith("cuda"):
        return None
    return round(torch.cuda.max_memory_allocated(device) / 2**20 - held, 1)


def device_mb(device: str) -> float:
    """Memory taken on a CUDA device right now, in megabytes; 0 for others."""
    import torch

    return torch.cuda.memory_allocated(device) / 2**20 if device.startswith("cuda") else 0.0


def peak_rss_mb() -> float:
    """Highest resident memory of this process so far, in megabytes."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 1024), 1)


def forget_peaks(device: str) -> None:
    """Let peaks be of what comes from now on, where the system can: under Linux, and on CUDA devices."""
    import torch

    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    if device.startswith("cuda"):
        torch.cuda.reset_peak_memory_stats(device)


def synchronize(device: str) -> None:
    """Wait for what a device was given to do."""
    import torch

    if device.startswith("cuda"):
        torch.cuda.synchronize(device)
    elif device == "mps":
        torch.mps.synchronize()


def peak_tflops(device: str, dtype: str, seconds: float = 0.5) -> dict[str, float]:
    """The best rate this machine reaches at plain work, by kind: a matrix product and a convolution.

    Probed at the painter's own precision, for about `seconds` each; the best of at least three.
    """
    import torch

    side, channels, pixels = (1024, 128, 64) if device == "cpu" else (8192, 640, 128)
    kind = getattr(torch, dtype)
    left, right = (torch.randn(side, side, device=device, dtype=kind) for _ in range(2))
    planes = torch.randn(2, channels, pixels, pixels, device=device, dtype=kind)
    kernel = torch.randn(channels, channels, 3, 3, device=device, dtype=kind)
    planes, kernel = (t.contiguous(memory_format=torch.channels_last) for t in (planes, kernel))
    work: dict[str, tuple[Callable[[], Any], float]] = {
        "matmul": (lambda: left @ right, 2.0 * side**3),
        "conv": (
            lambda: torch.nn.functional.conv2d(planes, kernel, padding=1),
            2.0 * 2 * pixels**2 * channels**2 * 9,
        ),
    }
    with torch.inference_mode():
        return {name: round(flop / _best(go, device, seconds) / 1e12, 4) for name, (go, flop) in work.items()}


def _best(go: Callable[[], Any], device: str, seconds: float) -> float:
    """Shortest of several runs, in seconds; the first does not count."""
    go()
    synchronize(device)
    best, until, runs = float("inf"), time.perf_counter() + seconds, 0
    while runs < 3 or time.perf_counter() < until:
        started = time.perf_counter()
        go()
        synchronize(device)
        best, runs = min(best, time.perf_counter() - started), runs + 1
    return best


class Joules:
    """Energy taken by processor packages (Linux powercap) and a CUDA card (NVML) since `start`."""

    def __init__(self, device: str, root: Path = POWERCAP) -> None:
        self._meters: list[tuple[Callable[[], float], float]] = []  # joules now, and where it wraps
        for zone in sorted(root.glob("intel-rapl:*")):  # AMD's too go by this name
            if zone.name.count(":") == 1 and (meter := _rapl(zone)):
                self._meters.append(meter)
        if device.startswith("cuda") and (card := _nvml(int(device.partition(":")[2] or 0))):
            self._meters.append((card, 0.0))
        self._before: list[float] = []

    def start(self) -> None:
        """Count from now on."""
        self._before = [read() for read, _ in self._meters]

    def taken(self) -> float | None:
        """Joules since `start`; None where no meter can be read."""
        if not self._meters:
            return None
        total = 0.0
        for (read, wraps), before in zip(self._meters, self._before, strict=True):
            used = read() - before
            total += used + wraps if used < 0 else used
        return total


def _rapl(zone: Path) -> tuple[Callable[[], float], float] | None:
    """A package's counter; None where only the administrator may read it."""

    def read() -> float:
        return int((zone / "energy_uj").read_text()) / 1e6

    try:
        read()
        return read, int((zone / "max_energy_range_uj").read_text()) / 1e6
    except (OSError, ValueError):
        return None


def _nvml(index: int) -> Callable[[], float] | None:
    """A card's counter, by NVIDIA's own library where it is installed."""
    try:
        import pynvml

        pynvml.nvmlInit()
        card = pynvml.nvmlDeviceGetHandleByIndex(index)
        pynvml.nvmlDeviceGetTotalEnergyConsumption(card)
    except Exception:  # not installed, no driver, or an older card: each with an error of its own
        return None
    return lambda: float(pynvml.nvmlDeviceGetTotalEnergyConsumption(card)) / 1e3
