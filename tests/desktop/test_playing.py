"""From a card into the player and back; where one stopped, what one marked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.domain.segments import SegmentKind
from core.domain.videos import Presence
from desktop.player.play_item import PlayItem
from desktop.player.player_view import PlayerView
from tests.desktop.conftest import OpenWindow
from tests.desktop.small_library import DURATION_S, SmallLibrary

Open = Callable[[], OpenWindow]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[PlayItem]:
    """The player with everything but a file to decode: what it is told to open is noted."""
    items: list[PlayItem] = []

    def note(player: PlayerView, item: PlayItem) -> None:
        player._item = item
        items.append(item)

    monkeypatch.setattr(PlayerView, "open", note)
    return items


def open_card(shown: OpenWindow, video_id: int, opened: list[PlayItem], qtbot: QtBot) -> PlayerView:
    grid, model = shown.window.workspace.library.grid, shown.window.grid_model
    row = model.row_of(video_id)
    assert row is not None
    grid.setCurrentIndex(model.index(row))
    before = len(opened)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened) > before)
    player = shown.playing.player
    assert player is not None
    return player


def position(library: SmallLibrary, number: int) -> float | None:
    with library.catalogue.read() as view:
        playback = view.playback.of_video(library.video(number))
    return None if playback is None else playback.position_s


def test_enter_opens_the_player_and_closing_returns_to_the_selection(
    open_window: Open, library: SmallLibrary, opened: list[PlayItem], qtbot: QtBot
) -> None:
    shown = open_window()
    player = open_card(shown, library.video(0), opened, qtbot)
    assert shown.window.workspace.currentWidget() is player
    assert not shown.window.status.isVisible()
    assert opened[0].path == Path(library.home / "videos" / "0 Dog on the beach.mp4")
    assert [segment.kind for segment in opened[0].segments] == [SegmentKind.INTRO]
    player.closed.emit(library.video(0), 120.0, DURATION_S)
    assert shown.window.workspace.showing_library()
    assert shown.window.status.isVisible()
    assert shown.window.selected.ids() == [library.video(0)]
    qtbot.waitUntil(lambda: position(library, 0) == pytest.approx(120.0))


def test_the_next_time_it_goes_on_where_one_stopped(
    open_window: Open, library: SmallLibrary, opened: list[PlayItem], qtbot: QtBot
) -> None:
    shown = open_window()
    player = open_card(shown, library.video(0), opened, qtbot)
    player.position_noted.emit(library.video(0), 200.0)
    qtbot.waitUntil(lambda: position(library, 0) == pytest.approx(200.0))
    player.closed.emit(library.video(0), 210.0, DURATION_S)
    qtbot.waitUntil(lambda: position(library, 0) == pytest.approx(210.0))
    open_card(shown, library.video(0), opened, qtbot)
    assert opened[-1].start_s == pytest.approx(210.0)
    shown.playing.play(library.video(0), 0.0)
    qtbot.waitUntil(lambda: len(opened) == 3)
    assert opened[-1].start_s == 0.0


def test_next_and_previous_follow_the_series(
    open_window: Open, library: SmallLibrary, opened: list[PlayItem], qtbot: QtBot
) -> None:
    shown = open_window()
    player = open_card(shown, library.video(5), opened, qtbot)
    assert (opened[0].has_previous, opened[0].has_next) == (False, True)
    player.next_requested.emit()
    qtbot.waitUntil(lambda: len(opened) == 2)
    assert opened[1].video_id == library.video(6)
    player.previous_requested.emit()
    qtbot.waitUntil(lambda: len(opened) == 3)
    assert opened[2].video_id == library.video(5)


def test_marks_are_kept_corrected_and_refused_and_come_back_to_the_player(
    open_window: Open,
    library: SmallLibrary,
    opened: list[PlayItem],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = open_window()
    player = open_card(shown, library.video(3), opened, qtbot)
    given: list[tuple[tuple[float, float], ...]] = []
    monkeypatch.setattr(
        player, "set_segments", lambda found: given.append(tuple((s.start_s, s.end_s) for s in found))
    )
    player.segment_marked.emit(library.video(3), SegmentKind.CREDITS, 500.0, 590.0)
    qtbot.waitUntil(lambda: bool(given) and given[-1] == ((500.0, 590.0),))
    with library.catalogue.read() as view:
        segment = view.segments.of_video(library.video(3))[0]
    assert segment.id is not None
    player.segment_changed.emit(library.video(3), segment.id, 510.0, 590.0)
    qtbot.waitUntil(lambda: given[-1] == ((510.0, 590.0),))
    player.segment_removed.emit(library.video(3), segment.id)
    qtbot.waitUntil(lambda: given[-1] == ())


def test_a_file_that_is_gone_is_told_and_not_opened(
    open_window: Open, library: SmallLibrary, opened: list[PlayItem], qtbot: QtBot
) -> None:
    shown = open_window()
    with library.catalogue.write() as edit:
        edit.files.set_state([edit.files.of_video(library.video(2))[0].id], Presence.OFFLINE)
    shown.playing.play(library.video(2))
    qtbot.waitUntil(shown.window.toast.isVisible)
    assert shown.window.toast.words.text() == "The drive of “Cat asleep” is not connected."
    assert opened == []
    assert shown.window.workspace.showing_library()


def test_the_kinds_to_skip_reach_the_player(
    open_window: Open,
    library: SmallLibrary,
    opened: list[PlayItem],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[frozenset[SegmentKind]] = []
    monkeypatch.setattr(PlayerView, "set_auto_skip", lambda _player, kinds: told.append(kinds))
    shown = open_window()
    shown.settings.auto_skip = frozenset({SegmentKind.RECAP})
    open_card(shown, library.video(0), opened, qtbot)
    assert told[-1] == {SegmentKind.RECAP}
