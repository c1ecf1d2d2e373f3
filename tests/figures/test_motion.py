"""The moving figure: there and back at the record's pace, small, and nothing slides, jumps or sinks on the way."""

import gzip
import re
import xml.etree.ElementTree as ET
from functools import cache
from itertools import accumulate, pairwise
from math import radians
from statistics import mean

import pytest

from builder.figures import can_move, draw_motion
from builder.figures.between import in_between
from builder.figures.body import FOREARM, HAND, UPPER_ARM
from builder.figures.geometry import distance
from builder.figures.pace import HOLD, MOVE, beats, shown
from builder.figures.solver import solve_figure
from builder.figures.standing import settled
from builder.figures.surface import FLOOR_PARTS, lowest
from builder.figures.work import Solved
from tests.figures.film import MOMENTS, strip
from tests.figures.film import main as film
from tests.figures.helpers import BLOCKS, RECORDS, ROOT, block, figure, mirror

SVG = "{http://www.w3.org/2000/svg}"
MOVING = sorted(slug for slug in BLOCKS if can_move(block(slug)))
SQUAT = {"poses": {"a": {"base": "standing"}, "b": {"hip": 60, "knee": 60}}}
PARTS = 24


@cache
def moving(slug: str) -> str:
    drawn = draw_motion(block(slug), name=slug, slug=slug)
    assert drawn is not None
    return drawn


@cache
def ways(slug: str) -> tuple[tuple[Solved, ...], ...]:
    """From each pose to the next, in fine steps."""
    solved = settled(solve_figure(block(slug)))
    return tuple(tuple(in_between(a, b, i / PARTS) for i in range(PARTS + 1)) for a, b in pairwise(solved))


def seconds(text: str) -> float:
    return float(re.findall(r'dur="([\d.]+)s"', text)[0])


def test_a_hold_does_not_move():
    """A figure of one pose has no movement."""
    assert draw_motion(block("plank"), name="x", slug="x") is None


def test_a_circle_does_not_move():
    """Going there and back would show another movement than a circle, so there is no moving figure of it."""
    assert can_move(figure(SQUAT))
    assert not can_move(figure({**SQUAT, "arrows": [{"circle": "right hand"}]}))


def test_a_body_that_turns_its_far_side_to_the_reader_does_not_move():
    """One order of layers cannot show a body that turns round, so there is no moving figure of it."""
    turned = {"poses": {"a": {"base": "standing"}, "b": {"turn": -180}}}
    assert not can_move(figure(turned))
    assert draw_motion(figure(turned), name="x", slug="x") is None


def test_a_hand_that_goes_behind_the_head_does_not_move():
    """One order of layers cannot show a near hand that goes from before the face to behind the head."""
    pressed = {"view": "front", "poses": {"a": {"base": "standing", "hands": "forehead"}, "b": {"hands": "head"}}}
    assert not can_move(figure(pressed))


@pytest.mark.parametrize("slug", MOVING)
def test_every_movement_goes_there_and_back(slug):
    """Every path that moves goes through all poses and back to the first, with a key time and an easing for each part."""
    animations = list(ET.fromstring(moving(slug)).iter(f"{SVG}animate"))
    assert animations
    for animation in animations:
        values = animation.attrib["values"].split(";")
        times = [float(t) for t in animation.attrib["keyTimes"].split(";")]
        assert values[:-1] == values[-2::-1]
        assert values[0] == values[-1]
        assert len(values) == len(times) == len(animation.attrib["keySplines"].split(";")) + 1
        assert (times[0], times[-1]) == (0, 1)
        assert times == sorted(times)


@pytest.mark.parametrize("slug", MOVING)
def test_the_flags_of_arcs_keep_their_value(slug):
    """Where a browser blends two paths, the two flags of an arc are the same in both: a flag between 0 and 1 is none."""
    for values in re.findall(r'values="([^"]*)"', moving(slug)):
        flags = {tuple(re.findall(r"a\d+ \d+ 0 (\d) (\d)", value)) for value in values.split(";")}
        assert len(flags) == 1


def test_moving_figures_are_small():
    """The moving figures of the records take 45 KB and, packed, 8 KB on average."""
    texts = [moving(slug).encode() for slug in MOVING if slug in RECORDS]
    assert mean(len(t) for t in texts) < 45 * 1024
    assert mean(len(gzip.compress(t, 6, mtime=0)) for t in texts) < 8 * 1024


def test_the_pace_of_the_record_sets_the_time_of_the_movement():
    """A record's seconds out, held and back are those of the picture, with a short rest in the first pose."""
    drawn = draw_motion(figure(SQUAT), name="x", slug="x", tempo=(3, 1, 2))
    assert drawn
    assert seconds(drawn) == 3 + 1 + 2 + 1


def test_the_figure_s_own_tempo_goes_first():
    """A tempo in the figure block goes before that of the record."""
    drawn = draw_motion(figure({**SQUAT, "tempo": [1, 1, 1]}), name="x", slug="x", tempo=(3, 1, 2))
    assert drawn
    assert seconds(drawn) == 4


def test_a_pace_that_nobody_would_watch_is_cut():
    """A very slow move and a long hold are cut, a very quick one is slowed; no time back means as long as there."""
    assert shown((30, 120, 0)) == (MOVE[1], HOLD[1], MOVE[1])
    assert shown((0, 0, 0)) == (MOVE[0], HOLD[0], MOVE[0])


def test_the_easing_is_slow_at_both_ends():
    """The time of equal steps is longest at the start and the end of a way, and no step of the easing leaves 0 to 1."""
    steps = [beat for beat in beats([6], (3.0, 1.0, 3.0)) if beat.frame > 0][:6]
    times = [beat.after for beat in steps]
    assert sum(times) == pytest.approx(3.0)
    assert times[0] > 1.5 * times[2]
    assert times == pytest.approx(times[::-1])
    assert all(0 <= float(number) <= 1 for beat in steps for number in beat.ease.split())


def test_every_pose_is_held():
    """In each pose of several the body stays for a moment, there and back."""
    held = [beat.frame for beat in beats([2, 3], (1.0, 0.5, 1.0)) if beat.ease == "0 0 1 1" and beat.after]
    assert held == [2, 5, 2, 0]
    assert list(accumulate([2, 3])) == [2, 5]


def test_those_who_want_no_motion_get_the_last_pose():
    """Opened by itself, the file shows the last pose, still, to readers who want no motion."""
    assert "@media(prefers-reduced-motion:reduce){.fg .mv{display:none}.fg .st{display:inline}}" in moving("bird-dog")
    still = ET.fromstring(moving("bird-dog")).find(f"{SVG}g[@class='st']")
    assert still is not None
    assert not list(still.iter(f"{SVG}animate"))
    assert len(still) > 5


def test_a_name_cannot_break_out_of_the_title():
    """A name stays text in the moving figure too."""
    drawn = draw_motion(block("bird-dog"), name="</title><script>&", slug="x")
    assert drawn
    assert next(ET.fromstring(drawn).iter(f"{SVG}title")).text == "</title><script>&"


def test_the_script_on_the_page_finds_the_dark_colours():
    """The page's script hangs the dark colours on the page's scheme, and finds them by the words that stand in the file."""
    script = (ROOT / "overrides/assets/javascripts/figures.js").read_text(encoding="utf-8")
    words = re.findall(r'const DARK = "([^"]+)"', script)
    assert len(words) == 1
    assert moving("bird-dog").count(words[0]) == 1


def test_a_film_strip_goes_from_the_first_pose_to_the_last(tmp_path):
    """The strip for review begins with the first frame and ends with the last, and is written as a sheet."""
    last = len(re.findall(r'values="([^"]*)"', moving("bird-dog"))[0].split(";")) // 2
    first_and_last = [svg for _, svg in strip("bird-dog", moving("bird-dog"))][:: MOMENTS - 1]
    for svg, frame in zip(first_and_last, (0, last), strict=True):
        wanted = [values.split(";")[frame] for values in re.findall(r'values="([^"]*)"', moving("bird-dog"))]
        drawn = [_numbers(path) for path in re.findall(r'<path class="[^"]*" d="([^"]*)">', svg)]
        assert all(_numbers(path) in drawn for path in wanted)
    assert (
        film(
            [
                str(ROOT / "exercises"),
                str(tmp_path),
                "--only",
                "bird-dog",
                "--bases",
                str(ROOT / "vocabulary/base_poses.yaml"),
            ]
        )
        == 0
    )
    assert [path.name for path in tmp_path.iterdir()] == ["film-01.png"]


def _numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", path)]


def test_the_mat_lies_still():
    """A mat does not grow under a body that stretches."""
    root = ET.fromstring(moving("bird-dog"))
    mats = [path for path in root.iter(f"{SVG}path") if path.get("class", "").startswith("m")]
    assert mats
    assert not any(list(path) for path in mats)


def test_a_close_view_stays_close():
    """The moving figure is cropped as the still one is."""
    assert int(ET.fromstring(moving("chin-tuck")).attrib["viewBox"].split()[3]) < 300


def test_the_far_ear_does_not_cross_the_cheek():
    """A head that turns from side to side keeps a profile for each way, and paths that blend."""
    drawn = draw_motion(figure({"view": "front", "crop": "head", "poses": {"a": {"base": "standing", "neck turn": -60}, "b": {"neck turn": 60}}}), name="x", slug="x")  # fmt: skip
    assert drawn is not None


@pytest.mark.parametrize("slug", MOVING)
def test_nothing_goes_through_the_floor_on_the_way(slug):
    """No part of a body is more than 1.5 cm below the floor anywhere on its way."""
    if block(slug).floor:
        assert min(lowest(s.body, FLOOR_PARTS) for way in ways(slug) for s in way) > -1.5


@pytest.mark.parametrize("slug", MOVING)
def test_nothing_jumps_on_the_way(slug):
    """No joint goes farther in one of 24 parts of the way than a straight arm that swings through all that it can.

    The shoulder itself comes up and in with the arm, by about 7 cm.
    """
    most = (radians(185) * (UPPER_ARM + FOREARM + HAND) + 7) / PARTS
    for way in ways(slug):
        for p, q in pairwise(way):
            assert max(distance(p.body.joints[j], q.body.joints[j]) for j in p.body.joints) < most


@pytest.mark.parametrize("slug", MOVING)
def test_what_stands_does_not_slide(slug):
    """A foot that stands in one place in both poses turns about its ankle, ball or heel, and slides less than 1.5 cm."""
    for way in ways(slug):
        for side in ("right", "left"):
            a, b = way[0].body.joints, way[-1].body.joints
            for part in ("ankle", "ball", "heel"):
                joint = f"{side} {part}"
                if distance(a[joint], b[joint]) < 1 and lowest(way[0].body, (f"{side} foot",)) < 1:
                    assert max(distance(s.body.joints[joint], a[joint]) for s in way) < 1.5
                    break


@pytest.mark.parametrize("slug", MOVING)
def test_nothing_floats_on_the_way(slug):
    """A body that is on the floor in two poses is on it between them."""
    for way in ways(slug):
        if all(abs(lowest(s.body, FLOOR_PARTS)) < 1 for s in (way[0], way[-1])):
            assert max(lowest(s.body, FLOOR_PARTS) for s in way) < 2


def test_the_movement_of_the_mirrored_figure_is_the_mirrored_movement():
    """Left and right are alike: the mirrored lunge steps with the other foot, as high and as far."""
    data = {"poses": {"a": {"base": "standing"}, "b": {"weight": "left foot", "left hip": 60, "left knee": 60, "right hip": -10, "right foot": "tiptoe", "left foot": "flat", "stay": "right foot"}}}  # fmt: skip
    one, other = (settled(solve_figure(figure(d))) for d in (data, mirror(data)))
    left, right = in_between(*one, 0.4).body.joints["left ankle"], in_between(*other, 0.4).body.joints["right ankle"]
    assert left[:2] == pytest.approx(right[:2], abs=0.5)
