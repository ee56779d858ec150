"""`briefing sync`."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import scope
from briefing.cli.options import Json, PrintSchema
from briefing.verbs import sync as verbs

if TYPE_CHECKING:
    from briefing.library.sync.result import Result


def sync(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[FEED]...", help="Number, or a part of title or address.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing unless something fails, for cron.")] = False,
    json: Json = False,
    print_schema: PrintSchema = False,
) -> None:
    """Ask all feeds, or those named, for new articles, and take them in.

    Feeds are asked in parallel and only for what has changed. One that fails is left alone for a while that grows
    with each failure, unless it is named. Where a feed gives summaries the articles' pages are fetched; an article
    whose page gives no text is kept as a stub (is:stub) and tried again. Exit code 6: some failed; 4: the network.

    \b
    Examples:
      briefing sync
      briefing sync isna 12
      briefing sync --json | jq 'select(.error)'
      17 * * * * briefing sync -q          # a line for crontab
    """  # noqa: D301
    if print_schema:
        scope.write_schema("sync")
        return
    from briefing.library.sync.result import exit_code

    told = _Progress(quiet=quiet, shown=sys.stderr.isatty() and not quiet)
    with scope.open_library(create=True) as library:
        results = verbs.sync(library, names or [], told.heard)
    told.end()
    if json:
        from briefing.render.feeds import result_json

        scope.write_json(
            result_json(it.feed, it.added, it.updated, it.stubs, it.put_off, it.error.message if it.error else None)
            for it in results
        )
    if not quiet:
        scope.tell(verbs.summary(results))
    raise typer.Exit(int(exit_code(results)))


class _Progress:
    """What each feed came to, on standard error; on a terminal with a line that counts below it."""

    def __init__(self, *, quiet: bool, shown: bool) -> None:
        self._quiet = quiet
        self._shown = shown
        self._done = 0
        self._offline = False

    def heard(self, result: "Result", of: int) -> None:
        """One feed more."""
        self._done += 1
        said = verbs.told_of(result)
        if said and (result.error or not self._quiet) and not self._is_offline_again(result):
            self._erase()
            scope.tell(said)
        if self._shown:
            sys.stderr.write(f"\r{self._done}/{of} feeds")
            sys.stderr.flush()

    def end(self) -> None:
        """Takes the counting line away."""
        self._erase()

    def _is_offline_again(self, result: "Result") -> bool:
        """That the network is away is said once, not for every feed."""
        again = self._offline and verbs.is_offline(result)
        self._offline |= verbs.is_offline(result)
        return again

    def _erase(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
