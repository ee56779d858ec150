"""Quotations with their speakers."""
