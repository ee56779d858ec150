"""Text in two directions: cells, lines and rows; pure, standard library only."""
