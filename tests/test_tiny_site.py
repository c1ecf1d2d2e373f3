"""The tiny world against its whole expected output, byte for byte.

After a wanted change: python -m pytest tests/test_tiny_site.py --bless, then read the difference as a reviewer would.
"""

import difflib
import shutil
from pathlib import Path

from tests.worlds import EXPECTED, command, contents, output_of, tiny_world


def test_the_whole_output_is_the_expected_one(bless: bool) -> None:
    """The tiny world renders to exactly the files in tests/tiny_site/_expected/, no more and no fewer."""
    pages = {path: text.encode() for path, text in output_of(EXPECTED.parent).items()}
    if bless:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, data in pages.items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_bytes(data)
    difference = _difference(contents(EXPECTED), pages)
    assert not difference, f"{difference}\nIf this is wanted: python -m pytest {__file__} --bless"


def test_the_command_writes_what_the_renderer_returns(tmp_path: Path) -> None:
    """`render` writes the expected texts beside the hand-written ones, which stay as they were. Sheets have tests of their own."""
    root = tiny_world(tmp_path / "world")
    hand_written = contents(root / "content")
    command("render", "--root", root)
    written = contents(root / "content")
    generated = {p: data for p, data in written.items() if p not in hand_written and not p.endswith(".pdf")}
    del generated[".rendered.json"], generated["contributing/rules.md"]
    assert {path: written[path] for path in hand_written} == hand_written
    assert not _difference({k: v for k, v in contents(EXPECTED).items() if k != "contributing/rules.md"}, generated)


def _difference(wanted: dict[str, bytes], found: dict[str, bytes]) -> str:
    lines: list[str] = []
    for path in sorted(wanted.keys() | found.keys()):
        before, after = (side.get(path, b"").decode().splitlines(keepends=True) for side in (wanted, found))
        lines += difflib.unified_diff(before, after, f"_expected/{path}", f"rendered/{path}")
    return "".join(lines)
