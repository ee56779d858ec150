"""The list of terminals is data, checked when it is loaded."""

import pytest

from briefing.errors import DataError
from briefing.terminal import catalogue


def loaded(tmp_path, monkeypatch, text):
    """What the catalogue makes of this file."""
    (tmp_path / catalogue.FILE).write_text(text)
    monkeypatch.setattr(catalogue.resources, "files", lambda package: tmp_path)
    return catalogue.terminals.__wrapped__()


def test_every_terminal_has_a_title_of_its_own():
    titles = [terminal.title for terminal in catalogue.terminals()]

    assert len(set(titles)) == len(titles)


def test_an_entry_is_read_field_by_field(tmp_path, monkeypatch):
    (terminal,) = loaded(tmp_path, monkeypatch, '[a]\ntitle = "A"\nbidi = "none"\nda2 = ["1;"]\n')

    assert terminal == catalogue.Terminal("a", "A", "none", da2=("1;",))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a = 1\n", "a"),
        ('[a]\ntitle = "A"\n', "a.bidi"),
        ('[a]\nbidi = "none"\n', "a.title"),
        ('[a]\ntitle = "A"\nbidi = "perhaps"\n', "a.bidi"),
        ('[a]\ntitle = "A"\nbidi = "none"\none_shot = "x"\n', "a.one_shot"),
        ('[a]\ntitle = "A"\nbidi = "none"\nda2 = "1;"\n', "a.da2"),
        ('[a]\ntitle = "A"\nbidi = "none"\nxtversion = [""]\n', "a.xtversion"),
        ('[a]\ntitle = 1\nbidi = "none"\n', "a.title"),
        ('[a]\ntitle = "A"\nbidi = "none"\ncolour = "x"\n', "a.colour"),
    ],
)
def test_a_wrong_value_is_named_with_its_file_and_key(tmp_path, monkeypatch, text, key):
    with pytest.raises(DataError) as caught:
        loaded(tmp_path, monkeypatch, text)

    assert (caught.value.file, caught.value.key) == (catalogue.FILE, key)
