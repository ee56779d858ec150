"""The state's journal: one line a change behind a header line that describes the snapshot below.

A line is the CRC-32 of the rest in eight hex digits, a blank, and JSON: an object in the header, a list of operations
in each other line. One line is one change: it holds as a whole or not at all. What stands behind the last line break
is a change that is being written, or that a process died over.
"""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import Any

from briefing.errors import StoreError
from briefing.store.durable import synchronise, write_all
from briefing.store.state.operations import Operation, Overlay, are_operations
from briefing.store.state.snapshot import Damage, Index, dumps

FORMAT = "briefing.journal/1"


class Header:
    """The snapshot that a journal continues."""

    def __init__(self, generation: int, size: int, tables: Index, mark: str = "") -> None:
        self.generation = generation
        """Rises by one with every snapshot."""
        self.size = size
        """Bytes of the snapshot's file."""
        self.tables = tables
        self.mark = mark
        """Checksum of the header, which tells this generation from all others."""

    def line(self) -> bytes:
        """The journal's first line."""
        fields = {"format": FORMAT, "generation": self.generation, "size": self.size, "tables": self.tables}
        return sealed(fields)


class Lines:
    """What was read of a journal from some offset on."""

    def __init__(self, operations: list[list[Operation]], pending: list[Operation], damaged: int, end: int) -> None:
        self.operations = operations
        """Those of each whole line."""
        self.pending = pending
        """Those of a line without its break: whole by its checksum, but not yet, or no longer, a line."""
        self.damaged = damaged
        """Lines whose checksum does not hold."""
        self.end = end
        """Offset behind the last line break."""


class Journal:
    """A journal's file as far as it has been read."""

    def __init__(self, path: Path) -> None:
        """Reads the file. Raises Damage, FileNotFoundError, OSError, and StoreError for a newer program's."""
        self._path = path
        self.overlay = Overlay()
        with path.open("rb") as file:
            self._inode = os.fstat(file.fileno()).st_ino
            content = file.read()
        found = header_of(content)
        if found is None:
            raise Damage("header")
        self.header, self.start = found
        """The snapshot it continues, and the offset behind the header."""
        self.end = 0
        """Offset behind the last whole line."""
        self.damaged = 0
        """Lines whose checksum does not hold."""
        self._take(content, self.start)

    @property
    def length(self) -> int:
        """Bytes of the changes in it."""
        return self.end - self.start

    def refresh(self) -> bool:
        """Takes in what others have written; False if the file is another one by now and has to be read anew."""
        try:
            status = self._path.stat()
            if status.st_ino != self._inode or status.st_size < self._seen:
                return False
            if status.st_size > self.end:
                with self._path.open("rb") as file:
                    if os.fstat(file.fileno()).st_ino != self._inode:
                        return False
                    file.seek(self.end)
                    self._take(file.read(), 0, self.end)
        except FileNotFoundError:
            return False
        return True

    def append(self, operations: list[Operation]) -> None:
        """Writes operations as one line, on disk when this returns; after an error the file is as it was.

        To be called under the lock and after `refresh`: what stands behind the last line goes.
        """
        line = sealed(operations)
        descriptor = os.open(self._path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        try:
            os.ftruncate(descriptor, self.end)
            try:
                write_all(descriptor, line, self.end)
                synchronise(descriptor)
            except OSError:
                os.ftruncate(descriptor, self.end)
                raise
        finally:
            os.close(descriptor)
        self.end = self._seen = self.end + len(line)

    def rescue(self) -> list[Operation]:
        """Operations behind the last line break that are whole all the same."""
        return self._pending

    def _take(self, content: bytes, start: int, offset: int = 0) -> None:
        """Applies the lines of a part of the file that begins at an offset."""
        lines = lines_of(content, start)
        for operations in lines.operations:
            self.overlay.apply(operations)
        self._pending = lines.pending
        self.overlay.apply(lines.pending)
        self.damaged += lines.damaged
        self.end, self._seen = offset + lines.end, offset + len(content)


def header_of(content: bytes) -> tuple[Header, int] | None:
    """The header and where the lines behind it begin; None if it is damaged.

    Raises:
        StoreError: a newer program has written it.
    """
    end = content.find(b"\n") + 1
    fields = _unsealed(content[: end - 1]) if end else None
    if not isinstance(fields, dict):
        return None
    if fields.get("format") != FORMAT:
        hint = "Update briefing; the state is left as it is."
        raise StoreError("state.json.journal", "a newer program has written the reading state.", hint)
    return Header(fields["generation"], fields["size"], fields["tables"], content[:8].decode()), end


def lines_of(content: bytes, start: int = 0) -> Lines:
    """The lines of a journal from an offset on."""
    end = content.rfind(b"\n", start) + 1 or start
    texts = [_text_of(line) for line in content[start:end].split(b"\n")[:-1]]
    sound = [text for text in texts if text]
    # One list is decoded in a fraction of the time that its lines take.
    operations = [value for value in json.loads(b"[" + b",".join(sound) + b"]") if are_operations(value)]
    return Lines(operations, _unbroken(content[end:]), len(texts) - len(operations), end)


def sealed(value: object) -> bytes:
    """A line of the journal."""
    text = dumps(value)
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _text_of(line: bytes) -> bytes:
    """A line's JSON; nothing if its checksum does not hold."""
    text = line[9:]
    return text if line[:9] == b"%08x " % zlib.crc32(text) else b""


def _unsealed(line: bytes) -> Any:
    """The value of a line; None if its checksum does not hold."""
    text = _text_of(line)
    return json.loads(text) if text else None


def _unbroken(rest: bytes) -> list[Operation]:
    """The operations of a line that lacks nothing but its break, or whose break has become another byte."""
    value = _unsealed(rest) or _unsealed(rest[:-1])
    return value if are_operations(value) else []
