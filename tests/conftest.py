"""What all tests share: a tiny valid world to break, and the switch that rewrites expected outputs.

`world` is a fresh copy of tests/world/ (vocabularies, three exercises, one program) under tmp_path.
Change it with `write`, `edit` and `remove`, then look at `check()`, `codes()` or `report()`.

`--bless` makes tests that compare with files rewrite those files: python -m pytest tests/test_cases.py --bless
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from builder.check import check_root
from builder.problems import Problem, format_problems

# Property tests look at the same examples on every machine, and never fail because a machine is slow.
settings.register_profile("strong-back", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("strong-back")

HERE = Path(__file__).parent
REPOSITORY = HERE.parent

# A draft that passes in the tiny world with nothing in it that could be left out.
MINIMAL_AT = "exercises/neck/neck-turn.yaml"
MINIMAL = """\
name: Neck turn
summary: Turn your head from side to side.
kind: mobility
position: sitting
place: [home]
equipment: {required: [chair]}
level: beginner
movements: [neck-rotation]
muscles: {primary: [suboccipitals]}
steps:
  - Turn your head slowly.
review: {reviewed_on: 2026-11-23, next_review: 2028-11-23}
status: draft
"""


@dataclass(frozen=True, slots=True)
class World:
    """A root folder of records; paths are relative to it, with forward slashes."""

    root: Path

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file and return its path; text is UTF-8 with its line ends as given."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def read(self, path: str) -> str:
        """Return a file's text."""
        return (self.root / path).read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> Path:
        """Replace the only `old` in a file by `new`."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        return self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        """Delete a file."""
        (self.root / path).unlink()

    def check(self) -> list[Problem]:
        """Return every problem of the whole world, sorted."""
        return check_root(self.root)[1]

    def codes(self) -> list[str]:
        """Return the codes of every problem, in the order of the report."""
        return [problem.code for problem in self.check()]

    def report(self) -> str:
        """Return what `check` prints."""
        return format_problems(self.check(), "text")


def make_world(folder: Path) -> World:
    """Copy tests/world/ and the base poses to `folder`, which must not exist, and return it."""
    shutil.copytree(HERE / "world", folder)
    shutil.copy(REPOSITORY / "vocabulary" / "base_poses.yaml", folder / "vocabulary")
    return World(folder)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Give a fresh tiny world."""
    return make_world(tmp_path / "world")


@pytest.fixture(scope="module")
def worn_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Give one tiny world to a whole file: for property tests, which put back what they change."""
    return make_world(tmp_path_factory.mktemp("worn") / "world")


@pytest.fixture(scope="session")
def bless(pytestconfig: pytest.Config) -> bool:
    """Say whether expected outputs are to be rewritten."""
    return bool(pytestconfig.getoption("--bless"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --bless."""
    parser.addoption("--bless", action="store_true", help="rewrite the expected outputs that tests compare with")
