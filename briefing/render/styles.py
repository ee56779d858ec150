"""Names of the styles a row's runs carry. The TUI gives them theme colours, one-shot commands SGR codes."""

from __future__ import annotations

from typing import Final

PLAIN: Final = ""
TITLE: Final = "title"
META: Final = "meta"
"""What is said about an article: source, dates, counts."""
LABEL: Final = "label"
"""A section's number and English label."""
HEADING: Final = "heading"
"""A section's heading in the article's own words."""
RULE: Final = "rule"
QUOTE: Final = "quote"
PARTIAL: Final = "partial"
"""A phrase quoted inside the reporter's sentence."""
TAIL: Final = "tail"
"""Words after the closing mark that are still the speaker's."""
SELECTED: Final = "selected"
"""The quote chosen in the side pane."""
NUMBER: Final = "number"
"""A quote's number in the text."""
SPEAKER: Final = "speaker"
EVIDENCE: Final = "evidence"
FLAG: Final = "flag"
STAR: Final = "star"
READ: Final = "read"
"""The title of an article that has been read."""
UNREAD: Final = "unread"
MATCH: Final = "match"
"""What was searched for, where one is."""
FOUND: Final = "found"
"""What was searched for, elsewhere."""
CHOSEN: Final = "chosen"
"""Text that is to be copied."""
CARET: Final = "caret"
"""Where keys act."""

STYLES = (
    *(TITLE, META, LABEL, HEADING, RULE, QUOTE, PARTIAL, TAIL, SELECTED, NUMBER, SPEAKER, EVIDENCE, FLAG, STAR, READ),
    *(UNREAD, MATCH, FOUND, CHOSEN, CARET),
)
