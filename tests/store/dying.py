"""Processes that die in the middle of their work on a state: at the k-th call of the system, or by SIGKILL."""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections import Counter
from collections.abc import Callable
from mmap import mmap
from pathlib import Path
from typing import NamedTuple

from briefing.store.state.files import Files
from briefing.store.state.store import StateStore

CALLS = ("open", "write", "ftruncate", "fdatasync", "fsync", "replace", "rename", "link", "unlink")
"""What has an effect on files; a process is stopped before each of them."""

KEYS = 8
"""Articles that one writer marks in turn."""

AIMED = 0.25
"""Share of the kills that are to hit a process while it writes a snapshot."""

IDLE, WRITING, COMPACTING = range(3)


def dies_at(step: int, work: Callable[[Callable[[object], None]], None]) -> tuple[bool, list[str]]:
    """Runs `work(say)` in a process that dies at its call `step`, a write half done; whether it did, what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _wrap_calls(step)
        work(lambda text: _write(writing, f"{text}\n".encode()))
        os._exit(0)
    os.close(writing)
    said = _read_all(reading).decode().splitlines()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0, said


_write = os.write


def _wrap_calls(step: int) -> None:
    left = [step]

    def wrapped(name):
        call = getattr(os, name)

        def counted(*arguments, **options):
            left[0] -= 1
            if left[0] == 0:
                if name == "write":
                    call(arguments[0], arguments[1][: len(arguments[1]) // 2])
                os._exit(9)
            return call(*arguments, **options)

        return counted

    for name in CALLS:
        setattr(os, name, wrapped(name))


class Tally(NamedTuple):
    """What a row of kills came to."""

    kills: int
    where: Counter[int]
    """Kills by what the writer was doing."""
    acknowledged: int
    lost: int
    reports: list[str]


def kill(path: Path, rounds: int, writers: int, seed: int) -> Tally:
    """Lets writers change one state, kills each with SIGKILL at a random moment, and looks for what they were told."""
    chance = random.Random(seed)
    where: Counter[int] = Counter()
    acknowledged = lost = 0
    reports: list[str] = []
    for turn in range(rounds):
        begin = turn * 100_000
        started = [_start(path, writer, begin) for writer in range(writers)]
        # Nobody is killed before all have begun to write.
        for _, pipe, _ in started:
            select.select([pipe], [], [], 30)
        told = {}
        for writer, (child, pipe, phase) in enumerate(started):
            if chance.random() < AIMED:
                _wait_for(phase, COMPACTING)
            time.sleep(chance.random() * 0.01)
            os.kill(child, signal.SIGKILL)
            if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != -signal.SIGKILL:
                reports.append("a writer ended by itself")
            where[phase[0]] += 1
            numbers = [int(number) for number in _read_all(pipe).split()]
            told.update({(writer, number % KEYS): number for number in numbers})
            acknowledged += len(numbers)
        state = StateStore(path)
        for (writer, slot), number in told.items():
            lost += int(state.get(key_of(writer, slot)).starred_at or -1) < number
        reports += state.reports()
    return Tally(rounds * writers, where, acknowledged, lost, reports)


def key_of(writer: int, slot: int) -> str:
    """Key of an article that only this writer marks."""
    return f"{writer * KEYS + slot:02x}article"


def _start(path: Path, writer: int, begin: int) -> tuple[int, int, mmap]:
    """A process that marks until it is killed; its id, the pipe it tells its marks through, what it is doing."""
    reading, writing = os.pipe()
    phase = mmap(-1, 1)
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading, phase
    # Whatever happens here, the child must not go on as a copy of its parent.
    try:
        _show_phase(phase)
        state = StateStore(path)
        for number in range(begin, begin + 100_000):
            state.set_starred([key_of(writer, number % KEYS)], True, str(number))
            _write(writing, b"%d\n" % number)
    finally:
        os._exit(1)


def _show_phase(phase: mmap) -> None:
    """Notes in shared memory when the process is inside a write of the journal, or of a snapshot."""

    def shown(call, kind):
        def inner(*arguments, **options):
            before, phase[0] = phase[0], max(phase[0], kind)
            try:
                return call(*arguments, **options)
            finally:
                phase[0] = before

        return inner

    for name in ("write", "fdatasync"):
        setattr(os, name, shown(getattr(os, name), WRITING))
    Files.replace = shown(Files.replace, COMPACTING)  # type: ignore[method-assign]


def _wait_for(phase: mmap, kind: int) -> None:
    """Waits until the process is at that, but not for long."""
    deadline = time.monotonic() + 0.3
    while phase[0] != kind and time.monotonic() < deadline:
        time.sleep(0.0005)


def _read_all(pipe: int) -> bytes:
    with os.fdopen(pipe, "rb") as file:
        return file.read()
