"""The knowledge an analysis goes by, with the reader's own tables in the configuration folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import paths
from briefing.errors import DataError, StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.text.knowledge.world import Knowledge, OwnTables


def own_knowledge() -> Knowledge:
    """The package's topics and names, extended by the reader's own tables.

    Raises:
        DataError: a line of them is wrong; the file is named with its folder.
        StoreError: they cannot be read.
    """
    from briefing.text.knowledge.world import with_own

    try:
        return with_own(own_tables())
    except DataError as error:
        file = paths.config_file().with_name(error.file)
        raise DataError(str(file), error.key, error.value, error.wanted) from None


def own_tables() -> OwnTables:
    """`lexicon.tsv` and `people.tsv` beside `config.toml`. Raises StoreError when they cannot be read."""
    from briefing.text.knowledge.world import OwnTables

    return OwnTables(text_of(paths.lexicon_file()), text_of(paths.people_file()))


def text_of(file: Path) -> str:
    """A file's text; empty if there is none. Raises StoreError when it cannot be read."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        reason = f"cannot be read: {error}."
        raise StoreError(str(file), reason, "Write it as UTF-8 text that you may read.") from error
