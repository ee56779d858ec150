"""Tests mirror the package; data stands in tests/data."""
