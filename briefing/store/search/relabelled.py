"""Labels of sections as a library's reader has corrected them, in a temporary table that queries read.

    temp.relabelled(article INTEGER, position INTEGER, label TEXT)

A section so labelled is found by that label alone, and no longer by what the analysis took its heading to name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.text.corrections import Correction

SECTIONS = "sections AS s ON s.article = a.number AND s.version = a.version AND s.position > 0"
"""Headed sections `s` of articles `a`, behind JOIN."""

SECTIONS_AS_CORRECTED = (
    f"{SECTIONS} LEFT JOIN temp.relabelled AS l ON l.article = s.article AND l.position = s.position"
)

UNLESS = " AND NOT EXISTS (SELECT 1 FROM temp.relabelled AS l WHERE l.article = r.article AND l.position = r.position)"
"""What has to hold of a section `r` by its own label."""

_TABLE = """
CREATE TEMP TABLE IF NOT EXISTS relabelled (
    article INTEGER, position INTEGER, label TEXT NOT NULL, PRIMARY KEY (article, position)
)
"""

_HEADINGS = (
    "SELECT a.number, s.position, s.heading FROM main.keys AS k JOIN main.articles AS a ON a.number = k.article "
    "JOIN main.sections AS s ON s.article = a.number AND s.version = a.version WHERE k.key = ? ORDER BY s.position"
)


def fill(connection: sqlite3.Connection, corrections: Iterable[tuple[str, Correction]]) -> None:
    """All rows anew from content keys and corrected labels, the latest last."""
    from briefing.text.corrections import heading_keys

    connection.execute(_TABLE)
    connection.execute("DELETE FROM temp.relabelled")
    for key, correction in corrections:
        rows = connection.execute(_HEADINGS, (key,)).fetchall()
        keys = heading_keys([heading for _, _, heading in rows])
        for (article, position, _), target in zip(rows, keys, strict=True):
            if target == correction.target and position > 0:
                values = (article, position, correction.value)
                connection.execute("INSERT OR REPLACE INTO temp.relabelled VALUES (?, ?, ?)", values)
