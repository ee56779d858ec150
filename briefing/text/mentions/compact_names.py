"""Mentions in languages written without spaces, as Chinese is: what the pack's words leave over is a name.

Organisation and title stand before the name (外交部发言人高文博), an honorific may follow it.
"""

from __future__ import annotations

from briefing.text.mentions.nouns import Mention, Nouns
from briefing.text.sentences.skeleton import Sentence

LONGEST_NAME = 8
"""Letters of the longest name without a middle dot."""


class CompactPhrase:
    """A phrase of a language without spaces."""

    def __init__(self, reader: Nouns, sentence: Sentence, first: int, last: int) -> None:
        self.reader, self.sentence, self.first, self.last = reader, sentence, first, last
        self.forms = sentence.forms

    def read(self) -> Mention | None:
        """The mention the phrase makes, or None if it names nobody."""
        if self._anyone():
            return self.reader.mention("anonymous", self.sentence, self.first, self.last, None, [])
        titles = [i for i in range(self.first, self.last + 1) if self._title(i)]
        bodies = [i for i in range(self.first, self.last + 1) if self.reader.heads_organisation(self.forms[i])]
        if titles:
            return self._titled(titles)
        if self.forms[self.last] in self.reader.anonymous:
            return self.reader.mention("anonymous", self.sentence, self.first, self.last, None, [])
        if bodies:
            span = (self.first, bodies[-1])
            return self.reader.mention("organisation", self.sentence, *span, span, [bodies[-1]])
        if self.forms[self.first] in self.reader.places:
            return self.reader.mention(
                "organisation", self.sentence, self.first, self.first, (self.first, self.first), []
            )
        return self._name(self.first, [])

    def _anyone(self) -> bool:
        """«国家电影局一位不愿具名的官员»: a body, and one of its people without a name."""
        behind = self.forms[self.first + 1 : self.last + 3]
        count = next((at for at, form in enumerate(behind) if form in self.reader.determiners), None)
        if count is None or not any(form in self.reader.pack.words["negations"] for form in behind[count:]):
            return False
        return not any(self._namelike(i) and i > self.first + 1 + count for i in range(self.first, self.last + 1))

    def _title(self, at: int) -> bool:
        return self.reader.is_title(self.forms[at]) or self.forms[at] in self.reader.honorifics

    def _titled(self, titles: list[int]) -> Mention | None:
        last = titles[-1]
        if last < self.last:
            return self._name(last + 1, titles)
        if last > self.first and self._namelike(last - 1):
            return self.reader.mention("name", self.sentence, self.first, last, (last - 1, last - 1), titles)
        kind = "anonymous" if self.forms[self.first] in self.reader.anonymous else "title"
        return self.reader.mention(
            "anonymous" if kind == "anonymous" else "title", self.sentence, self.first, last, None, titles
        )

    def _name(self, at: int, titles: list[int]) -> Mention | None:
        if not self._namelike(at):
            return None
        return self.reader.mention("name", self.sentence, self.first, at, (at, at), titles)

    def _namelike(self, at: int) -> bool:
        """A word the pack does not know, long enough for a name and not too long."""
        form = self.forms[at]
        known = self.reader.heads_organisation(form) or form in self.reader.places or self._title(at)
        return not known and (2 <= len(form) <= LONGEST_NAME or "·" in form)
