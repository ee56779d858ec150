"""The facade: documents in, articles with their reader's state out."""

import multiprocessing
import os
from dataclasses import replace

import pytest

from briefing import config, paths
from briefing.errors import NotFoundError, SourceError, StoreError
from briefing.library import Library
from briefing.model import Block, Document
from briefing.query.parser import parse
from briefing.query.tree import EVERYTHING
from briefing.text.analysis import analyse


def document(title="Dockers accept a deal", words="won", **fields):
    paragraph = f'"We {words} what matters for all of us here," said Maria Keller, who chairs the union of the dockers.'
    return Document((Block(title), Block(paragraph)), **fields)


@pytest.fixture
def library(home):
    with Library.open(config.load(), paths.state_file()) as opened:
        yield opened


def test_an_added_article_can_be_opened_listed_and_quoted(library):
    intake = library.add(document(source="Chronicle"))
    article = library.article(intake.number)
    (row,) = library.rows([intake.number])
    (entry,) = library.ledger(EVERYTHING)

    assert intake.outcome == "added"
    assert (article.title, article.source, article.language) == ("Dockers accept a deal", "Chronicle", "en")
    assert (row.title, row.quotes, row.state.read) == (article.title, 1, False)
    assert (entry.quote, entry.article, entry.label) == (article.quotes[0], row, "Lead")


def test_the_same_words_are_the_same_article_and_teach_what_was_unknown(library):
    first = library.add(document())
    again = library.add(document(url="https://example.org/1", source="Chronicle"))

    assert (again.number, again.outcome) == (first.number, "unchanged")
    assert library.article(first.number).url == "https://example.org/1"
    assert library.add(document(words="lost", url="http://EXAMPLE.org/1#top")).outcome == "updated"
    assert library.count() == 1


def test_marks_survive_a_new_version(library):
    number = library.add(document(url="https://example.org/1")).number
    library.mark_read([number])
    library.star([number])
    library.add(document(words="lost", url="https://example.org/1"))

    assert library.article(number).version == 2
    assert library.article(number).state.starred
    assert library.article(number, version=1).text != library.article(number).text


def test_an_old_copy_is_no_new_version(library):
    copies = (document(words=words, url="https://example.org/1") for words in ("won", "lost", "won"))
    outcomes = [library.add(copy).outcome for copy in copies]

    assert outcomes == ["added", "updated", "unchanged"]
    assert library.article(1).version == 2


def test_the_same_few_words_at_two_urls_are_two_articles(library):
    numbers = [library.add(document(url=f"https://example.org/{place}")).number for place in (1, 2, 1)]

    assert numbers == [1, 2, 1]
    assert library.add(document()).number == 1


def test_the_same_long_text_at_two_urls_is_one_article_that_both_find(library):
    told = tuple(Block(f"Sentence {number} of a report that two sites print in the same words.") for number in range(9))
    places = ("https://harbour.example/news/1", "https://www.hills.example/world/one", "https://harbour.example/sea/1")
    intakes = [library.add(Document((Block("Dockers accept a deal"), *told), url=place)) for place in places]

    assert [(it.number, it.outcome) for it in intakes] == [(1, "added"), (1, "unchanged"), (1, "unchanged")]
    assert library.article(1).url == places[0]
    changed = library.add(Document((Block("Dockers refuse a deal"), *told), url=places[1]))
    assert (changed.number, changed.outcome) == (1, "updated")


def test_a_query_holds_all_its_conditions(library):
    numbers = [
        library.add(document(words=word, source=source)).number for word, source in (("won", "A"), ("lost", "B"))
    ]
    library.mark_read(numbers[:1])
    library.star(numbers)

    def selected(query):
        return [row.number for row in library.select(parse(query))]

    assert [row.number for row in library.select()] == selected("") == numbers[::-1]
    assert selected("is:unread") == numbers[1:]
    assert selected("is:starred source:a") == numbers[:1]
    assert selected("lang:ar") == []


def test_a_mark_on_several_is_made_on_all_or_none(library):
    number = library.add(document()).number

    with pytest.raises(NotFoundError):
        library.mark_read([number, 99])
    assert not library.article(number).state.read


def test_a_document_without_text_changes_nothing(library):
    with pytest.raises(SourceError):
        library.add(Document((Block("  "),)))
    assert library.count() == 0


def test_the_ledger_finds_a_speaker_by_a_part_of_the_name_in_any_spelling(library):
    library.add(document())
    library.add(
        Document(
            (Block("حداد في باكستان اليوم"), Block("وقال أحمد حداد: “نرغب في الحوار مع الجميع هنا”.")), language="ar"
        )
    )

    assert [entry.quote.speaker for entry in library.ledger(parse("speaker:KELLER"))] == ["Maria Keller"]
    assert [entry.quote.speaker for entry in library.ledger(parse("speaker:احمد"))] == ["أحمد حداد"]


def test_another_session_s_marks_are_seen(library, home):
    number = library.add(document()).number
    before = library.state_stamp()
    with Library.open(config.load(), paths.state_file()) as other:
        other.star([number])

    assert library.state_stamp() != before
    assert library.article(number).state.starred


def _add_many(home, count):
    os.environ[paths.HOME_VARIABLE] = str(home)
    with Library.open(config.load(), paths.state_file()) as library:
        for index in range(count):
            library.add(document(title=f"Article {index} of the day"))


def test_two_processes_that_add_the_same_articles_store_each_once(library, home):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_add_many, args=(home, 20)) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0

    assert library.count() == 20


def test_a_batch_is_stored_at_once_and_numbered_in_the_order_of_publication(library):
    days = ("2026-11-03", "2026-11-01", None, "2026-11-02")
    articles = [
        analyse(document(words=word, published=f"{day}T08:00:00Z" if day else None))
        for word, day in zip(("won", "lost", "kept", "gained"), days, strict=True)
    ]
    intakes = library.take_in([*articles, articles[0]])

    assert [intake.number for intake in intakes] == [3, 1, 4, 2, 3]
    assert [intake.outcome for intake in intakes] == ["added"] * 4 + ["unchanged"]


def test_of_a_batch_that_fails_nothing_is_stored(library):
    good = analyse(document())
    broken = replace(analyse(document(words="lost")), quotes=good.quotes * 2)

    with pytest.raises(StoreError):
        library.take_in([good, broken])
    assert library.count() == 0
