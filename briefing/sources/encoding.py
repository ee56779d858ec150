"""Bytes to text: which encoding a source is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKS = "’‘“”«»–—…"
_ARABIC, _CYRILLIC = "اليمونرتبةعدس", "оеаинтсрвл"
_HAN = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也对生能而子得于着下自之年过发后作里新日报道记者"
_ALONE = "(?<![A-Za-z])[{}](?![A-Za-z])"
_AMONG_LATIN = "(?<=[A-Za-z])[{0}](?![À-ÿ])|(?<![À-ÿ])[{0}](?=[A-Za-z])"
_LIKELY = {
    name: (re.compile(form.format(letters)), usual)
    for name, form, letters, usual in (
        ("windows-1256", _ALONE, _ARABIC, 0.78),
        ("iso8859_6", _ALONE, _ARABIC, 0.79),
        ("windows-1251", _ALONE, _CYRILLIC, 0.64),
        ("koi8_r", _ALONE, _CYRILLIC, 0.64),
        ("windows-1255", _ALONE, "יוהלאמתרבש", 0.70),
        ("windows-1253", _ALONE, "αοιετσνηυρ", 0.68),
        ("gb18030", _ALONE, _HAN, 0.25),
        ("windows-1252", _AMONG_LATIN, "à-öø-ÿÀ-ÖØ-Þß", 0.9),
        ("windows-1254", _AMONG_LATIN, "çğıöşüÇĞİÖŞÜ", 0.88),
    )
}
"""For each encoding letters as its languages have them, and their usual share of what is not ASCII in its texts."""

_SUPERSETS = {
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
"""What stands behind a declared name in practice (WHATWG Encoding Standard, labels)."""

_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_XML_CHARSET = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_:.-]{2,40})["']""")
_DOUBLED = re.compile("[\x80-\x9f]|â€")
_AS_LATIN_1 = {
    ord(char): byte for byte in range(0x80, 0xA0) if (char := bytes((byte,)).decode("cp1252", errors="ignore"))
}
_SAMPLE = 20_000
_WIDE_SAMPLE = re.compile("[\t\n\r -~\xa0-\u06ff\u200b-\u206f\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")
_WIDE_SHARE = 0.98
_WIDE_BLANKS = 0.002


def undoubled(text: str) -> str:
    """What was UTF-8, taken for ISO-8859-1 or Windows-1252, and encoded once more, as it was meant.

    Any other text as it is: only what holds a C1 control or `â€`, which nobody writes, and is UTF-8 as a whole.
    """
    if not _DOUBLED.search(text):
        return text
    try:
        return text.translate(_AS_LATIN_1).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def decode(content: bytes, declared: str | None = None) -> str:
    """Text of some bytes: by byte order mark, by UTF-8, by the declared name, else by the likeliest Windows code page.

    Never fails: a byte that fits no reading becomes U+FFFD.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    if wide := _wide(content):
        return content.decode(wide, errors="replace")
    names = ["utf-8", *([_superset(declared)] if declared and _is_known(declared) else [])]
    if _is_seven_bit(names[-1]):
        names.reverse()
    for name in names:
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    if len(names) > 1 or _is_mostly_utf8(content):
        return content.decode(names[-1], errors="replace")
    return content.decode(_likeliest(content), errors="replace")


def declared_in_page(content: bytes) -> str | None:
    """The encoding an HTML page names in its first 4 KiB, in an XML declaration or a meta tag."""
    found = _XML_CHARSET.match(content[:400].lstrip()) or _META_CHARSET.search(content[:4096])
    return found[1].decode("ascii") if found else None


def is_binary(content: bytes) -> bool:
    """Whether bytes are no text in any encoding read here: NUL or many control bytes, and no byte order mark."""
    sample = content[:_SAMPLE]
    if any(sample.startswith(mark) for mark, _ in _BOMS) or _wide(sample):
        return False
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\v\f\r\x1b\x85")
    return b"\0" in sample or controls > len(sample) * 0.02


def _is_known(name: str) -> bool:
    """Whether a name is that of a text encoding, and of one that does not read any bytes as ASCII-compatible code."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return info.name not in {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape"} and _is_text(info)


def _is_seven_bit(name: str) -> bool:
    """Whether an encoding writes other scripts in ASCII bytes, so that UTF-8 would read it without complaint."""
    return codecs.lookup(name).name.startswith(("iso2022", "hz"))


def _is_text(info: codecs.CodecInfo) -> bool:
    return bool(getattr(info, "_is_text_encoding", True))


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether UTF-8 was damaged in places: at least nine in ten non-ASCII characters are whole."""
    text = content[:_SAMPLE].decode("utf-8", errors="replace")
    beyond = sum(1 for character in text if character > "\x7f")
    return beyond > 0 and text.count("\ufffd") <= beyond // 10


def _superset(name: str) -> str:
    """The encoding that a declared name stands for in practice."""
    known = codecs.lookup(name).name
    return _SUPERSETS.get(known, known)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a byte order mark: two bytes a character, nearly all of them of common scripts, and blanks."""
    sample = content[: _SAMPLE & ~1]
    if b"\0" not in sample:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = sample.decode(name, errors="replace")
        if text and len(_WIDE_SAMPLE.findall(text)) >= _WIDE_SHARE * len(text) and _has_blanks(text):
            return name
    return None


def _has_blanks(text: str) -> bool:
    return sum(text.count(blank) for blank in " \n\u3000") >= _WIDE_BLANKS * len(text)


def _likeliest(content: bytes) -> str:
    """The encoding under which most of what is not ASCII are common letters of its languages."""
    return max(_LIKELY, key=lambda name: _plausibility(content[:_SAMPLE], name))


def _plausibility(sample: bytes, name: str) -> float:
    """The share of a reading's characters beyond ASCII that its languages use, of what is usual; 1 is a good text."""
    text = sample.decode(name, errors="replace")
    beyond = sum(1 for character in text if character > "\x7f" and character not in _MARKS)
    if not beyond:
        return 0.0
    pattern, usual = _LIKELY[name]
    return len(pattern.findall(text)) / beyond / usual
