"""Tests of briefing.render."""
