"""The examples of content/about/data.md, and a server on this machine that stands in for the published site."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.addresses import ADDRESS
from tests.api.world import real_files
from tests.conftest import REPOSITORY


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A file server that prints nothing."""

    def log_message(self, *args: object) -> None:
        """Say nothing: a test's output is its assertions."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Write the data files of the real library under `folder`, serve them, and yield the address."""
    for path, text in real_files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def example(language: str, address: str) -> str:
    """Return the one example of the page in a language, with `address` in the place of the published site's."""
    page = (REPOSITORY / "content/about/data.md").read_text(encoding="utf-8")
    (code,) = re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert ADDRESS in code
    return code.replace(ADDRESS, address)
