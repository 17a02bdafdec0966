"""What may be asked, what comes back, and that each error is a problem that tells nothing of the machine."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from starlette.testclient import TestClient

from bggen.batch.workers.pool import Outcome
from bggen.batch.workers.tasks import Trouble
from bggen.errors import FetchRefused
from bggen.serve import logs
from bggen.serve.contract import State
from bggen.serve.logs import TextLines, printable
from bggen.serve.problems import Refusal, scrub, status_of
from bggen.serve.talk.answers import negotiate, without_folders
from bggen.serve.talk.fields import Fields, UrlRequest, checked
from bggen.serve.work import outcomes
from bggen.serve.work.steps import opening
from tests.serving import FLAT, InstantWorker, assert_problem, client, photo

FILES = {"photo": ("p.png", photo(), "image/png")}


@pytest.fixture(scope="module")
def http() -> Iterator[TestClient]:
    with client(generate_rate="", read_rate="", fetch=_fetch) as http:
        yield http


def _fetch(url: str) -> bytes:
    if "public" not in url:
        raise FetchRefused(f"{url}: is no public address")
    return photo()


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("image/png", "PNG"), ("image/jpeg", "JPEG"), ("image/webp", "WEBP"), ("image/avif", "AVIF"),
        ("image/tiff", "TIFF"), ("*/*", "PNG"), ("image/*", "PNG"),
        ("image/webp;q=0.5, image/jpeg;q=0.9, */*;q=0.1", "JPEG"), ("image/png;q=0, image/webp", "WEBP"),
        ("image/png;q=0, */*", "JPEG"), ("image/*;q=0.8, image/png;q=0.1, image/webp;q=0.9", "WEBP"),
        ("text/html, image/avif, image/webp, */*;q=0.8", "AVIF"), ("image/tiff;q=nan, */*;q=0.9", "TIFF"),
    ],
)  # fmt: skip
def test_accept_decides_the_format(http: TestClient, accept: str, kind: str) -> None:
    answer = http.post("/generate", files=FILES, headers={"Accept": accept})
    assert answer.status_code == 200
    assert Image.open(io.BytesIO(answer.content)).format == kind
    assert answer.headers["content-type"] == f"image/{kind.lower()}"


def test_json_brings_the_file_and_the_whole_record(http: TestClient) -> None:
    answer = http.post(
        "/generate", files=FILES, data={"variants": "2"}, headers={"Accept": "application/json"}
    )
    body = answer.json()
    assert [p["seed"] for p in body["pictures"]] == [p["record"]["seed"] for p in body["pictures"]]
    assert len({p["seed"] for p in body["pictures"]}) == 2
    first = body["pictures"][0]
    data = base64.b64decode(first["data"])
    assert hashlib.sha256(data).hexdigest() == first["sha256"]
    assert first["record"]["checks"]["proof"]["max_difference"] == 0
    assert {"read", "cutout", "paint", "check"} <= set(first["record"]["timings"])
    assert body["request_id"] == answer.headers["x-request-id"]


def test_headers_tell_seed_confidence_model_and_id(http: TestClient) -> None:
    given = {"X-Request-ID": "order-66.a"}
    answer = http.post("/generate", files=FILES, data={"seed": "77"}, headers=given)
    assert answer.headers["x-seed"] == "77"
    assert 0 <= float(answer.headers["x-confidence"]) <= 1
    assert answer.headers["x-model"] == "flat"
    assert answer.headers["x-request-id"] == "order-66.a"
    odd = http.get("/health", headers={"X-Request-ID": "a b\tc<script>"})
    assert len(odd.headers["x-request-id"]) == 32


def test_the_same_request_gives_the_same_bytes(http: TestClient) -> None:
    answers = [http.post("/generate", files=FILES, data={"prompt": "on oak"}) for _ in range(2)]
    assert answers[0].content == answers[1].content
    assert answers[0].headers["x-seed"] == answers[1].headers["x-seed"]


@pytest.mark.parametrize(
    ("accept", "kind"), [("*/*", "PNG"), ("image/jpeg, image/webp;q=0.9", "WEBP"), ("image/avif", "AVIF")]
)
def test_a_product_alone_comes_in_a_format_that_has_transparency(accept: str, kind: str) -> None:
    with client(options=FLAT.model_copy(update={"format": "jpeg"})) as http:
        told, headers = {"background": "transparent"}, {"Accept": accept}
        answer = http.post("/generate", files=FILES, data=told, headers=headers)
        assert answer.status_code == 200, answer.text
        made = Image.open(io.BytesIO(answer.content))
        assert (made.format, made.mode) == (kind, "RGBA")
        answer = http.post("/generate", files=FILES, data=told, headers={"Accept": "image/jpeg"})
        assert "image/jpeg" not in assert_problem(answer, 406)["detail"]
        answer = http.post("/generate", files=FILES, data=told | {"format": "jpeg"})
        assert assert_problem(answer, 422, "usage")["detail"] == (
            "background transparent: jpeg has no transparency: use png, webp, avif or tiff"
        )


def test_every_field_of_the_command_line_that_is_no_file_of_ours_is_taken(http: TestClient) -> None:
    told = {
        "prompt": "on oak", "negative": "text", "reference": "auto", "strength": "0.5", "model": "flat",
        "seed": "1", "variants": "1", "steps": "2", "guidance": "3.5", "size": "96x128", "aspect": "3:4",
        "placement": "fit", "pose": "lie", "fill": "60%", "anchor": "center", "margin": "4%",
        "cutout": "alpha", "glass": "true", "roi": "5%, 5%, 95%, 95%",
        "background": "SteelBlue", "shadow": "none", "format": "webp", "quality": "80",
        "digital_source_type": "trained",
    }  # fmt: skip
    left = set(Fields.model_fields) - set(told)
    assert left == {"preset", "set"}  # goes with size; the studio's alone
    answer = http.post("/generate", files=FILES, data=told)
    assert answer.status_code == 200, answer.text
    assert Image.open(io.BytesIO(answer.content)).size == (96, 128)
    for margin in ("4.5%", "7", "4.5px", "5%,40px", "5% 5% 5% 60%"):
        assert checked(Fields, {"margin": margin}) == {"margin": margin}
    for anchor in ("bottom-left", "30%,80%", "100% 0%"):
        assert checked(Fields, {"anchor": anchor}) == {"anchor": anchor}
    wide = {"margin": "120px", "placement": "fit", "size": "640", "background": "#ffffff"}
    assert http.post("/generate", files=FILES, data=wide).status_code == 200
    assert checked(Fields, {"set": "434+405"}) == {"set": "434+405"}
    answer = http.post("/generate", files=FILES, data={"set": "171"})
    line = "set 171 is one of the studio's own: leave out model flat"
    assert assert_problem(answer, 422, "usage")["detail"] == line


@pytest.mark.parametrize("name", ["image", "file", "prompt"])
def test_a_file_under_another_name_is_told_where_to_go(http: TestClient, name: str) -> None:
    answer = http.post("/generate", files={name: ("p.png", photo(), "image/png")})
    assert_problem(answer, 422, "usage")
    assert answer.json()["detail"].startswith(f"{name}: takes no file: send the photo as 'photo'")


def test_the_name_of_the_photos_file_goes_with_the_order(http: TestClient) -> None:
    data = FILES["photo"][1]
    assert http.post("/generate", files={"photo": ("C:\\hats\\linen shirt.png", data)}).status_code == 200
    worker: InstantWorker = http.app.state.service.worker
    assert worker.orders[-1].title == "linen shirt"
    assert opening(worker.orders[-1]).title == "linen shirt"


def test_empty_fields_of_a_web_form_count_as_not_given(http: TestClient) -> None:
    told = {"prompt": "", "seed": "", "size": ""}
    files = {**FILES, "mask": ("", b"", "application/octet-stream")}
    assert http.post("/generate", files=files, data=told).status_code == 200


def test_a_mask_and_pictures_for_scene_and_background_come_as_files(http: TestClient) -> None:
    mask = Image.new("L", (64, 64))
    mask.paste(255, (20, 20, 44, 44))
    answer = http.post(
        "/generate",
        files={**FILES, "mask": ("m.png", _png(mask)), "background": ("b.png", _png(_gradient()))},
        headers={"Accept": "application/json"},
    )
    worker: InstantWorker = http.app.state.service.worker
    spooled = Path(worker.orders[-1].options.background or "")
    assert answer.status_code == 200, answer.text
    record = answer.json()["pictures"][0]["record"]
    assert record["cutout"]["method"] == "mask"
    assert "/" not in record["options"]["background"]
    assert not spooled.exists()


def test_an_own_reference_gives_the_same_seed_each_time(http: TestClient) -> None:
    files = {**FILES, "reference": ("r.png", _png(_gradient()))}
    seeds = {http.post("/generate", files=files).headers["x-seed"] for _ in range(2)}
    assert len(seeds) == 1
    assert http.post("/generate", files=FILES).headers["x-seed"] not in seeds


WRONG: list[tuple[dict[str, str], str]] = [
    ({"steps": "0"}, "steps"),
    ({"steps": "many"}, "steps"),
    ({"seed": "-1"}, "seed"),
    ({"seed": "99999999999999999999999"}, "seed"),
    ({"size": "999999x999999"}, "size"),
    ({"guidance": "nan"}, "guidance"),
    ({"variants": "65"}, "variants"),
    ({"quality": "101"}, "quality"),
    ({"anchor": "moon"}, "anchor"),
    ({"pose": "fly"}, "pose"),
    ({"preset": "nowhere"}, "preset"),
    ({"roi": "1,2,3"}, "roi"),
    ({"prompt": "x" * 4001}, "prompt"),
    ({"cutout": "rembg:../../etc/passwd"}, "cutout"),
    ({"cutout": "/bin/sh"}, "cutout"),
    ({"reference": "/etc/passwd"}, "reference"),
    ({"background": "/etc/passwd"}, "background"),
    ({"background": "https://example.com/x.png"}, "background"),
    ({"mask": "/etc/passwd"}, "mask"),
    ({"lora": "/x.safetensors"}, "lora"),
    ({"accept_noncommercial": "true"}, "accept_noncommercial"),
    ({"unknown": "1"}, "unknown"),
]


@pytest.mark.parametrize(("told", "field"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_fields_are_named(http: TestClient, told: dict[str, str], field: str) -> None:
    body = assert_problem(http.post("/generate", files=FILES, data=told), 422, "usage")
    assert body["errors"][0]["field"] == field if "errors" in body else field in body["detail"]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (
            {"margin": "50%"},
            "margin: wanted: free border for fit, such as 4% or 40px, or TOP,RIGHT,BOTTOM,LEFT such as "
            "5%,5%,5%,40%: two that face each other take at most 90% of the short side",
        ),
        (
            {"margin": "120px", "placement": "fit", "size": "200"},
            "margin 120px: two that face each other take 240 px: give at most 90% of the short side, which "
            "is 200 px here",
        ),
        ({"reference": "kitchen"}, "reference: wanted: auto, none, or a file: the scene to start from"),
        ({"speed": "fast"}, "speed: there is no such field"),
        ({"promt": "on oak"}, "promt: there is no such field: did you mean prompt?"),
        ({"fill": "85"}, "fill: give a number, more than 0 and at most 1 (0.85 for 85 % of the canvas)"),
        ({"steps": "x"}, "steps: give a whole number from 1 to 200"),
        (
            {"roi": "9,9,5,50"},
            "roi 9,9,5,50: right 5 is not beyond left 9: give LEFT,TOP,RIGHT,BOTTOM, no width and height",
        ),
        ({"size": "9000x9000"}, "size 9000x9000: give sides from 16 to 10000 and at most 50 megapixels"),
        ({"preset": "walmart"}, "preset 'walmart' asks for pure white: use background '#ffffff'"),
    ],
)
def test_what_is_wrong_is_told_in_words_for_a_request(
    http: TestClient, told: dict[str, str], says: str
) -> None:
    assert assert_problem(http.post("/generate", files=FILES, data=told), 422, "usage")["detail"] == says


def test_every_cut_out_that_is_offered_can_be_asked_for() -> None:
    for name in ("auto", "alpha", "plain", "salient", "rembg", "rembg:u2net", "birefnet:general"):
        assert checked(Fields, {"cutout": name}) == {"cutout": name}


def test_numbers_of_json_are_sizes_and_sets() -> None:
    asked = checked(UrlRequest, {"url": "https://public.example/p.png", "size": 512, "set": 7})
    assert (asked["size"], asked["set"]) == ("512", "7")
    with pytest.raises(Refusal, match="size: wanted"):
        checked(UrlRequest, {"url": "https://public.example/p.png", "size": 9})


def test_a_broken_picture_is_named_by_its_field(http: TestClient) -> None:
    files = {**FILES, "background": ("b.png", b"no picture")}
    assert assert_problem(http.post("/generate", files=files), 415)["detail"].startswith("background: not a")


def test_a_request_can_not_choose_another_model(http: TestClient) -> None:
    for name in ("studio", "/models/secret", "../flat2"):
        answer = http.post("/generate", files=FILES, data={"model": name})
        assert_problem(answer, 422, "unknown_name")


def test_more_variants_than_the_server_allows_are_refused() -> None:
    with client(max_variants=2) as http:
        answer = http.post(
            "/generate", files=FILES, data={"variants": "3"}, headers={"Accept": "application/json"}
        )
        assert_problem(answer, 422)


def test_bodies_that_are_no_form_are_told_apart(http: TestClient) -> None:
    form = {"Content-Type": "multipart/form-data; boundary=x"}
    assert_problem(http.post("/generate", content=b""), 415)
    assert_problem(http.post("/generate", json={"photo": "x"}), 415)
    assert_problem(http.post("/generate", content=b"rubbish", headers=form), 400)
    bare = {"Content-Type": "multipart/form-data"}
    assert_problem(http.post("/generate", content=b"rubbish", headers=bare), 400)
    assert_problem(http.post("/generate", data={"prompt": "x"}, files={"mask": b"x"}), 422)
    assert_problem(http.post("/generate", files=[("photo", b"a"), ("photo", b"b")]), 422)
    many = [(f"f{k}", (None, "x")) for k in range(100)]
    assert_problem(http.post("/generate", files=[*FILES.items(), *many]), 400)


@pytest.mark.parametrize("path", ["/generate", "/generate/url"])
def test_a_packed_body_is_told_to_come_as_it_is(http: TestClient, path: str) -> None:
    kind = "application/json" if path.endswith("url") else "multipart/form-data; boundary=b"
    head = {"Content-Type": kind, "Content-Encoding": "gzip"}
    answer = http.post(path, content=b"\x1f\x8b rest", headers=head)
    assert "Content-Encoding" in assert_problem(answer, 415, "unsupported")["detail"]
    assert answer.headers["accept-encoding"] == "identity"
    assert http.post("/generate", files=FILES, headers={"Content-Encoding": "identity"}).status_code == 200


@pytest.mark.parametrize(
    ("data", "status", "reason"),
    [
        (b"", 400, "empty"),
        (b"hello, I am no picture", 415, "not_an_image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "unsupported"),
        (photo()[:150], 422, None),
        (photo(size=(16, 16)), 422, "too_small"),
        (photo(size=(2000, 64)), 422, "aspect_ratio"),
    ],
)
def test_bad_photos_are_the_callers_fault(
    http: TestClient, data: bytes, status: int, reason: str | None
) -> None:
    assert_problem(http.post("/generate", files={"photo": ("p.png", data)}), status, reason)


def test_a_photo_without_an_honest_cut_out_asks_for_a_mask(http: TestClient) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (128, 128, 3), np.uint8)
    answer = http.post("/generate", files={"photo": ("n.png", _png(Image.fromarray(noise)))})
    detail = assert_problem(answer, 422, "needs_mask")["detail"]
    way_out = (
        "give the product's mask as a file in 'mask', or by 'mask_url', or where it is in 'roi' as LEFT,TOP,"
    )
    assert detail.endswith(f"{way_out}RIGHT,BOTTOM")


def test_a_region_is_taken_in_every_spelling_and_must_fit_the_photo(http: TestClient) -> None:
    for roi in ("10%,20%,90%,95%", "4 5 60 60", "4px, 5px, 60px, 60px"):
        for kind, more in ((Fields, {}), (UrlRequest, {"url": "https://public.example/p.png"})):
            assert checked(kind, {"roi": roi} | more)["roi"] == roi
    answer = http.post("/generate", files=FILES, data={"roi": "4,5,60,90"})
    detail = assert_problem(answer, 422, "roi_size")["detail"]
    assert (
        detail == "upload: roi 4,5,60,90: bottom 90 lies beyond the photo, which is 64x64 px: give at most 64"
    )
    body = {"url": "https://public.example/p.png", "roi": "4,5,60,60"}
    answer = http.post("/generate/url", json=body, headers={"Accept": "application/json"})
    record = answer.json()["pictures"][0]["record"]
    assert (record["options"]["roi"], record["photo"]["size"]) == ("4,5,60,60", [64, 64])


def test_addresses_and_methods_that_are_not_there_are_problems(http: TestClient) -> None:
    assert_problem(http.get("/nothing"), 404, "not_found")
    assert_problem(http.get("/generate/"), 404)
    for method, path in (
        ("GET", "/generate"),
        ("PUT", "/generate"),
        ("POST", "/health"),
        ("DELETE", "/docs"),
    ):
        answer = http.request(method, path)
        assert_problem(answer, 405, "method_not_allowed")
        assert answer.headers["allow"]


def test_urls_are_fetched_by_the_fetcher_and_refused_as_it_says(http: TestClient) -> None:
    good = http.post("/generate/url", json={"url": "https://public.example/p.png", "prompt": "on oak"})
    assert good.status_code == 200
    bad = http.post("/generate/url", json={"url": "http://169.254.169.254/latest"})
    assert_problem(bad, 422, "fetch_refused")
    assert_problem(http.post("/generate/url", json={"prompt": "x"}), 422)
    assert_problem(http.post("/generate/url", json=[1]), 422)
    assert_problem(http.post("/generate/url", json={"url": 7}), 422)
    kitchen = http.post("/generate/url", json={"url": "https://public.example/p.png", "reference": "kitchen"})
    detail = assert_problem(kitchen, 422, "usage")["detail"]
    assert detail == "reference: wanted: auto or none: the scene to start from"  # a form may bring a file
    assert_problem(http.post("/generate/url", json={"url": "https://public", "photo": "x"}), 422)
    kind = {"Content-Type": "application/json"}
    assert_problem(http.post("/generate/url", content=b"{", headers=kind), 400, "not_json")
    assert_problem(http.post("/generate/url", content=b"[" * 100_000, headers=kind), 400, "not_json")
    assert_problem(http.post("/generate/url", content=b"\xff\xfe", headers=kind), 400, "not_json")
    assert_problem(http.post("/generate/url", content=b" " * 300_000, headers=kind), 413)
    assert_problem(http.post("/generate/url", data={"url": "x"}), 415)


def test_what_a_library_warns_of_is_a_line_like_all_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A form that is none makes the parser complain: bare, that is no JSON for whoever collects the log."""
    loggers = [logging.getLogger(name) for name in ("", "bggen", "uvicorn")]
    for logger in loggers:
        monkeypatch.setattr(logger, "handlers", [])
        monkeypatch.setattr(logger, "propagate", logger.propagate)
        monkeypatch.setattr(logger, "level", logger.level)
    logs.configure("json")
    logging.getLogger("python_multipart.multipart").warning("Found non-header character %r", "\n")
    assert json.loads(capsys.readouterr().err)["message"] == "Found non-header character '\\n'"


def test_a_form_in_a_charset_that_takes_seconds_to_read_is_refused_unread(http: TestClient) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="prompt"\r\n\r\non oak\r\n--x--\r\n'
    for charset, status in (("punycode", 415), ("utf-7", 415), ("no-such", 415), ("UTF-8", 422), ("", 415)):
        kind = {"Content-Type": f"multipart/form-data; boundary=x; charset={charset}"}
        assert_problem(http.post("/generate", content=body, headers=kind), status)


def test_of_countless_wrong_fields_the_first_are_told(http: TestClient) -> None:
    """Each is compared with all that there are: 20,000 of them would hold up everybody for seconds."""
    many = {"url": "http://shop.example/a.png", "n" * 1000: 1} | {f"f{k}": 1 for k in range(40)}
    told = assert_problem(http.post("/generate/url", json=many), 422, "usage")
    assert len(told["errors"]) == 16
    assert told["errors"][0]["field"] == "n" * 64


def test_a_field_whose_name_is_no_text_is_refused(http: TestClient) -> None:
    kind = {"Content-Type": "application/json"}
    half = rb'{"url": "http://shop.example/a.png", "\ud800": 1}'
    assert_problem(http.post("/generate/url", content=half, headers=kind), 422, "usage")


def test_a_full_disk_keeps_nothing_of_a_refused_request(
    http: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def half(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
        written.append(path)
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        return len(data)

    monkeypatch.setattr(Path, "write_bytes", half)
    files = {**FILES, "reference": ("r.png", photo()), "background": ("b.png", photo())}
    assert_problem(http.post("/generate", files=files), 500, "error")
    assert len(written) == 2 and not any(path.exists() for path in written)


def test_what_breaks_inside_stays_inside() -> None:
    worker = InstantWorker()

    def broken(order: Any) -> Any:
        raise RuntimeError("token=abc in /opt/server/app.py, line 3")

    worker.make = broken
    with client(worker) as http:
        body = assert_problem(http.post("/generate", files=FILES), 500, "error")
        assert not any(told in json.dumps(body) for told in ("token", "/opt/server", "line 3"))


def test_an_unready_worker_means_503_at_once() -> None:
    worker = InstantWorker()
    worker.now = State(False, "the model is loading")
    with client(worker) as http:
        assert_problem(http.get("/health/ready"), 503, "not_ready")
        answer = http.post("/generate", files=FILES)
        assert_problem(answer, 503, "not_ready")
        assert int(answer.headers["retry-after"]) >= 1
        assert http.get("/health").json() == {"status": "ok"}
        worker.now = State(True, info=worker.painter.info)
        assert http.get("/health/ready").json()["model"] == "flat"


def test_accept_and_format_must_agree(http: TestClient) -> None:
    answer = http.post("/generate", files=FILES, data={"format": "png"}, headers={"Accept": "image/webp"})
    assert_problem(answer, 406, "not_acceptable")
    answer = http.post("/generate", files=FILES, headers={"Accept": "text/html"})
    assert_problem(answer, 406)
    several = {"variants": "2"}
    answer = http.post("/generate", files=FILES, data=several, headers={"Accept": "image/png"})
    assert_problem(answer, 406)
    answer = http.post("/generate", files=FILES, data=several, headers={"Accept": "*/*"})
    assert answer.headers["content-type"] == "application/json"


def test_a_servers_own_format_is_what_anything_means() -> None:
    assert negotiate("*/*", None, "webp", 1).format == "webp"
    assert negotiate(None, None, None, 1).format == "png"
    assert negotiate("image/*;q=x", None, None, 1).how == "picture"
    assert negotiate("application/json, */*", None, "webp", 1).how == "json"
    assert negotiate("application/*;q=0.5, image/*;q=0.4", None, None, 1).how == "json"
    assert negotiate("*/*, application/json;q=0", None, None, 1).how == "picture"
    for accept, wanted, variants in (("image/png;q=0", None, 1), ("image/*, image/png;q=0", "png", 1),
                                     ("*/*, application/json;q=0", None, 2)):  # fmt: skip
        with pytest.raises(Refusal, match=r"application/json"):
            negotiate(accept, wanted, None, variants)


def test_defaults_of_the_server_stand_under_a_request() -> None:
    with client(options=FLAT.model_copy(update={"size": "96", "prompt": "on slate"})) as http:
        told = {"Accept": "application/json"}
        record = http.post("/generate", files=FILES, headers=told).json()["pictures"][0]["record"]
        assert (record["scene"]["size"], record["prompt"]) == ([96, 96], "on slate")
        told_more = {"size": "80", "prompt": "on oak"}
        answer = http.post("/generate", files=FILES, data=told_more, headers=told).json()
        record = answer["pictures"][0]["record"]
        assert (record["scene"]["size"], record["prompt"]) == ([80, 80], "on oak")


def test_paths_are_cut_out_of_messages() -> None:
    assert scrub("can't read /tmp/bggen-1/abc.png: no") == "can't read abc.png: no"
    assert scrub("https://shop.example/a/b.jpg is 1530/1147") == "https://shop.example/a/b.jpg is 1530/1147"
    assert scrub("two\nlines C:\\models\\a\\b.bin") == "two lines b.bin"
    record = {"a": ["/x/y/z.png"], "prompt": "/x/y", "n": 1, "b": {"c": "on / off"}}
    assert without_folders(record) == {"a": ["z.png"], "prompt": "/x/y", "n": 1, "b": {"c": "on / off"}}


def test_reasons_of_other_processes_find_their_status() -> None:
    words = (
        "empty",
        "not_an_image",
        "too_many_pixels",
        "needs_mask",
        "out_of_memory",
        "missing_extra",
        "error",
    )
    assert [status_of(word) for word in words] == [400, 415, 413, 422, 503, 501, 500]


@pytest.mark.parametrize(
    ("how", "trouble", "cutout", "status", "reason"),
    [
        ("died", None, "auto", 422, "decoder_crash"),
        ("timeout", None, "auto", 422, "timeout"),
        ("answer", Trouble("weights_missing", "no x in /home/me/.u2net"), "rembg:x", 422, "unknown_name"),
        ("answer", Trouble("missing_extra", "pip install it"), "birefnet", 422, "unknown_name"),
        ("answer", Trouble("missing_extra", "HEIC needs a package"), "auto", 415, "unsupported"),
        ("answer", Trouble("out_of_memory", "needs more"), "auto", 413, "too_many_pixels"),
        ("answer", Trouble("needs_mask", "no honest cut-out"), "auto", 422, "needs_mask"),
        ("answer", Trouble("error", "KeyError in /opt/x.py"), "auto", 500, "error"),
    ],
)
def test_what_opening_a_photo_ends_in(
    how: Any, trouble: Trouble | None, cutout: str, status: int, reason: str
) -> None:
    refusal = outcomes.opened(Outcome(("prepare", None), how, trouble), cutout)
    assert isinstance(refusal, Refusal)
    assert (refusal.http_status, refusal.reason) == (status, reason)
    assert not any(word in str(refusal) for word in ("home", "pip", "opt"))


def test_a_message_can_not_start_a_line_of_its_own() -> None:
    assert printable("a\nb\x1b[31m") == "a\\x0ab\\x1b[31m"
    try:
        raise ValueError("broken\n2026-01-01 00:00:00 info: POST /generate 200\x1b[31m")
    except ValueError:
        record = logging.LogRecord("bggen.serve", logging.ERROR, "", 0, "failed", None, sys.exc_info())
    first, *others = TextLines().format(record).split("\n")
    assert first.endswith(" error: failed") and all(line.startswith("    ") for line in others)
    assert others[-1].endswith("200\\x1b[31m")


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def _gradient() -> Image.Image:
    return Image.linear_gradient("L").convert("RGB")
