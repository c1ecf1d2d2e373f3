"""builder.fix: fields in order, even spacing and typography; meaning and comments stay."""

import contextlib
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import builder.fix
from builder.errors import Unable
from builder.fix import fix_files, fix_text
from builder.models.exercise import Exercise
from builder.models.program import Program
from builder.shape import field_names
from builder.text import clean
from builder.yamltree import read_yaml
from tests.conftest import HERE, MINIMAL, MINIMAL_AT, REPOSITORY, World

FULL = (HERE / "world/exercises/neck/chin-tuck.yaml").read_text(encoding="utf-8")
BLOCKS = list(FULL.replace("\n  ", "\0").splitlines(keepends=True))


def fixed(text: str) -> str:
    """Return the tidied text of an exercise that can be tidied."""
    result, problems = fix_text(text, Exercise, "x.yaml")
    assert problems == []
    return result


def meaning(text: str) -> Any:
    """Return what a record says: its data with cleaned texts."""

    def plain(data: Any) -> Any:
        if isinstance(data, dict):
            return {key: plain(value) for key, value in data.items()}
        if isinstance(data, list):
            return [plain(value) for value in data]
        return clean(data) if isinstance(data, str) else data

    document, problems = read_yaml(text, "x.yaml")
    assert document, problems
    return plain(document.data)


def test_fields_come_in_canonical_order() -> None:
    """Fields stand in the order of the model, at the top and inside."""
    text = "status: draft\ndose:\n  beginner: {amount: 8 reps, sets: 2, kind: reps}\nname: A b\n"
    assert fixed(text) == "name: A b\ndose:\n  beginner: {kind: reps, sets: 2, amount: 8 reps}\nstatus: draft\n"


def test_fields_of_lists_come_in_order() -> None:
    """The items of a list have their fields in order, too."""
    assert fixed("mistakes:\n  - fix: So.\n    seen: This.\n") == "mistakes:\n  - seen: This.\n    fix: So.\n"


def test_unknown_fields_go_to_the_end() -> None:
    """A field that nobody knows is kept, last: check tells about it, fix does not delete."""
    assert fixed("zzz: 1\nname: A b\n") == "name: A b\nzzz: 1\n"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("summary: Lift   and  hold...", "summary: Lift and hold…"),
        ("summary: Don't stop -- go on.", "summary: Don’t stop – go on."),
        ('summary: "Say ""x"""', 'summary: "Say ""x"""'),
        ("summary: 'It''s a test'", "summary: 'It’s a test'"),
        ("steps:\n- One step.\n-   Two steps.", "steps:\n  - One step.\n  - Two steps."),
        ("place: [ home,gym ]", "place: [home, gym]"),
        ("name: A b   ", "name: A b"),
        ("dose: {beginner: {amount: 8-12 reps}}", "dose: {beginner: {amount: 8-12 reps}}"),
        ("weeks: 2-3", "weeks: 2-3"),
        ("position: hook-lying", "position: hook-lying"),
        ("summary: Hold for 8 - 12 s.", "summary: Hold for 8–12\u00a0s."),
    ],
)
def test_spacing_and_typography(typed: str, set_: str) -> None:
    """Spacing, quotes and dashes of text come out even; slugs, ranges and the kind of quotes stay."""
    if '""' in typed:
        assert fix_text(typed + "\n", Exercise, "x.yaml")[1] != []
    else:
        assert fixed(typed + "\n") == set_ + "\n"


def test_comments_survive() -> None:
    """Comments at the top, between fields, at the end of a line and inside lists are all still there."""
    text = (
        "# top\nstatus: draft # end of line\n# between\nsteps:\n  # in the list\n  - One. # step\nname: A b\n# last\n"
    )
    result = fixed(text)
    for comment in ("# top", "# end of line", "# between", "# in the list", "# step", "# last"):
        assert result.count(comment) == 1
    assert result.index("name:") < result.index("steps:") < result.index("status:")


@pytest.mark.parametrize(
    "path",
    sorted(p for p in (HERE / "valid").glob("*.yaml") if b"\nname:" in b"\n" + p.read_bytes()),
    ids=lambda p: p.stem,
)
def test_valid_records_keep_their_meaning(path: Any) -> None:
    """Tidying any valid record gives one that says the same, and tidying that changes nothing more."""
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    once = fixed(text)
    assert meaning(once) == meaning(text)
    assert fixed(once) == once


@given(st.permutations(BLOCKS))
def test_any_order_of_fields_gives_one_file(blocks: list[str]) -> None:
    """However the fields are shuffled, the tidied file is the same, and says the same."""
    text = "".join(blocks).replace("\0", "\n  ")
    assert fixed(text) == fixed(FULL)
    assert meaning(fixed(text)) == meaning(FULL)


@given(st.randoms(use_true_random=False), st.sampled_from(["# one", "#two", "# três: [x]"]))
def test_comments_survive_any_order(chance: random.Random, comment: str) -> None:
    """A comment above a field is kept whatever the order of the fields."""
    blocks = [*BLOCKS]
    chance.shuffle(blocks)
    blocks.insert(chance.randrange(len(blocks)), comment + "\n")
    assert comment in fixed("".join(blocks).replace("\0", "\n  "))


@given(st.text(max_size=60))
def test_any_text_is_tidied_or_left(text: str) -> None:
    """No text makes fix raise; what cannot be tidied comes back as it was, with the reason."""
    result, problems = fix_text(text, Exercise, "x.yaml")
    assert result == text or not problems


@given(
    st.lists(
        st.sampled_from(
            ["a", "b: ", "- ", "\n", "\n  ", '"', "'", "# c", " ", "[", "]", "{", "}", ",", "|", ">", "? ", "1", "é"]
        )
    )
)
def test_any_yaml_keeps_its_meaning(parts: list[str]) -> None:
    """Whatever YAML a record holds, fix gives back the same meaning or the same text."""
    text = "".join(parts)
    result, problems = fix_text(text, Exercise, "x.yaml")
    if not problems and result != text:
        assert meaning(result) == meaning(text)


def test_meaning_is_guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the tidied record to say something else, the file would stay and RD050 would say so."""
    monkeypatch.setattr(builder.fix, "_even", lambda tree: tree.update(name="Other"))
    result, problems = fix_text("name: A b\n", Exercise, "x.yaml")
    assert result == "name: A b\n"
    assert [(p.code, p.line, p.column) for p in problems] == [("RD050", 1, 1)]


def test_files_are_written_only_where_they_change(world: World) -> None:
    """A tidy world is not touched; an untidy record is rewritten and named."""
    fix_files(world.root, [])
    assert fix_files(world.root, []) == ([], [])
    file = world.write(MINIMAL_AT, MINIMAL.replace("from side to side", "from  side to side"))
    assert fix_files(world.root, []) == ([MINIMAL_AT], [])
    assert file.read_text(encoding="utf-8") == MINIMAL
    assert world.report() == ""


def test_programs_are_tidied(world: World) -> None:
    """Programs have an order of their own."""
    text = world.read("programs/desk-day.yaml")
    world.write("programs/desk-day.yaml", "status: published\n" + text.replace("status: published\n", ""))
    assert fix_files(world.root, [])[0] == ["programs/desk-day.yaml"]
    document, _ = read_yaml(world.read("programs/desk-day.yaml"), "x.yaml")
    assert document
    assert list(document.data) == [n for n in field_names(Program) if n in document.data]


def test_one_named_file(world: World) -> None:
    """Only the named file is tidied."""
    files = [world.edit(f"exercises/neck/{n}.yaml", "name: ", "name:   ") for n in ("chin-tuck",)]
    other = world.edit("exercises/deep-muscles/plank.yaml", "name: ", "name:   ")
    before = other.read_bytes()
    assert fix_files(world.root, files)[0] == ["exercises/neck/chin-tuck.yaml"]
    assert other.read_bytes() == before


def test_unreadable_record_is_told_and_left(world: World) -> None:
    """A record that cannot be read is listed and stays byte for byte."""
    file = world.write(MINIMAL_AT, "name: [")
    changed, problems = fix_files(world.root, [file])
    assert changed == []
    assert [p.code for p in problems] == ["RD043"]
    assert file.read_text() == "name: ["


@pytest.mark.parametrize(
    "path", ["vocabulary/groups.yaml", "mkdocs.yml", "exercises/neck/none.yaml", "exercises", "../x.yaml"]
)
def test_only_records_can_be_fixed(world: World, path: str) -> None:
    """A path that is not a record under the root is refused in one line."""
    with pytest.raises(Unable, match="is not a record"):
        fix_files(world.root, [world.root / path])


def test_link_is_not_followed(world: World) -> None:
    """fix never writes through a link, nor puts a file in its place."""
    link = world.root / "exercises/neck/link.yaml"
    outside = world.write("outside.yaml", "status: draft\nname: A b\n")
    link.symlink_to(outside)
    with contextlib.suppress(Unable):
        fix_files(world.root, [link])
    assert link.is_symlink()
    assert outside.read_text() == "status: draft\nname: A b\n"


def test_bytes_that_only_differ_in_line_ends_are_no_problem(world: World) -> None:
    """A record with CRLF or a byte order mark is tidied without a problem."""
    world.write(MINIMAL_AT, ("\ufeff" + MINIMAL).replace("\n", "\r\n"))
    _, problems = fix_files(world.root, [])
    assert problems == []
    assert world.report() == ""


def test_every_real_record_can_be_tidied() -> None:
    """Each of the repository's own records can be tidied, and says the same afterwards."""
    tidied = 0
    for folder, model in (("exercises", Exercise), ("programs", Program)):
        for file in sorted((REPOSITORY / folder).rglob("*.yaml")):
            text = file.read_text(encoding="utf-8")
            result, problems = fix_text(text, model, file.name)
            assert problems == []
            assert meaning(result) == meaning(text)
            tidied += 1
    assert tidied >= 35
