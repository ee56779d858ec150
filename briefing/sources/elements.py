"""What HTML elements are: which part blocks, which are headings, and which are never an article's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from lxml.etree import _Element

UNSEEN = frozenset(
    "audio button canvas embed head iframe input label map math noscript object option script select style svg template"
    " textarea video".split()
)
"""Tags whose content no reader sees as text."""

BESIDE = frozenset(("aside", "dialog", "figcaption", "figure", "footer", "menu", "nav"))
"""Tags whose content stands beside an article."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr"
    " ul".split()
)
"""Tags that part blocks."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset(("ul", "ol"))
BOLD = frozenset(("b", "strong"))

_BOLD_STYLE = re.compile(r"font-weight\s{0,5}:\s{0,5}(?:bold|[6-9]00)", re.IGNORECASE)
_BOLD_NAME = re.compile(r"(?:^|\s)(?:bold|strong|(?:fw|font|font-weight|text)-bold)(?:$|\s)", re.IGNORECASE)
_BREAK_NAME = re.compile(r"(?:^|\s)(?:br|line-?break)(?:$|\s)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
_FURNITURE_NAME = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w{0,10}|audio|author-?(?:bio|box)|banner|bio|breadcrumbs?|byline|caption|carousel|"
    r"comments?|cookies?|copyright|credits?|cta|disclaimer|donat(?:e|ion)|image|img\w{0,4}|login|modal|most-?(?:popular|read)|"
    r"newsletter|outbrain|overlay|pagination|photo|player|popup|print|promo|read-?more|recommend\w{0,8}|related|"
    r"respond|see-?also|share|sharebar|sharing|sidebar|sign-?up|slideshow|social|sponsor\w{0,4}|subscri\w{0,8}|taboola|taglist|tags?|"
    r"teaser|thumbnail|toolbar|tooltip|trending|video|wp-caption-text|"
    r"screen-reader-text|sr-only|visually-hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADING_NAME = re.compile(
    r"(?:^|[\s_-])(?:sub-?head(?:ing|line)?|cross-?head(?:ing)?|zwischen(?:titel|ueberschrift)?|inter-?title|intertitre|"
    r"ladillo|mellantitel|mellemrubrik|mezzotitolo)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NAMES_LIMIT = 400
_LABEL_LIMIT = 140
_REVEALED = 1000


def is_hidden(element: _Element) -> bool:
    """Whether an element says of itself that it is not shown, and holds no text of an article's length.

    Long text is hidden until a script shows it: whole bodies that a server streams, and the part below "read on".
    """
    hidden = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(element.get("style") or "") is not None
    )
    return hidden and text_length(element) < _REVEALED


def is_bold(element: _Element) -> bool:
    """Whether an element sets its text in bold by its tag, its class or its own style."""
    if element.tag in BOLD:
        return True
    name, style = element.get("class"), element.get("style")
    return bool((name and _BOLD_NAME.search(name[:_NAMES_LIMIT])) or (style and _BOLD_STYLE.search(style)))


def is_break(element: _Element) -> bool:
    """Whether an element is a line break by its tag, or empty and named so."""
    if element.tag == "br":
        return True
    name = element.get("class")
    return bool(name) and _BREAK_NAME.search((name or "")[:_NAMES_LIMIT]) is not None and not text_length(element)


def is_inline_furniture(element: _Element) -> bool:
    """Whether an element inside a line is named as furniture and holds no more than a label's text."""
    named = element.tag not in BLOCKS and (element.get("class") or element.get("id")) and is_named_furniture(element)
    return bool(named) and text_length(element) <= _LABEL_LIMIT


def is_named_furniture(element: _Element) -> bool:
    """Whether an element's class or id names something that stands around articles."""
    return _FURNITURE_NAME.search(_names(element)) is not None


def is_named_heading(element: _Element) -> bool:
    """Whether an element's class names it a heading between paragraphs, whatever its tag is."""
    return _HEADING_NAME.search((element.get("class") or "")[:_NAMES_LIMIT]) is not None


def text_of(element: _Element) -> str:
    """All text in an element as it stands, scripts and the like included."""
    return "".join(str(text) for text in element.itertext())


def text_length(element: _Element) -> int:
    """Code points of `text_of`."""
    return int(cast("float", element.xpath("string-length()")))


def _names(element: _Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:_NAMES_LIMIT]
