"""`briefing topics`, `briefing speakers` and `briefing stats`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from briefing.cli import scope
from briefing.cli.options import Json, Limit, Linear, PrintSchema, Query, Since, Width
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.query.tree import Node
    from briefing.render.counts import Count
    from briefing.terminal.facts import Output


_MERGE = "merge"
_PAIR = 2


def topics(
    query: Query = None,
    since: Since = None,
    limit: Limit = None,
    width: Width = None,
    linear: Linear = False,
    json: Json = False,
    print_schema: PrintSchema = False,
) -> None:
    """Count the topics of sections, over all articles or those that fit a QUERY, the most frequent first.

    In a pipe tab-separated values: label, articles, sections, latest arrival. What a QUERY may hold
    is said in: briefing search --help

    \b
    Examples:
      briefing topics newer:2w
      briefing topics speaker:لافروف --json
    """  # noqa: D301
    if print_schema:
        scope.write_schema("topic")
        return
    with scope.open_library() as library:
        counts = library.topics(_query(query, since), None)
    _write_counts(counts, "sects", limit, scope.output(width, linear=linear), json=json)


def speakers(
    query: Query = None,
    since: Since = None,
    limit: Limit = None,
    width: Width = None,
    linear: Linear = False,
    json: Json = False,
    print_schema: PrintSchema = False,
) -> None:
    """Count who is quoted, over all articles or those that fit a QUERY, the most often quoted first.

    topic: and section: in a QUERY are those of the quote itself. In a pipe tab-separated values:
    speaker, articles, quotes, latest arrival. What a QUERY may hold is said in: briefing search --help

    merge and two names make them one person, here and in speaker: it is kept in people.tsv beside the
    configuration.

    \b
    Examples:
      briefing speakers topic:kashmir newer:4w
      briefing speakers --json | jq -r .speaker
      briefing speakers merge 'Jane Roe' 'جين رو'
    """  # noqa: D301
    if print_schema:
        scope.write_schema("speaker")
        return
    with scope.open_library() as library:
        if query and query[0] == _MERGE:
            if len(query) != 1 + _PAIR:
                raise UsageError("merge takes two names.", "Such as: briefing speakers merge 'Jane Roe' 'J. M. Roe'")
            person, quotes = library.merge_speakers(*query[1:])
            scope.tell(f"{query[1]} and {query[2]} are {person}; {quotes} quotes of the library say so now.")
            return
        counts = library.speakers(_query(query, since), None)
    _write_counts(counts, "quotes", limit, scope.output(width, linear=linear), json=json)


def stats(query: Query = None, since: Since = None, json: Json = False, print_schema: PrintSchema = False) -> None:
    """Sum up the library, or the articles that fit a QUERY.

    \b
    Examples:
      briefing stats
      briefing stats lang:ar newer:4w --json
    """  # noqa: D301
    if print_schema:
        scope.write_schema("stats")
        return
    with scope.open_library() as library:
        found = library.statistics(_query(query, since))
    if json:
        from briefing.render.contract import statistics_json

        scope.write_json([statistics_json(found)])
        return
    from briefing.bidi.layout import Row, Run
    from briefing.render import styles
    from briefing.render.counts import statistics_lines

    lines = list(statistics_lines(found))
    rows = [Row((Run(f"{name:<18}", styles.META), Run(value))) for name, value in lines]
    scope.write_rows(lambda _: rows, "".join(value for _, value in lines), scope.output(), table=True)


def _query(words: list[str] | None, since: str | None) -> "Node":
    from briefing.verbs.selecting import query_of

    return query_of(words or [], {"newer": [since]} if since else None)


def _write_counts(
    counts: "Sequence[Count]", what: Literal["sects", "quotes"], limit: int | None, output: "Output", *, json: bool
) -> None:
    """The counts in the form their output gets."""
    from briefing.render import counts as render

    most = scope.most_shown(limit, output, json=json)
    shown = counts[:most]
    if json:
        from briefing.render.contract import count_json

        scope.write_json(map(count_json, shown))
    elif output.form == "drawn":
        rows = [render.count_row(count) for count in shown]
        if rows:
            scope.tell_as_it_is(render.count_head(what))
        scope.write_rows(lambda _: rows, "".join(row.text for row in rows), output, table=True)
    else:
        line = render.count_line if output.form == "lines" else render.count_sentence
        scope.write_lines(map(line, shown))
    if len(shown) < len(counts) and limit is None:
        scope.tell(f"These are the first {most} of {len(counts)}; -n shows more.")
    if not counts:
        scope.tell("Nothing fits.")
