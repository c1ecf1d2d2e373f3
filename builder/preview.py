"""Live preview: MkDocs serves the rendered content while records are watched and rendered again."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from builder.errors import Unable
from builder.problems import Problem, format_problems
from builder.publish import mkdocs_environment

WATCHED = ("exercises", "programs", "vocabulary")
LOOK_SECONDS = 0.3

Snapshot = frozenset[tuple[str, int, int]]


def serve(*, root: Path, config: Path, port: int, clock: datetime, render: Callable[[], list[Problem]]) -> int:
    """Serve until stopped. A record with a problem keeps the last good page and says why in the terminal."""
    if problems := render():
        sys.stdout.write(format_problems(problems, "text"))
        raise Unable("mend these problems first, then serve again")
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(config), "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, env=mkdocs_environment(clock), cwd=config.parent)
    try:
        _follow(root, render, server)
    finally:
        server.terminate()
        server.wait(timeout=10)
    raise Unable(f"MkDocs stopped by itself; is port {port} taken?")


def _follow(root: Path, render: Callable[[], list[Problem]], server: subprocess.Popen[bytes]) -> None:
    seen = snapshot(root)
    while server.poll() is None:
        time.sleep(LOOK_SECONDS)
        if (now := snapshot(root)) != seen:
            seen = now
            problems = render()
            sys.stdout.write(format_problems(problems, "text") or "Records are good; pages are up to date.\n")
            sys.stdout.flush()


def snapshot(root: Path) -> Snapshot:
    """Return what every watched file looks like from outside: path, time of change, size."""
    found = set()
    for folder in WATCHED:
        for path in (root / folder).rglob("*.yaml"):
            try:
                status = path.stat()
            except OSError:
                continue
            found.add((str(path), status.st_mtime_ns, status.st_size))
    return frozenset(found)
