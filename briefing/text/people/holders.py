"""Holders of titles: whom an article names beside a title that stands without a name elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.text.fold import fold
from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.openings import OpeningReader
from briefing.text.mentions.runs import RunReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.people.fullnames import REACH, SEEN
from briefing.text.people.name_search import NameSearch
from briefing.text.sentences.skeleton import Sentence, sentences


class HolderReader:
    """Searches one article for the names beside titles."""

    def __init__(self, text: str, search: NameSearch, pack: LanguagePack, runs: RunReader) -> None:
        self.text, self.search, self.folded = text, search, search.text
        self.pack, self.runs, self.nouns = pack, runs, runs.nouns
        self.openings = OpeningReader(runs)

    def mentions(self, title: tuple[str, ...]) -> Iterator[Mention]:
        """The names beside a title, the surest place first."""
        if not title:
            return
        words = {fold(word) for word in title}
        if self.pack.capitals:
            yield from self._in_apposition(" ".join(map(fold, title)), words)
            if len(title) > 1:
                yield from self._behind(" ".join(map(fold, title)), words)
        yield from self._behind(title[-1] if self.pack.capitals else title[0], words)

    def fragment(self, start: int) -> Sentence:
        """The words from a place on, as far as a mention can reach."""
        stop = self.text.find("\n", start)
        end = min(start + REACH, stop if stop >= 0 else len(self.text))
        return sentences(self.text, self.folded, start, end, [], self.pack)[0]

    def _in_apposition(self, title: str, words: set[str]) -> Iterator[Mention]:
        """The name before or behind a title that a comma parts from it."""
        for before in ("", *(f"{word} " for word in self.pack.words["determiners"])):
            at = self.search.find(f", {before}{title}")
            found = self._before(at + 2) if at >= 0 else None
            if found is not None:
                yield found
        found = self._full_behind(title) if words.isdisjoint(self.pack.words["roles"]) else None
        if found is not None:
            yield found

    def _behind(self, head: str, words: set[str]) -> Iterator[Mention]:
        """The name right behind the title at its first place that has one, or before it."""
        at = self.search.find(head)
        for _ in range(SEEN):
            if at < 0:
                return
            mention = self._from(at)
            titled = mention is not None and words <= {fold(word) for word in mention.title}
            if titled and mention is not None and mention.name and mention.kind == "name":
                yield mention
                return
            before = self._before(at) if titled else None
            if before is not None:
                yield before
                return
            at = self.search.find(head, at + 1)

    def _full_behind(self, title: str) -> Mention | None:
        """The full name behind a title in small letters, or behind a comma there: "his son, Paul Marsh, was …"."""
        at = self.search.find(f" {title}")
        for _ in range(SEEN):
            if at < 0:
                return None
            first = at + len(title) + 1
            first += 2 if self.text.startswith(", ", first) else 1
            if self.text[at + 1].islower() and self.text[first : first + 1].isupper():
                words = self.fragment(first)
                last = self.runs.right(words, 0)
                found = self.nouns.read(words, 0, last) if last > 0 else None
                if found is not None and found.kind == "name" and " " in (found.name or ""):
                    return found
            at = self.search.find(f" {title}", first)
        return None

    def _start(self, at: int) -> int:
        """Where the word at a place begins."""
        line = self.folded.rfind("\n", 0, at) if self.pack.capitals else -1
        return max(self.folded.rfind(" ", 0, at), line) + 1

    def _from(self, at: int) -> Mention | None:
        start = self._start(at)
        if self.pack.capitals and not self.text[at].isupper():
            return None
        fragment = self.fragment(start)
        first, last = self.openings.bounds(fragment)
        return self.nouns.read(fragment, first, last) if last >= first else None

    def _before(self, at: int) -> Mention | None:
        """The name whose title follows it behind a comma: «علی نوایی، وزیر اقتصاد»."""
        start = self._start(at)
        comma = self.text[:start].rstrip()
        if not comma.endswith((",", "،")):
            return None
        first = max(self.text.rfind("\n", 0, start) + 1, start - REACH)
        words = sentences(self.text, self.folded, first, len(comma) - 1, [], self.pack)
        if not words:
            return None
        last = len(words[-1].forms) - 1
        begin = self.runs.left(words[-1], last)
        if begin > last or (self.pack.capitals and words[-1].forms[last] in self.pack.words["adverbs"]):
            return None  # "Meanwhile, the National Security Minister said"
        found = self.nouns.read(words[-1], begin, last)
        return found if found is not None and found.kind == "name" else None
