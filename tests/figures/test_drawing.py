"""The SVG: sound, scoped, alike every time, small."""

import gzip
import re
import xml.etree.ElementTree as ET
from functools import cache
from statistics import mean

import pytest

from builder.figures import DESK, draw_figure
from builder.figures.arrows import arrow_points
from builder.figures.camera import Camera
from builder.figures.digits import draw_digit
from builder.figures.drawing import PHONE
from builder.figures.model import Arrow
from builder.figures.pen import Pen
from builder.figures.style import FAR_TONES, LINES, SAME, TONES, stylesheet
from tests.figures.helpers import BLOCKS, block, figure, solve

SVG = "{http://www.w3.org/2000/svg}"
ROOMS = range(24, 53)  # for the number, by the size of the panel


def shape(path: str) -> str:
    """A path without the place where it starts."""
    return re.sub(r"^M-?\d+[ -]\d+", "", path)


@cache
def digit(number: int, room: int) -> str:
    pen = Pen()
    draw_digit(pen, number, (0, 0), room)
    return shape(str(pen))


def draw(slug: str) -> str:
    return draw_figure(block(slug), name=slug, slug=slug)


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_every_block_draws_one_numbered_panel_a_pose(slug):
    """Every block draws one numbered panel a pose."""
    root = ET.fromstring(draw(slug))
    panels = root.findall(f"{SVG}g")
    assert len(panels) == len(block(slug).poses)
    for i, panel in enumerate(panels, start=1):
        numbers = [shape(path.attrib["d"]) for path in panel.iter(f"{SVG}path") if path.get("class") == "nr"]
        assert len(numbers) == (len(panels) > 1)
        assert set(numbers) <= {digit(i, room) for room in ROOMS}


def arrows_of(**rest) -> list[int]:
    """How many arrow heads each panel has."""
    turns = {"a": {"base": "standing"}, "b": {"neck turn": -60}, "c": {"neck turn": 60}}
    root = ET.fromstring(draw_figure(figure({"poses": turns, **rest}), name="x", slug="x"))
    return [sum(path.get("class") == "ah" for path in panel.iter(f"{SVG}path")) for panel in root.findall(f"{SVG}g")]


@pytest.mark.parametrize(
    ("arrows", "heads"),
    [
        ([{"turn": "head"}], [0, 0, 1]),
        ([{"turn": "head", "pose": "b"}], [0, 1, 0]),
        ([{"turn": "head", "pose": "b"}, {"turn": "head", "reverse": True}], [0, 1, 1]),
        ([{"of": "chin", "pose": "a"}], [0, 0, 0]),
    ],
)
def test_an_arrow_stands_in_the_panel_of_its_pose(arrows, heads):
    """An arrow stands in the panel of the pose it names, else in the last, and no path leads to the first pose."""
    assert arrows_of(arrows=arrows) == heads


def lines_of_the_blades(**pose) -> list[str]:
    svg = draw_figure(figure({"view": "back", "poses": {"a": {"base": "standing", **pose}}}), name="x", slug="x")
    return [path.get("d") for path in ET.fromstring(svg).iter(f"{SVG}path") if path.get("class") == "sb"]


def test_shoulder_blades_show_from_behind_and_draw_together():
    """From behind the inner edges of the shoulder blades show, nearer to each other when the blades are drawn back."""

    def gap(forward: int) -> int:
        [d] = lines_of_the_blades(**{"scapula forward": forward})
        left, right = (int(x) for x in re.findall(r"M(-?\d+)", d))
        return abs(left - right)

    assert gap(-5) < gap(0) < gap(5)
    assert 'class="sb"' not in draw("neck-rotation")


def test_a_thigh_that_points_at_the_reader_shows_its_knee():
    """Where a thigh points at the reader, the shorts are drawn before the bare knee, else after it."""

    def near_leg(view: str) -> str:
        sitting = {"view": view, "surface": 45, "poses": {"a": {"base": "sitting"}}}
        svg = draw_figure(figure(sitting), name="x", slug="x")
        tones = "".join(path.get("class")[0] for path in ET.fromstring(svg).iter(f"{SVG}path"))
        return tones.partition("h")[0][-2:]

    assert (near_leg("front"), near_leg("side")) == ("pb", "bp")


def test_an_arrow_widens_the_window_of_a_cropped_figure():
    """An arrow that lies outside the cropped window widens it."""
    block = {"poses": {"a": {"base": "standing"}, "b": {"neck": 40}}, "crop": "head"}
    near, far = (
        [
            int(v)
            for v in re.search(
                r'viewBox="([^"]+)"', draw_figure(figure(block | {"arrows": arrows}), name="x", slug="x")
            )[1].split()
        ]
        for arrows in ([], [{"of": "head", "by": [0, 60]}])
    )
    assert far[3] > near[3]


def test_title_and_description_come_first():
    """The drawing begins with its title and its description: from there a screen reader has its name."""
    title, text, *_ = ET.fromstring(draw("bird-dog"))
    assert (title.tag, title.text) == (f"{SVG}title", "bird-dog")
    assert text.tag == f"{SVG}desc"
    assert "hands and knees" in text.text


def test_a_name_cannot_break_out_of_the_title():
    """A name cannot break out of the title."""
    root = ET.fromstring(draw_figure(block("plank"), name="</title><script>&", slug="x"))
    assert next(root.iter(f"{SVG}title")).text == "</title><script>&"


def test_the_ids_carry_the_slug():
    """The ids carry the slug."""
    assert all("bird-dog" in found for found in re.findall(r'\bid="([^"]+)"', draw("bird-dog")))


def test_the_same_figure_gives_the_same_bytes():
    """The same figure gives the same bytes."""
    assert draw("bird-dog") == draw("bird-dog")


def test_coordinates_are_whole_numbers():
    """Coordinates are whole numbers."""
    assert not re.search(r'd="[^"]*\d\.\d', draw("deadlift"))


def test_dark_surroundings_and_page_colours_are_provided_for_every_drawn_tone():
    """Dark surroundings and page colours are provided for every drawn tone."""
    sheet = stylesheet(frozenset({*TONES, *LINES, *SAME, *FAR_TONES}))
    assert "prefers-color-scheme:dark" in sheet
    plain, _, varied = sheet.partition("@supports")
    for name in {*TONES, *SAME}:
        assert re.search(rf"\.fg \.{name}\b[^{{}}]*{{fill:#", plain), name
        assert re.search(rf"\.fg \.{name}\b[^{{}}]*{{fill:var\(--fig-[a-z-]+,var\(--[a-z]+,#", varied), name


def test_no_two_colours_share_a_short_name():
    """No two colours share a short name."""
    dark = re.search(r"dark\){\.fg{([^}]*)}", stylesheet(frozenset({*TONES, *LINES, *SAME, *FAR_TONES}))).group(1)
    names = [setting.partition(":")[0] for setting in dark.split(";")]
    assert len(names) == len(set(names))


def test_far_limbs_are_lighter_than_near_ones_in_grey():
    """Far limbs are lighter than near ones in grey."""

    def grey(colour: str) -> float:
        r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        return 0.3 * r + 0.59 * g + 0.11 * b

    for near in ("b", "t", "p"):
        assert grey(TONES[f"{near}f"][1]) > grey(TONES[near][1]) + 15


def test_two_pose_figures_are_small():
    """Two pose figures are small."""
    texts = [draw(slug).encode() for slug in BLOCKS if len(block(slug).poses) == 2]
    assert mean(len(t) for t in texts) < 10_000
    assert mean(len(gzip.compress(t, 9, mtime=0)) for t in texts) < 3_500


def test_a_pen_rounds_absolute_points_so_that_nothing_drifts():
    """A pen rounds absolute points so that nothing drifts."""
    pen = Pen()
    pen.start_at((0, 0))
    for i in range(1, 101):
        pen.line((i * 0.33, 0))
    assert sum(int(n) for n in re.findall(r"l(-?\d+)", str(pen))) == (33 * 4)


@pytest.mark.parametrize(("shoulder", "seen"), [(0, True), (90, True), (175, False)])
def test_a_near_arm_overhead_hides_the_opening_of_the_shirt(shoulder, seen):
    """The neck is drawn over the shirt, and under it where the near arm is stretched overhead."""
    standing = {"poses": {"a": {"base": "standing", "shoulder": shoulder, "elbow": 0}}}
    root = ET.fromstring(draw_figure(figure(standing), name="x", slug="x"))
    tones = [path.get("class") for path in root.iter(f"{SVG}path")]
    assert (tones.index("b") > tones.index("t")) == seen


def test_a_wide_window_puts_the_panels_side_by_side():
    """Three panels that are stacked on a phone stand in one row where there is room, each as it was."""
    phone, desk = (draw_figure(block("cobra-stretch"), name="x", slug="x", room=room) for room in (PHONE, DESK))
    (_, _, width, height), (_, _, wide, low) = _window(phone), _window(desk)
    assert height > width
    assert low < wide / 2
    panels = [re.findall(r'class="[^"]*" d="[^"]*"', svg) for svg in (phone, desk)]
    assert panels[0] == panels[1]


def _window(svg: str) -> list[int]:
    return [int(number) for number in ET.fromstring(svg).attrib["viewBox"].split()]


def test_a_circle_of_the_hips_lies_level_and_one_of_a_hand_lies_on_the_page():
    """A circle of the hips lies level with the floor, one of a hand in the plane of the page."""
    solved = solve({"base": "standing"})[0]
    spans = []
    for part in ("hips", "right hand"):
        points = arrow_points(Arrow(part, "circle", radius=20), [solved.body], solved, Camera(90, 0))
        spans.append(round(max(y for _, y in points) - min(y for _, y in points)))
    assert spans[0] == 0
    assert spans[1] > 35
