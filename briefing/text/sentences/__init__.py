"""Quotation marks paired, and the reporter's own words between them as sentences."""
