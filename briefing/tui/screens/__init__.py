"""The screens: the reading room, and pages laid over it."""
