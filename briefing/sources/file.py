"""Files and directories as a source."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.sources.encoding import decode, is_binary
from briefing.sources.mail import is_mail, read_mail
from briefing.sources.markdown import read_markdown
from briefing.sources.page import read_page
from briefing.sources.plain import read_plain
from briefing.sources.worker import Worker, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.model import Document

SUFFIXES = {
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    "": "plain",
}
"""What a file holds by its suffix; what is taken from a directory."""

FILE_LIMIT = 15 * 1024 * 1024
"""Bytes above which a file is not read."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h[1-6])[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"(\d+)")

_FORMATS = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "a rich text file (RTF)",
    b"PK\x03\x04": "a ZIP file, as Word's and e-books are",
    b"\xd0\xcf\x11\xe0": "a file of an old Word",
}
"""First bytes of what is written for another program, and what to call it; some of it passes for text."""


def read_file(path: Path, worker: Worker | None = None) -> Document:
    """The article of a file: an HTML page, a mail, Markdown or plain text, by its suffix and its first bytes.

    Raises SourceError when there is no such file, it cannot be read, is too large, empty or binary.
    """
    if os.path.isdir(path):  # noqa: PTH112 (answers False where stat fails)
        raise SourceError(str(path), "this is a directory.", "Name a file in it, or add the whole directory.")
    return read_bytes(_content(path), str(path), path.suffix.lower(), worker=worker)


def read_bytes(
    content: bytes, name: str, suffix: str = "", charset: str | None = None, worker: Worker | None = None
) -> Document:
    """The article of some bytes; `name` is what errors call them, `suffix` and `charset` what the source claims.

    Pages and mails are parsed by the worker, or by one of its own. Raises SourceError for empty or binary content.
    """
    if not content.strip():
        raise SourceError(name, "it is empty.")
    for mark, format_name in _FORMATS.items():
        if content.startswith(mark):
            raise SourceError(name, f"it is {format_name}.", "Open it, copy its text and paste it: briefing add -")
    if is_binary(content):
        raise SourceError(name, "it is no text.", "HTML, mail, Markdown and plain text can be read.")
    kind = _kind(content, SUFFIXES.get(suffix, "plain"))
    if kind in {"page", "mail"}:
        with serving(worker) as parser:
            return _parsed(content, name, kind, charset, parser)
    document = (read_markdown if kind == "markdown" else read_plain)(decode(content, charset))
    if not document.blocks:
        raise SourceError(name, "it holds no text.")
    return document


def _kind(content: bytes, claimed: str) -> str:
    """What content is: what its name claims, unless that is plain text and its first bytes say more."""
    if claimed != "plain":
        return claimed
    if _HTML.match(content[:4096].lstrip(b"\xef\xbb\xbf")):
        return "page"
    return "mail" if is_mail(content) else "plain"


def _parsed(content: bytes, name: str, kind: str, charset: str | None, worker: Worker) -> Document:
    if kind == "mail":
        return worker.call(name, read_mail, content, name)
    return worker.call(name, read_page, content, charset=charset, name=name)


def files_in(path: Path, refused: Callable[[SourceError], None] | None = None) -> tuple[Path, ...]:
    """The files of a directory and those below it that may hold an article, numbers in names in their order.

    Hidden files and those of other suffixes are left out. A directory below that cannot be read is told to `refused`.

    Raises:
        SourceError: no file is there; or, without `refused`, a directory cannot be read.
    """
    if not path.is_dir():
        raise SourceError(str(path), "there is no such directory.", "See that its path is spelled right.")
    found = [file for file in _files_below(path, refused) if _may_hold_article(file, path)]
    if not found:
        wanted = ", ".join(suffix for suffix in SUFFIXES if suffix)
        raise SourceError(str(path), "no article is in this directory.", f"Files taken: {wanted}.")
    return tuple(sorted(found, key=lambda file: _order(file.relative_to(path))))


def _files_below(path: Path, refused: Callable[[SourceError], None] | None) -> Iterator[Path]:
    """Every file of a directory and those below it. Raises SourceError for one that cannot be read, as `files_in`."""

    def refuse(error: OSError) -> None:
        refusal = SourceError(str(error.filename), _reason(error))
        if refused is None or Path(error.filename) == path:
            raise refusal from error
        refused(refusal)

    for folder, _, names in os.walk(path, onerror=refuse):
        yield from (Path(folder, name) for name in names)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > FILE_LIMIT:
            raise SourceError(str(path), f"it is larger than {FILE_LIMIT // 1024 // 1024} MiB.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(str(path), "there is no such file.", "See that its path is spelled right.") from error
    except (OSError, ValueError) as error:
        raise SourceError(str(path), _reason(error)) from error


def _reason(error: Exception) -> str:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"it cannot be read ({words})."


def _may_hold_article(file: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
    return not hidden and bool(file.suffix) and file.suffix.lower() in SUFFIXES and file.is_file()


def _order(path: Path) -> list[tuple[list[tuple[int, int, str]], int]]:
    """A sort key: part by part, digits by their value, files before directories of one level."""
    depth = len(path.parts)
    return [(_natural(part), index < depth - 1) for index, part in enumerate(path.parts)]


def _natural(name: str) -> list[tuple[int, int, str]]:
    pieces = _NUMBER.split(name.casefold())
    return [(0, int(piece), "") if piece.isdigit() and len(piece) < 19 else (1, 0, piece) for piece in pieces if piece]
