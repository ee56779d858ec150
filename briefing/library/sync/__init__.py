"""Asking all sources for what is new, in parallel."""
