"""Every key in one table: bindings of all widgets and screens, the help screen and the palette are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

Context = Literal["list", "reader", "quotes", "page", "selection", "main", "app", "history"]
"""Where a key works: in one pane, on a page of rows (help), while text is chosen, on the main screen, everywhere."""

Group = Literal["Move", "Sections and quotes", "Articles", "Find, choose, copy", "Screen"]


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a key does; `keys` are Textual's names, parted by commas."""

    id: str
    keys: str
    action: str
    contexts: tuple[Context, ...]
    help: str
    group: Group
    palette: bool = True
    """Whether the command palette offers it."""


_ROWS: tuple[Context, ...] = ("list", "reader", "quotes", "page")
_LISTS: tuple[Context, ...] = ("list", "quotes")

_CARET = tuple(
    Key(f"caret-{way}", keys, f"caret('{way}')", ("selection",), text, "Find, choose, copy", palette=False)
    for way, keys, text in (
        ("left", "h,left", "choosing: a letter to the left"),
        ("right", "l,right", "choosing: to the right"),
        ("up", "k,up", "choosing: a row up"),
        ("down", "j,down", "choosing: down"),
        ("word", "w", "choosing: to the next word"),
        ("word-back", "b", "choosing: a word back"),
        ("top", "g,home", "choosing: to the top"),
        ("bottom", "G,end", "choosing: to the end"),
        ("page", "space,pagedown,ctrl+d", "choosing: a page down"),
        ("page-back", "pageup,ctrl+u", "choosing: up"),
    )
)
"""While text is chosen these move the caret, as they do in vi."""

KEYS = (
    Key("down", "j,down", "move(1)", _ROWS, "down; 5j: five down in a list", "Move", palette=False),
    Key("up", "k,up", "move(-1)", _ROWS, "up", "Move", palette=False),
    Key("half-down", "ctrl+d", "half_page(1)", _ROWS, "half a page down", "Move", palette=False),
    Key("half-up", "ctrl+u", "half_page(-1)", _ROWS, "half a page up", "Move", palette=False),
    Key("page-down", "pagedown", "page(1)", _ROWS, "a page down", "Move", palette=False),
    Key("page-up", "pageup,b", "page(-1)", _ROWS, "a page up", "Move", palette=False),
    Key("page-down-list", "space", "page(1)", ("list", "quotes", "page"), "a page down", "Move", palette=False),
    Key("read-on", "space", "screen.read_on", ("reader",), "a page on; at the end the next unread", "Move"),
    Key("top", "g,home", "top", _ROWS, "to the top", "Move", palette=False),
    Key("bottom", "G,end", "bottom", _ROWS, "to the end; 412G: to article 412", "Move", palette=False),
    Key("next-pane", "tab", "pane(1)", ("main",), "to the next pane", "Move", palette=False),
    Key("previous-pane", "shift+tab", "pane(-1)", ("main",), "to the pane before", "Move", palette=False),
    Key("open", "enter,l,right", "screen.open", _LISTS, "open the article; show the quote", "Move", palette=False),
    Key("back", "h,left", "back", ("main",), "back to the pane before", "Move", palette=False),
    Key("escape", "escape", "escape", ("main",), "end choosing, search, filter; else back", "Move", palette=False),
    Key("back-or-quit", "q", "back_or_quit", ("main",), "back; from the list: quit", "Move", palette=False),
    Key("section-down", "}", "section_step(1)", ("main",), "to the next section", "Sections and quotes"),
    Key("section-up", "{", "section_step(-1)", ("main",), "to the section before", "Sections and quotes"),
    Key("section-down-2", "]", "bracket(1)", ("main",), "]] to the next section", "Sections and quotes", palette=False),
    Key(
        "section-up-2", "[", "bracket(-1)", ("main",), "[[ to the section before", "Sections and quotes", palette=False
    ),
    Key("next-quote", ")", "quote_step(1)", ("main",), "to the next quote", "Sections and quotes"),
    Key("previous-quote", "(", "quote_step(-1)", ("main",), "to the quote before", "Sections and quotes"),
    Key("indirect", "I", "indirect", ("main",), "show what is reported without marks", "Sections and quotes"),
    Key("correct", "e", "correct", ("main",), "correct speaker, kind, label, heading", "Sections and quotes"),
    Key("why", "i", "why", ("main",), "why the quote has its speaker", "Sections and quotes"),
    Key("removed", "B", "removed", ("main",), "what was cut from the article", "Sections and quotes"),
    Key("next", "n", "next(1)", ("main",), "to the next match, else unread article", "Articles"),
    Key("previous", "N", "next(-1)", ("main",), "to the match or unread article before", "Articles"),
    Key("next-article", "J", "article(1)", ("main",), "to the next article", "Articles"),
    Key("previous-article", "K", "article(-1)", ("main",), "to the article before", "Articles"),
    Key("filter", "f", "filter", ("main",), "filter the list: is:unread lang:ar word …", "Articles"),
    Key("search", "/", "screen.search", ("list",), "search in the list; n N go on", "Articles"),
    Key("sort", "S", "sort", ("main",), "the list in another order", "Articles"),
    Key("mark", "m", "mark", ("main",), "mark read or unread", "Articles"),
    Key("star", "s", "star", ("main",), "star or unstar", "Articles"),
    Key("tag", "t", "tag", ("main",), "tag; -NAME takes it away", "Articles"),
    Key("note", "a", "note", ("main",), "add a note", "Articles"),
    Key("mark-all", "A", "mark_all", ("main",), "mark all of the list read", "Articles"),
    Key("undo", "u", "undo", ("main",), "undo the last mark, tag or note", "Articles"),
    Key("redo", "ctrl+r", "redo", ("main",), "do again what was undone", "Articles"),
    Key("history", "U", "history", ("main",), "what was done; undo one act by itself", "Articles"),
    Key("undo-act", "enter,u", "undo_act", ("history",), "in the history: undo this act", "Articles", palette=False),
    Key("find", "/", "screen.find", ("reader", "quotes"), "find words in the article", "Find, choose, copy"),
    Key("choose", "v", "choose('cell')", ("main",), "choose text; again: begin anew", "Find, choose, copy"),
    Key("choose-paragraphs", "V", "choose('paragraph')", ("main",), "choose whole paragraphs", "Find, choose, copy"),
    *_CARET,
    Key("sync-feed", "r", "sync_feed", ("main",), "ask this article's feed for news", "Articles"),
    Key("sync", "R", "sync", ("main",), "ask all feeds for news", "Articles"),
    Key("copy-quote", "y", "copy_quote", ("main",), "copy what is chosen, else the quote", "Find, choose, copy"),
    Key("copy-url", "Y", "copy_url", ("main",), "copy the article's URL", "Find, choose, copy"),
    Key("save", "w", "save", ("main",), "save the article: .txt .md .html .json", "Find, choose, copy"),
    Key("pipe", "|", "pipe", ("main",), "hand the article's text to a command", "Find, choose, copy"),
    Key("open-url", "o", "open_url", ("main",), "open the URL; over SSH copy and show it", "Find, choose, copy"),
    Key("zoom", "z", "zoom", ("main",), "the pane alone, or all panes", "Screen"),
    Key("mouse", "M", "app.mouse", ("main",), "take the mouse, or let it go", "Screen"),
    Key("command", ":", "command", ("main",), "command: 12q4  /kashmir  next  feeds", "Screen", palette=False),
    Key("palette", "ctrl+p", "app.command_palette", ("main",), "command palette", "Screen", palette=False),
    Key("redraw", "ctrl+l", "redraw", ("main",), "read the list anew and redraw", "Screen"),
    Key("suspend", "ctrl+z", "app.suspend_process", ("app",), "suspend; fg comes back", "Screen", palette=False),
    Key("help", "?", "app.help", ("main",), "this help", "Screen"),
    Key("quit", "Q,ctrl+c", "app.leave", ("main", "page"), "quit", "Screen"),
    Key("close", "q,escape,h,left,?", "app.close", ("page",), "close this page", "Screen", palette=False),
)

DIGITS = "0123456789"

_LAYOUTS = (
    ("qwertyuiop[]asdfghjklzxcvbnm", "ضصثقفغعهخحجدشسيبلاتنمئءؤر ىة"),
    ("qwertyuiop[]asdfghjklzxcvbnm", "йцукенгшщзхъфывапролдячсмить"),
    ("QWERTYUIOPASDFGHJKLZXCVBNM", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"),
)
"""Letters of a Latin keyboard and what stands on the same keys of an Arabic and a Russian one."""

_SAME_KEY = {
    latin: [other[place] for keys, other in _LAYOUTS if (place := keys.find(latin)) >= 0 and other[place] != " "]
    for latin in "".join(keys for keys, _ in _LAYOUTS)
}


def bindings(context: Context) -> list[Binding]:
    """The bindings of one context, each also on the keys of other keyboard layouts.

    All have priority: Textual runs those before it looks at the next key, so that keys typed ahead of a slow line
    reach the pane that the keys before them lead to.
    """
    found = [
        Binding(_on_all_layouts(key.keys), key.action, key.help, id=f"{context}.{key.id}", priority=True)
        for key in KEYS
        if context in key.contexts
    ]
    return [*found, *_digits(context)]


def _digits(context: Context) -> Iterator[Binding]:
    """A count in lists, a section in the reader."""
    action = {"list": "digit", "quotes": "digit", "reader": "screen.section"}.get(context)
    if action:
        yield from (Binding(digit, f"{action}({digit})", id=f"{context}.{digit}", priority=True) for digit in DIGITS)


def _on_all_layouts(keys: str) -> str:
    """The keys with their equivalents, so that nobody has to switch the keyboard to move."""
    return ",".join(name for key in keys.split(",") for name in (key, *_SAME_KEY.get(key, ())))


def help_groups() -> dict[Group, list[tuple[str, str]]]:
    """For each group the keys as one types them, with what they do; equal texts stand once."""
    groups: dict[Group, list[tuple[str, str]]] = {}
    for key in KEYS:
        if key.contexts != ("page",):
            groups.setdefault(key.group, []).append((typed(key.keys), key.help))
    groups["Sections and quotes"].append(("0–9", "in the text: to the section so numbered"))
    groups["Move"].append(("0–9", "in a list: a count for the next key"))
    return groups


def typed(keys: str) -> str:
    """Key names as a reader knows them: `^d`, `Space`, `S-Tab`."""
    return " ".join(_TYPED.get(key, key.replace("ctrl+", "^")) for key in keys.split(","))


_TYPED = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "escape": "Esc", "enter": "Enter", "space": "Space",
    "tab": "Tab", "shift+tab": "S-Tab", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
}  # fmt: skip
