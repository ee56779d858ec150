"""Topics of a section's paragraphs."""

from __future__ import annotations

from briefing.model import Block, Document
from briefing.text.analysis import analyse
from briefing.text.knowledge.lexicon import built_in
from briefing.text.topics.body_topics import MOST, body_topics


def test_what_is_named_twice_is_a_topic_the_most_often_named_first() -> None:
    text = "Kashmir and Iran. In Kashmir the Iranian envoy spoke of Kashmir; Peru was named once."
    assert body_topics(text, "en", built_in()) == ("place:kashmir", "place:iran")


def test_no_more_than_a_few_are_kept() -> None:
    text = "Iran Iraq Syria Peru Cuba China Japan India Mali Oman " * 2
    assert len(body_topics(text, "en", built_in())) == MOST


def test_they_stand_apart_from_those_of_the_heading() -> None:
    paragraph = "Talks on Kashmir went on in Delhi, and Kashmir was quiet. " * 3
    document = Document((Block("The vaccine", "heading", 2), Block(paragraph)), title="News", structured=True)
    (section,) = [section for section in analyse(document).sections if section.heading]
    assert section.topics == ("theme:vaccine",)
    assert section.body_topics[0] == "place:kashmir"
    assert "theme:vaccine" not in section.body_topics
