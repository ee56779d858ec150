"""Corrections in the reading state: kept through new analyses and versions, taken back, searched for."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from briefing import config, paths
from briefing.config import Settings
from briefing.errors import UsageError
from briefing.library import Library
from briefing.model import Block, Document
from briefing.query.parser import parse
from briefing.store.articles import ArticleStore
from briefing.store.state.corrections import correction_of, document_of
from briefing.text.corrections import Correction, section_keys
from tests.articles import article as made_by_hand

URL = "https://example.org/1"
TEXT = (
    '"We won what matters for all of us," said Maria Keller, who chairs the union. '
    '"The cranes will move again on Tuesday," said John Porter, who runs the port of Harwell.'
)
MORE = 'Shops are waiting. "Shelves will look normal again by Friday," John Porter told reporters on Monday.'


@pytest.fixture
def library(home):
    with Library.open(config.load(), paths.state_file()) as opened:
        opened.add(_document(TEXT))
        yield opened


def _document(*paragraphs):
    blocks = (Block("Food supplies", kind="heading", level=2), Block(MORE))
    return Document(
        (*map(Block, paragraphs), *blocks), title="Dockers accept a deal", url=URL, language="en", structured=True
    )


def _speakers(library, number=1):
    return [quote.speaker for quote in library.article(number).quotes]


def _correct(library, index, **values):
    article = library.uncorrected(1)
    return library.corrections.correct(article, {article.quotes[index].id: values}, "correct 1q1")


def _label(library, **values):
    article = library.uncorrected(1)
    library.corrections.correct(article, {section_keys(article.sections)[1]: values}, "correct 1.1")


def _found(library, query):
    return [(entry.quote.number, entry.quote.speaker) for entry in library.ledger(parse(query))]


def test_it_says_what_it_was_by_whom_and_when(library, monkeypatch):
    monkeypatch.setenv("LOGNAME", "ann")
    _correct(library, 0, speaker="Sergei Lavrov")
    (correction,) = library.corrections.of(library.article(1))

    assert (correction.was, correction.value, correction.by) == ("Maria Keller", "Sergei Lavrov", "ann")
    assert correction.at.endswith("Z")
    assert library.article(1).quotes[0].person == "person:sergei-lavrov"
    assert library.uncorrected(1).quotes[0].speaker == "Maria Keller"


def test_an_unknown_name_is_nobody_the_authority_knows(library):
    _correct(library, 0, speaker="Sergei Lavrov")
    _correct(library, 0, speaker="Jane Roe")

    assert library.article(1).quotes[0].person is None
    assert library.corrections.of(library.article(1))[0].was == "Maria Keller"


def test_all_of_one_command_is_one_act(library):
    article = library.uncorrected(1)
    wanted = {quote.id: {"speaker": "Jane Roe", "kind": "partial"} for quote in article.quotes}
    assert library.corrections.correct(article, wanted, "correct 1q1") == 6
    assert _speakers(library) == ["Jane Roe"] * 3
    library.reading.undo()
    assert library.article(1) == article
    library.reading.redo()
    assert _speakers(library) == ["Jane Roe"] * 3


def test_one_act_undone_by_itself_leaves_alone_what_a_later_one_corrected(library):
    _correct(library, 0, speaker="A")
    _correct(library, 0, speaker="B")
    _correct(library, 0, kind="partial")
    done = library.reading.undo(1)

    assert (done.changed, done.left) == (0, 1)
    library.reading.undo(3)
    assert library.article(1).quotes[0].kind == "direct"
    library.reading.undo(2)
    assert _speakers(library)[0] == "A"


def test_a_wrong_value_corrects_nothing(library):
    article = library.uncorrected(1)
    with pytest.raises(UsageError):
        library.corrections.correct(article, {article.quotes[0].id: {"speaker": "A", "kind": "song"}}, "correct 1q1")
    assert library.corrections.of(article) == []
    assert library.reading.history() == []


def test_it_survives_a_new_analysis_which_it_does_not_change(library, home):
    _correct(library, 0, speaker="Jane Roe")
    _correct(library, 1, kind="none")
    _label(library, label="Shops", heading="In the shops")
    before, analysed = library.article(1), library.uncorrected(1)
    assert list(library.reanalyse([1])) == [1]

    assert library.article(1) == before
    assert library.uncorrected(1) == analysed
    with closing(sqlite3.connect(home / "library.db")) as connection:
        assert connection.execute("SELECT count(*) FROM sections WHERE heading = 'In the shops'").fetchone() == (0,)


def test_it_survives_a_new_version_of_the_article(library):
    _correct(library, 1, speaker="Jane Roe")
    _label(library, label="Shops")
    intake = library.add(_document("A new first paragraph came before all that was there.", TEXT))
    article = library.article(1)

    assert (intake.outcome, article.version) == ("updated", 2)
    assert [quote.speaker for quote in article.quotes] == ["Maria Keller", "Jane Roe", "John Porter"]
    assert article.sections[1].label == "Shops"
    assert library.article(1, 1).quotes[1].speaker == "Jane Roe"


def test_a_correction_of_a_quote_that_is_gone_waits_for_it(library):
    _correct(library, 0, speaker="Jane Roe")
    library.add(_document("Another paragraph, in which nobody at all is quoted, is here instead."))
    assert _speakers(library) == ["John Porter"]
    library.add(_document("It came back. " + TEXT))

    assert _speakers(library)[0] == "Jane Roe"


def test_clearing_gives_the_analysis_back_under_whichever_key_it_was_corrected(library):
    article = library.uncorrected(1)
    (other,) = library._articles.aliases([article.id])[article.id]
    name, document = document_of(
        Correction(article.quotes[0].id, "speaker", "A", "", "x", "2026-01-01T00:00:00Z"), other
    )
    library.reading._perform("import x", {f"corrections-{other[:2]}": {name: document}})
    assert _speakers(library)[0] == "A"
    _correct(library, 0, speaker="B")
    assert _speakers(library)[0] == "B"

    assert library.corrections.clear(article, [article.quotes[1].id], "x") == 0
    assert library.corrections.clear(article, None, "correct 1 clear") == 2
    assert library.article(1) == article


def test_corrections_of_one_quote_in_two_articles_are_two(library):
    library.add(Document((Block(TEXT),), title="The same quotes elsewhere", url="https://example.org/2"))
    _correct(library, 0, speaker="A")
    second = library.uncorrected(2)
    library.corrections.correct(second, {second.quotes[0].id: {"speaker": "B"}}, "correct 2q1")

    assert (_speakers(library)[0], _speakers(library, 2)[0]) == ("A", "B")
    assert library.corrections.numbers() == [1, 2]


def test_queries_ask_for_the_corrected_speaker(library):
    library.add(Document((Block(TEXT),), title="The same quotes elsewhere", url="https://example.org/2"))
    _correct(library, 0, speaker="سيرجي لافروف")
    _correct(library, 1, speaker="")

    assert _found(library, "speaker:lavrov") == [(1, "سيرجي لافروف")]
    assert _found(library, "speaker:لافروف topic:food") == []
    assert _found(library, "speaker:keller") == [(1, "Maria Keller")]
    assert _found(library, "speaker:porter 1-1") == [(3, "John Porter")]
    assert [row.number for row in library.select(parse("speaker:lavrov"))] == [1]
    assert [row.number for row in library.select(parse("speaker:keller"))] == [2]
    assert [row.number for row in library.select(parse("not:speaker:lavrov"))] == [2]
    counts = {count.speaker: count.quotes for count in library.speakers(parse(""))}
    assert counts == {"Maria Keller": 1, "John Porter": 2, "سيرجي لافروف": 1}
    library.reading.undo()
    library.reading.undo()
    assert _found(library, "speaker:lavrov") == []
    assert len(_found(library, "speaker:keller")) == 2


def test_what_is_no_quote_is_not_in_the_ledger(library):
    _correct(library, 2, kind="none", speaker="Jane Roe")
    _label(library, label="Shops")

    assert [number for number, _ in _found(library, "")] == [1, 2]
    assert _found(library, "speaker:roe") == []
    assert list(library.select(parse("speaker:roe"))) == []
    library.reading.undo()
    library.reading.undo()
    _correct(library, 2, kind="partial")
    entry = library.ledger(parse("speaker:porter"))[-1]
    assert (entry.quote.evidence, entry.quote.kind, entry.label) == (
        "corrected",
        "partial",
        library.article(1).sections[1].named,
    )


def test_it_goes_with_the_state_as_text(library):
    _correct(library, 0, speaker="Jane Roe")
    text = "".join(library.reading.export())
    library.reading.undo()
    assert library.reading.take_over(text.split("\n"), "marks.txt") == 1

    assert _speakers(library)[0] == "Jane Roe"
    assert "".join(library.reading.export()) == text


@pytest.mark.parametrize(
    "change",
    [
        {"value": 3},
        {"property": "age"},
        {"kind": "x", "property": "kind"},
        {"property": "label", "value": ""},
        {"at": None},
    ],
)
def test_a_document_that_cannot_be_a_correction_is_passed_over(change):
    _, document = document_of(Correction("id-1", "speaker", "A", "", "x", "2026-01-01T00:00:00Z"), "ab12")

    assert correction_of(document)
    assert correction_of({**document, **change}) is None


def test_what_comes_from_outside_is_cleaned():
    _, document = document_of(Correction("id-1", "speaker", "A\x1b[31m\u202e", "", "x\n", "2026"), "ab12")
    found = correction_of({**document, "person": "p\x07"})

    assert found
    assert not {"\x1b", "\u202e", "\n", "\x07"} & set(f"{found.value}{found.by}{found.person}")


def test_age_lets_no_corrected_article_go(library):
    _correct(library, 0, speaker="Jane Roe")
    library.add(Document((Block("Nothing is said in this one at all."),), title="Another", url="https://example.org/2"))
    aged = library.removal.age_out("9999-01-01T00:00:00Z")

    assert (aged.removed, aged.spared) == (1, 1)
    assert library.count() == 1


class Corrected(RuleBasedStateMachine):
    """One article whose corrections come, go, are undone and done again, against a list of how it was before."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        folder = Path(self.folder.name)
        store = ArticleStore(folder / "library.db")
        article = made_by_hand()
        store.insert(article, [article.id], "2026-11-23T09:14:00Z")
        store.close()
        self.library = Library.open(Settings(folder / "library.db"), folder / "state.json")
        self.analysed = self.now = self.library.article(1)
        self.before, self.behind = [], []

    def teardown(self):
        self.library.close()
        self.folder.cleanup()

    def _act(self, change):
        if change():
            self.before.append(self.now)
            self.behind.clear()
            self.now = self.library.article(1)

    @rule(
        index=st.sampled_from([0, 1]),
        values=st.fixed_dictionaries(
            {},
            optional={
                "speaker": st.sampled_from(["", "A", "كريم"]),
                "kind": st.sampled_from(["direct", "partial", "none"]),
            },
        ).filter(bool),
    )
    def correct_a_quote(self, index, values):
        wanted = {self.analysed.quotes[index].id: values}
        acts = len(self.library.reading.history())
        self.library.corrections.correct(self.analysed, wanted, "correct")
        self._act(lambda: len(self.library.reading.history()) > acts)

    @rule(label=st.sampled_from(["x", "y"]))
    def correct_a_section(self, label):
        wanted = {section_keys(self.analysed.sections)[1]: {"label": label}}
        acts = len(self.library.reading.history())
        self.library.corrections.correct(self.analysed, wanted, "correct")
        self._act(lambda: len(self.library.reading.history()) > acts)

    @rule()
    def clear(self):
        self._act(lambda: self.library.corrections.clear(self.analysed, None, "correct clear"))
        assert self.now == self.analysed

    @precondition(lambda self: self.before)
    @rule()
    def undo(self):
        assert self.library.reading.undo().left == 0
        self.behind.append(self.now)
        self.now = self.before.pop()

    @precondition(lambda self: self.behind)
    @rule()
    def redo(self):
        assert self.library.reading.redo().left == 0
        self.before.append(self.now)
        self.now = self.behind.pop()

    @invariant()
    def it_is_what_it_was_then(self):
        assert self.library.article(1) == self.now
        assert self.library.uncorrected(1) == self.analysed
        assert [entry.quote for entry in self.library.ledger(parse(""))] == list(self.now.quotes)


TestCorrected = Corrected.TestCase
TestCorrected.settings = settings(max_examples=12, stateful_step_count=20, deadline=None, derandomize=True)


def test_a_corrected_label_is_the_one_that_topics_count_and_queries_find(library):
    before = [count.label for count in library.topics(parse(""))]
    _label(library, label="Harbour")
    assert [count.label for count in library.topics(parse(""))] == ["Harbour"]
    assert _found(library, "topic:harbour") == [(3, "John Porter")]
    for query in ("topic:harbour", "section:harbour"):
        assert [row.number for row in library.select(parse(query))] == [1]
    for label in before:
        assert _found(library, f'topic:"{label}"') == [] == list(library.select(parse(f'topic:"{label}"')))


def test_a_label_that_is_taken_back_counts_as_the_analysis_found_it(library):
    before = library.topics(parse(""))
    _label(library, label="Harbour")
    library.reading.undo()
    assert library.topics(parse("")) == before
    assert _found(library, "topic:harbour") == []
