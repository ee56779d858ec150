"""What a command does, once, for both faces."""
