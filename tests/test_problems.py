"""builder.problems: three forms of one report, which no record can forge."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.problems import FORMS, Problem, format_problems, short

ONE = Problem("exercises/neck/chin-tuck.yaml", 12, 5, "EX014", "A sentence.", "a mend")
TWO = Problem("exercises/neck/chin-tuck.yaml", 3, 1, "SH004", "“name” is empty.")
NASTY = st.text(alphabet=":#[]%,\r\n\t\x1b\x9b\u202e\u2028 error=ab", max_size=30)


def test_text_form_is_the_contract() -> None:
    """Text: `path:line:column: CODE sentence`, the hint indented below, in the order of the file."""
    assert format_problems([ONE, TWO], "text") == (
        "exercises/neck/chin-tuck.yaml:3:1: SH004 “name” is empty.\n"
        "exercises/neck/chin-tuck.yaml:12:5: EX014 A sentence.\n"
        "  hint: a mend\n"
    )


def test_json_form_is_the_contract() -> None:
    """JSON: a list of objects with six keys, in ASCII, in the same order."""
    text = format_problems([ONE, TWO], "json")
    assert text.isascii()
    assert [list(p) for p in json.loads(text)] == [["path", "line", "column", "code", "message", "hint"]] * 2
    assert [p["line"] for p in json.loads(text)] == [3, 12]


def test_github_form_is_the_contract() -> None:
    """GitHub: one workflow annotation a problem, the hint at the end of its message."""
    assert format_problems([ONE], "github") == (
        "::error file=exercises/neck/chin-tuck.yaml,line=12,col=5,title=EX014::A sentence. Hint: a mend\n"
    )


@pytest.mark.parametrize(("form", "empty"), [("text", ""), ("json", "[]\n"), ("github", "")])
def test_no_problems(form: str, empty: str) -> None:
    """Without problems the text forms are empty and JSON is an empty list."""
    assert format_problems([], form) == empty


def test_twice_the_same_problem_is_one() -> None:
    """A problem that two looks find is printed once."""
    assert format_problems([ONE, ONE], "text").count("EX014") == 1


@pytest.mark.parametrize("form", FORMS)
def test_order_does_not_depend_on_the_order_of_finding(form: str) -> None:
    """The report is sorted by path, line and column."""
    assert format_problems([ONE, TWO], form) == format_problems([TWO, ONE], form)


@pytest.mark.parametrize(
    "forged", ["::error::x", "\n::error::x", "a\r\n::stop-commands::x", "##[error]x", "\n##[group]x", "%0A::error::x"]
)
def test_record_cannot_forge_a_log_command(forged: str) -> None:
    """No line of the text or GitHub form begins a command that the program did not write."""
    problem = Problem(f"exercises/{forged}.yaml", 1, 1, "SH006", f"“{forged}” is wrong.", f"write {forged}")
    for line in format_problems([problem], "text").splitlines():
        assert "::" not in line
        assert "##[" not in line
    (line,) = format_problems([problem], "github").splitlines()
    assert line.startswith("::error file=exercises/")


@given(NASTY, NASTY, NASTY)
def test_text_form_is_as_many_lines_as_it_should_be(path: str, message: str, hint: str) -> None:
    """Whatever stands in a record, each problem is one printable line and at most one line of hint."""
    text = format_problems([Problem(path, 1, 2, "XX001", message, hint)], "text")
    lines = text.split("\n")[:-1]
    assert len(lines) == (2 if hint else 1)
    assert all(c.isprintable() or c == "\u200b" for line in lines for c in line)
    assert "::" not in text
    assert "##[" not in text


@given(NASTY, NASTY, NASTY)
def test_github_form_is_one_command(path: str, message: str, hint: str) -> None:
    """Whatever stands in a record, GitHub reads exactly one command whose properties are ours."""
    text = format_problems([Problem(path, 1, 2, "XX001", message, hint)], "github")
    assert len(text.splitlines()) == 1
    head = re.fullmatch(r"::error file=([^:,\r\n]*),line=1,col=2,title=XX001::[^\r\n]*\n", text)
    assert head
    assert "%" not in re.sub(r"%(25|0A|0D|3A|2C)", "", text)


@given(NASTY, NASTY)
def test_json_form_gives_back_what_went_in(path: str, message: str) -> None:
    """JSON keeps the words exactly, for programs that read them."""
    (back,) = json.loads(format_problems([Problem(path, 1, 2, "XX001", message)], "json"))
    assert (back["path"], back["message"]) == (path, message)


@pytest.mark.parametrize(
    ("value", "shown"), [("a" * 40, "a" * 40), ("a" * 41, "a" * 39 + "…"), (True, "true"), (12, "12")]
)
def test_short_cuts_long_values(value: object, shown: str) -> None:
    """A value is shown whole up to 40 characters, and as YAML writes it."""
    assert short(value) == shown
