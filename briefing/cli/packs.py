"""`briefing packs`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import scope

if TYPE_CHECKING:
    from briefing.text.packs.pack import LanguagePack

packs = typer.Typer(
    help="""Language packs: what the quote rules know of a language.

\b
Examples:
  briefing packs check it.toml
""",
    no_args_is_help=True,
)


@packs.callback()
def _packs() -> None:
    """Language packs: what the quote rules know of a language.

    \b
    Examples:
      briefing packs check it.toml
    """  # noqa: D301


@packs.command()
def check(file: Annotated[Path, typer.Argument(metavar="FILE", help="A language pack, as TOML.")]) -> None:
    """Check a language pack: every key and value, and what it lacks.

    A wrong key or value ends with 1 and is named; what a valid pack lacks is said on stderr.
    How to write one stands in briefing/text/packs/README.md.

    \b
    Examples:
      briefing packs check it.toml
    """  # noqa: D301
    from briefing.verbs.packs import check as checked

    pack, remarks = checked(file)
    for remark in remarks:
        scope.tell(remark)
    scope.write(f"{_summary(pack)}\n")


def _summary(pack: "LanguagePack") -> str:
    """`it: SVO, 412 verb forms, 36 lists, 7 pronouns`."""
    lists = sum(bool(phrases.firsts) for phrases in pack.words.values())
    return f"{pack.language}: {pack.order}, {len(pack.verbs)} verb forms, {lists} lists, {len(pack.pronouns)} pronouns"
