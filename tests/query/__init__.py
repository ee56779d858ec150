"""Tests of briefing.query."""
