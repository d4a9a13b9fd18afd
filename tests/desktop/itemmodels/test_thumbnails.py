"""Thumbnails come from another thread, fit their place, and are made anew when there is a first one."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.itemmodels.latest_first import LatestFirst
from desktop.itemmodels.thumbnails import KEPT, Thumbnails, fitted
from tests.desktop.small_library import picture

SIZE = QSize(160, 90)


class Shelf:
    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {"a": picture(480, 270, "red")}
        self.threads: set[int] = set()

    def read(self, identity: str) -> bytes | None:
        self.threads.add(threading.get_ident())
        return self.pictures.get(identity)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def thumbnails(shelf: Shelf, qapp: object) -> Iterator[Thumbnails]:
    made = Thumbnails(shelf.read)
    yield made
    made.close()


def test_a_picture_is_made_elsewhere_and_told(thumbnails: Thumbnails, shelf: Shelf, qtbot: QtBot) -> None:
    with qtbot.waitSignal(thumbnails.ready) as told:
        assert thumbnails.picture("a", SIZE, 8.0) is None
    assert told.args == ["a"]
    made = thumbnails.picture("a", SIZE, 8.0)
    assert made is not None
    assert made.size() == SIZE
    assert threading.get_ident() not in shelf.threads


def test_the_old_picture_serves_while_another_size_is_made(thumbnails: Thumbnails, qtbot: QtBot) -> None:
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.picture("a", SIZE, 8.0)
    with qtbot.waitSignal(thumbnails.ready):
        old = thumbnails.picture("a", SIZE * 2, 8.0)
    assert old is not None
    assert old.size() == SIZE
    made = thumbnails.picture("a", SIZE * 2, 8.0)
    assert made is not None
    assert made.size() == SIZE * 2


def test_a_first_picture_is_noticed(thumbnails: Thumbnails, shelf: Shelf, qtbot: QtBot) -> None:
    thumbnails.picture("new", SIZE, 8.0)
    qtbot.waitUntil(lambda: bool(shelf.threads))
    qtbot.wait(50)
    shelf.pictures["new"] = picture(480, 270, "blue")
    thumbnails.picture("new", SIZE, 8.0)
    qtbot.wait(50)
    assert thumbnails.picture("new", SIZE, 8.0) is None
    thumbnails.renew("new")
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.picture("new", SIZE, 8.0)


def test_what_is_no_picture_is_nothing() -> None:
    assert fitted(b"no picture", SIZE, 8.0) is None
    assert fitted(None, SIZE, 8.0) is None


def test_a_wide_picture_fills_its_place_and_an_upright_one_is_shown_whole() -> None:
    wide = fitted(picture(480, 270, "red"), SIZE, 0.0)
    upright = fitted(picture(270, 480, "red"), SIZE, 0.0)
    assert wide is not None
    assert upright is not None
    assert wide.pixelColor(2, 45).red() > 200
    assert 60 < upright.pixelColor(2, 45).red() < 200
    assert upright.pixelColor(80, 2).red() > 200


def test_corners_are_round() -> None:
    made = fitted(picture(480, 270, "red"), SIZE, 12.0)
    assert made is not None
    assert made.pixelColor(0, 0) == QColor(0, 0, 0, 0)


def test_the_newest_wish_is_done_first_and_an_overtaken_answer_dropped(qtbot: QtBot) -> None:
    pool = LatestFirst(threads=1, limit=KEPT)
    gate, order, answers = threading.Event(), [], []  # type: ignore[var-annotated]

    def work(name: str) -> str:
        order.append(name)
        return name

    pool.ask("gate", lambda: gate.wait(5), lambda _: None)
    for name in ("first", "second", "third"):
        pool.ask(name, lambda name=name: work(name), answers.append)  # type: ignore[misc]
    pool.ask("first", lambda: work("first again"), answers.append)
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 3)
    assert order == ["first again", "third", "second"]
    assert answers == order
    pool.close()


def test_more_than_the_limit_is_forgotten_and_a_failure_told(qtbot: QtBot) -> None:
    pool = LatestFirst(threads=1, limit=2)
    gate, answers = threading.Event(), []  # type: ignore[var-annotated]
    pool.ask("gate", lambda: gate.wait(5), lambda _: None)
    qtbot.wait(30)
    for number in range(4):
        pool.ask(number, lambda number=number: number, answers.append)  # type: ignore[misc]
    gate.set()
    qtbot.waitUntil(lambda: answers == [3, 2])
    with qtbot.waitSignal(pool.failed) as told:
        pool.ask("bad", lambda: 1 / 0, answers.append)
    assert told.args == ["division by zero"]
    pool.close()
    pool.ask("late", lambda: 1, answers.append)
    assert answers == [3, 2]
