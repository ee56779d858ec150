"""What was acknowledged is never lost: processes that die anywhere in their work, and damaged files."""

import os
import shutil
from collections import Counter

import pytest

from briefing.store.state.store import StateStore
from tests.store.dying import COMPACTING, WRITING, dies_at, kill

AT = "2026-11-23T09:14:00Z"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork(2)")


def _filled(path, bytes_of_journal):
    """A state whose journal is about to be folded into a snapshot, so that the next changes do that."""
    state = StateStore(path)
    state.set_read(["00first"], True, AT)
    number = 0
    while not path.exists() or path.with_name("state.json.journal").stat().st_size < bytes_of_journal:
        state.set_starred([f"{number % 7:02x}old"], True, f"{number}")
        number += 1
    return {key: state.get(key) for key in ["00first", *(f"{number:02x}old" for number in range(7))]}


def _five_changes(path):
    def work(say):
        state = StateStore(path)
        for number in range(5):
            state.set_starred([f"{number:02x}new"], True, AT)
            say(number)
        state.close()

    return work


@pytest.mark.parametrize("begin", [0, 15_500], ids=["a new state", "a snapshot is due"])
def test_a_process_that_dies_at_any_call_loses_nothing_it_acknowledged(tmp_path, begin):
    before = tmp_path / "before"
    before.mkdir()
    old = _filled(before / "state.json", begin) if begin else {}
    step, died = 0, True
    while died:
        step += 1
        folder = tmp_path / f"step-{step}"
        shutil.copytree(before, folder)
        path = folder / "state.json"
        died, said = dies_at(step, _five_changes(path))
        state = StateStore(path)
        assert all(state.get(f"{int(number):02x}new").starred for number in said), (step, said)
        assert {key: state.get(key) for key in old} == old, step
        state.set_read(["ffafter"], True, AT)
        assert StateStore(path).get("ffafter").read, step
        assert state.reports() == [], step
    assert step > 25
    assert said == list("01234")


def test_writers_that_are_killed_lose_nothing_they_acknowledged(tmp_path):
    tally = kill(tmp_path / "state.json", rounds=8, writers=3, seed=1)

    assert (tally.lost, tally.reports) == (0, [])
    assert tally.kills == 24
    assert tally.acknowledged


@pytest.mark.slow
def test_nine_hundred_killed_writers_lose_nothing_they_acknowledged(tmp_path):
    """How many die in a compaction is up to chance and the disk, so some more are killed until there are enough."""
    where = Counter()
    for turn, rounds in enumerate([300, *[60] * 9]):
        tally = kill(tmp_path / f"state-{turn}.json", rounds, writers=3, seed=2 + turn)
        where += tally.where
        assert (tally.kills, tally.lost, tally.reports) == (3 * rounds, 0, [])
        if where[WRITING] >= 100 and where[COMPACTING] >= 50:
            return
    pytest.fail(f"too few died inside a write or a compaction: {where}")
