"""How many headings get a label, and how many labels are right, by the gold of `tests/data/labels`.

Run `python -m tests.evaluation.labels`. A label is right when the gold allows each of its words and it holds one
of the words that say what the heading is mainly about (see the README there).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from briefing.text.topics.labels import label

GOLD = Path(__file__).parents[1] / "data" / "labels"
_SMALL = frozenset(("of", "the", "and", "in", "with", "to", "on"))


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some headings."""

    headings: int = 0
    labelled: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.headings + other.headings, self.labelled + other.labelled, self.right + other.right)

    @property
    def coverage(self) -> float:
        """Share of headings with a label."""
        return self.labelled / self.headings

    @property
    def precision(self) -> float:
        """Share of labels that are right."""
        return self.right / self.labelled


def score(language: str) -> Score:
    """The score of one language's gold."""
    lines = (GOLD / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return sum((_score(line, language) for line in lines), Score())


def languages() -> list[str]:
    """Languages there is gold for."""
    return sorted(path.stem for path in GOLD.glob("*.tsv"))


def _score(line: str, language: str) -> Score:
    heading, gold = line.split("\t")
    found = label(heading, language)
    return Score(1, int(found is not None), int(found is not None and _is_right(found.text, gold.split())))


def _is_right(text: str, gold: list[str]) -> bool:
    main = {_singular(word[1:]) for word in gold if word.startswith("*")}
    allowed = {_singular(word.removeprefix("*")) for word in gold if word != "-"}
    said = {_singular(word) for word in re.findall(r"\w+", text.lower()) if word not in _SMALL}
    return said <= allowed and bool(said & (main or allowed))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


if __name__ == "__main__":
    for name in languages():
        of = score(name)
        print(f"{name}  {of.headings:3} headings  labelled {of.coverage:5.1%}  right {of.precision:5.1%}")
