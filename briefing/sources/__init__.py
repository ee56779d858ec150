"""Where articles come from: URL, page, file, directory, standard input."""
