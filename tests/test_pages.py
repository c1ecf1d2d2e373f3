"""Pages: the order a reader on the floor needs, the safety box where it always is, Markdown that linters accept."""

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import mdformat
import pytest
import yaml

from builder import pages as builder_pages
from builder.catalogue import build_catalogue
from builder.drawings import render_drawings
from builder.forms import SHEET_FORMS
from builder.library import read_library
from builder.markdown import escape
from tests.api.world import real_files
from tests.worlds import REPOSITORY, RULE, TINY, contents, output_of, pages_of, real_catalogue, real_pages

pytestmark = pytest.mark.xdist_group("pages")
RUMDL = Path(sys.executable).parent / "rumdl"
SECTIONS = (
    "At a glance", "Set-up", "Steps", "Breathing", "Where you should feel it", "Tips", "Mistakes and fixes", "How much",
    "Easier", "Harder", "Other ways", "Careful if", "Stop if", "Muscles", "What is stretched", "Programs with this exercise",
    "Related exercises", "Sources", "About this page", "Other names", "Often typed", "Search words",
)  # fmt: skip
ALWAYS = {"At a glance", "Steps", "Stop if", "Muscles", "Sources", "About this page"}
WITH_SAFETY_BOX = {"exercise", "program", "group", "muscle", "equipment"}
KINDS = {*WITH_SAFETY_BOX, "index", "guide", "retired"}


@cache
def tiny() -> Mapping[str, str]:
    """Return the pages of the tiny world."""
    return pages_of(TINY)


@cache
def real_drawings() -> Mapping[str, str]:
    """Return every drawing of the repository's own library."""
    return render_drawings(build_catalogue(read_library(REPOSITORY)[0]))


def head(page: str) -> dict[str, Any]:
    """Return a page's front matter."""
    found = yaml.safe_load(page.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def headings(page: str) -> list[str]:
    """Return the second-level headings of a page, from the top."""
    return re.findall(r"(?m)^## (.*)$", page)


def of_kind(*kinds: str) -> dict[str, str]:
    """Return the real library's pages of some kinds."""
    return {path: page for path, page in real_pages().items() if head(page)["kind"] in kinds}


def test_an_exercise_with_every_field_has_every_section() -> None:
    """The one record that fills every field shows each section but two that need other data, in the reader's order."""
    found = headings(tiny()["exercises/lower-back/knee-hug.md"])
    assert found == [s for s in SECTIONS if s not in ("Easier", "What is stretched", "Related exercises")]


def test_sections_are_in_the_reader_s_order() -> None:
    """On every exercise page of the library the sections that are there stand in the one order, none twice."""
    for path, page in of_kind("exercise").items():
        found = headings(page)
        assert [s for s in SECTIONS if s in found] == found, path
        assert set(found) >= ALWAYS, path


def test_a_movement_is_a_plain_link_under_the_figure() -> None:
    """A page links to its moving figure, below the still one, exactly where a moving figure is drawn."""
    drawn = {path for path in real_drawings() if path.endswith("-moving.svg")}
    linked = set()
    for path, page in of_kind("exercise").items():
        slug = path.rsplit("/", 1)[1].removesuffix(".md")
        if found := re.findall(rf"!\[[^]]*\]\({slug}\.svg\)\n\n\[Show the movement\]\(({slug}-moving\.svg)\)\n", page):
            linked.add(path.rsplit("/", 1)[0] + "/" + found[0])
        assert page.count("-moving.svg") == len(found), path
    assert linked == drawn
    assert len(drawn) >= 30


def test_a_moving_figure_runs_at_the_pace_of_its_record() -> None:
    """The seconds out, held and back that a record names are those of its moving figure."""
    found = next(e for e in read_library(REPOSITORY)[0].exercises if e.slug == "lateral-raise").value.tempo
    moving = next(text for path, text in real_drawings().items() if path.endswith("/lateral-raise-moving.svg"))
    assert found is not None
    assert f'dur="{found.out + found.back + 2 * found.hold}s"' in moving


def test_headings_without_data_are_left_out() -> None:
    """A record with the least that is published has no heading for what it does not say, and no heading is empty."""
    page = tiny()["exercises/neck/chin-nod.md"]
    absent = {
        "Set-up",
        "Tips",
        "Easier",
        "Harder",
        "Other ways",
        "What is stretched",
        "Related exercises",
        "Other names",
        "Often typed",
    }
    assert not absent & set(headings(page))
    for path, text in real_pages().items():
        assert not re.search(r"(?m)^## .*\n\n(?=## |\Z)", text), path


def test_no_page_says_none() -> None:
    """No page prints Python's or the template's idea of nothing."""
    for path, page in real_pages().items():
        page = re.sub(r"(?m)^linked_data: .*", lambda line: line[0].replace("}}", "} }"), page)  # JSON closes so
        assert not re.search(r"\bNone\b|\bnull\b|undefined|\[\]|\(\)|<builder|\{\{|\}\}", page), path


def test_emphasised_words_of_an_example_are_code_and_nothing_else_is() -> None:
    """In a worked example *weight* is shown as code; markup in its text stays text."""
    page = real_pages()["contributing/ten-poses.md"]
    assert "`weight: ball` lets the body down" in page
    assert builder_pages._keys(r"*hip* and \*a* `b` <i> *A_b*") == "`hip` and " + escape(r"\*a* `b` <i> *A_b*")


def test_the_safety_box_follows_the_summary() -> None:
    """On exercise, program, group, muscle and equipment pages the safety box comes directly after the opening words."""
    found = of_kind(*WITH_SAFETY_BOX)
    assert {head(page)["kind"] for page in found.values()} == WITH_SAFETY_BOX
    for path, page in found.items():
        body = page.split("\n---\n", 1)[1].strip("\n")
        opening, box = re.split(r"\n\n(?=> \*\*Safety first\.\*\*)", body, maxsplit=1)
        assert not re.search(r"(?m)^(#|- |\d+\. )", opening), path
        assert opening.count("\n\n") <= (1 if head(page)["kind"] == "equipment" else 0), path
        assert "safety/get-help-now.md)" in box.split("\n\n")[0], path
        assert "safety/stop-rules.md)" in box.split("\n\n")[0], path


def test_the_safety_box_is_the_same_everywhere() -> None:
    """The safety box has the same words on every page; only the way to the safety pages differs."""
    boxes = {re.sub(r"\((\.\./)*", "(", re.search(r"(?s)> \*\*Safety first.*?\n\n", page)[0]) for page in of_kind(*WITH_SAFETY_BOX).values()}  # type: ignore[index]  # fmt: skip
    assert len({" ".join(box.replace(">", "").split()) for box in boxes}) == 1


def test_front_matter_is_complete() -> None:
    """Every generated page has a title, a one-line description, a kind and a search boost that is a number."""
    for path, page in {**real_pages(), **tiny()}.items():
        found = head(page)
        assert found["title"], path
        assert found["description"], path
        assert "\n" not in found["title"] + found["description"], path
        assert found["kind"] in KINDS, path
        assert isinstance(found["search"]["boost"], int | float), path


def test_records_carry_tags_and_their_address() -> None:
    """Exercise and program pages have tags, a trail of breadcrumbs to pages that exist, and the path of their record."""
    known = set(real_pages())
    for path, page in of_kind("exercise", "program").items():
        found = head(page)
        assert found["tags"], path
        assert all(isinstance(tag, str) for tag in found["tags"]), path
        assert {step["page"] for step in found["trail"]} <= known, path
        assert (REPOSITORY / found["record"]).is_file(), path


def test_a_name_comes_before_what_only_mentions_it() -> None:
    """Exercises and programs weigh more in the search than muscles and groups, and those more than lists; moved pages least."""
    boosts = {kind: {head(p)["search"]["boost"] for p in tiny().values() if head(p)["kind"] == kind} for kind in KINDS}
    assert boosts["exercise"] == boosts["program"] == {2}
    assert boosts["muscle"] == boosts["group"] == {1.5}
    assert boosts["index"] == {1}
    assert boosts["retired"] == {0.1}


def test_links_lead_to_pages() -> None:
    """Every relative link of every generated page leads to a generated or hand-written page, a drawing or a sheet."""
    made = {*output_of(REPOSITORY)} | {p.card.sheet(form) for p in real_catalogue().programs for form in SHEET_FORMS}
    for path, page in real_pages().items():
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.replace("\n", " ")):
            found = (Path("/") / path).parent / target
            resolved = Path(*[p for p in _normal(found) if p != "/"]).as_posix()
            assert resolved in made or (REPOSITORY / "content" / resolved).is_file(), (path, target)


def _normal(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return parts


def test_a_draft_is_not_shown() -> None:
    """A draft has no page, and no page names it."""
    assert not [path for path, page in tiny().items() if "slow-turn" in path or "Slow turn" in page]


def test_an_old_address_leads_on() -> None:
    """A tombstone's page stands at the old address, says why, and leads to what took its place."""
    page = tiny()["exercises/neck/old-nod.md"]
    assert "It described the same movement. Read [Chin nod](chin-nod.md) instead." in page


def test_every_alias_stands_in_the_index() -> None:
    """The A–Z lists every name and every alias of every published exercise."""
    index = " ".join(tiny()["a-z.md"].split())
    for name in ("[Chin nod]", "[Knee hug]", "Knees to chest: see [Knee hug]", "[Sphinx]"):
        assert name in index


def test_a_template_may_not_guess() -> None:
    """A value that a template asks for and nobody gave is an error, not an empty place."""
    environment = builder_pages._environment()
    assert environment.undefined is jinja2.StrictUndefined
    with pytest.raises(jinja2.UndefinedError):
        environment.from_string("{{ nothing }}").render()


def test_a_template_prints_text_escaped() -> None:
    """What a template prints is escaped unless it is marked as Markdown; numbers stay as they are."""
    environment = builder_pages._environment()
    template = environment.from_string("{{ text }} {{ text | md }} {{ whole }} {{ part }}")
    assert template.render(text="<b>[x]", whole=3, part=1.5) == r"&lt;b>\[x\] <b>[x] 3 1.5".replace(";b>", ";b&gt;")


def test_every_template_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tiny world uses every template; a template that nothing uses is taken away."""
    seen: set[str] = set()
    real = jinja2.Environment._load_template

    def load(self: jinja2.Environment, name: str, globals: Any) -> jinja2.Template:  # noqa: A002 - jinja2's own name
        seen.add(name)
        return real(self, name, globals)

    monkeypatch.setattr(jinja2.Environment, "_load_template", load)
    builder_pages.render_pages(build_catalogue(read_library(TINY)[0]), (RULE,))
    assert seen == {path.name for path in (REPOSITORY / "builder/templates").glob("*.j2")}


def test_rendering_is_pure() -> None:
    """Rendering the same catalogue twice gives the same pages."""
    assert pages_of(TINY) == tiny()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with every page of the real site, generated and hand-written."""
    target = tmp_path_factory.mktemp("markdown")
    for path, page in {**real_pages(), **real_drawings(), **real_files()}.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(page, encoding="utf-8")
    for file in (REPOSITORY / "content").rglob("*.md"):
        copy = target / file.relative_to(REPOSITORY / "content")
        if not copy.exists() and head_kind(file) in {"guide", "home", "emergency"}:
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
    for page in (target / "programs").glob("*.md"):
        for path in re.findall(r"\]\(([a-z0-9-]+\.(?:pdf|ics))\)", page.read_text(encoding="utf-8")):
            page.with_name(path).touch()  # the linter wants links that lead to a file
    return target


def markdown_of(folder: Path) -> dict[str, bytes]:
    """Return the pages of a folder that also holds drawings."""
    return {path: data for path, data in contents(folder).items() if path.endswith(".md")}


def head_kind(file: Path) -> str:
    """Return a page's kind as its front matter says it; generated pages of an older build have other kinds."""
    return str(head(file.read_text(encoding="utf-8"))["kind"])


def test_a_linter_has_nothing_to_say(folder: Path) -> None:
    """Every page passes rumdl's default rules without one exception."""
    ran = subprocess.run(
        [RUMDL, "check", "--no-config", "--no-cache", folder], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout
    assert f"No issues found in {len(markdown_of(folder))} files" in ran.stdout


def test_a_formatter_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """Every page stays byte for byte as it is under `rumdl fmt`."""
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    subprocess.run([RUMDL, "fmt", "--no-config", "--no-cache", copy], capture_output=True, check=True)
    assert contents(copy) == contents(folder)


def test_another_formatter_changes_nothing(folder: Path) -> None:
    """Every page stays as it is under mdformat with numbered lists and kept line ends, but for two habits of its own:
    in a list of ten or more it writes 01. and indents accordingly, and a character written by its number it writes out."""
    for path, data in markdown_of(folder).items():
        page = data.decode()
        done = mdformat.text(page, options={"number": True, "wrap": "keep"}, extensions={"frontmatter"})
        if re.search(r"(?m)^10\. ", done):
            done, page = (re.sub(r"(?m)^[ 0]+", "", text) for text in (done, page))
        assert done == re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), page), path
