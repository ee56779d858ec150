"""`briefing mark`, `star`, `unstar`, `tag`, `untag` and `note`."""

import sys
from typing import Annotated

import typer

from briefing.cli import scope
from briefing.text.clean import clean_line
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


TagName = Annotated[str, typer.Argument(metavar="NAME", help="The tag, one word in any script.")]


def tag(name: TagName, addresses: Addresses) -> None:
    """Give articles a tag.

    \b
    Examples:
      briefing tag kashmir 12 14-20
      briefing tag للمتابعة latest
    """  # noqa: D301
    with scope.open_library() as library:
        scope.tell(marks.tag(library, name, numbers_of(library, addresses)))


def untag(name: TagName, addresses: Addresses) -> None:
    """Take a tag from articles.

    \b
    Example:
      briefing untag kashmir 12
    """  # noqa: D301
    with scope.open_library() as library:
        scope.tell(marks.untag(library, name, numbers_of(library, addresses)))


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
        (number,) = numbers_of(library, [address])
        if text is not None:
            scope.tell(marks.note(library, number, sys.stdin.read() if text == "-" else text))
            return
        (row,) = library.rows([number])
    scope.write("".join(f"{written.at}\t{clean_line(written.text)}\n" for written in row.state.notes))
