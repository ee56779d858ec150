"""Arabic shaping: words against another implementation's forms, and the rules it does not have."""

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.bidi.joining import joining_types
from briefing.bidi.shaping import part_at_zwnj, shape
from tests.bidi.conformance import SAMPLES, WHOLE

ARABIC = st.text(st.sampled_from("بتلاإآأدرويیکگپچژںےہھىءئؤةٹڈـ\u064b\u064e\u0651\u0670\u200c\u200d\u200e ،(a1٣"))


def pairs():
    lines = (SAMPLES / "words.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_the_bundled_words_have_the_forms_they_should():
    words = pairs()

    assert len(words) == 2000
    assert [(word, forms) for word, forms in words if shape(word).text != forms] == []


@pytest.mark.slow
@pytest.mark.parametrize(("language", "least"), [("ar", 50_000), ("fa", 300_000)])
def test_dictionaries_are_shaped_as_arabic_reshaper_shapes_them(language, least):
    reshaper = pytest.importorskip("arabic_reshaper").ArabicReshaper(
        {"delete_harakat": False, "support_ligatures": True, "ARABIC LIGATURE ALLAH": False}
    )
    words = dictionary(language)

    assert len(words) > least
    # The other implementation keeps ZWNJ, which no terminal must see.
    assert [word for word in words if shape(word).text != reshaper.reshape(word).replace("\u200c", "")] == []


def dictionary(language):
    """All words of an aspell dictionary with their affixes."""
    if not shutil.which("aspell"):
        pytest.skip("no aspell")
    dump = f"aspell -d {language} dump master | aspell -l {language} expand"
    done = subprocess.run(["sh", "-c", dump], capture_output=True, check=False)
    words = sorted(set(done.stdout.decode("utf-8", "replace").split()))
    if not words:
        pytest.skip(f"no aspell dictionary for {language}")
    return words


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("لا", "\ufefb"),
        ("سلام", "\ufeb3\ufefc\ufee1"),
        ("لأ لإ لآ", "\ufef7 \ufef9 \ufef5"),
        ("لَا", "\ufefb\u064e"),
        ("لَّا", "\ufefb\u064e\u0651"),
        ("لًا", "\ufefb\u064b"),
        ("سَلَامٌ", "\ufeb3\u064e\ufefc\u064e\ufee1\u064c"),
        ("ل\u200dا", "\ufedf\ufe8e"),
        ("ل\u200cا", "\ufedd\ufe8d"),
        ("ه\u200d", "\ufeeb"),
        ("ه\u200d لا", "\ufeeb \ufefb"),
        ("\u200dه", "\ufeea"),
        ("می\u200cروم", "\ufee3\ufbfd\ufead\ufeed\ufee1"),
        ("خانه\u200cها", "\ufea7\ufe8e\ufee7\ufeea\ufeeb\ufe8e"),
        ("بـب", "\ufe91\u0640\ufe90"),
        ("ہے", "\ufba8\ufbaf"),
        ("ٹڈڑ", "\ufb68\ufb89\ufb8c"),
        ("میں", "\ufee3\ufbff\ufb9f"),
        ("بھی", "\ufe91\ufbad\ufbfd"),
        ("ښه", "\u069a\ufeea"),
        ("ب\u200eب", "\ufe91\u200e\ufe90"),
        ("اللّٰه", "\ufe8d\ufedf\ufee0\u0651\u0670\ufeea"),
        ("ء", "\ufe80"),
        ("abc 12", "abc 12"),
    ],
)
def test_letters_take_the_form_their_neighbours_ask_for(text, shaped):
    assert shape(text).text == shaped


@given(st.text() | ARABIC)
def test_each_shaped_character_stands_for_its_own(text):
    shaped = shape(text)

    assert len(shaped.text) == len(shaped.offsets)
    assert list(shaped.offsets) == sorted(set(shaped.offsets))
    for char, offset in zip(shaped.text, shaped.offsets, strict=True):
        assert unicodedata.normalize("NFKC", char)[:1] == unicodedata.normalize("NFKC", text[offset])[:1]


@given(st.text() | ARABIC)
def test_only_the_alef_of_a_ligature_and_joining_controls_disappear(text):
    shaped = shape(text)
    gone = set(range(len(text))) - set(shaped.offsets)

    assert {text[index] for index in gone} <= set("اأإآ\u200c\u200d")


@given(ARABIC)
def test_shaping_word_by_word_is_shaping_the_whole(text):
    assert " ".join(shape(word).text for word in text.split(" ")) == shape(text).text


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("می\u200cروم", "\ufee3\ufbfd\u200cروم"),
        ("خانه\u200cها", "خا\ufee7\ufeea\u200cها"),
        ("کتاب\u200cهای ما", "کتا\ufe8f\u200cهای ما"),
        ("روزنامه\u200cنگار\u200cها", "روزنا\ufee3\ufeea\u200cنگار\u200cها"),
        ("سلام", "سلام"),
    ],
)
def test_letters_before_a_zwnj_are_parted_by_their_forms(text, parted):
    assert part_at_zwnj(text) == parted


@given(st.text() | ARABIC)
def test_parting_keeps_the_length(text):
    assert len(part_at_zwnj(text)) == len(text)


def test_joining_types_are_those_of_the_database():
    path = WHOLE / "ArabicShaping.txt"
    if not path.exists():
        pytest.skip(f"no {path}")
    listed = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        code, *fields = (field.strip() for field in line.partition("#")[0].split(";"))
        if code and fields[1] in "DRC":
            listed[chr(int(code, 16))] = fields[1]
    arabic = {char: kind for char, kind in listed.items() if is_arabic(char) or char == "\u200d"}

    assert len(arabic) > 250
    assert arabic == joining_types()


def is_arabic(char):
    """Whether the running Python knows a letter of the Arabic blocks."""
    blocks = "\u0600" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f" or "\u0860" <= char <= "\u08ff"
    return blocks and unicodedata.category(char) != "Cn"
