"""What a mention refers to: a role to its holder, «the letter» to its author, a sentence's first words to a person."""

from __future__ import annotations

from briefing.text.fold import fold
from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.reader import NounReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.people.table import People, Person
from briefing.text.sentences.skeleton import Sentence


class ReferenceReader:
    """Answers for the mentions of one article."""

    def __init__(self, pack: LanguagePack, people: People, nouns: NounReader, text: str) -> None:
        self.pack, self.people, self.nouns, self.text = pack, people, nouns, text

    def opens(self, mention: Mention) -> bool:
        """The sentence's first words are a person or a body, not just any capital or unknown word."""
        if not self.pack.capitals:
            known = bool(mention.title) or self.people.has(mention.name or "")
            return (mention.kind == "name" and known) or mention.kind == "organisation"
        name = mention.name or ""
        sure = " " in name or bool(mention.title)
        return mention.kind != "name" or sure or " " in self.people.full.fullest(name)

    def surname(self, sentence: Sentence, mention: Mention) -> Mention | None:
        """The first word, if it ends a full name of the article: «وحاول روحاني طمأنة …», where Hassan Rouhani spoke."""
        first = (mention.name or "").split(" ", 1)[0]
        if self.pack.order != "VSO" or mention.kind != "name" or mention.title or not fold(first):
            return None
        at = sentence.starts.index(mention.start) - 1
        about = at >= 0 and sentence.forms[at].removeprefix(self.pack.proclitics[0]) in self.pack.words["prepositions"]
        if about or not self.people.full.vouched(first):
            return None
        end = mention.start + len(first)
        return mention._replace(end=end, name=first, words=self.text[mention.start : end])

    def repeated(self, sentence: Sentence, mention: Mention) -> bool:
        """A name of several words right behind the verb that opens the sentence, its last word said again."""
        words, opening = fold(mention.name or "").split(), sentence.forms[0]
        if mention.kind != "name" or len(words) < 2 or mention.start != sentence.starts[1]:
            return False
        verbal = opening in self.pack.actions or opening in self.pack.verbs or opening[:1] in self.pack.proclitics[:1]
        joins = self.pack.words["conjunctions"] | self.pack.words["negations"] | self.pack.words["prepositions"]
        verbal = verbal and opening not in joins and opening[1:] not in joins
        plain = not any(self.nouns.definite(word) or word in self.pack.actions for word in words[:2])
        return verbal and plain and self.people.full.counts[words[-1]] > 1

    def other(self, mention: Mention, person: Person) -> bool:
        """«المندوب الفرنسي» is not the Russian ambassador who spoke last."""
        nations = self.pack.words["nationalities"]
        own, his = ({_nation(word) for word in nations.intersection(words)} for words in (mention.title, person.titles))
        return bool(own and his) and own.isdisjoint(his)

    def demonstrated(self, mention: Mention) -> bool:
        """«این مقام مسئول», «این سخنگو»: a nameless source behind a demonstrative is one named before."""
        titled = mention.kind == "title" and not self.pack.articles
        if not (titled or mention.kind == "anonymous") or self.pack.capitals or not self.pack.spaces:
            return False
        before = fold(self.text[max(0, mention.start - 12) : mention.start]).split()
        return bool(before) and before[-1] in self.pack.words["determiners"]

    def body(self, mention: Mention) -> bool:
        """«The charity», «the company»: a body named before."""
        if mention.kind != "organisation" or self.pack.order != "SVO" or not mention.words.islower():
            return False
        before = fold(self.text[max(0, mention.start - 6) : mention.start]).split()
        return before[-1:] == ["the"] and " " not in mention.words

    def writing(self, mention: Mention) -> bool:
        """The mention is «the article», «the letter»: its author speaks."""
        first = fold(mention.words).split()[0] if mention.words else ""
        return mention.kind == "anonymous" and first in self.pack.words["writings"]

    def written(self, mention: Mention) -> bool:
        """Somebody's writing or statement speaks for him."""
        return self.writing(mention) or self.statement(mention)

    def statement(self, mention: Mention) -> bool:
        """The mention is «the statement», whose body spoke last."""
        return mention.kind == "anonymous" and fold(mention.words) in self.pack.words["statements"]

    def issues(self, person: Person) -> bool:
        """A body that can speak by statements; no agency that passes them on, and no country."""
        words = fold(person.name or "").split()
        return person.organisation and not self.nouns.state(words) and words[0] not in self.pack.words["media"]

    def unfit(self, mention: Mention) -> bool:
        """Nobody a pronoun can mean: several joined names, or a thing told apart by one (the homes off Oaks Road)."""
        if self.pack.order != "SVO":
            return False
        name = mention.name or ""
        before = fold(mention.words.partition(name)[0]).split()
        several = not self.pack.words["coordinators"].isdisjoint(fold(name).split())
        thing = len(before) > 2 or not self.pack.words["prepositions"].isdisjoint(before)
        thing = thing or (not before and (self._determined(mention) or self._plain(name)))
        return several or (thing and not mention.title)

    def _plain(self, name: str) -> bool:
        """The first of several words is no name: it stands in small letters elsewhere, as of "Other Readers"."""
        first, _, rest = name.partition(" ")
        key = fold(first)
        plain = bool(rest) and self.pack.capitals and not (self.nouns.given(key) or self.nouns.heads_title(key))
        return plain and f" {first.lower()} " in self.text

    def _determined(self, mention: Mention) -> bool:
        """An article stands right before the name, as before no person's: the Great Recession, an Art Deco theatre."""
        before = fold(self.text[max(0, mention.start - 6) : mention.start]).split()
        return self.pack.capitals and not self.pack.words["determiners"].isdisjoint(before[-1:])

    def role(self, sentence: Sentence, mention: Mention) -> bool:
        """The title is definite and general enough to mean the last speaker."""
        first = sentence.starts.index(mention.start)
        form = sentence.forms[first]
        if self.pack.capitals:
            roles = self.pack.words["roles"]
            return any(self.nouns.bare(word).rpartition("-")[2] in roles for word in mention.title)
        if not self.pack.articles and len(mention.title) > 1:
            return False
        if form in self.pack.words["roles"] or self.nouns.definite(form):
            return True
        words = zip(sentence.forms[first:], sentence.ends[first:], strict=True)
        return any(self.nouns.definite(word) for word, end in words if end <= mention.end)


def _nation(word: str) -> str:
    """The same for both genders and for أمريكي and أميركي."""
    return "".join(sorted(word.removesuffix("ه")))
