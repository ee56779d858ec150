"""Who is the subject of a verb of saying, by the language's word order."""
