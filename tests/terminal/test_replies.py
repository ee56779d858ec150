"""Answers that come late."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.terminal.replies import Replies

REPLIES = ["\x1b[8;1$y", "\x1bP>|VTE(8001)\x1b\\", "\x1bP>|XTerm(379)\x07", "\x1b[>61;8001;1c", "\x1b[?62;22c"]
KEYS = ["j", "\r", "\x1b[A", "\x1b[15~", "\x1bOP", "ض", "\t", "\x1b[1;5C", "\x1b[<0;5;5M", "\x1b[?2026;2$y", "\x1b[I"]


@given(st.lists(st.sampled_from(REPLIES + KEYS)), st.data())
def test_keys_are_all_that_is_left_however_the_stream_is_cut(parts: list[str], data: st.DataObject) -> None:
    stream = "".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)))))
    replies = Replies()
    typed = "".join(
        replies.without(stream[start:end]) for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)
    )

    assert typed + replies.kept_back() == "".join(part for part in parts if part not in REPLIES)


def test_escape_is_a_key_when_nothing_follows_it() -> None:
    replies = Replies()

    assert replies.without("\x1b") == ""
    assert replies.kept_back() == "\x1b"
    assert replies.without("j") == "j"


def test_an_answer_that_never_ends_leaves_no_keys() -> None:
    replies = Replies()

    assert replies.without("j\x1bP>|XTer") == "j"
    assert replies.kept_back() == ""


def test_what_is_too_long_for_an_answer_is_let_through() -> None:
    assert Replies().without("\x1b[" + "1" * 10_000) != ""
