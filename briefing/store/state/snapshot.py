"""The state's snapshot: a plain TinyDB JSON file in which each document has a line of its own.

A JSON string holds no bare line break, so a line's beginning tells where a document stands, and one document can be
read without decoding the others. The journal's header says where each table lies and what its checksum is.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.store.state.operations import Document, Overlay, Table, Tables

_HEAD, _TAIL = b"{", b"\n}\n"


Place = Sequence[int]
"""Where a table lies in the file: offset and length in bytes, and the CRC-32 of them."""

Index = dict[str, Place]


class Damage(Exception):  # noqa: N818
    """What was read is not what was written. Caught inside the store, and mended there."""


class Snapshot:
    """The tables of one snapshot, read from its file when they are asked for, and only as a whole if they hold."""

    def __init__(self, path: Path, index: Index) -> None:
        self._path = path
        self.index = index
        self._segments: dict[str, bytes] = {}

    @classmethod
    def of(cls, segments: Mapping[str, bytes]) -> Snapshot:
        """A snapshot in memory."""
        snapshot = cls(Path(), index_of(segments))
        snapshot._segments.update(segments)
        return snapshot

    def segment(self, name: str) -> bytes:
        """A table as it stands in the file; empty if there is none. Raises Damage, OSError."""
        known = self._segments.get(name)
        if known is not None:
            return known
        place = self.index.get(name)
        if place is None:
            return b""
        offset, length, checksum = place
        with self._path.open("rb", buffering=0) as file:
            file.seek(offset)
            content = file.read(length) or b""
        if len(content) != length or zlib.crc32(content) != checksum:
            raise Damage(name)
        self._segments[name] = content
        return content

    def document(self, name: str, key: str) -> Document | None:
        """One document, or None. Raises Damage, OSError."""
        segment = self.segment(name)
        line = _line_of(segment, key)
        return None if line is None else _document_on(segment, line, key)

    def table(self, name: str) -> Table:
        """All documents of a table, as objects of the caller's own. Raises Damage, OSError."""
        return decoded(name, self.segment(name))


def encoded(name: str, table: Mapping[str, Any]) -> bytes:
    """A table as it stands in the file."""
    lines = b",\n".join(_label(key) + dumps(document) for key, document in table.items())
    return b"\n" + dumps(name) + b":{\n" + lines + b"\n}"


def decoded(name: str, segment: bytes) -> Table:
    """The documents of a table as it stands in the file."""
    table: Table = json.loads(b"{" + segment + b"}")[name] if segment else {}
    return table


def parsed(content: bytes) -> Tables:
    """The tables of any TinyDB JSON file. Raises Damage if it is none."""
    try:
        tables = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Damage("JSON") from error
    if not isinstance(tables, dict) or not all(map(_is_table, tables.values())):
        raise Damage("tables")
    return tables


def edited(name: str, segment: bytes, overlay: Overlay) -> bytes:
    """A table as it stands in the file, with what a journal says laid over it."""
    changed = overlay.changed(name)
    lines = {key: _line_of(segment, key) for key in changed} if segment and len(changed) <= _FEW else {}
    if not changed or not lines or None in lines.values():
        return encoded(name, overlay.table(name, decoded(name, segment))) if changed else segment
    pieces, end = [], 0
    for key, line in sorted(lines.items(), key=lambda entry: entry[1].start if entry[1] else 0):
        assert line is not None
        document = overlay.document(name, key, _document_on(segment, line, key))
        if document is None:
            return encoded(name, overlay.table(name, decoded(name, segment)))
        pieces += [segment[end : line.start], _label(key), dumps(document)]
        end = line.stop
    return b"".join([*pieces, segment[end:]])


_FEW = 32
"""So many documents are changed in place; for more it is cheaper to write the table anew."""


def joined(segments: Iterable[bytes]) -> bytes:
    """The whole file."""
    return _HEAD + b",".join(segments) + _TAIL


def index_of(segments: Mapping[str, bytes]) -> Index:
    """Where the tables lie in the joined file."""
    index: Index = {}
    offset = len(_HEAD)
    for name, segment in segments.items():
        index[name] = (offset, len(segment), zlib.crc32(segment))
        offset += len(segment) + 1
    return index


def dumps(value: object) -> bytes:
    """JSON on one line, letters as they are."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return json.dumps(value, separators=(",", ":")).encode()


def _label(key: str) -> bytes:
    """What a document's line begins with."""
    return dumps(key) + b":"


def _line_of(segment: bytes, key: str) -> slice | None:
    """A document's line without its break and comma."""
    start = segment.find(b"\n" + _label(key), 1)
    if start < 0:
        return None
    end = segment.index(b"\n", start + 1)
    return slice(start + 1, end - 1 if segment[end - 1 : end] == b"," else end)


def _document_on(segment: bytes, line: slice, key: str) -> Document:
    document: Document = json.loads(segment[line][len(_label(key)) :])
    return document


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(document, dict) for document in value.values())
