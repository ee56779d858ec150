"""Which articles are unread, by number, whatever happens to library and state."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.store.articles import ArticleStore
from briefing.store.search.stateindex import StateIndex
from briefing.store.search.unread import resolve
from briefing.store.state.store import StateStore
from tests.articles import article

AT = "2026-11-23T09:14:00Z"


class Desk:
    """A library and a state, with what is known of them."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "library.db"
        self.store = ArticleStore(self.path)
        self.state = StateStore(folder / "state.json")
        self._index = StateIndex(folder / "state.json")
        self._made = 0

    @property
    def connection(self) -> sqlite3.Connection:
        return self.store._connection

    def add(self) -> int:
        self._made += 1
        return self.store.insert(article(id=f"{self._made:020x}"), [f"{self._made:020x}"], AT)

    def unread(self) -> list[int]:
        """The numbers as they are kept."""
        self._index.attach(self.connection)
        library = resolve(self.connection, self.path)
        query = "SELECT number FROM state.unread JOIN articles USING (number) WHERE library = ? ORDER BY number"
        return [row[0] for row in self.connection.execute(query, (library,))]

    def expected(self) -> list[int]:
        """The numbers as they follow from keys and marks, looked at one by one."""
        found = []
        for (number,) in self.connection.execute("SELECT number FROM articles ORDER BY number").fetchall():
            keys = [row[0] for row in self.connection.execute("SELECT key FROM keys WHERE article = ?", (number,))]
            if not any(state.read for state in self.state.get_many(keys).values()):
                found.append(number)
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.store.close()


def test_what_is_read_is_not_among_the_unread(desk: Desk) -> None:
    numbers = [desk.add() for _ in range(4)]
    assert desk.unread() == numbers
    desk.state.set_read([f"{2:020x}"], True, AT)
    assert desk.unread() == [1, 3, 4]
    desk.state.set_read([f"{2:020x}"], False, AT)
    assert desk.unread() == numbers


def test_an_article_that_gets_another_key_takes_over_its_mark(desk: Desk) -> None:
    number = desk.add()
    desk.state.set_read(["ab" * 10], True, AT)
    assert desk.unread() == [number]
    desk.store.complete(number, article(), ["ab" * 10])
    assert desk.unread() == []


def test_an_article_that_comes_back_from_the_trash_is_looked_at_again(desk: Desk) -> None:
    numbers = [desk.add() for _ in range(3)]
    assert desk.unread() == numbers
    desk.store.trash.discard(2, AT, "asked")
    desk.state.set_read([f"{2:020x}"], True, AT)
    assert desk.unread() == [1, 3]
    desk.store.trash.bring_back(2)
    assert desk.unread() == [1, 3]


def test_another_library_has_unread_articles_of_its_own(desk: Desk, tmp_path: Path) -> None:
    desk.add()
    desk.state.set_read([f"{1:020x}"], True, AT)
    assert desk.unread() == []
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    other._index, other.state = desk._index, desk.state
    assert [other.add(), other.add()] == [1, 2]
    assert other.unread() == [2]
    other.store.close()


def test_the_account_is_right_after_any_changes(desk: Desk) -> None:
    chance, numbers = random.Random(5), [desk.add() for _ in range(10)]
    for _ in range(60):
        for _ in range(chance.randint(1, 4)):
            number = chance.choice(numbers)
            act = chance.random()
            if act < 0.2:
                numbers.append(desk.add())
            elif act < 0.3:
                desk.store.complete(number, article(), [f"{chance.randint(1, 40):020x}"])
            else:
                desk.state.set_read([f"{chance.randint(1, 40):020x}"], chance.random() < 0.6, AT)
        assert desk.unread() == desk.expected()
