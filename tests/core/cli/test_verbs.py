from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.domain.tags import TagState
from core.domain.videos import EpisodeName
from core.exchange.tags_csv import read_tags_csv
from tests.core.cli.conftest import ODD_PATH, Command


def test_without_a_verb_the_window_opens_on_the_library(command: Command, home: Path) -> None:
    found = command()
    assert found.code == 0
    assert found.out == f"window on {home / 'library.sqlite3'}\n"


@pytest.mark.parametrize(
    "verb", ["", "analyse", "show", "search", "tags", "export", "export csv", "folders", "models", "doctor"]
)
def test_every_verb_explains_itself(command: Command, verb: str) -> None:
    found = command(*verb.split(), "--help")
    assert found.code == 0
    assert "Usage: filmoteka" in found.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["fly"], "No such command"),
        (["show"], "Missing argument"),
        (["show", "/nowhere.mp4"], "is not in the library"),
        (["search", "(dog"], "not closed. (at character 1)"),
        (["search", "tag:unheard-of"], "no tag “unheard-of”"),
        (["export", "csv"], "Missing option"),
        (["export", "csv", "--output", "/nowhere/t.csv"], "Choose another place"),
        (["analyse", "--stages", "dream", "/x"], "probe,thumbnail"),
        (["analyse", "--jobs", "0", "/x"], "0"),
        (["folders", "add", "/nowhere"], "/nowhere"),
        (["folders", "remove", "/nowhere"], "is not a folder of the library"),
        (["models", "fetch", "nothing"], "no model 'nothing'"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(command: Command, arguments: list[str], words: str) -> None:
    found = command(*arguments)
    assert found.code == 2
    assert words in found.err
    assert found.out == ""
    assert "Traceback" not in found.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_ends_with_3(command: Command) -> None:
    found = command("export", "csv", "--output", "/dev/full")
    assert found.code == 3
    assert "No space left" in found.err


def test_a_bug_ends_with_1_and_names_the_log(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("core.query.parser.parse", broken)
    found = command("search", "x")
    log = home / "home" / "log" / "filmoteka.log"
    assert found.code == 1
    assert str(log) in found.err
    assert "Traceback" not in found.err
    assert "Traceback" in log.read_text("utf-8")
    assert "Traceback" in command("--debug", "search", "x").err


def test_show_prints_the_record_that_scripts_rely_on(command: Command, library: Catalogue) -> None:
    record = command("show", "/videos/beach.mp4", "--json").json
    assert list(record) == [
        "path",
        "identity",
        "duration_s",
        "tags",
        "segments",
        "transcript",
        "jobs",
        "error",
    ]
    assert record["tags"][0] == {
        "path": ["Animals", "Dogs"],
        "score": 0.9,
        "source": "picture",
        "state": "suggested",
        "evidence_s": [1.5],
    }
    assert record["transcript"] == [{"start_s": 0, "end_s": 2, "text": "hello there"}]
    text = command("show", "/videos/beach.mp4", "--lang", "ru").out
    assert "Животные > Собаки" in text
    assert "hello there" in text


def test_a_path_that_is_no_utf_8_is_shown_found_and_exported(
    command: Command, library: Catalogue, home: Path
) -> None:
    assert command("show", ODD_PATH, "--json").json["path"] == ODD_PATH
    assert command("show", ODD_PATH).code == 0
    with library.write() as edit:
        edit.video_tags.say([2], edit.tag_tree.ids_by_key()["animals"], TagState.ADDED)
    assert command("export", "csv", "--output", str(home / "t.csv")).code == 0
    assert {line.path for line in read_tags_csv(home / "t.csv")} == {ODD_PATH, "/videos/beach.mp4"}


def test_search_lists_what_matches_without_transcripts(command: Command, library: Catalogue) -> None:
    everything = command("search", "--json").json
    assert len(everything) == 2
    assert all("transcript" not in record for record in everything)
    assert [record["path"] for record in command("search", "--json", "собаки").json] == ["/videos/beach.mp4"]
    assert command("search", "--json", "dog", "-beach").code == 2
    assert command("search", "--json", "--", "dog", "-beach").json == []
    assert len(command("search", "--json", "--limit", "1").json) == 1
    assert command("search", "nothing-like-this").out == ""


def test_tags_are_a_tree_with_counts(command: Command, library: Catalogue) -> None:
    roots = {root["name"]: root for root in command("tags", "--json").json}
    dogs = next(child for child in roots["Animals"]["children"] if child["name"] == "Dogs")
    assert (roots["Animals"]["count"], dogs["count"], dogs["path"]) == (1, 1, ["Animals", "Dogs"])
    used = command("tags", "--used", "--lang", "ru").out
    assert used.splitlines()[0] == "Животные  1"
    assert "Спорт" not in used


def test_folders_are_added_listed_and_removed(command: Command, home: Path) -> None:
    (home / "films").mkdir()
    assert command("folders", "add", str(home / "films")).code == 0
    (listed,) = command("folders", "list", "--json").json
    assert (listed["path"], listed["online"], listed["videos"]) == (str(home / "films"), True, 0)
    assert command("folders", "remove", str(home / "films")).code == 0
    assert command("folders", "list", "--json").json == []


def test_models_are_listed_with_licence_and_state(command: Command) -> None:
    listed = {model["id"]: model for model in command("models", "list", "--json").json}
    assert listed["efficientnet-lite2"]["state"] == "embedded"
    assert all(model["licence"] for model in listed.values())
    assert "siglip2" in command("models", "list").out


def test_a_library_of_another_program_is_refused(command: Command, home: Path) -> None:
    (home / "library.sqlite3").write_text("a letter " * 50)
    found = command("search", "--json")
    assert found.code == 2
    assert "cannot be opened" in found.err
    assert json.dumps(found.out) == '""'


def test_a_model_that_comes_with_the_program_needs_no_fetching(command: Command) -> None:
    found = command("models", "fetch", "efficientnet-lite2")
    assert found.code == 0
    assert "comes with the program" in found.out


def test_a_line_end_in_a_file_name_does_not_make_two_lines(command: Command, library: Catalogue) -> None:
    with library.write() as edit:
        video_id = edit.videos.ensure("s1-odd", EpisodeName("odd"), 1)
        edit.files.put("/videos/two\nlines.mp4", video_id, None, 1, 1)
    assert "/videos/two\\nlines.mp4" in command("search").out
