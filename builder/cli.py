"""The commands: what each does with its arguments, and the exit code it ends with.

0 good; 1 problems in the records, all listed; 2 usage or environment, one clear line. Never a traceback.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from builder import fix, preview, publish, scaffold
from builder.cache import open_cache
from builder.catalogue import build_catalogue
from builder.check import check_root
from builder.errors import Unable
from builder.library import Library
from builder.outputs import render_outputs
from builder.problems import FORMS, Problem, format_problems, printable
from builder.redraw import redraw
from builder.write import Written, write_pages

GOOD, PROBLEMS, UNABLE = 0, 1, 2
LOCK_SECONDS = 600


def main(arguments: Sequence[str], *, home: Path) -> int:
    """Run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    options = _parser(home).parse_args(arguments)
    try:
        return int(options.run(options))
    except Unable as error:
        return _say(str(error))
    except KeyboardInterrupt:
        return _say("stopped")
    except OSError as error:
        return _say(f"{error.strerror or error}: {error.filename}" if error.filename else str(error))


def _say(line: str) -> int:
    print(f"build_pages.py: {line}", file=sys.stderr)
    return UNABLE


def _check(options: argparse.Namespace) -> int:
    root = _root(options)
    kept = open_cache(root)
    library, problems = check_root(root, kept)
    kept.prune()
    sys.stdout.write(format_problems(problems, options.format))
    if options.format != "json":
        print(_summary(len(problems), len(library.exercises) + len(library.programs)), file=sys.stderr)
    return PROBLEMS if problems else GOOD


def _render(options: argparse.Namespace) -> int:
    root = _root(options)
    with _lock(root):
        library, problems = check_root(root, open_cache(root))
        if problems:
            return _refuse(problems)
        written = render_library(library, options.content or root / "content")
    print(f"{written.changed} pages written, {written.same} unchanged, {written.removed} removed.")
    return GOOD


def _build(options: argparse.Namespace) -> int:
    root = _root(options)
    clock = _clock()
    config = _config(root)
    with _lock(root):
        library, problems = check_root(root, open_cache(root))
        if problems:
            return _refuse(problems)
        written = render_library(library, root / "content")
        site = Path(os.path.abspath(options.site or root / "site"))
        publish.publish(config=config, site=site, clock=clock, plain=options.plain)
    print(
        f"{written.changed} pages written, {written.same} unchanged, {written.removed} removed. The site is in {site}"
    )
    return GOOD


def _serve(options: argparse.Namespace) -> int:
    root, clock = _root(options), _clock()
    config, kept = _config(root), open_cache(root)

    def render() -> list[Problem]:
        with _lock(root):
            library, problems = check_root(root, kept)
            if not problems:
                render_library(library, root / "content")
        return problems

    steps = preview.Steps(
        redraw=partial(redraw, root=root),
        render=render,
        publish=lambda site: publish.publish(config=config, site=site, clock=clock),
    )
    return preview.serve(root=root, port=options.port, steps=steps)


def _fix(options: argparse.Namespace) -> int:
    root = _root(options)
    changed, problems = fix.fix_files(root, [Path(os.path.abspath(p)) for p in options.paths])
    sys.stdout.write("".join(f"{printable(path)}: tidied\n" for path in changed) + format_problems(problems, "text"))
    print(f"{len(changed)} files changed.", file=sys.stderr)
    return PROBLEMS if problems else GOOD


def _new(options: argparse.Namespace) -> int:
    root = _root(options)
    path = scaffold.new_exercise(root, options.slug, options.group, _clock().date())
    print(f"{path.relative_to(root).as_posix()} is ready to be filled in. Then run `python build_pages.py check`.")
    return GOOD


def render_library(library: Library, content: Path) -> Written:
    """Render a library without problems into `content`."""
    outputs = render_outputs(build_catalogue(library), library.kept)
    library.kept.prune()
    return write_pages(outputs, content)


def _refuse(problems: list[Problem]) -> int:
    sys.stdout.write(format_problems(problems, "text"))
    print(_summary(len(problems), 0) + " Nothing was written.", file=sys.stderr)
    return PROBLEMS


def _summary(problems: int, records: int) -> str:
    if not problems:
        return f"{records} records, no problems."
    return f"{problems} problem{'s' if problems > 1 else ''}. What each code asks for: content/contributing/rules.md"


@contextmanager
def _lock(root: Path) -> Iterator[None]:
    """Keep two builds of one root apart: the second waits, and says so."""
    lock = FileLock(root / ".build.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print("Another build is at work here; waiting for it.", file=sys.stderr)
        try:
            lock.acquire(timeout=LOCK_SECONDS)
        except Timeout:
            raise Unable(f"another build has held {lock.lock_file} for {LOCK_SECONDS} seconds") from None
    try:
        yield
    finally:
        lock.release()


def _root(options: argparse.Namespace) -> Path:
    root = Path(os.path.abspath(options.root))
    if not root.is_dir():
        raise Unable(f"--root {options.root} is not a folder")
    if not (root / "exercises").is_dir():
        raise Unable(
            f"{root} has no folder exercises/; --root wants a folder that holds what the repository's root holds"
        )
    return root


def _config(root: Path) -> Path:
    config = root / "mkdocs.yml"
    if not config.is_file():
        raise Unable(f"{config} is missing; without it there is nothing to publish")
    return config


def _clock() -> datetime:
    """The only look at the clock. SOURCE_DATE_EPOCH sets it (https://reproducible-builds.org/specs/source-date-epoch/)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    if not (epoch.isascii() and epoch.isdigit() and len(epoch) <= 11):
        raise Unable(f"SOURCE_DATE_EPOCH is “{epoch}”; it wants seconds since 1970")
    return datetime.fromtimestamp(int(epoch), UTC)


def _parser(home: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build_pages.py", description="Exercise records in, a searchable site out.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, words: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        added.add_argument(
            "--root",
            type=Path,
            default=home,
            metavar="DIR",
            help="a folder laid out like the repository (default: the repository)",
        )
        added.set_defaults(run=run)
        return added

    command("check", "check every record and list every problem", _check).add_argument(
        "--format", choices=FORMS, default="text"
    )
    paths = command("fix", "put fields in order and even out spacing and typography", _fix)
    paths.add_argument("paths", nargs="*", metavar="PATH", help="records to fix (default: all)")
    new = command("new", "write a commented record to fill in", _new)
    new.add_argument("slug", metavar="SLUG", help="the file's name: lower-case words joined by hyphens")
    new.add_argument("--group", required=True, help="the muscle group, a folder in exercises/")
    command("render", "write the pages into content/", _render).add_argument("--content", type=Path, metavar="DIR")
    build = command("build", "check, render and publish the site", _build)
    build.add_argument("--site", type=Path, metavar="DIR")
    build.add_argument("--plain", action="store_true", help="let MkDocs do all of it: the same bytes, later")
    serve = command("serve", "show the site and follow changes", _serve)
    serve.add_argument("--port", type=int, default=8000, metavar="N")
    return parser
