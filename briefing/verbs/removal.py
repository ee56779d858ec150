"""Removing articles, bringing them back, and letting old ones go."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import clock
from briefing.config import Settings
from briefing.library import Library
from briefing.model import ArticleRow


def going(library: Library, numbers: Sequence[int]) -> list[str]:
    """One line for each article that would go, with what the reader has made of it."""
    return [_described(row) for row in library.rows(numbers)]


def remove(library: Library, numbers: Sequence[int], settings: Settings) -> str:
    """Moves articles into the trash and says how they come back. Raises NotFoundError, and removes none."""
    numbers = list(dict.fromkeys(numbers))
    library.removal.remove(numbers)
    library.removal.empty(clock.ago(settings.keep_removed))
    listed = " ".join(map(str, numbers))
    return f"removed {listed}; for {settings.keep_removed} they can come back: briefing trash restore {listed}"


def bring_back(library: Library, numbers: Sequence[int]) -> str:
    """Puts articles back from the trash. Raises NotFoundError, and brings none back."""
    library.removal.bring_back(numbers)
    return f"restored {' '.join(map(str, numbers))}"


def prune(library: Library, settings: Settings) -> str | None:
    """Lets go what is older than the settings keep, and what lay in the trash long enough; None without a `keep`."""
    library.removal.empty(clock.ago(settings.keep_removed))
    if settings.keep is None:
        return None
    aged = library.removal.age_out(clock.ago(settings.keep))
    kept = f"; {aged.spared} as old are starred, tagged, noted, corrected or cited and stay" if aged.spared else ""
    return f"removed {aged.removed} articles older than {settings.keep}{kept}"


def _described(row: ArticleRow) -> str:
    """Number, title, and why somebody may want to keep it."""
    state = row.state
    marks = [word for word, has in (("starred", state.starred), ("tagged", state.tags), ("noted", state.notes)) if has]
    return f"{row.number} {row.title}" + (f" ({', '.join(marks)})" if marks else "")
