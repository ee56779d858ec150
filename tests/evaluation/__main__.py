"""Scores annotated articles and prints a table, a line a language.

    python -m tests.evaluation FOLDER [--lang ar] [--errors]
    python -m tests.evaluation tests/data/quotes

FOLDER holds `x.txt` beside `x.json` or `x.expected.json` (see `gold.py`). `regex` is the joint F1 of a plain regular
expression on the same articles.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from briefing.model import Quote
from briefing.sources.plain import read_plain
from briefing.text.analysis import analyse
from briefing.text.quotes.reading import find_quotes
from tests.evaluation import baseline
from tests.evaluation.gold import GoldArticle, articles, one_section
from tests.evaluation.scoring import Predicted, figures, score, score_headings

COLUMNS = ("language", "articles", "quotes", "span F1", "speaker", "kind", "joint F1", "regex", "headings F1")


def measure(article: GoldArticle, miss: Callable[[str], None] = lambda _: None) -> Counter[str]:
    """Counts of one article read by the rules."""
    if article.title is not None:
        quotes = find_quotes(article.text, one_section(article.text), article.language, article.title)
        return score(article, _predicted(quotes), miss)
    read = analyse(read_plain(article.text))
    tally = score(article, _predicted(read.quotes), miss) if article.quotes else Counter()
    if article.headings is not None:
        tally += score_headings(article, [s.heading for s in read.sections if s.heading], read.title)
    return tally


def _predicted(quotes: tuple[Quote, ...]) -> list[Predicted]:
    return [Predicted(quote.text, quote.speaker, quote.kind == "direct") for quote in quotes]


def table(tallies: dict[str, Counter[str]], plain: dict[str, Counter[str]]) -> list[str]:
    """The lines of the table, languages by name."""
    lines = [_row(COLUMNS)]
    for language in sorted(tallies):
        tally, found = tallies[language], figures(tallies[language])
        regex = figures(plain[language])["joint"]
        shown = (found["span"], found["speaker"], found["kind"], found["joint"], regex, found["headings"])
        cells = ["-" if value is None else f"{value:.3f}" for value in shown]
        lines.append(_row((language, str(tally["articles"]), str(tally["gold"]), *cells)))
    return lines


def _row(cells: tuple[str, ...]) -> str:
    return "".join(f"{cell:>13}" for cell in cells).rstrip()


def main() -> int:
    """Score the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", help="only articles in this language")
    parser.add_argument("--errors", action="store_true", help="every error on stderr")
    options = parser.parse_args()
    tallies: defaultdict[str, Counter[str]] = defaultdict(Counter)
    plain: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in articles(options.folder):
        if options.lang in (None, article.language):
            miss = _printer(article.name) if options.errors else lambda _: None
            tallies[article.language] += measure(article, miss) + Counter(articles=1)
            plain[article.language] += score(article, baseline.predict(article)) if article.quotes else Counter()
    print("\n".join(table(tallies, plain)))
    return 0 if tallies else 1


def _printer(name: str) -> Callable[[str], None]:
    return lambda line: print(f"{name}: {line}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
