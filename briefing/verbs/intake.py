"""Taking articles in: from URLs, files, directories and standard input."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import BriefingError, SourceError, UsageError
from briefing.library import Intake, Library
from briefing.model import Article, Document
from briefing.text.clean import clean_line

if TYPE_CHECKING:
    from briefing.sources.worker import Worker


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""The form of a language's code (RFC 5646, section 2.1)."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user says about a document; it outweighs what the document says of itself."""

    title: str | None = None
    url: str | None = None
    source: str | None = None
    date: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()

    def applied(self, document: Document) -> Document:
        """The document with the hints given. Raises UsageError for a date or a language that is none."""
        if self.language and not _LANGUAGE.fullmatch(self.language):
            raise UsageError(f"'{self.language}' is not the code of a language.", "Write it as ar, fa or en.")
        published = _moment(self.date) if self.date else document.published
        if self.date and published is None:
            raise UsageError(
                f"'{self.date}' is not a date.",
                "Write it as 2026-11-23, 2026-11-23T09:14+03:00, '12 محرم 1446' or '۱۲ مرداد ۱۴۰۳'.",
            )
        return replace(
            document,
            title=_cleaned(self.title) or document.title,
            url=_cleaned(self.url) or document.url,
            source=_cleaned(self.source) or document.source,
            language=_cleaned(self.language) or document.language,
            published=published,
        )


def _moment(date: str) -> str | None:
    from briefing.sources.dates import find_date

    return find_date(date)


def _cleaned(text: str | None) -> str | None:
    """What a user pasted is text from outside, too."""
    return clean_line(text) if text else None


class Outcome(NamedTuple):
    """What became of one source: an intake, or an error."""

    source: str
    intake: Intake | None = None
    error: BriefingError | None = None


def add(library: Library, names: Iterable[str], hints: Hints, *, allow_private: bool = False) -> Iterator[Outcome]:
    """Reads and stores each source, of a directory each file; one that fails is reported and the rest goes on.

    URLs lead into a private network only if that is allowed.
    """
    from briefing.library.reading import tag_name
    from briefing.sources.worker import Worker

    for tag in hints.tags:
        tag_name(tag)
    with Worker() as worker:
        for name in names:
            refusals: list[SourceError] = []
            try:
                sources = _expanded(name, refusals.append)
            except BriefingError as error:
                yield Outcome(name, error=error)
                sources = []
            yield from (Outcome(refusal.source, error=refusal) for refusal in refusals)
            for source in sources:
                yield _added(library, source, hints, worker, allow_private)


def _added(library: Library, source: str, hints: Hints, worker: Worker, allow_private: bool) -> Outcome:
    from briefing.library import log
    from briefing.sources.source import read

    try:
        intake = library.add(hints.applied(read(source, worker, allow_private=allow_private)))
        for tag in hints.tags:
            library.reading.tag([intake.number], tag)
        log.note(f"add {source}: article {intake.number} {intake.outcome}")
        return Outcome(source, intake)
    except BriefingError as error:
        log.note(f"add failed: {error.message}")
        return Outcome(source, error=error)


def _expanded(name: str, refused: Callable[[SourceError], None]) -> list[str]:
    """A source, or the files of a directory; those below it that cannot be read are told to `refused`."""
    from briefing.sources.file import files_in
    from briefing.sources.source import STDIN, is_url

    if not name:
        raise UsageError("A source is empty.", "Name a URL, a file, a directory, or - for a pipe.")
    if name == STDIN or is_url(name) or not os.path.isdir(name):  # noqa: PTH112 (answers False where stat fails)
        return [name]
    return [str(path) for path in files_in(Path(name), refused)]


def preview(source: str, hints: Hints, *, allow_private: bool = False) -> Article:
    """The article a source holds, analysed but not stored; a URL of a private network only if that is allowed."""
    from briefing.library.knowledge import own_knowledge
    from briefing.sources.source import read
    from briefing.text.analysis import analyse

    return analyse(hints.applied(read(source, allow_private=allow_private)), own_knowledge())


def preview_file(path: str, hints: Hints) -> Article:
    """The same of a file, whatever its name looks like."""
    from briefing.library.knowledge import own_knowledge
    from briefing.sources.file import read_file
    from briefing.text.analysis import analyse

    return analyse(hints.applied(read_file(Path(path))), own_knowledge())
