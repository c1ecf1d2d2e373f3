"""What a reader's browser downloads and waits for: the built site, served with gzip, in Chromium with a phone's settings.

Bytes are what the server sends, headers included. No network is slowed: bytes are the honest measure of that.
"""

import functools
import gzip
import http.server
import io
import json
import shutil
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

PHONE = {"width": 412, "height": 823}
SLOWER = 4  # Lighthouse's factor for a mid-range phone
ZIPPED = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".xml": "application/xml"}  # fmt: skip
# The search worker has a thread of its own, which Chromium does not slow down. Here the page itself runs the
# worker's script, so that it is slowed like the page; only the two ways of posting words are stood in for.
WORKER_IN_PAGE = """
window.worked = 0;
window.Worker = class extends EventTarget {
  constructor(url) {
    super();
    this.ready = fetch(url).then((found) => found.text()).then((code) => {
      const listeners = [];
      const listen = (_, listener) => listeners.push(listener);
      const reply = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      new Function("importScripts", "addEventListener", "postMessage", code)(() => {}, listen, reply);
      return listeners;
    });
  }
  set onmessage(listener) { this.addEventListener("message", listener); }
  postMessage(words) {
    this.ready.then((all) => {
      const start = performance.now();
      const data = structuredClone(words);
      all.forEach((one) => one(new MessageEvent("message", { data })));
      window.worked += (performance.now() - start) / 1000;
    });
  }
  terminate() {}
};
"""
WATCH_SHIFTS = """
window.shifts = 0;
new PerformanceObserver((seen) => seen.getEntries().forEach((entry) => { if (!entry.hadRecentInput) shifts += entry.value; }))
  .observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """A first visit to a page with an empty cache. `rows` are the address and the bytes of each answer."""

    page: str
    rows: tuple[tuple[str, int], ...]
    shift: float
    search_rows: tuple[tuple[str, int], ...]

    @property
    def wire(self) -> int:
        """Return the bytes of all answers."""
        return sum(size for _, size in self.rows)


@dataclass(frozen=True, slots=True)
class Index:
    """The search index of a site, and the seconds a phone works on it: unasked while the page loads, then till a result."""

    raw: int
    zipped: int
    pages: int
    unasked: float
    first_result: float

    @property
    def usable(self) -> float:
        """Return the seconds that stand between the reader and a first result, wherever they are spent."""
        return self.unasked + self.first_result


Answers = list[tuple[str, int]]


class _Counting(io.BufferedIOBase):
    """A stream that counts what goes through it."""

    def __init__(self, inner: io.BufferedIOBase) -> None:
        self.inner, self.bytes = inner, 0

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Pass `data` on."""
        self.bytes += len(data)
        return self.inner.write(data)

    def flush(self) -> None:
        """Pass on what is held back."""
        if not self.inner.closed:
            self.inner.flush()


class _Zipping(http.server.SimpleHTTPRequestHandler):
    """A file server that zips text, as the hosts of static sites do, and keeps a list of what it sent."""

    def __init__(self, *arguments: object, answers: Answers, **others: object) -> None:
        self.answers = answers
        super().__init__(*arguments, **others)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with a file."""
        self.wfile = _Counting(self.wfile)  # type: ignore[assignment]
        self._answer()
        self.answers.append((self.path, self.wfile.bytes))

    def _answer(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in ZIPPED or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), 6, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", ZIPPED[file.suffix] + "; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@dataclass(frozen=True, slots=True)
class Served:
    """A folder that is served at `address`, and what was sent so far: addresses and bytes, headers included."""

    address: str
    answers: Answers


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder on this machine."""
    answers: Answers = []
    handler = functools.partial(_Zipping, directory=str(folder), answers=answers)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Served(f"http://127.0.0.1:{server.server_port}/", answers)
        server.shutdown()
        thread.join()


@contextmanager
def chromium():
    """Give a headless Chromium."""
    from playwright.sync_api import sync_playwright  # the rest of the bench does without it

    program = shutil.which("chromium")
    if not program:
        raise FileNotFoundError("the command chromium is missing")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def visit(browser, host: Served, page: str) -> Visit:
    """Open a page for the first time, wait until all is quiet, then search once."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    tab = context.new_page()
    tab.add_init_script(WATCH_SHIFTS)
    host.answers.clear()
    tab.goto(host.address + page, wait_until="networkidle")
    tab.evaluate("scrollTo(0, document.body.scrollHeight)")
    tab.wait_for_timeout(500)
    tab.wait_for_load_state("networkidle")
    first, shift = tuple(host.answers), float(tab.evaluate("shifts"))
    _search(tab)
    tab.wait_for_load_state("networkidle")
    later = tuple(host.answers)[len(first) :]
    context.close()
    return Visit(page, first, shift, later)


def weigh_index(browser, host: Served, site: Path, page: str, runs: int) -> Index:
    """Measure the index, and time the first search on a phone's CPU: the median of some first visits."""
    data = (site / "search" / "search_index.json").read_bytes()
    pages = {doc["location"].split("#")[0] for doc in json.loads(data)["docs"]}
    took = [_first_result(browser, host.address + page) for _ in range(runs)]
    setup, first = (statistics.median(values) for values in zip(*took, strict=True))
    return Index(len(data), len(gzip.compress(data, 6, mtime=0)), len(pages), setup, first)


def _first_result(browser, page: str) -> tuple[float, float]:
    """Return the seconds that the index took to be set up before anyone searched, and those of the first search."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    tab = context.new_page()
    tab.add_init_script(WORKER_IN_PAGE)
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    tab.goto(page, wait_until="networkidle")
    tab.wait_for_timeout(2000)
    setup = float(tab.evaluate("window.worked"))
    took = _search(tab)
    context.close()
    return setup, took


def _search(tab) -> float:
    """Open the search, type a word at once, and return the seconds until its first result is there."""
    return float(
        tab.evaluate(
            """() => new Promise((done) => {
              const start = performance.now();
              const list = document.querySelector(".md-search-result__list");
              const seen = () => { if (list.querySelector("a")) { clearInterval(look); done((performance.now() - start) / 1000); } };
              const look = setInterval(seen, 10);
              document.querySelector("#__search").click();
              const input = document.querySelector(".md-search__input");
              input.focus();
              input.value = "neck";
              for (const kind of ["input", "keyup"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
            })"""
        )
    )
