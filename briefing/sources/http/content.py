"""The body of an answer: bounded on the wire, bounded when unpacked, in one encoding at most (RFC 9110 §8.4)."""

from __future__ import annotations

import zlib

from briefing.sources.http.refusal import OversizeError, RefusalError

WIRE_LIMIT = 8 * 1024 * 1024
"""Bytes taken from the network for one answer."""

SIZE_LIMIT = 15 * 1024 * 1024
"""Bytes of an answer when unpacked."""

ACCEPTED = "gzip, deflate"
"""Encodings that can be unpacked piece by piece with the standard library."""

_MEMBERS = 64
"""Parts a gzip body may have; RFC 1952 allows any number, and empty ones cost time."""

_GZIP = frozenset(("gzip", "x-gzip"))


class Body:
    """Takes the bytes of an answer as they come. Raises RefusalError as soon as they are too many or no body."""

    def __init__(self, encoding: str, size_limit: int = SIZE_LIMIT) -> None:
        self._encoding = encoding.strip().lower()
        if self._encoding not in {"", "identity", "deflate", *_GZIP}:
            raise RefusalError(
                f"the answer is packed as '{encoding[:40]}', which nobody asked for.", "Save the page and add the file."
            )
        self._packed = self._encoding not in {"", "identity"}
        self._unpacking: zlib._Decompress | None = None
        self._members = 0
        self._limit = size_limit
        self._wire = 0
        self._parts: list[bytes] = []
        self._size = 0

    def take(self, chunk: bytes) -> None:
        """The next bytes from the network."""
        self._wire += len(chunk)
        if self._wire > min(WIRE_LIMIT, self._limit):
            raise too_large(min(WIRE_LIMIT, self._limit))
        if self._packed:
            self._unpack(chunk)
        else:
            self._keep(chunk)

    def content(self) -> bytes:
        """All of the body, after its last bytes were taken."""
        if self._packed and self._wire and not (self._unpacking and self._unpacking.eof):
            raise RefusalError("the answer broke off.", "Try again later.")
        parts, self._parts = self._parts, []
        return b"".join(parts)

    def _keep(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > self._limit:
            raise too_large(self._limit)
        self._parts.append(part)

    def _unpack(self, chunk: bytes) -> None:
        rest = chunk
        while rest:
            begins = self._unpacking is None or self._unpacking.eof
            if begins and not self._next_member(rest):
                return
            rest = self._inflate(rest)

    def _inflate(self, packed: bytes) -> bytes:
        """Unpacks some bytes of one part; returns those that lie behind its end."""
        unpacking = self._unpacking
        assert unpacking is not None
        try:
            while True:
                # One byte more than may come tells that there is more.
                room = min(65536, self._limit - self._size + 1)
                self._keep(part := unpacking.decompress(packed, room))
                packed = unpacking.unconsumed_tail
                if unpacking.eof or (not packed and len(part) < room):
                    return unpacking.unused_data
        except zlib.error as error:
            raise RefusalError(f"the answer is not the {self._encoding} it says it is.", "Try again later.") from error

    def _next_member(self, rest: bytes) -> bool:
        """Begins a part of the body; False for what is no part, such as padding behind the last one."""
        self._members += 1
        if self._members > _MEMBERS or (self._members > 1 and not (self._encoding in _GZIP and rest[:1] == b"\x1f")):
            return False
        self._unpacking = zlib.decompressobj(wbits=self._window(rest))
        return True

    def _window(self, start: bytes) -> int:
        """What zlib calls the format: gzip; deflate in its zlib wrapping, or bare, as some servers send it."""
        if self._encoding in _GZIP:
            return 31
        is_wrapped = start[0] & 0x0F == 8 and (len(start) < 2 or (start[0] * 256 + start[1]) % 31 == 0)
        return 15 if is_wrapped else -15


def too_large(limit: int) -> OversizeError:
    """The refusal of an answer that is larger than a limit."""
    reason = f"the page is larger than {limit // 1024 // 1024} MiB."
    return OversizeError(reason, "Save it, cut it down and add the file.")
