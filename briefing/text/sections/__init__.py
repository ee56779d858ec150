"""An article's body: headings told from prose and furniture, paragraphs, headed sections."""
