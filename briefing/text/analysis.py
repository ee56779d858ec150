"""From a document to an article: language, sections, labels, quotes. Pure: the same document gives the same article."""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import SourceError
from briefing.model import Article, Document, Section
from briefing.text.identity import body_key, url_key
from briefing.text.language import detect, direction
from briefing.text.quotes import find_quotes
from briefing.text.sections import divide
from briefing.text.topics import label


def analyse(document: Document) -> Article:
    """The article a document holds, not yet stored: its `number`, `added` and `state` are None.

    Raises:
        SourceError: the document has no text.
    """
    language = detect("\n\n".join(block.text for block in document.blocks), document.language)
    body = divide(document, language)
    if not body.text and not body.title:
        raise SourceError(document.url or "the source", "holds no text.", "Paste the article: briefing add -")
    sections = tuple(_labelled(section, body.title, language) for section in body.sections)
    return Article(
        id=url_key(document.url) if document.url else body_key(body.title, body.text),
        title=body.title,
        language=language,
        direction=direction(language, body.text or body.title),
        text=body.text,
        sections=sections,
        quotes=find_quotes(body.text, sections, language, body.title),
        removed=body.removed,
        url=document.url,
        source=document.source or body.source,
        author=document.author or body.author,
        published=document.published,
    )


def content_keys(article: Article) -> tuple[str, ...]:
    """Every key the article can be found by: its URL's, if it has one, and last its body's."""
    if article.url is None:
        return (article.id,)
    return url_key(article.url), body_key(article.title, article.text)


def _labelled(section: Section, title: str, language: str) -> Section:
    """The section with its English label and topics; the lead takes the topics of the title."""
    found = label(section.heading or title, language)
    if section.heading is None:
        return replace(section, label="Lead", topics=found.topics if found else ())
    return replace(section, label=found.text, topics=found.topics) if found else section
