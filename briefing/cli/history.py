"""`briefing undo`, `redo`, `history`, `export` and `import`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import scope
from briefing.cli.options import Json, Limit, PrintSchema
from briefing.errors import SourceError
from briefing.verbs import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Act
    from briefing.terminal.facts import Output


def undo(
    act: Annotated[int | None, typer.Argument(metavar="ACT", min=1, help="One act by itself; else the last.")] = None,
) -> None:
    """Undo the last change of marks, stars, tags, notes or corrections, whichever session made it.

    One command is one step. An older act can be undone by itself: what has been changed
    again since then is left alone.

    Removed articles are none of these; they come back with: briefing trash restore X.
    What speakers merge has made one is taken apart by hand, in people.tsv beside the configuration.

    \b
    Examples:
      briefing undo
      briefing undo 41
    """  # noqa: D301
    with scope.open_library() as library:
        scope.tell(marks.undo(library, act))


def redo() -> None:
    """Do again what was undone last.

    \b
    Example:
      briefing redo
    """  # noqa: D301
    with scope.open_library() as library:
        scope.tell(marks.redo(library))


def history(limit: Limit = None, json: Json = False, print_schema: PrintSchema = False) -> None:
    """List what was done, the newest act first; about the last thousand acts are kept.

    \b
    Examples:
      briefing history -n 20
      briefing history --json | jq -r 'select(.command == "star") | .articles[]'
    """  # noqa: D301
    if print_schema:
        scope.write_schema("act")
        return
    output = scope.output()
    most = scope.most_shown(limit, output, json=json)
    with scope.open_library() as library:
        acts = library.reading.history(most)
    if json:
        from briefing.render.contract import act_json

        scope.write_json(map(act_json, acts))
    else:
        _write_acts(acts, output)


def export(
    file: Annotated[Path | None, typer.Argument(help="Where to write; else standard output.")] = None,
    corrections: Annotated[
        bool, typer.Option("--corrections", help="Corrected articles as annotations (JSON) to measure rules by.")
    ] = False,
) -> None:
    """Write marks, tags, notes and corrections as text: one line a fact, to be kept, compared and taken over elsewhere.

    With --corrections the articles in which something is corrected are written as annotations, a JSON object a
    line: each quote with its offsets into `content`, its kind and speaker, and what was found before. What nobody
    has corrected is "uncertain". A folder as FILE gets two files an article, 12.json and 12.txt.

    \b
    Examples:
      briefing export > marks.txt
      briefing export marks.txt && git diff marks.txt
      briefing export --corrections gold.jsonl
      mkdir gold && briefing export --corrections gold
    """  # noqa: D301
    if corrections:
        _export_gold(file)
        return
    with scope.open_library() as library:
        text = "".join(library.reading.export())
    if file is None:
        scope.write(text)
        return
    _write_file(file, text)
    scope.tell(f"{marks.counted(text.count(chr(10)) - 1, 'line')} written to {file}")


def _export_gold(file: Path | None) -> None:
    """Annotations on standard output, in one file, or in a folder."""
    from briefing.render.contract import dumps
    from briefing.verbs.corrections import gold

    with scope.open_library() as library:
        found = list(gold(library))
    text = "".join(f"{dumps({**article.table, 'content': article.content})}\n" for article in found)
    if file is None:
        scope.write(text)
        return
    if file.is_dir():
        for article in found:
            content = file / article.table["file"]
            _write_file(content, article.content)
            _write_file(content.with_suffix(".json"), dumps(article.table, indent=1) + "\n")
    else:
        _write_file(file, text)
    scope.tell(f"{marks.counted(len(found), 'article')} with corrections written to {file}")


def _write_file(file: Path, text: str) -> None:
    """Raises SourceError when the file cannot be written."""
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SourceError(str(file), f"cannot be written ({error.strerror}).") from None


def import_state(
    file: Annotated[Path, typer.Argument(help="What export has written; - reads standard input.")],
) -> None:
    """Add the marks, tags, notes and corrections of an exported text to your own, as one act.

    \b
    Examples:
      briefing import marks.txt
      ssh server briefing export | briefing import -
    """  # noqa: D301
    name = "standard input" if str(file) == "-" else str(file)
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SourceError(name, f"cannot be read ({reason}).") from None
    with scope.open_library() as library:
        count = library.reading.take_over(text.split("\n"), name)
    scope.tell(f"taken over: {marks.counted(count, 'article')}; briefing undo takes that back")


def _write_acts(acts: "Sequence[Act]", output: "Output") -> None:
    """On a terminal as one reads them, in the order that it needs; else as tab-separated values."""
    from briefing.render.history import act_line, act_text

    if not output.is_terminal:
        scope.write("".join(f"{act_line(act)}\n" for act in acts))
        return
    from briefing.bidi.layout import lay_out

    lines = [act_text(act) for act in acts]
    scope.write_rows(
        lambda setting: [row for line in lines for row in lay_out(line, output.width, **setting._asdict())],
        "\n".join(lines),
        output,
        table=True,
    )
