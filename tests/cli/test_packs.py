"""`briefing packs check` as whoever writes a pack sees it."""

from pathlib import Path

import briefing

PACKS = Path(briefing.__file__).parent / "text" / "packs"


def test_a_shipped_pack_is_summed_up_on_one_line(run):
    done = run("packs", "check", PACKS / "de.toml")
    assert done.returncode == 0
    assert done.stdout.startswith("de: V2, ")
    assert done.stdout.count("\n") == 1


def test_a_wrong_key_is_named_with_its_value(run, tmp_path):
    file = tmp_path / "it.toml"
    file.write_text('language = "it"\norder = "OVS"\n', encoding="utf-8")
    done = run("packs", "check", file)
    assert done.returncode == 1
    assert "it.toml: order = 'OVS'" in done.stderr


def test_what_a_pack_lacks_is_talk_and_no_error(run, tmp_path):
    file = tmp_path / "it.toml"
    file.write_text('language = "it"\norder = "SVO"\nverbs = [{cue = "dire", forms = "disse"}]\n', encoding="utf-8")
    done = run("packs", "check", file)
    assert done.returncode == 0
    assert "words.titles is empty" in done.stderr


def test_a_missing_or_unreadable_file_is_answered_with_words(run, tmp_path):
    binary = tmp_path / "it.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for file in (binary, tmp_path / "none.toml"):
        done = run("packs", "check", file)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert file.name in done.stderr
