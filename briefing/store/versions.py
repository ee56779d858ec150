"""Versions of what the store stands on."""

from __future__ import annotations


def versions() -> dict[str, str]:
    """Name and version of each."""
    import sqlite3

    return {"SQLite": sqlite3.sqlite_version, "TinyDB": installed("tinydb")}


def installed(package: str) -> str:
    """The version of a package; `unknown` where what is known of it cannot be read."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
