"""The muscle map: every muscle of the vocabulary has its region, roles differ without colour."""

import re
import xml.etree.ElementTree as ET

import pytest

from builder.figures import MUSCLES, draw_muscle_map

SVG = "{http://www.w3.org/2000/svg}"
VOCABULARY = [
    "trapezius-upper",
    "trapezius-middle",
    "trapezius-lower",
    "latissimus-dorsi",
    "rhomboids",
    "levator-scapulae",
    "serratus-anterior",
    "erector-spinae",
    "multifidus",
    "rotatores",
    "semispinalis",
    "splenius",
    "suboccipitals",
    "sternocleidomastoid",
    "scalenes",
    "deep-neck-flexors",
    "quadratus-lumborum",
    "psoas-major",
    "transversus-abdominis",
    "internal-oblique",
    "external-oblique",
    "rectus-abdominis",
    "diaphragm",
    "pelvic-floor",
    "gluteus-maximus",
    "gluteus-medius",
    "piriformis",
    "hamstrings",
    "quadriceps",
    "hip-adductors",
    "calves",
    "tibialis-anterior",
    "deltoid-anterior",
    "deltoid-middle",
    "deltoid-posterior",
    "rotator-cuff",
    "teres-major",
    "pectoralis-major",
    "pectoralis-minor",
    "biceps-brachii",
    "triceps-brachii",
    "forearm-flexors",
]


def test_the_map_knows_exactly_the_muscles_of_the_vocabulary():
    """The map knows exactly the muscles of the vocabulary."""
    assert set(VOCABULARY) == MUSCLES


@pytest.mark.parametrize("muscle", VOCABULARY)
def test_a_marked_muscle_is_drawn_and_named(muscle):
    """A marked muscle is drawn and named."""
    root = ET.fromstring(draw_muscle_map([muscle], names={muscle: "The one"}))
    marked = [p for p in root.iter(f"{SVG}path") if p.get("class") == "m1"]
    assert marked
    assert all(p.find(f"{SVG}title").text == "The one (primary)" for p in marked)


def test_roles_have_their_own_fill_outline_or_hatch():
    """Roles have their own fill outline or hatch."""
    svg = draw_muscle_map(["hamstrings"], ["calves"], ["multifidus"])
    widths = dict(re.findall(r"\.mm \.(m[12])\{fill:#[0-9a-f]+;stroke:#[0-9a-f]+;stroke-width:(\d)", svg))
    assert widths["m1"] > widths["m2"]
    assert "fill:url(#mm-muscles-h)" in svg
    assert "<pattern" in svg


def test_a_muscle_in_two_roles_takes_the_greater():
    """A muscle in two roles takes the greater."""
    assert "(secondary)" not in draw_muscle_map(["calves"], ["calves"])


def test_regions_link_to_their_pages_when_wanted():
    """Regions link to their pages when wanted."""
    svg = draw_muscle_map(["calves"], link=lambda slug: f"/muscles/{slug}/")
    assert 'href="/muscles/calves/"' in svg


def test_a_muscle_that_the_map_does_not_know_is_refused():
    """A muscle that the map does not know is refused."""
    with pytest.raises(ValueError, match="flexor-magnus"):
        draw_muscle_map(["flexor-magnus"])


def test_the_words_say_the_roles():
    """The words say the roles."""
    text = ET.fromstring(draw_muscle_map(["calves"], ["hamstrings"])).find(f"{SVG}desc").text
    assert text == "Primary: Calves. Secondary: Hamstrings."


def test_the_same_map_gives_the_same_bytes():
    """The same map gives the same bytes."""
    assert draw_muscle_map(["calves"]) == draw_muscle_map(["calves"])
