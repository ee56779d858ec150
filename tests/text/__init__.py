"""Tests of the text core."""
