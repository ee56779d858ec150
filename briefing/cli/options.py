"""Options that several commands share."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON; see --print-schema.")]
PrintSchema = Annotated[bool, typer.Option("--print-schema", help="Print the JSON Schema of --json and exit.")]
Width = Annotated[int | None, typer.Option(metavar="CELLS", min=20, max=1000, help="Lay out for this width.")]
Language = Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Language, such as ar, fa or en.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Let the URL lead into a private network, this machine included.")
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", "-n", min=1, max=1_000_000_000, help="At most so many; on a terminal 100 unless told."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]

Linear = Annotated[
    bool, typer.Option("--linear", help="One column of plain words in logical order, for screen readers.")
]

Query = Annotated[
    list[str] | None,
    typer.Argument(metavar="[QUERY]...", help="Which ones, such as: is:unread lang:ar topic:kashmir word not:word"),
]
Since = Annotated[str | None, typer.Option(metavar="TIME", help="What came in since: 2w, 3d, yesterday, 2026-11-20.")]
Found = Annotated[
    str | None, typer.Option("--query", metavar="QUERY", help="Those a query finds, such as: 'is:unread older:2w'.")
]
Addresses = Annotated[
    list[str],
    typer.Argument(metavar="X...", help="Articles by number, a range (12-20), 'latest' or 'next'; several at once."),
]
Items = Annotated[
    list[str] | None,
    typer.Argument(metavar="[X]...", help="Articles by number, a range (12-20), 'latest' or 'next'; several at once."),
]
"""The same where a query may stand for them."""
