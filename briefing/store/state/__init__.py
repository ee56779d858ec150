"""What one reader did, in TinyDB: snapshot, journal, acts and their undoing, recovery."""
