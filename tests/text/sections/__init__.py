"""Tests of briefing.text.sections.body."""
