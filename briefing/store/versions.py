"""Versions of what the store stands on."""

from __future__ import annotations


def versions() -> dict[str, str]:
    """Name and version of each."""
    import sqlite3
    from importlib.metadata import version

    return {"SQLite": sqlite3.sqlite_version, "TinyDB": version("tinydb")}
