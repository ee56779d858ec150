"""`briefing search`."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from briefing.cli import scope
from briefing.cli.options import Json, Limit, Linear, PrintSchema, Query, Since, Width
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.query.results import Hit
    from briefing.terminal.facts import Output

By = Annotated[Literal["arrival", "relevance"], typer.Option("--by", help="The newest first, or the most relevant.")]


def search(
    query: Query = None,
    by: By = "arrival",
    since: Since = None,
    limit: Limit = None,
    width: Width = None,
    linear: Linear = False,
    json: Json = False,
    print_schema: PrintSchema = False,
) -> None:
    """Search articles, and show the words where they stand.

    A QUERY holds words, "phrases" and prefixes*, in any spelling (الارهاب finds الإرهاب); Arabic words
    are found with the particles written onto them, too (قال finds وقال). Fields narrow it:

    \b
      is:unread is:read is:starred is:stub      has:quotes has:note has:tag
      lang:ar tag: title: section: source: author: url:      12-20 (numbers)
      topic:kashmir     any part of a section's label or topic
      speaker:لافروف    any part of the name of somebody quoted
      after: before: on:    by the article's date: 2021-03-01, 2021-03, yesterday, monday
      newer: older:         by when it came in: 12h, 3d, 2w

    All must fit. OR between two lets either fit, not: before one means that it must not, ( ) group.
    The shell takes quotation marks away: write '"exact phrase"', or use “these” or «these».

    \b
    Examples:
      briefing search كشمير not:cricket
      briefing search '"afghan talks" OR “محادثات السلام”' --by relevance
      briefing search is:unread speaker:lavrov newer:2w
    """  # noqa: D301
    if print_schema:
        scope.write_schema("hit")
        return
    if not (query or since):
        raise UsageError("search needs a query.", "Such as: briefing search kashmir is:unread")
    from briefing.verbs.selecting import query_of

    wanted = query_of(query or [], {"newer": [since]} if since else None)
    output = scope.output(width, linear=linear)
    most = scope.most_shown(limit, output, json=json)
    with scope.open_library() as library:
        hits = list(library.search(wanted, most and most + 1, by))
        seen_until = library.last_session()
    shown = hits[:most]
    if json:
        from briefing.render.contract import hit_json

        scope.write_json(map(hit_json, shown))
    else:
        _write_hits(shown, seen_until, output)
    if len(hits) > len(shown) and limit is None:
        scope.tell(f"These are the first {most}; -n shows more.")
    if not hits:
        scope.tell("Nothing fits.")


def _write_hits(hits: "list[Hit]", seen_until: str | None, output: "Output") -> None:
    """What was found in the form its output gets."""
    from briefing.render.moment import Moment

    moment = Moment.now(seen_until)
    if output.form == "lines":
        from briefing.render.lines import hit_line

        scope.write_lines(hit_line(hit, moment) for hit in hits)
    elif output.form == "linear":
        from briefing.render import linear

        scope.write_linear(row for hit in hits for row in linear.hit_rows(hit, output.width, moment))
    else:
        from briefing.render.hits import hit_rows

        text = "".join(f"{hit.article.title}{hit.article.source}{hit.excerpt and hit.excerpt.text}" for hit in hits)
        scope.write_rows(
            lambda setting: [row for hit in hits for row in hit_rows(hit, output.width, moment, setting)], text, output
        )
