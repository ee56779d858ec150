"""How well predicted quotations meet the annotated ones.

A quotation is found if the two spans overlap by 0.9 (intersection over union), its speaker is right if the name, an
accepted form of it, or the name with at most two more words was given. Headline figure: `joint`, F1 of span and
speaker together. Uncertain annotations count neither way.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.text.fold import fold, fold_map
from tests.evaluation.gold import GoldArticle, GoldQuote

ENOUGH = 0.9
"""Overlap from which two spans are the same quotation."""


@dataclass(frozen=True)
class Predicted:
    """A quotation as a system gives it."""

    text: str
    speaker: str | None
    direct: bool


def norm(text: str | None) -> str:
    """A name or heading in the spelling that comparisons use."""
    return " ".join(fold(unicodedata.normalize("NFKC", text or "")).split()).strip(" \"'.,:;،؛*•-–—«»“”„")


def same_speaker(predicted: str | None, quote: GoldQuote) -> bool:
    """The predicted name is the annotated speaker's; nobody is right where the article names nobody."""
    said = norm(predicted)
    if not quote.speaker:
        return not said or said in norm(quote.described)
    name, names = norm(quote.speaker), [norm(n) for n in (quote.speaker, *quote.accepted)]
    longer = name in said and len(said.split()) <= len(name.split()) + 2
    return bool(said) and (said in names or longer)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Intersection over union of two spans."""
    inside = min(a[1], b[1]) - max(a[0], b[0])
    return inside / (max(a[1], b[1]) - min(a[0], b[0])) if inside > 0 else 0.0


def located(article: GoldArticle, predicted: Sequence[Predicted]) -> list[tuple[int, int] | None]:
    """Where each predicted quotation stands in the annotated text: the first such place that is not taken."""
    folded, origin = fold_map(article.text)
    taken: set[int] = set()
    found: list[tuple[int, int] | None] = []
    for quote in predicted:
        needle = fold(quote.text)
        at = folded.find(needle)
        while at >= 0 and at in taken:
            at = folded.find(needle, at + 1)
        taken.add(at)
        found.append((origin[at], origin[at + len(needle) - 1] + 1) if at >= 0 else None)
    return found


def score(
    article: GoldArticle, predicted: Sequence[Predicted], miss: Callable[[str], None] = lambda _: None
) -> Counter[str]:
    """Counts of one article; `miss` is told each error in one line."""
    tally: Counter[str] = Counter()
    places = located(article, predicted)
    left = [index for index, place in enumerate(places) if place]
    for quote in article.quotes:
        if quote.kind == "not-a-quote" or quote.uncertain:
            continue
        best = max(left, key=lambda i: overlap(places[i] or (0, 0), (quote.start, quote.end)), default=None)
        words = article.text[quote.start : quote.end][:60]
        tally["gold"] += 1
        if best is None or overlap(places[best] or (0, 0), (quote.start, quote.end)) < ENOUGH:
            miss(f"missed {quote.kind} {words!r}")
            continue
        left.remove(best)
        right = same_speaker(predicted[best].speaker, quote)
        tally["found"] += 1
        tally["named"] += bool(quote.speaker)
        tally["joint"] += right
        tally["named_right"] += right and bool(quote.speaker)
        tally["kind_right"] += predicted[best].direct == (quote.kind == "direct")
        if not right:
            miss(f"speaker {predicted[best].speaker!r} for {quote.speaker!r} of {words!r}")
    for index in left:
        doubtful = any(
            quote.uncertain and overlap(places[index] or (0, 0), (quote.start, quote.end)) for quote in article.quotes
        )
        if not doubtful:
            tally["false"] += 1
            miss(f"not a quote {predicted[index].text[:60]!r}")
    return tally


def score_headings(article: GoldArticle, predicted: Sequence[str], title: str) -> Counter[str]:
    """Counts of the headings of one article; the title is pardoned as one."""
    wanted = Counter(norm(heading) for heading in article.headings or ())
    given = Counter(norm(heading) for heading in predicted)
    if norm(title) not in wanted:
        del given[norm(title)]
    right = (wanted & given).total()
    return Counter(heading_right=right, heading_gold=wanted.total(), heading_given=given.total())


def f1(right: int, given: int, wanted: int) -> float | None:
    """Harmonic mean of precision and recall; None where there is nothing to find and nothing was found."""
    return 2 * right / (given + wanted) if given + wanted else None


def figures(tally: Counter[str]) -> dict[str, float | None]:
    """What a table shows of a language: span F1, speaker among the named, kind, joint F1, headings F1."""
    given = tally["found"] + tally["false"]
    return {
        "span": f1(tally["found"], given, tally["gold"]),
        "speaker": tally["named_right"] / tally["named"] if tally["named"] else None,
        "kind": tally["kind_right"] / tally["found"] if tally["found"] else None,
        "joint": f1(tally["joint"], given, tally["gold"]),
        "headings": f1(tally["heading_right"], tally["heading_given"], tally["heading_gold"]),
    }
