"""Tests of briefing.store.sqlite."""
