"""Tests of briefing.library."""
