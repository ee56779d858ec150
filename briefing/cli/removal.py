"""`briefing remove`, `briefing trash` and `briefing prune`."""

import typer

from briefing.cli import scope
from briefing.cli.options import Addresses, Json, Yes
from briefing.errors import UsageError
from briefing.verbs.items import numbers_of

SCHEMA = "briefing.removed/1"

trash = typer.Typer(rich_markup_mode=None, help="What was removed, and how it comes back.", no_args_is_help=True)


def remove(addresses: Addresses, yes: Yes = False) -> None:
    """Remove articles, with all their versions, from the library.

    They go into the trash, where they stay for 30 days (`keep_removed` in config.toml), and can come back under
    their numbers with all marks: briefing trash restore X. Numbers are never given again, and what was
    removed does not come in again with the next sync. On a terminal you are asked first.

    \b
    Examples:
      briefing remove 12
      briefing remove 12 14 --yes
      briefing trash restore 12
    """  # noqa: D301
    from briefing.verbs import removal

    with scope.open_library() as library:
        numbers = numbers_of(library, addresses)
        for line in removal.going(library, numbers):
            scope.tell(line)
        if not (yes or scope.agreed(f"Remove {_counted(len(numbers))}?")):
            scope.tell("Nothing was removed.")
            return
        scope.tell(removal.remove(library, numbers, scope.settings()))


def prune() -> None:
    """Let go the articles that are older than `keep` in config.toml says.

    Those you have starred, tagged, noted, corrected or cited stay. The others go into the trash, which is
    emptied of what has lain there for longer than `keep_removed`. Without `keep` only the trash is emptied so.
    Made for cron, after a sync.

    \b
    Example:
      briefing prune
    """  # noqa: D301
    from briefing.verbs import removal

    with scope.open_library() as library:
        said = removal.prune(library, scope.settings())
    scope.tell(said or 'Nothing is too old: config.toml sets no `keep`, such as keep = "2y".')


@trash.command("list")
def list_trash(json: Json = False) -> None:
    """List what was removed, the last first: number, time, why (asked or age), title.

    \b
    Examples:
      briefing trash list
      briefing trash list --json | jq .number
    """  # noqa: D301
    with scope.open_library() as library:
        found = library.removal.contents()
    if json:
        scope.write_json({"schema": SCHEMA, **removed._asdict()} for removed in found)
    else:
        from briefing.render.lines import tab_separated

        scope.write_lines(tab_separated(r.number, r.at, r.reason, r.title) for r in found)
    if not found:
        scope.tell("The trash is empty.")


@trash.command("restore")
def restore(addresses: Addresses) -> None:
    """Bring removed articles back, under their numbers and with their marks.

    \b
    Example:
      briefing trash restore 12
    """  # noqa: D301
    from briefing.verbs import removal

    with scope.open_library() as library:
        scope.tell(removal.bring_back(library, [_number(address) for address in addresses]))


@trash.command("empty")
def empty(yes: Yes = False) -> None:
    """Delete for good what is in the trash.

    \b
    Example:
      briefing trash empty --yes
    """  # noqa: D301
    with scope.open_library() as library:
        count = len(library.removal.contents())
        if count and not (yes or scope.agreed(f"Delete {_counted(count)} for good?")):
            scope.tell("Nothing was deleted.")
            return
        scope.tell(f"{_counted(library.removal.empty())} deleted for good")


def _number(text: str) -> int:
    """The number an address names; there is no latest in the trash."""
    from briefing.verbs.address import parse_address

    address = parse_address(text)
    if not isinstance(address.article, int):
        raise UsageError(f"'{text}' is not in the trash.", "Name articles by number; briefing trash list shows them.")
    return address.article


def _counted(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
