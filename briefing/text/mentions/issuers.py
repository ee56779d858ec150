"""Bodies behind what they issue or where they are: a report, a statement, «in the ministry»; names behind «a group»."""

from __future__ import annotations

from briefing.text.mentions.nouns import Mention
from briefing.text.mentions.runs import RunReader
from briefing.text.sentences.skeleton import COMMAS, Sentence


class IssuerReader:
    """Finds the bodies and names that stand behind a nameless source, in one language."""

    def __init__(self, runs: RunReader) -> None:
        self.pack, self.words, self.runs, self.nouns = runs.pack, runs.words, runs, runs.nouns

    def named(self, sentence: Sentence, found: Mention) -> Mention:
        """«According to an industry group, NetFuture, …»: a name between commas behind a nameless source."""
        if not self.pack.capitals or found.kind not in ("anonymous", "title"):
            return found
        comma = next((i for i, end in enumerate(sentence.ends) if end == found.end), -1) + 1
        row = range(comma + 1, min(comma + 6, len(sentence.forms)))
        stop = next((i for i in row if not sentence.letters[i]), None)
        if not comma or stop is None or sentence.forms[comma] not in COMMAS or stop == comma + 1:
            return found
        named = all(sentence.capital(i) for i in range(comma + 1, stop))
        mention = self.nouns.read(sentence, comma + 1, stop - 1) if named else None
        return mention if mention is not None else found

    def of_document(self, sentence: Sentence, at: int) -> Mention | None:
        """Whose report or statement speaks: «تقرير للمندوبية السامية», «بيان صادر عن وزارة الصحة»."""
        prefix, forms = self.pack.addressee, sentence.forms
        if not prefix or at + 1 >= len(forms) or forms[at] not in self.words["documents"]:
            return None
        form = forms[at + 1]
        if form.startswith(prefix) and self.nouns.heads_organisation(form[len(prefix) :].removeprefix(prefix)):
            last = max(at + 1, self.runs.right(sentence, at + 2))
            while last + 1 < len(forms) and forms[last + 1].startswith(prefix * 2) and last - at < 5:
                last += 1
            name = sentence.slice(at + 1, last)[len(prefix) :]
            article = self.pack.articles[0]
            name = article + name[len(prefix) :] if name.startswith(prefix) else name
            start, end = sentence.starts[at + 1], sentence.ends[last]
            return Mention("organisation", start, end, name, (), None, sentence.text[start:end])
        stop = min(len(forms), at + 5)
        source = next((i for i in range(at + 1, stop) if forms[i] in self.words["sources"]), None)
        if source is None or source + 1 >= len(forms) or not self.nouns.heads_organisation(forms[source + 1]):
            return None
        return self.nouns.read(sentence, source + 1, self.runs.right(sentence, source + 1))

    def in_body(self, sentence: Sentence, at: int) -> bool:
        """A preposition before an organisation that speaks: «сообщили в Кремле», "hieß es aus dem Ministerium"."""
        forms = sentence.forms
        if at + 1 >= len(forms) or forms[at] not in self.words["bodies"]:
            return False
        return any(self.nouns.heads_organisation(form) for form in forms[at + 1 : at + 3])
