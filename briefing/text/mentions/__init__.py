"""Noun phrases that can speak: where they begin and end, which words are title, which are name."""
