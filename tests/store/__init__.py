"""Tests of briefing.store."""
