"""Queries answered in SQL, over the library's tables and the reading state together."""
