"""tests/bench/: what the bench writes about its measurements. No test measures anything."""

from pathlib import Path
from xml.etree import ElementTree

from tests.bench.builders import HUGO, MKDOCS, OURS, Absent, Builder
from tests.bench.goals import goals
from tests.bench.plain import pages, to_addresses
from tests.bench.plot import plot
from tests.bench.process import Run, run
from tests.bench.race import COLD, EDITED, SAME, Entrant, Race
from tests.bench.report import report
from tests.generated import generate_world


def a_race(count: int, ours: float, hugo: float) -> Race:
    """Return a made-up race in which each run of a builder takes the same time."""
    entrants = []
    for name, wall in ((OURS, ours), (MKDOCS, 20.0), (HUGO, hugo)):
        entrant = Entrant(Builder(name, "1", Path(), [], ""), mib=100)
        for scenario in (COLD, SAME, EDITED):
            entrant.runs[scenario] = [Run(wall, wall, 0.0)] * 5
        entrants.append(entrant)
    return Race(count, entrants, [Absent("Eleventy", "the command node is missing")], [0.5])


def test_a_goal_that_is_missed_says_no() -> None:
    """Three times Hugo's time is printed as such, in bold, beside the limit."""
    rows = {row[0]: row[1:] for row in goals([a_race(1000, 3.0, 1.0)], None)}
    assert rows["cold build of 1,000, to Hugo"] == ["at most 1.5 ×", "3.00 ×", "**no**"]
    assert rows["cold build of 1,000, to MkDocs + Material"] == ["at most 0.2 ×", "0.15 ×", "yes"]
    assert rows["memory at 10,000"] == ["at most 400 MiB", "not measured", "–"]


def test_a_builder_that_is_absent_is_named_with_its_reason() -> None:
    """The page says which peer was not measured, and why; what was measured is in its table."""
    text = report([a_race(1000, 3.0, 1.0)], None, took=60, plot="")
    assert "- Eleventy was not measured: the command node is missing." in text
    assert "| Strong Back | 3.00 s | 3.00 × | 0.15 × |" in text
    assert "| Hugo | 1.00 s | 1.00 × | 0.05 × |" in text


def test_a_run_left_out_is_not_a_pair() -> None:
    """A ratio compares runs of the same round only: a round that one of the two sat out does not count."""
    race = a_race(1000, 3.0, 1.0)
    race.entrants[0].runs[COLD] = [Run(4.0, 1, 0), None, Run(2.0, 1, 0)]
    assert race.entrants[0].ratio(race.of(HUGO), COLD) == 3.0


def test_the_plot_names_every_line() -> None:
    """The drawing is well-formed, has a title, and writes each builder's name beside its line."""
    drawing = plot({OURS: [(100, 2.0), (1000, 9.0)], HUGO: [(100, 0.5), (1000, 1.0)]}, title="Cold & warm", words="w")
    words = [text.text for text in ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text")]
    assert {"Cold & warm", OURS, HUGO, "100", "1,000", "1 s"} <= set(words)


def test_links_become_addresses() -> None:
    """A peer without links to files gets the address where its page will stand; the outside stays as it is."""
    text = "[a](index.md) [b](../../muscles/lats.md#x) [c](https://e.org/x.md) ![d](map.svg#e) [f](#part)"
    wanted = (
        "[a](/exercises/neck/) [b](/muscles/lats/#x) [c](https://e.org/x.md) ![d](/exercises/neck/map.svg#e) [f](#part)"
    )
    assert to_addresses(text, "exercises/neck/chin.md") == wanted
    assert to_addresses("[home](../index.md)", "neck/chin.md") == "[home](/)"


def test_peers_get_a_page_for_every_record(tmp_path: Path) -> None:
    """Peers publish as many exercises as we do, with the steps of each."""
    found = dict(pages(generate_world(tmp_path / "world", 20)))
    exercises = [text for path, text in found.items() if "/generated-" in path]
    assert len(exercises) == 20
    assert all("## Steps" in text and "Made up movement" in text for text in exercises)


def test_a_command_is_weighed_with_its_children(tmp_path: Path) -> None:
    """Memory that a child process holds counts, and is found where the system tells."""
    child = "x = bytearray(60_000_000); import time; time.sleep(1)"
    command = ["python3", "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"]
    weighed = run(command, cwd=tmp_path, weigh=True).mib
    assert weighed > 57 or not Path("/proc/self/smaps_rollup").exists()
