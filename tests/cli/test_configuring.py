"""What is set, and where it comes from."""

import json

import jsonschema
import pytest

from briefing import config, paths
from briefing.errors import DataError


@pytest.fixture
def own_file(home):
    """Writes the user's config.toml; gives its path."""

    def write(text):
        home.mkdir(exist_ok=True)
        (home / "config.toml").write_text(text, encoding="utf-8")
        return home / "config.toml"

    return write


def settings(done):
    """Name, value and origin of each line."""
    return {line.split("\t")[0]: tuple(line.split("\t")[1:]) for line in done.stdout.splitlines()}


def test_every_setting_is_said_in_the_order_of_the_documentation(run, home):
    found = settings(run("config"))

    assert tuple(found) == config.NAMES
    assert found["library"] == (f"{home}/library.db", "default")
    assert found["keep"] == ("", "default")
    assert found["mouse"] == ("false", "default")


def test_a_file_is_named_with_the_line(run, own_file):
    file = own_file('# mine\n\ntheme = "ansi-light"\n  "keep" = "2y"\n')
    found = settings(run("config"))

    assert found["theme"] == ("ansi-light", f"{file}:3")
    assert found["keep"] == ("2y", f"{file}:4")


def test_the_command_line_counts_for_more_than_a_variable_and_that_for_more_than_a_file(run, own_file, tmp_path):
    own_file('library = "/srv/filed.db"\n')

    assert settings(run("config"))["library"][0] == "/srv/filed.db"
    environment = {"BRIEFING_LIBRARY": "/srv/named.db", "BRIEFING_LINEAR": "1"}
    found = settings(run("config", **environment))
    assert found["library"] == ("/srv/named.db", "BRIEFING_LIBRARY")
    assert found["linear"] == ("true", "BRIEFING_LINEAR")
    given = settings(run("--library", tmp_path / "given.db", "--mouse", "config", **environment))
    assert given["library"] == (f"{tmp_path}/given.db", "--library")
    assert given["mouse"] == ("true", "--mouse")


def test_the_users_file_counts_for_more_than_the_machines(own_file, tmp_path, monkeypatch):
    machine = tmp_path / "machine.toml"
    machine.write_text('theme = "ansi-light"\nkeep = "1y"\n')
    monkeypatch.setattr(paths, "SYSTEM_CONFIG", machine)
    own = own_file('keep = "2y"\n')
    found = {setting.name: (setting.value, setting.origin) for setting in config.in_force()}

    assert found["theme"] == ("ansi-light", f"{machine}:1")
    assert found["keep"] == ("2y", f"{own}:1")


def test_one_setting_is_its_bare_value(run, own_file):
    own_file("linear = true\n")

    assert run("config", "linear").stdout == "true\n"
    assert run("config", "keep").stdout == "\n"


def test_a_setting_there_is_not_is_a_wrong_use_that_names_those_there_are(run):
    done = run("config", "libary")

    assert done.returncode == 2
    assert "mark_read" in done.stderr


def test_json_follows_the_schema(run):
    schema = json.loads(run("config", "--print-schema").stdout)
    found = [json.loads(line) for line in run("config", "--json").stdout.splitlines()]

    assert [setting["name"] for setting in found] == list(config.NAMES)
    for setting in found:
        jsonschema.Draft202012Validator(schema).validate(setting)


def test_columns_stand_below_each_other_and_linear_says_sentences(run):
    drawn = run("config", "--width", 80).stdout.splitlines()

    assert len({line.index("default") for line in drawn}) == 1
    assert "keep: nothing, by default.\n" in run("config", "--linear").stdout


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\nlibary = 1\n", ":2"),
        ("[library]\npath = 1\n", ":1"),
        ("mark_read = 'never'\n", ":1"),
        ("keep.long = 1\n", ":1"),
    ],
)
def test_what_is_wrong_in_a_file_is_named_with_its_line(own_file, text, line):
    file = own_file(text)

    with pytest.raises(DataError) as caught:
        config.load()
    assert caught.value.file == f"{file}{line}"


def test_a_value_with_control_sequences_does_nothing_to_a_terminal(run, own_file):
    own_file('proxy = "http://\\u001b]52;c;eA==\\u0007\\u202e:1"\n')
    shown = run("config").stdout + run("config", "--json").stdout + run("config", "proxy").stdout

    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
