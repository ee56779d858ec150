"""Mentions in languages that write names with a capital letter: the name is the capitalised run after the title."""

from __future__ import annotations

from briefing.text.mentions.nouns import Kind, Mention, Nouns
from briefing.text.packs.phrases import Phrases
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER


class CapitalPhrase:
    """A phrase of a language that writes names with capitals: the name is the capitalised run after the last title."""

    def __init__(self, reader: Nouns, sentence: Sentence, first: int, last: int) -> None:
        self.reader, self.sentence, self.first, self.last = reader, sentence, first, last
        self.forms = sentence.forms
        letters = self.forms[last] in reader.pack.words["postnominals"] and last - first > 1
        self.last = last - (letters and sentence.capital(last - 1) and not self._articled())

    def read(self) -> Mention | None:
        """The mention the phrase makes, or None if it names nobody."""
        commas = self._commas()
        if commas:
            return self._mention("name", (commas[-1] + 1, self.last), list(range(self.first, commas[-1])))
        titles = [i for i in range(self.first, self.last + 1) if self._title(i)]
        if titles and self.reader.pack.nouns_capitalised and self.reader.heads_organisation(self.forms[self.first]):
            return self._mention("organisation", (self.first, self.last), [self.first])
        if titles:
            return self._titled(titles)
        if self._nameless():
            return self._mention("anonymous", None, [])
        heads = [i for i in range(self.first, self.last + 1) if self.reader.heads_organisation(self.forms[i])]
        name = self._before_place(self.first) or self._capital_run(self._last_lower() + 1)
        while name[0] < name[1] and self.reader.dated(self.forms[name[0]]):
            name = (name[0] + 1, name[1])
        if self.reader.pack.nouns_capitalised and not heads and self._articled():
            return self._by_article(name)
        if heads and self._speaks(heads) and not self._member(heads[-1], name):
            begins = self.first == 0 and heads[-1] > 0  # "Housing charity Shelter"
            lower = not any(self.sentence.capital(i) for i in range(self.first + begins, heads[-1] + 1))
            named = lower and name[0] <= name[1] and name[0] > heads[-1] and self.sentence.capital(name[0])
            return self._mention("organisation", name if named else (self.first, self.last), heads)
        if name[0] == name[1] and self.reader.dated(self.forms[name[0]]):
            return None
        if name[0] > name[1] or self.forms[name[0]] in self.reader.anonymous or self._narrator(name):
            return self._mention("anonymous", None, [])
        if all(self.forms[i] in self.reader.places or self._acronym(i) for i in range(name[0], name[1] + 1)):
            return self._mention("organisation", name, [])
        return self._mention("name", name, [])

    def _member(self, head: int, name: tuple[int, int]) -> bool:
        """The full name of somebody of a body: "County freeholder Ernest Dunne"."""
        between = name[0] - head > 1 and name[1] > name[0] and self.reader.pack.order == "SVO"
        return between and self.sentence.capital(head) and self.reader.given(self.forms[name[0]])

    def _commas(self) -> list[int]:
        """The commas that part a title from a name, not those inside the office or the body."""
        if COMMAS.isdisjoint(self.forms[self.first : self.last]):
            return []
        commas = (i for i in range(self.first, self.last) if self.forms[i] in COMMAS)
        return [i for i in commas if not self.reader.lists(self.sentence, i)]

    def _nameless(self) -> bool:
        """An indefinite member of something, or a source: "a Nevada Democrat", "one campaign source"."""
        before = self.forms[self.first - 1] if self.first else ""
        if self.reader.pack.order == "SVO" and self._several(self.forms[self.last]):
            return not self.sentence.capital(self.last)  # "Kent County councillors"
        if before not in self.reader.pack.words["indefinites"]:
            return False
        capitals = all(self.sentence.capital(i) for i in range(self.first, self.last + 1))
        return capitals or self.forms[self.last] in self.reader.anonymous

    def _before_place(self, at: int) -> tuple[int, int] | None:
        """The name a phrase begins with, before where its bearer is or speaks: "Holt in a statement in Lokoja"."""
        places = self.reader.pack.words["affiliations"]
        if at >= self.last or places.isdisjoint(self.forms[at : self.last]) or not self.sentence.capital(at):
            return None
        if self.reader.pack.nouns_capitalised:
            return None
        name = self._capital_run(at)
        behind = name[1] + 1
        affiliated = behind < self.last and self.forms[behind] in places
        bodies = any(self.reader.heads_organisation(self.forms[i]) for i in range(at, behind))
        return name if affiliated and not bodies and not self._title(at) else None

    def _articled(self) -> bool:
        """A determiner stands before the phrase."""
        return self.first > 0 and self.forms[self.first - 1] in self.reader.determiners

    def _by_article(self, name: tuple[int, int]) -> Mention:
        """«der Winzer Karl Wendt», «die Patientin»: behind a determiner the first noun is no name."""
        if name[0] > name[1]:
            return self._mention("anonymous", None, [])
        if name[1] - name[0] >= 2:
            return self._mention("name", (name[0] + 1, name[1]), [name[0]])
        return self._mention("title" if self._definite() else "anonymous", None, [name[0]])

    def _speaks(self, heads: list[int]) -> bool:
        """The organisation itself is the head of the phrase, or has a name; "committee members" are neither."""
        capital = any(
            self.sentence.capital(i) and self.forms[i] not in self.reader.determiners
            for i in range(self.first, self.last + 1)
        )
        behind = self.reader.pack.heads_first and heads[0] <= self.first + 1
        return capital or ((heads[-1] == self.last or behind) and self._definite())

    def _several(self, form: str) -> bool:
        """Holders of a title: "the Prime Minister's Special Assistants"."""
        return form not in self.reader.titles and form[:-1] in self.reader.titles

    def _narrator(self, name: tuple[int, int]) -> bool:
        """The writer's own "I"."""
        return name[0] == name[1] and self.forms[name[0]] in self.reader.pack.words["first_person"]

    def _mention(self, kind: Kind, name: tuple[int, int] | None, title: list[int]) -> Mention:
        if kind == "name" and name is not None:
            name = self._behind_owner(*name) if name[1] - name[0] > 1 else name
            form = self.forms[name[1]]
            if form[-1] == "s" and self._several(form):
                kind, name = "anonymous", None
        return self.reader.mention(kind, self.sentence, self.first, self.last, name, title)

    def _behind_owner(self, first: int, last: int) -> tuple[int, int]:
        """The full name behind whom its bearer works for: "Variety's Jane Poole"."""
        owners = (i for i in range(last - 2, first - 1, -1) if self.forms[i].endswith(("'s", "s'")))
        return next(owners, first - 1) + 1, last

    def _acronym(self, index: int) -> bool:
        raw = self.sentence.raw(index)
        return len(raw) > 1 and raw.isupper()

    def _of_state(self, at: int) -> bool:
        """A place or a body between a title and its holder: «депутат Госдумы Павел …», the МИД of «глава МИД»."""
        form = self.forms[at]
        office = form in self.reader.offices and bool(self.reader.pack.name_endings)
        return office or form in self.reader.places or self._acronym(at) or self.reader.heads_organisation(form)

    def _title(self, index: int) -> bool:
        titled = self.reader.is_title(self.forms[index])
        return titled and not (self._surname(index) or self._given(index) or self._names_body(index))

    def _names_body(self, index: int) -> bool:
        """The word, not a sentence's first, is part of a body's name: the Republican Party, the Justice Department."""
        if not 0 < index < self.last or self.reader.pack.nouns_capitalised:
            return False
        capitals = self.sentence.capital(index) and self.sentence.capital(index + 1)
        return capitals and self.reader.heads_organisation(self.forms[index + 1])

    def _given(self, index: int) -> bool:
        """A given name that is also a title, before the name's last word: "Dean Holloway"."""
        return index == self.last - 1 and self.sentence.capital(self.last) and self.reader.given(self.forms[index])

    def _surname(self, index: int) -> bool:
        """A name that is also a trade, behind a given name or an honorific: "Ms. Baker"."""
        if index != self.last or self.forms[index] not in self.reader.surnames or not self.sentence.capital(index):
            return False
        before = self.forms[index - 1] if index else ""
        if index == self.first:
            return before not in self.reader.determiners
        return before == "." or before in self.reader.honorifics or not self.reader.heads_title(before)

    def _titled(self, titles: list[int]) -> Mention:
        spoken_for = self._spoken_for(titles) or self._voice(titles[-1])
        if spoken_for is not None:
            return spoken_for
        after = self._complement(titles[-1] + 1)
        name = self._before_place(after) or self._capital_run(max(after, self._last_lower() + 1))
        name = self._past_office(name)
        if name[0] <= name[1] and all(self._of_state(i) or self._joint(i) for i in range(name[0], name[1] + 1)):
            name = (name[1] + 1, name[1])
        while name[1] - name[0] > 1 and self._of_state(name[0]):
            name = (name[0] + 1, name[1])
        if name[0] == name[1] and self.forms[after - 1] in self.reader.regnal:
            name = (after - 1, name[1])
        if name[0] <= name[1] and not self._held(titles[-1], name):
            return self._mention("name", name, list(range(self.first, after)))
        inner = self._inner_run(after)
        if inner is not None and not self._held(titles[-1], inner):
            return self._mention("name", inner, list(range(self.first, inner[0])))
        before = self._capital_run(self.first)
        if before[0] <= before[1] and before[1] > before[0] and before[1] + 1 < titles[0]:
            return self._mention("name", before, titles)
        return self._of_office(titles)

    def _joint(self, at: int) -> bool:
        """A word between two places: England and Wales."""
        return self.forms[at] in self.reader.pack.words["coordinators"]

    def _past_office(self, name: tuple[int, int]) -> tuple[int, int]:
        """A name without the end of an office of several: "for Housing, Local Government and Heritage Ann Holt"."""
        words = self.reader.pack.words
        joint = next((i for i in range(name[1] - 1, name[0], -1) if self._joint(i)), None)
        at = name[0] if joint is None else joint + 1
        while joint is not None and at < name[1] and self._of_the_office(at, words["offices"]):
            at += 1
        return (at, name[1]) if joint is not None and at > joint + 1 else name

    def _held(self, title: int, name: tuple[int, int]) -> bool:
        """What or where a title is held, not by whom: "the governor of Rivers State", "a farmer from Leigh"."""
        words, of = self.reader.pack.words, title + 1
        joined = self.forms[of] in words["genitives"] or self.forms[of] in words["affiliations"]
        joined = joined and not self.reader.pack.nouns_capitalised
        if not joined or any(self.forms[i] not in self.reader.determiners for i in range(of + 1, name[0])):
            return False
        return name[1] - name[0] < 2 or self.reader.heads_organisation(self.forms[name[1]])

    def _inner_run(self, at: int) -> tuple[int, int] | None:
        """Two capitalised words or more behind the title, though plain words follow them."""
        for first in range(at, self.last):
            run = self._capital_run(first) if self.sentence.capital(first) else (0, 0)
            if run[1] > run[0] and not all(map(self._of_state, range(run[0], run[1] + 1))):
                return run
        return None

    def _complement(self, at: int) -> int:
        """Past the office a title names: "of State", "of the Exchequer", "for Foreign Affairs"."""
        if at >= self.last or self.forms[at] not in self.reader.pack.words["genitives"]:
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
        bare = self.reader.pack.bare_titles and any(self.forms[i] in self.reader.roles for i in titles)
        if self.sentence.capital(titles[-1]) and not self.reader.pack.nouns_capitalised:
            # "The Prime Minister" is not the "Agriculture Minister" of another sentence.
            titles = [i for i in range(self.first, titles[-1] + 1) if i in titles or self.sentence.capital(i)]
        return self._mention("title" if bare or self._definite() else "anonymous", None, titles)

    def _spoken_for(self, titles: list[int]) -> Mention | None:
        """The body an unnamed spokesman speaks for: "a spokesperson for the Foreign Office"."""
        at = titles[-1] + 1
        if at >= self.last or not self._affiliates(at) or self._definite():
            return None
        first = at + 1
        while first < self.last and self.forms[first] in self.reader.determiners:
            first += 1
        heads = any(self.reader.heads_organisation(self.forms[i]) for i in range(first, self.last + 1))
        return self._mention("organisation", (first, self.last), []) if heads else None

    def _voice(self, last: int) -> Mention | None:
        """The body before an unnamed spokesman: "a Foreign Office spokesperson"."""
        words, first = self.reader.pack.words, self.first
        before = self.forms[first - 1] if first else ""
        if last != self.last or self.forms[last] not in words["voices"]:
            return None
        if before in self.reader.determiners and before not in words["indefinites"]:
            return None
        while first < last and not self.sentence.capital(first):
            first += 1
        name = range(first, last)
        if not name or self.reader.given(self.forms[first]) or not (len(name) > 1 or self._of_state(first)):
            return None
        plain = all(self.sentence.capital(i) or self._inside(i) for i in name)
        return self._mention("organisation", (first, last - 1), []) if plain else None

    def _definite(self) -> bool:
        index = self.first - 1
        before = self.forms[index] if index >= 0 else ""
        words = self.reader.pack.words
        capital = self.sentence.capital(self.first) and before not in words["indefinites"]
        return capital or before in words["possessives"]

    def _affiliates(self, at: int) -> bool:
        words = self.reader.pack.words
        return self.forms[at] in words["affiliations"] or self.forms[at] in words["genitives"]

    def _last_lower(self) -> int:
        """Index of the last plain word before the capitalised end of the phrase."""
        at = self.last
        while at >= self.first and (self.sentence.capital(at) or self._inside(at)):
            at -= 1
        return at

    def _inside(self, at: int) -> bool:
        return self.forms[at] in self.reader.compounds or not self.sentence.letters[at]

    def _capital_run(self, at: int) -> tuple[int, int]:
        """The capitalised words from `at` on, with name particles and initials between them."""
        while at <= self.last and not self.sentence.capital(at):
            joins = self.forms[at] in self.reader.determiners or self.forms[at] in self.reader.compounds
            if self.sentence.letters[at] and not joins:
                break
            at += 1
        stop = at - 1
        for index in range(at, self.last + 1):
            if self.sentence.capital(index):
                stop = index
            elif (
                self.forms[index] not in self.reader.compounds and self.forms[index] not in (".", "&", PLACEHOLDER)
            ) or (index - at >= 2 and self._leads_away(index)):
                break
        return at, stop

    def _leads_away(self, at: int) -> bool:
        """A preposition behind a full name: "Tom Burdick of Nebraska", „Sepp Haller von der Bergwacht“."""
        form, reader = self.forms[at], self.reader
        if form not in reader.pack.words["genitives"] or form == ".":
            return False
        following = next((i for i in range(at + 1, self.last + 1) if self.sentence.capital(i)), None)
        body = following is not None and self._of_state(following)
        return form not in reader.pack.words["particles"] or body
