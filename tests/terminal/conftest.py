"""Shares the fixture that runs the program with the tests of the command line."""

from tests.cli.conftest import run

__all__ = ["run"]
