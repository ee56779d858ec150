"""Corrections as documents of the reading state.

Their fields are `target`, `property`, `value`, `was`, `by`, `at`, and `person` where a corrected speaker is known.
"""

from __future__ import annotations

from typing import Final

from briefing.store.state.operations import Document
from briefing.text.clean import clean_line
from briefing.text.corrections import KINDS, LONGEST, PROPERTIES, Correction

KIND: Final = "corrections"
"""Of the documents."""

_TEXTS = ("target", "property", "value", "was", "by", "at")


def correction_of(document: Document) -> Correction | None:
    """The correction that a document is; None for one that cannot be, such as of a newer program."""
    texts = {name: clean_line(value)[:LONGEST] for name in _TEXTS if isinstance(value := document.get(name), str)}
    if len(texts) < len(_TEXTS) or texts["property"] not in PROPERTIES:
        return None
    if texts["property"] == "kind" and texts["value"] not in KINDS:
        return None
    if not texts["value"] and texts["property"] != "speaker":
        return None
    person = document.get("person")
    return Correction(**texts, person=clean_line(person) if isinstance(person, str) else None)  # type: ignore[arg-type]


def document_of(correction: Correction, key: str) -> tuple[str, Document]:
    """Id and fields of the document of an article's correction; the id is the same for each one of a property."""
    return f"{key}-{correction.target}-{correction.property}", {"key": key, **correction._asdict()}
