"""What one caller may take of the queue where others may come."""

from __future__ import annotations

from pathlib import Path

import pytest

from bggen.metrics import Metrics
from bggen.serve.door import admission as door
from bggen.serve.door.admission import Admission, Place
from bggen.serve.door.keys import KeyRing
from bggen.serve.problems import Refusal
from tests.serving import KEY, InstantWorker, assert_problem, client, photo, write_keys

OTHER = "another-key-of-good-length"
FILES = {"photo": ("p.png", photo(), "image/png")}
FIRST, SECOND = "key API_KEY:1", "key API_KEY:2"


def waiting(admission: Admission, caller: str | None) -> Place:
    """A request that is here whole."""
    place = admission.let_in(0, caller)
    admission.enter(place)
    return place


def as_many_as_may(admission: Admission, *callers: str | None) -> list[int]:
    """How many requests of each wait once none of them may have one more."""
    counts, left = dict.fromkeys(callers, 0), set(callers)
    while left:
        for caller in sorted(left, key=callers.index):
            try:
                waiting(admission, caller)
                counts[caller] += 1
            except Refusal:
                left.remove(caller)
    return list(counts.values())


def fill(admission: Admission, caller: str, count: int) -> list[Place]:
    """So many requests of one caller."""
    return [waiting(admission, caller) for _ in range(count)]


def is_let_in(admission: Admission, caller: str) -> bool:
    """Whether a caller gets a place when it asks for one; the refusal counts as one."""
    try:
        waiting(admission, caller)
    except Refusal:
        return False
    return True


@pytest.mark.parametrize("queue", [2, 8, 64])
def test_a_key_takes_what_others_leave_free_and_the_next_finds_a_place(queue: int) -> None:
    admission = Admission(queue, 1000, Metrics())
    assert as_many_as_may(admission, "a") == [queue - 1]
    waiting(admission, "b")
    assert admission.places == queue


@pytest.mark.parametrize("callers", [2, 3, 7])
@pytest.mark.parametrize("queue", [8, 16, 64])
def test_keys_that_all_want_as_much_as_they_can_get_have_equal_shares(queue: int, callers: int) -> None:
    admission = Admission(queue, 1000, Metrics())
    counts = as_many_as_may(admission, *map(str, range(callers)))
    assert sum(counts) == queue - 1 and max(counts) - min(counts) <= 1
    waiting(admission, "next")


def test_who_finds_the_queue_full_gets_the_place_of_the_next_order_that_is_finished() -> None:
    admission = Admission(8, 1000, Metrics())
    hog = fill(admission, "hog", 7)
    waiting(admission, "b")
    assert not is_let_in(admission, "c")
    admission.leave(hog.pop())
    assert not is_let_in(admission, "hog") and not is_let_in(admission, "b")
    assert is_let_in(admission, "c")


def test_a_key_that_comes_has_its_share_as_soon_as_that_many_orders_are_finished() -> None:
    """But for the one place that is kept for whoever comes next."""
    admission = Admission(8, 1000, Metrics())
    hog, got = fill(admission, "hog", 7), []
    for _ in range(4):
        got.append(is_let_in(admission, "new"))
        if len(hog) > 4:
            admission.leave(hog.pop())
        assert not is_let_in(admission, "hog")
    assert (got, len(hog)) == ([True, False, True, True], 4)


def test_a_key_that_does_not_come_again_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(door.time, "monotonic", lambda: now[0])
    admission = Admission(8, 1000, Metrics())
    hog = fill(admission, "hog", 7)
    waiting(admission, "b")
    with pytest.raises(Refusal) as told:
        waiting(admission, "b")
    for _ in range(2):
        admission.leave(hog.pop())
    after = int(dict(told.value.headers)["Retry-After"])
    now[0] += 1.5 * after
    assert not is_let_in(admission, "hog")
    now[0] += after
    assert is_let_in(admission, "hog")


def test_keys_that_are_both_waited_for_do_not_wait_for_each_other() -> None:
    admission = Admission(9, 1000, Metrics())
    hog = fill(admission, "hog", 7)
    waiting(admission, "b")
    waiting(admission, "c")
    assert not is_let_in(admission, "b") and not is_let_in(admission, "c")
    for _ in range(3):
        admission.leave(hog.pop())
    assert is_let_in(admission, "b") and is_let_in(admission, "c")


def test_no_more_callers_are_waited_for_than_there_are_places() -> None:
    admission = Admission(4, 1000, Metrics())
    fill(admission, "hog", 3)
    waiting(admission, "b")
    for number in range(100):
        assert not is_let_in(admission, f"address {number}")
    assert len(admission._awaited) == 4


def test_a_caller_who_is_alone_here_may_fill_the_queue() -> None:
    admission = Admission(8, 1000, Metrics())
    assert as_many_as_may(admission, None) == [8]
    with pytest.raises(Refusal) as refused:
        admission.let_in(0)
    assert (refused.value.http_status, refused.value.reason) == (503, "queue_full")


def test_a_place_that_is_given_back_is_there_for_its_caller() -> None:
    admission = Admission(3, 1000, Metrics())
    first, _ = fill(admission, "a", 2)
    with pytest.raises(Refusal) as refused:
        waiting(admission, "a")
    assert (refused.value.http_status, refused.value.reason) == (429, "fair_share")
    admission.finish(first, 0, 1, 1.0)  # its answer is on its way
    waiting(admission, "a")
    admission.leave(first)
    assert admission.places == 2


def test_the_next_caller_finds_room_for_bytes() -> None:
    admission = Admission(8, 1000, Metrics())
    admission.hold(admission.let_in(400, "a"), 400)
    for size in (101, 600):  # announced at the door
        with pytest.raises(Refusal) as refused:
            admission.let_in(size, "a")
        assert (refused.value.http_status, refused.value.reason) == (429, "fair_share")
    second = admission.let_in(0, "a")
    admission.hold(second, 100)
    with pytest.raises(Refusal):  # or not
        admission.hold(second, 1)
    admission.hold(admission.let_in(500, "b"), 500)
    admission.enter(second)  # it is here: nothing more is asked of it
    admission.leave(second)
    assert admission.held == 900


def test_the_only_request_of_a_caller_may_have_all_that_is_free() -> None:
    admission = Admission(8, 1000, Metrics())
    only = admission.let_in(1000, "a")
    for _ in range(10):
        admission.hold(only, 100)
    admission.leave(only)
    admission.hold(admission.let_in(0, "a"), 1000)  # nothing is remembered of it


def test_answers_count_in_their_callers_share_until_they_are_taken() -> None:
    admission = Admission(8, 1000, Metrics())
    place = waiting(admission, "a")
    admission.finish(place, 501, 1, 1.0)
    with pytest.raises(Refusal):
        admission.let_in(1, "a")
    admission.hold(admission.let_in(1, "b"), 400)
    admission.leave(place)
    admission.let_in(1, "a")


def test_answers_that_nobody_takes_are_held_to_the_limit_whoever_asked_for_them() -> None:
    admission = Admission(8, 1000, Metrics())
    places = fill(admission, "a", 3)
    for place in places:
        admission.finish(place, 900, 1, 1.0)
    for caller in ("a", "b", None):  # no body, or one of unknown length, is no way past it
        for size in (0, 1):
            with pytest.raises(Refusal) as refused:
                admission.let_in(size, caller)
            assert (refused.value.http_status, refused.value.reason) == (503, "queue_bytes")
    assert admission.held == 2700  # nothing that was painted is dropped
    for place in places:
        admission.leave(place)  # taken, or their clients have gone
    admission.hold(waiting(admission, "b"), 1000)


def test_orders_count_what_pictures_took_lately_before_they_are_painted() -> None:
    admission = Admission(8, 1000, Metrics())
    first = waiting(admission, None)
    admission.expect(first, 1)
    assert admission.held == 0  # nothing is known yet
    admission.finish(first, 200, 2, 1.0)
    admission.leave(first)
    second, third = waiting(admission, None), waiting(admission, None)
    admission.hold(second, 50)
    admission.expect(second, 3)
    assert admission.held == 350
    admission.expect(third, 30)
    assert admission.held == 1000  # an order is never too large for what there is
    with pytest.raises(Refusal, match="too many bytes"):
        admission.let_in(1)
    for _ in range(3):
        admission.made(second, 90)
    assert second.bytes == 350
    admission.finish(second, 270, 3, 1.0)
    assert (second.bytes, admission.bytes_each) == (270, 98)


def test_an_answer_that_is_larger_than_was_expected_counts_as_it_is() -> None:
    admission = Admission(8, 1000, Metrics())
    place = waiting(admission, None)
    admission.made(place, 600)  # the first of several
    with pytest.raises(Refusal, match="too many bytes"):
        admission.let_in(401)
    admission.finish(place, 1200, 2, 1.0)
    admission.made(place, 600)  # heard late
    assert admission.held == 1200
    admission.leave(place)
    admission.made(place, 600)
    assert admission.held == 0


def test_expected_answers_keep_to_their_callers_share() -> None:
    admission = Admission(8, 1000, Metrics())
    learnt = waiting(admission, "a")
    admission.finish(learnt, 300, 1, 1.0)
    admission.leave(learnt)
    for place in fill(admission, "a", 3):
        admission.expect(place, 1)
    assert admission.held == 500
    with pytest.raises(Refusal, match="your requests have their share"):
        admission.let_in(1, "a")
    admission.hold(admission.let_in(500, "b"), 500)


def test_one_key_leaves_room_for_another() -> None:
    with client(worker := InstantWorker(), api_keys=(KEY, OTHER), queue=4) as http:
        admission = http.app.state.service.admission
        fill(admission, FIRST, 3)
        refused = http.post("/generate", files=FILES, headers={"X-API-Key": KEY})
        assert_problem(refused, 429, "fair_share")
        assert int(refused.headers["retry-after"]) >= 1
        assert http.post("/generate", files=FILES, headers={"X-API-Key": OTHER}).status_code == 200
    assert [order.caller for order in worker.orders] == [SECOND]  # whose turn it is at the worker's


@pytest.mark.parametrize(("settings", "status"), [({}, 200), ({"trusted_proxies": "192.0.2.1"}, 429)])
def test_addresses_share_where_a_proxy_tells_them(settings: dict[str, str], status: int) -> None:
    with client(queue=4, **settings) as http:
        fill(http.app.state.service.admission, "address testclient", 3)
        assert http.post("/generate", files=FILES).status_code == status


def test_keys_that_are_no_good_any_more_share_nothing(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    write_keys(file, {"old": KEY, "new": OTHER})
    assert KeyRing(file=file).several()
    file.write_text(file.read_text().replace("\n", ":2020-01-01\n"))
    assert not KeyRing(file=file).several()
    assert not KeyRing((KEY,)).several()
    file.write_text("\n".join(line.replace("new", "old") for line in file.read_text().splitlines()))
    assert not KeyRing(file=file).several()  # one caller with two keys
