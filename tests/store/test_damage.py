"""Damaged files: nothing raises, nothing changes unnoticed, and the damaged file is kept."""

import random
import shutil

import pytest

from briefing.store.state.statefile import StateFile

FILES = ("state.json", "state.json.journal", "state.json.bak", "state.json.journal.1")


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A folder with all files of a state, and the states after each change in its journal, the last one last."""
    folder = tmp_path_factory.mktemp("sound")
    file = StateFile(folder / "state.json")
    number = 0
    while not (folder / "state.json.bak").exists() or number < 150:
        _change(file, number)
        number += 1
    generation = file.ask(lambda view: view.header.generation)
    while file.ask(lambda view: view.header.generation) == generation:
        _change(file, number)
        number += 1
    states = [file.read()]
    for further in range(number, number + 12):
        _change(file, further)
        states.append(file.read())
    return folder, states


def _change(file, number):
    key = f"{number % 16:02x}key{number % 5}"
    operations = [[key[:2], key, {"starred": bool(number % 2), "at": f"لافروف {number}"}], ["notes", str(number), {}]]
    if number % 7 == 0:
        operations += [[key[:2], key], ["gone"], ["ab", "x", {"n": number}, ["m"]]]
    file.apply(operations)


def _damaged(content, chance):
    """The content with one thing wrong with it, as a disk, an editor or a half-done copy may leave it."""
    place, other = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    noise = chance.randbytes(chance.randrange(1, 40))
    kind = chance.randrange(10)
    if kind < 4:
        place = min(place, len(content) - 1)
        return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]
    return [
        lambda: content[:place],
        lambda: content[:place] + content[other:],
        lambda: content[:place] + b"\0" * (other - place) + content[other:],
        lambda: content[:place] + noise + content[place:],
        lambda: chance.choice(
            [b"", b"null", b"[]", b"{", b"\xef\xbb\xbf" + content, b"\xff\xfe", b"[" * 10_000, noise]
        ),
        lambda: content[:place] + content[place:other] * 2 + content[other:],
    ][kind - 4]()


def _try(sound, folder, seed):
    original, states = sound
    chance = random.Random(seed)
    shutil.copytree(original, folder)
    damaged = folder / chance.choice(FILES)
    content = _damaged(damaged.read_bytes(), chance)
    damaged.write_bytes(content)
    removed = seed % 50 == 0
    if removed:
        damaged.unlink()
    file = StateFile(folder / "state.json")
    found, reports = file.read(), file.reports()
    if reports and not removed:
        assert any(kept.read_bytes() == content for kept in folder.glob("*.damaged-*")), (seed, reports)
    cut = damaged.name == "state.json.journal" and states[-1] != found and found in states
    assert found == states[-1] or reports or cut, (seed, damaged.name)
    file.apply([["zz", "after", {"n": seed}]])
    assert StateFile(folder / "state.json").read() == {**found, "zz": {"after": {"n": seed}}}, seed
    shutil.rmtree(folder)
    return found == states[-1]


def test_damage_is_noticed_told_and_kept(sound, tmp_path):
    unharmed = sum(_try(sound, tmp_path / str(seed), seed) for seed in range(200))

    assert unharmed > 100


@pytest.mark.slow
def test_damage_is_noticed_told_and_kept_three_thousand_times(sound, tmp_path):
    assert sum(_try(sound, tmp_path / str(seed), seed) for seed in range(200, 3300)) > 1500
