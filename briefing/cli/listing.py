"""`briefing list`."""

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import scope
from briefing.cli.options import Json, Language, Limit, Linear, PrintSchema, Query, Since, Width

if TYPE_CHECKING:
    from briefing.model import ArticleRow
    from briefing.query.tree import Node
    from briefing.render.moment import Moment
    from briefing.terminal.facts import Output


def list_articles(
    query: Query = None,
    unread: Annotated[bool, typer.Option("--unread", help="Only what has not been read.")] = False,
    starred: Annotated[bool, typer.Option("--starred", help="Only what is starred.")] = False,
    language: Language = None,
    source: Annotated[str | None, typer.Option(help="Only sources whose name holds this.")] = None,
    since: Since = None,
    limit: Limit = None,
    width: Width = None,
    linear: Linear = False,
    json: Json = False,
    print_schema: PrintSchema = False,
) -> None:
    """List articles, the newest arrival first; with a QUERY those that fit it.

    On a terminal a table; in a pipe tab-separated values, uncut. Flags: N new since the last
    session, o older and unread, M modified since it was read, * starred. What a QUERY may hold
    is said in: briefing search --help

    \b
    Examples:
      briefing list is:unread lang:ar -n 20
      briefing list topic:kashmir not:cricket newer:2w
      briefing list --starred --json | jq .number
    """  # noqa: D301
    if print_schema:
        scope.write_schema("row")
        return
    terms = _terms(unread, starred, language, source, since)
    output = scope.output(width, linear=linear)
    most = scope.most_shown(limit, output, json=json)
    with scope.open_library() as library:
        found = library.select(_query(query or [], terms), most and most + 1)
        rows = list(islice(found, most))
        more = most is not None and next(found, None) is not None
        total = library.count()
        seen_until = library.last_session()
    if json:
        from briefing.render.contract import row_json

        scope.write_json(map(row_json, rows))
    else:
        _write_list(rows, seen_until, output)
    if more and limit is None:
        scope.tell(f"These are the newest {most} of {total}; -n shows more.")
    _tell_nothing(rows, total)


def _terms(
    unread: bool, starred: bool, language: str | None, source: str | None, since: str | None
) -> "dict[str, tuple[str, ...]]":
    """What the flags say, as fields of the query language."""
    flags = tuple(name for name, given in (("unread", unread), ("starred", starred)) if given)
    named = {"lang": language and language.lower(), "source": source, "newer": since}
    return {"is": flags, **{name: (value,) for name, value in named.items() if value is not None}}


def _query(words: list[str], terms: "dict[str, tuple[str, ...]]") -> "Node | None":
    """The query, or None if all articles are asked for, which costs less."""
    if not (words or any(terms.values())):
        return None
    from briefing.verbs.selecting import query_of

    return query_of(words, terms)


def _tell_nothing(rows: "list[ArticleRow]", total: int) -> None:
    """Why there is nothing to see."""
    if not total:
        scope.tell("The library is empty. Add an article: briefing add FILE|URL|-. Or try the sample: briefing demo")
    elif not rows:
        scope.tell(f"None of {total} articles fits.")


def _write_list(rows: "list[ArticleRow]", seen_until: str | None, output: "Output") -> None:
    """The list in the form its output gets."""
    from briefing.render.moment import Moment

    moment = Moment.now(seen_until)
    if output.form == "lines":
        from briefing.render.lines import row_line

        scope.write_lines(row_line(row, moment) for row in rows)
    elif output.form == "linear":
        from briefing.render import linear

        scope.write_linear(line for row in rows for line in linear.list_rows(row, output.width, moment))
    else:
        _draw_table(rows, moment, output)
    if rows and output.form != "lines":
        new = sum(moment.flag(row) == "N" for row in rows)
        scope.tell(f"{new} new of {len(rows)} shown")


def _draw_table(rows: "list[ArticleRow]", moment: "Moment", output: "Output") -> None:
    """The table with its head on standard error."""
    from briefing.render.listing import list_rows, table_head

    if rows and (head := table_head(output.width)):
        scope.tell_as_it_is(head)
    lines = [line for row in rows for line in list_rows(row, output.width, moment)]
    scope.write_rows(lambda _: lines, "".join(line.text for line in lines), output, table=True)
