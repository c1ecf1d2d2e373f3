"""build_pages.py: exit codes, one clear line, never a traceback, the same from anywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MINIMAL, MINIMAL_AT, REPOSITORY, World

DOOR = REPOSITORY / "build_pages.py"


def run(
    *arguments: object, cwd: Path | None = None, umask: int = 0o022, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the front door as a person does, and assert that no traceback comes out."""
    done = subprocess.run(
        [sys.executable, DOOR, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **env},
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


def one_line(done: subprocess.CompletedProcess[str], words: str) -> None:
    """Assert exit code 2 and a single line that holds the words."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("build_pages.py: ")
    assert done.stderr.count("\n") == 1
    assert words in done.stderr


def test_good_records_end_with_0(world: World) -> None:
    """check on good records prints nothing to act on and ends with 0."""
    done = run("check", "--root", world.root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "4 records, no problems.\n")


def test_problems_end_with_1(world: World) -> None:
    """check on bad records lists every problem on standard output and ends with 1."""
    world.write(MINIMAL_AT, MINIMAL.replace("beginner", "begginer").replace("[home]", "home"))
    done = run("check", "--root", world.root)
    assert done.returncode == 1
    assert done.stdout == world.report()
    assert done.stderr.startswith("2 problems.")


def test_forms(world: World) -> None:
    """check prints JSON for programs and annotations for GitHub."""
    world.write(MINIMAL_AT, MINIMAL.replace("beginner", "begginer"))
    done = run("check", "--root", world.root, "--format", "json")
    assert [p["code"] for p in json.loads(done.stdout)] == ["SH006"]
    assert done.stderr == ""
    done = run("check", "--root", world.root, "--format", "github")
    assert done.stdout.startswith(f"::error file={MINIMAL_AT},line=7,col=8,title=SH006::")


@pytest.mark.parametrize(
    "command", [["check"], ["fix"], ["render"], ["build"], ["new", "neck-turn", "--group", "neck"]]
)
def test_missing_root_ends_with_2(tmp_path: Path, command: list[str]) -> None:
    """A root that is not there is one clear line, for every command."""
    one_line(run(*command, "--root", tmp_path / "nowhere"), "is not a folder")


def test_folder_that_is_no_library_ends_with_2(tmp_path: Path) -> None:
    """A folder without exercises/ is named, with what is wanted."""
    one_line(run("check", "--root", tmp_path), "has no folder exercises/")


def test_root_that_is_a_file_ends_with_2(world: World) -> None:
    """A file in the place of the root is one clear line."""
    one_line(run("check", "--root", world.root / "vocabulary/groups.yaml"), "is not a folder")


def test_missing_mkdocs_yml_ends_with_2(world: World) -> None:
    """build without a site configuration says which file is missing."""
    one_line(run("build", "--root", world.root), "mkdocs.yml is missing")


@pytest.mark.parametrize("epoch", ["", "now", "-1", "1.5", "99999999999999", "12٣", " 1"])
def test_bad_clock_ends_with_2(world: World, epoch: str) -> None:
    """A SOURCE_DATE_EPOCH that is no number of seconds is one clear line."""
    done = run("new", "neck-turn", "--group", "neck", "--root", world.root, SOURCE_DATE_EPOCH=epoch)
    one_line(done, "SOURCE_DATE_EPOCH")


def test_clock_is_what_it_is_told(world: World) -> None:
    """SOURCE_DATE_EPOCH sets the dates of a new record, in UTC."""
    done = run(
        "new",
        "neck-turn",
        "--group",
        "neck",
        "--root",
        world.root,
        SOURCE_DATE_EPOCH="1700000000",
        TZ="Pacific/Kiritimati",
    )
    assert done.returncode == 0
    assert "reviewed_on: 2023-11-14" in world.read(MINIMAL_AT)
    assert MINIMAL_AT in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [[], ["chek"], ["check", "--format", "xml"], ["new"], ["new", "x"], ["check", "extra"], ["serve", "--port", "x"]],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    """An unknown command or argument ends with 2 and shows the usage."""
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: build_pages.py")


@pytest.mark.parametrize(
    ("slug", "group", "words"),
    [("Neck Turn", "neck", "cannot be a file name"), ("neck-turn", "nek", "“neck”"), ("chin-tuck", "neck", "taken")],
)
def test_new_refuses_in_one_line(world: World, slug: str, group: str, words: str) -> None:
    """new says in one line why it will not write."""
    one_line(run("new", slug, "--group", group, "--root", world.root), words)


def test_fix_says_what_it_changed(world: World) -> None:
    """fix names the files it changed; a second run changes none."""
    world.edit("exercises/neck/chin-tuck.yaml", "name: Chin tuck", "name:   Chin tuck")
    path = world.root / "exercises/neck/chin-tuck.yaml"
    done = run("fix", path, "--root", world.root)
    assert (done.returncode, done.stdout) == (0, "exercises/neck/chin-tuck.yaml: tidied\n")
    assert run("fix", path, "--root", world.root).stdout == ""


def test_fix_of_something_else_ends_with_2(world: World) -> None:
    """fix on a file that is no record is one clear line."""
    one_line(run("fix", world.root / "vocabulary/groups.yaml", "--root", world.root), "is not a record")


def test_runs_from_anywhere(world: World, tmp_path: Path) -> None:
    """Working directory, locale, time zone and umask change nothing in the report."""
    world.write(MINIMAL_AT, MINIMAL.replace("name: Neck turn", "name: Поворот головы"))
    plain = run("check", "--root", world.root)
    odd = run("check", "--root", world.root, cwd=tmp_path, umask=0o077, LC_ALL="C", TZ="Asia/Kathmandu", PYTHONUTF8="0")
    assert plain.returncode == odd.returncode == 1
    assert odd.stdout == plain.stdout
    assert "Поворот" in odd.stdout


def test_relative_root_is_that_of_the_reader(world: World) -> None:
    """A relative --root starts at the working directory."""
    assert run("check", "--root", "world", cwd=world.root.parent).returncode == 0


def test_written_files_can_be_read_by_all(world: World) -> None:
    """A new record has the usual mode whatever the umask."""
    run("new", "neck-turn", "--group", "neck", "--root", world.root, umask=0o077)
    assert (world.root / MINIMAL_AT).stat().st_mode & 0o777 == 0o644


def test_unreadable_folder_ends_with_2(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that the system will not list is one clear line with the system's reason."""
    from builder.cli import main

    real = Path.iterdir

    def refuse(self: Path) -> object:
        if self.name == "neck":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    monkeypatch.setattr(sys.stdout, "reconfigure", lambda **_: None, raising=False)
    monkeypatch.setattr(sys.stderr, "reconfigure", lambda **_: None, raising=False)
    assert main(["check", "--root", str(world.root)], home=REPOSITORY) == 2
    assert capsys.readouterr().err == f"build_pages.py: Permission denied: {world.root / 'exercises/neck'}\n"
