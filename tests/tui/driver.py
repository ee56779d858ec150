"""The face in process: keys in, screen out, state as another session reads it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import closing

from textual.pilot import Pilot

from briefing.config import Settings
from briefing.model import ArticleState
from briefing.tui.app import BriefingApp
from briefing.tui.screens.main import MainScreen
from tests.tui.articles import open_library

DEADLINE = 10.0
"""Seconds until a condition that has not come true is a failure."""


class Face:
    """One running face."""

    def __init__(self, app: BriefingApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> MainScreen:
        """The main screen, whatever lies over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Types keys and waits until they have taken effect."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    @property
    def status(self) -> str:
        """What the status bar says, without the isolates, which are never sent."""
        return "".join(row.text for row in self.main.status.content(400)).translate({0x2068: None, 0x2069: None})

    async def until(self, condition: Callable[[], bool]) -> None:
        """Waits until something is true."""
        for _ in range(int(DEADLINE / 0.05)):
            if condition():
                return
            await self.pilot.pause(0.05)
        raise AssertionError(f"did not come true; the screen is\n{self.text}")


def drive(settings: Settings, scenario: Callable[[Face], Awaitable[None]], size: tuple[int, int] = (120, 40)) -> None:
    """Runs a scenario against a face of this size."""

    async def run() -> None:
        with open_library(settings) as library:
            app = BriefingApp(library, settings)
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                await scenario(Face(app, pilot))

    asyncio.run(run())


def state_of(settings: Settings, number: int) -> ArticleState:
    """An article's state as a new session reads it from disk."""
    with closing(open_library(settings)) as library:
        (row,) = library.rows([number])
        return row.state
