"""The keys that an article is known under besides its own."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.store.shared import Articles

BATCH = 256
"""Keys looked up at once."""


def aliases_in(articles: Articles, keys: Sequence[str]) -> dict[str, list[str]]:
    """The other keys of articles in all files of a library."""
    found: dict[str, list[str]] = {}
    for store, _ in articles.files():
        for start in range(0, len(keys), BATCH):
            found.update(store.aliases(keys[start : start + BATCH]))
    return found
