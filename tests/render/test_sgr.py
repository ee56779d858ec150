"""Rows as text for a terminal: what is sent, and what is never sent."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.bidi.layout import Row, Run
from briefing.render.sgr import painted
from briefing.render.styles import STYLES

SGR = re.compile("\x1b\\[[0-9;]*m")
ROWS = st.lists(
    st.builds(
        lambda text, style: Row((Run(text, style),)),
        st.text(st.characters(exclude_categories=[])),
        st.sampled_from(STYLES),
    )
)


@given(ROWS, st.booleans(), st.booleans())
def test_no_control_sequence_but_our_own_gets_out(rows, styled, coloured):
    text = SGR.sub("", painted(rows, styled=styled, coloured=coloured))

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@given(ROWS)
def test_without_styles_there_is_no_escape_at_all(rows):
    assert "\x1b" not in painted(rows, styled=False, coloured=True)


def test_without_colour_only_bold_dim_underline_and_reverse_are_sent():
    rows = [Row((Run("x", style),)) for style in STYLES]

    assert set(SGR.findall(painted(rows, styled=True, coloured=False))) <= {
        f"\x1b[{code}m" for code in ("", 1, 2, 4, 7)
    }


def test_every_style_is_closed_before_the_line_ends():
    assert painted([Row((Run("a", "title"),)), Row((Run("b"),))], styled=True, coloured=True) == "\x1b[1ma\x1b[m\nb\n"
