"""JSON text."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from briefing.render.contract import dumps


@given(st.text(st.characters(exclude_categories=[])))
def test_json_gives_the_text_back_and_holds_nothing_that_acts_on_a_terminal(text):
    written = dumps({"text": text})

    assert json.loads(written) == {"text": text}
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", written)
    written.encode()
