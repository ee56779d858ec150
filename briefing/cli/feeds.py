"""`briefing feeds`: where new articles come from."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from briefing.cli import scope
from briefing.cli.options import AllowPrivate, Json, Linear, PrintSchema, Width
from briefing.errors import BriefingError, SourceError, exit_code_of
from briefing.verbs import feeds as verbs
from briefing.verbs.marks import counted

Names = Annotated[list[str], typer.Argument(metavar="FEED...", help="Number, or a part of title or address.")]
Tags = Annotated[list[str] | None, typer.Option("--tag", help="A tag for the feed; several are allowed.")]
FullTextWish = Annotated[
    Literal["auto", "always", "never"],
    typer.Option("--full-text", help="Fetch articles' pages: where the feed gives a summary, always, or never."),
]

_ABOUT = """Feeds that new articles come from.

\b
Examples:
  briefing feeds add https://example.org/
  briefing feeds list
"""

feeds = typer.Typer(rich_markup_mode=None, help=_ABOUT, no_args_is_help=True)


@feeds.command("add")
def add(
    sources: Annotated[
        list[str], typer.Argument(metavar="URL|FOLDER...", help="A feed, a page that names one, or a folder.")
    ],
    title: Annotated[str, typer.Option(help="What to call it; else what it calls itself.")] = "",
    tags: Tags = None,
    full_text: FullTextWish = "auto",
    allow_private: AllowPrivate = False,
    check: Annotated[bool, typer.Option("--check/--no-check", help="Fetch it before it is added.")] = True,
) -> None:
    """Add feeds, or folders of saved pages to watch; prints their numbers. `briefing sync` takes their articles in.

    A feed in a private network, this machine included, needs --allow-private, which holds for its host and
    port alone. User and password stand in credentials.toml, never in the address.

    \b
    Examples:
      briefing feeds add https://example.org/feed.xml
      briefing feeds add https://example.org/ --tag gulf
      briefing feeds add ~/saved-pages
      briefing feeds add http://127.0.0.1:8080/rss --allow-private
    """  # noqa: D301
    wishes = verbs.Wishes(title, tuple(tags or ()), allow_private, full_text, check)
    with scope.open_library(create=True) as library:
        outcomes = [_reported(verbs.add(library, source, wishes)) for source in sources]
    raise typer.Exit(int(exit_code_of([it.error for it in outcomes if it.error], len(outcomes))))


@feeds.command("list")
def list_feeds(
    json: Json = False, print_schema: PrintSchema = False, width: Width = None, linear: Linear = False
) -> None:
    """List feeds with how many articles came from them and what went wrong last.

    In a pipe tab-separated: number, articles, last look, failures, title, address, tags, problem.

    \b
    Examples:
      briefing feeds list
      briefing feeds list --json | jq 'select(.failures > 3) | .url'
    """  # noqa: D301
    if print_schema:
        scope.write_schema("feed")
        return
    from briefing.render import feeds as render

    output = scope.output(width, linear=linear)
    with scope.open_library() as library:
        counts = library.feeds.article_counts()
        found = [(feed, counts.get(feed.number, 0)) for feed in library.feeds.all()]
    if json:
        scope.write_json(render.feed_json(feed, articles) for feed, articles in found)
    elif output.form == "drawn":
        rows = [render.feed_row(feed, articles, output.width) for feed, articles in found]
        if rows:
            scope.tell_as_it_is(render.feed_head())
        scope.write_rows(lambda _: rows, "".join(row.text for row in rows), output, table=True)
    else:
        line = render.feed_words if output.form == "linear" else render.feed_line
        scope.write_lines(line(feed, articles) for feed, articles in found)
    if not found:
        scope.tell("There are no feeds. Add one: briefing feeds add URL, or: briefing feeds import FILE")


@feeds.command("remove")
def remove(names: Names) -> None:
    """Remove feeds; their articles stay in the library.

    \b
    Examples:
      briefing feeds remove 3
      briefing feeds remove isna
    """  # noqa: D301
    with scope.open_library() as library:
        for feed in verbs.remove(library, names):
            scope.tell(f"removed {feed.number}: {feed.name}; its articles stay")


@feeds.command("import")
def import_feeds(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="OPML, or newsboat's urls.")],
    allow_private: AllowPrivate = False,
) -> None:
    """Take over feeds from another reader: an OPML file, or newsboat's urls file.

    Nothing is fetched yet. Lines of newsboat that run programs or make queries are named and left out.

    \b
    Examples:
      briefing feeds import subscriptions.opml
      briefing feeds import ~/.newsboat/urls
    """  # noqa: D301
    content = sys.stdin.buffer.read() if file == "-" else _content(Path(file))
    with scope.open_library(create=True) as library:
        outcomes = verbs.import_list(library, content, file, private=allow_private)
    for outcome in outcomes:
        if outcome.error:
            _reported(outcome)
    added = sum(outcome.feed is not None and not outcome.remark for outcome in outcomes)
    known = sum(outcome.remark != "" for outcome in outcomes)
    scope.tell(f"{counted(added, 'feed')} added, {known} known already; briefing sync takes their articles in")
    raise typer.Exit(int(exit_code_of([it.error for it in outcomes if it.error], len(outcomes))))


@feeds.command("export")
def export_feeds(
    file: Annotated[str | None, typer.Argument(metavar="[FILE]", help="Written to instead of standard output.")] = None,
) -> None:
    """Write all feeds as OPML, for other readers and as a copy.

    \b
    Examples:
      briefing feeds export > feeds.opml
      briefing feeds export feeds.opml
    """  # noqa: D301
    with scope.open_library() as library:
        text = verbs.export_list(library.feeds.all())
    if file is None:
        scope.write(text)
        return
    try:
        Path(file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise BriefingError(f"{file}: cannot be written ({error.strerror}).", "Name another file.") from None


def _content(path: Path) -> bytes:
    try:
        return path.expanduser().read_bytes()
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SourceError(str(path), f"it cannot be read ({reason}).", "See that its path is right.") from None


def _reported(outcome: verbs.Added) -> verbs.Added:
    """The number on standard output, the story on standard error."""
    if outcome.feed:
        scope.write(f"{outcome.feed.number}\n")
        scope.tell(f"{outcome.feed.number}: {outcome.feed.name}" + (f" ({outcome.remark})" if outcome.remark else ""))
    elif outcome.error:
        scope.tell(f"briefing: {outcome.error.message} {outcome.error.hint or ''}")
    return outcome
