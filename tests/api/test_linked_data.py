"""JSON-LD on pages: in schema.org's own words, in every published page that is about something, and inert."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment

from builder.addresses import ADDRESS
from builder.linked_data import exercise_linked_data, muscle_linked_data, program_linked_data
from builder.pages import render_pages
from tests.api.hostile import hostile_catalogue, hostile_view
from tests.api.schema_org import faults
from tests.api.world import real_catalogue
from tests.worlds import REPOSITORY, tiny_built

pytestmark = pytest.mark.xdist_group("tiny-built")


def all_data() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what every page of the real library that is about something says: its path, the data."""
    catalogue = real_catalogue()
    yield from ((view.card.page, exercise_linked_data(view)) for view in catalogue.exercises)
    yield from ((view.card.page, program_linked_data(view)) for view in catalogue.programs)
    yield from ((view.term.page, muscle_linked_data(view)) for view in catalogue.muscles)


def test_it_is_in_the_words_of_schema_org() -> None:
    """Every type, property and value on every page is one that schema.org has, on a type that may have it."""
    seen = 0
    for path, data in all_data():
        assert list(faults(data)) == [], path
        assert data["@context"] == "https://schema.org"
        seen += 1
    assert seen > 200


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"@type": "Exercise"}, "unknown type"),
        ({"colour": "red"}, ".colour: unknown property"),
        ({"muscleAction": "It bends."}, "not a property of"),
        ({"dateModified": "yesterday"}, ".dateModified"),
        ({"license": "CC BY"}, ".license"),
        ({"repetitions": "ten"}, ".repetitions"),
        ({"publisher": {"@type": "Muscle", "name": "x"}}, ".publisher"),
        ({"step": [{"@type": "HowToStep", "txt": "Sit."}]}, ".step.txt: unknown property"),
    ],
)
def test_the_checker_finds_what_is_wrong(change: dict[str, Any], told: str) -> None:
    """The checker is no formality: each kind of fault is told with its place."""
    good = exercise_linked_data(real_catalogue().exercises[0])
    assert any(told in fault for fault in faults({**good, **change}))


def test_an_exercise_says_what_its_page_says() -> None:
    """An exercise is an ExercisePlan and a HowTo: name, picture, muscles, tools, every step in order, dose, day, licence."""
    view = next(view for view in real_catalogue().exercises if view.card.slug == "chin-tuck")
    data = exercise_linked_data(view)
    assert data["@type"] == ["ExercisePlan", "HowTo"]
    assert data["@id"] == data["url"] == f"{ADDRESS}exercises/neck/chin-tuck/"
    assert data["image"] == f"{ADDRESS}exercises/neck/chin-tuck.svg"
    assert [step["position"] for step in data["step"]] == list(range(1, 7))
    assert data["tool"] == [{"@type": "HowToTool", "name": "Chair"}]
    assert data["repetitions"]["minValue"] == 10
    assert data["category"] == "https://schema.org/Flexibility"
    assert data["dateModified"] == view.record.review.reviewed_on.isoformat()


def test_a_program_has_its_exercises_as_parts() -> None:
    """A program is an ExercisePlan whose parts are its exercises, each once and without the alternatives."""
    for view in real_catalogue().programs:
        parts = [part["@id"] for part in program_linked_data(view)["hasPart"]]
        assert len(parts) == len(set(parts))
        wanted = {line.card.slug for line in view.items if line.item.role != "alternative"}
        assert {part.rstrip("/").rsplit("/", 1)[1] for part in parts} == wanted


class Scripts(HTMLParser):
    """The JSON-LD of a page, and its links for programs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inside, self.data, self.links = False, [], {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where JSON-LD begins and which alternates the page has."""
        found = dict(attrs)
        self.inside = tag == "script" and found.get("type") == "application/ld+json"
        if tag == "link" and found.get("rel") == "alternate":
            self.links[found["type"]] = found["href"]

    def handle_data(self, data: str) -> None:
        """Gather JSON-LD."""
        if self.inside:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note where it ends."""
        self.inside = self.inside and tag != "script"


def site() -> Iterator[tuple[Path, Scripts]]:
    """Yield every published page of the tiny world."""
    for path in sorted((tiny_built() / "site").rglob("index.html")):
        yield path, Scripts(path.read_text(encoding="utf-8"))


def test_published_pages_carry_it() -> None:
    """Each page of an exercise, program or muscle has one block of valid JSON-LD about itself; other pages have none."""
    about = 0
    for path, page in site():
        where = path.parent.relative_to(tiny_built() / "site").as_posix()
        folder, _, rest = where.partition("/")
        if folder in {"exercises", "programs", "muscles"} and rest.count("/") == (folder == "exercises") and rest and "old-nod" not in where:  # fmt: skip
            (data,) = page.data
            assert json.loads(data)["url"] == f"{ADDRESS}{where}/"
            assert list(faults(json.loads(data))) == []
            about += 1
        else:
            assert page.data == [], where
    assert about == 3 + 1 + 3


def test_published_pages_lead_to_their_data() -> None:
    """Each page leads to the feed, and a page with data of its own leads to that file; both files are there."""
    for path, page in site():
        assert (path.parent / page.links["application/atom+xml"]).resolve().is_file()
        if page.data:
            data = (path.parent / page.links["application/json"]).resolve()
            assert json.loads(data.read_text(encoding="utf-8"))["page"] == json.loads(page.data[0])["url"]


PAYLOADS = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{ 7 * 7 }}",
    "a: b # c",
    "\" }\nlinked_data: x",
    "\\u003c/script> \\",
    "'quote\" & ampersand",
    "---",
]  # fmt: skip


@pytest.mark.parametrize("text", PAYLOADS)
def test_no_text_ends_the_script(text: str) -> None:
    """Whatever a record says, the front matter reads back as the same data, and the script holds no `<` and the same data."""
    view = hostile_view(text)
    page = render_pages(hostile_catalogue(text))[view.card.page]
    meta = yaml.safe_load(page.split("\n---\n")[0].removeprefix("---\n"))
    assert meta["linked_data"] == exercise_linked_data(view)
    template = (REPOSITORY / "overrides/main.html").read_text(encoding="utf-8")
    (line,) = (line.strip() for line in template.splitlines() if "ld+json" in line)
    printed = Environment(autoescape=False).from_string(line).render(page={"meta": meta})
    body = printed.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in body
    assert ">" not in body
    assert json.loads(body) == meta["linked_data"]
