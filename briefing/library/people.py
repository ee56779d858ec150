"""What a reader says of who is whom: kept in `people.tsv` beside the configuration, and told to the library."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import paths
from briefing.errors import StoreError
from briefing.library.knowledge import own_knowledge, text_of
from briefing.text.knowledge.namelist import joint_id, with_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.store.articles import Place


def merge(first: str, second: str, files: Sequence[Place]) -> tuple[str, int]:
    """Makes two names one person from now on and in all quotes stored; the id, and how many quotes got it.

    Raises:
        UsageError: a name means several people, or the two are known as different ones.
        StoreError: the list or the library cannot be written.
    """
    file = paths.people_file()
    identifier = joint_id(first, second, own_knowledge().authority)
    label = own_knowledge().authority.label(identifier) or first
    names = tuple(name for name in (first, second) if name != identifier)
    _replace(file, with_names(text_of(file), identifier, label, names, file.name))
    return identifier, sum(place.store.identify(names, identifier) for place in files if place.store.is_writable)


def _replace(file: Path, text: str) -> None:
    """The whole list anew, renamed over the old one, so that a reader sees one or the other."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as temporary:
            temporary.write(text)
        Path(temporary.name).replace(file)
    except OSError as error:
        raise StoreError(str(file), f"cannot be written: {error.strerror}.") from error
