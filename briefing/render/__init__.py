"""An article as terminal rows, plain text, JSON and citations."""
