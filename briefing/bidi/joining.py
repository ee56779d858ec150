"""How Arabic letters join, and their presentation forms.

Forms come from the decompositions that `unicodedata` knows. A letter without them (Pashto, Sindhi, Kurdish and
others) still joins, so that its neighbours take the right form, and is shown as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

ZWNJ: Final = "\u200c"
ZWJ: Final = "\u200d"
LAM: Final = "\u0644"
ALEFS: Final = frozenset("\u0622\u0623\u0625\u0627")
"""The letters that merge with a lam before them."""

_DUAL: Final = (
    "0620 0626 0628 062A-062E 0633-063F 0641-0647 0649-064A 066E-066F 0678-0687 069A-06BF 06C1-06C2 06CC 06CE"
    " 06D0-06D1 06FA-06FC 06FF 0750-0758 075C-076A 076D-0770 0772 0775-0777 077A-077F 0860 0862-0865 0868 0886"
    " 0889-088D 08A0-08A9 08AF-08B0 08B3-08B8 08BA-08C8"
)
"""Joining type D of the Arabic script (ArabicShaping.txt, Unicode 15): joins on both sides."""

_RIGHT: Final = (
    "0622-0625 0627 0629 062F-0632 0648 0671-0673 0675-0677 0688-0699 06C0 06C3-06CB 06CD 06CF 06D2-06D3 06D5"
    " 06EE-06EF 0759-075B 076B-076C 0771 0773-0774 0778-0779 0867 0869-086A 0870-0882 088E 08AA-08AC 08AE"
    " 08B1-08B2 08B9"
)
"""Joining type R: joins only with the letter before it."""

_CAUSING: Final = "0640 0883-0885 200D"
"""Joining type C: makes its neighbours join and does not change itself."""

_FORM = re.compile("<(isolated|final|initial|medial)> ([0-9A-F]{4})(?: ([0-9A-F]{4}))?$")
_BLOCKS: Final = (range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))


class Forms(NamedTuple):
    """The presentation forms of a letter or ligature; empty where it has none."""

    isolated: str = ""
    final: str = ""
    initial: str = ""
    medial: str = ""


@cache
def presentation_forms() -> dict[str, Forms]:
    """For each letter, and each lam with an alef, its forms (Arabic Presentation Forms-A and -B)."""
    found: dict[str, dict[str, str]] = {}
    for code in (code for block in _BLOCKS for code in block):
        form = _FORM.match(unicodedata.decomposition(chr(code)))
        if form:
            letters = "".join(chr(int(letter, 16)) for letter in form.groups()[1:] if letter)
            if len(letters) == 1 or (letters[0] == LAM and letters[1] in ALEFS):
                found.setdefault(letters, {})[form[1]] = chr(code)
    return {letters: Forms(**forms) for letters, forms in found.items()}


@cache
def joining_types() -> dict[str, str]:
    """The joining types `D`, `R` and `C` of the letters that have one; all others are `U` or transparent."""
    return {
        chr(code): name
        for name, ranges in (("D", _DUAL), ("R", _RIGHT), ("C", _CAUSING))
        for first_last in ranges.split()
        for code in _codes(first_last)
    }


def _codes(first_last: str) -> range:
    """The code points of `0627` or `062A-062E`."""
    first, _, last = first_last.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
