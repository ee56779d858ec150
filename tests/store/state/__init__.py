"""Tests of briefing.store.state.store."""
