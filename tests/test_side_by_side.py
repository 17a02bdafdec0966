"""Scenes side by side: each joins at the next step, leaves when it is done, and hurts no other one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from bggen.engine import Engine, Prepared
from bggen.errors import OutOfMemory
from bggen.families.flat import FlatPainter
from bggen.families.rendezvous import Rendezvous
from bggen.options import Options
from bggen.serve.orders import Cancel, Failure, Paint, Painted, Terms
from bggen.serve.work.device import Device
from bggen.spec import Company, Cutout, Job, Painting, Scene, StepCallback

# -- the meeting of lanes ------------------------------------------------------------------------


class Network:
    """Adds each row's own time to it; slow enough for others to come."""

    device = "cpu"

    def __init__(self) -> None:
        self.seen: list[list[float]] = []  # the times of each evaluation's rows
        self.refuses: Callable[[torch.Tensor], None] = lambda sample: None

    def forward(
        self, sample: torch.Tensor, timestep: torch.Tensor, table: Any = None, more: Any = None
    ) -> tuple[torch.Tensor]:
        times = timestep.reshape(-1).expand(len(sample))
        self.seen.append(times.tolist())
        time.sleep(0.02)
        self.refuses(sample)
        shift = 0 if table is None else table.sum()
        return (sample + times.reshape(-1, *[1] * (sample.ndim - 1)) + shift,)

    __call__ = forward


class Meeting:
    """Pipelines of a loop and nothing else; `go` runs one in a thread."""

    def __init__(self) -> None:
        self.network, self.rendezvous = Network(), Rendezvous()
        self.pool = ThreadPoolExecutor(8)

    def go(
        self, times: Sequence[float], rows: int = 1, width: int = 3, begun: int = 1, **more: Any
    ) -> Future[torch.Tensor]:
        """A caller whose steps have these times; returns after so many of them were asked for."""
        asked = threading.Semaphore(0)

        def paint() -> torch.Tensor:
            pipe = SimpleNamespace(scheduler=object(), network=self.network)
            sample = torch.zeros(rows, width)
            with self.rendezvous.lane(lambda: pipe, "network") as lane:
                for moment in times:
                    asked.release()
                    sample = lane.pipe.network(sample, torch.tensor(moment), **more)[0]
                lane.leave()
                return sample

        future = self.pool.submit(paint)
        for _ in range(begun):
            assert asked.acquire(timeout=5)
        return future


@pytest.fixture
def meeting() -> Iterator[Meeting]:
    made = Meeting()
    yield made
    made.pool.shutdown()


def test_a_newcomer_joins_at_the_next_step_with_its_own_time_and_leaves_when_done(meeting: Meeting) -> None:
    long = meeting.go([1, 2, 3, 4, 5, 6], begun=2)
    short = meeting.go([10, 20], rows=2)
    assert short.result(5).tolist() == [[30.0] * 3] * 2
    assert long.result(5).tolist() == [[21.0] * 3]
    together = [times for times in meeting.network.seen if len(times) == 3]
    assert [sorted(times)[1:] for times in together] == [[10, 10], [20, 20]]
    assert len(meeting.network.seen) == 6  # the short one cost no evaluation of its own
    assert len(meeting.network.seen[0]) == len(meeting.network.seen[-1]) == 1


def test_calls_that_differ_take_turns(meeting: Meeting) -> None:
    wide = meeting.go([1, 2, 3, 4], width=5)
    other = meeting.go([1, 2, 3, 4], table=torch.ones(7))  # no matter of rows
    odd = meeting.go([1, 2, 3, 4], more=object())  # nothing is known of it
    assert wide.result(5).tolist() == [[10.0] * 5]
    assert other.result(5).tolist() == [[38.0] * 3]
    assert odd.result(5).tolist() == [[10.0] * 3]
    assert all(len(times) == 1 for times in meeting.network.seen)
    tables = [meeting.go([1, 2, 3], table=torch.ones(7)) for _ in range(2)]
    assert [table.result(5).tolist() for table in tables] == [[[27.0] * 3]] * 2
    assert max(len(times) for times in meeting.network.seen) == 2  # equal tables are one


def test_an_error_is_its_own_callers_alone(meeting: Meeting) -> None:
    def refuses(sample: torch.Tensor) -> None:
        if (sample > 500).any():
            raise ValueError("a number out of range")

    meeting.network.refuses = refuses
    good = meeting.go([1, 2, 3, 4, 5, 6])
    bad = meeting.go([501, 2])
    with pytest.raises(ValueError, match="out of range"):
        bad.result(5)
    assert good.result(5).tolist() == [[21.0] * 3]
    assert meeting.go([1]).result(5).tolist() == [[1.0] * 3]  # the door is open again


def test_memory_that_runs_out_is_told_to_all_of_a_batch(meeting: Meeting) -> None:
    def refuses(sample: torch.Tensor) -> None:
        if len(sample) > 1:
            raise torch.OutOfMemoryError("out of memory")

    meeting.network.refuses = refuses
    both = [meeting.go([1, 2, 3, 4, 5]) for _ in range(2)]
    errors = [each.exception(5) for each in both]
    assert all(isinstance(error, OutOfMemory) for error in errors)
    assert errors[0] is not errors[1]


def test_outside_their_loops_callers_are_one_by_one(meeting: Meeting) -> None:
    with meeting.rendezvous.lane(lambda: SimpleNamespace(scheduler=0, network=meeting.network), "network"):
        late = meeting.go([1], begun=0)
        time.sleep(0.05)
        assert meeting.network.seen == []
    assert late.result(5).tolist() == [[1.0] * 3]


# -- the studio of a server ----------------------------------------------------------------------


class SidePainter(FlatPainter):
    """Steps of 10 ms in as many threads as it is given; no memory for more than `fits`."""

    def __init__(self, company: Company = "steps") -> None:
        super().__init__()
        self.word, self.fits = company, 8
        self.inside, self.most = 0, 0

    def company(self, options: Options) -> Company:
        return self.word

    def paint(self, scenes: Sequence[Scene], on_step: StepCallback | None = None) -> list[Painting]:
        self.inside += len(scenes)
        try:
            for step in range(scenes[0].options.steps or 1):
                time.sleep(0.01)
                self.most = max(self.most, self.inside)
                if self.inside > self.fits:
                    time.sleep(0.01)  # so that the others see it too
                    raise OutOfMemory("out of memory")
                if "bad" in scenes[0].options.prompt:
                    raise ValueError("a bad one")
                if on_step is not None and not on_step(step + 1, 0):
                    return []
            return super().paint(scenes)
        finally:
            self.inside -= len(scenes)


class Desk:
    """Asks a studio and hears its answers."""

    def __init__(self, painter: SidePainter, largest: int = 4, admission: Any = "step") -> None:
        self.heard: list[tuple[float, Painted]] = []
        self._more = threading.Condition()
        self.device = Device(self._hear, Engine(painter=painter), Terms(admission, largest, 0.02))
        threading.Thread(target=self.device.work, daemon=True).start()

    def _hear(self, message: Any) -> None:
        with self._more:
            self.heard.append((time.monotonic(), message))
            self._more.notify()

    def ask(self, number: int, steps: int = 5, prompt: str = "", seconds: float = 60.0) -> None:
        alpha = np.full((8, 8), 255, np.uint8)
        rgb = np.zeros((8, 8, 3), np.uint8)
        options = Options(model="flat", steps=steps, prompt=prompt)
        box = (0, 0, 8, 8)
        scene = Scene(rgb, alpha, None, box, (0, 0), 1.0, options, number)
        prepared = Prepared(Job("p", options), 0, Cutout(rgb, alpha, box, 1.0, "mask"), scene)
        self.device.hear(Paint(number, prepared, f"id-{number}", time.monotonic() + seconds, False))

    def answers(self, count: int) -> dict[int, Any]:
        """number -> painting or failure, when so many are there."""
        with self._more:
            assert self._more.wait_for(lambda: sum(len(p.numbers) for _, p in self.heard) >= count, 10)
        pairs = [pair for _, p in self.heard for pair in zip(p.numbers, p.results, strict=True)]
        return dict(pairs)


def test_each_scene_is_answered_when_it_is_done() -> None:
    desk = Desk(SidePainter())
    desk.ask(1, steps=30)
    desk.ask(2, steps=3)
    desk.ask(3, prompt="bad")
    answers = desk.answers(3)
    assert [number for _, told in desk.heard for number in told.numbers] in ([3, 2, 1], [2, 3, 1])
    assert answers[3] == Failure("paint_failed", answers[3].message)
    assert isinstance(answers[1], Painting)
    assert isinstance(answers[2], Painting)


def test_no_more_are_at_work_than_may_be() -> None:
    painter = SidePainter()
    desk = Desk(painter, largest=3)
    for number in range(8):
        desk.ask(number)
    assert all(isinstance(answer, Painting) for answer in desk.answers(8).values())
    assert painter.most == 3
    assert max(told.company for _, told in desk.heard) == 3


def test_who_leaves_or_is_late_gives_up_its_place_and_changes_nothing_for_others() -> None:
    desk = Desk(SidePainter(), largest=2)
    desk.ask(1, steps=20)
    desk.ask(2, steps=200)
    desk.ask(3, steps=200)
    desk.ask(4, steps=200, seconds=0.1)
    time.sleep(0.03)
    desk.device.hear(Cancel("id-3"))  # still waiting
    desk.device.hear(Cancel("id-2"))  # at work
    answers = desk.answers(4)
    assert [answers[number] for number in (2, 3, 4)] == [Failure("cancelled", "")] * 3
    assert isinstance(answers[1], Painting)


def test_memory_that_runs_out_means_fewer_at_once_not_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bggen.serve.work.device.free_memory", lambda: None)  # a second each, beside torch
    painter = SidePainter()
    painter.fits = 2
    desk = Desk(painter, largest=4)
    for number in range(4):
        desk.ask(number)
    assert all(isinstance(answer, Painting) for answer in desk.answers(4).values())
    assert desk.heard[-1][1].largest == 2
    painter.fits = 0
    desk.ask(9)
    assert desk.answers(5)[9].reason == "out_of_memory"


def test_painters_that_gain_nothing_answer_one_by_one_unless_asked_for_batches() -> None:
    for admission, groups in (("step", [[1], [2], [3], [4]]), ("request", [[1], [2, 3, 4]])):
        painter = SidePainter("none")
        desk = Desk(painter, admission=admission)
        for number in range(1, 5):
            desk.ask(number)
            time.sleep(0.01)
        desk.answers(4)
        assert [told.numbers for _, told in desk.heard] == groups
