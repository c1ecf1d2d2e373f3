"""The live preview as its user sees it: save a record, look at the open page."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ROOT
from tests.worlds import drawn_world

RECORD = "exercises/lower-back/sphinx.yaml"
READY = re.compile(r"The preview is at (http://127\.0\.0\.1:\d+/)")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a tiny world with figures."""
    return drawn_world(tmp_path / "world")


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """Serve it by the command itself; end it as Ctrl-C does, cleanly."""
    command = [sys.executable, "build_pages.py", "serve", "--root", str(root), "--port", "0"]
    serving = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert serving.stdout
    found = next(filter(None, map(READY.match, serving.stdout)))
    yield found[1]
    serving.send_signal(signal.SIGINT)
    _, errors = serving.communicate(timeout=120)
    assert (serving.returncode, errors) == (2, "build_pages.py: stopped\n")


def change(root: Path, old: str, new: str) -> None:
    """Save the record with other words."""
    text = (root / RECORD).read_text(encoding="utf-8")
    assert old in text
    (root / RECORD).write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_saved_is_seen_in_the_open_page(browser: Browser, root: Path, address: str) -> None:
    """A new angle changes the picture without loading the page again; a mistake shows its sentence until it is mended;
    new words come with a new page."""
    page = browser.new_page()
    page.goto(address + "exercises/lower-back/sphinx/")
    picture, bar = page.locator(".sb picture img"), page.get_by_role("status").locator("visible=true")
    page.evaluate("window.firstLoad = true")
    change(root, "neck: -20", "neck: -22")
    expect(picture).to_have_attribute("src", re.compile(r"sphinx\.svg\?version=\d+"), timeout=60_000)
    assert page.evaluate("window.firstLoad")
    change(root, "neck: -22", "neck: -120")
    expect(bar).to_contain_text("FG021 neck = -120 is outside the normal range", timeout=60_000)
    change(root, "neck: -120", "neck: -22")
    expect(bar).to_have_count(0, timeout=60_000)
    change(root, "summary: ", "summary: Softly, ")
    expect(page.locator("article")).to_contain_text("Softly,", timeout=60_000)
    assert not page.evaluate("window.firstLoad")
    page.close()
