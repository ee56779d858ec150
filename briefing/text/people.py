"""The people and organisations of one article: short names, titles and pronouns to the fullest name it gives.

Nothing is looked up before a quote needs it; the article is then searched for fuller forms of the name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from briefing.text.fold import DROPPED, WORD_CLASS, fold, fold_aligned
from briefing.text.nouns import Mention
from briefing.text.pack import Gender, LanguagePack
from briefing.text.runs import RunReader
from briefing.text.skeleton import Sentence, sentences

SEEN = 24
"""Places of a name that are looked at when a fuller form is sought."""
REACH = 90
"""Code points before a short name in which its fuller form can begin."""

_GIVEN = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}")
"""A capitalised word and the one or two that follow it."""


@dataclass(slots=True)
class Person:
    """A speaker of the article; `name` None stands for a source without a name."""

    name: str | None
    gender: Gender | None = None
    organisation: bool = False
    titles: set[str] = field(default_factory=set)


class People:
    """Who is who in one article."""

    def __init__(self, title: str, text: str, pack: LanguagePack, runs: RunReader) -> None:
        self.text = text if pack.capitals or not title else f"{title}\n\n{text}"
        self.pack, self.runs, self.nouns = pack, runs, runs.nouns
        self.known: dict[str, Person] = {}
        self._occurrences: dict[str, int] = {}
        self._by_word: defaultdict[str, list[Person]] = defaultdict(list)
        self._fuller: dict[str, str] = {}
        self._titled: dict[tuple[str, ...], Person | None] = {}

    @cached_property
    def folded(self) -> str:
        """The article in its folded spelling, offsets kept."""
        return fold_aligned(self.text)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each folded word occurs."""
        return Counter(re.findall(rf"[{WORD_CLASS}]+", self.folded))

    def person(
        self, mention: Mention, *, gender: Gender | None = None, sure: bool = True, with_object: bool = False
    ) -> Person | None:
        """Who a name, title or organisation names; None if the article does not say.

        Without `sure` (a homograph may have been taken for a verb) a name needs a title or a second place.
        `with_object`: behind the name stands the object of its verb: «وصفت رحمن الزيارة بأنها …».
        """
        if mention.kind == "anonymous":
            return Person(None, gender)
        if mention.kind == "organisation" and mention.name:
            name = self._organisation(mention.name)
            if self.pack.capitals and name.islower():
                return Person(None, gender, organisation=True)
            return self._keep(name, mention, gender, organisation=True)
        if mention.kind == "name" and mention.name:
            name = self.fullest(self._trimmed(_written(mention.name), with_object))
            if " " in name and all(self.nouns.definite(word) for word in fold(name).split()):
                return None
            plausible = self._plausible(name) and (sure or self._supported(name, mention))
            return self._keep(name, mention, mention.gender or gender) if plausible else None
        if mention.title and mention.title[0] in self.pack.words["generic"]:
            return None
        return self._by_title(mention.title)

    def _supported(self, name: str, mention: Mention) -> bool:
        last = fold(name).split()[-1]
        return bool(mention.title) or self.counts[last] > 1 or self.pack.capitals

    def _trimmed(self, name: str, with_object: bool) -> str:
        """A name without the object that follows it: «رفض كيربي الحديث» names كيربي."""
        words = name.split()
        if self.pack.capitals or len(words) < 2 or self._occurs(name) > 1:
            return name
        for length in range(len(words) - 1, 0, -1):
            part = " ".join(words[:length])
            repeated = length > 1 and self.nouns.definite(fold(words[length])) and self._occurs(part) > 1
            if repeated or self._holds(fold(part)):
                return part
            definite = with_object and self.nouns.definite(fold(words[length]))
            if definite and len(self.fullest(part).split()) > length:
                return part
        return name

    def _occurs(self, name: str) -> int:
        """How often the article says a name; each is counted once, since a count reads the whole text."""
        key = fold(name)
        if key not in self._occurrences:
            self._occurrences[key] = self.folded.count(key)
        return self._occurrences[key]

    def _holds(self, key: str) -> bool:
        """A known name of several words ends with the key."""
        tail = key.split()
        return any(" " in name and _ends(fold(name).split(), tail) for name in self._names(tail[-1]))

    def _keep(self, name: str, mention: Mention, gender: Gender | None, *, organisation: bool = False) -> Person:
        key = fold(name)
        found = self.known.get(key)
        if found and mention.gender and found.gender and mention.gender != found.gender:
            return Person(_written(mention.name or name), mention.gender)
        if found is None:
            found = self.known[key] = Person(name, gender, organisation)
            for word in dict.fromkeys(key.split()):
                self._by_word[word].append(found)
        found.gender = found.gender or gender
        found.titles.update(fold(word) for word in mention.title)
        return found

    def _plausible(self, name: str) -> bool:
        """A single word that stands nowhere else and is no capitalised name says too little."""
        return (
            self.pack.capitals
            or " " in name
            or sum(self.counts[p + fold(name)] for p in ("", *self.pack.proclitics)) > 1
        )

    # Names.

    def fullest(self, name: str) -> str:
        """The fullest form of a name in the article; the name itself if there is none."""
        key = fold(name)
        if key not in self._fuller:
            self._fuller[key] = self._search(key, name)
        return self._fuller[key]

    def _search(self, key: str, name: str) -> str:
        tail = key.split()
        known = [name for name in self._names(tail[-1]) if _ends(fold(name).split(), tail)]
        found = Counter(self._candidates(key, tail))
        best = max(found, key=lambda n: (found[n] > 0, len(n.split()), found[n]), default=name)
        fuller = max([name, best, *known], key=lambda n: len(n.split()))
        return self._by_given(tail[0]) or fuller if len(fuller.split()) == 1 else fuller

    def _by_given(self, key: str) -> str | None:
        """The full name that begins with a lone given name: Sir Keir -> Keir Starmer."""
        known = [name for name in self._names(key) if fold(name).split()[0] == key]
        if known or not self.pack.capitals:
            return max(known, key=len, default=None)
        found = Counter(m[0] for m in self._matches(key, _GIVEN) if m is not None)
        best = found.most_common(1)
        return _written(best[0][0]) if best else None

    def _matches(self, key: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str] | None]:
        """What the pattern finds at the first places of the folded key."""
        at = self.folded.find(key)
        for _ in range(SEEN):
            if at < 0:
                return
            yield pattern.match(self.text, at)
            at = self.folded.find(key, at + len(key))

    def _names(self, word: str, *, organisations: bool = False) -> list[str]:
        """The latest known names of people, or of organisations, that hold the folded word."""
        sharing = self._by_word[word][-SEEN:] if word in self._by_word else []
        return [person.name for person in sharing if person.name and person.organisation == organisations]

    def _candidates(self, key: str, tail: list[str]) -> list[str]:
        """Names of the article that end with the words of the key."""
        found, at = [], self.folded.find(key)
        for _ in range(SEEN):
            if at < 0:
                break
            end = at + len(key)
            if self._whole(at, end) and self._fuller_before(at):
                found.append(self._name_up_to(at, end))
            at = self.folded.find(key, end)
        return [name for name in found if _ends(fold(name).split(), tail)]

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
        left = max(0, start - REACH, self.text.rfind("\n", 0, start) + 1)
        sentence = self._fragment(
            left if left == 0 or self.text[left - 1] == "\n" else self.text.find(" ", left, start) + 1 or start, end
        )
        last = len(sentence.words) - 1
        mention = self._capital_name(sentence, last) if self.pack.capitals else self._plain_name(sentence, last)
        return _written(mention) if mention else ""

    def _fragment(self, start: int, end: int) -> Sentence:
        found = sentences(self.text, start, end, [], self.pack, 0)
        return found[-1]

    def _capital_name(self, sentence: Sentence, last: int) -> str | None:
        first = last
        while first > 0 and self._capital_part(sentence, first - 1):
            first -= 1
        while last - first > 1 and sentence.forms[first] in self.pack.words["places"]:
            first += 1
        while first < last and (
            sentence.forms[first] in self.pack.words["particles"] or self._common(sentence.forms[first])
        ):
            first += 1
        mention = self.nouns.read(sentence, first, last)
        return mention.name if mention and mention.kind == "name" else None

    def _capital_part(self, sentence: Sentence, at: int) -> bool:
        form = sentence.forms[at]
        if form.endswith("'s"):
            return False
        return (
            sentence.capital(at)
            or form in self.pack.words["particles"]
            or form in self.pack.words["genitives"]
            or (
                form == "."
                and at > 0
                and (len(sentence.forms[at - 1]) == 1 or sentence.forms[at - 1] in self.pack.abbreviations)
            )
        )

    def _common(self, form: str) -> bool:
        keys = ("determiners", "prepositions", "conjunctions", "adverbs", "times", "auxiliaries")
        return any(form in self.pack.words[key] for key in keys)

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
        return mention.name if mention and mention.kind == "name" else None

    def _breaks(self, sentence: Sentence, at: int) -> bool:
        form, words = sentence.forms[at], self.pack.words
        if not sentence.words[at].letter:
            return form not in (".", "،")
        keys = ("prepositions", "complementisers", "conjunctions", "stops", "relatives")
        return (form in self.pack.verbs and not self.nouns.heads_title(form)) or any(form in words[key] for key in keys)

    # Titles and organisations.

    def _by_title(self, title: tuple[str, ...]) -> Person | None:
        """The person the article gives this title; None if it names nobody so."""
        if title not in self._titled:
            self._titled[title] = self._holder(title)
        return self._titled[title]

    def _holder(self, title: tuple[str, ...]) -> Person | None:
        for length in range(len(title), 0 if len(title) < 2 else 1, -1):
            words = {fold(word) for word in title[:length]}
            fit = next((p for p in reversed(list(self.known.values())[-SEEN:]) if words <= p.titles), None)
            if fit:
                return fit
        if not title:
            return None
        words = {fold(word) for word in title}
        return self._named_behind(" ".join(title[-1:]) if self.pack.capitals else title[0], words)

    def _named_behind(self, head: str, words: set[str]) -> Person | None:
        """A person named right behind the title somewhere in the article."""
        at = self.folded.find(head)
        for _ in range(SEEN):
            if at < 0:
                return None
            mention = self._mention_from(at)
            if mention and mention.name and words <= {fold(word) for word in mention.title}:
                return self.person(mention)
            at = self.folded.find(head, at + 1)
        return None

    def _mention_from(self, at: int) -> Mention | None:
        start = self.folded.rfind(" ", 0, at) + 1
        if self.pack.capitals and not self.text[at].isupper():
            return None
        stop = self.text.find("\n", at)
        fragment = sentences(
            self.text, start, min(at + REACH, stop if stop >= 0 else len(self.text)), [], self.pack, 0
        )[0]
        first, last = self.runs.opening(fragment)
        return self.nouns.read(fragment, first, last) if last >= first else None

    def _organisation(self, written: str) -> str:
        """The longest form of an organisation's name that begins or ends like this one."""
        name = _written(written)
        if " " in name:
            return name
        if self.pack.capitals and name.islower():
            name = self._capital_organisation(name) or name
        keys = (fold(name), self.nouns.bare(fold(name)))
        fuller = [name for key in keys for name in self._names(key, organisations=True)]
        return max([name, *fuller], key=len)

    def _capital_organisation(self, head: str) -> str | None:
        """The longest capitalised name around an organisation's head: Bureau -> Philippine Bureau of Fisheries."""
        found, at = [], self.text.find(head.capitalize())
        for _ in range(SEEN):
            if at < 0:
                break
            found.append(self._around(at, at + len(head)))
            at = self.text.find(head.capitalize(), at + 1)
        return max(found, key=len, default=None)

    def _around(self, start: int, end: int) -> str:
        left, right = self.text[max(0, start - REACH) : start], self.text[end : end + REACH]
        before = re.search(r"(?:[A-Z][\w-]* )*$", left)
        after = re.match(r"(?: (?:(?:of|for|and|the) )*[A-Z][\w-]*)*", right)
        words = ((before[0] if before else "") + self.text[start:end] + (after[0] if after else "")).split()
        while words and fold(words[0]) in self.pack.words["determiners"]:
            del words[0]
        return " ".join(words)


def _ends(words: list[str], tail: list[str]) -> bool:
    return len(words) >= len(tail) and words[-len(tail) :] == tail


def _written(name: str) -> str:
    """A name as one line, without marks, possessive endings and doubled spaces."""
    name = " ".join(name.split()).strip(" .,،:;\"'«»“”")
    return DROPPED.sub("", name) if not name.isascii() else re.sub(r"['’]s$", "", name)
