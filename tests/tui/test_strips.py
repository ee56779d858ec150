"""Rows as strips."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.bidi.cells import cell_width
from briefing.bidi.layout import Row, Run
from briefing.render import styles
from briefing.text.clean import clean
from briefing.tui.strips import LIGHT, PALETTE, Ground, strip_of


@given(st.lists(st.text(max_size=20), max_size=4), st.integers(1, 40))
def test_a_strip_is_exactly_as_wide_as_asked_and_holds_nothing_that_acts_on_a_terminal(
    texts: list[str], width: int
) -> None:
    strip = strip_of(Row(tuple(Run(text) for text in texts)), width, Ground())
    assert strip.cell_length == width
    assert "\n" not in strip.text
    assert clean(strip.text) == strip.text


def test_every_style_has_its_look() -> None:
    assert set(PALETTE) >= set(styles.STYLES) >= set(LIGHT)


def test_a_light_ground_has_no_cyan_and_yellow() -> None:
    for name in styles.STYLES:
        (segment,) = strip_of(Row((Run("a", name),)), 1, Ground(light=True))
        color = segment.style and segment.style.color
        assert not color or color.name not in {"cyan", "yellow"}, name


def test_the_cursor_swaps_the_colours_of_the_whole_row() -> None:
    strip = strip_of(Row((Run("a", styles.META), Run("b"))), 10, Ground(), cursor=True)
    assert all(segment.style and segment.style.reverse for segment in strip)
    assert sum(cell_width(segment.text) for segment in strip) == 10
