"""`briefing show`."""

from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import scope
from briefing.cli.options import AllowPrivate, Json, Language, Linear, PrintSchema, Width
from briefing.errors import UsageError
from briefing.verbs.forms import Form, written

if TYPE_CHECKING:
    from briefing.bidi.layout import Row, Setting
    from briefing.model import Section
    from briefing.terminal.facts import Output
    from briefing.verbs.lookup import Found


def show(
    what: Annotated[str | None, typer.Argument(metavar="X", help="Address, file, URL, or -.")] = None,
    section: Annotated[str | None, typer.Option(metavar="N|NAME", help="Only this section.")] = None,
    quotes: Annotated[bool, typer.Option("--quotes", help="Only the quotes.")] = False,
    removed: Annotated[bool, typer.Option("--removed", help="Only the lines that were cut.")] = False,
    versions: Annotated[bool, typer.Option("--versions", help="List the versions there are.")] = False,
    indirect: Annotated[bool, typer.Option("--indirect", help="Also what is reported without marks.")] = False,
    mark: Annotated[bool, typer.Option("--mark", help="Mark the article read.")] = False,
    file: Annotated[bool, typer.Option("--file", help="X is a file, whatever it looks like.")] = False,
    language: Language = None,
    allow_private: AllowPrivate = False,
    width: Width = None,
    linear: Linear = False,
    pager: Annotated[bool, typer.Option("--pager", help="Show it in $PAGER.")] = False,
    format: Annotated[Form | None, typer.Option(help="Write it for a file or another program.")] = None,  # noqa: A002
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
      briefing show 12 --quotes --indirect
      briefing show next --mark
      briefing show 12 --versions; briefing show 12@1
      briefing show page.html --json
      briefing show 12 --format html > article.html
      curl -s URL | briefing show -
    """  # noqa: D301
    if print_schema:
        scope.write_schema("article")
        return
    if json and (section or quotes or removed):
        raise UsageError("--json prints the whole article.", "Choose from it with jq, such as: | jq '.quotes[]'")
    if format and (json or removed or versions or linear):
        raise UsageError(
            "--format writes a file for other programs; --json, --removed, --versions and --linear write another."
        )
    if versions:
        _write_versions(_named(what))
        return
    found = _part(_find(_named(what), file, language, mark, allow_private), section)
    if indirect:
        found = _with_indirect(found)
    if quotes and found.section:
        found = _with_quotes_of(found, found.section)
    if format:
        text = written(found, format, quotes=quotes)
        _paged(text) if pager else scope.write(text)
        return
    output = scope.output(width, linear=linear, paged=pager)
    if output.form == "drawn" and not (json or removed):
        _write_sheet(found, quotes, output)
        return
    text = _as_json(found) if json else _removed(found) if removed else _as_text(found, quotes, output)
    _paged(text) if pager else scope.write(text)


def _named(what: str | None) -> str:
    """The argument, which only --print-schema may leave out."""
    if what is None:
        hint = "Such as: briefing show 12, briefing show latest, briefing show page.html"
        raise UsageError("show needs an article.", hint)
    return what


def _write_versions(what: str) -> None:
    """Address, time of arrival and title of each version, the first one first."""
    from briefing.render.lines import tab_separated
    from briefing.verbs.items import numbers_of

    with scope.open_library() as library:
        for number in numbers_of(library, [what]):
            for note in library.versions(number):
                scope.write(f"{tab_separated(f'{number}@{note.version}', note.at, note.title)}\n")


def _part(found: "Found", section: str | None) -> "Found":
    """The section that --section names, if it does."""
    if section is None:
        return found
    from briefing.verbs.lookup import section_of

    wanted = int(section) if section.isdecimal() else section
    return found._replace(section=section_of(found.article, wanted))


def _with_quotes_of(found: "Found", section: "Section") -> "Found":
    """The article with the quotes of one section only, for --quotes."""
    from dataclasses import replace

    inside = tuple(quote for quote in found.article.quotes if quote.section == section.index)
    return found._replace(article=replace(found.article, quotes=inside), section=None)


def _with_indirect(found: "Found") -> "Found":
    """The article with what it reports without marks, numbered behind its quotes."""
    from briefing.text.quotes.indirect import with_indirect

    return found._replace(article=with_indirect(found.article))


def _removed(found: "Found") -> str:
    """The lines that were cut, one below the other."""
    from briefing.text.clean import clean_line

    return "".join(f"{clean_line(line)}\n" for line in found.article.removed)


def _find(what: str, file: bool, language: str | None, mark: bool, allow_private: bool) -> "Found":
    """The stored article an address names, or the one that a file, URL or pipe holds."""
    from briefing.verbs.address import is_source
    from briefing.verbs.lookup import Found, look_up

    if file or is_source(what):
        if mark:
            raise UsageError("--mark needs a stored article.", "Add it first: briefing add FILE|URL|-")
        from briefing.verbs.intake import Hints, preview, preview_file

        hints = Hints(language=language)
        return Found(preview_file(what, hints) if file else preview(what, hints, allow_private=allow_private))
    with scope.open_library() as library:
        found = look_up(library, what)
        if mark and found.article.number is not None:
            from briefing.verbs.marks import mark_read

            mark_read(library, [found.article.number], read=True)
    return found


def _as_json(found: "Found") -> str:
    """The article, or the quote asked for as the ledger gives it."""
    from briefing.render.contract import article_json, dumps, ledger_json

    if found.section:
        raise UsageError("--json prints the whole article.", "Choose from it with jq, such as: | jq '.sections[1]'")
    if found.quote:
        from briefing.verbs.lookup import ledger_entry

        with scope.open_library() as library:
            return dumps(ledger_json(ledger_entry(library, found.article, found.quote))) + "\n"
    return dumps(article_json(found.article)) + "\n"


def _write_sheet(found: "Found", quotes: bool, output: "Output") -> None:
    """Rows for a terminal."""
    article = found.article
    text = f"{article.title}{article.source}{article.text}"
    scope.write_rows(lambda setting: _sheet(found, quotes, output.width, setting), text, output)


def _sheet(found: "Found", quotes: bool, width: int, setting: "Setting") -> "list[Row]":
    """The article, or the part of it that was asked for."""
    from briefing.render import sheet

    if found.quote:
        return sheet.quote_sheet(found.article, found.quote, width, setting)
    if found.section:
        return sheet.section_sheet(found.article, found.section, width, setting)
    if quotes:
        return sheet.quotes_sheet(found.article, width, setting)
    return sheet.sheet_of(found.article, width, setting)


def _as_text(found: "Found", quotes: bool, output: "Output") -> str:
    """Plain text for the ear or a pipe."""
    if output.form == "linear":
        from briefing.render.sgr import unpainted

        return unpainted(_linear_rows(found, quotes, output.width))
    return written(found, Form.TEXT, quotes=quotes)


def _linear_rows(found: "Found", quotes: bool, width: int) -> "list[Row]":
    """The article, or the part of it that was asked for, in one column."""
    from briefing.render import linear

    if found.quote:
        return linear.quote_rows(found.article, found.quote, width)
    if found.section:
        return linear.section_rows(found.article, found.section, width)
    return (linear.quotes_rows if quotes else linear.article_rows)(found.article, width)


def _paged(text: str) -> None:
    """The text in the user's pager: plain and in logical order, since a pager counts as a pipe."""
    import os
    import shlex

    from briefing.verbs.piping import feed

    wanted = os.environ.get("PAGER", "").strip() or "less"
    try:
        feed(shlex.split(wanted), text)
    except (OSError, ValueError) as error:
        reason = f"The pager '{wanted}' cannot be started: {error}."
        raise UsageError(reason, "Set PAGER, or leave out --pager.") from None
