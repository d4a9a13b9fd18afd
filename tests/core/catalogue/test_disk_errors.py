from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.session import Session
from core.domain.videos import EpisodeName
from core.errors import CatalogueError, HostError


def add_videos(edit: Session, count: int) -> None:
    for number in range(count):
        edit.videos.ensure(f"s1-{number}", EpisodeName(f"video {number}" + 200 * "x"), 1)


def test_a_full_disk_is_told_and_what_was_kept_stays(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "library.sqlite3")
    with catalogue.write() as edit:
        edit.meta.set("kept", "before")
    pages = catalogue._writer.execute("PRAGMA page_count").fetchone()[0]
    catalogue._writer.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(HostError, match="disk is full"), catalogue.write() as edit:
        add_videos(edit, 10_000)
    catalogue._writer.execute("PRAGMA max_page_count = 100000")
    with catalogue.write() as edit:
        edit.meta.set("kept", "after")
    with catalogue.read() as view:
        assert view.meta.get("kept") == "after"
        assert view.search.count() == 0
    catalogue.close()


def test_damage_met_while_reading_is_told(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    catalogue = Catalogue(path)
    with catalogue.write() as edit:
        add_videos(edit, 2_000)
    catalogue.close()
    with path.open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(size * 3 // 4)
        file.write(b"\xa5" * (size // 4))
    catalogue = Catalogue(path)
    with pytest.raises(CatalogueError, match="damaged"), catalogue.read() as view:
        view.videos.many(range(1, 2_001))
    catalogue.close()


def test_a_bug_of_ours_is_not_taken_for_the_disk(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "library.sqlite3")
    with pytest.raises(sqlite3.OperationalError, match="no such table"), catalogue.read() as view:
        view.meta._db.execute("SELECT * FROM nowhere")
    catalogue.close()


def test_a_reader_in_use_while_the_catalogue_closes_is_closed_with_it(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "library.sqlite3")
    with catalogue.read() as view:
        db = view.meta._db
        catalogue.close()
        assert view.meta.get("anything") is None
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        db.execute("SELECT 1")


def test_a_listener_that_fails_does_not_undo_the_commit_nor_silence_the_others(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "library.sqlite3")
    heard: list[object] = []

    def broken(_: object) -> None:
        raise ValueError("a listener's bug")

    catalogue.subscribe(broken)
    catalogue.subscribe(heard.append)
    with catalogue.write() as edit:
        edit.tag_tree.add(None, "Boats")
    assert len(heard) == 1
    with catalogue.read() as view:
        assert len(view.tag_tree.rows()) == 1
    catalogue.close()
