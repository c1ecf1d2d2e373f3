"""The preview's server: the last published site, drawings as they are now, and news for the open pages.

It listens on this machine only and asks for that name, so that no page of another site can read it. Its script is added
to pages on their way out: the published site has none of it.
"""

import json
import mimetypes
import threading
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
NEWS, SCRIPT = "/_preview/news", "/_preview/preview.js"
QUIET_SECONDS = 10.0  # how long a listener hears nothing before the line is tried


class Board:
    """What open pages need to know, as it stands: the number of the site, the problems, the version of each drawing."""

    def __init__(self) -> None:
        self._more = threading.Condition()
        self._number = 0
        self._site = 1
        self._problems = ""
        self._pictures: dict[str, int] = {}

    @property
    def site(self) -> int:
        return self._site

    def tell(self, *, problems: str | None = None, pictures: tuple[str, ...] = (), new_site: bool = False) -> None:
        """Change what is known and wake every listener."""
        with self._more:
            self._number += 1
            self._site += new_site
            self._problems = self._problems if problems is None else problems
            self._pictures |= dict.fromkeys(pictures, self._number)
            self._more.notify_all()

    def after(self, number: int, seconds: float = QUIET_SECONDS) -> tuple[int, str]:
        """Return the number of the latest news and all that is known as JSON, at the latest after `seconds`."""
        with self._more:
            self._more.wait_for(lambda: self._number > number, seconds)
            known = {"site": self._site, "problems": self._problems, "pictures": self._pictures}
            return self._number, json.dumps(known)


def open_server(port: int, *, site: Path, drawings: Path, board: Board) -> ThreadingHTTPServer:
    """Return a server that holds `port` (0: any free one) and is yet to be started. Raises OSError where it is taken."""
    server = ThreadingHTTPServer((HOST, port), partial(_Handler, site=site, drawings=drawings, board=board))
    server.daemon_threads = True
    return server


def find_file(address: str, *, site: Path, drawings: Path) -> Path | None:
    """Return the file behind an address: a drawing as it is now, else what was published; nothing outside the two."""
    parts = [part for part in unquote(urlsplit(address).path).split("/") if part]
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return None
    folders = (drawings, site) if parts and parts[-1].endswith(".svg") else (site,)
    for folder in folders:
        file = folder.joinpath(*parts)
        file = file / "index.html" if file.is_dir() else file
        if file.is_file() and file.resolve().is_relative_to(folder.resolve()):
            return file
    return None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, site: Path, drawings: Path, board: Board) -> None:
        self.site, self.drawings, self.board = site, drawings, board
        super().__init__(*args)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in (HOST, "localhost"):
            self._reply(HTTPStatus.FORBIDDEN, b"This preview answers to 127.0.0.1 and localhost only.\n")
        elif path == NEWS:
            self._news()
        elif path == SCRIPT:
            self._reply(HTTPStatus.OK, Path(__file__).with_name("preview.js").read_bytes(), "text/javascript")
        else:
            self._file(path)

    def _file(self, path: str) -> None:
        file = find_file(path, site=self.site, drawings=self.drawings)
        if file is None:
            self._reply(HTTPStatus.NOT_FOUND, b"There is no such page in the preview.\n")
        elif file.name == "index.html" and not path.endswith(("/", "/index.html")):
            self._reply(HTTPStatus.MOVED_PERMANENTLY, b"", more={"Location": path.rsplit("/", 1)[-1] + "/"})
        else:
            self._reply(HTTPStatus.OK, self._body(file), mimetypes.guess_type(file.name)[0] or "text/plain")

    def _body(self, file: Path) -> bytes:
        data = file.read_bytes()
        if file.suffix != ".html":
            return data
        script = f'<script src="{SCRIPT}?site={self.board.site}"></script></body>'
        return data.replace(b"</body>", script.encode(), 1)

    def _reply(
        self, status: HTTPStatus, body: bytes, kind: str = "text/plain", more: Mapping[str, str] | None = None
    ) -> None:
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "no-store", **(more or {})}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _news(self) -> None:
        """Send all that is known whenever it changes, for as long as the page is open."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        number = -1
        try:
            while True:
                number, known = self.board.after(number)
                self.wfile.write(f"data: {known}\n\n".encode())
                self.wfile.flush()
        except OSError:
            return  # the page was closed

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for problems in the records."""
