"""Live preview: a saved record is drawn at once, then checked and rendered, then published behind the open page.

Three steps of growing cost, each seen in the page when it is done: the figure of the record that was saved (a few
milliseconds), all records and pages, and MkDocs, which runs beside the others and never holds them up.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from builder.errors import Unable
from builder.preview_server import HOST, Board, open_server
from builder.problems import Problem, format_problems

RECORDS = ("exercises", "programs", "vocabulary")
PAGES = ("content", "overrides", "mkdocs.yml")
LOOK_SECONDS = 0.1

Snapshot = frozenset[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Steps:
    """What is done with a root. `redraw` returns the drawings (paths in content/) that it wrote anew."""

    redraw: Callable[[Path], tuple[str, ...]]
    render: Callable[[], list[Problem]]
    publish: Callable[[Path], None]


def serve(*, root: Path, port: int, steps: Steps) -> int:
    """Serve until stopped. A record with a problem keeps the last good page, and page and terminal say why."""
    site = root / ".cache" / "preview"
    board = Board()
    try:
        server = open_server(port, site=site, drawings=root / "content", board=board)
    except OSError:
        raise Unable(f"port {port} is taken; choose another with --port") from None
    with server, ThreadPoolExecutor(1) as publisher:
        if problems := steps.render():
            sys.stdout.write(format_problems(problems, "text"))
            raise Unable("mend these problems first, then serve again")
        _say("Building the site …")
        follower = Follower(root, site, steps, board, publisher)
        steps.publish(site)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _say(f"The preview is at http://{HOST}:{server.server_port}/ and follows what you save. Ctrl-C ends it.")
        try:
            while True:
                time.sleep(LOOK_SECONDS)
                follower.look()
        finally:
            server.shutdown()


@dataclass
class Follower:
    """Sees what was saved since the last look and does what it asks for."""

    root: Path
    site: Path
    steps: Steps
    board: Board
    publisher: ThreadPoolExecutor
    records: Snapshot = field(init=False)
    pages: Snapshot = field(init=False)
    published: Snapshot = field(init=False)
    job: Future[None] | None = None

    def __post_init__(self) -> None:
        self.records = snapshot(self.root, RECORDS)
        self.pages = self.published = snapshot(self.root, PAGES)

    def look(self) -> None:
        """Look once: records, then pages, then the site that is being published."""
        records = snapshot(self.root, RECORDS)
        if records != self.records:
            saved, self.records = {path for path, *_ in records - self.records}, records
            self._redraw(saved)
            self._render()
        pages = snapshot(self.root, PAGES)
        if pages != self.pages:
            self._tell_pictures({path for path, *_ in pages - self.pages})
            self.pages = pages
        self._publish()

    def _redraw(self, saved: Iterable[str]) -> None:
        for path in sorted(saved):
            if path.startswith("exercises/"):
                self.board.tell(pictures=self.steps.redraw(self.root / path))

    def _render(self) -> None:
        text = format_problems(self.steps.render(), "text")
        self.board.tell(problems=text)
        _say(text.rstrip() or "Records are good; pages are up to date.")

    def _tell_pictures(self, written: Iterable[str]) -> None:
        drawings = (path.removeprefix("content/") for path in written if path.endswith(".svg"))
        self.board.tell(pictures=tuple(sorted(drawings)))

    def _publish(self) -> None:
        """Publish what changed, one site at a time: several saves in a row end in one. Drawings need none of it."""
        if self.job and self.job.done():
            error = self.job.exception()
            self.job = None
            if isinstance(error, Unable):
                self.board.tell(problems=str(error))
                _say(str(error))
            elif error:
                raise error
            else:
                self.board.tell(problems=None, new_site=True)
        if self.job is None and _words(self.pages) != _words(self.published):
            self.published = self.pages
            self.job = self.publisher.submit(self.steps.publish, self.site)


def _words(pages: Snapshot) -> Snapshot:
    return frozenset(page for page in pages if not page[0].endswith(".svg"))


def snapshot(root: Path, places: Iterable[str]) -> Snapshot:
    """Return what every file in these places looks like from outside: path from the root, time of change, size."""
    found = set()
    for place in places:
        for path in (root / place, *(root / place).rglob("*")):
            try:
                status = path.stat()
            except OSError:
                continue
            if path.is_file() and not path.name.startswith("."):
                found.add((path.relative_to(root).as_posix(), status.st_mtime_ns, status.st_size))
    return frozenset(found)


def _say(line: str) -> None:
    print(line, flush=True)
