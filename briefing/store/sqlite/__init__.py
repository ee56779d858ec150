"""The library's SQLite file: its tables and their versions, sessions, full-text index, repair."""
