"""`briefing quotes` and `briefing cite`."""

from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import scope
from briefing.cli.options import Json, Limit, Linear, PrintSchema, Query, Since, Width
from briefing.errors import StoreError, UsageError

if TYPE_CHECKING:
    from briefing.model import LedgerQuote
    from briefing.terminal.facts import Output


def quotes(
    query: Query = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Only speakers whose name holds this.")] = None,
    since: Since = None,
    limit: Limit = None,
    width: Width = None,
    linear: Linear = False,
    json: Json = False,
    print_schema: PrintSchema = False,
) -> None:
    """List who said what, over all articles or those that fit a QUERY, the newest article first.

    speaker:, topic: and section: in a QUERY are those of the quote itself. On a terminal each quote
    in full; in a pipe tab-separated values: address, speaker, kind, evidence, section, source,
    date, words. What else a QUERY may hold is said in: briefing search --help

    \b
    Examples:
      briefing quotes --speaker لافروف
      briefing quotes speaker:lavrov topic:kashmir newer:4w
      briefing quotes --json | jq -r .text
    """  # noqa: D301
    if print_schema:
        scope.write_schema("quote")
        return
    from briefing.verbs.selecting import query_of

    named = {"speaker": speaker, "newer": since}
    wanted = query_of(query or [], {name: [value] for name, value in named.items() if value is not None})
    output = scope.output(width, linear=linear)
    most = scope.most_shown(limit, output, json=json)
    with scope.open_library() as library:
        entries = library.ledger(wanted, most)
    if json:
        from briefing.render.contract import ledger_json

        scope.write_json(map(ledger_json, entries))
        return
    _write_ledger(entries, output)
    if limit is None and len(entries) == most:
        scope.tell(f"These are the newest {most}; -n shows more.")
    if not entries:
        scope.tell("No quotes." if speaker is None else f"No quotes of {speaker}.")


def _write_ledger(entries: "list[LedgerQuote]", output: "Output") -> None:
    """The quotes in the form their output gets."""
    if output.form == "lines":
        from briefing.render.lines import ledger_line

        scope.write_lines(map(ledger_line, entries))
    elif output.form == "linear":
        from briefing.render import linear

        scope.write_linear(row for entry in entries for row in linear.ledger_rows(entry, output.width))
    else:
        from briefing.render.ledger import ledger_rows

        text = "".join(f"{entry.quote.text}{entry.quote.speaker}{entry.article.source}" for entry in entries)
        scope.write_rows(
            lambda setting: [row for entry in entries for row in ledger_rows(entry, output.width, setting)],
            text,
            output,
        )


def cite(
    address: Annotated[str, typer.Argument(metavar="QUOTE", help="A quote's address, such as 12q4.")],
) -> None:
    """Print a quote with its speaker, source and date, ready to paste.

    \b
    Example:
      briefing cite 12q4
    """  # noqa: D301
    from briefing.render.citation import citation_of
    from briefing.verbs.lookup import look_up

    with scope.open_library() as library:
        found = look_up(library, address)
        if found.quote is None:
            raise UsageError(f"'{address}' names no quote.", f"Name one by its number: briefing cite {address}q1")
        scope.write(citation_of(found.quote, found.article) + "\n")
        try:
            library.note_citation(found.article)
        except StoreError as error:
            scope.tell(f"briefing: {error.message} {error.hint}")
