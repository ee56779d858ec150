"""Pictures of the screen."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from briefing.bidi.layout import Order, Setting
from briefing.config import Settings
from briefing.terminal.drawing import Drawing
from briefing.tui.app import SVG_STYLE, BriefingApp
from tests.tui.articles import fill, harbour_article, open_library


@pytest.mark.parametrize(("order", "kept"), [("visual", True), ("logical", False)])
def test_a_picture_keeps_letters_in_visual_order_where_they_are(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: Order, kept: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    fill(settings, [harbour_article(1, arabic=True)])

    async def run() -> None:
        with open_library(settings) as library:
            app = BriefingApp(library, settings, Drawing(Setting(order)))
            async with app.run_test(size=(120, 40)) as pilot:
                await pilot.press("colon", *"screenshot", "enter")
                await pilot.pause()

    asyncio.run(run())
    (picture,) = tmp_path.glob("*.svg")
    assert (SVG_STYLE in picture.read_text()) is kept
