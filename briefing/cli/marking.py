"""`briefing mark`, `briefing star` and `briefing unstar`."""

import typer

from briefing.cli import scope
from briefing.cli.options import Found, Items
from briefing.verbs import marks
from briefing.verbs.items import numbers_of

mark = typer.Typer(rich_markup_mode=None, help="Mark articles read or unread.", no_args_is_help=True)


@mark.command("read")
def mark_read(addresses: Items = None, query: Found = None) -> None:
    """Mark articles read.

    \b
    Examples:
      briefing mark read 12 14
      briefing mark read 12-20
      briefing mark read --query 'is:unread older:2w'
    """  # noqa: D301
    _mark(addresses, query, read=True)


@mark.command("unread")
def mark_unread(addresses: Items = None, query: Found = None) -> None:
    """Mark articles unread.

    \b
    Example:
      briefing mark unread 12
    """  # noqa: D301
    _mark(addresses, query, read=False)


def star(addresses: Items = None, query: Found = None) -> None:
    """Star articles.

    \b
    Example:
      briefing star 12 latest
    """  # noqa: D301
    _star(addresses, query, starred=True)


def unstar(addresses: Items = None, query: Found = None) -> None:
    """Take the star from articles.

    \b
    Example:
      briefing unstar 12
    """  # noqa: D301
    _star(addresses, query, starred=False)


def _mark(addresses: list[str] | None, query: str | None, read: bool) -> None:
    with scope.open_library() as library:
        numbers = numbers_of(library, addresses or [], query)
        scope.tell(marks.mark_read(library, numbers, read))


def _star(addresses: list[str] | None, query: str | None, starred: bool) -> None:
    with scope.open_library() as library:
        numbers = numbers_of(library, addresses or [], query)
        scope.tell(marks.star(library, numbers, starred))
