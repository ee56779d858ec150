"""`briefing list` and `briefing show`."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import scope
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.model import Article, ArticleRow
    from briefing.terminal.facts import Output
    from briefing.verbs.lookup import Found

Json = Annotated[bool, typer.Option("--json", help="Print JSON; see --print-schema.")]
PrintSchema = Annotated[bool, typer.Option("--print-schema", help="Print the JSON Schema of --json and exit.")]
Width = Annotated[int | None, typer.Option(metavar="CELLS", min=20, max=1000, help="Lay out for this width.")]


def list_articles(
    unread: Annotated[bool, typer.Option("--unread", help="Only what has not been read.")] = False,
    starred: Annotated[bool, typer.Option("--starred", help="Only what is starred.")] = False,
    language: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Only this language.")] = None,
    source: Annotated[str | None, typer.Option(help="Only sources whose name holds this.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many, the newest first.")] = 100,
    width: Width = None,
    json: Json = False,
    print_schema: PrintSchema = False,
) -> None:
    """List articles, the newest arrival first.

    On a terminal a table; in a pipe tab-separated values, uncut. Flags: N new since the last
    session, o older and unread, M modified since it was read, * starred.

    \b
    Examples:
      briefing list --unread
      briefing list --lang ar -n 20
      briefing list --starred --json | jq .number
    """  # noqa: D301
    if print_schema:
        _print_schema("row")
        return
    from briefing.library import Selection

    selection = Selection(unread=unread, starred=starred, language=language, source=source)
    with scope.open_library() as library:
        rows = list(islice(library.select(selection), limit))
        total = library.count()
        seen_until = library.last_session()
    if json:
        from briefing.render.contract import dumps, row_json

        scope.write("".join(f"{dumps(row_json(row))}\n" for row in rows))
    else:
        _write_list(rows, seen_until, scope.output(width))
    if not total:
        scope.tell("The library is empty. Add an article: briefing add FILE|URL|-. Or try the sample: briefing demo")


def _write_list(rows: list[ArticleRow], seen_until: str | None, output: Output) -> None:
    """The table on a terminal, with its head and its sum on standard error; else tab-separated values."""
    from datetime import UTC, datetime

    from briefing.render.moment import Moment

    moment = Moment(seen_until, datetime.now(UTC).astimezone())
    if not output.is_terminal:
        from briefing.render.lines import row_line

        scope.write("".join(f"{row_line(row, moment)}\n" for row in rows))
        return
    from briefing.render.listing import list_rows, table_head
    from briefing.render.sgr import painted

    if rows and (head := table_head(output.width)):
        scope.tell_as_it_is(head)
    lines = [line for row in rows for line in list_rows(row, output.width, moment)]
    scope.write(painted(lines, styled=output.styled, coloured=output.coloured))
    if rows:
        new = sum(moment.flag(row) == "N" for row in rows)
        scope.tell(f"{new} new of {len(rows)} shown")


def show(
    what: Annotated[str | None, typer.Argument(metavar="X", help="Address, file, URL, or -.")] = None,
    section: Annotated[str | None, typer.Option(metavar="N|NAME", help="Only this section.")] = None,
    quotes: Annotated[bool, typer.Option("--quotes", help="Only the quotes.")] = False,
    removed: Annotated[bool, typer.Option("--removed", help="Only the lines that were cut.")] = False,
    mark: Annotated[bool, typer.Option("--mark", help="Mark the article read.")] = False,
    file: Annotated[bool, typer.Option("--file", help="X is a file, whatever it looks like.")] = False,
    language: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Language of a file or pipe.")] = None,
    width: Width = None,
    pager: Annotated[bool, typer.Option("--pager", help="Show it in $PAGER.")] = False,
    json: Json = False,
    print_schema: PrintSchema = False,
) -> None:
    """Show an article in headed sections, its quotes numbered.

    X is an article's number (12), a section of it (12.1 or 12/kashmir), a quote (12q4), 'latest',
    or 'next' (the first unread one). A file, URL or - is shown without being stored.
    Showing never marks read; --mark does.

    \b
    Examples:
      briefing show 12
      briefing show 12/kashmir
      briefing show next --mark
      briefing show page.html --json
      curl -s URL | briefing show -
    """  # noqa: D301
    if print_schema:
        _print_schema("article")
        return
    if what is None:
        raise UsageError(
            "show needs an article.", "Such as: briefing show 12, briefing show latest, briefing show page.html"
        )
    found = _find(what, file, language, mark)
    if section is not None:
        from briefing.verbs.lookup import Found, section_of

        found = Found(
            found.article, section=section_of(found.article, int(section) if section.isdecimal() else section)
        )
    output = scope.output(width)
    if json:
        text = _as_json(found)
    elif removed:
        from briefing.text.clean import clean_line

        text = "".join(f"{clean_line(line)}\n" for line in found.article.removed)
    elif (output.is_terminal and not pager) or width:
        text = _as_sheet(found, quotes, output)
    else:
        text = _as_text(found, quotes)
    _paged(text) if pager else scope.write(text)


def _find(what: str, file: bool, language: str | None, mark: bool) -> Found:
    """The stored article an address names, or the one that a file, URL or pipe holds."""
    from briefing.verbs.address import is_source
    from briefing.verbs.lookup import Found, look_up

    if file or is_source(what):
        if mark:
            raise UsageError("--mark needs a stored article.", "Add it first: briefing add FILE|URL|-")
        from briefing.verbs.intake import Hints, preview

        return Found(preview(what, Hints(language=language)))
    with scope.open_library() as library:
        found = look_up(library, what)
        if mark and found.article.number is not None:
            from briefing.verbs.marks import mark_read

            mark_read(library, [found.article.number], read=True)
    return found


def _as_json(found: Found) -> str:
    """The whole article, or the one quote asked for."""
    from briefing.render.contract import article_json, dumps, quote_fields

    value = quote_fields(found.quote) if found.quote else article_json(found.article)
    return dumps(value) + "\n"


def _as_sheet(found: Found, quotes: bool, output: Output) -> str:
    """Rows for a terminal."""
    from briefing.render import sheet
    from briefing.render.sgr import painted

    article, width = found.article, output.width
    if found.quote:
        rows = sheet.quote_sheet(article, found.quote, width)
    elif found.section:
        rows = sheet.section_sheet(article, found.section, width)
    else:
        rows = sheet.quotes_sheet(article, width) if quotes else sheet.sheet_of(article, width)
    return painted(rows, styled=output.styled, coloured=output.coloured)


def _as_text(found: Found, quotes: bool) -> str:
    """Plain text for a pipe."""
    from briefing.render import plain

    article: Article = found.article
    if found.quote:
        return found.quote.text + "\n"
    if found.section:
        return plain.section_text(article, found.section).rstrip() + "\n"
    if quotes:
        from briefing.render import lines

        return "".join(f"{lines.quote_line(quote, article)}\n" for quote in article.quotes)
    return plain.article_text(article).rstrip() + "\n"


def _paged(text: str) -> None:
    """The text in the user's pager: plain and in logical order, since a pager counts as a pipe."""
    import os
    import shlex
    import subprocess

    command = shlex.split(os.environ.get("PAGER") or "less")
    try:
        subprocess.run(command, input=text.encode(), check=False)  # noqa: S603
    except FileNotFoundError:
        raise UsageError(f"The pager '{command[0]}' is not installed.", "Set PAGER, or leave out --pager.") from None


def _print_schema(kind: str) -> None:
    from briefing.render.contract import schema_text

    scope.write(schema_text(kind) + "\n")  # type: ignore[arg-type]
