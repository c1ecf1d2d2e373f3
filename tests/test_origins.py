"""VO002 and the three lists of what became of the raw material: whole, and true."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache

import pytest
from markdown.extensions.toc import slugify

from builder.catalogue import build_catalogue
from builder.library import read_library
from builder.pages import render_pages
from builder.rules import RULES
from tests.conftest import REPOSITORY, World

LIBRARY = read_library(REPOSITORY)[0]
# How many things each list accounts for, and a digest of their names, so that none can be lost or swapped.
WHOLE = {
    "origins_exercises": (116, "ec0bc36beea32918d6919401b54daf7c356e01850dc91817c1172b1594a940d9"),
    "origins_programs": (45, "e80c9d893dcd34e6bd86eaf4144d10fe2dacc84775a8f5111cb03191fda6080a"),
    "origins_guidance": (209, "b26ed43d3bffe85b35f17805bffadc97572af9757b2b0232d0cfb4dd40ca539b"),
}
AT = "vocabulary/origins_exercises.yaml"
GUIDANCE = "vocabulary/origins_guidance.yaml"


@pytest.mark.parametrize("name", WHOLE)
def test_every_thing_of_the_raw_material_is_accounted_for(name: str) -> None:
    """The list names each thing of the raw material once, and no other."""
    names = sorted(LIBRARY.vocabulary[name])
    assert (len(names), hashlib.sha256("\n".join(names).encode()).hexdigest()) == WHOLE[name]


@cache
def headings() -> Mapping[str, frozenset[str]]:
    """Every page of the site, made or written by hand, with the addresses of its headings."""
    texts = {
        str(path.relative_to(REPOSITORY / "content")): path.read_text(encoding="utf-8")
        for folder in ("safety", "guides", "about", "contributing")
        for path in (REPOSITORY / "content" / folder).glob("*.md")
    }
    texts |= render_pages(build_catalogue(LIBRARY), RULES)
    return {
        page: frozenset(slugify(line, "-") for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE))
        for page, text in texts.items()
    }


def test_guidance_stands_where_the_list_says() -> None:
    """Each address in the list leads to a page, and to a heading on it."""
    wrong = []
    for slug, entry in LIBRARY.vocabulary["origins_guidance"].items():
        for address in entry.value.at:
            page, _, anchor = address.partition("#")
            if page not in headings() or (anchor and anchor not in headings()[page]):
                wrong.append(f"{slug}: {address}")
    assert wrong == []


@pytest.mark.parametrize(
    ("fate", "said"),
    [
        ("{why: The same.}", "One of published, merged, left_out is wanted here; 0 are given."),
        ("{published: chin-tuck, merged: bird-dog, why: The same.}", "2 are given."),
        ("{merged: chin-tuck}", "Nothing says why it was merged."),
        ("{published: chin-tuk}", "“chin-tuk” is not published."),
        ("{left_out: Nobody should do it., instead: bird-dgo}", "did you mean “bird-dog”"),
    ],
)
def test_faults_of_an_exercise(world: World, fate: str, said: str) -> None:
    """Each way in which a fate can be wrong is told in a sentence."""
    world.edit(AT, "{published: plank}", fate)
    assert world.codes() == ["VO002"]
    assert said in world.report()


@pytest.mark.parametrize(
    ("fate", "said"),
    [
        ("{verdict: keep}", "Either `at` or `left_out` is wanted here."),
        ("{verdict: drop, at: [safety/index.md]}", "What is to be dropped stands on a page."),
        ("{verdict: keep, left_out: Too long.}", "What is to be kept was left out."),
        ("{verdict: keep-with-source, at: [safety/index.md]}", "No source is named."),
    ],
)
def test_faults_of_guidance(world: World, fate: str, said: str) -> None:
    """Guidance that is kept says where it stands, with its source where it needs one; the rest says why not."""
    world.write(GUIDANCE, f"stop-on-pain: {fate}\n")
    assert world.codes() == ["VO002"]
    assert said in world.report()


def test_guidance_that_is_right(world: World) -> None:
    """An address, or a reason, is enough."""
    world.write(GUIDANCE, "a: {verdict: keep, at: [safety/index.md#stop]}\nb: {verdict: drop, left_out: Untrue.}\n")
    assert world.codes() == []


def test_an_address_is_one_of_a_page(world: World) -> None:
    """Anything but a page of content/ is refused where it stands."""
    world.write(GUIDANCE, "a: {verdict: keep, at: [../etc/passwd]}\n")
    assert world.codes() == ["SH014"]
    assert "such as safety/stop-rules.md#stop-rules" in world.report()
