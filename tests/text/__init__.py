"""Tests of briefing.text."""
