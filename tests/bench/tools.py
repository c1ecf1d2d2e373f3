"""The peers' own programs: installed once under .cache/bench/, pinned, apart from the site's requirements."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
HERE = REPOSITORY / ".cache" / "bench"
PEERS = Path(__file__).parent / "peers"


class AbsentError(Exception):
    """A program cannot be had on this machine; the text says why."""


def from_pypi(name: str) -> Path:
    """Return the bin/ of an environment that holds `requirements/NAME.txt` and nothing else."""
    pins = REPOSITORY / "requirements" / f"{name}.txt"
    folder = HERE / name
    if not _is_ready(folder, pins):
        _afresh(folder)
        _do([sys.executable, "-m", "venv", folder], folder)
        _do([folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--require-hashes", "--requirement", pins], folder)  # fmt: skip
        _be_ready(folder, pins)
    return folder / "bin"


def from_npm(name: str) -> Path:
    """Return the node_modules/ of a folder that holds `peers/NAME/package-lock.json` and nothing else."""
    pins = PEERS / name / "package-lock.json"
    folder = HERE / name
    for program in ("node", "npm"):
        if not shutil.which(program):
            raise AbsentError(f"the command {program} is missing")
    if not _is_ready(folder, pins):
        _afresh(folder)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(PEERS / name / file, folder)
        _do(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
        _be_ready(folder, pins)
    return folder / "node_modules"


def version(command: Sequence[str | Path]) -> str:
    """Return the first line that a program says about its version."""
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    lines = [line for line in ran.stdout.splitlines() if line.strip()]
    return lines[0].strip() if lines else "unknown"


def _do(command: Sequence[str | Path], folder: Path) -> None:
    ran = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode:
        said = (ran.stderr + ran.stdout).strip().splitlines() or ["nothing"]
        raise AbsentError(f"{Path(command[0]).name} could not install it: {said[-1][:160]}")


def _afresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _is_ready(folder: Path, pins: Path) -> bool:
    stamp = folder / "ready"
    return stamp.is_file() and stamp.read_text() == _digest(pins)


def _be_ready(folder: Path, pins: Path) -> None:
    (folder / "ready").write_text(_digest(pins))


def _digest(pins: Path) -> str:
    return hashlib.sha256(pins.read_bytes()).hexdigest()
