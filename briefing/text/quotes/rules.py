"""The rules that name a speaker: what each means, and how far it is trusted."""

from __future__ import annotations

from typing import Final

RULES: Final[dict[str, tuple[float, str]]] = {
    "subject": (0.95, "the subject of the reporting verb beside the quote"),
    "inverted": (0.95, "the subject behind a verb that follows the quote: “…,” said X"),
    "apposition": (0.9, "the subject, with words between commas before its verb"),
    "agent": (0.9, "the agent of a passive: described by X as “…”"),
    "source": (0.85, "whose words are passed on: «quoted X as saying»"),
    "relative": (0.85, "the noun a relative pronoun refers to: X, who said"),
    "according-to": (0.85, "the source an «according to» names"),
    "colon": (0.85, "the name before a colon"),
    "signature": (0.9, "the name behind a dash that closes the quote: “…” — X"),
    "same-sentence": (0.85, "the subject of an earlier verb of the same sentence"),
    "opening": (0.7, "the noun the sentence begins with, for a participle: X rose, calling it “…”"),
    "title": (0.85, "a title that the article ties to a name elsewhere"),
    "role": (0.75, "a role that can only be the last speaker: «the official»"),
    "pronoun": (0.75, "he, she, it: the last speaker or subject that fits"),
    "writing": (0.65, "the last speaker, whose letter or article is quoted: «وجاء في المقال»"),
    "carried": (0.8, "a verb without subject: the last speaker that fits"),
    "continued": (0.65, "a quote without a verb, behind a quote or statement of the same speaker"),
    "next-paragraph": (0.85, "a quotation that goes on over the paragraph's end"),
    "anonymous": (0.9, "a source the article does not name"),
    "unattributed": (0.0, "no rule says who speaks"),
}
"""Name of the rule -> confidence before the distance is taken off, and what the rule says."""

THRESHOLD = 0.5
"""Confidence below which nobody is named."""


def confidence(rule: str, cost: float) -> float:
    """Trust in one use of a rule: 0 to 1, less for a cue that stands far from its quote."""
    return max(0.0, round(RULES[rule][0] - 0.01 * max(0.0, cost), 2))
