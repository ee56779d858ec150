"""What the face sends over a slow line."""

from __future__ import annotations

import pytest

from tests.benchmarks.tty_bytes import measure


@pytest.mark.parametrize("arabic", [False, True])
def test_no_key_sends_more_than_its_budget(arabic: bool) -> None:
    assert [figure for figure in measure(arabic=arabic) if figure.sent > figure.budget] == []
