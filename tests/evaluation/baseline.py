"""What a plain regular expression reaches, as a yardstick.

Every marked span of a line is a quotation; its speaker is the name right beside the nearest strong reporting verb.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.text.fold import fold_aligned
from briefing.text.packs.files import load
from tests.evaluation.gold import GoldArticle
from tests.evaluation.scoring import Predicted

SPAN = re.compile('“([^”“]+)”|«([^»«]+)»|„([^“”„]+)[“”]|"([^"\n]+)"|「([^」]+)」')
WINDOW = 80
"""Code points looked at on either side of a span."""


@cache
def _verbs(language: str) -> re.Pattern[str]:
    forms = sorted((form for form, verb in load(language).verbs.items() if not verb.weak), key=len, reverse=True)
    edge = "" if language == "zh" else r"\b"
    return re.compile(edge + "(?:" + "|".join(map(re.escape, forms)) + ")" + edge, re.IGNORECASE)


def _speaker(before: str, after: str, language: str) -> str | None:
    """The name right before or behind the verb nearest to the span."""
    capitals = r"((?:[^\W\d_a-z]\w+)(?: [^\W\d_a-z]\w+){0,2})" if load(language).capitals else r"(\w+(?: \w+)?)"
    verb = _verbs(language)
    behind = verb.search(fold_aligned(after))
    if behind and (name := re.match(r"\s*" + capitals, after[behind.end() :])):
        return name[1]
    for found in reversed(list(verb.finditer(fold_aligned(before)))):
        name = re.match(r"\s*" + capitals, before[found.end() :]) or re.search(
            capitals + r"\s*$", before[: found.start()]
        )
        if name:
            return name[1]
    return None


def predict(article: GoldArticle) -> list[Predicted]:
    """Every marked span of the article with the name the expression finds beside it."""
    found = []
    for match in SPAN.finditer(article.text):
        words = next(group for group in match.groups() if group)
        before = article.text[max(0, match.start() - WINDOW) : match.start()].rpartition("\n")[2]
        after = article.text[match.end() : match.end() + WINDOW].partition("\n")[0]
        found.append(Predicted(words, _speaker(before, after, article.language), direct=True))
    return found
