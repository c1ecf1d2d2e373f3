"""Addresses on pages: MkDocs' own answer for each, asked once for all pages of a folder."""

import posixpath
import re
from dataclasses import dataclass, field

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import _RelativePathTreeprocessor

from builder.fast.inline import Addresses, Words

_PLAIN = re.compile(r"[A-Za-z0-9_./-]+").fullmatch

Anchors = dict[File, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Links:
    """Where the addresses in Markdown lead, by MkDocs' own rules and with its own warnings."""

    files: Files
    config: MkDocsConfig
    known: dict[tuple[str, str], dict[str, tuple[File | None, str]]] = field(default_factory=dict)

    words: dict[tuple[str, str], dict[str, Words]] = field(default_factory=dict)

    def on(self, file: File) -> tuple[Addresses, Anchors]:
        """Return what turns addresses on the page of `file` into those on the site, and the anchors it has met."""
        asked = _RelativePathTreeprocessor(file, self.files, self.config)
        anchors = asked.links_to_anchors
        folder = posixpath.dirname(file.src_uri)
        place = folder, posixpath.dirname(file.url.rstrip("/"))
        known, words = self.known.setdefault(place, {}), self.words.setdefault(place, {})

        def address(url: str) -> str:
            path, _, anchor = url.partition("#")
            # Pages of a folder share an answer, unless it may lead to the page itself or out of the site.
            if not path or file.name in path or not _PLAIN(path):
                return asked.path_to_url(url)
            if path not in known:
                target = self.files.get_file_from_path(posixpath.normpath(posixpath.join(folder, path)))
                known[path] = target, asked.path_to_url(path)
            target, plain = known[path]
            if target is None or not anchor:
                return asked.path_to_url(url) if anchor else plain
            anchors.setdefault(target, {}).setdefault(anchor, url)
            return f"{plain}#{anchor}"

        return Addresses(address, file.name, words), anchors
