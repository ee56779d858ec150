"""The facade over store, sources and text: add, list, open, mark."""

from briefing.library.library import EVERYTHING, Intake, Library, Outcome, Selection

__all__ = ["EVERYTHING", "Intake", "Library", "Outcome", "Selection"]
