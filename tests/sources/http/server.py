"""A server on this machine that answers each path by a function, down to the bytes on the wire."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

Answer = Callable[[socket.socket, "Server"], None]


class Server:
    """Listens on an address of 127.0.0.0/8; every connection carries one request.

    `requests` holds the head of each one that came, `addresses` where it came in.
    """

    def __init__(
        self, answers: dict[str, Answer | bytes], host: str = "127.0.0.1", tls: ssl.SSLContext | None = None
    ) -> None:
        self.answers = answers
        self.requests: list[str] = []
        self._tls = tls
        self._socket = socket.create_server((host, 0))
        self.host, self.port = self._socket.getsockname()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://{self.host}:{self.port}"

    def heads(self, path: str) -> list[str]:
        """The requests for a path."""
        return [head for head in self.requests if head.split(" ")[1] == path]

    def close(self) -> None:
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def pause(self, seconds: float) -> None:
        """Waits, but not beyond the end of the test."""
        self._stopping.wait(seconds)

    @property
    def is_open(self) -> bool:
        return not self._stopping.is_set()

    def _serve(self) -> None:
        while self.is_open:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with (
            contextlib.suppress(OSError),
            self._tls.wrap_socket(connection, server_side=True) if self._tls else connection as connection,
        ):
            head = b""
            while b"\r\n\r\n" not in head:
                chunk = connection.recv(65536)
                if not chunk:
                    return
                head += chunk
            text = head.decode("latin-1")
            self.requests.append(text)
            answer = self.answers.get(text.split(" ")[1], b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            if callable(answer):
                answer(connection, self)
            else:
                connection.sendall(answer)
            connection.shutdown(socket.SHUT_WR)
            connection.settimeout(1)
            while connection.recv(65536):
                pass


@contextlib.contextmanager
def serving(
    answers: dict[str, Answer | bytes], host: str = "127.0.0.1", tls: ssl.SSLContext | None = None
) -> Iterator[Server]:
    """A running server."""
    server = Server(answers, host, tls)
    try:
        yield server
    finally:
        server.close()


def page(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer."""
    named = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body)), **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in named.items() if value]
    return f"HTTP/1.1 {status}\r\n".encode() + "\r\n".join([*lines, "", ""]).encode() + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    """An answer that leads elsewhere."""
    return page(b"", status, Location=location)


@contextlib.contextmanager
def full_backlog() -> Iterator[str]:
    """The address of a socket that neither takes nor refuses connections, as behind a dead line."""
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
