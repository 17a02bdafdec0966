"""What one caller may take of the queue where others may come."""

from __future__ import annotations

from pathlib import Path

import pytest

from bggen.metrics import Metrics
from bggen.serve.door.admission import Admission, Place
from bggen.serve.door.keys import KeyRing
from bggen.serve.problems import Refusal
from tests.serving import KEY, assert_problem, client, photo, write_keys

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


@pytest.mark.parametrize("callers", [1, 2, 3, 7])
@pytest.mark.parametrize("queue", [8, 16, 64])
def test_the_next_caller_finds_a_place_whoever_came_before(queue: int, callers: int) -> None:
    admission = Admission(queue, 1000, Metrics())
    counts = as_many_as_may(admission, *map(str, range(callers)))
    assert min(counts) == queue // (callers + 1) >= max(counts) - 1
    waiting(admission, "next")


def test_a_caller_who_is_alone_here_may_fill_the_queue() -> None:
    admission = Admission(8, 1000, Metrics())
    assert as_many_as_may(admission, None) == [8]
    with pytest.raises(Refusal) as refused:
        admission.let_in(0)
    assert (refused.value.http_status, refused.value.reason) == (503, "queue_full")


def test_a_place_that_is_given_back_is_there_for_its_caller() -> None:
    admission = Admission(4, 1000, Metrics())
    first, _ = waiting(admission, "a"), waiting(admission, "a")
    with pytest.raises(Refusal):
        waiting(admission, "a")
    admission.finish(first, 0, 1.0)  # its answer is on its way
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
    admission.finish(place, 501, 1.0)
    with pytest.raises(Refusal):
        admission.let_in(1, "a")
    admission.hold(admission.let_in(1, "b"), 400)
    admission.leave(place)
    admission.let_in(1, "a")


def test_answers_that_nobody_takes_keep_no_others_out() -> None:
    admission = Admission(8, 1000, Metrics())
    for place in [waiting(admission, "a") for _ in range(3)]:
        admission.finish(place, 900, 1.0)
    admission.hold(waiting(admission, "b"), 400)
    waiting(admission, "c")
    with pytest.raises(Refusal, match="your requests have"):
        admission.let_in(1, "a")
    with pytest.raises(Refusal, match="too many bytes"):  # a half is theirs
        admission.let_in(101, "c")


def test_one_key_leaves_room_for_another() -> None:
    with client(api_keys=(KEY, OTHER), queue=4) as http:
        admission = http.app.state.service.admission
        for _ in range(2):
            waiting(admission, FIRST)
        refused = http.post("/generate", files=FILES, headers={"X-API-Key": KEY})
        assert_problem(refused, 429, "fair_share")
        assert int(refused.headers["retry-after"]) >= 1
        assert http.post("/generate", files=FILES, headers={"X-API-Key": OTHER}).status_code == 200


@pytest.mark.parametrize(("settings", "status"), [({}, 200), ({"trusted_proxies": "192.0.2.1"}, 429)])
def test_addresses_share_where_a_proxy_tells_them(settings: dict[str, str], status: int) -> None:
    with client(queue=4, **settings) as http:
        for _ in range(2):
            waiting(http.app.state.service.admission, "address testclient")
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
