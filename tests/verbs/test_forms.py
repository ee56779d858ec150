"""Articles as files."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from briefing.errors import UsageError
from briefing.verbs.forms import save
from tests.articles import article


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.txt", "حداد: الحوار هو الطريق\nوكالة الأفق\n"),
        ("a.md", "# حداد: الحوار هو الطريق\n"),
        ("a.markdown", "# حداد"),
        ("a.html", '<!doctype html>\n<html lang="ar" dir="rtl">'),
        ("A.HTM", "<!doctype html>"),
    ],
)
def test_the_ending_says_in_which_form(tmp_path, name, begins):
    assert save(article(), str(tmp_path / name)) == f"saved {tmp_path / name}"
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_json_is_the_public_contract(tmp_path):
    save(article(), f" {tmp_path}/a.json ")

    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema"] == "briefing.article/1"


def test_the_reader_s_home_is_known(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    save(article(), "~/a.md")

    assert (tmp_path / "a.md").exists()


def test_a_file_that_is_there_stays(tmp_path):
    (tmp_path / "a.md").write_text("mine")

    with pytest.raises(UsageError, match="is there already"):
        save(article(), str(tmp_path / "a.md"))
    assert (tmp_path / "a.md").read_text() == "mine"


@pytest.mark.parametrize("name", ["a.docx", "a", ".md", "no/such/folder/a.md", "a\0.md"])
def test_what_cannot_be_written_is_said(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(UsageError):
        save(article(), name)
    assert not any(tmp_path.iterdir())


LIMITED = """
import resource, sys
from briefing.errors import UsageError
from briefing.verbs.forms import save
from tests.articles import article
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    save(article(), sys.argv[1])
except UsageError as error:
    print(error.message)
"""


@pytest.mark.skipif(os.name == "nt", reason="no limit on the size of files")
def test_nothing_is_left_where_there_is_no_room(tmp_path):
    path = tmp_path / "a.md"
    done = subprocess.run([sys.executable, "-c", LIMITED, path], capture_output=True, text=True, check=True)

    assert done.stdout == f"{path} cannot be written (File too large).\n"
    assert not any(tmp_path.iterdir())
