"""The query language of lists, searches and filters: text in, a syntax tree out; pure.

A layer of its own below the store: the store turns trees into SQL, the faces and verbs build and print them.
"""

from briefing.query.parser import parse
from briefing.query.tree import EVERYTHING, And, Field, Node, Not, Numbers, Or, Phrase, Word, all_of

__all__ = ["EVERYTHING", "And", "Field", "Node", "Not", "Numbers", "Or", "Phrase", "Word", "all_of", "parse"]
