"""Who says what in a library, and on what, as its reader has corrected it: what queries go by.

While nothing is corrected they go by the quotes alone. Else a temporary table of the connection holds what is
corrected in the present versions of articles, and stands beside the quotes:

    temp.corrected(article INTEGER, quote TEXT, spoken INTEGER, speaker TEXT, person TEXT, kind TEXT)

`spoken` says whether the speaker is corrected, to nobody if it is NULL; `kind` is NULL where it is not.
Corrected labels of sections are in a table of their own (see `relabelled`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.store.search import relabelled
from briefing.store.state.statefile import Stamp, StateFile

if TYPE_CHECKING:
    from briefing.store.state.view import View
    from briefing.text.corrections import Correction

_TABLES = "corrections-"
"""What the names of the state's tables of corrections begin with."""

_MARKED = "quotes AS q ON q.article = a.number AND q.version = a.version AND q.kind <> 'indirect'"


class Spoken(NamedTuple):
    """Parts of SQL on quotes `q` of articles `a`."""

    quotes: str = _MARKED
    """What stands behind JOIN."""
    speaker: str = "q.speaker"
    evidence: str = "q.evidence"
    tables: tuple[str, ...] = ("quotes",)
    """Where speakers stand, with the persons they are."""
    unless: str = ""
    """What has to hold of a quote `r` by its own speaker."""
    apart: str | None = None
    """Articles in which somebody listed is a corrected speaker."""
    sections: str = relabelled.SECTIONS
    """Headed sections `s`, behind JOIN."""
    label: str = "s.label"
    unlabelled: str = ""
    """What has to hold of a section `r` by its own label; empty while no label is corrected."""


AS_ANALYSED = Spoken()

_BESIDE = (
    " AND NOT EXISTS (SELECT 1 FROM temp.corrected AS n WHERE n.article = q.article AND n.quote = q.id "
    "AND n.kind = 'none') LEFT JOIN temp.corrected AS c ON c.article = q.article AND c.quote = q.id"
)

AS_CORRECTED = Spoken(
    quotes=_MARKED + _BESIDE,
    speaker="CASE WHEN c.spoken THEN c.speaker ELSE q.speaker END",
    evidence="CASE WHEN c.quote IS NULL THEN q.evidence ELSE 'corrected' END",
    tables=("quotes", "temp.corrected"),
    unless=(
        " AND NOT EXISTS (SELECT 1 FROM temp.corrected AS c WHERE c.article = r.article AND c.quote = r.id "
        "AND (c.spoken OR c.kind = 'none'))"
    ),
    apart="SELECT article FROM temp.corrected WHERE kind IS NOT 'none' AND speaker",
)

_TABLE = """
CREATE TEMP TABLE IF NOT EXISTS corrected (
    article INTEGER, quote TEXT, spoken INTEGER NOT NULL DEFAULT 0, speaker TEXT, person TEXT, kind TEXT,
    PRIMARY KEY (article, quote)
)
"""

_PLACE = (
    "INSERT OR IGNORE INTO temp.corrected (article, quote) SELECT q.article, q.id FROM main.keys AS k "
    "JOIN main.articles AS a ON a.number = k.article "
    "JOIN main.quotes AS q ON q.article = a.number AND q.version = a.version AND q.id = ?2 WHERE k.key = ?1"
)

_OF_KEY = "WHERE quote = ? AND article = (SELECT article FROM main.keys WHERE key = ?)"


class SpokenTable:
    """Keeps the temporary table up to date with the reading state. Methods raise StoreError and sqlite3.Error."""

    def __init__(self, connection: sqlite3.Connection, state_file: Path) -> None:
        self._connection = connection
        self._file = StateFile(state_file)
        self._made: tuple[Stamp, int] | None = None
        self._spoken = AS_ANALYSED

    def present(self) -> Spoken:
        """What queries go by now."""
        stamp = self._file.stamp()
        if self._made != (stamp, self._data_version()):
            found = self._file.ask(lambda view: sorted(_corrections(view), key=lambda entry: entry[1].at))
            if found or self._spoken is not AS_ANALYSED:
                self._fill([entry for entry in found if entry[1].property != "label"])
                relabelled.fill(self._connection, [entry for entry in found if entry[1].property == "label"])
            self._spoken = _as_corrected({correction.property for _, correction in found})
            self._made = stamp, self._data_version()
        return self._spoken

    def _data_version(self) -> int:
        """Changes whenever the library does, by this connection or by another one."""
        changed: int = self._connection.execute("PRAGMA main.data_version").fetchone()[0]
        return changed + self._connection.total_changes

    def _fill(self, corrections: list[tuple[str, Correction]]) -> None:
        """All rows anew; the latest correction of a property counts."""
        run = self._connection.execute
        run(_TABLE)
        run("DELETE FROM temp.corrected")
        for key, correction in corrections:
            run(_PLACE, (key, correction.target))
            where = (correction.target, key)
            if correction.property == "kind":
                run(f"UPDATE temp.corrected SET kind = ? {_OF_KEY}", (correction.value, *where))  # noqa: S608
            else:
                values = (correction.value or None, correction.person, *where)
                run(f"UPDATE temp.corrected SET spoken = 1, speaker = ?, person = ? {_OF_KEY}", values)  # noqa: S608


def _as_corrected(properties: set[str]) -> Spoken:
    """What queries go by if these properties are corrected of anything."""
    spoken = AS_CORRECTED if properties - {"label"} else AS_ANALYSED
    if "label" not in properties:
        return spoken
    return spoken._replace(
        sections=relabelled.SECTIONS_AS_CORRECTED,
        label="coalesce(l.label, s.label)",
        unlabelled=relabelled.UNLESS,
    )


def _corrections(view: View) -> Iterator[tuple[str, Correction]]:
    """Content keys of articles, and what of their quotes and labels is corrected."""
    tables = [name for name in view.names() if name.startswith(_TABLES)]
    if not tables:
        return
    from briefing.store.state.corrections import correction_of

    for document in (document for name in tables for document in view.table(name).values()):
        correction, key = correction_of(document), document.get("key")
        if correction and isinstance(key, str) and correction.property in ("speaker", "kind", "label"):
            yield key, correction
