"""report.html in a real browser: looked through, decided upon, and the decisions given to the next run."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bggen.batch.told import page as report_page
from bggen.cli import app
from tests import catalog

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.usefixtures("worker_threads")

FLAT = ("--background", "#dfe4ea", "--size", "96", "--workers", "1", "--quiet")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium, which takes most of a second to start."""
    browsers = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        pytest.skip("no Chromium here")
    with browsers.sync_playwright() as play:
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        started = play.chromium.launch(executable_path=chromium, args=options)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that remembers nothing of another; it must not complain to the console."""
    complaints: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(5000)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.extend([said.text] * (said.type == "error")))
    yield opened
    opened.close()
    assert complaints == []


def test_filters_choices_and_the_file_for_the_next_run(page: Page, tmp_path: Path) -> None:
    photos, out = catalog.make(tmp_path / "in", 6), tmp_path / "o"
    (photos / "<b>bad&.png").write_bytes(b"")
    assert app(["batch", str(photos), "-o", str(out), *FLAT], standalone_mode=False) == 3
    page.goto((out / "report.html").as_uri())
    assert page.text_content("#count") == "7 of 7"
    assert page.locator("article").count() == 7
    assert page.locator(".name b").count() == 0  # names are text, whatever they hold

    page.select_option("#verdict", "failed")
    assert page.locator("article").count() == 1
    page.select_option("#verdict", "")
    page.select_option("#reason", "empty")
    assert page.locator("article .choose").count() == 0  # no picture to decide upon
    page.select_option("#reason", "")
    page.fill("#find", "p00003")
    assert page.text_content("#count") == "1 of 7"
    page.fill("#find", "")

    page.click('article[data-id="p00001.png"] .reject')
    page.click('article[data-id="p00002.png"] .accept')
    page.click('article[data-id="p00004.png"] .accept')
    page.click('article[data-id="p00004.png"] .accept')  # taken back
    assert page.get_attribute('article[data-id="p00001.png"] .reject', "aria-pressed") == "true"
    with page.expect_download() as download:
        page.click("#save")
    decisions = tmp_path / "decisions.json"
    download.value.save_as(decisions)
    assert set(json.loads(decisions.read_text())["items"]) == {"p00001.png", "p00002.png"}

    stamps = {p.name: p.stat().st_mtime_ns for p in out.glob("*.png")}
    told = app(
        ["batch", str(photos), "-o", str(out), *FLAT, "--decisions", str(decisions)], standalone_mode=False
    )
    assert told == 3
    assert [n for n, stamp in stamps.items() if (out / n).stat().st_mtime_ns != stamp] == ["p00001.png"]
    page.reload()
    assert page.get_attribute('article[data-id="p00002.png"] .accept', "aria-pressed") == "true"


def test_rows_of_later_pages_are_found(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from playwright.sync_api import expect

    monkeypatch.setattr(report_page, "ROWS", 2)
    photos, out = catalog.make(tmp_path / "in", 6), tmp_path / "o"
    for name in ("p00001.png", "p00002.png", "p00004.png"):
        (photos / name).write_bytes(b"")
    assert app(["batch", str(photos), "-o", str(out), *FLAT], standalone_mode=False) == 3
    page.goto((out / "report.html").as_uri())
    expect(page.locator("article")).to_have_count(6)
    names = page.locator(".name").all_text_contents()
    assert names[:3] == ["p00001.png", "p00002.png", "p00004.png"], "what wants a person comes first"
    last = page.locator('article[data-id="p00005.png"] img')
    last.scroll_into_view_if_needed()
    expect(last).to_have_js_property("naturalWidth", 96)  # the picture itself, no thumbnail

    page.reload()
    page.select_option("#verdict", "failed")
    assert page.text_content("#count") == "3 of 6"  # known before they are here
    expect(page.locator("article")).to_have_count(3)
    page.select_option("#verdict", "")
    page.fill("#find", "p00005")
    expect(page.locator("#count")).to_have_text("1 of 6")
    page.click('article[data-id="p00005.png"] .reject')
    with page.expect_download() as download:
        page.click("#save")
    assert set(json.loads(Path(download.value.path()).read_text())["items"]) == {"p00005.png"}

    for later in (out / "report-pages").iterdir():
        later.write_text("")
    page.reload()
    expect(page.locator("#missing")).to_contain_text("4 rows are missing here")


def test_pictures_stand_side_by_side_and_nothing_sticks_out(page: Page, tmp_path: Path) -> None:
    photos, out = catalog.make(tmp_path / "in", 3), tmp_path / "o"
    assert not app(["batch", str(photos), "-o", str(out), *FLAT], standalone_mode=False)
    page.goto((out / "report.html").as_uri())
    for image in page.locator(".pair img").all():
        image.scroll_into_view_if_needed()
        box = image.bounding_box()
        assert box and abs(box["width"] - box["height"]) < 2
        assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
