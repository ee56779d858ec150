"""Tests of briefing.cli."""
