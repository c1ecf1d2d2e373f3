"""One saved exercise drawn by itself, before the whole library is checked: what the preview shows first."""

from pathlib import Path

from builder.catalogue import make_card
from builder.drawings import draw_exercise
from builder.figures import check_figure, read_figure
from builder.library import read_bases, read_exercise
from builder.write import write_changed


def redraw(file: Path, root: Path) -> tuple[str, ...]:
    """Write the drawings of the record in `file` that have changed; return their paths in content/.

    Only drawings that a whole run has written before are written anew: a record that is new, a draft, or wrong in any
    way that shows without the others waits for the whole run and its problems.
    """
    entry = read_exercise(file, root) if file.is_file() and not file.is_symlink() else None
    if entry is None or entry.value.figure is None:
        return ()
    figure, faults = read_figure(entry.value.figure, read_bases(root))
    if figure is None or faults or check_figure(figure):
        return ()
    content = root / "content"
    drawings = draw_exercise(make_card(entry), figure)
    return tuple(path for path, text in drawings if (content / path).is_file() and write_changed(content / path, text))
