"""Mirrored characters and bracket pairs against the Unicode Character Database."""

import pytest

from briefing.bidi.mirrors import MIRRORS, bracket_pairs, canonical, mirrored
from tests.bidi.conformance import WHOLE


def fields(name):
    path = WHOLE / name
    if not path.exists():
        pytest.skip(f"no {path}")
    for line in path.read_text(encoding="utf-8").splitlines():
        data = line.partition("#")[0].strip()
        if data:
            yield [field.strip() for field in data.split(";")]


def test_brackets_and_angle_quotes_are_mirrored_and_curly_quotes_are_not():
    assert mirrored("«(a [b] <c>)» “d” ‘e’") == "»)a ]b[ >c<(« “d” ‘e’"


def test_mirroring_twice_changes_nothing():
    every = "".join(MIRRORS)

    assert len(every) == 428
    assert mirrored(every) != every
    assert mirrored(mirrored(every)) == every


def test_equivalent_angle_brackets_pair_with_each_other():
    assert bracket_pairs()["\u2329"] == bracket_pairs()["\u3008"] == "\u3009" == canonical("\u232a")


def test_every_mirror_image_is_that_of_the_database():
    images = {chr(int(char, 16)): chr(int(image, 16)) for char, image in fields("BidiMirroring.txt")}

    assert {char: images[char] for char in MIRRORS} == MIRRORS


def test_every_bracket_pair_is_that_of_the_database():
    pairs = {
        chr(int(char, 16)): canonical(chr(int(other, 16)))
        for char, other, kind in fields("BidiBrackets.txt")
        if kind == "o"
    }

    assert pairs == bracket_pairs()
