"""What a valid language pack lacks or doubles: remarks for whoever writes one."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.text.packs.pack import LanguagePack

_WANTED = {
    "complementisers": "clauses behind «that» are not told from phrases",
    "prepositions": "a subject's phrase does not end at one",
    "titles": "titles are taken for names",
    "organisations": "no ministry or party speaks",
    "anonymous": "«sources» and «officials» are taken for names",
    "first_person": "no run-on tail is certain",
    "naming": "titles of works and names of papers in marks are taken for quotes",
    "roles": "«the minister» is never the last speaker",
}
"""Lists every language has, and what goes wrong without them."""


def remarks(pack: LanguagePack) -> Iterator[str]:
    """One sentence for each thing that is missing or stands in two lists that exclude each other."""
    for key, loss in _WANTED.items():
        if not pack.words[key].firsts:
            yield f"words.{key} is empty: {loss}."
    if not pack.pronouns:
        yield "pronouns is empty: «he said» names nobody."
    if not (pack.words["according"].firsts or pack.words["according_behind"].firsts):
        yield "words.according is empty: «according to X» names nobody."
    for key in ("prepositions", "complementisers", "titles", "times"):
        both = sorted(form for form in pack.verbs if " " not in form and form in pack.words[key])
        strong = [form for form in both if not pack.verbs[form].weak]
        if strong:
            named = ", ".join(strong[:8])
            yield f"Strong verbs that stand in words.{key} too: {named}; such homographs want weak = true."
