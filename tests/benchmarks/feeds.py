"""Reads a folder of feeds, real and broken ones, and says where the reading differs from a tolerant parser's.

    python -m tests.benchmarks.feeds FOLDER [--all]

FOLDER holds MANIFEST.jsonl, one object a file: `path`, `xml_wellformed`, `feedparser` (what a tolerant parser reads:
`entries`, `feed_title`, `first_title`) and `expected` (`inline`: an expression over `feed` and `entries`). Prints
every difference and every expectation that is not met; with --all those of broken files, too, and the expectations
that ask for what is not read here. 1 if a file raises an error other than "no feed" or takes over two seconds.
"""

from __future__ import annotations

import ast
import html
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from briefing.errors import SourceError
from briefing.sources.feeds.parsed import Entry, ParsedFeed
from briefing.sources.feeds.reader import read_feed

SECONDS = 2.0
BASE = "http://127.0.0.1/feed"


def plain(text: str | None) -> str:
    """A title as a reader sees it."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", html.unescape(text or ""))).split())


def differences(known: dict[str, Any], feed: ParsedFeed) -> list[str]:
    """What was read in another way than by the tolerant parser."""
    first = feed.entries[0].title if feed.entries else ""
    found = {"entries": len(feed.entries), "feed_title": feed.title, "first_title": first}
    return [
        f"{name}: {found[name]!r} instead of {known[name]!r}"
        for name in found
        if (plain(found[name]) != plain(known[name]) if name != "entries" else found[name] != known[name])
    ]


def said_language(content: bytes) -> str | None:
    """What the server would say, which a suite writes into a comment."""
    found = re.search(rb"Header:\s+Content-Language:\s+(\S+)", content[:1000])
    return found[1].decode() if found else None


def parsed_date(text: str | None) -> tuple[int, ...] | None:
    """A date in the form of time.gmtime."""
    return (*time.strptime(text, "%Y-%m-%dT%H:%M:%SZ")[:8], 0) if text else None


def view_of(entry: Entry) -> dict[str, Any]:
    """An entry under the names that expectations use; what is not there was not read."""
    body = entry.content or entry.summary
    known = {
        "title": entry.title,
        "link": entry.url,
        "id": entry.key,
        "guid": entry.key,
        "author": entry.author,
        "author_detail": {"name": entry.author},
        "description": entry.summary,
        "summary": entry.summary,
        "content": [{"value": body, "language": entry.language}],
        "published_parsed": parsed_date(entry.published),
        "created_parsed": parsed_date(entry.published),
        "updated_parsed": parsed_date(entry.updated),
    }
    return {name: value for name, value in known.items() if value}


def met(expression: str, feed: ParsedFeed) -> bool | None:
    """Whether an expectation holds; None if it asks for what is not read here."""
    names = {
        "feed": {"title": feed.title, "link": feed.site, "language": feed.language},
        "entries": [view_of(entry) for entry in feed.entries],
        "len": len,
        "ord": ord,
    }
    try:
        return all(_holds(part, names) for part in _conditions(expression))
    except (KeyError, NameError, AttributeError, TypeError):
        return None


def _conditions(expression: str) -> list[str]:
    tree = ast.parse(expression.strip(), mode="eval").body
    parts = tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And) else [tree]
    # "bozo" is what another parser thinks of the file, not what it says.
    return [said for part in parts if (said := ast.unparse(part)) not in {"bozo", "not bozo"}]


def _holds(condition: str, names: dict[str, Any]) -> bool:
    """One comparison; texts are compared as a reader sees them."""
    tree = ast.parse(condition, mode="eval").body
    if isinstance(tree, ast.Compare) and len(tree.comparators) == 1 and isinstance(tree.ops[0], ast.Eq):
        left, right = (
            eval(ast.unparse(side), {"__builtins__": {}}, names) for side in (tree.left, tree.comparators[0])
        )
        return plain(left) == plain(right) if isinstance(left, str) and isinstance(right, str) else bool(left == right)
    return bool(eval(condition, {"__builtins__": {}}, names))


def main() -> int:
    """Reads all files and prints what there is to say."""
    folder, everything = Path(sys.argv[1]), "--all" in sys.argv
    counts: Counter[str] = Counter()
    slowest, failed = 0.0, False
    for line in (folder / "MANIFEST.jsonl").read_text(encoding="utf-8").splitlines():
        known = json.loads(line)
        content = (folder / known["path"]).read_bytes()
        started, feed = time.process_time(), None
        try:
            feed = read_feed(content, BASE, language=said_language(content))
        except SourceError:
            counts["no feed"] += 1
        except Exception as error:  # noqa: BLE001 (the very thing looked for)
            print(f"{known['path']}: {type(error).__name__}: {error}")
            failed = True
        slowest = max(slowest, took := time.process_time() - started)
        failed |= took > SECONDS
        counts["files"] += 1
        report(known, feed, counts, everything=everything)
    print(dict(counts), f"slowest {slowest:.2f} s")
    return int(failed)


def report(known: dict[str, Any], feed: ParsedFeed | None, counts: Counter[str], *, everything: bool) -> None:
    """Prints how one file was read, if there is anything to say."""
    read = feed or ParsedFeed("none")
    if known["feedparser"] and (known["xml_wellformed"] or everything):
        counts["compared"] += 1
        told = differences(known["feedparser"], read)
        counts["alike"] += not told
        for text in told:
            print(f"{known['path']}: {text}")
    expected = (known["expected"] or {}).get("inline", "")
    if known["suite"] == "feedparser" and expected:
        answer = met(expected, read)
        counts[
            {True: "expectations met", False: "expectations missed", None: "expectations of other fields"}[answer]
        ] += 1
        if answer is False or (answer is None and everything):
            print(f"{known['path']}: {'not met' if answer is False else 'not read here'}: {expected}")


if __name__ == "__main__":
    sys.exit(main())
