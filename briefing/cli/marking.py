"""`briefing mark`, `star`, `unstar`, `tag`, `untag` and `note`."""

import sys
from typing import Annotated

import typer

from briefing.cli import scope
from briefing.cli.options import Found, Items
from briefing.errors import NotFoundError, UsageError
from briefing.text.clean import clean_line
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


TagName = Annotated[str, typer.Argument(metavar="NAME", help="The tag, one word in any script.")]


def tag(name: TagName, addresses: Items = None, query: Found = None) -> None:
    """Give articles a tag.

    \b
    Examples:
      briefing tag kashmir 12 14-20
      briefing tag للمتابعة latest
      briefing tag verify --query 'topic:kashmir newer:1d'
    """  # noqa: D301
    with scope.open_library() as library:
        scope.tell(marks.tag(library, name, numbers_of(library, addresses or [], query)))


def untag(name: TagName, addresses: Items = None, query: Found = None) -> None:
    """Take a tag from articles.

    \b
    Example:
      briefing untag kashmir 12
    """  # noqa: D301
    with scope.open_library() as library:
        scope.tell(marks.untag(library, name, numbers_of(library, addresses or [], query)))


def note(
    address: Annotated[str, typer.Argument(metavar="X", help="An article by number, 'latest' or 'next'.")],
    text: Annotated[str | None, typer.Option("--text", "-t", help="What to note; - reads standard input.")] = None,
) -> None:
    """Add a note to an article, or print its notes.

    \b
    Examples:
      briefing note 12 --text "the second quote is cut"
      briefing note 12
    """  # noqa: D301
    with scope.open_library() as library:
        number = _only(numbers_of(library, [address]), address)
        if text is not None:
            scope.tell(marks.note(library, number, sys.stdin.read() if text == "-" else text))
            return
        rows = library.rows([number])
        if not rows:
            raise NotFoundError("article", address, "briefing list shows the numbers.")
        (row,) = rows
    scope.write("".join(f"{written.at}\t{clean_line(written.text)}\n" for written in row.state.notes))


def _only(numbers: list[int], address: str) -> int:
    """The one article that is meant."""
    if len(numbers) != 1:
        raise UsageError(
            f"'{address}' names {len(numbers)} articles; a note belongs to one.", "Such as: briefing note 12"
        )
    return numbers[0]
