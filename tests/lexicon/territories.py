"""Writes `briefing/text/data/territories.tsv` from the names in Babel's copy of the Unicode CLDR.

Run `python -m tests.lexicon.territories` when Babel is newer. Territories that the curated lexicon knows by
their code keep its id and label; of the others the id is made from the English name.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from babel import Locale

DATA = Path(__file__).parents[2] / "briefing" / "text" / "data"
LANGUAGES = ("en", "ar", "fa", "he", "ur", "tr", "ru", "fr", "es", "de", "zh")
REGIONS = ("005", "009", "011", "013", "014", "029", "030", "035", "053", "061", "151", "154", "202")
"""UN M.49 regions that news names, beside those of the curated lexicon."""

LEFT_OUT = frozenset(("AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IO", "QO", "SJ", "TA", "TF", "UM"))
NO_PLACE = frozenset(("UN", "XA", "XB", "ZZ"))

HOMOGRAPHS = frozenset(
    (
        *(("ar", "ML"), ("ar", "MT"), ("ar", "NU"), ("fa", "ML"), ("fa", "PE"), ("fa", "MU"), ("fa", "TO")),
        *(("ur", "ML"), ("ur", "CL"), ("ur", "FJ"), ("ur", "GN"), ("ur", "TD"), ("he", "TG"), ("he", "PW")),
        *(("ru", "TG"), ("tr", "ML"), ("tr", "TO"), ("fr", "MU"), ("en", "JE"), ("de", "TO"), ("es", "TO")),
        *(("ar", "JE"), ("ur", "JE"), ("he", "ML")),
    )
)
"""Names that are first of all another word of that language: Mali and "financial", Togo and «того», Chile and «چلی»."""

_RUSSIAN_ISLANDS = (("о-ва", "острова"), ("о-в", "остров"))
_BRACKETS = re.compile(r"\s*[(\uff08].*?[)\uff09]")


def main() -> None:
    """Writes the file."""
    known = _known()
    lines = ["\t".join(("id", "kind", "code", "label", "short", *LANGUAGES))]
    lines += [_line(code, known) for code in _codes()]
    (DATA / "territories.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _codes() -> list[str]:
    every = Locale("en").territories
    kept = [code for code in every if code.isalpha() and code not in LEFT_OUT | NO_PLACE]
    return sorted({*kept, *REGIONS})


def _known() -> dict[str, tuple[str, str]]:
    """Id and label of the curated places by code."""
    rows = [line.split("\t") for line in (DATA / "lexicon.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    return {row[2]: (row[0], row[3]) for row in rows if row[1] == "place" and row[2]}


def _line(code: str, known: dict[str, tuple[str, str]]) -> str:
    names = [_name(code, language) for language in LANGUAGES]
    english = _tidy(Locale("en").territories[code], "en")
    identifier, label = known.get(code, (f"place:{_slug(english)}", english))
    return "\t".join((identifier, "place", code, label, "", *names))


def _name(code: str, language: str) -> str:
    return "" if (language, code) in HOMOGRAPHS else _tidy(Locale(language).territories.get(code, ""), language)


def _tidy(name: str, language: str) -> str:
    """A name as news writes it: without a remark in brackets, with whole words for abbreviations."""
    name = re.split("،| SAR ", _BRACKETS.sub("", name))[0].replace(" - ", " ").strip()
    if language == "en":
        name = name.replace("&", "and").replace("St. ", "Saint ")
    if language == "ru":
        for short, whole in _RUSSIAN_ISLANDS:
            name = name.replace(short, whole)
    return name


def _slug(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return re.sub("[^a-z0-9]+", "-", plain.replace("'", "").replace("’", "")).strip("-")


if __name__ == "__main__":
    main()
