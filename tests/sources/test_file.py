"""Files and directories as sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.sources.file import FILE_LIMIT, files_in, read_bytes, read_file

PROSE = "The ferry left the harbour at noon and reached the island before the storm came in."


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_file_has_one_block_a_paragraph(tmp_path: Path) -> None:
    document = read_file(write(tmp_path, "a.txt", f"Title\n\n{PROSE}"))
    assert [block.text for block in document.blocks] == ["Title", PROSE]
    assert not document.structured


def test_a_page_is_known_by_its_suffix_or_its_first_bytes(tmp_path: Path) -> None:
    html = f"<html><h1>Back</h1><p>{PROSE}</p></html>"
    for name in ("a.html", "b.HTM", "c.txt", "d"):
        document = read_file(write(tmp_path, name, f"\ufeff <!doctype html>{html}" if name == "d" else html))
        assert (document.title, document.structured) == ("Back", True), name


def test_markdown_is_known_by_its_suffix(tmp_path: Path) -> None:
    assert read_file(write(tmp_path, "a.md", f"# Back\n\n{PROSE}")).title == "Back"


def test_text_that_speaks_of_html_is_text(tmp_path: Path) -> None:
    assert not read_file(write(tmp_path, "a.txt", "The <p> element\n\nis explained <html> here.")).structured


def test_a_file_in_a_windows_code_page_is_read(tmp_path: Path) -> None:
    text = "وصلت السفينة إلى الميناء"
    assert read_file(write(tmp_path, "a.txt", text.encode("windows-1256"))).blocks[0].text == text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b" \n", "it is empty"),
        ("image.txt", b"\x89PNG\r\n\0\0\0", "it is no text"),
        ("marks.txt", "\u200b\n".encode(), "it holds no text"),
        ("page.html", b"<html><script>1</script>", "no article is on this page"),
    ],
)
def test_a_file_without_an_article_is_an_error_that_names_it(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(SourceError) as caught:
        read_file(path)
    assert str(path) in caught.value.message
    assert caught.value.reason.startswith(reason)


def test_a_missing_file_a_directory_and_an_impossible_name_are_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(SourceError):
            read_file(path)


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "large.txt", b"")
    with path.open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    with pytest.raises(SourceError, match="larger than"):
        read_file(path)


def test_files_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    names = ["2.txt", "10.txt", "b/1.txt", "a.html", "note.pdf", ".hidden.txt", "b/.git/x.txt", "B2.md", "README"]
    for name in names:
        write(tmp_path, name, PROSE)
    found = [str(path.relative_to(tmp_path)) for path in files_in(tmp_path)]
    assert found == ["2.txt", "10.txt", "a.html", "b/1.txt", "B2.md"]


def test_a_directory_without_articles_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "note.pdf", b"%PDF")
    with pytest.raises(SourceError, match="no article"):
        files_in(tmp_path)
    with pytest.raises(SourceError, match="no such directory"):
        files_in(tmp_path / "none")


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"{\\rtf1 words}", "RTF"),
        (b"PK\x03\x04 words", "ZIP"),
        (b"\xd0\xcf\x11\xe0", "Word"),
    ],
)
def test_files_of_other_programs_are_named_and_refused(content, named):
    with pytest.raises(SourceError, match=named) as refused:
        read_bytes(content, "a", ".txt")
    assert "briefing add -" in (refused.value.hint or "")
