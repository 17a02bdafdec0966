"""Processes that are stopped or stand still are ended soon; those that work or have nothing to do are not."""

from __future__ import annotations

import math
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest

from bggen.metrics import Metrics
from bggen.serve import ServeConfig
from bggen.serve.work import watch
from bggen.serve.work.flow import Flow
from bggen.serve.work.watch import STILL, STOPPED, Seen, Watch, WatchedPool, state_of
from bggen.settings import Settings
from tests.serving import FLAT


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    """A process that uses no processor."""
    process = subprocess.Popen(["sleep", "60"])
    while state_of(process.pid) != ("S", 0):  # it starts
        pass
    yield process
    process.kill()
    process.wait()


def looks(process: subprocess.Popen[bytes], least: int) -> float:
    """Looks until it is ended."""
    mine = Watch()
    mine.over({process: least})
    for number in range(1, 2 * STILL):
        mine.look()
        if mine._seen[process] == Seen():
            assert process.wait(5) == -signal.SIGKILL
            return number
    return math.inf


def test_a_process_that_stands_still_over_its_work_is_ended(sleeper: subprocess.Popen[bytes]) -> None:
    assert looks(sleeper, least=1) == STILL + 1


def test_a_process_that_has_nothing_to_do_is_left_alone(sleeper: subprocess.Popen[bytes]) -> None:
    assert looks(sleeper, least=0) == math.inf


def test_a_process_that_is_stopped_is_ended_at_work_or_not(sleeper: subprocess.Popen[bytes]) -> None:
    sleeper.send_signal(signal.SIGSTOP)
    while (state := state_of(sleeper.pid)) is not None and state[0] != "T":
        pass
    assert looks(sleeper, least=0) == STOPPED


def test_a_process_that_goes_on_in_between_begins_anew() -> None:
    seen = Seen()
    for _ in range(5):
        assert not any(seen.look("T", 7, 0) for _ in range(STOPPED - 1))
        assert not seen.look("S", 7, 0)
    for used in range(8, 13):
        assert not any(seen.look("S", used, 1) for _ in range(STILL))


def test_a_process_whose_threads_only_wait_for_each_other_stands_still() -> None:
    """They look at the lock now and then."""
    seen = Seen()
    assert not any(seen.look("S", used // 4, 30) for used in range(STILL))
    assert seen.look("S", STILL // 4, 30)
    assert not any(Seen().look("S", used, 30) for used in range(0, 3 * STILL, 2))


def test_one_that_has_gone_is_no_matter_for_the_watch(sleeper: subprocess.Popen[bytes]) -> None:
    sleeper.kill()
    sleeper.wait()
    mine = Watch()
    mine.over({sleeper: 1})
    mine.look()
    assert state_of(sleeper.pid) is None
    mine.over({})
    mine.look()
    assert not mine._seen


def test_the_processes_of_a_server_are_watched(
    sleeper: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "LOOK", 0.001)
    mine = Flow(ServeConfig(options=FLAT), Settings(), Metrics(), "none", 0)
    monkeypatch.setattr(mine._pool, "processes", lambda: {sleeper: 1})
    mine._watch.start()
    mine._guard()
    assert sleeper.wait(5) == -signal.SIGKILL
    mine.close()


def test_a_process_has_time_to_start_however_short_a_step_may_be() -> None:
    pool = WatchedPool(1, Settings(), timeout=10.0)
    left = []
    for _ in range(2):
        pool.submit(("warm-up", None), None)
        (worker,) = pool._busy.values()
        left.append(worker.until - time.monotonic())
        pool._idle.append(pool._busy.pop(worker.line))  # as if it were done
    pool.close(kill=True)
    assert left == pytest.approx([watch.STARTING + 10.0, 10.0], abs=9.0)
