"""Articles in SQLite, reading state in TinyDB."""
