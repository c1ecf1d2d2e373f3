"""builder.source: what may be opened, and what the bytes may hold."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.library import read_library
from builder.source import LARGEST, LARGEST_LIST, MOST_CHARACTERS, bad_characters, find_files, read_text, relative
from tests.conftest import MINIMAL, MINIMAL_AT, World


def found(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the names of the files, and code and path of each problem."""
    files, problems = find_files(folder, folder)
    return [relative(f, folder) for f in files], [(p.code, p.path) for p in problems]


def test_files_come_in_name_order(tmp_path: Path) -> None:
    """The order of files is that of their names, whatever order the disk has."""
    for name in ("b.yaml", "a.yaml", "c/z.yaml", "C.yaml", "é.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a: 1")
    assert found(tmp_path) == (["C.yaml", "a.yaml", "b.yaml", "c/z.yaml", "é.yaml"], [])


def test_only_plain_yaml_files_are_records(tmp_path: Path) -> None:
    """Links, pipes, folders named like records and other endings are named, never opened."""
    (tmp_path / "good.yaml").write_text("a: 1")
    (tmp_path / "link.yaml").symlink_to("good.yaml")
    (tmp_path / "broken.yaml").symlink_to("nowhere")
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    (tmp_path / "folder-link").symlink_to("/etc")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in ("a.yml", "b.YAML", "c.yaml.txt", "d.json", "e", "f.yaml~", ".g.yaml"):
        (tmp_path / name).write_text("a: 1")
    assert found(tmp_path) == (
        ["good.yaml"],
        [
            ("RD013", ".g.yaml"),
            ("RD013", "a.yml"),
            ("RD013", "b.YAML"),
            ("RD010", "broken.yaml"),
            ("RD013", "c.yaml.txt"),
            ("RD013", "d.json"),
            ("RD013", "e"),
            ("RD013", "f.yaml~"),
            ("RD010", "folder-link"),
            ("RD011", "folder.yaml"),
            ("RD010", "link.yaml"),
            ("RD012", "pipe.yaml"),
            ("RD010", "round.yaml"),
        ],
    )


def test_files_for_people_and_systems_are_left_alone(tmp_path: Path) -> None:
    """README.md and hidden files of editors and systems are neither records nor faults."""
    for name in ("README.md", ".DS_Store", ".gitkeep", ".x.yaml.swp"):
        (tmp_path / name).write_text("hello")
    assert found(tmp_path) == ([], [])


def test_folder_of_records_must_be_a_folder(world: World) -> None:
    """A folder of records that is a link or a file is named, not passed over in silence."""
    (world.root / "programs").rename(world.root / "elsewhere")
    (world.root / "programs").symlink_to("elsewhere")
    assert world.codes() == ["RD012"]
    (world.root / "programs").unlink()
    world.write("programs", "text")
    assert world.codes() == ["RD012"]


def test_missing_folder_of_programs_is_an_empty_one(world: World) -> None:
    """A library without programs is a library."""
    world.remove("programs/desk-day.yaml")
    (world.root / "programs").rmdir()
    assert world.report() == ""


def test_file_name_that_is_not_utf_8_is_shown(world: World) -> None:
    """A file name of stray bytes is read and shown in escaped form, in a text that can be printed."""
    folder = os.fsencode(world.root / "exercises" / "neck")
    with open(folder + b"/neck-\xff.yaml", "wb") as handle:  # noqa: PTH123 - pathlib has no bytes
        handle.write(MINIMAL.encode())
    assert "exercises/neck/neck-\\xff.yaml:1:7: EX001" in world.report()
    assert world.report().isascii() or world.report().encode()


def test_file_at_the_limit_is_read(world: World) -> None:
    """A file of exactly 64 KiB passes; one more byte does not, and is not read further."""
    padding = "# x\n" * (LARGEST // 4)
    text = (MINIMAL + padding)[:LARGEST]
    world.write(MINIMAL_AT, text)
    assert world.codes() == []
    world.write(MINIMAL_AT, text + "\n")
    assert world.codes() == ["RD002"]


def test_vocabulary_may_be_larger(world: World) -> None:
    """A vocabulary grows with the library: it may be larger than a record, and has a limit too."""
    sources = world.read("vocabulary/sources.yaml")
    world.write("vocabulary/sources.yaml", sources + "# x\n" * (LARGEST // 4))
    assert world.codes() == []
    world.write("vocabulary/sources.yaml", sources + "# x\n" * (LARGEST_LIST // 4))
    assert "The file is larger than 1024 KiB." in world.report()


def test_file_without_permission_is_a_problem(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system will not open is listed with the system's reason; the rest is still checked."""
    file = world.write(MINIMAL_AT, MINIMAL)
    real = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self == file:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert world.report().startswith(f"{MINIMAL_AT}:1:1: RD001 The file cannot be read: Permission denied.\n")


@pytest.mark.parametrize("path", ["vocabulary/wording.yaml", "vocabulary/safety.yaml", "vocabulary/groups.yaml"])
def test_pipe_is_never_waited_for(world: World, path: str) -> None:
    """A pipe in the place of a vocabulary file is named; opening it would wait for ever."""
    world.remove(path)
    os.mkfifo(world.root / path)
    assert "RD012" in world.codes()
    text, problems = read_text(world.root / path, world.root)
    assert text is None
    assert [p.code for p in problems] == ["RD012"]


def test_line_ends_become_one_kind(tmp_path: Path) -> None:
    """LF, CRLF and CR all end a line; a byte order mark is no part of the text."""
    (tmp_path / "x.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n")
    assert read_text(tmp_path / "x.yaml", tmp_path) == ("a: 1\nb: 2\nc: 3\n", [])


@pytest.mark.parametrize(
    ("raw", "place"),
    [(b"a: \xff", (1, 4)), ("é: ".encode() + b"\xe9", (1, 4)), (b"a: 1\nb: \xc3", (2, 4)), (b"\xed\xa0\x80", (1, 1))],
)
def test_place_of_a_stray_byte_counts_characters(tmp_path: Path, raw: bytes, place: tuple[int, int]) -> None:
    """A byte that is not UTF-8 is told by line and column in characters."""
    (tmp_path / "x.yaml").write_bytes(raw)
    _, problems = read_text(tmp_path / "x.yaml", tmp_path)
    assert [(p.code, p.line, p.column) for p in problems] == [("RD003", *place)]


def test_binary_file_does_not_flood_the_report(tmp_path: Path) -> None:
    """A file with thousands of bad characters lists the first few."""
    (tmp_path / "x.yaml").write_text("x\x01" * 9000)
    assert len(read_text(tmp_path / "x.yaml", tmp_path)[1]) == MOST_CHARACTERS


@pytest.mark.parametrize(
    "text", ["می‌چرخانم", "العربية", "עברית", "क्‍ष", "👩‍⚕️", "👩🏽‍🦽", "❤️‍🔥", "⚕️", "e\u0301", "“–…°", "½", "ﬁ"]
)
def test_real_writing_passes(text: str) -> None:
    """Letters of any script, joiners that writing needs, and emoji are text."""
    assert bad_characters(text) == []


@pytest.mark.parametrize(
    "point",
    [
        0,
        7,
        9,
        11,
        27,
        127,
        133,
        155,
        173,
        1564,
        6158,
        8203,
        8206,
        8207,
        8232,
        8233,
        8234,
        8238,
        8288,
        8294,
        8297,
        57344,
        65024,
        65038,
        65279,
        65529,
        65535,
        119155,
        917505,
        917569,
        917760,
        983040,
        1114111,
    ],
    ids=lambda p: f"U+{p:04X}",
)
def test_hidden_and_steering_characters_are_named(point: int) -> None:
    """Control, direction, invisible, tag, selector and private characters are refused at their place."""
    ((line, column, (code, message, hint)),) = bad_characters(f"one\ntwo {chr(point)}x")
    assert (line, column) == (2, 5)
    assert code in {"RD020", "RD021", "RD022"}
    assert point == 0x09 or f"U+{point:04X}" in message
    assert hint


@given(st.characters(categories=["L", "N", "P", "S", "Zs"]))
def test_letters_numbers_signs_and_blanks_pass(char: str) -> None:
    """Every letter, number, punctuation mark and symbol of Unicode may stand in a record."""
    assert bad_characters(char) == []


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_problems(worn_world: World, raw: bytes) -> None:
    """No bytes make the reader raise, and text never comes with problems."""
    file = worn_world.write("exercises/neck/any.yaml", raw)
    text, problems = read_text(file, worn_world.root)
    assert (text is None) == bool(problems)


def test_broken_files_do_not_stop_the_rest(world: World) -> None:
    """Every broken file is listed, and what is whole is still read."""
    world.write("exercises/neck/a.yaml", b"\xff")
    world.write("exercises/neck/b.yaml", "a: [")
    world.write("exercises/neck/c.yaml", "a: 1")
    library, problems = read_library(world.root)
    assert len(library.exercises) == 3
    assert {"exercises/neck/a.yaml", "exercises/neck/b.yaml", "exercises/neck/c.yaml"} == {p.path for p in problems}
