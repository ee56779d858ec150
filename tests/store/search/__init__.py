"""Tests of briefing.store.search."""
