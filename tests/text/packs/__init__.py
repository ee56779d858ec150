"""Tests of briefing.text.packs."""
