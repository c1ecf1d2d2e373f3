"""The preview's parts: what a saved file sets going, what is served, and what open pages are told."""

import http.client
import json
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import pytest

from builder.errors import Unable
from builder.preview import Follower, Steps
from builder.preview_server import NEWS, SCRIPT, Board, find_file, open_server
from builder.problems import Problem
from builder.redraw import redraw
from tests.worlds import command, drawn_world, run

RECORD = "exercises/lower-back/sphinx.yaml"
DRAWING = "exercises/lower-back/sphinx.svg"


@dataclass
class Bench:
    """A follower whose steps only say that they were asked; its job is done when the test says so."""

    root: Path
    asked: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    board: Board = field(default_factory=Board)
    jobs: list[Future[None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        steps = Steps(redraw=self._redraw, render=self._render, publish=lambda _: None)
        self.follower = Follower(self.root, self.root / "site", steps, self.board, self)  # type: ignore[arg-type]

    def _redraw(self, file: Path) -> tuple[str, ...]:
        self.asked.append(f"redraw {file.name}")
        return (DRAWING,)

    def _render(self) -> list[Problem]:
        self.asked.append("render")
        return self.problems

    def submit(self, *_: object) -> Future[None]:
        """Stand in for the pool of one worker."""
        self.asked.append("publish")
        self.jobs.append(Future())
        return self.jobs[-1]

    def save(self, path: str, text: str = "x") -> None:
        """Write a file as an editor would, then let the follower look."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self.follower.look()

    def known(self) -> dict[str, object]:
        """Return what an open page is told."""
        told: dict[str, object] = json.loads(self.board.after(-1)[1])
        return told


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Give a follower of an empty root."""
    return Bench(tmp_path)


def test_a_look_at_nothing_new_does_nothing(bench: Bench) -> None:
    """Nothing saved, nothing done."""
    bench.follower.look()
    assert bench.asked == []


def test_a_saved_record_is_drawn_first_and_then_rendered(bench: Bench) -> None:
    """The saved exercise is redrawn before all records are rendered, and the page is told of its drawing."""
    bench.save(RECORD)
    assert bench.asked == ["redraw sphinx.yaml", "render"]
    assert DRAWING in bench.known()["pictures"]  # type: ignore[operator]


def test_a_vocabulary_is_rendered_but_no_exercise(bench: Bench) -> None:
    """A word of the vocabulary concerns every page, and no drawing by itself."""
    bench.save("vocabulary/muscles.yaml")
    assert bench.asked == ["render"]


def test_a_removed_record_is_seen(bench: Bench) -> None:
    """A record that is gone is rendered away."""
    bench.save(RECORD)
    (bench.root / RECORD).unlink()
    bench.follower.look()
    assert bench.asked[2:] == ["render"]


def test_problems_stand_on_the_board_until_they_are_mended(bench: Bench) -> None:
    """A broken record shows its sentence; a good one takes it away."""
    bench.problems = [Problem("exercises/x.yaml", 3, 5, "EX001", "That is wrong.", "do this")]
    bench.save(RECORD, "broken")
    assert "exercises/x.yaml:3:5: EX001 That is wrong." in str(bench.known()["problems"])
    bench.problems = []
    bench.save(RECORD, "mended!")
    assert bench.known()["problems"] == ""


def test_a_drawing_needs_no_new_site(bench: Bench) -> None:
    """A drawing is served as it is; only words, styles and settings make MkDocs run."""
    bench.save("content/exercises/neck/x.svg")
    assert bench.asked == []
    assert "exercises/neck/x.svg" in bench.known()["pictures"]  # type: ignore[operator]
    bench.save("content/index.md")
    assert bench.asked == ["publish"]


def test_many_saves_end_in_one_more_site(bench: Bench) -> None:
    """While a site is being made, saves gather; one more site follows, and pages are told of each."""
    for number in range(4):
        bench.save("content/index.md", "x" * number)
    assert bench.asked == ["publish"]
    bench.jobs[0].set_result(None)
    bench.follower.look()
    assert bench.asked == ["publish", "publish"]
    assert bench.known()["site"] == 2
    bench.jobs[1].set_result(None)
    bench.follower.look()
    bench.follower.look()
    assert bench.asked == ["publish", "publish"]
    assert bench.known()["site"] == 3


def test_a_site_that_mkdocs_refuses_is_told_and_not_shown(bench: Bench) -> None:
    """Where MkDocs fails, pages keep the last site and show why."""
    bench.save("content/index.md", "broken")
    bench.jobs[0].set_exception(Unable("MkDocs did not build the site"))
    bench.follower.look()
    assert bench.known() == {"site": 1, "problems": "MkDocs did not build the site", "pictures": {}}


def test_one_exercise_is_redrawn_by_itself(tmp_path: Path) -> None:
    """A changed angle writes the drawings that show it, once; what is not changed, wrong or new writes none."""
    root = drawn_world(tmp_path / "world")
    assert redraw(root / RECORD, root) == ()
    command("render", "--root", root)
    assert redraw(root / RECORD, root) == ()
    text = (root / RECORD).read_text(encoding="utf-8")
    (root / RECORD).write_text(text.replace("neck: -20", "neck: -30"), encoding="utf-8")
    assert redraw(root / RECORD, root) == (DRAWING, DRAWING.replace(".svg", "-wide.svg"))
    assert redraw(root / RECORD, root) == ()
    for broken in ("neck: -120", "neck: [", "nek: -30"):
        (root / RECORD).write_text(text.replace("neck: -20", broken), encoding="utf-8")
        assert redraw(root / RECORD, root) == ()
    (root / RECORD).unlink()
    assert redraw(root / RECORD, root) == ()


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    """Give a published site and drawings, with a file beside them that nobody may read."""
    for path, text in {
        "site/index.html": "<body>home</body>",
        "site/a/index.html": "<body>page</body>",
        "site/a.svg": "old",
        "site/style.css": "css",
        "site/.hidden": "hidden",
        "content/a.svg": "new",
        "content/a.md": "words",
        "secret.txt": "secret",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "site" / "link.txt").symlink_to(tmp_path / "secret.txt")
    return {"site": tmp_path / "site", "drawings": tmp_path / "content"}


@pytest.mark.parametrize(
    ("address", "text"),
    [("/", "home"), ("/a/", "page"), ("/a", "page"), ("/a.svg?version=2", "new"), ("/style.css", "css")],
)
def test_an_address_leads_to_its_file(folders: dict[str, Path], address: str, text: str) -> None:
    """Pages come from the site, drawings from where they are written."""
    file = find_file(address, **folders)
    assert file
    assert text in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/a/..\\..\\secret.txt", "/.hidden", "/link.txt",
     "/a.md", "/none", "/%00", "/../content/a.md", "/../site/index.html"],
)  # fmt: skip
def test_nothing_else_can_be_read(folders: dict[str, Path], address: str) -> None:
    """No way leads out of the two folders, and sources are not served."""
    assert find_file(address, **folders) is None


@pytest.fixture
def served(folders: dict[str, Path]) -> Iterator[tuple[int, Board]]:
    """Serve the folders; give the port and the board."""
    board = Board()
    with open_server(0, board=board, **folders) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, board
        server.shutdown()


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    caching: str | None
    body: bytes


def ask(port: int, address: str, host: str = "127.0.0.1") -> Answer:
    """Return the answer to a GET under that host name."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as line:
        line.request("GET", address, headers={"Host": f"{host}:{port}", "Connection": "close"})
        answer = line.getresponse()
        return Answer(answer.status, answer.headers["Cache-Control"], answer.read())


def test_pages_get_the_script_and_nothing_is_kept(served: tuple[int, Board]) -> None:
    """A page carries the preview's script with the number of its site; browsers keep nothing."""
    port, board = served
    assert f'<script src="{SCRIPT}?site=1"></script></body>'.encode() in ask(port, "/a/").body
    board.tell(new_site=True)
    answer = ask(port, "/a/")
    assert b"?site=2" in answer.body
    assert answer.caching == "no-store"
    assert b"EventSource" in ask(port, SCRIPT).body
    assert b"script" not in ask(port, "/style.css").body


@pytest.mark.parametrize(("address", "status"), [("/a", 301), ("/none", 404), ("/../secret.txt", 404), ("/a/", 200)])
def test_an_answer_has_its_status(served: tuple[int, Board], address: str, status: int) -> None:
    """A folder without its slash leads on, what is not there is 404."""
    assert ask(served[0], address).status == status


def test_other_names_for_this_machine_are_refused(served: tuple[int, Board]) -> None:
    """A page of another site cannot reach the preview under a name of its own."""
    assert ask(served[0], "/", host="evil.example").status == 403
    assert ask(served[0], "/", host="localhost").status == 200


def test_news_come_at_once_and_again_when_they_change(served: tuple[int, Board]) -> None:
    """A listener hears all that is known, and hears it again after every change."""
    port, board = served
    with urlopen(f"http://127.0.0.1:{port}{NEWS}", timeout=30) as answer:
        first = json.loads(answer.readline().removeprefix(b"data: "))
        board.tell(problems="<b>wrong</b>", pictures=("a.svg",))
        answer.readline()
        second = json.loads(answer.readline().removeprefix(b"data: "))
    assert first == {"site": 1, "problems": "", "pictures": {}}
    assert second == {"site": 1, "problems": "<b>wrong</b>", "pictures": {"a.svg": 1}}


def test_a_port_that_is_taken_is_said_in_one_line(served: tuple[int, Board], tmp_path: Path) -> None:
    """`serve` on a port that something holds ends with 2 and names the way out."""
    root = drawn_world(tmp_path / "world")
    ended = run("serve", "--root", root, "--port", str(served[0]))
    assert ended.returncode == 2
    assert ended.stderr == f"build_pages.py: port {served[0]} is taken; choose another with --port\n"
