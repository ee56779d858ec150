"""Characters that are mirrored in right-to-left text (UAX#9 L4), and which of them are paired brackets (BD14, BD15)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

_PAIRS: Final = (
    "()<>[]{}«»༺༻༼༽᚛᚜‹›⁅⁆⁽⁾₍₎∈∋∉∌∊∍∕⧵∟⯾∠⦣∡⦛∢⦠∤⫮∼∽≃⋍≅≌≒≓≔≕≤≥≦≧≨≩≪≫≮≯≰≱≲≳≴≵≶≷≸≹≺≻≼≽≾≿⊀⊁⊂⊃⊄⊅⊆⊇⊈⊉⊊⊋⊏⊐⊑⊒⊘⦸⊢⊣⊦⫞⊨⫤⊩⫣⊫⫥⊰⊱⊲⊳⊴⊵"
    "⊶⊷⊸⟜⋉⋊⋋⋌⋐⋑⋖⋗⋘⋙⋚⋛⋜⋝⋞⋟⋠⋡⋢⋣⋤⋥⋦⋧⋨⋩⋪⋫⋬⋭⋰⋱⋲⋺⋳⋻⋴⋼⋶⋽⋷⋾⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟃⟄⟅⟆⟈⟉⟋⟍⟕⟖⟝⟞⟢⟣⟤⟥⟦⟧⟨⟩⟪⟫⟬⟭"
    "⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦎⦏⦑⦒⦓⦔⦕⦖⦗⦘⦤⦥⦨⦩⦪⦫⦬⦭⦮⦯⧀⧁⧄⧅⧏⧐⧑⧒⧔⧕⧘⧙⧚⧛⧨⧩⧸⧹⧼⧽⨫⨬⨭⨮⨴⨵⨼⨽⩤⩥⩹⩺⩻⩼⩽⩾⩿⪀⪁⪂⪃⪄⪅⪆⪇⪈⪉⪊⪋⪌⪍⪎⪏⪐⪑⪒⪓⪔⪕⪖"
    "⪗⪘⪙⪚⪛⪜⪝⪞⪟⪠⪡⪢⪦⪧⪨⪩⪪⪫⪬⪭⪯⪰⪱⪲⪳⪴⪵⪶⪷⪸⪹⪺⪻⪼⪽⪾⪿⫀⫁⫂⫃⫄⫅⫆⫇⫈⫉⫊⫋⫌⫍⫎⫏⫐⫑⫒⫓⫔⫕⫖⫬⫭⫷⫸⫹⫺⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜"
    "\u3008\u3009《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞﹤﹥（）＜＞［］｛｝｟｠｢｣"
)
"""Each character beside its mirror image (BidiMirroring.txt, Unicode 15)."""

MIRRORS: Final = {
    **dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)),
    **dict(zip(_PAIRS[1::2], _PAIRS[::2], strict=True)),
}
"""For each mirrored character the one that looks like its reflection."""

_MIRROR_CODES: Final = str.maketrans(MIRRORS)


def mirrored(text: str) -> str:
    """The text with each mirrored character replaced by its mirror image; as long as the text."""
    return text.translate(_MIRROR_CODES)


@cache
def bracket_pairs() -> dict[str, str]:
    """For each opening bracket its closing one, in canonical form (BidiBrackets.txt).

    By definition these are the mirrored characters of class ON that are opening punctuation.
    """
    return {
        opening: canonical(closing)
        for opening, closing in MIRRORS.items()
        if unicodedata.category(opening) == "Ps" and unicodedata.bidirectional(opening) == "ON"
    }


@cache
def bracket_pattern() -> re.Pattern[str]:
    """One opening or closing bracket, the opening one as group 1."""
    opening = "".join(map(re.escape, bracket_pairs()))
    closing = "".join(re.escape(MIRRORS[char]) for char in bracket_pairs())
    return re.compile(f"([{opening}])|[{closing}]")


def canonical(bracket: str) -> str:
    """The bracket that a canonically equivalent one stands for (U+2329 and U+232A are U+3008 and U+3009)."""
    return unicodedata.normalize("NFC", bracket)
