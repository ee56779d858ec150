"""`briefing backup`, `briefing restore` and `briefing reanalyse`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from briefing.cli import scope
from briefing.cli.options import Yes
from briefing.errors import UsageError


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE|DIR", help="The backup, or a folder to make it in.")],
) -> None:
    """Write library and reading state into one file, while readers are open.

    The file is a plain tar with library.db (SQLite), state.json (TinyDB) and their checksums; it is read again before
    it counts. Of a shared library that you may not write, your own one beside it is taken.

    \b
    Examples:
      briefing backup ~/backups/
      briefing backup news.tar
    """  # noqa: D301
    from briefing.verbs import upkeep

    scope.tell(upkeep.back_up(scope.settings(), target, scope.tell))


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")],
    only: Annotated[
        Literal["library", "state"] | None, typer.Option("--only", help="Leave the other one as it is.")
    ] = None,
    yes: Yes = False,
) -> None:
    """Bring library and reading state back from a backup.

    What is there now is kept beside it under another name. Nothing is changed if the backup is damaged or another
    session has the library open. For articles that were removed, see briefing trash.

    \b
    Examples:
      briefing restore news.tar
      briefing restore news.tar --only library
    """  # noqa: D301
    from briefing.verbs import upkeep

    if not (yes or scope.agreed("Put the backup in place of what is there now?")):
        scope.tell("Nothing was changed.")
        return
    for line in upkeep.restore(scope.settings(), file, library=only != "state", state=only != "library"):
        scope.tell(line)


def reanalyse(
    addresses: Annotated[list[str] | None, typer.Argument(metavar="[X...]", help="Articles or ranges.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every article of the library.")] = False,
) -> None:
    """Find labels and quotes anew, after an update of briefing has learned to find them better.

    Without arguments: the articles that an older version has analysed. Texts, versions and marks stay, and quotes
    keep their numbers. It can be stopped and started again, and others may read meanwhile.

    \b
    Examples:
      briefing reanalyse
      briefing reanalyse 12 20-30
    """  # noqa: D301
    from briefing.verbs import upkeep
    from briefing.verbs.items import numbers_of

    if addresses and every:
        raise UsageError("--all means every article.", "Leave out either --all or the articles.")
    with scope.open_library() as library:
        numbers = [number for number, _ in library.arrivals()] if every else None
        if addresses:
            numbers = numbers_of(library, addresses)
        scope.tell(upkeep.reanalyse(library, numbers, scope.tell))
