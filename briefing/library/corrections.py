"""One reader's corrections of articles, kept in the reading state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefing import clock
from briefing.model import Article
from briefing.ownership import user_name
from briefing.store.shared import Articles
from briefing.store.state.corrections import KIND, correction_of, document_of
from briefing.store.state.operations import Document
from briefing.store.state.store import StateStore, table_of
from briefing.text.corrections import Changes, Correction, Property, by_target, checked, corrected, value_of


class Corrections:
    """Making, finding and taking back corrections; each call is one act. Methods may raise StoreError."""

    def __init__(self, articles: Articles, state: StateStore) -> None:
        self._articles = articles
        self._state = state

    def of(self, article: Article) -> list[Correction]:
        """The corrections of an article, the oldest first."""
        found = _read(self._state.kept(KIND, [article.id]).get(article.id, []))
        return sorted(found, key=lambda correction: correction.at)

    def apply(self, article: Article) -> Article:
        """The article as its reader has corrected it."""
        return corrected(article, self.of(article))

    def of_many(self, keys: Sequence[str]) -> dict[str, Changes]:
        """What is corrected of articles, by content key; those of which nothing is are left out."""
        return {key: by_target(_read(entries)) for key, entries in self._state.kept(KIND, keys).items()}

    def numbers(self) -> list[int]:
        """Numbers of the articles here that have corrections, the lowest first."""
        found = (self._articles.find([key]) for key in self._state.keys_with(KIND))
        return sorted({number for number in found if number is not None})

    def correct(self, article: Article, wanted: Mapping[str, Mapping[Property, str]], command: str) -> int:
        """Corrects quotes, by id, and sections, by key, of an article as the analysis has it; how many properties.

        Raises:
            UsageError: a value is none that the property can have; nothing is corrected then.
        """
        at, by = clock.now(), user_name()
        made = [
            Correction(target, name, checked(name, value), value_of(article, target, name), by, at)
            for target, values in wanted.items()
            for name, value in values.items()
        ]
        documents = dict(document_of(_identified(each, article.language), article.id) for each in made)
        self._state.perform(command, at, {f"{KIND}-{table_of(article.id)}": documents})
        return len(documents)

    def clear(self, article: Article, targets: Iterable[str] | None, command: str) -> int:
        """Takes back the corrections of these quotes and sections, or all of the article; how many there were."""
        wanted = None if targets is None else set(targets)
        gone: dict[str, dict[str, dict[str, Any]]] = {}
        for name, document in self._state.kept(KIND, [article.id]).get(article.id, []):
            if wanted is None or document.get("target") in wanted:
                table = f"{KIND}-{table_of(document['key'])}"
                gone.setdefault(table, {})[name] = dict.fromkeys(document)
        self._state.perform(command, clock.now(), gone)
        return sum(map(len, gone.values()))


def _read(entries: Iterable[tuple[str, Document]]) -> list[Correction]:
    """The corrections that documents are."""
    return [correction for _, document in entries if (correction := correction_of(document))]


def _identified(correction: Correction, language: str) -> Correction:
    """The correction of a speaker with the id of whom the name authority takes the name for, if for one only."""
    if correction.property != "speaker" or not correction.value:
        return correction
    from briefing.library.knowledge import own_knowledge

    authority = own_knowledge().authority
    # The analyst may write the name in another script than the article does.
    called = authority.called(correction.value)
    alone = next(iter(called)) if len(called) == 1 else None
    return correction._replace(person=authority.person_of(correction.value, language) or alone)
