from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.domain.changes import ChangeSet
from tests.desktop.conftest import OpenWindow
from tests.desktop.small_library import PLAN, SmallLibrary


def test_deleting_a_tag_and_bringing_it_back_touches_the_videos_that_carry_it_alone(
    open_window: Callable[..., OpenWindow], library: SmallLibrary, qtbot: QtBot
) -> None:
    window = open_window().window
    told: list[ChangeSet] = []
    stop = library.catalogue.subscribe(told.append)
    window.tag_editing.delete(library.tags["sport.ski"])
    qtbot.waitUntil(window.toast.isVisible)
    QTest.mouseClick(window.toast.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sum(changes.tag_tree for changes in told) == 2)
    stop()
    carriers = {library.videos[i] for i, (_, tags) in enumerate(PLAN) if "sport.ski" in tags}
    assert [changes.videos for changes in told if changes.tag_tree] == [carriers, carriers]
