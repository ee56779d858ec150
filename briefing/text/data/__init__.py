"""Data that the text core reads: language marks, page furniture, the topic lexicon; and how it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.errors import DataError

_HERE = Path(__file__).parent


def read(name: str) -> str:
    """The text of a data file of this package, by its file name."""
    return (_HERE / name).read_text(encoding="utf-8")


def read_toml(name: str) -> dict[str, Any]:
    """The tables of a TOML data file; DataError when it is not TOML."""
    import tomllib

    try:
        return tomllib.loads(read(name))
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, "syntax", str(error), "wanted TOML") from error
