"""Tests of briefing.text.people.table."""
