"""Writing: only what changed is touched, only what is ours is removed, and a killed build does no harm."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builder.errors import Unable
from builder.forms import SHEET_FORMS
from builder.write import MANIFEST, Written, write_file, write_pages
from tests.worlds import EPOCH, REPOSITORY, contents, run, tiny_world

PAGES = {"a.md": "a\n", "b/c.md": "c\n", "b/d/e.md": "e é\n"}


def listed(content: Path) -> list[str]:
    """Return what the manifest lists."""
    return list(json.loads((content / MANIFEST).read_text(encoding="utf-8")))


def times(content: Path) -> dict[str, int]:
    """Return when each file was last touched, by inode and time."""
    return {p.name: hash((p.stat().st_ino, p.stat().st_mtime_ns)) for p in content.rglob("*") if p.is_file()}


def test_pages_and_manifest_are_written(tmp_path: Path) -> None:
    """A first run writes every page and lists them all, sorted."""
    assert write_pages(PAGES, tmp_path) == Written(3, 0, 0)
    assert listed(tmp_path) == sorted(PAGES)
    assert (tmp_path / "b/d/e.md").read_bytes() == "e é\n".encode()


@pytest.mark.parametrize("name", ["a.md", "a.svg", "a.pdf", "a.ics"])
def test_every_kind_of_file_is_known_as_ours(tmp_path: Path, name: str) -> None:
    """A page, a drawing, a sheet or a calendar of an earlier run is replaced where it changed, and removed where it is stale."""
    write_pages({name: "old\n"}, tmp_path)
    assert write_pages({name: b"new\n"}, tmp_path) == Written(1, 0, 0)
    assert (tmp_path / name).read_bytes() == b"new\n"
    assert write_pages({}, tmp_path) == Written(0, 0, 1)


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    """Pages that are the same already are not written again, and neither is the manifest."""
    write_pages(PAGES, tmp_path)
    before = times(tmp_path)
    assert write_pages(PAGES, tmp_path) == Written(0, 3, 0)
    assert times(tmp_path) == before


def test_only_the_changed_page_is_touched(tmp_path: Path) -> None:
    """A change in one page leaves the files of all others alone."""
    write_pages(PAGES, tmp_path)
    before = times(tmp_path)
    assert write_pages({**PAGES, "a.md": "new\n"}, tmp_path) == Written(1, 2, 0)
    after = times(tmp_path)
    assert [name for name in before if before[name] != after[name]] == ["a.md"]


def test_stale_pages_go_with_their_empty_folders(tmp_path: Path) -> None:
    """A page that is no longer rendered is removed, and so are folders that it leaves empty."""
    write_pages(PAGES, tmp_path)
    assert write_pages({"a.md": "a\n"}, tmp_path) == Written(0, 1, 2)
    assert sorted(contents(tmp_path)) == [MANIFEST, "a.md"]
    assert not (tmp_path / "b").exists()


def test_a_folder_with_other_files_stays(tmp_path: Path) -> None:
    """Removing a stale page leaves a hand-written neighbour and its folder."""
    write_pages(PAGES, tmp_path)
    (tmp_path / "b" / "mine.md").write_text("mine\n")
    write_pages({"a.md": "a\n"}, tmp_path)
    assert (tmp_path / "b" / "mine.md").read_text() == "mine\n"


def test_a_hand_written_page_is_never_replaced(tmp_path: Path) -> None:
    """A record that wants the address of a hand-written page stops the build before anything is written."""
    (tmp_path / "a.md").write_text("by hand\n")
    with pytest.raises(Unable, match=r"content/a\.md was written by hand"):
        write_pages(PAGES, tmp_path)
    assert contents(tmp_path) == {"a.md": b"by hand\n"}


def test_the_command_says_so_with_code_2(tmp_path: Path) -> None:
    """`render` over a hand-written page ends with code 2, one line, and no traceback."""
    root = tiny_world(tmp_path / "world")
    page = root / "content/exercises/neck/chin-nod.md"
    page.parent.mkdir(parents=True)
    page.write_text("by hand\n")
    ran = run("render", "--root", root)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "exercises/neck/chin-nod.md was written by hand" in ran.stderr
    assert page.read_text() == "by hand\n"


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\xff\xfe", b"5", b"null", b'{"a.md": 1}', b'[1, null, ["a.md"], {"a": 2}]', b'"a.md"']
)
def test_a_damaged_manifest_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """Whatever the manifest holds, pages that are as they should be are taken on, and it is right afterwards."""
    write_pages(PAGES, tmp_path)
    (tmp_path / MANIFEST).write_bytes(damage)
    assert write_pages(PAGES, tmp_path) == Written(0, 3, 0)
    assert listed(tmp_path) == sorted(PAGES)


def test_without_a_manifest_nothing_is_taken_for_ours(tmp_path: Path) -> None:
    """If the manifest is lost, a page with other words counts as hand-written."""
    write_pages(PAGES, tmp_path)
    (tmp_path / MANIFEST).unlink()
    with pytest.raises(Unable, match="by hand"):
        write_pages({**PAGES, "a.md": "new\n"}, tmp_path)
    assert (tmp_path / "a.md").read_text() == "a\n"


@pytest.mark.parametrize(
    "entry", ["../out.md", "b/../../out.md", "/tmp/out.md", "out.txt", "b", "", ".", "x\0.md", "b/\n.md"]
)
def test_a_manifest_cannot_reach_outside(tmp_path: Path, entry: str) -> None:
    """Entries that lead out of content/, or are no pages, are passed over."""
    content = tmp_path / "content"
    write_pages(PAGES, content)
    others = [tmp_path / "out.md", content / "out.txt"]
    for other in others:
        other.write_text("keep\n")
    absolute = entry.replace("/tmp/out.md", str(tmp_path / "out.md"))
    (content / MANIFEST).write_text(json.dumps([*PAGES, absolute]))
    write_pages(PAGES, content)
    assert [other.read_text() for other in others] == ["keep\n", "keep\n"]
    assert listed(content) == sorted(PAGES)


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    """A folder of content/ that is a link stops the build: it would write somewhere else."""
    (tmp_path / "elsewhere").mkdir()
    content = tmp_path / "content"
    content.mkdir()
    (content / "b").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Unable, match="content/b is a link"):
        write_pages(PAGES, content)
    assert not any((tmp_path / "elsewhere").iterdir())


def test_a_failed_write_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last step fails, the old file is whole and nothing else lies beside it."""
    target = tmp_path / "a.md"
    target.write_text("old\n")

    def fail(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_file(target, b"new\n")
    assert contents(tmp_path) == {"a.md": b"old\n"}


def test_left_overs_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    """Half-written files of a killed build are gone after the next one."""
    write_pages(PAGES, tmp_path)
    for left in (tmp_path / ".a.md.123.tmp", tmp_path / "b" / ".c.md.99.tmp"):
        left.write_text("half")
    write_pages(PAGES, tmp_path)
    assert sorted(contents(tmp_path)) == [MANIFEST, *sorted(PAGES)]


def test_files_can_be_read_by_all_whatever_the_umask(tmp_path: Path) -> None:
    """Pages have mode 0644 also where the umask is 077."""
    before = os.umask(0o077)
    try:
        write_file(tmp_path / "a.md", b"a")
    finally:
        os.umask(before)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644


KILLED = """
import sys
from pathlib import Path
from builder.write import write_pages
print("ready", flush=True)
turn = 0
while True:
    turn += 1
    write_pages({f"p/{n % 7}/{n}.md": f"{turn} {n}\\n" * 50 for n in range(turn % 3, 60)}, Path(sys.argv[1]))
"""


def test_kill_at_any_moment_while_writing(tmp_path: Path) -> None:
    """After kill -9 at random moments, the next build gives exactly the clean result, and every page was whole."""
    wanted = {f"p/{n % 7}/{n}.md": f"last {n}\n" for n in range(40)}
    content = tmp_path / "content"
    (content / "p").mkdir(parents=True)
    (content / "p" / "mine.md").write_text("by hand\n")
    chance = random.Random(7)
    for _ in range(12):
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(content)], stdout=subprocess.PIPE, cwd=REPOSITORY, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        )  # fmt: skip
        with child:
            assert child.stdout
            child.stdout.readline()
            time.sleep(chance.random() * 0.05)
            child.send_signal(signal.SIGKILL)
        for page in content.glob("p/*/[!.]*.md"):
            assert len(set(page.read_text().splitlines())) == 1
            assert page.read_text().count("\n") == 50
    write_pages(wanted, content)
    assert contents(content) == {
        **{path: text.encode() for path, text in wanted.items()},
        "p/mine.md": b"by hand\n",
        MANIFEST: (json.dumps(sorted(wanted), indent=0) + "\n").encode(),
    }


def test_a_removed_record_takes_its_files_along(tmp_path: Path) -> None:
    """Deleting a program's file removes its page, its six sheets, its calendar and its data with the next `render`, and nothing else."""
    root = tiny_world(tmp_path / "world")
    run("render", "--root", root, SOURCE_DATE_EPOCH=EPOCH)
    before = contents(root / "content").keys()
    (root / "programs/quiet-evening.yaml").unlink()
    ran = run("render", "--root", root)
    assert "9 removed" in ran.stdout, ran.stderr
    gone = before - contents(root / "content").keys()
    assert sorted(Path(path).suffix for path in gone) == [".ics", ".json", ".md", *[".pdf"] * len(SHEET_FORMS)]
    assert all(path.removeprefix("api/v1/").startswith("programs/quiet-evening") for path in gone)
