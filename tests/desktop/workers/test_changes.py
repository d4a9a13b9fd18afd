from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from core.catalogue.catalogue import Catalogue
from core.domain.changes import ChangeSet
from core.domain.videos import EpisodeName
from desktop.workers.changes import ChangeRelay

ANOTHER_PROGRAM = """
import sys
from pathlib import Path
from core.catalogue.catalogue import Catalogue
catalogue = Catalogue(Path(sys.argv[1]))
with catalogue.write() as edit:
    edit.meta.set("from", "elsewhere")
catalogue.close()
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(tmp_path / "library.sqlite3")
    yield catalogue
    catalogue.close()


@pytest.fixture
def relay(catalogue: Catalogue) -> Iterator[ChangeRelay]:
    relay = ChangeRelay(catalogue)
    yield relay
    relay.stop()


def add_video(catalogue: Catalogue, identity: str) -> int:
    with catalogue.write() as edit:
        return edit.videos.ensure(identity, EpisodeName(identity), 1)


def test_commits_of_other_threads_arrive_together_on_the_gui_thread(
    catalogue: Catalogue, relay: ChangeRelay, qtbot: QtBot
) -> None:
    heard: list[tuple[ChangeSet, QThread]] = []
    relay.changed.connect(lambda changes: heard.append((changes, QThread.currentThread())))
    ids: list[int] = []

    def work() -> None:
        ids.extend(add_video(catalogue, f"s1-{number}") for number in range(20))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: set().union(*(changes.videos for changes, _ in heard)) == set(ids))
    assert len(heard) < 20
    assert all(thread is QThread.currentThread() for _, thread in heard)


def test_a_commit_of_another_program_says_that_everything_may_have_changed(
    catalogue: Catalogue, relay: ChangeRelay, qtbot: QtBot
) -> None:
    root = Path(__file__).parents[3]
    with qtbot.waitSignal(relay.changed, timeout=20_000) as heard:
        subprocess.run(
            [sys.executable, "-c", ANOTHER_PROGRAM, str(catalogue.path)], cwd=root, check=True, timeout=60
        )
    assert heard.args[0].everything


def test_our_own_commits_are_not_taken_for_those_of_another_program(
    catalogue: Catalogue, relay: ChangeRelay, qtbot: QtBot
) -> None:
    heard: list[ChangeSet] = []
    relay.changed.connect(heard.append)
    add_video(catalogue, "s1-1")
    qtbot.wait(1500)
    assert heard
    assert not any(changes.everything for changes in heard)


def test_a_write_under_way_does_not_hold_up_the_gui_thread(catalogue: Catalogue, qtbot: QtBot) -> None:
    inside, release = threading.Event(), threading.Event()

    def slow() -> None:
        with catalogue.write():
            inside.set()
            release.wait(20)

    thread = threading.Thread(target=slow)
    thread.start()
    assert inside.wait(5)
    catalogue.notice_other_programs()
    release.set()
    thread.join()
