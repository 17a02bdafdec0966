"""Shared fixtures: a clean environment, small pictures made here, and where outside files live."""

from __future__ import annotations

import functools
import gc
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.logged import Logged

gc.disable()  # until all tests are imported


def pytest_configure(config: pytest.Config) -> None:
    """Tests that run beside others, and the processes that they start, leave the others their cores.

    Those processes find the product compiled, as it is where it is installed, whatever the shell says: else
    each one compiles it anew, which takes longer than most of what tests ask of them.
    """
    if hasattr(config, "workerinput"):  # one of pytest-xdist's processes; torch is not loaded yet
        os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """What was imported stays: else torch and all are looked through for rubbish again and again."""
    gc.enable()
    gc.freeze()


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests leaks in."""
    for name in list(os.environ):
        if name.startswith("BGGEN_") and name not in ("BGGEN_REAL_PHOTOS", "BGGEN_ODD_IMAGES"):
            monkeypatch.delenv(name)
    for name in ("MODEL_PATH", "API_KEY"):
        monkeypatch.delenv(name, raising=False)
    # to trace a tiny network takes longer than all that tests ask of it; `test_graphs` turns it on
    monkeypatch.setenv("BGGEN_OPENVINO", "false")
    monkeypatch.setattr("bggen.families.graphs.found", lambda: False)


@pytest.fixture
def logged() -> Iterator[Logged]:
    """What is logged during a test.

    A server that ran in this process took the logs for itself, and Ray's engine hushed all that listened:
    without more ado nothing would be heard, and no test could find what must not be there.
    """
    for name in ["bggen", "uvicorn", *logging.root.manager.loggerDict]:
        if name.split(".")[0] in ("bggen", "uvicorn"):
            logger = logging.getLogger(name)
            logger.handlers, logger.propagate, logger.disabled = [], True, False
            logger.setLevel(logging.NOTSET)
    listens = Logged()
    logging.root.addHandler(listens)
    yield listens
    logging.root.removeHandler(listens)


@pytest.fixture(scope="session")
def product_png(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cut-out product: a blue bottle with a label, 300 x 400, soft edges."""
    big = Image.new("RGBA", (1200, 1600), (0, 0, 0, 0))
    draw = ImageDraw.Draw(big)
    draw.rounded_rectangle((360, 520, 840, 1440), 80, fill=(32, 92, 160, 255))
    draw.rectangle((500, 240, 700, 540), fill=(24, 24, 28, 255))
    draw.rectangle((400, 840, 800, 1160), fill=(240, 232, 214, 255))
    path = tmp_path_factory.mktemp("photos") / "bottle.png"
    big.resize((300, 400), Image.Resampling.LANCZOS).save(path)
    return path


@pytest.fixture(scope="session")
def real_photos() -> Path:
    """Real photos from outside the repository; tests that need them skip plainly without."""
    return _outside("BGGEN_REAL_PHOTOS")


@pytest.fixture(scope="session")
def odd_images() -> Path:
    """Broken and odd files from outside the repository."""
    return _outside("BGGEN_ODD_IMAGES")


def _outside(variable: str) -> Path:
    folder = os.environ.get(variable)
    if not folder:
        pytest.skip(f"{variable} is not set")
    return Path(folder)


@pytest.fixture(scope="session")
def noise() -> np.random.Generator:
    """One generator for all made-up pixels."""
    return np.random.default_rng(0)


@pytest.fixture(scope="session", autouse=True)
def sets_read_once() -> Iterator[None]:
    """Our sets are the same for all tests: they are read once, and what they show is worked out once.

    That takes a third of a second, and every painter and many tests begin with it. No set can be changed;
    each gets a list of its own.
    """
    from bggen.families.studio.sets import bank

    kept = functools.cache(bank.load)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bank, "load", lambda *folder: list(kept(*folder)))
        yield


@pytest.fixture(scope="session", autouse=True)
def command_line_built_once() -> Iterator[None]:
    """Typer looks through every option of every command anew each time that the command line is called."""
    import typer.main

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typer.main, "get_command", functools.cache(typer.main.get_command))
        yield


@pytest.fixture
def worker_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch's workers are threads: most of a second less a run, for what it decides and tells.

    `test_batch` has true ones.
    """
    from bggen.batch.workers import pool
    from tests import catalog

    monkeypatch.setattr(pool, "child", SimpleNamespace(**vars(pool.child) | {"start": catalog.thread}))


@pytest.fixture
def one_thread() -> None:
    """Tiny networks lose time on several threads."""
    import torch

    torch.set_num_threads(1)


@pytest.fixture
def small_canvases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Models paint no larger than the canvas: true ones paint badly there, tiny ones as well, and sooner."""
    from bggen.families import diffusers_base, sd, sd3, sdxl

    for kind in (diffusers_base.DiffusersPainter, sd.SdPainter, sd3.Sd3Painter, sdxl.SdxlPainter):
        monkeypatch.setattr(kind, "smallest", 64)


@pytest.fixture
def no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a folder of their own, as in many containers."""

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for place in ("CACHE", "DATA", "STATE"):
        monkeypatch.delenv(f"XDG_{place}_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
