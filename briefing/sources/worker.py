"""A process of its own for parsers in reach of hostile input: it can be killed, and what it breaks is only itself.

Libraries written in C read what anybody put on the web, and some of it is made to take minutes or gigabytes. Such
work is handed to a `Worker`, which answers within `service.CPU_SECONDS` and `service.MEMORY`, or is ended.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, ParamSpec, Self, TypeVar

from briefing.errors import BriefingError, SourceError
from briefing.sources.service import CPU_SECONDS, receive, send

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

P = ParamSpec("P")
T = TypeVar("T")

WALL_SECONDS: Final = 30.0
"""Time after which a silent process is ended; on a busy machine that is far more than its processor time."""

JOBS: Final = 1000
"""Jobs after which a process is replaced, so that what a library never gives back does not pile up."""

_HINT = "Save the article's text alone and add that, or paste it: briefing add -"
_CODE = "import sys; sys.path[:] = sys.argv[1:]; from briefing.sources.service import serve; serve()"


class Worker:
    """One process that serves one job at a time; it starts with the first, and anew when it died.

    Safe to use from several threads, which wait for each other; for more at a time take more workers.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._jobs = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process."""
        with self._lock:
            self._end()

    def call(self, name: str, function: Callable[P, T], /, *arguments: P.args, **keywords: P.kwargs) -> T:
        """What a function of a module gives for these arguments, computed in the process.

        Arguments and result are plain values and dataclasses of this package; `name` is what errors call the source.
        Raises SourceError when the job breaks a limit or the parser, and the BriefingErrors of the function.
        """
        with self._lock:
            reply = self._asked(name, (function, arguments, keywords))
        match reply:
            case ("value", value):
                return value  # type: ignore[no-any-return]
            case ("error", kind, arguments_of, attributes):
                raise _rebuilt(kind, arguments_of, attributes)
            case _:
                raise SourceError(name, f"it cannot be read: {reply[1]}.", _HINT)

    def _asked(self, name: str, request: tuple[Any, ...]) -> tuple[Any, ...]:
        """The reply to a request; a process that gives none is ended."""
        process = self._running()
        watch = threading.Timer(WALL_SECONDS, process.kill)
        watch.start()
        try:
            send(process.stdin, request)  # type: ignore[arg-type]
            reply = receive(process.stdout)  # type: ignore[arg-type]
        except OSError:
            reply = None
        finally:
            watch.cancel()
        if reply is not None:
            return _read(reply)
        self._end()
        raise SourceError(name, f"it cannot be read: {_cause(process.returncode)}.", _HINT)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._jobs >= JOBS or (self._process is not None and self._process.poll() is not None):
            self._end()
        if self._process is None:
            self._process = _started()
            self._jobs = 0
        self._jobs += 1
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def serving(worker: Worker | None) -> AbstractContextManager[Worker]:
    """The worker given, or one for this once."""
    return nullcontext(worker) if worker is not None else Worker()


def _started() -> subprocess.Popen[bytes]:
    """A process that imports what this one would, and nothing from the folder it happens to stand in."""
    paths = [path or str(Path.cwd()) for path in sys.path]
    command = [sys.executable, "-I", "-c", _CODE, *paths]
    return subprocess.Popen(  # noqa: S603 (this very interpreter)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _cause(code: int | None) -> str:
    if sys.platform != "win32":
        import signal

        if code == -signal.SIGPROF:
            return f"parsing it takes more than {CPU_SECONDS:.0f} seconds"
    return "the parser ran out of memory or time, or broke"


class _Plain(pickle.Unpickler):
    """Reads values of this package's own classes and nothing else: the sender may have been broken into."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith("briefing.") else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


def _read(reply: bytes) -> tuple[Any, ...]:
    try:
        value = _Plain(BytesIO(reply)).load()
    except (pickle.UnpicklingError, AttributeError, ImportError, EOFError, IndexError, TypeError, ValueError):
        value = None
    return value if isinstance(value, tuple) and len(value) > 1 else ("failed", "the parser broke")


def _rebuilt(kind: type[BriefingError], arguments: tuple[Any, ...], attributes: dict[str, Any]) -> BriefingError:
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(attributes)
    return error
