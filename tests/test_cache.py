"""What is kept from run to run: never other than what would be worked out anew, and never in the way."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

import pytest

from builder.cache import FOLDER, NOTHING_KEPT, Cache, fingerprint, open_cache
from builder.catalogue import build_catalogue
from builder.check import check_root
from builder.drawings import render_drawings
from builder.figures import Figure, read_figure
from builder.forms import SHEET_FORMS
from builder.pages import render_pages
from tests.conftest import REPOSITORY
from tests.figures.helpers import BLOCKS, block
from tests.worlds import command, contents, drawn_world

DRAWINGS = 3  # for a phone, for a wide screen, and moving
TEXTS = DRAWINGS + 3  # and the faults, the words, and whether it moves
SPHINX = "exercises/lower-back/sphinx.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a tiny world of which two exercises have a figure."""
    return drawn_world(tmp_path / "world")


def edit(file: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def output(root: Path, kept: Cache = NOTHING_KEPT) -> Mapping[str, str]:
    """Return all pages and drawings of `root`, and its problems."""
    library, problems = check_root(root, kept)
    catalogue = build_catalogue(library)
    return {**render_pages(catalogue, (), kept), **render_drawings(catalogue, kept), "problems": repr(problems)}


def entries(root: Path) -> dict[str, bytes]:
    """Return what is kept under `root`."""
    return contents(root.joinpath(*FOLDER))


def fill(root: Path) -> None:
    """Work everything out once."""
    assert output(root, open_cache(root))


def test_a_kept_run_gives_the_bytes_of_a_run_without(root: Path) -> None:
    """Pages, drawings and problems are the same without a cache, with an empty one and with a full one."""
    plain = output(root)
    assert output(root, open_cache(root)) == plain
    again = open_cache(root)
    assert output(root, again) == plain
    assert again.made == set()
    assert again.used == entries(root).keys()


def test_faults_are_kept_too(root: Path) -> None:
    """A figure that no body can follow is refused in the same words when its faults are read back."""
    edit(root / SPHINX, "neck: -20", "neck: -120")
    plain = output(root)["problems"]
    assert "FG021" in plain
    assert [output(root, open_cache(root))["problems"] for _ in range(2)] == [plain, plain]


def test_a_changed_block_is_drawn_anew_and_no_other(root: Path) -> None:
    """A new angle in one record makes that record's own texts and takes all others as they are."""
    fill(root)
    edit(root / SPHINX, "neck: -20", "neck: -25")
    kept = open_cache(root)
    assert output(root, kept) == output(root)
    assert len(kept.made) == TEXTS


def test_a_changed_base_pose_is_seen(root: Path) -> None:
    """A base pose that is changed makes the texts of every figure anew that starts from it, and of no other."""
    fill(root)
    edit(root / "vocabulary/base_poses.yaml", "ankle: -48, shoulder: 172", "ankle: -40, shoulder: 172")
    kept = open_cache(root)
    assert output(root, kept) == output(root)
    assert len(kept.made) == TEXTS


def test_a_changed_name_is_seen(root: Path) -> None:
    """The drawing carries the name: a new one draws anew, with the faults and words as they were."""
    fill(root)
    edit(root / SPHINX, "name: ", "name: Soft ")
    kept = open_cache(root)
    assert output(root, kept) == output(root)
    assert len(kept.made) == DRAWINGS


@pytest.mark.parametrize("change", ["source", "template", "sheet", "new", "gone"])
def test_a_change_of_the_code_is_seen(root: Path, tmp_path: Path, change: str) -> None:
    """Another source file or template gives another digest, and nothing that was kept is used."""
    code = tmp_path / "builder"
    shutil.copytree(REPOSITORY / "builder", code, ignore=shutil.ignore_patterns("__pycache__"))
    before = fingerprint(code)
    assert before == open_cache(root).code
    if change == "source":
        edit(code / "figures" / "body.py", "170.0", "171.0")
    elif change == "template":
        edit(code / "figures" / "templates" / "figure.svg.j2", "viewBox", "viewbox")
    elif change == "sheet":
        edit(code / "templates" / "sheet.typ", "13mm", "14mm")
    elif change == "new":
        (code / "more.py").write_text("")
    else:
        (code / "text.py").unlink()
    assert fingerprint(code) != before
    fill(root)
    other = Cache(root.joinpath(*FOLDER), fingerprint(code))
    assert output(root, other) == output(root)
    assert other.made == other.used


@pytest.mark.parametrize("field", [f.name for f in fields(Figure)])
def test_the_content_of_a_figure_has_every_field(field: str) -> None:
    """No field of a figure can change without its content."""
    figure = block("bird-dog")
    assert replace(figure, **{field: "other"}).content != figure.content


def test_the_content_of_figures_tells_them_apart() -> None:
    """Equal blocks have equal content, different ones do not."""
    assert len({block(slug).content for slug in BLOCKS}) == len(BLOCKS)
    bases = {"standing": {"label": "standing", "rests on": "feet"}}
    one, other = (read_figure({"poses": {"a": {"base": "standing", "neck": 5}}}, bases)[0] for _ in range(2))
    assert one is not None
    assert other is not None
    assert one.content == other.content


DAMAGES = {
    "empty": lambda _: b"",
    "cut": lambda data: data[:-1],
    "longer": lambda data: data + b" ",
    "a bit": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "its seal": lambda data: b"0" * 64 + data[64:],
    "no text": lambda data: data[:64] + b"\xff\xfe",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_entry_is_made_anew(root: Path, damage) -> None:
    """Whatever an entry has become, the output is right, and the entry is as it was."""
    fill(root)
    before = entries(root)
    for name, data in before.items():
        root.joinpath(*FOLDER, name).write_bytes(damage(data))
    assert output(root, open_cache(root)) == output(root)
    assert entries(root) == before


def test_an_entry_under_another_name_is_not_taken(root: Path) -> None:
    """A sound entry that was moved to the place of another one is made anew."""
    fill(root)
    before = entries(root)
    for name, data in zip(before, [*before.values()][::-1], strict=True):
        root.joinpath(*FOLDER, name).write_bytes(data)
    assert output(root, open_cache(root)) == output(root)
    assert entries(root) == before


def test_folders_and_links_in_the_place_of_entries_do_no_harm(root: Path, tmp_path: Path) -> None:
    """A folder where an entry should be is left alone; a link is replaced, and what it leads to stays."""
    fill(root)
    first, second, *_ = entries(root)
    (tmp_path / "mine").write_text("mine")
    for name in (first, second):
        root.joinpath(*FOLDER, name).unlink()
    root.joinpath(*FOLDER, first).mkdir()
    root.joinpath(*FOLDER, second).symlink_to(tmp_path / "mine")
    assert output(root, open_cache(root)) == output(root)
    assert root.joinpath(*FOLDER, first).is_dir()
    assert not root.joinpath(*FOLDER, second).is_symlink()
    assert (tmp_path / "mine").read_text() == "mine"


@pytest.mark.parametrize("place", [".cache", ".cache/drawings"])
def test_where_nothing_can_be_kept_all_is_worked_out(root: Path, tmp_path: Path, place: str) -> None:
    """A file or a link where the folder should be means no cache: the same output, nothing written through the link."""
    (root / place).parent.mkdir(exist_ok=True)
    (root / place).write_text("mine")
    assert output(root, open_cache(root)) == output(root)
    assert (root / place).read_text() == "mine"
    (root / place).unlink()
    (tmp_path / "elsewhere").mkdir()
    (root / place).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert output(root, open_cache(root)) == output(root)
    assert contents(tmp_path / "elsewhere") == {}


def test_old_entries_go_and_used_ones_stay(root: Path) -> None:
    """Of many entries that a run did not need the oldest go; those that it needed stay, however old."""
    fill(root)
    folder = root.joinpath(*FOLDER)
    for number in range(520):
        (folder / f"other-{number:03}").write_text("other")
        os.utime(folder / f"other-{number:03}", (number + 1, number + 1))
    for name in entries(root):
        if not name.startswith("other"):
            os.utime(folder / name, (0, 0))
    edit(root / SPHINX, "neck: -20", "neck: -25")
    kept = open_cache(root)
    assert output(root, kept)
    kept.prune()
    assert entries(root).keys() == kept.used | {f"other-{number:03}" for number in range(20, 520)}


def test_a_run_that_makes_nothing_removes_nothing(root: Path) -> None:
    """An unchanged library leaves the folder as it is, whatever lies there."""
    fill(root)
    for number in range(520):
        root.joinpath(*FOLDER, f"old-{number:03}").write_text("old")
    before = entries(root)
    kept = open_cache(root)
    assert output(root, kept)
    kept.prune()
    assert entries(root) == before


def test_commands_use_it_whatever_the_order_of_sets(root: Path) -> None:
    """check and render keep what they find out, and a process with another hash seed finds all of it."""
    command("check", "--root", root, PYTHONHASHSEED="1")
    command("render", "--root", root, PYTHONHASHSEED="2")
    before = {path: path.stat().st_mtime_ns for path in root.joinpath(*FOLDER).iterdir()}
    command("render", "--root", root, PYTHONHASHSEED="3")
    assert {path: path.stat().st_mtime_ns for path in root.joinpath(*FOLDER).iterdir()} == before
    assert len(before) == 2 * TEXTS + len(SHEET_FORMS)
