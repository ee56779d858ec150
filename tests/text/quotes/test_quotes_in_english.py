"""What English news does with quotations, a case a line: who speaks, and which words in marks are no quotations."""

from __future__ import annotations

import pytest

from briefing.text.quotes.reading import find_quotes
from tests.evaluation.gold import one_section

Expected = list[tuple[str, str | None]]

SPEAKERS: dict[str, tuple[str, Expected]] = {
    "a curly mark closed by a straight one": (
        'Nora Feld opened the fair. “We waited years for this," Feld said. "Now it is here.”',
        [("We waited years for this,", "Nora Feld"), ("Now it is here.", "Nora Feld")],
    ),
    "a pronoun's name stands in its own sentence": (
        "Paul Marsh met Anna Ruiz in Leeds. Ruiz said on Monday she “would not sign” it.",
        [("would not sign", "Anna Ruiz")],
    ),
    "a given name says whom she means": (
        "Martha Quill met Peter Onslow in June. Onslow is her deputy. She said: “It rained all day.”",
        [("It rained all day.", "Martha Quill")],
    ),
    "the pronoun that opens a sentence speaks by its later verb": (
        "Clara Voss ran the mill. She sold it last year and called the sale “a mistake” in public.",
        [("a mistake", "Clara Voss")],
    ),
    "a day before a pronoun is no subject": (
        "Owen Pratt runs the harbour. On Monday he said the pier was “beyond repair”.",
        [("beyond repair", "Owen Pratt")],
    ),
    "a statement speaks for whoever issued it": (
        "Senator Ruth Lamm issued a statement saying the vote was “a sham”.",
        [("a sham", "Ruth Lamm")],
    ),
    "the sentence before a colon says who speaks in the next paragraph": (
        "Mayor Dora Flint issued the following notice:\n\n“The bridge is closed until further notice.”",
        [("The bridge is closed until further notice.", "Dora Flint")],
    ),
    "a party before a name is no name": (
        "Republican Dora Flint opened the fair. “We waited years for this,” Democrat Paul Marsh said.",
        [("We waited years for this,", "Paul Marsh")],
    ),
    "a title that begins a body's name is none": (
        "Senator Ruth Lamm left at noon. The Justice Department said the vote was “a sham”.",
        [("a sham", "Justice Department")],
    ),
    "a signature behind a dash": (
        "“The harbour was our whole life.” ― Julie A. Marsh, Whitby",
        [("The harbour was our whole life.", "Julie A. Marsh")],
    ),
    "a signature on the line below": (
        "“The harbour was our life.\n\n“It fed us all.”\n\n— Owen Pratt, skipper",
        [("The harbour was our life.", "Owen Pratt"), ("It fed us all.", "Owen Pratt")],
    ),
    "a body before its unnamed spokesperson": (
        "Les Pratt said: “It is a shame.”\n\nA Norfolk County Council spokesperson said: “We follow the rules.”",
        [("It is a shame.", "Les Pratt"), ("We follow the rules.", "Norfolk County Council")],
    ),
    "somebody's spokesman does not speak as that person": (
        "A Dora Flint spokesman said: “We follow the rules.”",
        [("We follow the rules.", None)],
    ),
    "kin named elsewhere": (
        "Jim Bell died in June. His widow, Mary Bell, was away. “He never came back,” his widow said.",
        [("He never came back,", "Mary Bell")],
    ),
    "kin named nowhere": (
        "Jim Bell died in June. “He never came back,” his widow said.",
        [("He never came back,", None)],
    ),
    "a named subject beside a nameless speaker": (
        "Councillor Brenda Flint called for delay but members were told it was late.\n\nShe said: “I am not happy.”",
        [("I am not happy.", "Brenda Flint")],
    ),
    "an office of several": (
        "The Minister for Housing, Local Government and Heritage Dara Quill said it was “far too late”.",
        [("far too late", "Dara Quill")],
    ),
    "a body with commas in its name": (
        "The Department for Environment, Food and Rural Affairs said it was “far too late”.",
        [("far too late", "Department for Environment, Food and Rural Affairs")],
    ),
    "a body with an ampersand in its name": (
        "“We regret the delay,” said Marsh & Quill.",
        [("We regret the delay,", "Marsh & Quill")],
    ),
    "a name spelt like an auxiliary": (
        "Anthony May runs the trust. Mr May said: “We regret the delay.”",
        [("We regret the delay.", "Anthony May")],
    ),
    "a month before a verb is no name": (
        "Ann Holt runs the trust. Holt in May said: “We regret the delay.”",
        [("We regret the delay.", "Ann Holt")],
    ),
    "spouses of one surname": (
        "Patty and Ned Byrnes farm here. “It never rains,” Mrs Byrnes said.",
        [("It never rains,", "Byrnes")],
    ),
    "the place of somebody's name between commas": (
        "Head of nursing at Leeds, Hanna Flint, said: “We regret the delay.”",
        [("We regret the delay.", "Hanna Flint")],
    ),
    "whoever a relative clause names says nothing": (
        "A woman who was treated by Anne Quill at Leeds Infirmary, has said she was “lucky to be alive”.",
        [("lucky to be alive", None)],
    ),
    "another is nobody named before": (
        "One user, Jim Bell, wrote: “It is late.” Another said: “No way was this it.”",
        [("It is late.", "Jim Bell"), ("No way was this it.", None)],
    ),
    "a name behind «from» and before a colon": (
        "From Ann Holt: “It is far too late.”",
        [("It is far too late.", "Ann Holt")],
    ),
    "a caption inside an open quotation": (
        "Anthony May said: “We are open.\n\nFlint led the team last year\n\n“We will listen.”",
        [("We are open.", "Anthony May"), ("We will listen.", "Anthony May")],
    ),
    "the charity is the last body that spoke": (
        "Housing charity Lantern said rents rose. The charity said: “It is a disgrace.”",
        [("It is a disgrace.", "Lantern")],
    ),
    "a clause between two quotations reports both": (
        "It is “smart as hell,” Steve Marsh wrote in a note to the board, and “full of holes.”",
        [("smart as hell,", "Steve Marsh"), ("full of holes.", "Steve Marsh")],
    ),
    "who announced a fund does not say what others say of it": (
        "Charities said the fund, announced by the Department for Work on Monday, is “a fraction of it”.",
        [("a fraction of it", "Charities")],
    ),
    "a noun that a name tells apart is nobody": (
        "The plan for the new homes off Oaks Road was passed.\n\n“It is a disgrace to us all.”",
        [("It is a disgrace to us all.", None)],
    ),
    "an office that no list knows before its holder": (
        "The Uachtaran, Cllr Paul Marsh, said it was “far too late”.",
        [("far too late", "Paul Marsh")],
    ),
    "a nameless reviewer whose name stands behind a comma": (
        "The reviewer, named on the site as Mark Dunne, left. He claims a waitress “mocked one of them”.",
        [("mocked one of them", "Mark Dunne")],
    ),
    "a clause before the main one": (
        "Appearing shaken by the attack, Ann Marsh took to her feet.\n\n“I have listened to drivel,” she replied.",
        [("I have listened to drivel,", "Ann Marsh")],
    ),
    "several holders of an office are no body": (
        "Kent county councillors said it was “far too late”.",
        [("far too late", None)],
    ),
    "a nameless speaker behind a weak verb": (
        "Jim Bell left. Another parent who was there chimed in, saying the food was “stone cold”.",
        [("stone cold", None)],
    ),
    "an indefinite official is nobody named before": (
        "Paul Marsh left at noon. “It is late,” he said. A Freedom League official said it was “far too late”.",
        [("It is late,", "Paul Marsh"), ("far too late", None)],
    ),
    "a role is who spoke, not who scored": (
        "Rovers boss Jose Marin says his side are “unlucky enough”.\n\nJuan Reyes’s second half strike won it.\n\n"
        "After the game the Rovers manager said: “They could not be the way they play.”",
        [("unlucky enough", "Jose Marin"), ("They could not be the way they play.", "Jose Marin")],
    ),
    "a surname that is a trade": (
        "Ms. Baker runs the port with Tom Reyes. “We are closing the north quay,” Ms. Baker said.",
        [("We are closing the north quay,", "Baker")],
    ),
    "a name behind the paper it writes for": (
        "“The deal is dead,” the Harbour Herald's Lena Fox wrote on Friday.",
        [("The deal is dead,", "Lena Fox")],
    ),
    "initials written as one word": (
        "“Nobody checked the valves,” said J.M. Carver, an engineer.",
        [("Nobody checked the valves,", "J.M. Carver")],
    ),
    "a place inside the description of a speaker": (
        "Dean Holloway, a salesman from Sumter, South Carolina, said he was “done waiting”.",
        [("done waiting", "Dean Holloway")],
    ),
    "a relative clause and another behind it": (
        "Rick Selby, the lawmaker who heads the panel, which oversees the Treasury, called the plan “reckless”.",
        [("reckless", "Rick Selby")],
    ),
    "a time behind the name and a participle behind the comma": (
        "Irene Duval yesterday, while replying to a question, had said the fire “was no accident”.",
        [("was no accident", "Irene Duval")],
    ),
    "a preposition's noun is no subject": (
        "Daniel Orji spoke to the press. Orji in a statement in Lokoja on Sunday said the road was “finished”.",
        [("finished", "Daniel Orji")],
    ),
    "a title is held of a place, not by it": (
        "The governor of Rivers Province, Governor Chidi Amadi, spoke on Friday. He said: “I will not leave.”",
        [("I will not leave.", "Chidi Amadi")],
    ),
    "according to him": (
        "Hassan Noor leads the union. According to him, “the strike has only begun.”",
        [("the strike has only begun.", "Hassan Noor")],
    ),
    "reported as saying": (
        "Karl Webb was jailed in May. The paper reports the former caretaker as saying: “I am sorry for it all.”",
        [("I am sorry for it all.", "Karl Webb")],
    ),
    "an unknown verb behind a quotation and a name": (
        "“France will stay,” an angry Dupont retorticated at the podium on Sunday.",
        [("France will stay,", "Dupont")],
    ),
    "a phrase that no verb governs is that of whom the sentence is about": (
        "Minister Hugo Brandt built his campaign on a promise to “never walk away from” the coast.",
        [("never walk away from", "Hugo Brandt")],
    ),
    "a predicate in marks": (
        "Inspector Jane Poole said the case was closed. All lines of inquiry were “exhausted”.",
        [("exhausted", "Jane Poole")],
    ),
    "a heading before a colon goes on with the last speaker": (
        "Coach Emil Sand said: “We played well.”\n\nOn the injured striker: “He will be back in May.”",
        [("We played well.", "Emil Sand"), ("He will be back in May.", "Emil Sand")],
    ),
    "the clause's subject before a participle's": (
        "Alma Reed criticised Captain Joss Lyle for chanting slogans at the tomb, saying: “He should apologise.”",
        [("He should apologise.", "Alma Reed")],
    ),
    "what silent sentences are about": (
        "Boris Kane is on trial. Kane, 44, is accused of theft. Rain fell all day. "
        "The court was “packed to the rafters all week”. "
        "He said: “I did nothing.”",
        [("packed to the rafters all week", None), ("I did nothing.", "Boris Kane")],
    ),
    "a passive without an agent says nothing of who speaks": (
        "Ida Cole, who raised the case, had been called “a liar and a thief” in the debate.",
        [("a liar and a thief", None)],
    ),
    "several holders of a title are nobody": (
        "“We reject the charge,” the Prime Minister's Special Assistants said on Sunday.",
        [("We reject the charge,", None)],
    ),
    "said by telephone": (
        "“They lied,” Mr. Omar Dale said by telephone from Cairo on Sunday.",
        [("They lied,", "Omar Dale")],
    ),
    "another said, and a sign that said": (
        "One guest laughed. Another said, “I would not pay for this.” Outside hung a sign that said, “Closed today.”",
        [("I would not pay for this.", None), ("Closed today.", None)],
    ),
    "what somebody calls something in one word": (
        "The clip, which Judge Enid Marlowe called “tasteless,” was deleted.",
        [("tasteless,", "Enid Marlowe")],
    ),
    "a clause in front of the main one": (
        "When the case was called, Mr Brendan Lyons addressed the bench, who he said “shouted at a witness”.",
        [("shouted at a witness", "Brendan Lyons")],
    ),
    "the source of the sentence before": (
        "The sentence has drawn anger, according to Orla Keane, the director of the council.\n\n"
        "“People have called us all day.”",
        [("People have called us all day.", "Orla Keane")],
    ),
    "whom the sentence before is about": (
        "Rita Moss said: “I am tired.” Resident Gail Samson wanted the school mended. “The roof leaks every day.”",
        [("I am tired.", "Rita Moss"), ("The roof leaks every day.", "Gail Samson")],
    ),
    "a place and another behind a comma": (
        "Wendy Bell of Bagley Road, Castle Martin claimed, “It is not like before.”",
        [("It is not like before.", "Wendy Bell")],
    ),
    "a noun behind its owner": (
        "Omar Dale said the papers wanted to spread Ruiz’ claims “to bring the house down”.",
        [("to bring the house down", "Omar Dale")],
    ),
    "a title by the name that follows it elsewhere": (
        "The target is “a bit high”, the group's chief executive told reporters.\n\n"
        "“It is only a target,” said Chief Executive Frank Conrad.",
        [("a bit high", "Frank Conrad"), ("It is only a target,", "Frank Conrad")],
    ),
    "to say behind another verb": (
        "Mr Liam Gregson asked for time. Judge Neil Mallard interrupted him to say: “I will not have it.”",
        [("I will not have it.", "Neil Mallard")],
    ),
    "a word in marks before the verb's object": (
        "Michelle Kemp would have “never” asked Mark Wray to leave his job.",
        [("never", "Michelle Kemp")],
    ),
    "a title at the beginning of a paragraph": (
        "The hearing began late.\n\nJudge Neil Mallard took his seat.\n\n“You may all sit down,” the judge said.",
        [("You may all sit down,", "Neil Mallard")],
    ),
    "an unknown verb behind a pronoun": (
        "Judge Neil Mallard put the question to Clara Voss. “I was ill,” Voss said.\n\n"
        "Mallard frowned. “Then why did you come,” he rejoined.",
        [("I was ill,", "Clara Voss"), ("Then why did you come,", "Neil Mallard")],
    ),
    "an agent behind the quotation": (
        "Critics point to the tariff, a step labelled a “charter for smugglers” by Karin Lund.",
        [("charter for smugglers", "Karin Lund")],
    ),
    "another clause behind the quotation": (
        "The minister, Keith Holm, described the advert as “a lie”, while Brian Waite called for calm.",
        [("a lie", "Keith Holm")],
    ),
    "a long sentence before a colon": (
        "Carol Lucas left early. Lucas later put up a clip of the row in the chamber with the caption: “I am furious.”",
        [("I am furious.", "Carol Lucas")],
    ),
    "a sentence of several quotations closed by he said": (
        "Gavin Hurst chairs the fund. Growth was “slow for a month” as donors waited for the “stormy season” to end, "
        "he said.",
        [("slow for a month", "Gavin Hurst"), ("stormy season", "Gavin Hurst")],
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_a_quotation_has_its_speaker(case: str) -> None:
    text, expected = SPEAKERS[case]
    found = find_quotes(text, one_section(text), "en", "")
    assert [(quote.text, quote.speaker) for quote in found] == expected


NO_QUOTES = {
    "the title of a show behind its channel": "Kim Ashby told Channel Nine's “Good Evening.” that she was well.",
    "a noun behind a name in marks": "There was no “stand down” order from the capital.",
    "the second of two names": "Many here live in what is known as “Mud Town” or “the swamp”.",
    "a term said of a noun": "He lives in his home state with a “ferry” licence.",
}


@pytest.mark.parametrize("case", NO_QUOTES)
def test_a_name_or_a_term_is_no_quotation(case: str) -> None:
    text = NO_QUOTES[case]
    assert find_quotes(text, one_section(text), "en", "") == ()


def test_a_heading_lends_no_words_to_a_name() -> None:
    text = "Why Is Marco Ruiz Over Jan Holt\n\n“I have no quarrel with anyone,” Holt said. Jan Holt was born in Bergen."
    (quote,) = find_quotes(text, one_section(text), "en", "")
    assert quote.speaker == "Jan Holt"


def test_a_medium_has_a_capital_but_a_phrase_of_a_speaker_has_none() -> None:
    text = "“Let her decide,” said Joe Barr, urging those who want her out to “give her time”."
    assert [quote.text for quote in find_quotes(text, one_section(text), "en", "")] == [
        "Let her decide,",
        "give her time",
    ]
