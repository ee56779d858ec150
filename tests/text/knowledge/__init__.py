"""Tests of briefing.text.knowledge.world."""
