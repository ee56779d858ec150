"""From a document to an article: language, sections, labels, quotes. Pure: the same document gives the same article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import SourceError
from briefing.model import Article, Document, Quote, Section
from briefing.text.identity import body_key, url_key
from briefing.text.knowledge.world import Knowledge, packaged
from briefing.text.language import detect, direction
from briefing.text.quotes.reading import find_quotes
from briefing.text.sections.body import LEAD, divide
from briefing.text.topics.body_topics import body_topics
from briefing.text.topics.labels import label
from briefing.text.topics.people_labels import label_of_people


def analyse(document: Document, knowledge: Knowledge | None = None) -> Article:
    """The article a document holds, not yet stored: its `number`, `added` and `state` are None.

    `knowledge` is the package's unless another is given.

    Raises:
        SourceError: the document has no text.
    """
    language = detect("\n\n".join(block.text for block in document.blocks), document.language)
    body = divide(document, language)
    if not body.text and not body.title:
        raise SourceError(document.url or "the source", "holds no text.", "Paste the article: briefing add -")
    knowledge = knowledge or packaged()
    sections = _known_sections(body.sections, body.title, body.text, language, knowledge)
    source = document.source or body.source
    return Article(
        id=url_key(document.url) if document.url else body_key(body.title, body.text),
        title=body.title,
        language=language,
        direction=direction(language, body.text or body.title),
        text=body.text,
        sections=sections,
        quotes=_known_quotes(sections, body.title, body.text, language, knowledge),
        removed=body.removed,
        url=document.url,
        source=source,
        agency=_agency(source, language, knowledge),
        author=document.author or body.author,
        published=document.published,
    )


def reanalyse(article: Article, knowledge: Knowledge | None = None) -> Article:
    """The same text in the same sections, with labels, topics and quotes as today's rules find them."""
    knowledge = knowledge or packaged()
    place = article.title, article.text, article.language, knowledge
    sections = _known_sections(article.sections, *place)
    return replace(
        article,
        sections=sections,
        quotes=_known_quotes(sections, *place),
        agency=_agency(article.source, article.language, knowledge),
    )


def content_keys(article: Article) -> tuple[str, ...]:
    """Every key the article can be found by: its URL's, if it has one, and last its body's."""
    if article.url is None:
        return (article.id,)
    return url_key(article.url), body_key(article.title, article.text)


def _known_sections(
    sections: Sequence[Section], title: str, text: str, language: str, knowledge: Knowledge
) -> tuple[Section, ...]:
    """Sections with the labels and topics of their headings and the topics of their bodies."""
    return tuple(_known(section, title, text, language, knowledge) for section in sections)


def _known_quotes(
    sections: tuple[Section, ...], title: str, text: str, language: str, knowledge: Knowledge
) -> tuple[Quote, ...]:
    """The quotes of a text with the ids of their speakers."""
    quotes = find_quotes(text, sections, language, title)
    named = {quote.speaker for quote in quotes if quote.speaker}
    people = {name: knowledge.authority.person_of(name, language) for name in named}
    return tuple(_identified(quote, people.get(quote.speaker or "")) for quote in quotes)


def _agency(source: str | None, language: str, knowledge: Knowledge) -> str | None:
    """Short name of a press agency."""
    return knowledge.authority.agency(source, language) if source else None


def _known(section: Section, title: str, text: str, language: str, knowledge: Knowledge) -> Section:
    """The section with its English labels and its topics; the lead takes those of the title."""
    heading = section.heading or title
    found = label(heading, language, knowledge.lexicon)
    if found is None and section.heading:
        found = label_of_people(heading, language, knowledge.authority)
    short, specific = (found.text, found.specific) if found else (None, None)
    if section.heading is None:
        short, specific = LEAD, section.specific
    spoken_of = body_topics(text[section.start : section.end], language, knowledge.lexicon)
    return replace(section, label=short, specific=specific, topics=found.topics if found else (), body_topics=spoken_of)


def _identified(quote: Quote, person: str | None) -> Quote:
    """The quote with the id of its speaker, by the fullest name the article gives."""
    return quote._replace(person=person) if person else quote
