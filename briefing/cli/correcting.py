"""`briefing correct`."""

from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import scope
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.model import Quote
    from briefing.verbs.corrections import Place


def correct(
    address: Annotated[str, typer.Argument(metavar="X", help="A quote (12q4) or a section (12.2, 12/kashmir).")],
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who said it; '' if the article names nobody.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="direct, partial, indirect, or none: not a quote.")
    ] = None,
    heading: Annotated[str | None, typer.Option(metavar="TEXT", help="The section's heading.")] = None,
    label: Annotated[str | None, typer.Option(metavar="LABEL", help="The section's English label.")] = None,
    with_carried: Annotated[
        bool | None,
        typer.Option("--with-carried/--alone", help="Also the quotes whose speaker was carried over from this one."),
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", "--undo", help="Take the corrections of X back.")] = False,
) -> None:
    """Correct the speaker or kind of a quote, the heading or label of a section; or list what is corrected.

    A correction is yours, kept with your marks: what it was, by whom, and when. It stays when the article is
    analysed again or comes in changed. Where other quotes have their speaker from this one you are asked about
    them on a terminal; elsewhere they stay as they are unless --with-carried says otherwise.

    Without options the corrections of X, also a whole article, are listed as tab-separated values: address,
    property, what it was, what it is, by whom, when. briefing undo takes the last command back.

    \b
    Examples:
      briefing correct 12q4 --speaker 'Sergei Lavrov' --with-carried
      briefing correct 12q6 --kind none
      briefing correct 12.2 --heading 'لقاح كورونا' --label 'COVID-19 vaccine'
      briefing correct 12q4 --clear
      briefing correct 12
      briefing export --corrections gold.jsonl
    """  # noqa: D301
    from briefing.verbs import corrections

    named = {"speaker": speaker, "kind": kind, "heading": heading, "label": label}
    values = {name: value for name, value in named.items() if value is not None}
    if clear and values:
        raise UsageError("--clear takes corrections back and makes none.", "Leave out --clear, or the new values.")
    with scope.open_library() as library:
        place = corrections.place_of(library, address)
        if clear:
            scope.tell(corrections.clear(library, place))
        elif values:
            also = _carried(library, place, with_carried) if speaker is not None else []
            scope.tell(corrections.correct(library, place, values, also))  # type: ignore[arg-type]
        else:
            _list(library, place)


def _carried(library: "Library", place: "Place", wish: bool | None) -> "list[Quote]":
    """The quotes that are to be corrected as well; on a terminal the analyst is asked."""
    from briefing.verbs.corrections import carried

    found = carried(library, place) if wish is not False else []
    if not found or wish:
        return found
    listed = ", ".join(f"{place.article.number}q{quote.number}" for quote in found)
    if not scope.can_ask():
        scope.tell(f"carried over from it, and left as they are: {listed}; --with-carried corrects them, too")
        return []
    return found if scope.agreed(f"Carried over from it: {listed}. Correct them, too?") else []


def _list(library: "Library", place: "Place") -> None:
    """What is corrected at a place."""
    from briefing.render.lines import correction_line
    from briefing.verbs.corrections import corrections_at

    found = corrections_at(library, place)
    scope.write("".join(f"{correction_line(address, correction)}\n" for address, correction in found))
    if not found:
        scope.tell(f"Nothing is corrected in {place.address}.")
