"""Words that hold a preposition: whom one speaks to (لرويترز), what a verb governs (بقرار), and names like them."""

from __future__ import annotations

from briefing.text.fold import fold
from briefing.text.mentions.nouns import Nouns
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import Sentence

_NOUNS = ("organisations", "anonymous", "documents", "places", "known_names", "titles", "naming")
"""Lists of words that are no personal names."""
_ALEF, _INFIX = "ا", "ت"
"""The first and the third letter of verbal nouns of the eighth and tenth stems."""
_LONG = "وي"
"""Letters that are vowels in foreign names: لايتزر."""


class PrefixReader:
    """Tells the words of one language that begin with a preposition written as one with them."""

    def __init__(self, pack: LanguagePack, nouns: Nouns) -> None:
        self.pack, self.words, self.nouns = pack, pack.words, nouns

    def governed(self, form: str) -> bool:
        """A common noun with its preposition in one word: رحب بقرار, أشاد بالتوسع."""
        if form[:1] not in self.pack.letters or form in self.words["names_with_prefix"]:
            return False
        noun = form[1:]
        longer = len(form) > 7 and form[0] not in self.pack.proclitics and noun.startswith(self.pack.articles[0])
        return noun in self.pack.common or self.nouns.bare(noun) in self.pack.common or longer

    def addressee(self, sentence: Sentence, at: int) -> bool:
        """The word says whom one speaks to, by its prefix; what is written tells لأبي from لاغارد."""
        form = sentence.forms[at]
        return self._told(form) and not self._named(form, sentence.raw(at))

    def addresses(self, written: str) -> bool:
        """The first word of a name says whom one speaks to."""
        form = fold(written)
        return self._told(form) and not self._named(form, written)

    def _told(self, form: str) -> bool:
        prefix = self.pack.addressee
        return (
            bool(prefix) and form.startswith(prefix) and len(form) > 3 and form not in self.words["names_with_prefix"]
        )

    def _named(self, form: str, written: str) -> bool:
        return written.startswith(self.pack.name_openings) and not self._noun(form[1:])

    def _noun(self, form: str) -> bool:
        """A word that the pack knows as no personal name, or a verbal noun such as استهداف and اجتماع."""
        verbal = len(form) > 4 and form[0] == _ALEF and form[2] == _INFIX and form[1] not in _LONG
        return verbal or form in self.pack.common or any(form in self.words[key] for key in _NOUNS)
