"""What the inner parts of a fetch raise, before it is known which address the user asked for."""

from __future__ import annotations


class RefusalError(Exception):
    """A reason not to go on, and what the user can do; `offline` when the network itself seems to be away."""

    def __init__(self, reason: str, hint: str, *, offline: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
        self.offline = offline


class OversizeError(RefusalError):
    """More bytes than are taken."""
