"""What this terminal is and can do."""
