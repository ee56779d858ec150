"""Whom English sentences are about when that name does not stand beside the verb of speech, a case a line."""

from __future__ import annotations

import pytest

from briefing.text.quotes.reading import find_quotes
from tests.evaluation.gold import one_section

SPEAKERS: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "a name behind a nameless subject and a comma": (
        "“It may snow,” said his best friend at Leigh, Bruce Tarry, who stayed. “We are ready,” said another reader, "
        "Nina Bauer.",
        [("It may snow,", "Bruce Tarry"), ("We are ready,", "Nina Bauer")],
    ),
    "a place behind a comma is nobody's name": (
        "“It may snow,” said a farmer from Chapel Hill, North Carolina.",
        [("It may snow,", None)],
    ),
    "a name behind its party and what its bearer is": (
        "Presumptive Liberal candidate Helen Carter called on Monday. She sent a note that read: “Dear all.”",
        [("Dear all.", "Helen Carter")],
    ),
    "somebody of a body": (
        "“We left,” said Mara Gould, 55.\n\nCounty freeholder Ernest D. Dunne said Gould “knew nothing of it”. “They "
        "stayed,” he said.",
        [("We left,", "Mara Gould"), ("knew nothing of it", "Ernest D. Dunne"), ("They stayed,", "Ernest D. Dunne")],
    ),
    "a participle behind a comma goes on with the main clause": (
        "Helen Carter left. Carter sold it as a way to jobs that serve as a ladder, noting that she is “the only one”.",
        [("the only one", "Helen Carter")],
    ),
    "a participle and its object before the main clause": (
        "“It rained,” said Steve Holt.\n\nMary Voss arrived.\n\nAddressing members of the Leeds Rural Party’s gala "
        "on Thursday, Voss spoke of families at play, calling the town a place of “honest talk”.",
        [("It rained,", "Steve Holt"), ("honest talk", "Mary Voss")],
    ),
    "a time before the main clause": (
        "“It rained,” said Steve Holt.\n\nMary Voss arrived. But a few days later, Voss changed her mind, telling "
        "them that the laws “are settled”.",
        [("It rained,", "Steve Holt"), ("are settled", "Mary Voss")],
    ),
    "names before a nameless speaker are remembered": (
        "Helen Carter of Leeds stood up at noon. A clerk asked her: “Are you well?”\n\nShe replied: “I am, yes.”",
        [("Are you well?", None), ("I am, yes.", "Helen Carter")],
    ),
    "an insertion without its second comma": (
        "Richard Holt QC, prosecuting told the court that the case was “ready”. “It was late,” Nell Silver, the guru "
        "who founded the site wrote.",
        [("ready", "Richard Holt"), ("It was late,", "Nell Silver")],
    ),
    "a participle behind another's name": (
        "Lady Marsh showed a photo of her cousin, Taylor Kinsey, giving fans hope that it is “not over”.",
        [("not over", None)],
    ),
    "letters behind a name are no title": (
        "Labour leader Mary Lowe TD accused the council of “making it worse”. The Cork TD added: “Again.”",
        [("making it worse", "Mary Lowe"), ("Again.", "Mary Lowe")],
    ),
    "an officer behind an office": (
        "“He was charged,” stated the officer in charge of operations for the Leigh Police Division, Deputy "
        "Superintendent Adrian Holt.",
        [("He was charged,", "Adrian Holt")],
    ),
    "who says it stands between commas": (
        "Helen Carter spoke. A whole town, Carter said, feels “worn out and sold out”.",
        [("worn out and sold out", "Helen Carter")],
    ),
    "somebody without a name whom a pronoun means": (
        "Officer Bruce Holt said crews were there for an hour.\n\nA neighbour, who would not be named, said he got up "
        "at dawn.\n\n“They came straight out,” he said.",
        [("They came straight out,", None)],
    ),
    "a name of a body's, behind what its bearer is": (
        "“It is late,” said Mary Holt.\n\nAnother pollster, David Wood of Leigh University, said the lead grew.\n\n"
        "“Go figure,” he said.",
        [("It is late,", "Mary Holt"), ("Go figure,", "David Wood")],
    ),
    "a name behind an age": (
        "“That is what I spend,” said 34-year-old, Anisa Janty, a mother of two.",
        [("That is what I spend,", "Anisa Janty")],
    ),
    "an open list of what somebody owns": (
        "Gary Holt, owner of Leigh’s Wreck, Prescot’s Pinion and more said he was “disgusted” by it.",
        [("disgusted", "Gary Holt")],
    ),
    "a day and an adverb before an office and its holder": (
        "On Wednesday, however, the director of the Federal Office of Roads, James B. Combe, said it was “late”.",
        [("late", "James B. Combe")],
    ),
    "a place with its state before the main clause": (
        "At a rally in Portsmouth, N.H., on Tuesday, Senator Ruth Lamm backed Ms. Voss, saying that she would “win”.",
        [("win", "Ruth Lamm")],
    ),
    "a statement released before the main clause": (
        "“It rained,” said Steve Holt.\n\nIn a statement released Thursday, Rep. Hakim Jeffers (D-N.Y.) reacted to it, "
        "saying: “It was late.”",
        [("It rained,", "Steve Holt"), ("It was late.", "Hakim Jeffers")],
    ),
    "an age that opens the sentence": (
        "“It rained,” said Steve Holt.\n\n76-year-old Morton Black, founder of the Lead Club, backed Cole, saying "
        "he “was ready”.",
        [("It rained,", "Steve Holt"), ("was ready", "Morton Black")],
    ),
    "a participle behind a preposition": (
        "On Tuesday, Mr. Connell refused to speak of Mr. Tramp before saying, “It is time to stop.”",
        [("It is time to stop.", "Connell")],
    ),
    "a noun spelt like a verb before an office": (
        "In October, Cole’s Virginia state director, Mike Rubin, called them, writing in an email: “We want it now.”",
        [("We want it now.", "Mike Rubin")],
    ),
    "a plural behind the noun it belongs to": (
        "Helen Carter tied the scores to graduation rates, saying the law helped “millions of them”. Carter called "
        "her plan “large”, but only minor details of its pay rates are known.",
        [("millions of them", "Helen Carter"), ("large", "Helen Carter")],
    ),
    "a verb behind a noun, with what it says": (
        "Helen Carter opened the file. The petition accuses Carter of “great haste”.",
        [("great haste", None)],
    ),
    "a noun for what somebody says": (
        "Owen Broon has withdrawn a claim that Minister Marsh was “lying” about it. Nobody believed Ann Cole's claim "
        "that the fund was “empty”.",
        [("lying", "Owen Broon"), ("empty", "Ann Cole")],
    ),
    "an adverb before an office names nobody": (
        "Meanwhile, the Road Safety Minister took questions. “They were wrong,” the Road Safety Minister said.",
        [("They were wrong,", None)],
    ),
    "a capital behind an article is no person": (
        "Helen Carter spoke. “I will come,” Carter said.\n\nThe Great Recession cost many of them their work.\n\n"
        "“We must try,” she said.",
        [("I will come,", "Helen Carter"), ("We must try,", "Helen Carter")],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_a_quotation_has_its_speaker(case: str) -> None:
    text, expected = SPEAKERS[case]
    found = find_quotes(text, one_section(text), "en")
    assert [(quote.text, quote.speaker) for quote in found] == expected
