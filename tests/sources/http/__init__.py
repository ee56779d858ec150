"""Tests of HTTP under the fetch policy."""
