"""The Atom feed of new and changed records."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import feedparser
import pytest

from builder.addresses import ADDRESS
from builder.api.feed import ENTRIES, render_feed
from tests.api.hostile import hostile_catalogue
from tests.api.world import real_catalogue, real_files, tiny_catalogue

ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_reader_reads_it_without_complaint() -> None:
    """A feed reader finds Atom without a fault: title, author, its own address, and entries with id, link and day."""
    feed = feedparser.parse(real_files()["feed.xml"])
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.author == "Strong Back"
    assert any(link.rel == "self" and link.href == f"{ADDRESS}feed.xml" for link in feed.feed.links)
    assert len(feed.entries) == ENTRIES
    for entry in feed.entries:
        assert entry.id == entry.link
        assert entry.link.startswith(ADDRESS)
        assert entry.title
        assert entry.summary
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+00:00", entry.updated)


def test_it_has_what_atom_asks_for() -> None:
    """RFC 4287: the feed and each entry have exactly one id, title and updated, and no id stands twice."""
    root = ElementTree.fromstring(real_files()["feed.xml"])
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert [len(element.findall(ATOM + name)) for name in ("id", "title", "updated")] == [1, 1, 1]
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)


def test_the_newest_stands_first() -> None:
    """Entries go from the newest review to the oldest, by address within a day; the feed's day is the newest."""
    feed = feedparser.parse(render_feed(tiny_catalogue()))
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.feed.updated == days[0]
    assert len(days) == len(tiny_catalogue().exercises) + len(tiny_catalogue().programs)


def test_order_of_records_does_not_matter() -> None:
    """The same records in another order give the same bytes."""
    one = real_catalogue()
    other = replace(one, exercises=one.exercises[::-1], programs=one.programs[::-1])
    assert render_feed(other) == render_feed(one)


def test_a_feed_without_records_is_still_the_same_each_time() -> None:
    """An empty library gives a feed whose day is not that of the build."""
    empty = render_feed(replace(tiny_catalogue(), exercises=(), programs=()))
    assert "<updated>1970-01-01T00:00:00+00:00</updated>" in empty


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "]]>", "a < b"]
)
def test_text_stays_text(text: str) -> None:
    """A reader shows a title and a summary letter for letter: neither holds an element of its own, even read as HTML."""
    entry = ElementTree.fromstring(render_feed(hostile_catalogue(text))).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == text
    summary = entry.find(f"{ATOM}summary")
    assert summary is not None
    assert summary.get("type") == "html"
    assert "<" not in (summary.text or "")
    assert not list(summary)
