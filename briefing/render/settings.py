"""Settings in force as rows of a table, as tab-separated lines, and as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.bidi.cells import cell_width, displayed
from briefing.bidi.layout import Row, Run
from briefing.config import DEFAULT
from briefing.render import styles
from briefing.render.lines import tab_separated
from briefing.render.setting import isolated
from briefing.text.clean import clean_line

if TYPE_CHECKING:
    from briefing.config import Assignment

_GAP = 2
"""Cells between two columns."""


def setting_rows(settings: Sequence[Assignment]) -> list[Row]:
    """`linear  true  /etc/briefing/config.toml:3`: name, value and origin in columns."""
    values = [isolated(displayed(value_text(setting))) for setting in settings]
    names, widths = [setting.name for setting in settings], list(map(cell_width, values))
    first, second = max(map(len, names)) + _GAP, max(widths) + _GAP
    return [
        Row(
            (
                Run(f"{name:<{first}}", styles.META),
                Run(value),
                Run(" " * (second - width)),
                Run(isolated(displayed(clean_line(setting.origin))), styles.META),
            )
        )
        for name, value, width, setting in zip(names, values, widths, settings, strict=True)
    ]


def setting_line(setting: Assignment) -> str:
    """`name<TAB>value<TAB>origin`."""
    return tab_separated(setting.name, value_text(setting), setting.origin)


def setting_sentence(setting: Assignment) -> str:
    """The same in words."""
    value = value_text(setting) or "nothing"
    origin = "by default" if setting.origin == DEFAULT else f"from {clean_line(setting.origin)}"
    return f"{setting.name}: {value}, {origin}."


def value_text(setting: Assignment) -> str:
    """The value as config.toml has it, without quotation marks; nothing where nothing is set."""
    value = setting.value
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else clean_line(str(value))
