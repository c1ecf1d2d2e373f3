"""One Chromium and one served site for every browser test."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PARTS = ("exercises", "programs", "vocabulary", "content", "overrides")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep browser tests in one process: Chromium starts once and the site is built once."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that prints nothing."""

    def log_message(self, *args: object) -> None:
        """Say nothing: a test's output is its assertions."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, launched once per session."""
    if not CHROMIUM:
        pytest.fail("The command chromium is missing: `sh tests/ensure-browser.sh` installs it.", pytrace=False)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site: the folder in STRONG_BACK_SITE, or a fresh build of a copy of the repository.

    Its name is the last part of `site_url` in mkdocs.yml, as on the published site: the page for a
    wrong address names its styles and scripts from there.
    """
    site = tmp_path_factory.mktemp("served") / "strong-back"
    if ready := os.environ.get("STRONG_BACK_SITE"):
        site.symlink_to(Path(ready).resolve())
        return site
    copy = tmp_path_factory.mktemp("root")
    for part in PARTS:
        shutil.copytree(ROOT / part, copy / part)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    command = [sys.executable, "build_pages.py", "build", "--root", str(copy), "--site", str(site)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if built.returncode:
        pytest.fail(f"The site did not build:\n{built.stdout}{built.stderr}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def site_url(site_folder: Path) -> Iterator[str]:
    """The address of the built site, served on this machine."""
    handler = functools.partial(Quiet, directory=str(site_folder.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{site_folder.name}/"
        server.shutdown()
        thread.join()
