"""Words of languages that part them in other ways than by spaces."""

from __future__ import annotations

import pytest

from briefing.text.fold import fold_aligned
from briefing.text.packfile import load
from briefing.text.tokens import Tokenizer


def forms(language: str, text: str) -> list[str]:
    words = Tokenizer(load(language)).words(fold_aligned(text), 0)
    for start, end in zip(words.starts, words.ends, strict=True):
        assert 0 <= start < end <= len(text)
    return words.forms


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("fr", "selon l’Élysée", ["selon", "l'", "elysee"]),
        ("tr", "Ankara’da Fidan", ["ankara", "'da", "fidan"]),
        ("en", "the workers’ Smith's", ["the", "workers'", "smith's"]),
        ("he", 'צה"ל מסר', ['צה"ל', "מסר"]),
        ("zh", "外交部发言人高文博说：", ["外交部", "发言人", "高文博", "说", ":"]),
        ("zh", "唐纳德·特朗普表示，", ["唐纳德·特朗普", "表示", ","]),
    ],
)
def test_words_are_parted_as_the_pack_says(language: str, text: str, wanted: list[str]) -> None:
    assert forms(language, text) == wanted
