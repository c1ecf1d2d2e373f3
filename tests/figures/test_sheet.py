"""`make figures`: sheets of all figures, and of those that are not as they were accepted."""

from pathlib import Path

import pytest
import yaml
from PIL import Image

from builder.figures import draw_figure
from tests.figures.golden import accepted, difference, picture
from tests.figures.helpers import BLOCKS, ROOT, block, load
from tests.figures.sheet import CELL, Drawn, changes, main

SLUGS = ("bird-dog", "plank", "cat-cow")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Blocks, an empty output, and the pictures of the blocks as accepted ones."""
    blocks, output, pictures = (tmp_path / name for name in ("blocks", "output", "pictures"))
    for folder in (blocks, output, pictures):
        folder.mkdir()
    for slug in SLUGS:
        (blocks / f"{slug}.yaml").write_text(yaml.safe_dump(load(BLOCKS[slug]), sort_keys=False), encoding="utf-8")
        picture(draw_figure(block(slug), name=slug, slug=slug)).save(pictures / f"{slug}.png")
    return blocks, output, pictures


def run(folders: tuple[Path, Path, Path], *more: str) -> int:
    blocks, output, pictures = map(str, folders)
    bases = str(ROOT / "vocabulary" / "base_poses.yaml")
    return main([blocks, output, "--pictures", pictures, "--bases", bases, *more])


def sheets(output: Path) -> list[str]:
    return sorted(path.name for path in output.glob("*.png"))


def size(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture_there:
        return picture_there.size


def bend(blocks: Path) -> None:
    """Change one figure."""
    file = blocks / "bird-dog.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("left hip: -8", "left hip: 4"), encoding="utf-8")


def test_all_figures_stand_on_sheets(folders, capsys):
    """All figures stand on sheets, so many on one; where none changed there is no sheet of changes."""
    assert run(folders, "--a-page", "2") == 0
    assert sheets(folders[1]) == ["sheet-1.png", "sheet-2.png"]
    assert size(folders[1] / "sheet-1.png") == (2 * CELL[0], CELL[1])
    assert "Changed since they were accepted: 0 of 3 figures.\n" in capsys.readouterr().out


def test_a_changed_figure_stands_beside_its_accepted_picture(folders, capsys):
    """A figure that changed stands on a sheet of its own beside the accepted picture, and the terminal counts it."""
    bend(folders[0])
    assert run(folders) == 0
    assert sheets(folders[1]) == ["changed-1.png", "sheet-1.png"]
    assert size(folders[1] / "changed-1.png") == (2 * CELL[0], CELL[1])
    assert "Changed since they were accepted: 1 of 3 figures (changed-1.png).\n" in capsys.readouterr().out


def test_the_pair_is_the_accepted_picture_and_the_new_drawing(folders):
    """The first of the pair is the accepted picture itself, the second the drawing of now."""
    drawn = Drawn("bird-dog", block("cat-cow"), draw_figure(block("cat-cow"), name="bird-dog", slug="bird-dog"))
    (before, old), (after, new) = changes([drawn], folders[2])
    assert (before, after) == ("bird-dog: accepted", "bird-dog: now")
    assert difference(old, accepted("bird-dog", folders[2])) == 0
    assert new.width == 2 * CELL[0]


def test_a_figure_that_nobody_has_accepted_is_a_change(folders):
    """A figure without an accepted picture is shown as a change, beside an empty place."""
    (folders[2] / "plank.png").unlink()
    drawn = Drawn("plank", block("plank"), draw_figure(block("plank"), name="plank", slug="plank"))
    (before, nothing), _ = changes([drawn], folders[2])
    assert before == "plank: new: none accepted yet"
    assert nothing.getextrema() == (255, 255)


def test_sheets_of_an_earlier_run_are_removed(folders):
    """Sheets of an earlier run do not outlive it, and no other file of the folder is touched."""
    bend(folders[0])
    run(folders, "--a-page", "2")
    (folders[1] / "mine.png").write_bytes(b"")
    run(folders, "--only", "plank")
    assert sheets(folders[1]) == ["mine.png", "sheet-1.png"]


def test_a_fault_is_told_and_the_others_are_drawn(folders, capsys):
    """A figure that cannot be read is told with its code; the others are drawn all the same."""
    (folders[0] / "plank.yaml").write_text("poses: {hold: {base: plnk}}\n", encoding="utf-8")
    assert run(folders) == 1
    told = capsys.readouterr()
    assert "plank: poses.hold.base: FG005" in told.err
    assert "0 of 2 figures" in told.out
