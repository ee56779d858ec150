"""Where panes stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.arrangement import Box, Pane, arrange

PANES: tuple[Pane, ...] = ("list", "reader", "quotes")


def _cells(box: Box) -> set[tuple[int, int]]:
    return {(x, y) for x in range(box.x, box.x + box.width) for y in range(box.y, box.y + box.height)}


@given(st.integers(20, 220), st.integers(6, 70), st.sampled_from(PANES), st.booleans(), st.integers(0, 7))
def test_boxes_fill_the_terminal_without_overlapping(
    width: int, height: int, pane: Pane, zoomed: bool, head: int
) -> None:
    boxes = arrange(width, height, pane, zoomed, lambda _width, _roomy: head).boxes
    covered: set[tuple[int, int]] = set()
    for name, box in boxes.items():
        cells = _cells(box)
        assert not cells & covered, name
        covered |= cells
    assert covered == _cells(Box(0, 0, width, height))


@given(st.integers(20, 220), st.integers(6, 70), st.sampled_from(PANES), st.booleans())
def test_the_pane_in_use_is_always_shown(width: int, height: int, pane: Pane, zoomed: bool) -> None:
    boxes = arrange(width, height, pane, zoomed, lambda _width, _roomy: 3).boxes
    assert boxes[pane].width > 0
    assert boxes[pane].height > 0


def test_three_panes_stand_side_by_side_at_120_columns() -> None:
    boxes = arrange(120, 40, "list", False, lambda _width, _roomy: 6).boxes
    assert [boxes[name].width for name in ("list", "reader", "quotes")] == [36, 48, 34]


def test_text_and_quotes_share_80_columns() -> None:
    boxes = arrange(80, 24, "reader", False, lambda _width, _roomy: 3).boxes
    assert [boxes[name].width for name in ("reader", "quotes")] == [46, 33]
    assert "list" not in boxes
