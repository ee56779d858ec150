"""The people and organisations of one article: short names, titles and pronouns to the fullest name it gives.

Nothing is looked up before a quote needs it; the article is then searched for fuller forms of the name.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from briefing.text.fold import fold, fold_aligned
from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.runs import RunReader
from briefing.text.packs.pack import Gender, LanguagePack
from briefing.text.people.fullnames import REACH, SEEN, FullNames, ends, written
from briefing.text.people.holders import HolderReader
from briefing.text.people.name_search import NameSearch
from briefing.text.people.organisations import capital_organisation


@dataclass(slots=True)
class Person:
    """A speaker of the article; `name` None stands for a source without a name."""

    name: str | None
    gender: Gender | None = None
    organisation: bool = False
    titles: set[str] = field(default_factory=set)

    def agrees(self, gender: Gender | None) -> bool:
        """Nothing is known against a verb of this gender."""
        return gender is None or self.gender is None or gender == self.gender

    somebody: bool = False
    """One person without a name, whom a later "he" can mean: "A neighbour said"."""


class People:
    """Who is who in one article."""

    def __init__(self, title: str, text: str, folded: str, pack: LanguagePack, runs: RunReader) -> None:
        titled = bool(title) and not pack.capitals
        self.text = f"{title}\n\n{text}" if titled else text
        self.folded = f"{fold_aligned(title)}\n\n{folded}" if titled else folded
        """The article in its folded spelling, offsets kept."""
        self.offset = len(title) + 2 if titled else 0
        """What is to be added to an offset into the text without its title."""
        self.pack, self.runs, self.nouns = pack, runs, runs.nouns
        self.known: dict[str, Person] = {}
        self._occurrences: dict[str, int] = {}
        self._by_word: defaultdict[str, list[Person]] = defaultdict(list)
        self.search = NameSearch(self.folded)
        self.full = FullNames(self.text, self.search, pack, runs, self._names)
        self.holders = HolderReader(self.text, self.search, pack, runs)
        self._titled: dict[tuple[str, ...], Person | None] = {}

    def person(
        self, mention: Mention, *, gender: Gender | None = None, sure: bool = True, with_object: bool = False
    ) -> Person | None:
        """Who a name, title or organisation names; None if the article does not say.

        Without `sure` (a homograph may have been taken for a verb) a name needs a title or a second place.
        `with_object`: behind the name stands the object of its verb: «وصفت رحمن الزيارة بأنها …».
        """
        if mention.kind == "anonymous":
            return Person(None, gender or mention.gender, somebody=self._somebody(mention))
        if mention.kind == "thing" or (mention.name and not written(mention.name)):
            return None
        if mention.kind == "organisation" and mention.name:
            name = self._organisation(mention.name, self.offset + mention.start)
            if self.pack.capitals and name.islower() and not self.pack.heads_first:
                return Person(None, gender, organisation=True)
            return self._keep(name, mention, gender, organisation=True)
        if mention.kind == "name" and mention.name:
            name = written(mention.name)
            name = self.full.nominative.of(name) if self.pack.name_endings else name
            name = self._of_gender(mention, self.full.fullest(self._trimmed(name, with_object)))
            if self.nouns.state(fold(name).split()) and (sure or gender == "feminine"):
                return self._keep(name, mention, gender, organisation=True)
            if " " in name and all(self.nouns.definite(word) for word in fold(name).split()):
                body = sure and self.nouns.bare(fold(name).split()[-1]) in self.nouns.nations
                return self._keep(name, mention, gender, organisation=True) if body else None
            if not self._plausible(name, mention) or not (sure or self._supported(name, mention)):
                return None
            name = (self.full.introduced(name) if " " not in name else None) or name
            return self._keep(name, mention, mention.gender or gender)
        if mention.title and mention.title[0] in self.pack.words["generic"]:
            return None
        return self._by_title(mention.title)

    def _somebody(self, mention: Mention) -> bool:
        """One person, told by the article and the noun: "a neighbour", "the elderly woman"."""
        if self.pack.order != "SVO" or not mention.words:
            return False
        lists = self.pack.words
        before = fold(self.text[max(0, mention.start - 8) : mention.start]).split()[-1:]
        words = fold(mention.words).split()[:3]
        if not lists["indefinites"].isdisjoint(before):
            return any(self.nouns.is_title(word) or word in lists["persons"] for word in words)
        return not (lists["possessives"].isdisjoint(before) or lists["persons"].isdisjoint(words))

    def _of_gender(self, mention: Mention, name: str) -> str:
        """A full name, unless it is that of another with the same surname: "Mrs Holt" is not Peter Holt."""
        given = self._by_given_name(fold(name)) if mention.gender is not None and self.pack.capitals else None
        return written(mention.name or "") if given is not None and given != mention.gender else name

    def _supported(self, name: str, mention: Mention) -> bool:
        if not self.pack.spaces:
            return True
        last = fold(name).split()[-1]
        return bool(mention.title) or self.pack.capitals or self.full.counts[last] > 1

    def _trimmed(self, name: str, with_object: bool) -> str:
        """A name without the object that follows it: «رفض كيربي الحديث» names كيربي."""
        words = name.split()
        if self.pack.capitals or len(words) < 2 or self._occurs(name) > 1:
            return name
        if self._surname(*words[:2]):
            return words[0]
        for length in range(len(words) - 1, 0, -1):
            part = " ".join(words[:length])
            if length > 1 and self._spoken_alone(part, words[length]):
                return part
            repeated = length > 1 and self.nouns.definite(fold(words[length])) and self._occurs(part) > 1
            if repeated or self._holds(fold(part)):
                return part
            if self._governed(fold(words[length])):
                return part
            definite = with_object and self.nouns.definite(fold(words[length]))
            if definite and len(self.full.fullest(part).split()) > length:
                return part
        return name

    def _surname(self, word: str, following: str) -> bool:
        """A word that ends a titled name and speaks alone elsewhere: «ووصف ترودو تذرع ترمب بأنه …»."""
        form = fold(word)
        if fold(following) in self.pack.words["compounds"] or self.nouns.given(form) or form in self.nouns.prepositions:
            return False
        return self._spoken_alone(word, following) and self.full.vouched(word)

    def _governed(self, form: str) -> bool:
        """A noun of the article with its preposition in one word, which no name holds: بزيارة, بالضربات."""
        noun = form[1:]
        if form[:1] not in self.pack.letters or form[0] in self.pack.proclitics or len(form) < 5:
            return False
        article = self.pack.articles[0]
        return any(self.full.counts[word] for word in (noun, article + noun, noun.removeprefix(article)))

    def _spoken_alone(self, part: str, following: str) -> bool:
        """The last word of a part is a subject by itself elsewhere: «أكد دميتري بيسكوف اطلاع روسيا», «وقال بيسكوف»."""
        key = fold(part).split()[-1]
        if key in self.pack.words["particles"]:
            return False
        at = self.search.find(f" {key} ")
        for _ in range(SEEN):
            if at < 0:
                return False
            if self._behind_verb(at) and not self.folded.startswith(fold(following), at + len(key) + 2):
                return True
            at = self.search.find(f" {key} ", at + 1)
        return False

    def _occurs(self, name: str) -> int:
        """How often the article says a name; each is counted once, since a count reads the whole text."""
        key = fold(name)
        if key not in self._occurrences:
            self._occurrences[key] = self.search.count(key)
        return self._occurrences[key]

    def _holds(self, key: str) -> bool:
        """A known name of several words ends with the key."""
        tail = key.split()
        return any(" " in name and ends(fold(name).split(), tail) for name in self._names(tail[-1]))

    def _keep(self, name: str, mention: Mention, gender: Gender | None, *, organisation: bool = False) -> Person:
        key = fold(name)
        found = self.known.get(key)
        if found and mention.gender and found.gender and mention.gender != found.gender:
            return Person(written(mention.name or name), mention.gender)
        if found is None:
            found = self.known[key] = Person(name, gender, organisation)
            for word in dict.fromkeys(key.split()):
                self._by_word[word].append(found)
        found.gender = found.gender or gender or (None if organisation else self._by_given_name(key))
        if mention.title:
            found.titles.update(map(fold, mention.title))
        return found

    def given(self, person: Person) -> bool:
        """The person is called by a given name that the pack knows."""
        return person.name is not None and self.nouns.given(fold(person.name).split(" ", 1)[0])

    def _by_given_name(self, key: str) -> Gender | None:
        """What the given name says of a person: nothing if it is women's and men's."""
        given, words = key.split(" ", 1)[0], self.pack.words
        feminine, masculine = given in words["feminine_names"], given in words["masculine_names"]
        if feminine == masculine:
            return None
        return "feminine" if feminine else "masculine"

    def _plausible(self, name: str, mention: Mention) -> bool:
        """A single word that stands nowhere else and is no capitalised name says too little."""
        if not self.pack.spaces:
            return bool(mention.title) or "·" in name or self._occurs(name) > 1
        if " " not in name and self._before_quote(mention):
            return True
        return (
            self.pack.capitals
            or " " in name
            or sum(self.full.counts[p + fold(name)] for p in ("", *self.pack.proclitics)) > 1
        )

    def _names(self, word: str, *, organisations: bool = False) -> list[str]:
        """The latest known names of people, or of organisations, that hold the folded word."""
        sharing = self._by_word[word][-SEEN:] if word in self._by_word else []
        return [person.name for person in sharing if person.name and person.organisation == organisations]

    def _before_quote(self, mention: Mention) -> bool:
        """A lone name between its verb and the colon, the mark or who that is: «قال ثاقب: “…”», «قالت سلوى (50 عاما)».

        An adverb there ends like one (غاضبا).
        """
        key = fold(mention.words)
        if not self.pack.adverb_endings or key.endswith(self.pack.adverb_endings):
            return False
        end = self.offset + mention.end
        behind = self.folded[end : end + 6]
        presented = behind[:2] == " (" and behind[2:3].isdigit()
        presented = presented or behind.startswith(tuple(f"، {article}" for article in self.pack.articles[:1]))
        marked = behind.startswith((' "', " “", " «")) and not key.endswith("ه")
        following = self.folded[end : end + 14].split()
        clause = bool(following) and behind[:1] == " " and self._opens_clause(following)
        follows = behind.startswith((":", " :")) or presented or marked or clause
        return follows and self._behind_verb(self.offset + mention.start)

    def _opens_clause(self, following: list[str]) -> bool:
        """A complementiser, perhaps behind a preposition: «أكد فلان أن …», «أشار فلان إلى أن …»."""
        words = self.pack.words
        return any(
            word in words["complementisers"] for word in following[: 1 + (following[0] in words["prepositions"])]
        )

    def _behind_verb(self, at: int) -> bool:
        """The word before is a verb that always reports."""
        before = self.folded[max(0, at - REACH) : at].split()[-1:] if at > 0 else []
        verb = self.pack.verbs.get(before[0]) if before else None
        return verb is not None and not verb.weak and not verb.participle

    def has(self, name: str) -> bool:
        """Somebody of this name spoke already."""
        return bool(fold(name).split()) and fold(self.full.fullest(name)) in self.known

    def named_like_addressee(self, form: str) -> bool:
        """The word stands more than once, and never without its first letter or with an article behind it."""
        counts, noun = self.full.counts, form[1:]
        bare = (noun, self.pack.articles[0] + noun) if self.pack.articles else (noun,)
        known = (
            noun in self.pack.common
            or noun in self.pack.words["known_names"]
            or self.nouns.definite(form)
            or self.nouns.heads_organisation(noun)
        )
        return not known and counts[form] > 1 and not any(counts[word] for word in bare)

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
        found = (self.person(mention) for mention in self.holders.mentions(title))
        return next((person for person in found if person is not None), None)

    def _organisation(self, name: str, at: int) -> str:
        """The longest form of an organisation's name that begins or ends like this one, which stands at `at`."""
        name = written(name)
        if " " in name:
            return name
        if self.pack.capitals and name.islower():
            name = capital_organisation(name, self.text, self.pack) or name
        keys = (fold(name), self.nouns.bare(fold(name)))
        fuller = [name for key in keys for name in self._names(key, organisations=True)]
        body = self._body(keys[1], at) if not fuller and keys[0] != keys[1] and not self.pack.capitals else None
        return max([name, *fuller], key=len) if body is None else body

    def _body(self, key: str, upper: int) -> str | None:
        """What a lone definite body (الوزارة) was called in full last before a place: وزارة العدل."""
        for _ in range(SEEN):
            at = self.search.rfind(key, max(0, upper))
            if at < 0:
                return None
            mention = self._body_from(at)
            name = written(mention.name or "") if mention is not None and mention.kind == "organisation" else ""
            words = fold(name).split()
            if (
                len(words) > 1
                and self.nouns.bare(words[0]) == key
                and (words[1] not in self.pack.common or self.nouns.definite(words[-1]))
            ):
                return name
            upper = at
        return None

    def _body_from(self, at: int) -> Mention | None:
        start = max(self.folded.rfind(" ", 0, at), self.folded.rfind("\n", 0, at)) + 1
        if self.nouns.is_title((self.folded[max(0, start - 20) : start].split() or [""])[-1]):
            return None  # وزير الداخلية
        fragment = self.holders.fragment(start)
        last = self.runs.right(fragment, 0)
        return self.nouns.read(fragment, 0, last) if last >= 0 else None
