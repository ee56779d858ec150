"""The one sanitiser: outside text in, text that cannot act on a terminal out.

It runs on decoded text when an article comes in, and again where text is handed to a terminal.
Policy, by Unicode code point:

- line ends (CR LF, CR, NEL, VT, FF, U+2028, U+2029) become LF; TAB becomes a space;
- other C0 and C1 controls, ESC, DEL, surrogates and noncharacters become U+FFFD, so that one sees
  that something stood there;
- characters that are invisible and only steer display (bidi embeddings, overrides and isolates,
  zero-width space, joiners of words, BOM, soft hyphen, Hangul fillers, tags, annotation marks)
  are removed;
- ZWNJ and ZWJ (Persian, Urdu, Indic spelling), LRM, RLM and ALM stay, and so do harakat;
- a run of nonspacing marks is cut to 8, more than any spelling uses.

Sources: ECMA-48 (controls), UAX#9 (bidi controls), CVE-2021-42574 (Trojan Source), CVE-2021-26937 (combining runs).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NewType

from briefing.text.letters import without_ascii

if TYPE_CHECKING:
    from collections.abc import Iterable

SafeText = NewType("SafeText", str)
"""Text that has passed `clean`; nothing else may be written to a terminal."""

MARKS_KEPT = 8
"""Nonspacing marks kept on one base character."""

NONSPACING = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    r"\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0859-\u085b"
    r"\u0898-\u089f\u08ca-\u08e1\u08e3-\u0902\u093a\u093c\u0941-\u0948\u094d\u0951-\u0957\u0962-\u0963"
    r"\u0981\u09bc\u09c1-\u09c4\u09cd\u09e2-\u09e3\u09fe\u0a01-\u0a02\u0a3c\u0a41-\u0a42\u0a47-\u0a48"
    r"\u0a4b-\u0a4d\u0a51\u0a70-\u0a71\u0a75\u0a81-\u0a82\u0abc\u0ac1-\u0ac5\u0ac7-\u0ac8\u0acd"
    r"\u0ae2-\u0ae3\u0afa-\u0aff\u0b01\u0b3c\u0b3f\u0b41-\u0b44\u0b4d\u0b55-\u0b56\u0b62-\u0b63\u0b82"
    r"\u0bc0\u0bcd\u0c00\u0c04\u0c3c\u0c3e-\u0c40\u0c46-\u0c48\u0c4a-\u0c4d\u0c55-\u0c56\u0c62-\u0c63"
    r"\u0c81\u0cbc\u0cbf\u0cc6\u0ccc-\u0ccd\u0ce2-\u0ce3\u0d00-\u0d01\u0d3b-\u0d3c\u0d41-\u0d44\u0d4d"
    r"\u0d62-\u0d63\u0d81\u0dca\u0dd2-\u0dd4\u0dd6\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    r"\u0ec8-\u0ecd\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f71-\u0f7e\u0f80-\u0f84\u0f86-\u0f87\u0f8d-\u0f97"
    r"\u0f99-\u0fbc\u0fc6\u102d-\u1030\u1032-\u1037\u1039-\u103a\u103d-\u103e\u1058-\u1059\u105e-\u1060"
    r"\u1071-\u1074\u1082\u1085-\u1086\u108d\u109d\u135d-\u135f\u1712-\u1714\u1732-\u1733\u1752-\u1753"
    r"\u1772-\u1773\u17b4-\u17b5\u17b7-\u17bd\u17c6\u17c9-\u17d3\u17dd\u180b-\u180d\u180f\u1885-\u1886"
    r"\u18a9\u1920-\u1922\u1927-\u1928\u1932\u1939-\u193b\u1a17-\u1a18\u1a1b\u1a56\u1a58-\u1a5e\u1a60"
    r"\u1a62\u1a65-\u1a6c\u1a73-\u1a7c\u1a7f\u1ab0-\u1ace\u1b00-\u1b03\u1b34\u1b36-\u1b3a\u1b3c\u1b42"
    r"\u1b6b-\u1b73\u1b80-\u1b81\u1ba2-\u1ba5\u1ba8-\u1ba9\u1bab-\u1bad\u1be6\u1be8-\u1be9\u1bed"
    r"\u1bef-\u1bf1\u1c2c-\u1c33\u1c36-\u1c37\u1cd0-\u1cd2\u1cd4-\u1ce0\u1ce2-\u1ce8\u1ced\u1cf4"
    r"\u1cf8-\u1cf9\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302d\u3099-\u309a"
    r"\ua66f-\ua672\ua674-\ua67d\ua69e-\ua69f\ua6f0-\ua6f1\ua802\ua806\ua80b\ua825-\ua826\ua82c"
    r"\ua8c4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua951\ua980-\ua982\ua9b3\ua9b6-\ua9b9"
    r"\ua9bc-\ua9bd\ua9e5\uaa29-\uaa2e\uaa31-\uaa32\uaa35-\uaa36\uaa43\uaa4c\uaa7c\uaab0\uaab2-\uaab4"
    r"\uaab7-\uaab8\uaabe-\uaabf\uaac1\uaaec-\uaaed\uaaf6\uabe5\uabe8\uabed\ufb1e\ufe00-\ufe0f"
    r"\ufe20-\ufe2f"
)
"""Body of a regular-expression class: general categories Mn and Me of the BMP (Unicode 14)."""

_ASTRAL_NONSPACING = (
    r"\U000101fd\U000102e0\U00010376-\U0001037a\U00010a01-\U00010a03\U00010a05-\U00010a06"
    r"\U00010a0c-\U00010a0f\U00010a38-\U00010a3a\U00010a3f\U00010ae5-\U00010ae6\U00010d24-\U00010d27"
    r"\U00010eab-\U00010eac\U00010f46-\U00010f50\U00010f82-\U00010f85\U00011001\U00011038-\U00011046"
    r"\U00011070\U00011073-\U00011074\U0001107f-\U00011081\U000110b3-\U000110b6\U000110b9-\U000110ba"
    r"\U000110c2\U00011100-\U00011102\U00011127-\U0001112b\U0001112d-\U00011134\U00011173"
    r"\U00011180-\U00011181\U000111b6-\U000111be\U000111c9-\U000111cc\U000111cf\U0001122f-\U00011231"
    r"\U00011234\U00011236-\U00011237\U0001123e\U000112df\U000112e3-\U000112ea\U00011300-\U00011301"
    r"\U0001133b-\U0001133c\U00011340\U00011366-\U0001136c\U00011370-\U00011374\U00011438-\U0001143f"
    r"\U00011442-\U00011444\U00011446\U0001145e\U000114b3-\U000114b8\U000114ba\U000114bf-\U000114c0"
    r"\U000114c2-\U000114c3\U000115b2-\U000115b5\U000115bc-\U000115bd\U000115bf-\U000115c0"
    r"\U000115dc-\U000115dd\U00011633-\U0001163a\U0001163d\U0001163f-\U00011640\U000116ab\U000116ad"
    r"\U000116b0-\U000116b5\U000116b7\U0001171d-\U0001171f\U00011722-\U00011725\U00011727-\U0001172b"
    r"\U0001182f-\U00011837\U00011839-\U0001183a\U0001193b-\U0001193c\U0001193e\U00011943"
    r"\U000119d4-\U000119d7\U000119da-\U000119db\U000119e0\U00011a01-\U00011a0a\U00011a33-\U00011a38"
    r"\U00011a3b-\U00011a3e\U00011a47\U00011a51-\U00011a56\U00011a59-\U00011a5b\U00011a8a-\U00011a96"
    r"\U00011a98-\U00011a99\U00011c30-\U00011c36\U00011c38-\U00011c3d\U00011c3f\U00011c92-\U00011ca7"
    r"\U00011caa-\U00011cb0\U00011cb2-\U00011cb3\U00011cb5-\U00011cb6\U00011d31-\U00011d36\U00011d3a"
    r"\U00011d3c-\U00011d3d\U00011d3f-\U00011d45\U00011d47\U00011d90-\U00011d91\U00011d95\U00011d97"
    r"\U00011ef3-\U00011ef4\U00016af0-\U00016af4\U00016b30-\U00016b36\U00016f4f\U00016f8f-\U00016f92"
    r"\U00016fe4\U0001bc9d-\U0001bc9e\U0001cf00-\U0001cf2d\U0001cf30-\U0001cf46\U0001d167-\U0001d169"
    r"\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001d242-\U0001d244"
    r"\U0001da00-\U0001da36\U0001da3b-\U0001da6c\U0001da75\U0001da84\U0001da9b-\U0001da9f"
    r"\U0001daa1-\U0001daaf\U0001e000-\U0001e006\U0001e008-\U0001e018\U0001e01b-\U0001e021"
    r"\U0001e023-\U0001e024\U0001e026-\U0001e02a\U0001e130-\U0001e136\U0001e2ae\U0001e2ec-\U0001e2ef"
    r"\U0001e8d0-\U0001e8d6\U0001e944-\U0001e94a"
)
"""The same beyond the BMP, apart because a class with astral ranges is ten times slower."""

_LINE_END = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_CONTROL = (
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_INVISIBLE = (
    "[\xad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
_LONG_MARKS = f"([{NONSPACING}{_ASTRAL_NONSPACING}]{{{MARKS_KEPT}}})[{NONSPACING}{_ASTRAL_NONSPACING}]+"

_SUSPECT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u115f\u1160\u180e\u200b\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff]"
)
"""A first look at the BMP that lets nearly every text through in one pass; wider than what is changed."""

_FILLERS = "\u115f\u1160\u3164\uffa0"
_SELECTORS = re.compile("[\U000e0000-\U000e0fff]")
"""What is changed though Python calls it printable: fillers, which are letters, and variation selectors."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

_CROWDING = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711-\u1dff"
    "\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302d\u3099\u309a\ua66f-\uabff\ufb1e\ufe00-\ufe2f"
    "\U00010000-\U0010ffff]"
)
"""All marks, and for brevity the letters of scripts that have many."""


@cache
def _perhaps_crowded() -> re.Pattern[str]:
    """A first look for heaps of marks; the exact class costs as much to compile as all the rest of a short command.

    The first mark stands apart, since a search skips to what a single class holds but not to what a repeated one does.
    """
    return re.compile(f"{_CROWDING}{_CROWDING}{{{MARKS_KEPT}}}")


def clean(text: str) -> SafeText:
    """Text with every character that could act on a terminal taken out, by the policy above.

    The result is a fixed point: `clean(clean(x)) == clean(x)`. Its length may differ from the
    input's, so offsets are only ever counted in cleaned text.
    """
    if text.isascii() and text.isprintable():
        return SafeText(text)
    if _is_suspect(text):
        text = re.sub(_LINE_END, "\n", text).replace("\t", " ")
        text = re.sub(_CONTROL, "\ufffd", re.sub(_INVISIBLE, "", text))
    if not text.isascii() and _perhaps_crowded().search(text):
        text = re.sub(_LONG_MARKS, r"\1", text)
    return SafeText(text)


def _is_suspect(text: str) -> bool:
    """Whether a text can hold what is changed; a printable one holds no control, format or unassigned character."""
    if not text.isprintable():
        return _SUSPECT.search(text) is not None or _ASTRAL.search(text) is not None
    if any(filler in text for filler in _FILLERS):
        return True
    # Encoding tells faster than a search that all is in the BMP.
    return len(text.encode("utf-16-le")) > 2 * len(text) and _SELECTORS.search(text) is not None


def clean_line(text: str) -> SafeText:
    """`clean`, on one line: runs of white space and line ends become one space, the ends are bare."""
    text = clean(text)
    # A blank is the only white space that is printable.
    if text.isprintable() and "  " not in text:
        return SafeText(text.strip(" "))
    return SafeText(" ".join(text.split()))


_PRINTABLE = bytes(range(0x20, 0x7F))
_VOWEL_SIGNS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")


@cache
def _unusual() -> re.Pattern[str]:
    """All but letters, digits and marks of much written scripts that `clean_line` leaves alone, single blanks too."""
    return re.compile(
        "[^ -~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u05be\u05d0-\u05f4\u0606-\u060f\u061b-\u064a\u0660-\u066f"
        "\u0671-\u06d5\u06ee-\u06ff\u1e00-\u1fff\u200c-\u200f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2bff"
        "\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]"
    )


def clean_lines(texts: Iterable[str]) -> list[SafeText]:
    """`clean_line` of each text; one look at all of them lets most articles through."""
    lines = [text.strip(" \n") for text in texts]
    whole = "|".join(lines)
    unusual = _unusual().findall(without_ascii(whole, _PRINTABLE))
    crowded = len(unusual) > MARKS_KEPT and _perhaps_crowded().search(whole)
    if crowded or "  " in whole or not _VOWEL_SIGNS.issuperset(unusual):
        return list(map(clean_line, lines))
    return list(map(SafeText, lines))
