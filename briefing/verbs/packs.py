"""Checking language packs that a user writes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing.errors import SourceError
from briefing.text.packs.files import read
from briefing.text.packs.pack import LanguagePack
from briefing.text.packs.remarks import remarks


class Checked(NamedTuple):
    """A valid pack and what could be better in it."""

    pack: LanguagePack
    remarks: tuple[str, ...]


def check(path: Path) -> Checked:
    """The language pack in a file.

    Raises:
        DataError: the file holds a wrong key or value; the error names it.
        SourceError: the file cannot be read.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(str(path), "it is not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(str(path), f"it cannot be read ({reason}).", "See that its path is spelled right.") from error
    pack = read(source, path.name)
    return Checked(pack, tuple(remarks(pack)))
