"""Names of people in quotation marks, as some papers print every name (وأكد «الصفدي» أن …).

Where the verb comes first, a few words in marks right behind a reporting verb, or behind a title, are a name
if the article says them again or if the reported words are still to come. Where the speaker does, they are one
beside a title, at the beginning of a sentence, or if the article says them again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.text.fold import without_dropped
from briefing.text.mentions.nouns import Nouns
from briefing.text.packs.pack import LanguagePack
from briefing.text.people.fullnames import FullNames
from briefing.text.sentences.marks import Marked

LONGEST = 45
"""Code points of the longest name."""

_BEFORE, _BEHIND = 60, 220
"""Code points looked at on either side."""
_NO_NAMES = (
    "complementisers", "prepositions", "conjunctions", "negations", "first_person", "places", "anonymous",
    "organisations", "relatives", "determiners", "times",
)  # fmt: skip
_POINTS = re.compile(r"[^\w\s]")


class MarkedNames:
    """Tells names of people in marks from quotations, in one language."""

    def __init__(self, pack: LanguagePack, nouns: Nouns) -> None:
        self.pack, self.nouns = pack, nouns
        never = frozenset[str]().union(*(pack.words[key] for key in _NO_NAMES), pack.pronouns)
        self.compounds = pack.words["compounds"]
        self.never = never - self.compounds

    def find(self, folded: str, spans: Iterable[Marked], full: FullNames) -> set[Marked]:
        """Those of the spans that are names; `full` counts how often the folded text has each word."""
        if self.pack.capitals or not self.pack.spaces or self.pack.order == "V2":
            return set()
        return {span for span in spans if span.end - span.start <= LONGEST and self._names(folded, span, full)}

    def _names(self, folded: str, span: Marked, full: FullNames) -> bool:
        if not span.closed:
            return False
        if self.pack.order != "VSO":
            words = without_dropped(folded[span.start : span.end]).split()
            return len(words) > 1 and self._plain(words) and self._introduced(folded, span, words, full)
        return self._behind_title_or_verb(folded, span, full)

    def _introduced(self, folded: str, span: Marked, words: Sequence[str], full: FullNames) -> bool:
        """A title stands beside the name; where the speaker stands first, it may open its sentence or come again."""
        behind = self._behind(folded, span)
        if self._presented(behind):
            return True
        if self.pack.order != "SOV" or not self.pack.common or self._predicate(behind):
            return False
        before = folded[max(0, span.outer_start - _BEFORE) : span.outer_start].rpartition("\n")[2].rstrip()
        if not before or before[-1] in ".؟!":
            return behind[:1] == " "
        return before[-1] != ":" and (self._titled(before.split()) or self._again(words, full))

    def _predicate(self, behind: str) -> bool:
        """A verb follows, whose complement the words are."""
        following = _POINTS.sub(" ", behind).split(maxsplit=2)
        phrases = (" ".join(following[:count]) for count in (1, 2))
        return any(phrase in self.pack.verbs or phrase in self.pack.actions for phrase in phrases)

    def _behind_title_or_verb(self, folded: str, span: Marked, full: FullNames) -> bool:
        start = max(0, span.outer_start - _BEFORE)
        before = folded[start : span.outer_start]
        last = without_dropped(before.rsplit(None, 1)[-1]) if before[-1:].isspace() and not before.isspace() else ""
        if not last or not last[-1].isalpha() or last in self.never:
            return False  # Most quotations follow a colon, a comma or «أن».
        words = without_dropped(folded[span.start : span.end]).split()
        if self._body(words):
            return self._speaks(folded, span, last) or (self.nouns.is_title(last) and not self.nouns.definite(last))
        if not self._plain(words):
            return False
        behind = self._behind(folded, span)
        if len(words) > 1 and last in self.pack.words["according"].lasts:
            return True
        verb = self.pack.verbs.get(last)
        if verb is not None and not verb.participle:
            sure = len(words) > 1 and not verb.weak
            return self._goes_on(behind) and (sure or self._again(words, full))
        if behind[:1] not in " ،," or not self._titled(before.split()[start > 0 :]):
            return False
        known = self._again(words, full)
        return known or self._goes_on(behind) if len(words) > 1 else known and self._goes_on(behind)

    def _speaks(self, folded: str, span: Marked, last: str) -> bool:
        """A verb of saying before, the reported words behind: أعلن «اتحاد التنسيقيات»، أن «…»."""
        verb = self.pack.verbs.get(last)
        if verb is None or verb.participle or last in self.pack.words["called"].lasts:
            return False
        return self._goes_on(self._behind(folded, span))

    def _again(self, words: Sequence[str], full: FullNames) -> bool:
        """The article says the last word of the name once more."""
        return len(words[-1]) > 2 and full.counts[words[-1]] > 1

    def _behind(self, folded: str, span: Marked) -> str:
        return without_dropped(folded[span.outer_end : span.outer_end + _BEHIND])

    def _plain(self, words: Sequence[str]) -> bool:
        """One to four words, those that bind names aside, none of them one that no name holds."""
        if any(word in self.never or word in self.pack.actions or self._noun(word) for word in words) or _POINTS.search(
            "".join(words)
        ):
            return False
        return 1 <= sum(word not in self.compounds for word in words) <= 4

    def _noun(self, word: str) -> bool:
        """A common noun, with or without its article; not what binds names, such as فان."""
        common = self.pack.common
        return (word in common or self.nouns.bare(word) in common) and word not in self.compounds

    def _body(self, words: Sequence[str]) -> bool:
        """A body: مدير عام “مستشفى بيروت” فلان."""
        return 2 <= len(words) <= 4 and self.nouns.heads_organisation(words[0])

    def _presented(self, behind: str) -> bool:
        """A title follows, as in «اسماعیل بقائی» سخنگوی, perhaps behind a comma where the speaker stands first."""
        first = self.pack.order == "SOV"
        following = behind.lstrip("،, " if first else " ").split(maxsplit=2)
        if not following or behind[0] not in (" ،," if first else " "):
            return False
        if first and len(following) > 1 and following[0] in self.pack.words["genitives"]:
            one = following[1] in self.pack.words["anonymous"] or self.nouns.is_title(following[1])
            return one or behind[0] != " "  # «محمد سلمان»، از فرماندهان …
        return self.nouns.is_title(following[0])

    def _titled(self, before: Sequence[str]) -> bool:
        """Among the last words is a title, and nothing parts it from the name."""
        for word in map(without_dropped, reversed(before[-6:])):
            if _POINTS.search(word) or word in self.pack.verbs or word in self.pack.words["complementisers"]:
                return False
            if self.nouns.heads_title(word):
                return True
        return False

    def _goes_on(self, behind: str) -> bool:
        """Behind the name come the reported words, with no other verb between."""
        row = behind.split()
        for at, word in enumerate(row):
            bare = _POINTS.sub("", word)
            if word.endswith(":") or bare in self.pack.words["complementisers"]:
                return True
            if at == 0 and bare in self.pack.words["about"]:
                return True
            verb = self.pack.verbs.get(bare)
            if verb is not None and not verb.weak:
                return verb.gender is None  # «بقوله», «قائلا» go on with the same speaker.
            if word.endswith((".", "؟", "!")):
                return False
        return False


def unmarked(folded: str, names: Iterable[Marked]) -> str:
    """The folded text with blanks in place of the marks around names, its length kept."""
    parts, at = [], 0
    for span in names:
        for start, end in ((span.outer_start, span.start), (span.end, span.outer_end)):
            parts += [folded[at:start], " " * (end - start)]
            at = end
    return "".join([*parts, folded[at:]])
