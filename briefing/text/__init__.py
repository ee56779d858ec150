"""The pure core: text in, dataclasses out."""
