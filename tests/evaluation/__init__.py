"""Scores the quote and heading rules against articles annotated by hand."""
