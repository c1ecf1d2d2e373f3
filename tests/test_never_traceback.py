"""Whatever stands in a file, `check` lists problems: it never raises."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.check import check_root
from builder.problems import FORMS, Problem, format_problems
from tests.conftest import HERE, MINIMAL, MINIMAL_AT, World

FULL = (HERE / "world/exercises/neck/chin-tuck.yaml").read_text(encoding="utf-8")
PROGRAM = (HERE / "world/programs/desk-day.yaml").read_text(encoding="utf-8")
VOCABULARY = {p.name: p.read_text(encoding="utf-8") for p in (HERE / "world/vocabulary").glob("*.yaml")}

# What breaks records: YAML's own signs, words with two readings, absurd values, wrong kinds.
SCRAPS = st.sampled_from(
    [
        "",
        "~",
        "null",
        "no",
        "012",
        "1:30",
        "=",
        "[]",
        "{}",
        "[[]]",
        "{a: b}",
        "- x",
        "&a x",
        "*a",
        "!!set {}",
        "<<: {a: 1}",
        "0x_",
        "1e999",
        "-1",
        "9" * 400,
        "2024-02-30",
        "2026-11-23",
        "0001-01-01",
        "9999-12-31",
        "'",
        '"',
        "# x",
        "\n",
        "\n  ",
        ": ",
        "\t",
        "\x00",
        "\u202e",
        "\ud7ff",
        "é",
        "x" * 700,
        "?",
        "|",
        ">-",
        "%YAML 1.1",
        "---",
        "...",
        "true",
        "0-0 reps",
        "9999-9999 m",
        "1-2 min",
        "0.5 reps",
        '"\\0"',
        '"\\ud800"',
        '"\\x85"',
        "🦴",
        "Ⅷ",
        "٣ reps",
        "٣",
    ]
)


def looks_right(problems: list[Problem]) -> None:
    """Assert that each problem has a path, a place, a code and a sentence, and can be printed in every form."""
    for problem in problems:
        assert problem.path
        assert not problem.path.startswith("/")
        assert problem.line >= 1
        assert problem.column >= 1
        assert re.fullmatch(r"[A-Z]{2}\d{3}", problem.code)
        assert problem.message.endswith(".")
        assert len(problem.message) < 400
    for form in FORMS:
        assert bool(format_problems(problems, form).encode()) or not problems


def check_with(world: World, path: str, raw: bytes) -> list[Problem]:
    """Return the problems of the world with one file more or changed, which is put back afterwards."""
    file = world.root / path
    before = file.read_bytes() if file.exists() else None
    world.write(path, raw)
    try:
        return check_root(world.root)[1]
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)


@settings(max_examples=30)
@given(st.binary(max_size=300))
@example(b"\x00" * 300)
@example(b"[" * 30_000)
@example(b"{a: " * 16_000)
@example(b"- " * 30_000)
@example(b"? " * 30_000)
@example(b"&a [*a]")
@example(b"a: &a [*a, *a]")
@example("name: Neck turn\n".encode("utf-16"))
@example(b"x" * 70_000)
def test_random_bytes(worn_world: World, raw: bytes) -> None:
    """Random bytes in the place of a record are a problem of that file."""
    problems = check_with(worn_world, MINIMAL_AT, raw)
    looks_right(problems)
    assert MINIMAL_AT in {p.path for p in problems}


@settings(max_examples=50)
@given(st.sampled_from([MINIMAL, FULL]), st.data())
def test_mutated_exercise(worn_world: World, text: str, data: st.DataObject) -> None:
    """A good record with a scrap put anywhere, over anything, passes or has problems."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    raw = (text[:start] + data.draw(SCRAPS) + text[end:]).encode("utf-8", "surrogatepass")
    looks_right(check_with(worn_world, MINIMAL_AT, raw))


@settings(max_examples=50)
@given(st.sampled_from([MINIMAL, FULL, PROGRAM]), st.data())
def test_value_of_another_kind(worn_world: World, text: str, data: st.DataObject) -> None:
    """A good record with any one value replaced passes or has problems."""
    spots = [m.span(1) for m in re.finditer(r"[:,\[-] ([^\n{\[,}\]]+)", text)]
    start, end = data.draw(st.sampled_from(spots))
    raw = (text[:start] + data.draw(SCRAPS) + text[end:]).encode("utf-8", "surrogatepass")
    path = "programs/other.yaml" if text is PROGRAM else MINIMAL_AT
    looks_right(check_with(worn_world, path, raw))


@settings(max_examples=40)
@given(st.sampled_from(sorted(VOCABULARY)), st.data())
def test_mutated_vocabulary(worn_world: World, name: str, data: st.DataObject) -> None:
    """A vocabulary with a scrap put anywhere passes or has problems, and the rules go on without it."""
    text = VOCABULARY[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    raw = (text[:start] + data.draw(SCRAPS) + text[end:]).encode("utf-8", "surrogatepass")
    looks_right(check_with(worn_world, f"vocabulary/{name}", raw))


@settings(max_examples=30)
@given(st.text(alphabet=st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1, max_size=40))
def test_any_file_name(worn_world: World, name: str) -> None:
    """A record under any name that the disk takes passes or has problems."""
    path = f"exercises/neck/{name}.yaml"
    if len(path.encode()) < 200:
        looks_right(check_with(worn_world, path, MINIMAL.encode()))


def test_world_is_as_it_was(worn_world: World) -> None:
    """The changes above are put back, so that each example starts from a good world."""
    assert worn_world.report() == ""
