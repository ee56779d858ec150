"""From a document to an article: language, sections, labels, quotes. Pure: the same document gives the same article."""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import SourceError
from briefing.model import Article, Document, Quote, Section
from briefing.text.body_topics import body_topics
from briefing.text.identity import body_key, url_key
from briefing.text.knowledge import Knowledge, packaged
from briefing.text.language import detect, direction
from briefing.text.quotes import find_quotes
from briefing.text.sections import divide
from briefing.text.topics import label


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
    labelled = (_labelled(section, body.title, language, knowledge) for section in body.sections)
    sections = tuple(_with_topics(section, body.text, language, knowledge) for section in labelled)
    quotes = find_quotes(body.text, sections, language, body.title)
    source = document.source or body.source
    return Article(
        id=url_key(document.url) if document.url else body_key(body.title, body.text),
        title=body.title,
        language=language,
        direction=direction(language, body.text or body.title),
        text=body.text,
        sections=sections,
        quotes=tuple(_identified(quote, language, knowledge) for quote in quotes),
        removed=body.removed,
        url=document.url,
        source=source,
        agency=knowledge.authority.agency(source, language) if source else None,
        author=document.author or body.author,
        published=document.published,
    )


def reanalyse(article: Article) -> Article:
    """The same text in the same sections, with labels, topics and quotes as today's rules find them."""
    sections = tuple(_labelled(section, article.title, article.language) for section in article.sections)
    quotes = find_quotes(article.text, sections, article.language, article.title)
    return replace(article, sections=sections, quotes=quotes)


def content_keys(article: Article) -> tuple[str, ...]:
    """Every key the article can be found by: its URL's, if it has one, and last its body's."""
    if article.url is None:
        return (article.id,)
    return url_key(article.url), body_key(article.title, article.text)


def _labelled(section: Section, title: str, language: str, knowledge: Knowledge) -> Section:
    """The section with its English labels and topics; the lead takes the topics of the title."""
    found = label(section.heading or title, language, knowledge.lexicon)
    if section.heading is None:
        return replace(section, label="Lead", topics=found.topics if found else ())
    return replace(section, label=found.text, specific=found.specific, topics=found.topics) if found else section


def _with_topics(section: Section, text: str, language: str, knowledge: Knowledge) -> Section:
    return replace(section, body_topics=body_topics(text[section.start : section.end], language, knowledge.lexicon))


def _identified(quote: Quote, language: str, knowledge: Knowledge) -> Quote:
    """The quote with the id of its speaker, by the fullest name the article gives."""
    person = knowledge.authority.person_of(quote.speaker, language) if quote.speaker else None
    return replace(quote, person=person) if person else quote
