"""Taking articles in: from URLs, files, directories and standard input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from briefing import clock
from briefing.errors import BriefingError, UsageError
from briefing.library import Intake, Library
from briefing.model import Article, Document
from briefing.text.clean import clean_line


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user says about a document; it outweighs what the document says of itself."""

    title: str | None = None
    url: str | None = None
    source: str | None = None
    date: str | None = None
    language: str | None = None

    def applied(self, document: Document) -> Document:
        """The document with the hints given. Raises UsageError for a date that is none."""
        published = clock.to_utc(self.date) if self.date else document.published
        if self.date and published is None:
            raise UsageError(f"'{self.date}' is not a date.", "Write it as 2026-11-23 or 2026-11-23T09:14+03:00.")
        return replace(
            document,
            title=_cleaned(self.title) or document.title,
            url=_cleaned(self.url) or document.url,
            source=_cleaned(self.source) or document.source,
            language=_cleaned(self.language) or document.language,
            published=published,
        )


def _cleaned(text: str | None) -> str | None:
    """What a user pasted is text from outside, too."""
    return clean_line(text) if text else None


class Outcome(NamedTuple):
    """What became of one source: an intake, or an error."""

    source: str
    intake: Intake | None = None
    error: BriefingError | None = None


def sources_in(names: Iterable[str]) -> list[str]:
    """The sources to read, one by one: a directory is replaced by the files in it.

    Raises:
        SourceError: a directory holds no article.
    """
    return [source for name in names for source in _expanded(name)]


def _expanded(name: str) -> list[str]:
    """A source, or the files of a directory."""
    from briefing.sources.file import files_in
    from briefing.sources.source import STDIN, is_url

    if name == STDIN or is_url(name) or not (folder := Path(name).expanduser()).is_dir():
        return [name]
    return [str(path) for path in files_in(folder)]


def add(library: Library, sources: Iterable[str], hints: Hints) -> Iterator[Outcome]:
    """Reads and stores each source; one that fails is reported and the rest goes on."""
    from briefing.sources.source import read

    for source in sources:
        try:
            intake = library.add(hints.applied(read(source)))
        except BriefingError as error:
            yield Outcome(source, error=error)
        else:
            yield Outcome(source, intake=intake)


def preview(source: str, hints: Hints) -> Article:
    """The article a source holds, analysed but not stored."""
    from briefing.sources.source import read
    from briefing.text.analysis import analyse

    return analyse(hints.applied(read(source)))
