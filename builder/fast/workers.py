"""Shares of work on more than one core: forked processes, so that nothing has to be read or imported again."""

import multiprocessing
import os
from collections.abc import Callable, Hashable, Iterable
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
MOST = 4  # more would wait for the disk
WORTH_IT = 60  # fewer pages than this are done before a process has started


def cut_shares(things: Iterable[T], alike: Callable[[T], Hashable]) -> list[list[T]]:
    """Cut things into shares of about the same size, one a core; keep those together that are alike."""
    groups: dict[Hashable, list[T]] = {}
    for thing in things:
        groups.setdefault(alike(thing), []).append(thing)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    whole = sum(map(len, groups.values()))
    shares: list[list[T]] = [[] for _ in range(min(cores, MOST) if whole >= WORTH_IT else 1)]
    for group in sorted(groups.values(), key=len, reverse=True):
        min(shares, key=len).extend(group)
    return shares


def do_shares(shares: list[list[T]], work: Callable[[list[T]], R]) -> list[R]:
    """Return what `work` makes of each share: of the first one here, of the others in processes of their own."""
    fork = multiprocessing.get_context("fork") if len(shares) > 1 else None
    started = []
    for share in shares[1:] if fork else []:
        receiver, sender = fork.Pipe(duplex=False)  # type: ignore[union-attr]
        process = fork.Process(target=_tell, args=(sender, work, share))  # type: ignore[union-attr]
        process.start()
        sender.close()
        started.append((process, receiver))
    results = [work(shares[0])]
    for process, receiver in started:
        results.append(receiver.recv())  # EOFError where the process died: the caller then builds the plain way
        process.join()
    return results


def _tell(sender: Connection, work: Callable[[list[T]], R], share: list[T]) -> None:
    sender.send(work(share))
    sender.close()
