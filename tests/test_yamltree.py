"""builder.yamltree and builder.syntax: data with positions, and no exception whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.yamltree import DEEPEST, Document, Path, read_yaml

SAMPLE = """\
# A comment first.
name: Bird dog
steps:
  - Lift.
  - "Lower."
dose: {beginner: {sets: 2, amount: 8 reps}}
muscles:
    primary: [one,
      two]
"""


def read(text: str) -> Document:
    """Return the document of a text that passes."""
    document, problems = read_yaml(text, "x.yaml")
    assert problems == []
    assert document
    return document


def test_data_is_plain() -> None:
    """A record becomes dicts, lists and scalars, in the order of the file."""
    assert read(SAMPLE).data == {
        "name": "Bird dog",
        "steps": ["Lift.", "Lower."],
        "dose": {"beginner": {"sets": 2, "amount": "8 reps"}},
        "muscles": {"primary": ["one", "two"]},
    }
    assert list(read(SAMPLE).data) == ["name", "steps", "dose", "muscles"]


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, (2, 1)),
        (("name",), True, (2, 1)),
        (("name",), False, (2, 7)),
        (("steps",), True, (3, 1)),
        (("steps",), False, (4, 3)),
        (("steps", 0), False, (4, 5)),
        (("steps", 1), False, (5, 5)),
        (("dose", "beginner"), True, (6, 8)),
        (("dose", "beginner", "amount"), False, (6, 36)),
        (("muscles", "primary", 1), False, (9, 7)),
        (("muscles", "secondary"), False, (8, 5)),
        (("nothing", "like", "it"), True, (2, 1)),
    ],
)
def test_every_path_has_its_place(path: Path, key: bool, place: tuple[int, int]) -> None:
    """Keys and values stand where the file has them; a path that is not there stands at its nearest ancestor."""
    assert read(SAMPLE).place(path, key=key) == place


def test_columns_count_characters() -> None:
    """A column counts characters, not bytes, so that an editor jumps to the right one."""
    _, problems = read_yaml("{é: 1, ü: no}\n", "x.yaml")
    assert [(p.line, p.column) for p in problems] == [(1, 11)]


def test_all_soft_faults_are_told_at_once() -> None:
    """Faults that do not stop the reader are all listed, not only the first."""
    _, problems = read_yaml("a: no\nb: 012\na: 1\nc: a text #lost\n", "x.yaml")
    assert [(p.line, p.code) for p in problems] == [(1, "RD040"), (2, "RD040"), (3, "RD035"), (4, "RD041")]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")])
@pytest.mark.parametrize("depth", [3_000, 30_000])
def test_deep_nesting_is_refused_at_once(opening: str, closing: str, depth: int) -> None:
    """Thousands of nested lists crash nothing: the reader stops at the depth limit."""
    document, problems = read_yaml("a:\n  " + opening * depth + "x" + closing * depth, "x.yaml")
    assert document is None
    assert problems[0].code in {"RD036", "RD037"}


def test_depth_up_to_the_limit_passes() -> None:
    """The deepest nesting that is allowed is read."""
    assert read("[" * DEEPEST + "]" * DEEPEST).data is not None


def test_alias_bomb_is_refused_at_once() -> None:
    """Aliases are refused at the first anchor, before anything can grow."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    _, problems = read_yaml("\n".join(lines), "x.yaml")
    assert [(p.line, p.column, p.code) for p in problems] == [(1, 5, "RD033")]


@pytest.mark.parametrize(
    "text", ["a: {b: 1}", "a: {b: 1}\n", "---\na: {b: 1}\n...\n", "a:\n  b: 1\n\n\n", "{a: {b: 1}}"]
)
def test_forms_of_one_record_are_one(text: str) -> None:
    """Document marks, blank lines and flow or block style do not change what is read."""
    assert read(text).data == {"a": {"b": 1}}


def looks_right(text: str) -> None:
    """Assert that a text gives a document or problems, each with a place inside or right behind the text."""
    document, problems = read_yaml(text, "x.yaml")
    assert (document is None) == bool(problems)
    lines = text.count("\n") + 2 + sum(text.count(c) for c in "\r\x85\u2028\u2029")
    for problem in problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.code.startswith("RD")
        assert problem.message.endswith(".")
        assert problem.hint


@given(st.text(max_size=80))
def test_any_text_gives_data_or_problems(text: str) -> None:
    """No text makes the reader raise."""
    looks_right(text)


@given(
    st.lists(st.sampled_from([*list("-:?,[]{}#&*!|>'\"%@` \n"), "a", "1", "- ", ": ", "\n  ", "<<", "---\n", "..."]))
)
def test_any_punctuation_gives_data_or_problems(parts: list[str]) -> None:
    """No heap of YAML's own signs makes the reader raise."""
    looks_right("".join(parts))
