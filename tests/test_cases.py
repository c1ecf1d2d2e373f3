"""Records by the folder: valid/ ones pass in the tiny world; invalid/ ones give exactly the text beside them.

A case stands at exercises/neck/neck-turn.yaml unless its first line says `# at: PATH`. After the path may
stand in brackets what lies there instead: (a link), (a folder), (a pipe), (a socket), (missing), (10 MB).
"""

import os
import re
import socket
from pathlib import Path

import pytest

import builder
from builder.rules import RULES
from tests.conftest import HERE, MINIMAL_AT, World

VALID = sorted((HERE / "valid").glob("*.yaml"))
INVALID = sorted((HERE / "invalid").glob("*.yaml"))
AT = re.compile(rb"\A# at: (?P<path>[^(\n]+?)(?: \((?P<kind>[^)\n]+)\))?\n")
BLESS = "python -m pytest tests/test_cases.py --bless"
# What no record can bring about in `check`: test_source.py (a file without permission) and test_fix.py have them.
ELSEWHERE = {"RD001", "RD050"}


def place(case: Path, world: World) -> None:
    """Put a case where its first line says, as what it says."""
    data = case.read_bytes()
    found = AT.match(data)
    path, kind = (found["path"].decode(), (found["kind"] or b"").decode()) if found else (MINIMAL_AT, "")
    file = world.write(path, data + b"# padding\n" * 1_000_000 if kind == "10 MB" else data)
    if kind in {"", "10 MB"}:
        return
    file.unlink()
    if kind == "a link":
        file.symlink_to(world.root / "exercises/neck/chin-tuck.yaml")
    elif kind == "a folder":
        file.mkdir()
    elif kind == "a pipe":
        os.mkfifo(file)
    elif kind == "a socket":
        folder = os.open(file.parent, os.O_RDONLY)
        with socket.socket(socket.AF_UNIX) as made:  # by a short name: socket paths have a length limit
            made.bind(f"/proc/self/fd/{folder}/{file.name}")
        os.close(folder)
    else:
        assert kind == "missing", f"{case.name}: nobody knows what “{kind}” is"


def test_both_folders_hold_cases() -> None:
    """The globs find files, so that an empty folder cannot pass for a good one."""
    assert len(VALID) >= 30
    assert len(INVALID) >= 90


@pytest.mark.parametrize("case", VALID, ids=lambda p: p.stem)
def test_valid_record_passes(case: Path, world: World) -> None:
    """A record in valid/ has no problem in the tiny world."""
    place(case, world)
    assert world.report() == ""


@pytest.mark.parametrize("case", INVALID, ids=lambda p: p.stem)
def test_invalid_record_gives_its_message(case: Path, world: World, bless: bool) -> None:
    """A record in invalid/ gives exactly the report in the .txt file beside it."""
    place(case, world)
    report = world.report()
    wanted = case.with_suffix(".txt")
    if bless:
        wanted.write_text(report, encoding="utf-8")
    assert report, f"{case.name} has no problem; move it to valid/"
    assert wanted.is_file(), f"{wanted.name} is missing; write it with: {BLESS}"
    assert report == wanted.read_text(encoding="utf-8"), f"if the new report is right: {BLESS}"


def test_every_message_has_its_record() -> None:
    """A .txt file in invalid/ whose record is gone is noticed."""
    assert sorted(p.stem for p in (HERE / "invalid").glob("*.txt")) == sorted(p.stem for p in INVALID)


def test_every_code_has_an_invalid_record() -> None:
    """Each code of reading, shape and rules stands in at least one report; tests/figures/ tries those of figures."""
    sources = Path(builder.__file__).parent.rglob("*.py")
    codes = {code for file in sources for code in re.findall(r'"((?:RD|SH)\d{3})"', file.read_text(encoding="utf-8"))}
    codes |= {rule.code for rule in RULES}
    reports = "".join(p.read_text(encoding="utf-8") for p in (HERE / "invalid").glob("*.txt"))
    shown = set(re.findall(r"^\S.*?:\d+:\d+: ([A-Z]{2}\d{3}) ", reports, flags=re.MULTILINE))
    assert codes - shown == ELSEWHERE
    assert {code for code in shown if not code.startswith("FG")} <= codes
