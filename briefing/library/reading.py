"""What a reader does with articles: tags, notes, taking acts back, carrying the state elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing import clock
from briefing.errors import NotFoundError, UsageError
from briefing.library import statetext
from briefing.model import Act
from briefing.store.shared import Articles
from briefing.store.state import actrecords
from briefing.store.state.acts import Changes
from briefing.store.state.operations import Document
from briefing.store.state.store import StateStore, table_of
from briefing.store.state.undo import Reverted
from briefing.text.clean import clean, clean_line

BATCH = 256
"""Articles looked up at once."""

SHOWN = 4
"""Articles that a line of the history names."""

LONGEST_TAG = 80


class Reading:
    """One reader's state of one library. Every change is one act, on disk when the method returns.

    Methods may raise StoreError; those that take numbers raise NotFoundError if one names no article, and change none.
    """

    def __init__(self, articles: Articles, state: StateStore) -> None:
        self._articles = articles
        self._state = state

    def tag(self, numbers: Iterable[int], tag: str) -> str:
        """Gives articles a tag; the tag as it is kept. Raises UsageError if it is none."""
        name = tag_name(tag)
        self._state.tag(self.keys(numbers), name, clock.now())
        return name

    def untag(self, numbers: Iterable[int], tag: str) -> str:
        """Takes a tag from articles; the tag as it was kept. Raises UsageError if it is none."""
        name = tag_name(tag)
        self._state.untag(self.keys(numbers), name, clock.now())
        return name

    def note(self, number: int, text: str) -> None:
        """Adds a note to an article. Raises UsageError if there is nothing in it."""
        cleaned = clean(text).strip()
        if not cleaned:
            raise UsageError("A note needs some text.", 'Such as: briefing note 12 --text "check the second quote"')
        (key,) = self.keys([number])
        self._state.note(key, cleaned, clock.now())

    def mark_all_read(self, numbers: Iterable[int]) -> int:
        """Marks those of the articles read that are not; how many they were."""
        keys = self.keys(numbers)
        states = self._state.get_many(keys)
        unread = [key for key in keys if not states[key].read]
        self._state.set_read(unread, True, clock.now())
        return len(unread)

    def undo(self, number: int | None = None) -> Reverted:
        """Undoes the last act, or one by itself. Raises NotFoundError, UsageError."""
        return self._state.undo(clock.now(), number)

    def redo(self) -> Reverted:
        """Does again what was undone last. Raises NotFoundError if there is nothing."""
        return self._state.redo(clock.now())

    def history(self, limit: int | None = None) -> list[Act]:
        """The acts that are kept, or so many of them, the newest first."""
        found: list[Act] = []
        for number, act in self._state.acts.history():
            if limit is not None and len(found) >= limit:
                break
            found.append(self._act(number, act))
        return found

    def export(self) -> Iterator[str]:
        """The lines of the state as text; see `statetext`."""
        return statetext.written(self._state.read(), self._url_of)

    def take_over(self, lines: Iterable[str], file: str) -> int:
        """Adds the facts of an exported state as one act; how many articles they are about.

        What the state says otherwise is overwritten, and what the text does not speak of stays.

        Raises:
            DataError: a line of `file` is no fact; nothing is changed.
        """
        facts = list(statetext.facts_of(lines, file))
        urls = {fact.key: fact.value for fact in facts if fact.name == statetext.URL and isinstance(fact.value, str)}
        own = {key: self._own_key(key, urls.get(key)) for key in dict.fromkeys(fact.key for fact in facts)}
        changes: dict[str, dict[str, Document]] = {}
        for fact in facts:
            key = own[fact.key]
            if fact.id:
                kept = {**fact.value, "key": key}
                changes.setdefault(f"{fact.name}-{table_of(key)}", {})[fact.id] = kept
            elif fact.name != statetext.URL:
                changes.setdefault(table_of(key), {}).setdefault(key, {})[fact.name] = fact.value
        self._perform(f"import {clean_line(file)}", changes)
        return len(own)

    def keys(self, numbers: Iterable[int]) -> list[str]:
        """Content keys of articles by number."""
        wanted = list(numbers)
        found: dict[int, str] = {}
        for start in range(0, len(wanted), BATCH):
            heads = self._articles.heads(wanted[start : start + BATCH])
            found.update((head["number"], head["id"]) for head in heads)
        for number in wanted:
            if number not in found:
                raise NotFoundError("article", str(number), "briefing list shows the numbers.")
        return [found[number] for number in wanted]

    def _perform(self, command: str, changes: Changes) -> None:
        self._state.perform(command, clock.now(), changes)

    def _act(self, number: int, act: Document) -> Act:
        groups = actrecords.groups_of(act.get("groups"))
        numbers = (self._articles.find([key]) for key in actrecords.keys(groups)[:SHOWN])
        return Act(
            number=number,
            at=act["at"],
            command=act["command"],
            count=act["count"],
            articles=tuple(found for found in numbers if found is not None),
            undone_at=act.get("undone_at"),
        )

    def _own_key(self, key: str, url: str | None) -> str:
        """The key that this library's article has which another library keeps under `key`."""
        from briefing.text.identity import url_key

        keys: Sequence[str] = (key, url_key(url)) if url else (key,)
        number = self._articles.find(keys)
        record = self._articles.record(number) if number is not None else None
        return record["id"] if record else key

    def _url_of(self, key: str) -> str | None:
        number = self._articles.find([key])
        record = self._articles.record(number) if number is not None else None
        return record["url"] if record else None


def tag_name(text: str) -> str:
    """A tag as it is kept: one word, so that `tag:NAME` needs no quotation marks.

    Raises:
        UsageError: nothing is left of it, or it is too long.
    """
    name = "-".join(clean_line(text).strip().removeprefix("#").split())
    if not name or len(name) > LONGEST_TAG:
        raise UsageError(f"'{name}' is no tag.", f"A tag has 1 to {LONGEST_TAG} letters: briefing tag kashmir 12")
    return name
