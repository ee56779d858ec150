"""The measure itself: what counts as found and as right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation.gold import GoldArticle, GoldQuote, articles
from tests.evaluation.pud import Token, segments
from tests.evaluation.scoring import Predicted, figures, score

TEXT = "“We are ready,” said Jane Pike. The “Gazette” came."


def gold(speaker: str | None = "Jane Pike", *, uncertain: bool = False) -> GoldArticle:
    quote = GoldQuote(1, 14, "direct", speaker, ("Pike",), "", uncertain)
    return GoldArticle("x", "en", TEXT, "", (quote,), None)


@pytest.mark.parametrize(
    ("speaker", "joint"),
    [("Jane Pike", 1), ("Pike", 1), ("Union leader Jane Pike", 1), ("Tom Reyes", 0), (None, 0)],
)
def test_a_speaker_counts_by_name_alias_or_with_a_title(speaker: str | None, joint: int) -> None:
    tally = score(gold(), [Predicted("We are ready,", speaker, direct=True)])
    assert (tally["found"], tally["joint"]) == (1, joint)


def test_words_that_nobody_said_cost_precision_and_uncertain_ones_nothing() -> None:
    wrong = [Predicted("We are ready,", "Pike", direct=True), Predicted("Gazette", None, direct=False)]
    assert figures(score(gold(), wrong))["span"] == pytest.approx(2 / 3)
    assert score(gold(uncertain=True), wrong[:1])["false"] == 0


def test_a_missed_quote_is_told() -> None:
    told: list[str] = []
    assert score(gold(), [], told.append)["gold"] == 1
    assert "missed direct" in told[0]


def test_an_article_by_offsets_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\n“Yes,” she said.", encoding="utf-8")
    entry = '{"start": 8, "end": 12, "text": "Yes,", "kind": "mixed", "speaker": null}'
    (tmp_path / "a.json").write_text(f'{{"file": "a.txt", "lang": "en", "headings": [], "quotes": [{entry}]}}')
    (article,) = articles(tmp_path)
    assert article.text[article.quotes[0].start : article.quotes[0].end] == "Yes,"
    assert article.quotes[0].kind == "partial"


def test_a_governed_segment_of_a_tree_knows_its_speaker() -> None:
    rows = (
        *(("“", "PUNCT", 1, "punct"), ("Go", "VERB", 3, "ccomp"), ("”", "PUNCT", 1, "punct")),
        *(("said", "VERB", -1, "root"), ("Ann", "PROPN", 3, "nsubj")),
    )
    tokens = [Token(*row, at, at + 1) for at, row in enumerate(rows)]
    (segment,) = segments(tokens)
    assert segment.governed
    assert segment.names == {"ann"}
