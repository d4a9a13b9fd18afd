from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from core.catalogue.catalogue import Catalogue
from core.catalogue.session import Session
from core.errors import UserError
from desktop.workers.edits import EditQueue


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(tmp_path / "library.sqlite3")
    yield catalogue
    catalogue.close()


def keep(key: str, session: Session) -> None:
    session.meta.set(key, "kept")


def test_an_edit_is_kept_off_the_gui_thread_and_its_result_comes_back_to_it(
    catalogue: Catalogue, qtbot: QtBot
) -> None:
    edits = EditQueue(catalogue)
    threads: list[QThread] = []

    def write(session: Session) -> int:
        threads.append(QThread.currentThread())
        return session.tag_tree.add(None, "Boats")

    results: list[int] = []

    def done(tag_id: int) -> None:
        threads.append(QThread.currentThread())
        results.append(tag_id)

    edits.submit(write, done)
    qtbot.waitUntil(lambda: len(results) == 1)
    edits.stop()
    assert threads[0] is not threads[1]
    assert threads[1] is QThread.currentThread()
    with catalogue.read() as view:
        assert [row.node.name_en for row in view.tag_tree.rows()] == ["Boats"]


def test_every_edit_that_was_submitted_is_kept_before_the_program_ends(
    catalogue: Catalogue, qtbot: QtBot
) -> None:
    edits = EditQueue(catalogue)
    for number in range(50):
        edits.submit(partial(keep, f"edit {number}"))
    edits.stop()
    with catalogue.read() as view:
        assert all(view.meta.get(f"edit {number}") == "kept" for number in range(50))


def test_a_mistake_is_told_as_a_sentence_and_the_next_edit_works(catalogue: Catalogue, qtbot: QtBot) -> None:
    def wrong(session: Session) -> None:
        session.meta.set("half", "done")
        raise UserError("A tag needs a name.")

    edits = EditQueue(catalogue)
    with qtbot.waitSignal(edits.failed) as told:
        edits.submit(wrong)
    edits.submit(partial(keep, "next"))
    edits.stop()
    assert told.args == ["A tag needs a name."]
    with catalogue.read() as view:
        assert view.meta.get("half") is None
        assert view.meta.get("next") == "kept"


def test_a_bug_in_an_edit_does_not_end_the_queue(catalogue: Catalogue, qtbot: QtBot) -> None:
    edits = EditQueue(catalogue)
    with qtbot.waitSignal(edits.failed) as told:
        edits.submit(lambda _: 1 / 0)
    edits.submit(partial(keep, "next"))
    edits.stop()
    assert "could not be saved" in told.args[0]
    with catalogue.read() as view:
        assert view.meta.get("next") == "kept"
