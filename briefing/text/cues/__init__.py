"""The words that say somebody speaks, and which of them governs a quotation."""
