"""Page furniture: what is recognised, and what is cut."""

from __future__ import annotations

import pytest

from briefing.errors import DataError
from briefing.model import Block
from briefing.text.sections import furniture
from briefing.text.sections.furniture import Parted, part, recognise

PROSE = "The ferry left the harbour at noon and reached the island before the storm."


def parted(*lines: str, titled: bool = False) -> Parted:
    return part([Block(line) for line in lines], titled=titled)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("نهاية الرسالة", "end_mark"),
        ("انتهی/۱۲۳", "end_mark"),
        ("اترك تعليقًا", "comments"),
        ("Leave a Reply", "comments"),
        ("12 Comments", "comments"),
        ("Comments (3)", "comments"),
        ("דלג", None),
        ("כתיבת תגובה", "comments"),
        ("Добавить комментарий", "comments"),
        ("Bir yanıt yazın", "comments"),
        ("Laisser un commentaire", "comments"),
        ("Deja una respuesta", "comments"),
        ("Schreibe einen Kommentar", "comments"),
        ("دیدگاهتان را بنویسید", "comments"),
        ("جواب دیں", "comments"),
        ("زر الذهاب إلى الأعلى", "navigation"),
        ("© 2024 Island Radio", "navigation"),
        ("Facebook | WhatsApp | Telegram", "share"),
        ("مقالات ذات صلة:", "related"),
        ("اقرأ أيضًا: خبر آخر", "related"),
        ("Читайте также: Мост закрыт", "related"),
        ("Tags: ferry, island", "tags"),
        ("#ferry #island #storm", "tags"),
        ("https://example.org/a?b=1", "link"),
        ("Updated: 3 May 2021", "stamp"),
        ("Photo: Island Radio", "caption"),
        ("المصدر : وكالة البحر", "source"),
        ("***", "mark"),
        (PROSE, None),
        ("Sources said that the ferry left", None),
        ("The comments came late", None),
        ("Kashmir", None),
    ],
)
def test_a_line_is_recognised_by_what_it_says(line: str, kind: str | None) -> None:
    hit = recognise(line)
    assert (hit.kind if hit else None) == kind


def test_a_long_line_is_never_furniture() -> None:
    assert recognise("Read more: " + "a" * furniture.LINE_LIMIT) is None


def test_the_source_line_gives_the_source_and_is_not_listed_as_removed() -> None:
    result = parted("A title of some words", PROSE, "المصدر : وكالة البحر للأنباء.", "Print")
    assert result.source == "وكالة البحر للأنباء"
    assert result.removed == ("Print",)


def test_everything_below_the_first_ending_line_goes() -> None:
    result = parted("A title of some words", PROSE, "Related articles", "A bridge is built", "Fog again", "Sea news")
    assert [block.text for block in result.blocks] == ["A title of some words", PROSE]
    assert result.removed == ("Related articles", "A bridge is built", "Fog again", "Sea news")


def test_readers_comments_go_however_long_they_are() -> None:
    result = parted("A title of some words", PROSE, PROSE, "2 Comments", "A reader", PROSE)
    assert len(result.blocks) == 3
    assert result.removed == ("2 Comments", "A reader", PROSE)


def test_a_line_like_a_comment_form_above_most_of_the_text_is_cut_alone() -> None:
    result = parted("A title of some words", PROSE, "Comments", PROSE, PROSE)
    assert result.removed == ("Comments",)


def test_furniture_between_paragraphs_is_cut_alone() -> None:
    result = parted("A title of some words", PROSE, "Read also: A bridge is built", PROSE)
    assert result.removed == ("Read also: A bridge is built",)
    assert len(result.blocks) == 3


def test_links_below_a_related_line_go_with_it_and_prose_stays() -> None:
    result = parted("A title of some words", PROSE, "Read also", "A bridge is built", PROSE, PROSE)
    assert result.removed == ("Read also", "A bridge is built")
    assert len(result.blocks) == 4


def test_the_name_of_a_network_between_paragraphs_is_a_heading() -> None:
    assert parted("A title of some words", PROSE, "Facebook", PROSE).removed == ()
    assert parted("A title of some words", PROSE, "Facebook", "Twitter", PROSE).removed == ("Facebook", "Twitter")


def test_a_section_name_is_cut_above_the_title_only() -> None:
    result = parted("Politics", "A title of some words", PROSE, "Politics", PROSE)
    assert result.removed == ("Politics",)
    assert [block.text for block in result.blocks].count("Politics") == 1


def test_a_byline_below_the_title_gives_the_author() -> None:
    result = parted("A title of some words", "By Helen Ashdown", PROSE)
    assert (result.author, result.removed) == ("Helen Ashdown", ("By Helen Ashdown",))


def test_a_line_that_only_begins_like_a_byline_stays() -> None:
    result = parted("A title of some words", "By law, the ferry must run", PROSE)
    assert (result.author, result.removed) == (None, ())


def test_a_title_is_never_a_byline() -> None:
    result = parted("By Night Trains", PROSE, PROSE)
    assert result.removed == ()


def test_a_long_source_line_is_a_sentence_of_the_article() -> None:
    line = "Source: " + "the man who had seen it all and told it to nobody before the storm came, " * 2
    assert parted("A title of some words", PROSE, line.strip()).source is None


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"ends": True, "whole": {"en": ["x"]}, "kind": "nonsense"}, "nonsense"),
        ({"ends": "yes", "whole": {"en": ["x"]}}, "share.ends"),
        ({"ends": True, "whole": {"en": [3]}}, "share.whole.en"),
        ({"ends": True, "pattern": {"en": ["("]}}, "share.pattern.en"),
        ({"ends": True, "pattern": {"en": ["(a)"]}}, "share.pattern.en"),
        ({"ends": True, "elsewhere": {"en": ["x"]}}, "share.elsewhere"),
    ],
)
def test_wrong_data_is_named_by_file_and_key(
    table: dict[str, object], key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = table.pop("kind", "share")
    monkeypatch.setattr(furniture, "read_toml", lambda _: {kind: table})
    furniture._rules.cache_clear()
    try:
        with pytest.raises(DataError) as caught:
            recognise("Print")
    finally:
        furniture._rules.cache_clear()
    assert (caught.value.file, caught.value.key) == ("furniture.toml", key)
