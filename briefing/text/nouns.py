"""Noun phrases that can speak: which words are title, which are name, what kind of speaker they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.text.pack import Gender, LanguagePack, Phrases
from briefing.text.skeleton import COMMAS, PLACEHOLDER, Sentence

Kind = Literal["name", "title", "organisation", "pronoun", "anonymous"]
"""How a phrase says who speaks; a title has no name, an anonymous source has neither."""

LONGEST_NAME = 6
"""Words of the longest personal name accepted."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as written: offsets into the text, and what the words are."""

    kind: Kind
    start: int
    end: int
    name: str | None = None
    """The name without title or honorific, as written; for an organisation the whole phrase."""
    title: tuple[str, ...] = ()
    """Folded words of the title, without articles."""
    gender: Gender | None = None


class NounReader:
    """Reads runs of words of one language as mentions."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack = pack
        words = pack.words
        self._articles = tuple(prefix + pack.article for prefix in ("", "و", "ب")) + ("لل",)
        self.generic, self.documents, self.links = words["generic"], words["documents"], words["links"]
        self.regnal, self.adverbs = words["regnal"], words["adverbs"]
        self.titles, self.honorifics, self.roles = words["titles"], words["honorifics"], words["roles"]
        self.organisations, self.anonymous = words["organisations"], words["anonymous"]
        self.places, self.compounds = words["places"], words["compounds"]
        self.determiners, self.prepositions = words["determiners"], words["prepositions"]
        self.feminine, self.masculine = words["feminine_titles"], words["masculine_titles"]

    def bare(self, form: str) -> str:
        """The word without a definite article written as one with it, or a possessive ending."""
        article = self.pack.article
        if article and form.startswith(article) and len(form) > len(article) + 2:
            return form[len(article) :]
        return form.removesuffix("'s")

    def definite(self, form: str) -> bool:
        """The word carries a definite article of its own."""
        article = self.pack.article
        return bool(article) and form.startswith(self._articles) and len(form) > len(article) + 2

    def preposition(self, sentence: Sentence, at: int) -> bool:
        """The word is a preposition, and no name spelt like one."""
        return sentence.forms[at] in self.prepositions and sentence.raw(at) not in self.pack.given

    def heads_title(self, form: str) -> bool:
        """The word is a job title, with or without its article."""
        return form in self.titles or self.bare(form) in self.titles or form in self.roles or form in self.honorifics

    def heads_organisation(self, form: str) -> bool:
        """The word names a kind of organisation that can speak."""
        return form in self.organisations or self.bare(form) in self.organisations

    def read(self, sentence: Sentence, first: int, last: int) -> Mention | None:
        """The mention made by the words `first`..`last` (both included), or None if nobody is mentioned."""
        while first <= last and sentence.forms[first] in self.determiners:
            first += 1
        if first > last:
            return None
        form = sentence.forms[first]
        if first == last and form in self.pack.pronouns:
            word = sentence.words[first]
            return Mention("pronoun", word.start, word.end, gender=self.pack.pronouns[form])
        if self.pack.capitals:
            return _CapitalPhrase(self, sentence, first, last).read()
        return _PlainPhrase(self, sentence, first, last).read()

    def mention(
        self, kind: Kind, sentence: Sentence, first: int, last: int, name: tuple[int, int] | None, title: list[int]
    ) -> Mention:
        """A mention that covers `first`..`last`, with its name and title given by word indexes."""
        words = sentence.words
        titles = tuple(self.bare(sentence.forms[i]) for i in title)
        written = sentence.slice(*name) if name else None
        return Mention(kind, words[first].start, words[last].end, written, titles, self._gender(sentence, title))

    def _gender(self, sentence: Sentence, title: list[int]) -> Gender | None:
        """What the title's last words say of its holder: spokeswoman, Lady, رئيسة."""
        for index in reversed(title):
            if sentence.forms[index] in self.feminine:
                return "feminine"
            if sentence.forms[index] in self.masculine:
                return "masculine"
        return None


class _PlainPhrase:
    """A phrase of a language that writes names like other words: title by vocabulary and article, the rest is name."""

    def __init__(self, reader: NounReader, sentence: Sentence, first: int, last: int) -> None:
        self.reader, self.sentence, self.first, self.last = reader, sentence, first, last

    def read(self) -> Mention | None:
        forms, reader = self.sentence.forms, self.reader
        if self.first < self.last and forms[self.first] in reader.documents:
            return _PlainPhrase(reader, self.sentence, self.first + 1, self.last).read()
        if forms[self.first] in reader.anonymous and not self._honorific() and not self._office():
            return reader.mention("anonymous", self.sentence, self.first, self.last, None, [])
        if reader.heads_organisation(forms[self.first]):
            return self._organisation()
        start = self._name_start()
        title = [i for i in range(self.first, start) if self.sentence.words[i].letter]
        stop = self._name_stop(start)
        if stop < start:
            return reader.mention("title", self.sentence, self.first, max(self.first, start - 1), None, title)
        title += range(stop + 1, self.last + 1) if stop < self.last else ()
        return reader.mention("name", self.sentence, self.first, stop, (start, stop), title)

    def _honours(self, at: int) -> bool:
        """An honorific that is not the second half of a name such as عبد الملك."""
        bound = at > self.first and self.sentence.forms[at - 1] in self.reader.compounds
        return self.sentence.forms[at] in self.reader.honorifics and not bound

    def _honorific(self) -> bool:
        return any(self.sentence.forms[i] in self.reader.honorifics for i in range(self.first, self.last + 1))

    def _office(self) -> bool:
        """«نائب وزير …», «عضو مجلس …»: an office, not just anyone of a trade."""
        forms, reader, at = self.sentence.forms, self.reader, self.first + 1
        if forms[self.first] not in reader.titles or at > self.last:
            return False
        return reader.definite(forms[at]) or reader.heads_title(forms[at]) or reader.heads_organisation(forms[at])

    def _organisation(self) -> Mention:
        last = self._title_end(self.first)
        return self.reader.mention("organisation", self.sentence, self.first, last, (self.first, last), [self.first])

    def _name_start(self) -> int:
        """Index of the first word of the name: after the last honorific, else after the title, else the first word."""
        forms, reader = self.sentence.forms, self.reader
        titled = reader.heads_title(forms[self.first])
        honorifics = [i for i in range(self.first, self.last) if titled and self._honours(i)]
        if honorifics and forms[honorifics[-1]] in reader.regnal:
            return honorifics[-1]
        if honorifics:
            start = self._title_end(honorifics[-1]) + 1 if not self._plain(honorifics[-1] + 1) else honorifics[-1] + 1
        elif reader.heads_title(forms[self.first]):
            start = self._title_end(self.first) + 1
        else:
            return self.first
        while start <= self.last and not self.sentence.words[start].letter:
            start += 1
        return start

    def _plain(self, index: int) -> bool:
        """The word at `index` is neither definite nor a title: it can begin a name."""
        if index > self.last:
            return False
        form = self.sentence.forms[index]
        return not (self.reader.definite(form) or self.reader.heads_title(form) or form == ".")

    def _title_end(self, index: int) -> int:
        """Index of the last word of a title or organisation that begins at `index`."""
        forms, reader, at = self.sentence.forms, self.reader, index
        while at < self.last:
            construct = self._construct(at)
            following = forms[at + 1]
            if not (construct or self._titular(at + 1)) or following in COMMAS:
                break
            at += 1
        return at - 1 if reader.preposition(self.sentence, at) and at > index else at

    def _construct(self, at: int) -> bool:
        """A head without article rules the next word: رئيس بلدية, حركة «حماس»."""
        form, reader = self.sentence.forms[at], self.reader
        if form == "(":
            return True
        heads = form in reader.titles or form in reader.organisations or form in reader.links
        heads = heads or reader.preposition(self.sentence, at)
        return heads and form not in reader.honorifics and not reader.definite(form)

    def _titular(self, at: int) -> bool:
        form, reader = self.sentence.forms[at], self.reader
        if reader.preposition(self.sentence, at) or form in reader.links:
            return at < self.last
        if form in "()":
            return True
        return reader.definite(form) or form in reader.places or reader.heads_title(form) or form in reader.organisations

    def _name_stop(self, start: int) -> int:
        """Index of the last word of the name that begins at `start`."""
        stop = start - 1
        while stop < self.last and stop - start < LONGEST_NAME - 1:
            form = self.sentence.forms[stop + 1]
            if not self.sentence.words[stop + 1].letter or form[0].isdigit() or form in self.reader.adverbs:
                break
            bound = stop >= start and self.sentence.forms[stop] in self.reader.compounds
            if stop >= start and not bound and self.reader.heads_title(form) and not self._inside_name(stop + 1):
                break
            stop += 1
        return stop

    def _inside_name(self, at: int) -> bool:
        """A word such as أمير that is also a given name: the next word is neither definite nor a place."""
        if self.reader.definite(self.sentence.forms[at]):
            return at == self.last
        return at < self.last and self._plain(at + 1) and self.sentence.forms[at + 1] not in self.reader.places


class _CapitalPhrase:
    """A phrase of a language that writes names with capitals: the name is the capitalised run after the last title."""

    def __init__(self, reader: NounReader, sentence: Sentence, first: int, last: int) -> None:
        self.reader, self.sentence, self.first, self.last = reader, sentence, first, last
        self.forms = sentence.forms

    def read(self) -> Mention | None:
        commas = [i for i in range(self.first, self.last) if self.forms[i] in COMMAS]
        if commas:
            return self._mention("name", (commas[-1] + 1, self.last), list(range(self.first, commas[-1])))
        titles = [i for i in range(self.first, self.last + 1) if self._title(i)]
        if titles:
            return self._titled(titles)
        heads = [i for i in range(self.first, self.last + 1) if self.reader.heads_organisation(self.forms[i])]
        name = self._capital_run(self._last_lower() + 1)
        if heads and self._speaks(heads):
            lower = not any(self.sentence.capital(i) for i in range(self.first, heads[-1] + 1))
            named = lower and name[0] <= name[1] and name[0] > heads[-1]
            return self._mention("organisation", name if named else (self.first, self.last), heads)
        if name[0] > name[1] or self.forms[name[0]] in self.reader.anonymous or self._narrator(name):
            return self._mention("anonymous", None, [])
        if all(self.forms[i] in self.reader.places or self._acronym(i) for i in range(name[0], name[1] + 1)):
            return self._mention("organisation", name, [])
        return self._mention("name", name, [])

    def _speaks(self, heads: list[int]) -> bool:
        """The organisation itself is the head of the phrase, or has a name; "committee members" are neither."""
        capital = any(self.sentence.capital(i) and self.forms[i] not in self.reader.determiners for i in range(self.first, self.last + 1))
        return capital or (heads[-1] == self.last and self._definite())

    def _narrator(self, name: tuple[int, int]) -> bool:
        """The writer's own "I"."""
        return name[0] == name[1] and self.forms[name[0]] in self.reader.pack.words["first_person"]

    def _mention(self, kind: Kind, name: tuple[int, int] | None, title: list[int]) -> Mention:
        return self.reader.mention(kind, self.sentence, self.first, self.last, name, title)

    def _acronym(self, index: int) -> bool:
        raw = self.sentence.raw(index)
        return len(raw) > 1 and raw.isupper()

    def _title(self, index: int) -> bool:
        form = self.forms[index]
        return form in self.reader.titles or self.reader.bare(form) in self.reader.titles

    def _titled(self, titles: list[int]) -> Mention:
        spoken_for = self._spoken_for(titles)
        if spoken_for is not None:
            return spoken_for
        after = self._complement(titles[-1] + 1)
        name = self._capital_run(after)
        if name[0] < name[1] and self.forms[name[0]] in self.reader.places and name[1] - name[0] > 1:
            name = (name[0] + 1, name[1])
        if name[0] == name[1] and self.forms[after - 1] in self.reader.regnal:
            name = (after - 1, name[1])
        if name[0] <= name[1]:
            return self._mention("name", name, list(range(self.first, after)))
        before = self._capital_run(self.first)
        if before[0] <= before[1] and before[1] > before[0] and before[1] + 1 < titles[0]:
            return self._mention("name", before, titles)
        return self._of_office(titles)

    def _complement(self, at: int) -> int:
        """Past the office a title names: "of State", "of the Exchequer", "for Foreign Affairs"."""
        if at >= self.last or self.forms[at] not in ("of", "for"):
            return at
        offices = self.reader.pack.words["offices"]
        skipped = at + 1
        while skipped <= self.last and self._of_the_office(skipped, offices):
            skipped += 1
        return skipped

    def _of_the_office(self, at: int, offices: Phrases) -> bool:
        form = self.forms[at]
        return form in offices or form in self.reader.determiners or form in self.reader.compounds

    def _of_office(self, titles: list[int]) -> Mention:
        """A title without a name: the person who holds it, or an office that speaks under its own name."""
        after = self._complement(titles[-1] + 1)
        if after > self.last and after > titles[-1] + 2 and self.sentence.capital(self.first):
            return self._mention("organisation", (self.first, self.last), titles)
        return self._mention("title" if self._definite() else "anonymous", None, titles)

    def _spoken_for(self, titles: list[int]) -> Mention | None:
        """The body an unnamed spokesman speaks for: "a spokesperson for the Foreign Office"."""
        at = titles[-1] + 1
        if at >= self.last or self.forms[at] not in ("for", "from", "at") or self._definite():
            return None
        first = at + 1
        while first < self.last and self.forms[first] in self.reader.determiners:
            first += 1
        heads = any(self.reader.heads_organisation(self.forms[i]) for i in range(first, self.last + 1))
        return self._mention("organisation", (first, self.last), []) if heads else None

    def _definite(self) -> bool:
        start = self.sentence.words[self.first].start
        before = self.sentence.text[max(0, start - 4) : start].lower()
        return self.sentence.capital(self.first) or before.endswith(("the ", "his ", "her "))

    def _last_lower(self) -> int:
        """Index of the last plain word before the capitalised end of the phrase."""
        at = self.last
        while at >= self.first and (self.sentence.capital(at) or self._inside(at)):
            at -= 1
        return at

    def _inside(self, at: int) -> bool:
        return self.forms[at] in self.reader.compounds or not self.sentence.words[at].letter

    def _capital_run(self, at: int) -> tuple[int, int]:
        """The capitalised words from `at` on, with name particles and initials between them."""
        while at <= self.last and not self.sentence.capital(at):
            if self.sentence.words[at].letter and self.forms[at] not in self.reader.determiners:
                break
            at += 1
        stop = at - 1
        for index in range(at, self.last + 1):
            if self.sentence.capital(index):
                stop = index
            elif self.forms[index] not in self.reader.compounds and self.forms[index] not in (".", PLACEHOLDER):
                break
        return at, stop
