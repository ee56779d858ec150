"""Choices are remembered by the terminal's name."""

import json

import pytest

from briefing import paths
from briefing.errors import DataError, StoreError
from briefing.terminal import choice


def test_nothing_is_remembered_at_first():
    assert choice.remembered("vte") is None
    assert choice.forget("vte") is False
    assert not paths.choices_file().exists()


def test_a_choice_holds_for_its_terminal_until_it_is_forgotten():
    choice.remember("putty", "terminal")
    choice.remember("vte in tmux", "visual")

    assert choice.remembered("putty") == "terminal"
    assert choice.remembered("vte") is None
    assert choice.forget("putty") is True
    assert json.loads(paths.choices_file().read_text()) == {"vte in tmux": "visual"}
    assert list(paths.choices_file().parent.iterdir()) == [paths.choices_file()]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"vte": "sideways"}', b'{"vte": 1}', b'{"vte": []}', b"\xff"])
def test_a_damaged_file_is_named_and_left_as_it_is(content):
    file = paths.choices_file()
    file.parent.mkdir(parents=True)
    file.write_bytes(content)

    for act in (choice.remembered, choice.forget, lambda key: choice.remember(key, "visual")):
        with pytest.raises(DataError, match=r"terminals\.json"):
            act("vte")
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_an_error_of_the_store(home):
    home.write_text("a file where the folder should be")

    with pytest.raises((DataError, StoreError)):
        choice.remember("vte", "visual")
