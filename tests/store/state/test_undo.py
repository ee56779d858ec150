"""Acts: every change can be undone and redone, across sessions, and one of them by itself."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from briefing.errors import NotFoundError, UsageError
from briefing.model import ArticleState
from briefing.store.state import acts as acts_module
from briefing.store.state.store import StateStore

A, B = "ab12", "cd34"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.json"


@pytest.fixture
def state(path):
    return StateStore(path)


def _at(second):
    return f"2026-11-23T09:{second // 60:02}:{second % 60:02}Z"


def _commands(state):
    return [(number, act["command"]) for number, act in state.acts.history()]


def test_each_command_is_one_act_with_its_time(state):
    state.set_read([A, B], True, _at(1))
    state.tag([A], "x", _at(2))

    assert _commands(state) == [(2, "tag x"), (1, "mark read")]
    assert [(act["at"], act["count"]) for _, act in state.acts.history()] == [(_at(2), 1), (_at(1), 2)]


def test_what_changes_nothing_is_no_act(state):
    state.set_starred([A], True, _at(1))

    assert state.set_starred([A], True, _at(1)) is None
    assert state.untag([A], "x", _at(2)) is None
    assert state.tag([], "x", _at(2)) is None
    assert len(_commands(state)) == 1


def test_undo_takes_back_the_last_act_of_any_session_and_redo_does_it_again(path, state):
    state.set_starred([A, B], True, _at(1))
    StateStore(path).tag([A], "x", _at(2))

    assert state.undo(_at(3)).command == "tag x"
    done = StateStore(path).undo(_at(4))
    assert (done.command, done.changed, done.left) == ("star", 2, 0)
    assert state.get(A) == state.get(B) == ArticleState()
    assert state.redo(_at(5)).command == "star"
    assert StateStore(path).redo(_at(6)).command == "tag x"
    assert state.get(A) == ArticleState(starred=True, starred_at=_at(1), tags=("x",))
    with pytest.raises(NotFoundError):
        state.redo(_at(7))


def test_undoing_everything_leaves_no_document(path, state):
    state.note(A, "n", _at(1))
    state.set_read([A], True, _at(2))
    state.undo(_at(3))
    state.undo(_at(3))

    assert not any(StateStore(path).read().values())
    with pytest.raises(NotFoundError):
        state.undo(_at(4))


def test_a_new_act_ends_what_can_be_redone(state):
    state.set_starred([A], True, _at(1))
    state.undo(_at(2))
    state.tag([A], "x", _at(3))

    with pytest.raises(NotFoundError):
        state.redo(_at(4))


def test_one_act_is_undone_by_itself(state):
    state.set_starred([A], True, _at(1))
    state.tag([A], "x", _at(2))
    state.undo(_at(3), 1)

    assert state.get(A) == ArticleState(tags=("x",))
    with pytest.raises(UsageError, match="undone already"):
        state.undo(_at(4), 1)
    with pytest.raises(NotFoundError):
        state.undo(_at(4), 99)
    assert state.redo(_at(5)).number == 1
    assert state.get(A).starred


def test_what_a_later_act_has_changed_is_left_alone(state):
    state.set_read([A, B], True, _at(1))
    state.set_read([A], False, _at(2))
    done = state.undo(_at(3), 1)

    assert (done.changed, done.left) == (1, 1)
    assert not state.get(A).read
    assert not state.get(B).read


def test_a_mark_taken_away_and_given_again_belongs_to_the_later_act(state):
    state.set_starred([A], True, _at(1))
    state.set_starred([A], False, _at(1))
    state.set_starred([A], True, _at(1))
    done = state.undo(_at(2), 1)

    assert (done.changed, done.left) == (0, 1)
    assert state.get(A).starred
    assert [number for number, act in state.acts.history() if "undone" in act] == []


def test_an_act_over_very_many_articles_is_one_step_that_later_changes_do_not_rewrite(path, state):
    keys = [f"{number:06x}" for number in range(0, 0x1000000, 0x1000)]
    state.set_read(keys, True, _at(1))
    size = path.with_name("state.json.journal").stat().st_size
    state.set_starred([keys[7]], True, _at(2))

    assert path.with_name("state.json.journal").stat().st_size - size < 1000
    assert state.undo(_at(3), 1).changed == len(keys)
    assert state.get(keys[7]) == ArticleState(starred=True, starred_at=_at(2))
    assert state.redo(_at(4)).changed == len(keys)
    assert all(each.read for each in state.get_many(keys).values())


def test_only_so_many_acts_are_kept(path, state, monkeypatch):
    monkeypatch.setattr(acts_module, "KEPT_CHUNKS", 3)
    monkeypatch.setattr(acts_module, "KEPT_LARGE", 2)
    keys = [f"{number:06x}" for number in range(600)]
    for count in range(4):
        state.set_read(keys, count % 2 == 0, _at(count))
    with pytest.raises(UsageError, match="not kept"):
        state.undo(_at(5), 1)
    for count in range(100):
        state.set_starred([A], count % 2 == 0, _at(count))

    kept = len(_commands(state))
    assert 32 <= kept <= 48
    tables = StateStore(path)._file.names()
    assert sum(name.startswith("acts-") for name in tables) == 3
    assert sum(name.startswith("act-") for name in tables) <= 2


def test_an_article_known_under_several_keys_has_the_state_of_all_of_them(path):
    old = StateStore(path)
    old.set_read([B], True, _at(1))
    old.tag([B], "x", _at(2))
    old.note(B, "n", _at(3))
    state = StateStore(path, lambda keys: {A: [B]} if A in keys else {})

    assert (state.get(A).read, state.get(A).tags, state.get(A).notes[0].text) == (True, ("x",), "n")
    state.set_read([A], False, _at(4))
    state.untag([A], "x", _at(5))
    assert (state.get(A).read, state.get(A).tags) == (False, ())
    state.undo(_at(6))
    state.undo(_at(7))
    assert (state.get(A).read, state.get(A).tags) == (True, ("x",))


KEYS = st.lists(st.sampled_from(["ab1", "ab2", "cd1", "cd2"]), min_size=1, max_size=3, unique=True)


class Sessions(RuleBasedStateMachine):
    """Two sessions of one reader, against a list of what the state was before each act."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "state.json"
        self.sessions = [StateStore(self.path), StateStore(self.path)]
        self.clock = 0
        self.now = self._seen()
        self.before, self.behind = [], []

    def teardown(self):
        for session in self.sessions:
            session.close()
        self.folder.cleanup()

    def _seen(self):
        return StateStore(self.path).get_many(["ab1", "ab2", "cd1", "cd2"])

    def _act(self, change):
        self.clock += 1
        if change(_at(self.clock)) is not None:
            self.before.append(self.now)
            self.behind.clear()
            self.now = self._seen()

    @rule(session=st.sampled_from([0, 1]), keys=KEYS, value=st.booleans(), field=st.sampled_from(["read", "starred"]))
    def mark(self, session, keys, value, field):
        self._act(lambda at: getattr(self.sessions[session], f"set_{field}")(keys, value, at))
        for key in keys:
            assert getattr(self.now[key], field) == value

    @rule(session=st.sampled_from([0, 1]), keys=KEYS, tag=st.sampled_from(["x", "y"]), give=st.booleans())
    def tag(self, session, keys, tag, give):
        change = self.sessions[session].tag if give else self.sessions[session].untag
        self._act(lambda at: change(keys, tag, at))
        for key in keys:
            assert (tag in self.now[key].tags) == give

    @rule(session=st.sampled_from([0, 1]), key=st.sampled_from(["ab1", "cd2"]))
    def note(self, session, key):
        self._act(lambda at: self.sessions[session].note(key, "n", at))

    @precondition(lambda self: self.before)
    @rule(session=st.sampled_from([0, 1]))
    def undo(self, session):
        self.clock += 1
        assert self.sessions[session].undo(_at(self.clock)).left == 0
        self.behind.append(self.now)
        self.now = self.before.pop()

    @precondition(lambda self: self.behind)
    @rule(session=st.sampled_from([0, 1]))
    def redo(self, session):
        self.clock += 1
        assert self.sessions[session].redo(_at(self.clock)).left == 0
        self.before.append(self.now)
        self.now = self.behind.pop()

    @rule(session=st.sampled_from([0, 1]))
    def restart(self, session):
        self.sessions[session].close()
        self.sessions[session] = StateStore(self.path)

    @invariant()
    def every_session_sees_the_same(self):
        for session in self.sessions:
            assert session.get_many(list(self.now)) == self.now


TestSessions = Sessions.TestCase
TestSessions.settings = settings(max_examples=12, stateful_step_count=25, deadline=None, derandomize=True)
