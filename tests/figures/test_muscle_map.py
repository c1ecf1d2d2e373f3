"""The muscle map: every muscle of the vocabulary has its region, each page's muscles are marked, roles differ."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
import yaml

from builder.figures import MUSCLES, Mark, draw_muscle_map
from builder.figures.muscle_ground import GROUND
from tests.conftest import REPOSITORY

SVG = "{http://www.w3.org/2000/svg}"
VOCABULARY = yaml.safe_load((REPOSITORY / "vocabulary/muscles.yaml").read_text(encoding="utf-8"))
NAMES = {slug: muscle["name"] for slug, muscle in VOCABULARY.items()}


def regions(svg: str) -> Iterator[tuple[str, str, str]]:
    """Return the code, the title and the address of each region."""
    for link in ET.fromstring(svg).iter(f"{SVG}a"):
        yield link.get("class", ""), link.findtext(f"{SVG}title", ""), link.get("href", "")


def mark(svg: str, fragment: str) -> dict[str, str]:
    """Return the attributes of one page's mark."""
    return next(e.attrib for e in ET.fromstring(svg) if e.get("id") == fragment)


def greys(svg: str) -> dict[str, list[float]]:
    """Return how light each tone is on light and on dark ground, from 0 to 1."""
    tones = re.findall(r"--(\w):light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)", svg)
    return {name: [_grey(colour) for colour in pair] for name, *pair in tones}


def _grey(colour: str) -> float:
    r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.299 * r + 0.587 * g + 0.114 * b


def test_the_map_knows_exactly_the_muscles_of_the_vocabulary() -> None:
    """Every muscle of the vocabulary is drawn, and the map draws no other by a name of its own."""
    assert set(VOCABULARY) == MUSCLES
    assert MUSCLES.isdisjoint(GROUND)


@pytest.mark.parametrize("muscle", VOCABULARY)
def test_a_region_is_named_and_leads_to_its_page(muscle: str) -> None:
    """Each muscle has a region with its name and the address of its page, as seen from the map's folder."""
    assert (NAMES[muscle], f"{muscle}/") in {(title, href) for _, title, href in regions(draw_muscle_map(NAMES, []))}


@pytest.mark.parametrize("muscle", VOCABULARY)
def test_a_deep_muscle_is_drawn_on_the_deep_half(muscle: str) -> None:
    """A muscle stands on the half of the layer that the vocabulary gives it."""
    paths = [link.find(f"{SVG}path") for link in ET.fromstring(draw_muscle_map(NAMES, [])).iter(f"{SVG}a")
             if link.get("href") == f"{muscle}/"]  # fmt: skip
    rights = {not p.get("d", "").startswith("M-") for p in paths if p is not None}
    assert (VOCABULARY[muscle]["layer"] == "deep") in rights


def test_no_fragment_marks_nothing() -> None:
    """Each rule that marks a region waits for the address to name a page."""
    svg = draw_muscle_map(NAMES, [Mark("e-x", "work", ("calves",), ("hamstrings",), ("multifidus",))])
    rules = re.search(r'<style class="marks">(.*?)</style>', svg, re.DOTALL)
    assert rules is not None
    selectors = re.findall(r"([^{}\n]+)\{", rules[1])
    assert len(selectors) == 3
    assert all(":target~g ." in part for selector in selectors for part in selector.split(","))


def test_a_page_s_mark_names_its_muscles_by_role() -> None:
    """The element that an address's fragment finds holds the codes of the regions, role by role."""
    svg = draw_muscle_map(NAMES, [Mark("e-x", "work", ("calves",), ("hamstrings",), ("multifidus", "splenius"))])
    codes = {href: code for code, _, href in regions(svg)}
    assert mark(svg, "e-x") == {
        "id": "e-x",
        "class": "work",
        "data-1": codes["calves/"],
        "data-2": codes["hamstrings/"],
        "data-3": f"{codes['multifidus/']} {codes['splenius/']}",
    }


def test_marks_stand_before_the_regions() -> None:
    """A rule reaches from a mark only to what follows it."""
    children = list(ET.fromstring(draw_muscle_map(NAMES, [Mark("m-calves", primary=("calves",))])))
    places = [bool(list(child.iter(f"{SVG}a"))) for child in children]
    assert places.index(True) > [child.get("id") for child in children].index("m-calves")


def test_pages_that_mark_a_muscle_alike_share_a_rule() -> None:
    """A page more brings its mark and no rule when its muscles are marked so elsewhere: under 100 bytes here."""
    one = draw_muscle_map(NAMES, [Mark("e-bird-dog", "work", ("multifidus",), ("splenius",))])
    two = draw_muscle_map(
        NAMES, [Mark(f"e-{name}", "work", ("multifidus",), ("splenius",)) for name in ("bird-dog", "swan")]
    )
    assert len(two) - len(one) < 100


def test_a_muscle_in_two_roles_takes_the_greater() -> None:
    """A muscle in two roles takes the greater."""
    svg = draw_muscle_map(NAMES, [Mark("e-x", "work", ("calves",), ("calves",), ("calves",))])
    assert mark(svg, "e-x").keys() == {"id", "class", "data-1"}


@pytest.mark.parametrize("ground", [0, 1], ids=["light", "dark"])
def test_roles_differ_without_colour(ground: int) -> None:
    """Idle, helping and main muscles are three greys well apart; the main one's outline is heavier; one is striped."""
    svg = draw_muscle_map(NAMES, [])
    idle, secondary, primary = (greys(svg)[tone][ground] for tone in "iqp")
    assert abs(idle - secondary) > 0.15
    assert abs(secondary - primary) > 0.15
    assert idle < secondary < primary or idle > secondary > primary
    looks = dict(re.findall(r"\.mm \.m([123])\{([^}]*)\}", svg))
    assert "url(#mm-stripes)" in looks["3"]
    heavy, thin = (float(looks[role].rpartition("stroke-width:")[2]) for role in "12")
    assert heavy >= 2 * thin


def test_a_muscle_without_a_page_is_named_and_leads_nowhere() -> None:
    """A region keeps its name where a library has no page for the muscle."""
    found = {title: href for _, title, href in regions(draw_muscle_map({"calves": "Calf muscles"}, []))}
    assert found["Calf muscles"] == "calves/"
    assert found["Deep neck flexors"] == ""


def test_a_name_stays_text() -> None:
    """A name with the signs of markup is written as text."""
    svg = draw_muscle_map({"calves": "</title><script>&"}, [])
    assert "<script" not in svg
    assert "</title><script>&" in {title for _, title, _ in regions(svg)}


def test_a_muscle_that_the_map_does_not_know_is_refused() -> None:
    """A muscle that the map does not know is refused."""
    with pytest.raises(ValueError, match="flexor-magnus"):
        draw_muscle_map(NAMES, [Mark("e-x", "work", ("flexor-magnus",))])


def test_the_words_of_each_kind_stand_in_the_file() -> None:
    """What a role is called is written once for all pages of a kind."""
    root = ET.fromstring(draw_muscle_map(NAMES, [], {"work": ("working", "helping", "steady")}))
    assert root.get("data-work") == "working|helping|steady"


def test_every_id_of_the_drawing_itself_has_its_prefix() -> None:
    """What stays in a page when the drawing becomes a part of it cannot clash with the page's own ids."""
    ids = [e.get("id", "") for e in ET.fromstring(draw_muscle_map(NAMES, [])).iter() if e.get("id")]
    assert len(ids) == len(set(ids)) == 5
    assert all(i.startswith("mm-") for i in ids)


def test_the_same_map_gives_the_same_bytes() -> None:
    """The same map gives the same bytes."""
    marks = [Mark("m-calves", primary=("calves",))]
    assert draw_muscle_map(NAMES, marks) == draw_muscle_map(NAMES, marks)
