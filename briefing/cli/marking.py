"""`briefing mark`, `briefing star` and `briefing unstar`."""

from typing import Annotated

import typer

from briefing.cli import scope
from briefing.verbs import marks
from briefing.verbs.items import numbers_of

Addresses = Annotated[
    list[str],
    typer.Argument(metavar="X...", help="Articles by number, a range (12-20), 'latest' or 'next'; several at once."),
]

mark = typer.Typer(rich_markup_mode=None, help="Mark articles read or unread.", no_args_is_help=True)


@mark.command("read")
def mark_read(addresses: Addresses) -> None:
    """Mark articles read.

    \b
    Examples:
      briefing mark read 12 14
      briefing list --unread --json | jq .number | xargs briefing mark read
    """  # noqa: D301
    _mark(addresses, read=True)


@mark.command("unread")
def mark_unread(addresses: Addresses) -> None:
    """Mark articles unread.

    \b
    Example:
      briefing mark unread 12
    """  # noqa: D301
    _mark(addresses, read=False)


def star(addresses: Addresses) -> None:
    """Star articles.

    \b
    Example:
      briefing star 12 latest
    """  # noqa: D301
    _star(addresses, starred=True)


def unstar(addresses: Addresses) -> None:
    """Take the star from articles.

    \b
    Example:
      briefing unstar 12
    """  # noqa: D301
    _star(addresses, starred=False)


def _mark(addresses: list[str], read: bool) -> None:
    with scope.open_library() as library:
        numbers = numbers_of(library, addresses)
        scope.tell(marks.mark_read(library, numbers, read))


def _star(addresses: list[str], starred: bool) -> None:
    with scope.open_library() as library:
        numbers = numbers_of(library, addresses)
        scope.tell(marks.star(library, numbers, starred))
