"""Pages that were made to harm the program that reads them, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

SENTENCE = "The ferry left the harbour at noon and reached the island before the storm came in from the west."
PROSE = f"<p>{SENTENCE}</p>"


def _page(body: str, before: str = "") -> bytes:
    return f"{before}<html><head><title>Ferry</title></head><body>{body}</body></html>".encode()


def _attributes(count: int) -> str:
    return " ".join(f"a{number}=1" for number in range(count))


def _entities(levels: int) -> str:
    """Entities that each hold ten of the one before (billion laughs)."""
    lines = [f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, levels)]
    return f'<!DOCTYPE html [<!ENTITY e0 "ha">{"".join(lines)}]>'


HOSTILE_PAGES: Mapping[str, Callable[[], bytes]] = {
    "a tag of 100,000 attributes": lambda: _page(f"<p {_attributes(100_000)}>x</p>{PROSE}"),
    "the same behind a bracket in a value": lambda: _page(f"<p a='>' {_attributes(100_000)}>x</p>{PROSE}"),
    "elements 100,000 deep": lambda: _page(f"{'<div>' * 100_000}{SENTENCE}{'</div>' * 100_000}{PROSE}"),
    "open inline elements": lambda: _page(f"{'<b><i>' * 50_000}{SENTENCE}"),
    "tables in tables": lambda: _page("<table><tr><td>x " * 30_000 + SENTENCE),
    "100,000 paragraphs": lambda: _page(PROSE * 100_000),
    "500,000 inline elements": lambda: _page("<span>a</span>" * 500_000 + PROSE),
    "200,000 items": lambda: _page("<ul>" + "<li>one more</li>" * 200_000 + "</ul>" + PROSE),
    "300,000 line breaks": lambda: _page("one more<br>" * 300_000),
    "10 million brackets": lambda: _page("<" * 10_000_000),
    "open comments": lambda: _page("<!--" * 3_000_000),
    "nested JSON": lambda: _page(PROSE, f'<script type="application/ld+json">{"[" * 900_000}</script>'),
    "100,000 scripts of data": lambda: _page(PROSE, '<script type="application/ld+json">{"a":1}</script>' * 100_000),
    "20,000 articles": lambda: _page(f"<article><h1>Ferry</h1>{PROSE}</article>" * 20_000),
    "billion laughs": lambda: _page(f"<p>{SENTENCE} &e9;</p>", _entities(10)),
    "an external entity": lambda: _page(
        f"<p>{SENTENCE} &x;</p>", '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "an external parameter entity": lambda: _page(
        f"<p>{SENTENCE}</p>", '<!DOCTYPE html [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>'
    ),
    "an included file": lambda: _page(
        f'<p>{SENTENCE}</p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    ),
    "entities for control characters": lambda: _page(
        f"<title>a&#27;]0;x&#7;b</title>{PROSE}<p>{SENTENCE} &#27;[31m&#x1b;]52;c;eA==&#7; &#155;31m &#x9d;0;x&#x9c; "
        "&#x202e;abc &#0; &#xfffe; &#x200b; &#xe0041; end of it.</p>"
    ),
}
"""Each makes its page anew; the largest has twelve megabytes."""
