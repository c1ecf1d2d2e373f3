"""The house rules that code alone cannot hold: who may import whom, who writes, how long things are."""

import ast
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

BUILDER = REPOSITORY / "builder"
MODULES = sorted(p for p in BUILDER.rglob("*.py"))

# The flow, from the ground up. A module imports only from lower rooms, or from its own room.
ROOMS = (
    {"errors", "text", "problems", "forms", "addresses"},
    {"nearest", "readability", "markdown", "write"},
    {"cache"},
    {"models.fields", "models.exercise", "models.program", "models.vocabulary", "models"},
    {"figures", "figures.*"},
    {"source", "scalars", "syntax", "yamltree", "shape", "guides", "library", "timing", "dosage"},
    {"rules", "rules.*", "check", "fix", "scaffold", "schemas"},
    {"views", "catalogue", "completeness", "schedule", "linked_data", "pictures"},
    {"pages", "drawings", "sheets", "handouts", "diary", "calendars", "api", "api.*"},
    {"outputs"},
    {"fast", "fast.*"},
    {"publish", "redraw", "preview", "preview_server"},
    {"cli"},
)
# What stands beside the flow: read before check. Inside the room of reading the order is this one.
READING = ("scalars", "source", "syntax", "yamltree", "shape", "guides", "library")
RENDERERS = ("pages", "drawings", "sheets", "calendars", "api", "markdown", "dosage")
# Calls that change the disk, and the modules that may make them: write.py writes; publish.py makes, swaps and
# removes whole folders of MkDocs; preview.py and cli.py are looked at here, too, and may not.
WRITING = {
    "write_text", "write_bytes", "mkdir", "rmdir", "unlink", "rename", "replace", "chmod", "touch", "symlink_to",
    "hardlink_to", "rmtree", "copytree", "copyfile", "move", "mkdtemp", "mkstemp", "makedirs", "remove", "removedirs",
}  # fmt: skip
WRITERS = {"write", "publish"}


def name(path: Path) -> str:
    """Return `rules.steps` for builder/rules/steps.py."""
    parts = path.relative_to(BUILDER).with_suffix("").parts
    return ".".join(p for p in parts if p != "__init__") or "__init__"


def room(module: str) -> int:
    """Return the number of the room in which a module stands."""
    found = [n for n, names in enumerate(ROOMS) if module in names or f"{module.split('.')[0]}.*" in names]
    assert len(found) == 1, f"builder.{module} has no room: put it in ROOMS, where the flow wants it"
    return found[0]


def tree(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Return the modules of the builder that a module imports, anywhere in it."""
    found: set[str] = set()
    known = {name(p) for p in MODULES}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {a.name.removeprefix("builder.") for a in node.names if a.name.startswith("builder.")}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "builder":
            base = node.module.removeprefix("builder").removeprefix(".")
            inner = {f"{base}.{a.name}".removeprefix(".") for a in node.names}
            found |= {i for i in inner if i in known} or {base}
    return found


def test_there_are_modules() -> None:
    """The tests below look at something."""
    assert len(MODULES) > 40
    assert imports(BUILDER / "cli.py") >= {"check", "fix", "catalogue", "outputs"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_flow_is_one_way(path: Path) -> None:
    """A module imports from its own room or from rooms below, never from above."""
    if name(path) == "__init__":
        assert imports(path) == set()
        return
    above = {other for other in imports(path) if room(other) > room(name(path))}
    assert above == set()


def test_reading_is_one_way() -> None:
    """Inside reading each module builds on earlier ones only: words, files, faults, trees, shapes, library."""
    for number, module in enumerate(READING):
        later = imports(BUILDER / f"{module}.py") & set(READING[number + 1 :])
        assert later == set(), module


def test_models_do_not_read_files() -> None:
    """What a record is does not know where it comes from."""
    for path in (BUILDER / "models").glob("*.py"):
        assert {i for i in imports(path) if not i.startswith("models")} <= {"text"}, path.name


def test_rules_do_not_look_at_one_another() -> None:
    """A rule imports no other rule's check; `rule`, `doses` and plain values may be shared."""
    for path in (BUILDER / "rules").glob("*.py"):
        if path.stem == "__init__":
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("builder.rules."):
                assert {a.name for a in node.names}.isdisjoint({"RULE", "check", "CODE"}), path.name


def test_pages_know_no_yaml() -> None:
    """Rendering sees the catalogue only: no reading of files, no checking."""
    modules = [path for path in MODULES if name(path).split(".")[0] in RENDERERS]
    assert {name(path).split(".")[0] for path in modules} == set(RENDERERS)
    for path in modules:
        used = imports(path)
        assert used.isdisjoint({"source", "yamltree", "shape", "library", "check", "write", "publish"}), path.name


def test_renderers_do_not_import_one_another() -> None:
    """Each way of rendering stands alone; what two need lies in a room below."""
    makers = {"pages", "drawings", "sheets", "calendars", "api"}
    paths = [path for path in MODULES if name(path).split(".")[0] in makers]
    assert len(paths) > len(makers)
    for path in paths:
        used = {module.split(".")[0] for module in imports(path)}
        assert used.isdisjoint(makers - {name(path).split(".")[0]}), path.name


@pytest.mark.parametrize("path", [p for p in MODULES if name(p) not in WRITERS], ids=name)
def test_only_write_writes(path: Path) -> None:
    """No other module than write.py (and publish.py for its folders) changes the disk."""
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called == "replace" and len(node.args) >= 2:
            continue  # text.replace(old, new[, count]); Path.replace takes one argument
        if called == "replace" and node.keywords:
            continue  # date.replace(year=…)
        assert called not in WRITING, f"{path.name}:{node.lineno} calls {called}"
        if called == "open":
            modes = [a.value for a in node.args if isinstance(a, ast.Constant)]
            modes += [k.value.value for k in node.keywords if k.arg == "mode" and isinstance(k.value, ast.Constant)]
            assert all(mode in {"r", "rb"} for mode in modes), f"{path.name}:{node.lineno} opens to write"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_module_is_short(path: Path) -> None:
    """A module has at most 300 lines, a function at most 60, and nothing is left to do."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{path.name}: {node.name}"
    marks = ("TO" + "DO", "FIX" + "ME", "X" * 3)
    lines = [line for line in text.splitlines() if any(f"# {mark}" in line for mark in marks)]
    assert lines == []


@pytest.mark.parametrize("path", [p for p in MODULES if name(p) != "models"], ids=name)
def test_module_says_what_it_is(path: Path) -> None:
    """Every module begins with a sentence about itself."""
    assert (ast.get_docstring(tree(path)) or "").split("\n")[0]


@pytest.mark.parametrize("path", sorted((REPOSITORY / "tests").rglob("test_*.py")), ids=lambda p: p.stem)
def test_tests_say_what_they_show(path: Path) -> None:
    """Every test has a sentence that says the behaviour, and asserts it; none is skipped or expected to fail."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name} has no sentence"
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"skip", "skipif", "xfail", "importorskip"}, f"{path.name}:{node.lineno}"
