"""Tests of the terminal face, in process."""
