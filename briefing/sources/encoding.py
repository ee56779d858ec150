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
_LEGACY = ("windows-1256", "windows-1251", "windows-1252")
_EXPECTED = {
    "windows-1256": re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]{2,}"),
    "windows-1251": re.compile("[А-ЯЁІЇЄ]?[а-яёіїєґ]{2,}|[А-ЯЁІЇЄ]{2,}"),
    "windows-1252": re.compile("(?<=[a-z])[ß-öø-ÿ](?![À-ÿ])|(?<![À-ÿ])[À-ÿ](?=[a-z])"),
}
"""Letters beyond ASCII as words of a language in that encoding have them."""

_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_SAMPLE = 20_000


def decode(content: bytes, declared: str | None = None) -> str:
    """Text of some bytes: by byte order mark, by UTF-8, by the declared name, else by the likeliest Windows code page.

    Never fails: a byte that fits no reading becomes U+FFFD.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    names = ["utf-8", *([declared] if declared and _is_known(declared) else [])]
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
    """The encoding an HTML page names in its first 4 KiB."""
    found = _META_CHARSET.search(content[:4096])
    return found[1].decode("ascii") if found else None


def is_binary(content: bytes) -> bool:
    """Whether bytes are no text in any encoding read here: NUL or many control bytes, and no byte order mark."""
    sample = content[:_SAMPLE]
    if any(sample.startswith(mark) for mark, _ in _BOMS):
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


def _likeliest(content: bytes) -> str:
    """The code page under which most of the bytes beyond ASCII stand in words of its languages."""
    return max(_LEGACY, key=lambda name: _plausibility(content[:_SAMPLE], name))


def _plausibility(sample: bytes, name: str) -> int:
    return sum(len(run) for run in _EXPECTED[name].findall(sample.decode(name, errors="replace")))
