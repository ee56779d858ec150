"""The other end of `worker`: a process that parses what it is sent, within limits, and sends back plain values.

Messages are pickles behind their length in eight bytes. A request is (function, arguments, keywords); a reply is
("value", result), ("error", class, arguments, attributes) of a BriefingError, or ("failed", words).
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from typing import TYPE_CHECKING, Any, Final

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from typing import BinaryIO

LENGTH: Final = struct.Struct("<Q")
"""What stands before a message: the number of its bytes."""

CPU_SECONDS: Final = 3.0
"""Processor time for one job; the slowest honest page takes a fifth of it."""

MEMORY: Final = 256 * 1024 * 1024
"""Bytes of address space that the process may take beyond what it has when it starts."""


def serve() -> None:
    """Answers requests on standard input until it ends."""
    requests, replies = _streams()
    _limit_memory()
    while (message := receive(requests)) is not None:
        try:
            reply = _done(*pickle.loads(message))  # noqa: S301 (requests come from the process that started this one)
        except MemoryError:
            reply = ("failed", "it needs too much memory")
        send(replies, reply)


def send(stream: BinaryIO, message: object) -> None:
    """Writes one message."""
    content = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """The bytes of the next message; None at the end of the stream."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    content = stream.read(LENGTH.unpack(head)[0])
    return content if len(content) == LENGTH.unpack(head)[0] else None


def _done(function: Any, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> tuple[Any, ...]:
    _set_timer(CPU_SECONDS)
    try:
        return "value", function(*arguments, **keywords)
    except BriefingError as error:
        return "error", type(error), error.args, vars(error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 (whatever a parser trips over is told, and the next page is read)
        return "failed", f"the parser stumbled ({type(error).__name__})"
    finally:
        _set_timer(0)


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """The pipes of requests and replies; what libraries print goes nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 (a device)
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return sys.stdin.buffer, replies


def _set_timer(seconds: float) -> None:
    """Ends this process, be it in C code, after so much of its own processor time; 0 stops the clock."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    """Bounds the address space where the system keeps such a bound."""
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm", encoding="ascii") as figures:  # noqa: PTH123 (no file of a user)
            taken = int(figures.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, taken + MEMORY))
