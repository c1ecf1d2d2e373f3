"""One command, timed as a whole process with all that it started: wall time, CPU time, peak memory."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LIMIT = 3600  # seconds after which a command is stopped and its builder left out
EVERY = 0.05  # seconds between two looks at the memory


class FailedError(Exception):
    """A command did not end well; the text says how."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took. `mib` is the peak of all its processes together, 0.0 where nobody looked."""

    wall: float
    cpu: float
    mib: float


def run(
    command: Sequence[str | Path], *, cwd: Path, weigh: bool = False, environment: dict[str, str] | None = None
) -> Run:
    """Run a command to its end. Looking at its memory takes a little time, so what is weighed is not timed."""
    log = cwd / ".bench.log"
    with log.open("w+b") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        late = threading.Timer(LIMIT, _stop, [process.pid])
        late.start()
        looks = _Looks(process.pid) if weigh else None
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            _stop(process.pid)
            raise
        finally:
            late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if process.returncode:
            raise FailedError(_last_words(log, process.returncode))
    # The system knows the peak of the largest process; only looking finds what several hold together.
    mib = max(looks.end(), usage.ru_maxrss / 1024) if looks else 0.0
    return Run(wall, usage.ru_utime + usage.ru_stime, mib)


def _stop(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def _last_words(log: Path, code: int) -> str:
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    return f"exit {code}: {lines[-1][:160] if lines else 'said nothing'}"


class _Looks:
    """Looks at the memory of a process and its descendants until it ends, and keeps the highest sum."""

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._over = pid, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> float:
        """Stop looking; return the most that was seen, in MiB."""
        self._over.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        while not self._over.wait(EVERY):
            self._most = max(self._most, sum(map(_share, _family(self._pid))) / 1024)


def _family(pid: int) -> list[int]:
    """Return a process and its descendants (Linux; elsewhere nothing is seen)."""
    found, left = [], [pid]
    while left:
        one = left.pop()
        found.append(one)
        with suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                left += map(int, (task / "children").read_text().split())
    return found


def _share(pid: int) -> int:
    """Return a process's proportional share of memory in KiB: what two share is counted once."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0
