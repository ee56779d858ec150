"""`briefing add`: taking articles in."""

from typing import Annotated

import typer

from briefing.cli import scope
from briefing.cli.options import AllowPrivate, Language
from briefing.errors import UsageError, exit_code_of
from briefing.verbs.intake import Hints, Outcome
from briefing.verbs.intake import add as add_each

Title = Annotated[str | None, typer.Option(help="Title, if the source does not say it well.")]
Url = Annotated[str | None, typer.Option(help="Where the article was found; the same URL is the same article.")]
Source = Annotated[str | None, typer.Option(help="Who published it.")]
Date = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="When it was published, such as 2026-11-23, 5 March 2024, 12 محرم 1446 or ۱۲ مرداد ۱۴۰۳."
    ),
]

Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="A tag to give them; may be repeated.")]


def add(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="URL, file (page, mail, text), directory, or - for a pipe.")
    ],
    title: Title = None,
    url: Url = None,
    source: Source = None,
    date: Date = None,
    language: Language = None,
    tag: Tags = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Take articles into the library and print their numbers.

    The same article from another place, or by a pipe, is found again and keeps its number and marks.

    \b
    Examples:
      briefing add report.txt page.html
      briefing add https://example.org/news/1
      briefing add saved-pages/ --tag iran
      briefing add letter.eml --source "Foreign desk"
      pbpaste | briefing add - --url https://example.org/news/1 --source ISNA
    """  # noqa: D301
    hints = Hints(title=title, url=url, source=source, date=date, language=language, tags=tuple(tag or ()))
    if len(sources) > 1 and (title or url):
        raise UsageError("--title and --url belong to one article, and several were given.", "Add them one by one.")
    with scope.open_library(create=True) as library:
        outcomes = [_reported(outcome) for outcome in add_each(library, sources, hints, allow_private=allow_private)]
    raise typer.Exit(int(exit_code_of([it.error for it in outcomes if it.error], len(outcomes))))


def _reported(outcome: Outcome) -> Outcome:
    """The number on standard output, the story on standard error."""
    intake = outcome.intake
    if intake is None:
        error = outcome.error
        scope.tell(f"briefing: {error.message} {error.hint or ''}" if error else "")
        return outcome
    article = intake.article
    headed = len(article.sections) - 1
    counts = f"{headed} headed section{'' if headed == 1 else 's'}, {len(article.quotes)} quotes"
    scope.write(f"{intake.number}\n")
    scope.tell(f"{intake.outcome} {intake.number}: {article.title} ({counts})")
    return outcome
