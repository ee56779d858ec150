"""Acts as lines: what was done when, to which articles, and whether it was undone."""

from __future__ import annotations

from briefing import clock
from briefing.model import Act
from briefing.render.lines import tab_separated
from briefing.store.state import actrecords
from briefing.text.clean import clean_line


def act_line(act: Act) -> str:
    """`412<TAB>2026-11-23T09:14:00Z<TAB>star<TAB>2<TAB>12,14<TAB>` and when it was undone."""
    articles = ",".join(map(str, act.articles))
    return tab_separated(act.number, act.at, act.command, act.count, articles, act.undone_at)


def act_text(act: Act) -> str:
    """`  412  09:14   star  12, 14` and, if so, `· undone 09:20`."""
    undone = f"  · undone {clock.briefly(act.undone_at)}" if act.undone_at else ""
    return f"{act.number:>5}  {clock.briefly(act.at):<7} {clean_line(act.command)}  {_about(act)}{undone}"


def _about(act: Act) -> str:
    """`12, 14` or `1,204 articles`."""
    noun = actrecords.noun(act.command)
    if len(act.articles) == act.count and noun == "article":
        return ", ".join(map(str, act.articles))
    return f"{act.count:,} {noun}{'' if act.count == 1 else 's'}"
