"""Tests of briefing.text.topics.labels."""
