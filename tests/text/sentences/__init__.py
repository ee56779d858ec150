"""Tests of briefing.text.sentences."""
