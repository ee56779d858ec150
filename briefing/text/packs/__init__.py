"""Language packs: what the quote rules must know of a language, as data, and how it is read."""
