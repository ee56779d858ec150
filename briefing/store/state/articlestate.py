"""An article's state from its documents. Fields of newer programs, and values that are none of ours, are left alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model import ArticleState, Note
from briefing.store.state.operations import Document
from briefing.store.state.view import View

TAG = "tag:"
"""What the name of a tag's field begins with; its value is the time the tag was given."""


def state_of(keys: Sequence[str], view: View) -> ArticleState:
    """The state of an article known under these keys: what any of its documents says."""
    documents = [document for key in keys if (document := view.document(key[:2], key))]
    notes = _notes(keys, view)
    if not documents:
        return ArticleState(notes=notes) if notes else _UNTOUCHED
    read = _first("read", documents)
    starred = _first("starred", documents)
    return ArticleState(
        read=bool(read),
        read_at=_time(read.get("read_at")),
        starred=bool(starred),
        starred_at=_time(starred.get("starred_at")),
        tags=tuple(sorted({tag for document in documents for tag in tags_of(document)})),
        notes=notes,
    )


def tags_of(document: Document) -> dict[str, str]:
    """The tags that a document gives an article, with their times."""
    return {name.removeprefix(TAG): at for name, at in document.items() if name.startswith(TAG) and isinstance(at, str)}


def note_of(document: Document) -> Note | None:
    """The note that a document is."""
    text, at = document.get("text"), document.get("at")
    return Note(text, at) if isinstance(text, str) and isinstance(at, str) else None


_UNTOUCHED = ArticleState()


def _notes(keys: Sequence[str], view: View) -> tuple[Note, ...]:
    """The notes on an article, the oldest first."""
    found = []
    for key in keys:
        documents = view.table(f"notes-{key[:2]}")
        found += [note for entry in documents.values() if entry.get("key") == key and (note := note_of(entry))]
    return tuple(sorted(found, key=lambda note: note.at))


def _first(field: str, documents: Iterable[Document]) -> Document:
    """The first document that says yes in a field; an empty one if none does."""
    return next((document for document in documents if document.get(field) is True), {})


def _time(value: object) -> str | None:
    return value if isinstance(value, str) else None
