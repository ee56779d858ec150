"""Asking feeds for what is new while the reader reads on: the work is done in a thread, the status bar tells of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing import paths
from briefing.errors import BriefingError
from briefing.library import Library
from briefing.verbs import sync as verbs

if TYPE_CHECKING:
    from briefing.config import Settings
    from briefing.library.sync.result import Result
    from briefing.tui.screens.reading import ReadingScreen


class Syncing:
    """At most one sync at a time, with a connection to the library of its own."""

    def __init__(self, screen: ReadingScreen, settings: Settings, finished: Callable[[int], None]) -> None:
        self._screen = screen
        self._settings = settings
        self._finished = finished
        self._running = False
        self._done = 0

    def start(self, names: Sequence[str]) -> None:
        """Asks these feeds, or all; `finished` gets the number of new articles."""
        if self._running:
            self._screen.status.say("The feeds are being asked already.")
            return
        self._running, self._done = True, 0
        self._screen.status.say("asking the feeds …")
        self._screen.run_worker(lambda: self._run(names), thread=True, group="sync", exit_on_error=False)

    def _run(self, names: Sequence[str]) -> None:
        """The thread's work; the screen is only touched through its own loop."""
        worker, tell = get_current_worker(), self._screen.app.call_from_thread
        results: list[Result] = []
        failure: BriefingError | None = None
        try:
            with Library.open(self._settings, paths.state_file()) as library:
                results = verbs.sync(
                    library,
                    names,
                    lambda result, of: worker.is_cancelled or tell(self._heard, result, of),
                    stopped=lambda: worker.is_cancelled,
                )
        except BriefingError as error:
            failure = error
        if not worker.is_cancelled:
            tell(self._end, results, failure)

    def _heard(self, result: Result, of: int) -> None:
        """One feed more."""
        self._done += 1
        said = verbs.told_of(result)
        self._screen.status.say(f"{self._done}/{of} feeds" + (f"  {said}" if said else ""))

    def _end(self, results: list[Result], failure: BriefingError | None) -> None:
        self._running = False
        if failure:
            self._screen.status.fail(failure)
            return
        self._finished(sum(result.added + result.updated for result in results))
        self._screen.status.say(verbs.summary(results))
