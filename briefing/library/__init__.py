"""The facade over store, sources and text: add, list, search, open, mark."""

from briefing.library.library import Intake, Library, Outcome

__all__ = ["Intake", "Library", "Outcome"]
