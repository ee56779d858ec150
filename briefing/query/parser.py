"""Queries as syntax trees: `is:unread (kashmir OR كشمير) -speaker:"Sergei Lavrov"`.

    query = [ any ]
    any   = all { "OR" all }
    all   = one { [ "AND" ] one }
    one   = { "-" | "NOT" | "not:" } ( "(" any ")" | field ":" value | word [ "*" ] | number "-" number | "phrase" )

Terms side by side must all fit. Quotation marks of any kind hold a phrase; digits of any script count.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from typing import NoReturn

from briefing.errors import QueryError
from briefing.query.fields import FIELDS, KEYWORDS, objection
from briefing.query.lexer import Token, tokens
from briefing.query.tree import EVERYTHING, Field, Node, Not, Numbers, Phrase, Word, all_of, any_of
from briefing.text.words import words_of

LONGEST = 2000
"""Characters of a query at most."""

MOST = 100
"""Terms, brackets and operators of a query at most."""

SHORTEST_PREFIX = 2
"""Letters before a `*` at least: one letter begins words of nearly every article."""

_NUMBERS = re.compile(r"(\d{1,15})-(\d{1,15})")
_URL = re.compile("https?://", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(text: str) -> Node:
    """The tree of a query; an empty one stands for every article.

    Raises:
        QueryError: the query does not follow the grammar; it names the column.
    """
    # Bytes of a command line that are no UTF-8 come in as surrogates.
    return _Parser(_SURROGATE.sub("\ufffd", text)).query()


class _Parser:
    """One query, read from left to right by the rules of the grammar above."""

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            raise QueryError(text, LONGEST + 1, 1, f"A query has {LONGEST} characters at most")
        self._text = text
        self._tokens = list(tokens(text))
        self._at = 0
        if len(self._tokens) > MOST:
            self._refuse(self._tokens[MOST], f"A query has {MOST} terms and operators at most")

    def query(self) -> Node:
        if self._peek().kind == "end":
            return EVERYTHING
        node = self._any()
        if self._peek().kind != "end":
            self._refuse(self._peek(), "This bracket closes nothing")
        return node

    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._peek()
        self._at += token.kind != "end"
        return token

    def _any(self) -> Node:
        parts = [self._all()]
        while self._peek().kind == "or":
            self._take()
            parts.append(self._all())
        return any_of(parts)

    def _all(self) -> Node:
        parts = [self._one()]
        while self._peek().kind not in ("or", ")", "end"):
            if self._peek().kind == "and":
                self._take()
            parts.append(self._one())
        return all_of(parts)

    def _one(self) -> Node:
        token = self._take()
        if token.kind == "not":
            return Not(self._one())
        if token.kind == "(":
            return self._group(token)
        terms: dict[str, Callable[[Token], Node]] = {"field": self._field, "word": self._word, "phrase": self._phrase}
        term = terms.get(token.kind)
        if term is None:
            self._refuse(token, f"A term is missing {'before this' if token.text else 'at the end'}")
        return term(token)

    def _group(self, opening: Token) -> Node:
        node = self._any()
        if self._take().kind != ")":
            self._refuse(opening, "This bracket is never closed")
        return node

    def _phrase(self, token: Token) -> Node:
        if not words_of(token.text):
            self._refuse(token, "There is no word between these marks")
        return Phrase(token.text)

    def _word(self, token: Token) -> Node:
        numbers = _NUMBERS.fullmatch(token.text)
        if numbers:
            return self._numbers(token, int(numbers[1]), int(numbers[2]))
        if _URL.match(token.text):
            return Field("url", token.text)
        text = token.text.rstrip("*")
        words = words_of(text)
        if not words:
            self._refuse(token, "There is no word in this")
        if text == token.text:
            return Word(text)
        if len(words[-1]) < SHORTEST_PREFIX:
            self._refuse(token, f"A word needs {SHORTEST_PREFIX} letters before the *")
        return Word(text, prefix=True)

    def _numbers(self, token: Token, first: int, last: int) -> Node:
        if first > last:
            self._refuse(token, "This range runs backwards", f"Such as: {last}-{first}")
        return Numbers(first, last)

    def _field(self, token: Token) -> Node:
        if token.name not in FIELDS:
            self._refuse(token, f"There is no field '{token.name}:'", _nearest(token.name))
        if not token.text:
            self._refuse(token, f"{token.name}: needs something behind it", f"Such as: {FIELDS[token.name]}")
        value = token.text.lower() if token.name in KEYWORDS else token.text
        reason = objection(token.name, value)
        if reason:
            self._refuse(token, reason, f"Such as: {FIELDS[token.name]}")
        return Field(token.name, value)

    def _refuse(self, token: Token, reason: str, hint: str | None = None) -> NoReturn:
        raise QueryError(self._text, token.start + 1, token.end - token.start, reason, hint)


def _nearest(name: str) -> str:
    """What was perhaps meant, else what there is."""
    near = difflib.get_close_matches(name, FIELDS, n=2, cutoff=0.5)
    listed = " or ".join(f"{field}:" for field in near) or ", ".join(f"{field}:" for field in FIELDS)
    meant = f"Did you mean {listed}?" if near else f"There are {listed}."
    return f'{meant} Words that hold a colon stand in marks: "{name}: …"'
