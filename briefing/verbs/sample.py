"""The bundled sample: three articles written for this program, in Arabic, English and Persian. Their people are invented."""

from __future__ import annotations

from importlib.resources import files

from briefing.library import Library

SAMPLE = ("dust.fa.txt", "strike.en.txt", "talks.ar.txt")
"""Files of the sample in the order they are taken in; the last one stands first in lists."""


def add_sample(library: Library) -> None:
    """Puts the sample into a library; articles that are there already keep their numbers and marks."""
    from briefing.sources.plain import read_plain

    folder = files("briefing").joinpath("sample")
    for name in reversed(SAMPLE):
        library.add(read_plain(folder.joinpath(name).read_text(encoding="utf-8")))
