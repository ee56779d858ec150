"""Mentions in languages that write names like other words, as Arabic does.

Title and organisation are known by vocabulary, article and construct state; what is left is the name.
"""

from __future__ import annotations

from briefing.text.mentions.eponyms import EponymReader
from briefing.text.mentions.nouns import Mention, Nouns
from briefing.text.sentences.skeleton import COMMAS, Sentence

LONGEST_NAME = 6
"""Words of the longest personal name accepted, بن, عبد and the like left out."""


class PlainPhrase:
    """A phrase of a language that writes names like other words: title by vocabulary and article, the rest is name."""

    def __init__(self, reader: Nouns, eponyms: EponymReader, sentence: Sentence, first: int, last: int) -> None:
        self.reader, self.eponyms, self.sentence, self.first, self.last = reader, eponyms, sentence, first, last

    def read(self) -> Mention | None:
        """The mention the phrase makes, or None if it names nobody."""
        forms, reader = self.sentence.forms, self.reader
        if forms[self.first] in reader.pack.words["according"].firsts and not self._given_name(self.first):
            return None
        if self.first < self.last and forms[self.first] in reader.documents:
            return PlainPhrase(reader, self.eponyms, self.sentence, self.first + 1, self.last).read()
        if forms[self.first] in reader.anonymous and not self._honorific() and not self._office():
            nameless = reader.mention("anonymous", self.sentence, self.first, self.last, None, [])
            return self._behind_adjectives() or nameless
        if reader.heads_organisation(forms[self.first]):
            return self._organisation()
        if forms[self.first] in reader.states.firsts:
            state = reader.states.length(forms, self.first)
            if 1 < state <= self.last + 1 - self.first:
                return self._state(self.first + state - 1)
        if self._common() and not reader.heads_title(forms[self.first]):
            return self._behind_adjectives() or self._thing()
        start = self._behind_comma() or self._name_start()
        title = [i for i in range(self.first, start) if self.sentence.letters[i]]
        stop = self._name_stop(start)
        if stop < start:
            return reader.mention("title", self.sentence, self.first, max(self.first, start - 1), None, title)
        title += range(stop + 1, self.last + 1) if self._title_follows(stop + 1) else ()
        return reader.mention("name", self.sentence, self.first, stop, (start, stop), title)

    def _state(self, last: int) -> Mention:
        """A country of several words, some of them common: المملكة العربية السعودية."""
        mention = self.reader.mention("organisation", self.sentence, self.first, last, (self.first, last), [])
        return mention._replace(gender="feminine")

    def _common(self) -> bool:
        """The phrase begins with a common noun, or a definite word before a common adjective: «المثمن العقاري»."""
        reader, at = self.reader, self.first + 1
        if reader.common(self.sentence, self.first):
            return True
        both = at <= self.last and all(map(reader.definite, self.sentence.forms[self.first : at + 1]))
        return both and reader.common(self.sentence, at) and bool(self.reader.pack.articles)

    def _given_name(self, at: int) -> bool:
        """A given name spelt like another word: علي, قائد."""
        return self.sentence.raw(at) in self.reader.pack.given

    def _thing(self) -> Mention | None:
        """A common noun: nobody without its article, since it is the verb's object then, a thing with it."""
        definite = self.reader.definite(self.sentence.forms[self.first])
        return self.reader.mention("thing", self.sentence, self.first, self.last, None, []) if definite else None

    def _behind_adjectives(self) -> Mention | None:
        """«الاستراتيجي فلان», «الشاب السعودي فلان»: definite words, the first a common one, and a name behind."""
        reader, at = self.reader, self.first
        while at <= self.last and reader.definite(self.sentence.forms[at]):
            at += 1
        if at == self.first or not self._plain(at) or reader.preposition(self.sentence, at):
            return None
        if reader.common(self.sentence, at):
            return None
        found = PlainPhrase(reader, self.eponyms, self.sentence, at, self.last).read()
        if found is None or found.kind != "name":
            return None
        return found._replace(title=(*(reader.bare(f) for f in self.sentence.forms[self.first : at]), *found.title))

    def _behind_comma(self) -> int | None:
        """«رئیس دانشگاه …، پرویز نادری»: in a language whose subject comes first the name stands behind the comma."""
        forms = self.sentence.forms
        if self.reader.pack.order != "SOV" or not self.reader.heads_title(forms[self.first]):
            return None
        comma = next((i for i in range(self.first + 1, self.last) if forms[i] in COMMAS), None)
        return comma + 1 if comma is not None else None

    def _honours(self, at: int) -> bool:
        """An honorific that is not the second half of a name such as عبد الملك."""
        if self.sentence.forms[at] not in self.reader.honorifics:
            return False
        return at == self.first or self.sentence.forms[at - 1] not in self.reader.compounds

    def _honorific(self) -> bool:
        return not self.reader.honorifics.isdisjoint(self.sentence.forms[self.first : self.last + 1])

    def _title_follows(self, at: int) -> bool:
        """Behind the name, perhaps after a comma, stands its title."""
        at += at < self.last and not self.sentence.letters[at]
        return at <= self.last and self.reader.heads_title(self.sentence.forms[at])

    def _office(self) -> bool:
        """«نائب وزير …», «عضو مجلس …»: an office, not just anyone of a trade."""
        forms, reader, at = self.sentence.forms, self.reader, self.first + 1
        if forms[self.first] not in reader.titles or at > self.last:
            return False
        return reader.definite(forms[at]) or reader.heads_title(forms[at]) or reader.heads_organisation(forms[at])

    def _organisation(self) -> Mention:
        last = self._title_end(self.first)
        if self.sentence.forms[self.first] in self.reader.pack.words["naming"]:
            last = max(last, self._name_stop(self.first + 1))
        if "(" in self.sentence.forms[self.first + 1 : last + 1]:
            last = self.sentence.forms.index("(", self.first) - 1
        if self.reader.prefixed(self.sentence.forms[self.first]):
            mention = self.reader.mention("organisation", self.sentence, self.first, last, (self.first, last), [])
            return mention._replace(name=(mention.name or "")[1:])
        return self.reader.mention("organisation", self.sentence, self.first, last, (self.first, last), [self.first])

    def _name_start(self) -> int:
        """Index of the first word of the name: after the last honorific, else after the title, else the first word."""
        forms, reader = self.sentence.forms, self.reader
        if not reader.heads_title(forms[self.first]):
            return self.first
        honorifics = [i for i in range(self.first, self.last) if self._honours(i)] if self._honorific() else []
        if honorifics and self.eponyms.names(self.sentence, self.first, honorifics[-1]):
            return self.eponyms.behind(self.sentence, honorifics[-1], self.last)
        if honorifics and forms[honorifics[-1]] in reader.regnal and self._plain(honorifics[-1] + 1):
            return honorifics[-1]
        if honorifics:
            start = self._title_end(honorifics[-1]) + 1 if not self._plain(honorifics[-1] + 1) else honorifics[-1] + 1
        else:
            start = self._title_end(self.first) + 1
        while start <= self.last and not self.sentence.letters[start]:
            start += 1
        return start + (start < self.last and not self.sentence.letters[start - 1] and self._national(start))

    def _national(self, at: int) -> bool:
        """Where somebody is from, between the title and the name: «الأمين العام للحلف، النرويجي فلان»."""
        reader, form = self.reader, self.sentence.forms[at]
        return reader.definite(form) and reader.bare(form) in reader.nations and self._plain(at + 1)

    def _plain(self, index: int) -> bool:
        """The word at `index` is neither definite nor a title: it can begin a name."""
        return index <= self.last and self.reader.begins_name(self.sentence.forms[index])

    def _title_end(self, index: int) -> int:
        """Index of the last word of a title or organisation that begins at `index`."""
        forms, reader, at = self.sentence.forms, self.reader, index
        while at < self.last:
            construct = self._construct(at)
            following = forms[at + 1]
            if not (construct or self._titular(at + 1)) or following in COMMAS:
                break
            if (not construct and self._another(index, at + 1)) or self._governed(at + 1):
                break
            at += 1
        return at - 1 if reader.preposition(self.sentence, at) and at > index else at

    def _governed(self, at: int) -> bool:
        """A common noun with its preposition that belongs to no title: «قضت محكمة بأحكام …»."""
        reader, form = self.reader, self.sentence.forms[at]
        bound = form in reader.links or form[1:] in reader.places_and_bodies or form[1:2] == reader.pack.addressee
        return reader.governed(form) and not bound and not reader.definite(form)

    def _another(self, head: int, at: int) -> bool:
        """The verb's object behind a body: «انتقدت السلطات الليبية محامية الصحفي»."""
        reader, form, forms = self.reader, self.sentence.forms[at], self.sentence.forms
        if not (reader.heads_organisation(forms[head]) and reader.definite(forms[at - 1])):
            return False
        heads, bare = form in reader.places or self._heads(form), form[1:]
        joined = form[:1] in reader.pack.letters and (self._heads(bare) or bare in reader.links)
        return (heads and not joined and not reader.definite(form)) or self._objective(head, at)

    def _heads(self, form: str) -> bool:
        return self.reader.heads_title(form) or self.reader.heads_organisation(form)

    def _objective(self, head: int, at: int) -> bool:
        """«داهمت السلطات الموقع»: a definite noun behind a definite body that is no adjective is the verb's object."""
        reader, form = self.reader, self.sentence.forms[at]
        body = reader.heads_organisation(self.sentence.forms[head]) and reader.definite(self.sentence.forms[head])
        noun = reader.definite(form) and (reader.common(self.sentence, at) or reader.heads_organisation(form))
        return body and noun and not form.endswith(("ي", "ه"))

    def _construct(self, at: int) -> bool:
        """A head without article rules the next word: رئيس بلدية, حركة «حماس»."""
        form, reader = self.sentence.forms[at], self.reader
        if form == "(":
            return True
        if reader.pack.possessive_endings and form.endswith(reader.pack.possessive_endings):
            return False  # «زعيمهم عبد الملك …»
        if reader.subjects_marked and form in reader.titles:
            return False  # «بلاگر لبنیٰ فریاد»: only offices and the like complete an Urdu title.
        heads = reader.heads(form) or form in reader.regions or reader.preposition(self.sentence, at)
        return heads and form not in reader.honorifics and not reader.definite(form)

    def _titular(self, at: int) -> bool:
        form, reader = self.sentence.forms[at], self.reader
        if form in reader.pack.common and reader.rules(self.sentence.forms[at - 1]) and not reader.governed(form):
            return True
        if reader.preposition(self.sentence, at) or form in reader.links:
            return at < self.last
        if form in "()":
            return True
        if self._given(at):
            return False
        if form[:1] in reader.pack.letters and len(form) > 3 and self._complement(form):
            return at < self.last
        return (
            reader.definite(form)
            or form in reader.places
            or form in reader.offices
            or form in reader.demonyms
            or form in reader.pack.pronouns
            or reader.heads_title(form)
            or form in reader.organisations
        )

    def _complement(self, form: str) -> bool:
        """A place or a body behind its preposition, or somebody's: بمنطقة …, باسمها."""
        reader = self.reader
        return form[1:] in reader.places_and_bodies or form.endswith(reader.pack.possessive_endings or " ")

    def _given(self, at: int) -> bool:
        """A given name spelt like a title, behind what is complete: رئيس الاتحاد رائد صالح, بمنطقة عسير رائد العلي."""
        forms, reader = self.sentence.forms, self.reader
        if self.sentence.raw(at) not in reader.pack.given or at >= self.last or reader.common(self.sentence, at + 1):
            return False
        if reader.heads_organisation(forms[at + 1]) or reader.heads_title(forms[at + 1]):
            return False
        definite = reader.definite(forms[at - 1])
        return definite != reader.definite(forms[at + 1]) and not (reader.heads_title(forms[at - 1]) and not definite)

    def _name_stop(self, start: int) -> int:
        """Index of the last word of the name that begins at `start`."""
        sentence, reader, forms = self.sentence, self.reader, self.sentence.forms
        stop, words = start - 1, 0
        while stop < self.last and words < LONGEST_NAME:
            form = forms[stop + 1]
            if not sentence.letters[stop + 1] or form[0].isdigit():
                break
            if form in reader.adverbs and sentence.raw(stop + 1) not in reader.pack.given:
                break
            if stop >= start and reader.beyond_name(form):
                break
            if stop > start and forms[stop] not in reader.compounds and form in reader.places and not self._of_body():
                break  # «حذر لاري كودلو روسيا من …»
            if stop > start and self._surname(stop) and not reader.definite(form):
                break
            bound = stop >= start and forms[stop] in reader.compounds
            if stop >= start and not bound and reader.heads_title(form) and not self._inside_name(start, stop + 1):
                break
            foreign = not bound and (reader.common(sentence, stop + 1) or reader.governed(form))
            surname = self.first < start == stop == self.last - 1 and reader.definite(form)  # النائب سمير الجسر
            if foreign and not surname and not self._of_body():
                break
            stop += 1
            words += form not in reader.compounds  # بن, عبد and the like are no words of their own.
        return stop

    def _of_body(self) -> bool:
        """The phrase is an organisation's name, which common nouns make: «حركة تحرير السودان»."""
        return self.reader.heads_organisation(self.sentence.forms[self.first])

    def _surname(self, at: int) -> bool:
        """A definite word that ends a name: البرزاني, but not the second half of نور الدين or عبد الملك."""
        forms, reader = self.sentence.forms, self.reader
        bound = forms[at - 1] in reader.compounds or forms[at] in reader.pack.words["particles"]
        return reader.definite(forms[at]) and not bound

    def _inside_name(self, start: int, at: int) -> bool:
        """A word such as أمير that is also a given name: the next word is neither definite nor a place."""
        if self.reader.definite(self.sentence.forms[at]):
            return at == self.last and not self._apposed(start, at)
        if self.sentence.raw(at) not in self.reader.pack.given or (at - start > 1 and self._rules_next(at)):
            return False
        if at == self.last or (self.reader.definite(self.sentence.forms[at + 1]) and at + 1 == self.last):
            return True
        following = self.sentence.forms[at + 1] if at < self.last else ""
        return at < self.last and self._plain(at + 1) and not self._of_state(following)

    def _rules_next(self, at: int) -> bool:
        """A title spelt like a given name, behind a full name: «مانويل نوير حارس مرمى الفريق»."""
        if at + 1 >= len(self.sentence.forms):
            return False
        reader, following = self.reader, self.sentence.forms[at + 1]
        held = reader.definite(following) or reader.heads_title(following) or reader.heads_organisation(following)
        return held or reader.common(self.sentence, at + 1)

    def _apposed(self, start: int, at: int) -> bool:
        """A title behind a full name, as what follows tells: «لينا كورمان المحللة في معهد …»."""
        forms, reader = self.sentence.forms, self.reader
        full = at - start > 1 and forms[at - 1] not in reader.compounds
        return full and (
            forms[at] in reader.feminine or (at + 1 < len(forms) and forms[at + 1] in reader.pack.words["seats"])
        )

    def _of_state(self, form: str) -> bool:
        return form in self.reader.places or form in self.reader.offices
