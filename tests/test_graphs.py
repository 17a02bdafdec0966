"""Networks as OpenVINO graphs: used where they are quicker and right, and never missed where they aren't."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from bggen.benchmark.quality import psnr
from bggen.engine import Engine
from bggen.families import graphs
from bggen.families.nested import each
from bggen.options import Options
from bggen.settings import Settings
from bggen.spec import Job, Render
from tests import tiny_models

Run = Callable[..., Render]
ALL = ["decoder", "encoder", "unet"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of networks with few layers: to trace one takes as long however small its planes are."""
    torch.manual_seed(0)
    plain = {"up_block_types": ("UpBlock2D", "UpBlock2D"), "mid_block_type": None}
    parts = {
        "vae": tiny_models.vae(blocks=2, mid_block_add_attention=False),
        "unet": tiny_models.unet(9, 16, **plain),
    }
    return tiny_models.sd_inpaint(tmp_path_factory.mktemp("sd") / "model", **parts)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One models folder for all tests here, as tracing takes seconds."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, folder: Path, home: Path, product_png: Path) -> Run:
    """One picture by a process of its own, as far as anything is remembered."""
    monkeypatch.setattr(graphs, "found", lambda: True)
    # torch's own second look at what it traced takes as long again; ours is what is tried here
    monkeypatch.setattr(torch.jit, "trace", functools.partial(torch.jit.trace, check_trace=False))

    def go(openvino: bool = True, home: Path = home, **options: Any) -> Render:
        settings = Settings(device="cpu", threads=1, openvino=openvino, models_dir=home)
        wanted = Options(model=str(folder), prompt="a b", size="64", seed=1, **{"steps": 2} | options)
        return next(Engine(settings).render(Job(str(product_png), wanted)))

    return go


@pytest.fixture
def pace(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Say how long a graph takes beside torch, which on a busy machine is a matter of chance."""

    def set_(share: float) -> None:
        def seconds(way: Any, _args: Any, _kwargs: Any) -> float:
            return share if getattr(way, "__name__", "") == "answer" else 1.0

        monkeypatch.setattr(graphs, "_seconds", seconds)
        monkeypatch.setattr(graphs, "TIMING", 0.0)

    return set_


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], list[str]]:
    """Instead of graphs: torch's answer times a factor. Gives the keys they are made for, as they are."""

    def set_(factor: float) -> list[str]:
        made: list[str] = []

        def graph(self: graphs.Chooser, key: str, *_: Any) -> Any:
            made.append(key)

            def answer(*args: Any, **kwargs: Any) -> Any:
                return each(self.eager(*args, **kwargs), lambda tensor: tensor * factor)

            return answer

        monkeypatch.setattr(graphs.Chooser, "_graph", graph)
        return made

    return set_


def never(*_: Any, **__: Any) -> Any:
    raise AssertionError("traced again")


def test_a_quicker_graph_answers_with_nearly_the_same_picture_and_is_kept(
    run: Run, pace: Callable[[float], None], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pace(0.5)
    eager, graph = run(openvino=False), run()
    compiled = sorted((home / "graphs").glob("*.blob"))
    assert len(compiled) == len(ALL)
    assert "openvino" not in eager.record["painting"]
    assert graph.record["painting"]["openvino"] == ALL
    assert (psnr(graph.rgb, eager.rgb) or 99) > 50
    monkeypatch.setattr(graphs.library(), "convert_model", never)
    monkeypatch.setattr(graphs.Chooser, "_measure", never)
    again = run()
    assert again.record["painting"]["openvino"] == ALL
    assert np.array_equal(again.rgb, graph.rgb)
    assert sorted((home / "graphs").glob("*.blob")) == compiled  # found again, not compiled anew
    reporter = importlib.import_module("openvino.tools.ovc.telemetry_utils").tm
    assert reporter.__name__.endswith("telemetry_stub")  # nobody is told over the network


def test_narrow_networks_get_narrow_graphs(
    run: Run, pace: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    pace(0.5)
    monkeypatch.setattr("torch.cpu.get_capabilities", lambda: {"avx512_bf16": True})
    few = {"speed": "fastest", "guidance": 1.0}  # so few steps that nothing is kept from one to the next
    eager, graph = run(openvino=False, **few), run(**few)
    assert graph.record["painting"]["openvino"] == ALL
    assert (psnr(graph.rgb, eager.rgb) or 99) > 30
    kept = run(speed="fastest", guidance=1.0, steps=8)  # blocks that are left out can't be in a graph
    assert kept.record["painting"]["openvino"] == ["decoder", "encoder"]
    assert "deep features foretold" in kept.record["painting"]["speed"]


def test_a_slower_graph_is_not_used_and_not_made_again(
    run: Run, pace: Callable[[float], None], stand_in: Callable[[float], list[str]], tmp_path: Path
) -> None:
    pace(0.99)
    made = stand_in(1.0)
    eager, first = run(openvino=False), run(home=tmp_path)
    assert len(made) == 3
    again = run(home=tmp_path)
    assert len(made) == 3
    for render in (first, again):
        assert "openvino" not in render.record["painting"]
        assert np.array_equal(render.rgb, eager.rgb)


def test_a_graph_that_is_wrong_or_cannot_be_made_is_not_used(
    run: Run,
    pace: Callable[[float], None],
    stand_in: Callable[[float], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    pace(0.5)
    eager = run(openvino=False)
    stand_in(1.1)
    assert np.array_equal(run(home=tmp_path / "wrong").rgb, eager.rgb)
    stand_in(1.0)
    assert run(home=tmp_path / "right").record["painting"]["openvino"] == ALL
    monkeypatch.setattr(graphs.Chooser, "_graph", never)
    assert np.array_equal(run(home=tmp_path / "none").rgb, eager.rgb)


def test_a_network_without_room_for_its_graph_stays_with_torch_this_time(
    run: Run, pace: Callable[[float], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pace(0.5)
    assert graphs.free_memory() > 2**20
    monkeypatch.setattr(graphs, "free_memory", lambda: 2**10)
    assert "openvino" not in run(home=tmp_path).record["painting"]
    assert not (tmp_path / "graphs" / "verdicts.json").exists()  # there may be room tomorrow


def test_graphs_that_are_broken_or_of_other_versions_are_not_read(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = graphs.Graphs(tmp_path, "model")
    mine.keep(mine.core.read_model(next((home / "graphs").glob("*.xml"))), "key")
    mine.remember("key", graphs.Verdict(2.0, 1.0))
    assert mine.read("key") is not None
    weights = mine.kept("key").with_suffix(".bin")
    weights.write_bytes(weights.read_bytes()[:100])
    assert mine.read("key") is None
    versions = {"diffusers": "99.0"}
    monkeypatch.setattr(graphs.metadata, "version", lambda name: versions.get(name, "1.0"))
    later = graphs.Graphs(tmp_path, "model")
    assert later.remembered("key") is None
    monkeypatch.setitem(versions, "diffusers", "99.1")
    assert graphs.Graphs(tmp_path, "model").kept("key") != later.kept("key")


def test_openvino_is_started_once_for_all_models(tmp_path: Path) -> None:
    """Two that end in the order in which they began leave their thread a stack for signals that is gone."""
    one, other = graphs.Graphs(tmp_path / "one", "one"), graphs.Graphs(tmp_path / "other", "other")
    assert one.core is other.core


def test_nothing_is_lost_where_nothing_can_be_kept(home: Path, tmp_path: Path) -> None:
    (tmp_path / "graphs").write_text("in the way")
    mine = graphs.Graphs(tmp_path / "graphs", "model")
    mine.keep(mine.core.read_model(next((home / "graphs").glob("*.xml"))), "key")
    mine.remember("key", graphs.Verdict(2.0, 1.0))
    assert mine.remembered("key") is None
    assert [path.name for path in tmp_path.iterdir()] == ["graphs"]


def test_the_oldest_graphs_make_room(monkeypatch: pytest.MonkeyPatch, home: Path, tmp_path: Path) -> None:
    mine = graphs.Graphs(tmp_path, "model")
    graph = mine.core.read_model(next((home / "graphs").glob("*.xml")))
    mine.keep(graph, "first")
    size = sum(path.stat().st_size for path in tmp_path.iterdir())
    monkeypatch.setattr(graphs, "KEPT", int(1.5 * size))
    mine.keep(graph, "second")
    assert mine.kept("second").exists() and mine.kept("second").with_suffix(".bin").exists()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 1.5 * size
