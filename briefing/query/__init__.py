"""The query language of lists, searches and filters: text in, a syntax tree out; pure.

A layer of its own below the store: the store turns trees into SQL, the faces and verbs build and print them.
Commands that need no query import nothing of it.
"""
