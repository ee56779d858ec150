"""Tests of a sync."""
