"""The peers' way from records to Markdown: PyYAML's C loader and Jinja2, nothing checked. Run as a process.

It stands for what a project with such records would write for its own generator. Our own build does not use it.
The pages say what ours say, in the same order; only links, and the list's file name, differ from peer to peer.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any

import jinja2
import yaml

TEMPLATES = Path(__file__).parent / "peers" / "plain"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
RELATED = 4
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]*\.(?:md|svg))(#[^)\s]*)?\)")


def main() -> None:
    """Render the records of a root to its content/."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("--addresses", action="store_true", help="link to /a/b/ rather than to b.md")
    parser.add_argument("--list", default="index.md", help="the name of a folder's own page")
    options = parser.parse_args()
    for path, text in pages(options.root):
        if options.addresses:
            text = to_addresses(text, path)
        file = (
            options.root
            / "content"
            / PurePosixPath(path).with_name(options.list if _is_list(path) else Path(path).name)
        )
        write_changed(file, text)


def to_addresses(text: str, path: str) -> str:
    """Return a page's text with its links to files turned into addresses on the site."""
    here = PurePosixPath(path).parent

    def address(match: re.Match[str]) -> str:
        target = PurePosixPath(normpath(here / match[1]))
        if target.suffix == ".md":
            target = target.parent if target.name == "index.md" else target.with_suffix("")
            return f"](/{target}/{match[2] or ''})".replace("/./", "/")
        return f"](/{target}{match[2] or ''})"

    return _LINK.sub(address, text)


def write_changed(file: Path, text: str) -> None:
    """Write a page unless it stands there already: caches of peers look at the time of a file."""
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def pages(root: Path) -> Iterator[tuple[str, str]]:
    """Yield every page as its path in content/ and its text."""
    words = {name: _read(root / "vocabulary" / f"{name}.yaml") for name in _VOCABULARIES}
    records = {file.stem: {**_read(file), "slug": file.stem, "group": file.parent.name} for file in _files(root)}
    template = _templates(records, words)
    by = _by_term(records)
    for slug, record in records.items():
        others = [other for other in by["group", record["group"]] if other["slug"] != slug][:RELATED]
        yield f"exercises/{record['group']}/{slug}.md", template("exercise", r=record, related=others)
    for kind, folder in (("group", "exercises"), ("muscle", "muscles"), ("gear", "equipment")):
        terms = words[_VOCABULARIES[_KINDS.index(kind)]]
        for key, term in terms.items():
            path = f"exercises/{key}/index.md" if kind == "group" else f"{folder}/{key}.md"
            yield path, template("term", term=term, kind=kind, up="../" * path.count("/"), records=by[kind, key])
        yield f"{folder}/index.md", template("terms", terms=terms, title=folder.capitalize(), kind=kind)
    yield "programs/index.md", template("terms", terms={}, title="Programs", kind="program")
    yield "a-z.md", template("a-z", records=sorted(records.values(), key=lambda record: str(record["name"])))


_KINDS = ("group", "muscle", "gear")
_VOCABULARIES = ("groups", "muscles", "equipment", "safety", "cautions", "sources", "positions")


def _by_term(records: Mapping[str, Any]) -> Mapping[tuple[str, str], list[Any]]:
    by: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for record in records.values():
        by["group", record["group"]].append(record)
        for muscle in (muscle for muscles in record["muscles"].values() for muscle in muscles):
            by["muscle", muscle].append(record)
        for gear in record["equipment"]["required"]:
            by["gear", gear].append(record)
    return by


def _templates(records: Mapping[str, Any], words: Mapping[str, Any]) -> Any:
    environment = jinja2.Environment(  # Markdown, not HTML
        loader=jinja2.FileSystemLoader(TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals.update(words, all=records)
    return lambda name, **values: environment.get_template(f"{name}.md.j2").render(**values)


def _files(root: Path) -> list[Path]:
    return sorted((root / "exercises").glob("*/*.yaml"))


def _read(file: Path) -> Any:
    return yaml.load(file.read_bytes(), Loader=LOADER)


def _is_list(path: str) -> bool:
    return path.endswith("index.md")


if __name__ == "__main__":
    main()
