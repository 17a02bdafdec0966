"""`bggen batch --engine ray`: what each node does and refuses; `faults/batch_ray.py` has it on a true Ray."""

from __future__ import annotations

import dataclasses
import importlib.util
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bggen.batch.asked.items import Item
from bggen.batch.cluster import connection, node, rayflow
from bggen.batch.memory.journal import Entry, Journal
from bggen.batch.memory.lock import RunLock
from bggen.batch.places import outs, stores
from bggen.batch.request import BatchRequest
from bggen.batch.stream import later
from bggen.batch.stream.ledger import Ledger
from bggen.batch.stream.painting import BatchSize
from bggen.batch.workers import tasks, work
from bggen.cli import app
from bggen.engine import NO_PAINTER, Engine
from bggen.errors import FetchUnavailable, MissingExtra, OutOfMemory, StoreUnavailable, UsageError
from bggen.options import Options
from bggen.settings import Settings
from tests import catalog

FLAT = ("--background", "#dfe4ea", "--size", "700")


def batch(*args: str | Path) -> int:
    """The command in this process; its exit code."""
    return int(app(["batch", *map(str, args)], standalone_mode=False) or 0)


def items(folder: Path, count: int) -> list[work.Work]:
    """Works as the plan makes them, with a model so that they reach the painter."""
    catalog.make(folder, count)
    made = []
    for path in sorted(folder.glob("*.png")):
        item = Item(str(path), path.name, Options(size="96", model="flat"))
        made.append(work.Work(item, Entry(path.name, str(path), attempts=1), None, NO_PAINTER, ""))
    return made


def a_node(out: Path, register: node.Register, batch: BatchSize, **more: Any) -> node.Node:
    given = {"version": node.__version__, "begin": register.begin, "end": register.end} | more
    return node.Node(Settings(), str(out), "00000000", False, batch, folder=str(out.parent), **given)


def test_a_photo_that_kills_its_actors_is_found_among_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    works, register = items(tmp_path / "photos", 3), node.Register()
    real, tries = node.fetched, []

    def deadly(work: work.Work, settings: Settings) -> Any:
        tries.append(work.entry.id)
        if work.entry.id == "p00001.png":
            raise KeyboardInterrupt  # goes through everything, as a death does
        return real(work, settings)

    monkeypatch.setattr(node, "fetched", deadly)
    monkeypatch.setattr(Engine, "painter", lambda self, options: flat())
    for _ in range(work.LIVES):
        with pytest.raises(KeyboardInterrupt):
            a_node(tmp_path / "o", register, BatchSize()).work(works)
    answers = a_node(tmp_path / "o", register, BatchSize()).work(works)
    assert [answer.how for answer in answers] == ["made", "poison", "made"]
    assert tries.count("p00001.png") == work.LIVES
    assert set(catalog.tree(tmp_path / "o")) == {"p00000.png", "p00002.png"}
    register.close()
    assert {a.how for a in a_node(tmp_path / "o", register, BatchSize()).work(works)} == {"unbegun"}


def test_a_node_cuts_a_refused_photo_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = tmp_path / "maze.png"
    Image.effect_noise((64, 64), 90).convert("RGB").save(photo)
    works = []
    for scene in ("oak", "slate", "snow"):
        item = Item(str(photo), f"{scene}.png", Options(size="96", model="flat", prompt=f"on {scene}"))
        works.append(work.Work(item, Entry(f"{scene}.png", str(photo), attempts=1), None, NO_PAINTER, ""))
    real, tries = tasks.perform, []

    def counted(task: Any, settings: Settings) -> Any:
        tries.append(task.source)
        return real(task, settings)

    monkeypatch.setattr(tasks, "perform", counted)
    answers = a_node(tmp_path / "o", node.Register(), BatchSize()).work(works)
    assert tries == [str(photo)]
    assert [trouble.reason for answer in answers for trouble in answer.troubles] == ["needs_mask"] * 3
    assert len({answer.troubles[0].key for answer in answers}) == 3


def flat() -> Any:
    from bggen.families.flat import FlatPainter

    return FlatPainter()


def test_a_node_halves_batches_and_names_what_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    works, painter, asked = items(tmp_path / "photos", 12), flat(), []

    class Small:
        info = painter.info

        def paint(self, scenes: Any, on_step: Any = None) -> Any:
            asked.append(len(scenes))
            if len(scenes) > 2:
                raise OutOfMemory("out of memory")
            if any("p00004" in scene.name for scene in scenes):
                raise ValueError("a wrong shape")
            return painter.paint(scenes)

    monkeypatch.setattr(Engine, "painter", lambda self, options: Small())
    size = BatchSize("4")
    answers = a_node(tmp_path / "o", node.Register(), size).work(works)
    assert asked[0] == 4 and size.size == 2 and answers[0].halved == [4]
    failed = [answer for answer in answers if answer.unpaintable]
    assert [(answer.id, answer.unpaintable[0].reason) for answer in failed] == [
        ("p00004.png", "paint_failed")
    ]
    assert set(catalog.tree(tmp_path / "o")) == {f"p{n:05}.png" for n in range(12) if n != 4}
    other = a_node(tmp_path / "o", node.Register(), size, version="0.0.1").work(works[:1])
    assert other[0].troubles[0].kind == "fatal" and "0.0.1" in other[0].troubles[0].message


class Cell:
    """A column of one answer."""

    def __init__(self, answer: node.Answer) -> None:
        self._answer = pickle.dumps(answer)

    def to_pylist(self) -> list[bytes]:
        return [self._answer]


@pytest.mark.parametrize(("away", "made", "rounds"), [(1, 2, [2, 1]), (9, 1, [2, 1, 1])])
def test_an_address_is_asked_again_after_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, away: int, made: int, rounds: list[int]
) -> None:
    """`away`: for how many tries; `rounds`: items that each is asked for."""
    works, tries, asked = items(tmp_path / "photos", 2), list[str](), list[int]()
    url = "https://shop.example/mug.png"
    works[0].item = dataclasses.replace(works[0].item, source=url)

    def fetch(url: str, settings: Settings) -> bytes:
        tries.append(url)
        if len(tries) <= away:
            raise FetchUnavailable(f"{url}: answered 503")
        return (tmp_path / "photos" / "p00000.png").read_bytes()

    def submit(flow: rayflow.RayFlow, works: list[work.Work]) -> Iterator[dict[str, Cell]]:
        asked.append(len(works))
        maker = a_node(tmp_path / "o", node.Register(), BatchSize())
        yield from ({"answer": Cell(answer)} for one in works for answer in maker.work([one]))

    monkeypatch.setattr(later, "PAUSES", (0.01, 0.01))
    monkeypatch.setattr(stores, "fetch", fetch)
    monkeypatch.setattr(Engine, "painter", lambda self, options: flat())
    monkeypatch.setattr(rayflow.RayFlow, "_submit", submit)
    states, say = list[str](), list[str]()
    hooks = work.Hooks(
        lambda ended, made: states.append(ended.entry.state),
        lambda: True, lambda: True, lambda: False, lambda: None, say.append,
    )  # fmt: skip
    out = stores.open_out(str(tmp_path / "o"))
    with RunLock(tmp_path / "state") as lock, closing(Journal(tmp_path / "state" / "j")) as kept:
        ledger = Ledger(kept, lock, hooks)
        request = BatchRequest(str(tmp_path), engine="ray")
        flow = rayflow.RayFlow(Any, request, ledger, out, str(tmp_path / "o"), hooks, BatchSize())  # type: ignore[arg-type]  # no cluster is asked
        flow.run(works)
        flow.close()
    assert (asked, len(say)) == (rounds, 1)
    assert sorted(states) == ["done"] * made + ["failed"] * (2 - made)


@pytest.mark.parametrize(("away", "made"), [(2, ["p00000.png"]), (9, [])])
def test_a_node_waits_for_the_store_with_a_picture_in_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, away: int, made: list[str]
) -> None:
    """`away`: for how many tries."""
    tries, put = list[str](), outs.LocalOut.put

    def store(out: outs.LocalOut, name: str, data: bytes) -> str:
        tries.append(name)
        if len(tries) <= away:
            raise StoreUnavailable(f"{name}: can't be written (slow down)")
        return put(out, name, data)

    monkeypatch.setattr(later, "PAUSES", (0.01, 0.01))
    monkeypatch.setattr(outs.LocalOut, "put", store)
    monkeypatch.setattr(Engine, "painter", lambda self, options: flat())
    (answer,) = a_node(tmp_path / "o", node.Register(), BatchSize()).work(items(tmp_path / "photos", 1))
    assert len(tries) == 3
    assert [trouble.reason for trouble in answer.troubles] == ["write_failed"] * (1 - len(made))
    assert list(catalog.tree(tmp_path / "o") if made else {}) == made


def test_a_mask_that_is_missing_is_no_fault_of_the_cluster(tmp_path: Path) -> None:
    """It was told as a photo that is here and not on the node, and ended the run."""
    (one,) = items(tmp_path / "photos", 1)
    digests = [(one.item.source, "stamp", "digest")]
    missing = tasks.Trouble("not_found", "mask m.png: there is no such file", digests=digests)
    flow = rayflow.RayFlow.__new__(rayflow.RayFlow)
    assert flow._elsewhere(one, missing, "n1") is missing
    with pytest.raises(UsageError, match="is not on node n1"):
        flow._elsewhere(one, dataclasses.replace(missing, digests=[]), "n1")


def test_without_the_extra_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog.make(tmp_path / "photos", 1)
    monkeypatch.setattr(connection, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"pip install 'bggen\[ray\]'"):
        batch(tmp_path / "photos", "-o", tmp_path / "o", *FLAT, "--engine", "ray")
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ("--engine", "spark"),
        ("--address", "auto"),
        ("--gpus-per-worker", "0.5"),
        ("--engine", "ray", "--gpus-per-worker", "1.5"),
        ("--engine", "ray", "--watch"),
        ("--engine", "ray", "--item-timeout", "9s"),
        ("--engine", "ray", "--worker-memory", "99"),
        ("--engine", "ray", "--address", "ray://host:10001"),
        ("--engine", "ray", "-o", "memory://out"),
    ],
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    catalog.make(tmp_path / "photos", 1)
    with pytest.raises(UsageError, match=wrong[-2] if wrong[-2][1:2] == "-" else wrong[-1]) as said:
        batch(tmp_path / "photos", *wrong)
    assert "\n" not in str(said.value)


def test_an_address_without_a_cluster_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ray = pytest.importorskip("ray", reason="ray is not installed (extra ray)")
    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    catalog.make(tmp_path / "photos", 1)
    with pytest.raises(UsageError, match="no Ray cluster answers there") as said:
        batch(tmp_path / "photos", "-o", tmp_path / "o", *FLAT, "--engine", "ray", "--address", "127.0.0.1:1")
    assert "\n" not in str(said.value) and "Traceback" not in capsys.readouterr().err


def test_ray_is_loaded_only_when_asked_for(tmp_path: Path) -> None:
    if importlib.util.find_spec("ray") is None:
        pytest.skip("ray is not installed")
    catalog.make(tmp_path / "photos", 1)
    script = (
        "import sys; from bggen.cli import app; app(sys.argv[1:], standalone_mode=False); "
        "print([name for name in ('ray', 'pyarrow') if name in sys.modules])"
    )
    words = ["batch", str(tmp_path / "photos"), "-q", "--background", "#ffffff"]
    ran = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
