"""Options that several commands share."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON; see --print-schema.")]
PrintSchema = Annotated[bool, typer.Option("--print-schema", help="Print the JSON Schema of --json and exit.")]
Width = Annotated[int | None, typer.Option(metavar="CELLS", min=20, max=1000, help="Lay out for this width.")]
Language = Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Language, such as ar, fa or en.")]
Limit = Annotated[
    int | None,
    typer.Option("--limit", "-n", min=1, max=1_000_000_000, help="At most so many; on a terminal 100 unless told."),
]

Linear = Annotated[
    bool, typer.Option("--linear", help="One column of plain words in logical order, for screen readers.")
]

ON_TERMINAL = 100
"""Entries shown on a terminal unless told; in pipes nothing is left out."""
