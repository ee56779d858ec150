"""Tests of briefing.text.quotes.reading."""
