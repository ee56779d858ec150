"""Mails, and pages saved as such."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.sources.mail import is_mail, read_mail

PLAIN = "وصلت السفينة إلى الميناء بعد ثلاثة أيام من العاصفة.\n\nوقال القبطان إن البحر هدأ في الليل."
HTML = (
    "<html><body><p>السفينة وصلت إلى الميناء بعد ثلاثة أيام من العاصفة ورست هناك.</p><h2>القبطان</h2>"
    "<p>وقال القبطان إن البحر هدأ في الليل بعد ساعات طويلة.</p></body></html>"
)


def mail(plain: str | None = PLAIN, html: str | None = None, charset: str = "utf-8") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Fwd: السفينة عادت"
    message["From"] = "وكالة الجزيرة <desk@example.org>"
    message["Date"] = "Tue, 05 Mar 2024 10:00:00 +0200"
    message["Message-ID"] = "<1@example.org>"
    if plain is not None:
        message.set_content(plain, charset=charset)
    if html is not None and plain is not None:
        message.add_alternative(html, subtype="html", charset=charset)
    elif html is not None:
        message.set_content(html, subtype="html", charset=charset)
    return message


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
def test_the_plain_part_is_read_in_its_encoding(charset: str) -> None:
    document = read_mail(mail(charset=charset).as_bytes(), "a.eml")
    assert [block.text for block in document.blocks] == PLAIN.split("\n\n")
    assert not document.structured


def test_title_author_and_date_come_from_the_header() -> None:
    document = read_mail(mail().as_bytes(), "a.eml")
    assert (document.title, document.author, document.published) == (
        "السفينة عادت",
        "وكالة الجزيرة",
        "2024-03-05T08:00:00Z",
    )


def test_the_html_part_goes_before_the_plain_one() -> None:
    document = read_mail(mail(html=HTML).as_bytes(), "a.eml")
    assert [block.kind for block in document.blocks] == ["paragraph", "heading", "paragraph"]


def test_an_html_part_without_an_article_gives_way_to_the_plain_one() -> None:
    document = read_mail(mail(html="<html><img src=x></html>").as_bytes(), "a.eml")
    assert document.blocks[0].text.startswith("وصلت")


def test_attachments_are_not_read_and_a_forwarded_mail_is() -> None:
    outer = EmailMessage()
    outer["Subject"] = "look"
    outer.add_attachment("Secret list of names, not an article at all.", filename="list.txt")
    outer.add_attachment(mail())
    assert read_mail(outer.as_bytes(), "a.eml").blocks[0].text.startswith("وصلت")


def test_a_page_saved_by_a_browser_keeps_its_address() -> None:
    message = mail(plain=None, html=HTML)
    message["Snapshot-Content-Location"] = "https://example.org/news/1"
    assert read_mail(message.as_bytes(), "a.mhtml").url == "https://example.org/news/1"


def test_a_mail_without_text_is_an_error_that_names_it() -> None:
    with pytest.raises(SourceError, match=r"a\.eml: no article is in this mail"):
        read_mail(b"Subject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nabc", "a.eml")


def test_an_unknown_encoding_is_guessed() -> None:
    content = mail(charset="windows-1256").as_bytes().replace(b"windows-1256", b"x-no-such")
    assert read_mail(content, "a.eml").blocks[0].text.startswith("وصلت")


def test_a_mail_is_told_by_its_header() -> None:
    assert is_mail(mail().as_bytes())
    assert not is_mail(PLAIN.encode())
    assert not is_mail(b"Question: why?\nAnswer: because.\n\nText.")


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read_mail(content, "a.eml")
    except SourceError:
        return
