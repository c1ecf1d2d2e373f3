"""What a reader's browser downloads and waits for: the built site, served with gzip, in Chromium with a phone's settings.

Bytes are what Chromium counts on the wire, headers included. No network is slowed: bytes are the honest measure of that.
"""

import functools
import gzip
import http.server
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
  postMessage(data) { this.ready.then((all) => all.forEach((one) => one(new MessageEvent("message", { data })))); }
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
    """A first visit to a page with an empty cache. `rows` are the address, the bytes and the kind of each answer."""

    page: str
    rows: tuple[tuple[str, int, str], ...]
    shift: float
    search_rows: tuple[tuple[str, int, str], ...]

    @property
    def wire(self) -> int:
        """Return the bytes of all answers."""
        return sum(size for _, size, _ in self.rows)


@dataclass(frozen=True, slots=True)
class Index:
    """The search index of a site, and how long a phone takes from the first look at search to the first result."""

    raw: int
    zipped: int
    pages: int
    first_result: float


class _Zipping(http.server.SimpleHTTPRequestHandler):
    """A file server that zips text, as the hosts of static sites do."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with a file."""
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


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; give its address."""
    handler = functools.partial(_Zipping, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
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


def visit(browser, address: str, page: str) -> Visit:
    """Open a page for the first time, wait until all is quiet, then search once."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    tab = context.new_page()
    rows = _listen(context, tab)
    tab.add_init_script(WATCH_SHIFTS)
    tab.goto(address + page, wait_until="networkidle")
    tab.evaluate("scrollTo(0, document.body.scrollHeight)")
    tab.wait_for_timeout(500)
    tab.wait_for_load_state("networkidle")
    first, shift = tuple(rows()), float(tab.evaluate("shifts"))
    _search(tab)
    tab.wait_for_load_state("networkidle")
    later = tuple(rows())[len(first) :]
    context.close()
    return Visit(page, first, shift, later)


def weigh_index(browser, address: str, site: Path, page: str, runs: int) -> Index:
    """Measure the index, and time the first search on a phone's CPU: the median of some first visits."""
    data = (site / "search" / "search_index.json").read_bytes()
    pages = {doc["location"].split("#")[0] for doc in json.loads(data)["docs"]}
    took = statistics.median(_first_result(browser, address + page) for _ in range(runs))
    return Index(len(data), len(gzip.compress(data, 6, mtime=0)), len(pages), took)


def _first_result(browser, page: str) -> float:
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    tab = context.new_page()
    tab.add_init_script(WORKER_IN_PAGE)
    tab.goto(page, wait_until="networkidle")
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    took = _search(tab)
    context.close()
    return took


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


def _listen(context, tab):
    """Return a function that gives what was answered so far: path, bytes on the wire, kind."""
    session = context.new_cdp_session(tab)
    session.send("Network.enable")
    known: dict[str, tuple[str, str]] = {}
    done: list[tuple[str, int, str]] = []

    def answered(event: dict) -> None:
        known[event["requestId"]] = ("/" + event["response"]["url"].split("/", 3)[-1], event["type"])

    def finished(event: dict) -> None:
        if event["requestId"] in known:
            path, kind = known[event["requestId"]]
            if event["encodedDataLength"]:
                done.append((path, int(event["encodedDataLength"]), kind))

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    return lambda: list(done)
