"""A mail, or a page that a browser saved as one (MHTML), as a source."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.utils import parseaddr
from typing import TYPE_CHECKING

from briefing.errors import NoBodyError, SourceError
from briefing.model import Document
from briefing.sources.dates import find_date
from briefing.sources.encoding import decode
from briefing.sources.page import read_page
from briefing.sources.plain import read_plain
from briefing.text.clean import clean_line

if TYPE_CHECKING:
    from email.message import EmailMessage

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,50}){2,200}?\r?\n")
_TELLING = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To):", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s<>]{1,2000}")
_LINKS = ("Archived-At", "Snapshot-Content-Location", "Content-Location")
_REPLY = re.compile(r"(?:\s{0,3}(?:re|fwd?|fw|aw|wg|tr|rv|رد|إعادة توجيه)\s?:)+\s{0,5}", re.IGNORECASE)


def is_mail(content: bytes) -> bool:
    """Whether bytes begin with the header of a mail (RFC 5322)."""
    head = _HEADERS.match(content[:20_000])
    return head is not None and _TELLING.search(head[0]) is not None


def read_mail(content: bytes, name: str) -> Document:
    """The article in a mail: its HTML part, else its plain one; title, author and date from its header.

    Raises SourceError for a mail without text.
    """
    message = message_from_bytes(content, policy=policy.default)
    document = _of_parts(message, name)
    return replace(
        document,
        title=_subject(message) or document.title,
        author=document.author or _sender(message),
        published=document.published or find_date(_header(message, "Date")),
        url=_link(message) or document.url,
    )


def _of_parts(message: EmailMessage, name: str) -> Document:
    """The document of the best part that holds an article."""
    texts = _texts(message)
    for part in texts.get("html", ()):
        with suppress(NoBodyError):
            return read_page(_bytes(part), charset=part.get_content_charset(), name=name)
    for part in texts.get("plain", ()):
        document = read_plain(decode(_bytes(part), part.get_content_charset()))
        if document.blocks:
            return document
    raise SourceError(name, "no article is in this mail.", "Paste the article's text: briefing add -")


def _texts(message: EmailMessage) -> dict[str, list[EmailMessage]]:
    """The text parts that are no attachments, by subtype, in their order; those of forwarded mails too."""
    found: dict[str, list[EmailMessage]] = {}
    for part in message.walk():
        if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
            found.setdefault(part.get_content_subtype(), []).append(part)
    return found


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    """A header's text on one line; empty for one that is not there or not to be parsed."""
    try:
        return clean_line(str(message.get(name) or ""))
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError):
        return ""


def _subject(message: EmailMessage) -> str:
    return _REPLY.sub("", _header(message, "Subject"), count=1)


def _sender(message: EmailMessage) -> str | None:
    return clean_line(parseaddr(_header(message, "From"))[0]) or None


def _link(message: EmailMessage) -> str | None:
    """The address a mail says it can be read at."""
    return next((found[0] for name in _LINKS if (found := _ADDRESS.search(_header(message, name)))), None)
