"""Content keys: what makes two copies of an article the same one."""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from briefing.text.letters import letter_runs, without_usual_marks

KEY_BYTES = 10
"""Length of a key before it is written as hex digits."""

TELLING = 500
"""Code points from which a text is that of one article alone."""

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|igshid|mc_[ce]id|ref|ref_src|cmpid|ocid|xtor)", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}


def url_key(url: str) -> str:
    """Key of an article by where it was found: 20 hex digits."""
    return _digest("url", canonical_url(url))


def body_key(title: str, text: str) -> str:
    """Key of an article by what it says: 20 hex digits over its words, so that spacing does not matter."""
    # Without those marks most texts of a Latin script are ASCII, which is folded in no time.
    folded = without_usual_marks(f"{title}\n{text}").casefold()
    return _digest("body", " ".join(letter_runs(folded)))


def canonical_url(url: str) -> str:
    """The URL without what does not tell two articles apart (RFC 3986 §6.2.2: case, default port, empty path).

    Fragments and the tracking parameters of the usual newsletters go, too; other parameters keep their order.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    host = (parts.hostname or "").rstrip(".")
    if port and port != _DEFAULT_PORTS.get(parts.scheme):
        host = f"{host}:{port}"
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])]
    return urlunsplit(
        ("https" if parts.scheme == "http" else parts.scheme, host, parts.path.rstrip("/"), urlencode(query), "")
    )


def is_one_article(url: str, other: str, text: str) -> bool:
    """Whether pages at two URLs that say the same are one article.

    Long texts are told twice by reprints, sections and mirrors of a site. A short one may be a wall or a line before
    a video, the same for many articles: it is one only where the page is.
    """
    return len(text) >= TELLING or is_same_page(url, other)


def is_same_page(url: str, other: str) -> bool:
    """Whether two URLs differ at most in what is handed to one page: `/news/1?from=rss` and `/news/1`."""
    return urlsplit(canonical_url(url))[:3] == urlsplit(canonical_url(other))[:3]


def _digest(kind: str, content: str) -> str:
    return blake2b(f"{kind}:{content}".encode(errors="replace"), digest_size=KEY_BYTES).hexdigest()
