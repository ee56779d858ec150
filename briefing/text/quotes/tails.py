"""Run-on tails: sentences behind a closed quotation that still are the speaker's, though the marks ended before."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Tail
from briefing.text.cues.reader import CueReader
from briefing.text.packs.pack import LanguagePack
from briefing.text.sentences.skeleton import Sentence


class TailReader:
    """Finds tails in paragraphs of one language."""

    def __init__(self, pack: LanguagePack, cues: CueReader) -> None:
        self.pack, self.cues = pack, cues

    def read(self, following: Iterable[Sentence]) -> Tail | None:
        """The tail made by the sentences that follow a quotation in its paragraph, or None.

        It ends before the next reporting verb or quotation; it is certain only if the first person speaks in it.
        """
        tail: list[Sentence] = []
        for sentence in following:
            if sentence.spans or self._narrated(sentence):
                break
            tail.append(sentence)
        tail = [sentence for sentence in tail if any(sentence.letters)]
        if not tail:
            return None
        certain = any(not self.pack.words["first_person"].isdisjoint(sentence.forms) for sentence in tail)
        return Tail(tail[0].starts[0], tail[-1].ends[-1], certain)

    def _narrated(self, sentence: Sentence) -> bool:
        """The reporter speaks again: a strong reporting verb, or «it is recalled that»."""
        narrators = self.pack.words["narrators"]
        if not narrators.isdisjoint(sentence.forms[:2]):
            return True
        return any(
            cue.verb is not None and not cue.verb.weak and self._main(cue.first) for cue in self.cues.read(sentence)
        )

    def _main(self, at: int) -> bool:
        return at <= 4 if self.pack.order == "VSO" else at <= 12
