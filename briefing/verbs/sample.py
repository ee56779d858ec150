"""The bundled sample: three articles in Arabic, English and Persian.

They were written for this program, and the people in them are invented.
"""

from __future__ import annotations

from importlib.resources import files

from briefing.library import Library

SAMPLE = ("talks.ar.txt", "strike.en.txt", "dust.fa.txt")
"""Files of the sample in the order of their numbers."""


def add_sample(library: Library) -> None:
    """Puts the sample into a library; articles that are there already keep their numbers and marks."""
    from briefing.sources.plain import read_plain

    folder = files("briefing").joinpath("sample")
    for name in SAMPLE:
        library.add(read_plain(folder.joinpath(name).read_text(encoding="utf-8")))
