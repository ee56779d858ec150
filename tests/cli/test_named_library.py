"""Libraries that a configuration file, a variable or an option names."""

import os

import pytest


def named_by_option(run, _, library):
    return lambda *arguments: run("--library", library, *arguments)


def named_by_variable(run, _, library):
    return lambda *arguments: run(*arguments, BRIEFING_LIBRARY=str(library))


def named_by_file(run, home, library):
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text(f"library = '{library}'\n")
    return run


@pytest.fixture(params=[named_by_option, named_by_variable, named_by_file])
def naming(request, run, home):
    """A `run` for the library at a path, named in one of the ways."""
    return lambda library: request.param(run, home, library)


def test_reading_makes_no_library_that_is_named_and_away(naming, tmp_path):
    library = tmp_path / "mount" / "library.db"
    run = naming(library)
    for command in (("list",), ("stats",), ("backup", tmp_path / "x.tar"), ("add", "-")):
        refused = run(*command)
        assert (refused.returncode, refused.stdout) == (5, ""), command
        assert "Is its disk connected?" in refused.stderr
    assert "Is its disk connected?" in run("doctor").stdout
    assert not library.parent.exists()
    assert not (tmp_path / "x.tar").exists()


def test_adding_makes_a_named_library_in_a_folder_that_is_there(naming, tmp_path, article_file):
    run = naming(tmp_path / "new.db")
    assert run("list").returncode == 5
    assert not (tmp_path / "new.db").exists()
    assert run("add", article_file).stdout == "1\n"
    assert run("list").stdout.startswith("1\t")


def test_an_empty_file_is_no_library_to_read(naming, tmp_path):
    (tmp_path / "empty.db").touch()
    assert naming(tmp_path / "empty.db")("list").returncode == 5
    assert os.path.getsize(tmp_path / "empty.db") == 0  # noqa: PTH202 (of a file just made)


def test_the_default_library_is_made_by_a_first_look(run):
    first = run("list")
    assert (first.returncode, "The library is empty" in first.stderr) == (0, True)


@pytest.mark.parametrize("path", [".", "/", ".."])
def test_a_path_that_is_no_files_is_refused(run, path):
    for refused in (run("--library", path, "list"), run("list", BRIEFING_LIBRARY=path)):
        assert refused.returncode == 2
        assert f"'{path}' is not the path of a file" in refused.stderr
    examined = run("--library", path, "doctor")
    assert (examined.returncode, "is not the path of a file" in examined.stdout) == (1, True)


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("", "must be the path of a file"),
        ("/", "must be the path of a file"),
        ("a\\u0000b", "must be the path of a file"),
        ("news.db", "write the whole path, or begin it with ~"),
        ("~nobody-of-this-name/x.db", "write the whole path, or begin it with ~"),
    ],
)
def test_a_configured_path_that_names_no_one_file_is_refused_with_its_line(run, home, value, wanted):
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text(f'\nlibrary = "{value}"\n')
    refused = run("list")
    assert refused.returncode == 1
    assert f"{home / 'config.toml'}:2" in refused.stderr
    assert wanted in refused.stderr
