"""robots.txt (RFC 9309), for pages that no user has asked for by name."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple
from urllib.parse import unquote

from briefing.errors import HttpStatusError, NetworkError
from briefing.sources.http.connection import Origin
from briefing.sources.http.request import Answer, Target, target_of

SIZE_LIMIT = 500 * 1024
"""Bytes of a file that are read (RFC 9309 §2.5)."""

AGENT = "briefing"
"""The name that a group of rules can be for."""

_WILDCARDS = 16


class Rule(NamedTuple):
    """One line: the beginning of a path, with `*` for anything and `$` for the end."""

    path: str
    allowed: bool

    def fits(self, path: str) -> bool:
        """Whether a path begins so; linear in its length."""
        pattern, anchored = self.path.removesuffix("$"), self.path.endswith("$")
        first, *parts = pattern.split("*", _WILDCARDS)
        if not path.startswith(first):
            return False
        at = len(first)
        for part in parts[:-1]:
            at = path.find(part, at)
            if at < 0:
                return False
            at += len(part)
        if not parts:
            return not anchored or at == len(path)
        return path.endswith(parts[-1], at) if anchored else path.find(parts[-1], at) >= 0


Rules = tuple[Rule, ...]

NOTHING = (Rule("/", False),)
"""What is allowed where the file should be but cannot be read (RFC 9309 §2.3.1.4)."""


def read_robots(text: str, agent: str = AGENT) -> Rules:
    """The rules for an agent: of the groups that name it, else of those for everybody."""
    groups: dict[str, list[Rule]] = {}
    agents: list[str] = []
    in_rules = False
    for line in text.splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if key == "user-agent":
            agents, in_rules = ([], False) if in_rules else (agents, False)
            agents.append(value.lower())
            groups.setdefault(value.lower(), [])
        elif key in {"allow", "disallow"}:
            in_rules = True
            for name in agents if value else ():
                groups[name].append(Rule(unquote(value), key == "allow"))
    return tuple(groups.get(agent.lower(), groups.get("*", [])))


def allows(rules: Rules, path: str) -> bool:
    """Whether the longest rule that fits a path allows it; without one it is allowed."""
    decoded = unquote(path)
    fitting = [rule for rule in rules if rule.fits(decoded)]
    return not fitting or max(fitting, key=lambda rule: (len(rule.path), rule.allowed)).allowed


class Robots:
    """The rules of each site, read once."""

    def __init__(self, get: Callable[[Target, Origin | None], Awaitable[Answer]]) -> None:
        self._get = get
        self._known: dict[tuple[str, Origin], asyncio.Task[Rules]] = {}

    async def allow(self, target: Target, private: Origin | None) -> bool:
        """Whether the site lets programs have a page."""
        place = (target.scheme, target.origin)
        if place not in self._known:
            self._known[place] = asyncio.create_task(self._read(target, private))
        return allows(await self._known[place], target.path.decode("ascii", "replace"))

    async def _read(self, target: Target, private: Origin | None) -> Rules:
        try:
            answer = await self._get(target_of(f"{target.scheme}://{target.authority.decode()}/robots.txt"), private)
        except HttpStatusError as error:
            return () if error.status < 500 else NOTHING
        except NetworkError:
            return NOTHING
        return read_robots(answer.content[:SIZE_LIMIT].decode("utf-8", errors="replace"))
