"""Keys that arrive before the screen has followed, as they do over a slow line."""

from __future__ import annotations

import pytest

from briefing.config import Settings
from tests.terminal.program import start


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        ("\rJJ", " 6  §0 Lead"),
        ("j\r))", " 7  §0 Lead  q3/12"),
        ("\r\tG\r", "§2 Cranes  q12/12"),
        (":4q2\r", " 4  §0 Lead  q2/12"),
        ("\rhjj\r", " 6  §0 Lead"),
        ("3\r2", " 3  §2 Cranes"),
    ],
)
@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)])
def test_keys_reach_the_pane_that_the_keys_before_them_lead_to(
    harbour: Settings, keys: str, status: str, columns: int, rows: int
) -> None:
    with start(harbour.library, columns=columns, rows=rows) as session:
        session.wait_for_text("? keys")
        session.send(keys)
        session.wait_for(lambda: status in session.screen.display[-1], status)
        session.settle()
        assert status in session.screen.display[-1]
