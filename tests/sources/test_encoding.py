"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.encoding import declared_in_page, decode, is_binary, undoubled

TEXTS = {
    "windows-1256": "قال الوزير إن السفينة وصلت إلى الميناء بعد ثلاثة أيام",
    "windows-1251": "Министр сказал, что корабль вошёл в порт после бури",
    "iso-8859-6": "قال الوزير إن السفينة وصلت إلى الميناء بعد ثلاثة أيام",
    "koi8-r": "Министр сказал, что корабль вошёл в порт после бури",
    "gb18030": "部长说，这艘船在三天的风暴之后进入了港口，我们的人民都很好。",
    "windows-1255": "השר אמר כי הספינה הגיעה לנמל לאחר שלושה ימים",
    "windows-1253": "Ο υπουργός δήλωσε ότι το πλοίο έφτασε στο λιμάνι μετά από τρεις μέρες",
    "windows-1254": "Bakan geminin üç günlük fırtınadan sonra limana ulaştığını söyledi",
    "windows-1252": "Le ministre a déclaré que le navire était entré à Göteborg après la tempête",
}


@pytest.mark.parametrize("name", TEXTS)
def test_an_encoding_is_told_by_the_letters_of_its_languages(name: str) -> None:
    assert decode(TEXTS[name].encode(name)) == TEXTS[name]


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_told_by_its_form(name: str) -> None:
    text = TEXTS["windows-1256"]
    assert decode(text.encode(name)) == text


def test_the_declared_encoding_is_read() -> None:
    assert decode("Žluťoučký kůň".encode("iso-8859-2"), "ISO-8859-2") == "Žluťoučký kůň"
    assert decode("嵐のあと".encode("iso2022_jp"), "iso-2022-jp") == "嵐のあと"


def test_utf8_is_read_whatever_is_declared() -> None:
    assert decode("سفينة".encode(), "windows-1252") == "سفينة"


@pytest.mark.parametrize("name", ["no-such-encoding", "base64", "utf-7", "\0"])
def test_a_declaration_that_names_no_text_encoding_is_not_followed(name: str) -> None:
    assert decode(b"plain", name) == "plain"


def test_damaged_utf8_stays_utf8() -> None:
    content = "السفينة وصلت إلى الميناء بعد ثلاثة أيام".encode()
    assert decode(content + b"\xff") == content.decode() + "\ufffd"


def test_a_page_names_its_encoding() -> None:
    assert declared_in_page(b'<html><head><meta charset="windows-1256">') == "windows-1256"
    assert declared_in_page(b'<META http-equiv=Content-Type content="text/html; charset=koi8-r">') == "koi8-r"
    assert declared_in_page(b'<?xml version="1.0" encoding="ISO-8859-6"?><html>') == "ISO-8859-6"
    assert declared_in_page(b"<html><p>charset=utf-8") is None


def test_a_declared_name_stands_for_what_is_used_under_it() -> None:
    assert decode("“été”".encode("windows-1252"), "iso-8859-1") == "“été”"
    assert decode("镕".encode("gb18030"), "gb2312") == "镕"


def test_bytes_with_nul_are_binary_and_utf16_with_its_mark_is_not() -> None:
    assert is_binary(b"\x89PNG\r\n\x1a\n\0\0")
    assert not is_binary("text".encode("utf-16"))
    assert not is_binary("some text of words".encode("utf-16-le"))
    assert not is_binary("نص\n".encode())


@given(st.binary(max_size=300), st.none() | st.text(max_size=12))
def test_any_bytes_decode(content: bytes, declared: str | None) -> None:
    assert isinstance(decode(content, declared), str)


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_what_was_encoded_twice_is_read_as_it_was_meant(wrong):
    meant = "Dockers’ deal… “won”" if wrong == "cp1252" else "فاز العمال… «كشمير»"
    # What Windows-1252 leaves open is taken as ISO-8859-1 has it.
    doubled = "".join(
        bytes((byte,)).decode(wrong if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1") for byte in meant.encode()
    )

    assert undoubled(doubled) == meant


@pytest.mark.parametrize("text", ["CAFÉ’S É” Â»", "â la carte", "naïve «École»", "حديث", "broken \x80 and é", "Ã©"])
def test_what_was_encoded_once_stays(text):
    assert undoubled(text) == text
