"""Tests of briefing.verbs."""
