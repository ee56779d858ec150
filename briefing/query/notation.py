"""The marks of the query language: what parts words, and which quotation marks belong together."""

from __future__ import annotations

import re
from typing import Final

MARKS: Final = {'"': '"', "“": "”“", "”": "”“", "„": "“”‟", "‟": "”„", "«": "»", "»": "«»"}
"""Quotation marks, and which marks end what each of them opens; keyboards and word processors differ."""

BARE: Final = re.compile(rf"[^\s(){''.join(MARKS)}]+")
"""What needs no marks to stand together."""


def quoted(text: str) -> str:
    """Text in the first marks that do not end within it; text between marks of a query always finds some."""
    opening, closing = next(((mark, ends) for mark, ends in MARKS.items() if not set(ends) & set(text)), ('"', '"'))
    return f"{opening}{text}{closing[0]}"
