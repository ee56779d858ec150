"""Tests of reading feeds."""
