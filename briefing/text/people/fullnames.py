"""The fullest form of a name that an article gives: Lavrov -> Sergei Lavrov."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, lru_cache

from briefing.text.fold import DROPPED, WORD_CLASS, fold
from briefing.text.mentions.runs import RunReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.people.capital_fullnames import CapitalFullNames
from briefing.text.people.cases import Nominative
from briefing.text.people.name_search import NameSearch
from briefing.text.remembered import Remembered
from briefing.text.sentences.skeleton import Sentence, sentences

SEEN = 24
"""Places of a name that are looked at when a fuller form is sought."""
REACH = 90
"""Code points before a short name in which its fuller form can begin."""

UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x530) if chr(code).isupper())
"""Capital letters of the Latin, Greek and Cyrillic scripts, for the body of a class."""
_COUNTED = 50_000
"""Code points from which on to count all words costs less than to look for some."""
_IN_WORD = re.compile(f"[{WORD_CLASS}]")
_PARTNERS = {"«": "»", "“": "”", '"': '"'}
"""Marks that open, with those that close them."""
_CLOSING = frozenset('»”"')

_ABBREVIATED = re.compile(r'\w"\w')
"""The mark inside a Hebrew abbreviation: צה"ל."""

_MARKS = re.compile(f"(?!\u200c){DROPPED.pattern.removesuffix('+')}")
"""What folding drops but the non-joiner, which is part of a Persian name's spelling."""


@cache
def _given() -> re.Pattern[str]:
    """A capitalised word and the one or two that follow it; compiled when the first name is looked for."""
    return re.compile(rf"[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{1,2}}")


_BOUNDING = ("links", "demonyms", "offices", "places", "determiners", "adverbs", "times", "cases", "anonymous")
_BREAKING = ("prepositions", "complementisers", "conjunctions", "stops", "relatives")
_COMMON = ("determiners", "prepositions", "conjunctions", "adverbs", "times", "auxiliaries")
_LISTS = (_BOUNDING, _BREAKING, _COMMON)
"""Lists whose words a full name follows but never holds, that end a title, and that begin no name."""


@lru_cache(maxsize=16)
def _lists(pack: LanguagePack) -> tuple[frozenset[str], ...]:
    """The words of the lists above."""
    bounding, breaking, common = (frozenset().union(*(pack.words[k] for k in keys)) for keys in _LISTS)
    return bounding, breaking | pack.actions, common


class FullNames:
    """Searches one article for fuller forms of names; `known` gives the known names that hold a folded word."""

    def __init__(
        self,
        text: str,
        search: NameSearch,
        pack: LanguagePack,
        runs: RunReader,
        known: Callable[[str], list[str]],
    ) -> None:
        self.text, self.pack, self.runs, self.nouns = text, pack, runs, runs.nouns
        self.search, self.folded = search, search.text
        self._names = known
        self._bounding, self._breaking, common = _lists(pack)
        self._capital = CapitalFullNames(text, self.folded, pack, runs.nouns, common, self._breaking)
        self._fuller: dict[str, str] = {}
        self._read: dict[str, str] = {}
        self._introduced: dict[str, str | None] = {}

    @cached_property
    def nominative(self) -> Nominative:
        """Restores the nominative of the article's names."""
        return Nominative(self.pack, self.counts)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each folded word occurs; only a long text is counted as a whole, since few words are asked for."""
        if len(self.folded) <= _COUNTED:
            return Remembered(self._count)
        return Counter(re.findall(f"[{WORD_CLASS}]+", self.folded))

    def _count(self, word: str) -> int:
        """How often a folded word occurs, found place by place."""
        if not word:
            return 0
        found, at = 0, self.search.find(word)
        while at >= 0:
            end = at + len(word)
            apart = not (at and _IN_WORD.match(self.folded, at - 1)) and not _IN_WORD.match(self.folded, end)
            found += apart
            at = self.search.find(word, end)
        return found

    def fullest(self, name: str) -> str:
        """The fullest form of a name in the article; the name itself if there is none."""
        key = fold(name)
        if key not in self._fuller:
            self._fuller[key] = self._search(key, name)
        return self._fuller[key]

    def vouched(self, name: str) -> bool:
        """A title or a reporting verb stands before a fuller form of a name of one word."""
        key = fold(name)
        return any(" " in found for found in self._candidates(key, [key]))

    def _search(self, key: str, name: str) -> str:
        tail = key.split()
        known = [name for name in self._names(tail[-1]) if ends(fold(name).split(), tail)]
        found = Counter(self._candidates(key, tail))
        best = max(found, key=lambda n: (found[n] > 0, len(n.split()), found[n]), default=name)
        if not found and not known and len(tail) == 1 and not self.pack.capitals and self.pack.spaces:
            best = self._first_given(key) or name
        fuller = max([name, best, *known], key=lambda n: len(n.split()))
        if len(fuller.split()) > 1:
            return fuller
        return self._by_given(tail[0]) or fuller

    def _first_given(self, key: str) -> str | None:
        """A lone name with the given names before it where it stands first: news give a full name once.

        The word before counts as one if it stands nowhere else without the name, and where it begins a title, a
        comma, or the paragraph ends.
        """
        at = self.search.find(key)
        while at >= 0 and not self._whole(at, at + len(key)):
            at = self.search.find(key, at + 1)
        if at < 0:
            return None
        sentence = self._fragment(self._plain_left(at), at + len(key))
        last = len(sentence.forms) - 1
        first = last
        while first > 0 and last - first < 3 and self._can_be_given(sentence, first - 1):
            first -= 1
        bounded = first == 0 or not sentence.letters[first - 1] or self._bounds(sentence, first - 1)
        if first == last or not bounded:
            return None
        alone = " ".join(sentence.forms[first:])
        given = sentence.forms[first]
        if self.counts[given] != self.search.count(alone) and given not in self.pack.words["compounds"]:
            return None
        return written(sentence.slice(first, last))

    def _can_be_given(self, sentence: Sentence, at: int) -> bool:
        """A word no list knows; a definite one only behind the first half of a name (عبد اللطيف)."""
        form, words = sentence.forms[at], self.pack.words
        if form in words["compounds"]:
            return True
        if not sentence.letters[at] or len(form) < 2 or form[0].isdigit() or self._bounds(sentence, at):
            return False
        bound = at > 0 and sentence.forms[at - 1] in words["compounds"]
        if self.nouns.definite(form):
            return bound
        return not form.startswith(self.pack.proclitics) or sentence.raw(at) in self.pack.given

    def _bounds(self, sentence: Sentence, at: int) -> bool:
        """A word that a full name follows but never holds: title, body, place, verb or any word of grammar."""
        form = sentence.forms[at]
        if self._breaks(sentence, at) or self.nouns.heads_title(form) or self.nouns.heads_organisation(form):
            return True
        if form in self.pack.pronouns or (self.nouns.definite(form) and at == 0):
            return True
        bound = at > 0 and sentence.forms[at - 1] in self.pack.words["compounds"]
        return form in self._bounding or (self.nouns.definite(form) and not bound)

    def _by_given(self, key: str) -> str | None:
        """The full name that begins with a lone given name: Sir Keir -> Keir Starmer."""
        known = [name for name in self._names(key) if fold(name).split()[0] == key]
        if known or not self.pack.capitals:
            return max(known, key=len, default=None)
        matches = (_given().match(self.text, at) for at in self._places(key))
        found = Counter(match[0] for match in matches if match is not None)
        best = found.most_common(1)
        return written(best[0][0]) if best else None

    def introduced(self, name: str) -> str | None:
        """A lone given name with the one behind it, where a title introduces both: المتحدث باسم الوزارة غاو فنغ."""
        key = fold(name)
        if self.pack.capitals or not self.pack.spaces:
            return None
        if key not in self._introduced:
            self._introduced[key] = self._introduction(key, name)
        return self._introduced[key]

    def _introduction(self, key: str, name: str) -> str | None:
        for at in self._places(key):
            end = at + len(key)
            if self._whole(at, end) and self._fuller_before(at):
                short = self._with_next(at, end)
                longer = self._with_next(at, at + len(short)) if short is not None and short.startswith(name) else None
                found = next((n for n in (longer, short) if n is not None and fold(n).split()[0] == key), None)
                if found is not None:
                    return found
        return None

    def _with_next(self, at: int, end: int) -> str | None:
        """The titled name that the word behind `at`..`end` ends, if that word can be part of one."""
        stop = min((i for i in (self.folded.find(mark, end + 1, end + REACH) for mark in " ،\n") if i > 0), default=-1)
        if self.folded[end : end + 1] != " " or stop < 0:
            return None
        sentence = self._fragment(self._plain_left(at), stop)
        last = len(sentence.forms) - 1
        if last < 2 or not self._ends_name(sentence, last):
            return None
        first = self.runs.left(sentence, last)
        head = next((i for i in range(first, last) if self.nouns.heads_title(sentence.forms[i])), None)
        mention = self.nouns.read(sentence, head, last) if head is not None else None
        return mention.name if mention is not None and mention.kind == "name" else None

    def _ends_name(self, sentence: Sentence, at: int) -> bool:
        """A word that no list knows and no prefix marks."""
        form = sentence.forms[at]
        if not sentence.letters[at] or self._bounds(sentence, at) or self.nouns.common(sentence, at):
            return False
        if form in self.pack.words["compounds"] or form.startswith(self.pack.proclitics[:1]):
            return False
        if self.nouns.governed(form):
            return False
        return not self.nouns.definite(form) and not self.runs.prefixed.addressee(sentence, at)

    def _places(self, key: str) -> Iterator[int]:
        """Where the folded key stands, at its first places."""
        at = self.search.find(key)
        for _ in range(SEEN):
            if at < 0:
                return
            yield at
            at = self.search.find(key, at + len(key))

    def _candidates(self, key: str, tail: list[str]) -> list[str]:
        """Names of the article that end with the words of the key."""
        found = []
        for at in self._places(key):
            stop = self._stop(at, at + len(key))
            if stop is not None and self._fuller_before(at):
                found.append(self._name_up_to(at, stop))
        return [name for name in found if ends(fold(name).split(), tail)]

    def _stop(self, start: int, end: int) -> int | None:
        """Where the word of a name ends, with its case ending; None if another word only begins like it."""
        if self._whole(start, end):
            return end
        for ending, nominative in self.pack.name_endings:
            if not nominative and self.folded.startswith(ending, end) and self._whole(start, end + len(ending)):
                return end + len(ending)
        return None

    def _fuller_before(self, start: int) -> bool:
        """The word before can belong to a fuller form of the name; a cheap look that saves reading most places."""
        first = max(self.text.rfind(" ", 0, max(0, start - 1)), self.text.rfind("\n", 0, start)) + 1
        if first >= start:
            return False
        form = self.folded[first:start].strip()
        if self.pack.capitals:
            return self.text[first].isupper() or form in self.pack.words["particles"]
        return form not in self.pack.verbs and form not in self.pack.words["prepositions"]

    def _whole(self, start: int, end: int) -> bool:
        before, after = self.folded[start - 1 : start], self.folded[end : end + 1]
        return not before.isalnum() and not after.isalnum()

    def _name_up_to(self, start: int, end: int) -> str:
        """The name that ends at `end`, with the given names and without the title before it."""
        left = self._capital.left(start) if self.pack.capitals else self._plain_left(start)
        key = self.text[left:end]
        if key not in self._read:
            sentence = self._fragment(left, end)
            last = len(sentence.forms) - 1
            found = self._capital.name(sentence, last) if self.pack.capitals else self._plain_name(sentence, last)
            name = written(found) if found else ""
            self._read[key] = self.nominative.of(name) if name and self.pack.name_endings else name
        return self._read[key]

    def _plain_left(self, start: int) -> int:
        """Where the words that can be title and given names of a name begin at the earliest."""
        left = max(0, start - REACH, self.text.rfind("\n", 0, start) + 1)
        return left if left == 0 or self.text[left - 1] == "\n" else self.text.find(" ", left, start) + 1 or start

    def _fragment(self, start: int, end: int) -> Sentence:
        found = sentences(self.text, self.folded, start, end, [], self.pack)
        return found[-1]

    def _plain_name(self, sentence: Sentence, last: int) -> str | None:
        """A name without capitals is trusted only behind a title or a reporting verb."""
        first, title = last, None
        while first > 0 and last - first < 10 and not self._breaks(sentence, first - 1):
            first -= 1
            if self.nouns.heads_title(sentence.forms[first]):
                title = first
        behind_verb = first > 0 and sentence.forms[first - 1] in self.pack.verbs
        if title is None and not behind_verb:
            return None
        mention = self.nouns.read(sentence, first if behind_verb or title is None else title, last)
        if mention is None or mention.kind != "name" or not mention.name:
            return None
        given = mention.name.split(" ", 1)[0]
        return None if self.runs.prefixed.addresses(given) else mention.name

    def _breaks(self, sentence: Sentence, at: int) -> bool:
        form = sentence.forms[at]
        if not sentence.letters[at]:
            return form not in (".", "،")
        if self.runs.prefixed.addressee(sentence, at) and (
            not self.nouns.definite(form) or self.nouns.heads_title(form[2:])
        ):
            return True
        return form in self._breaking or (form in self.pack.verbs and not self.nouns.heads_title(form))


def ends(words: list[str], tail: list[str]) -> bool:
    """The words end with the others."""
    return len(words) >= len(tail) and words[-len(tail) :] == tail


def written(name: str) -> str:
    """A name as one line, without marks, possessive endings and doubled spaces."""
    name = _without_halves(" ".join(name.split()).strip(" .,،:;\"'«»“”"))
    return re.sub(r"['’]s$", "", name if name.isascii() else _MARKS.sub("", name))


def _without_halves(name: str) -> str:
    """A name that begins within quotation marks, up to the one that ends them; one that ends within them, closed."""
    mark = next((char for char in name if char in _PARTNERS or char in _CLOSING), None)
    if mark == '"' and _ABBREVIATED.search(name):
        return name
    if mark is None or sum(name.count(char) for char in {mark, _PARTNERS.get(mark, mark)}) % 2 == 0:
        return name
    at = name.index(mark)
    if mark in _CLOSING and name[at - 1] != " ":
        return name[:at]
    return name + _PARTNERS[mark] if mark in _PARTNERS and name.count(mark) == 1 else name
