"""UAX#9: Unicode's own cases, and the rules this program adds for the direction of a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.bidi.levels import base_direction, resolve
from tests.bidi.conformance import SAMPLES, WHOLE, character_cases, class_cases, known, passes

FILES = [("BidiCharacterTest.txt", character_cases, 91_000), ("BidiTest.txt", class_cases, 770_000)]

PLAIN = "abא\u0628\u0644 1٣+,$()[]\u2329\u3009!\u0300\u064b\t\u2029\u200c\u200f"
STEERED = PLAIN + "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
BIDI = st.text(st.sampled_from(STEERED + "\u202d\u202e"))


@pytest.mark.parametrize(("name", "read"), [(name, read) for name, read, _ in FILES])
def test_the_bundled_cases_of_unicode_pass(name, read):
    cases = list(read(SAMPLES / name))

    assert len(cases) > 900
    assert all(map(known, cases))
    assert [case for case in cases if not passes(case)] == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "read", "least"), FILES)
def test_all_cases_of_unicode_pass(name, read, least, capsys):
    if not (WHOLE / name).exists():
        pytest.skip(f"no {WHOLE / name}")
    passed = skipped = 0
    failed = []
    for case in read(WHOLE / name):
        if not known(case):
            skipped += 1
        elif passes(case):
            passed += 1
        else:
            failed.append(case)
    with capsys.disabled():
        print(f"\n{name}: {passed} passed, {len(failed)} failed, {skipped} with characters this Python does not know")

    assert failed == []
    assert passed + skipped > least
    assert skipped < 100


@given(st.text() | BIDI, st.sampled_from([None, 0, 1]))
def test_a_line_is_a_permutation_of_its_characters(text, base):
    resolved = resolve(text, base)
    runs = resolved.line(0, len(text))

    assert len(resolved.levels) == len(resolved.classes) == len(text)
    assert sorted(index for run in runs for index in range(run.start, run.end)) == list(range(len(text)))


@given(st.text(st.sampled_from(STEERED)), st.sampled_from([None, 0, 1]))
def test_letters_run_in_their_own_direction_and_digits_from_left_to_right(text, base):
    resolved = resolve(text, base)

    for letter, level in zip(resolved.classes, resolved.levels, strict=True):
        if letter in "RA":
            assert level & 1
        elif letter in "LEN":
            assert not level & 1


@pytest.mark.parametrize(
    ("text", "direction", "expected"),
    [
        ("Covid-19: وصول اللقاح", "rtl", "rtl"),
        ("Covid-19: وصول اللقاح", "ltr", "ltr"),
        ("اللقاح Covid-19", "ltr", "rtl"),
        ("Reuters", "rtl", "ltr"),
        ("12/03/2021", "rtl", "ltr"),
        ("12/03/2021", "ltr", "ltr"),
        ("", "rtl", "ltr"),
        ("\u2067abc\u2069 שלום", "ltr", "rtl"),
    ],
)
def test_the_base_direction_follows_article_and_letters(text, direction, expected):
    assert base_direction(text, direction) == expected


@pytest.mark.parametrize(
    "hostile",
    [
        "\u2067" * 100_000,
        "\u202b\u2067" * 50_000 + "\u2069" * 50_000,
        "(" * 100_000 + ")" * 100_000,
        "(a)" * 60_000 + "\u0628",
        "([{" * 30_000 + "\u0628" + "}])" * 30_000,
        "$" * 200_000,
        " " * 200_000 + "\u0628",
        "\u2068 \u2069" * 60_000,
        "\u0628\t" * 60_000,
        "a\u0628" * 100_000,
    ],
)
def test_hostile_text_is_resolved(hostile):
    resolved = resolve(hostile, 1)

    assert sum(run.end - run.start for run in resolved.line(0, len(hostile))) == len(hostile)
