"""Tests of briefing.bidi."""
