"""Roles with a complement, and their holders named behind it: «الباحث في مركز الدراسات، فلان»."""

from __future__ import annotations

from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.runs import RunReader
from briefing.text.sentences.skeleton import COMMAS, Sentence
from briefing.text.sentences.tokens import PLACEHOLDER

REACH = 18
"""Words behind a role in which its holder can be named."""
SHORT = 40
"""Code points of the longest name of a body in marks."""


class ComplementReader:
    """Finds the names behind roles, in a language that puts the role first and writes names like other words."""

    def __init__(self, runs: RunReader) -> None:
        self.pack, self.words, self.runs, self.nouns = runs.pack, runs.words, runs, runs.nouns
        words = runs.words
        self._ends = words["complementisers"] | words["relatives"] | words["conjunctions"] | words["documents"]
        self._ends |= words["tellers"] | words["writings"] | words["times"] | self.pack.actions | self.pack.verbs.keys()
        self._ends |= words["prepositions"] - words["seats"]
        self._possessed = (*self.pack.possessive_endings, "ه")
        """Endings of somebody else: «قال الوزير لنظيره»."""
        self._heads_body = runs.nouns.organisations | runs.nouns.links | words["naming"] | words["regions"]
        self._known = runs.nouns.links | runs.nouns.places | runs.nouns.demonyms | self._heads_body | words["seats"]

    def named(self, sentence: Sentence, found: Mention) -> Mention:
        """The mention with the holder of its role, if one is named behind its complement; else as it is."""
        if found.kind not in ("title", "anonymous") or self.pack.order != "VSO":
            return found
        first = sentence.starts.index(found.start)
        if not self.nouns.heads_title(sentence.forms[first]):
            return found
        past = next((i for i, end in enumerate(sentence.ends) if end > found.end), len(sentence.ends))
        if found.kind == "anonymous":
            past = next((i for i in range(first, past) if sentence.forms[i] in COMMAS), past)
        name = self._name_start(sentence, past)
        if name is None or (sentence.forms[name - 1] not in COMMAS and self._anyone(sentence, first)):
            return found
        return self._with_name(sentence, first, name) or found

    def _anyone(self, sentence: Sentence, first: int) -> bool:
        """Just anyone of a trade, whom his name follows between commas: «محلل في شركة …، فلان»."""
        form, following = sentence.forms[first : first + 2]
        nouns = self.nouns
        held = nouns.definite(following) or nouns.heads_title(following) or nouns.heads_organisation(following)
        return form in nouns.anonymous and not (held or following in nouns.links)

    def _name_start(self, sentence: Sentence, past: int) -> int | None:
        """The first word behind the complement that begins at `past`, if that can be a name."""
        forms, at, end = sentence.forms, past, min(len(sentence.forms), past + REACH)
        while at < end:
            if forms[at] in COMMAS:
                return at + 1
            known = self.words["known_names"].length(forms, at)
            if known or (forms[at] == PLACEHOLDER and self._body(sentence, at)):
                at += known or 1
                continue
            if not sentence.letters[at] or self._ends_role(sentence, at, past):
                return None
            if at > past and not self._of_role(sentence, at):
                return at
            at += 1
        return None

    def _body(self, sentence: Sentence, at: int) -> bool:
        """A name in marks behind the kind of body it is of: «شركة “بيمكو”»."""
        span, before = sentence.spans[at], sentence.forms[at - 1]
        return span.end - span.start <= SHORT and (before in self._heads_body or before in self.words["seats"])

    def _ends_role(self, sentence: Sentence, at: int, past: int) -> bool:
        """An occasion, another clause, the object, or whom one speaks to."""
        form, nouns = sentence.forms[at], self.nouns
        if form in self._ends or nouns.bare(form) in self._ends or form[0].isdigit():
            return not nouns.heads_title(form)
        if self.runs.prefixed.addressee(sentence, at) and form not in nouns.links and not nouns.definite(form):
            return nouns.heads_organisation(form[1:]) or sentence.raw(at).endswith(self._possessed)
        if at != past or nouns.definite(form) or form in self._known or not nouns.common(sentence, at):
            return False
        joined = form.startswith(self.pack.proclitics[:1]) and at + 1 < len(sentence.forms)
        return not (joined and nouns.definite(sentence.forms[at + 1]))  # «رئيس لجنة الاحتراف وأوضاع اللاعبين فلان»

    def _of_role(self, sentence: Sentence, at: int) -> bool:
        """The word can belong to what the role is of; an honorific begins a name."""
        form, nouns = sentence.forms[at], self.nouns
        if form in nouns.honorifics or nouns.bare(form) in nouns.honorifics:
            return False
        before = sentence.forms[at - 1]
        if nouns.definite(form) or form in self._known or before in self._heads_body or before in self.words["seats"]:
            return True
        if nouns.heads_title(form) or nouns.governed(form) or nouns.common(sentence, at):
            return True
        return self.runs.prefixed.addressee(sentence, at)

    def _with_name(self, sentence: Sentence, first: int, at: int) -> Mention | None:
        """The role with the name of two words or more that is the phrase at a word."""
        last = self.runs.right(sentence, at)
        mention = self.nouns.read(sentence, at, last) if last > at else None
        if mention is None or mention.kind != "name" or " " not in (mention.name or ""):
            return None
        role = self.nouns.mention("title", sentence, first, at - 1, None, self._letters(sentence, first, at))
        words = sentence.text[role.start : mention.end]
        title, gender = (*role.title, *mention.title), role.gender or mention.gender
        return mention._replace(start=role.start, title=title, gender=gender, words=words)

    def _letters(self, sentence: Sentence, first: int, past: int) -> list[int]:
        return [i for i in range(first, past) if sentence.letters[i]]
