"""`briefing backup` and `briefing restore`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from briefing.cli import scope
from briefing.cli.options import Yes


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
