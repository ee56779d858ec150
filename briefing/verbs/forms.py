"""Articles in the forms that other programs read, and as files of their own."""

from __future__ import annotations

import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from briefing.errors import UsageError
from briefing.model import Article
from briefing.verbs.lookup import Found


class Form(StrEnum):
    """How an article is written for a file or another program."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


ENDINGS = {".txt": Form.TEXT, ".md": Form.MARKDOWN, ".markdown": Form.MARKDOWN, ".html": Form.HTML, ".htm": Form.HTML}
"""The form that a file's name asks for; `.json` is the public contract."""


def written(found: Found, form: Form, *, quotes: bool = False) -> str:
    """The article, or the section or quote of it that was found, in a form; with `quotes` nothing but those."""
    match form:
        case Form.TEXT:
            from briefing.render.plain import part, several, whole
        case Form.MARKDOWN:
            from briefing.render.markdown import part, several, whole
        case Form.HTML:
            from briefing.render.html import part, several, whole
    article = found.article
    if found.quote:
        return f"{found.quote.text}\n" if form is Form.TEXT else several(article, [found.quote])
    if found.section:
        return part(article, found.section)
    return several(article, article.quotes) if quotes else whole(article)


def save(article: Article, name: str) -> str:
    """Writes the article to a new file, in the form its name ends with; says so. `~` is the reader's home.

    Raises:
        UsageError: the ending names no form, a file of that name is there, or it cannot be written.
    """
    path = Path(name.strip()).expanduser()
    _create(path, _content(article, path))
    return f"saved {path}"


def _content(article: Article, path: Path) -> str:
    ending = path.suffix.lower()
    if ending == ".json":
        from briefing.render.contract import article_json, dumps

        return dumps(article_json(article)) + "\n"
    if ending not in ENDINGS:
        raise UsageError(f"'{path.name}' does not say in which form.", "End it with .txt, .md, .html or .json.")
    return written(Found(article), ENDINGS[ending])


def _create(path: Path, content: str) -> None:
    """A new file, whole or not at all; one that is there stays."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        raise UsageError(f"{path} is there already.", "Choose another name.") from None
    except (OSError, ValueError) as error:
        raise _unwritten(path, error) from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: Exception) -> UsageError:
    reason = getattr(error, "strerror", None) or str(error)
    return UsageError(f"{path} cannot be written ({reason}).", "Choose another place.")
