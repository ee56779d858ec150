"""Language packs: what the quote rules must know of a language, as data in `packs/<language>.toml`.

A language is added by its file alone. Words in a pack are written as the language writes them and are folded when
the file is loaded; a phrase is words parted by single spaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from briefing.text.packs.phrases import Phrases

Order = Literal["VSO", "SVO", "V2", "SOV"]
"""Where the speaker stands beside a reporting verb: after it, before it, either (verb second), first in its clause."""

Gender = Literal["masculine", "feminine", "plural", "neuter"]
"""What a verb form or a pronoun says of its subject."""

ORDERS = ("VSO", "SVO", "V2", "SOV")
GENDERS: tuple[Gender, ...] = ("masculine", "feminine", "plural", "neuter")


class Verb(NamedTuple):
    """One form of a reporting verb; `cue` is the dictionary form."""

    cue: str
    gender: Gender | None = None
    participle: bool = False
    """The form needs the subject of another verb (قائلا, adding)."""
    describes: bool = False
    """What stands in marks is what the speaker calls something (وصف, called)."""
    weak: bool = False
    """A homograph or a verb of much wider use: it reports only right beside a quote, a colon or a complementiser."""
    relative: bool = False
    """The form stands before its subject as a relative clause (diyen X)."""
    behind: bool = False
    """It reports only right behind a quotation („…“, so X)."""
    bare: bool = False
    """The form is the verb's stem, which may also be a noun ("a message", "his home state")."""
    subjectless: bool = False
    """Its subject is always somebody named before (по его словам)."""


@dataclass(frozen=True, slots=True, eq=False)
class LanguagePack:
    """A language's words for the quote rules; every word is folded, `Phrases` may hold several words each."""

    language: str
    order: Order
    capitals: bool
    """Names are written with a capital letter."""
    single_marks: bool
    """‘…’ and '…' are quotation marks."""
    articles: tuple[str, ...]
    """Shapes of a definite article written as one word with its noun, the bare one first; empty if there is none."""
    proclitics: tuple[str, ...]
    """Conjunctions written as one word with what follows; the first one also joins nouns."""
    adverb_endings: tuple[str, ...]
    """Endings of words that stand between a subject and its verb (-ly)."""
    letters: frozenset[str]
    """Prefixes that may stand apart before a quotation mark: بـ “…”."""
    addressee: str
    """A prefix that marks whom one speaks to, or empty."""
    verbs: Mapping[str, Verb]
    """Every written form, folded, of one or several words."""
    verb_phrases: Phrases
    actions: frozenset[str]
    """Forms of verbs that report nothing: no name and no phrase goes on over one."""
    common: frozenset[str]
    """Words of the press that no personal name holds: a name ends before them and none begins so (مشروع, جديد)."""
    words: Mapping[str, Phrases]
    """Lists of words and phrases by their key in the table [words]."""
    pronouns: Mapping[str, Gender | None]
    """Third-person pronoun -> what it says of the person; None for one that says nothing (وی)."""
    abbreviations: frozenset[str]
    """Words whose point ends no sentence."""
    given: frozenset[str]
    """Given names, as written, that fold like a preposition (علي)."""
    spaces: bool = True
    """Words are parted by spaces; if not, they are told apart by the pack's own words."""
    nouns_capitalised: bool = False
    """Common nouns are written with a capital letter too."""
    elisions: frozenset[str] = frozenset()
    """Words written as one with the next by an apostrophe (l', d')."""
    case_mark: bool = False
    """An apostrophe parts a name from its case ending (Ankara'da)."""
    heads_first: bool = False
    """Adjectives and complements follow their noun (préfecture maritime)."""
    bare_titles: bool = False
    """A title without any article can mean somebody named before (уточнила чиновница)."""
    pro_drop: bool = False
    """A verb without subject goes on with the subject of the sentence before."""
    participles: Mapping[str, Verb] = field(default_factory=dict)
    """Second words of verb forms that begin with an auxiliary, for «a, de son côté, appelé»."""
    insertions: frozenset[str] = frozenset()
    """"dash", "comma": what parts a reporting clause from the words inside the same marks («A, — said X. — B»)."""
    title_endings: tuple[str, ...] = ()
    """Endings of words that are job titles (-minister)."""
    organisation_endings: tuple[str, ...] = ()
    """Endings of words that are kinds of organisations (-ministerium)."""
    person_endings: tuple[str, ...] = ()
    """Endings of words that mean somebody named before (the 24-year-old)."""
    participle_endings: tuple[str, ...] = ()
    """Endings of words that open a clause before the main one (Appearing shaken, …)."""
    possessive_endings: tuple[str, ...] = ()
    """Endings of nouns and verbs that no name has (ها, هم)."""
    present: frozenset[str] = frozenset()
    """First letters of verbs that no noun is spelt like: the past كشف is one, the present يكشف is none."""
    name_openings: tuple[str, ...] = (" ",)
    """How names begin that look like a word with a proclitic (وي in ويلسون), as written."""
    verb_endings: tuple[str, ...] = ()
    """Endings of verb forms that show one behind a quotation and a name (-ed)."""
    prefixes: tuple[str, ...] = ()
    """Prepositions written as one word with what follows: before a body they do not belong to its name (במשרד)."""
    name_endings: tuple[tuple[str, str], ...] = ()
    """Case endings of names and what the nominative has instead (ского -> ский), longest first."""
