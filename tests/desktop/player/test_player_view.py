"""The whole player with a real engine, offscreen."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.domain.segments import Segment, SegmentAction, SegmentKind
from desktop.player.backend import PlaybackState
from desktop.player.play_item import PlayItem
from desktop.player.player_view import PlayerView
from desktop.player.skipping import OfferPurpose, SkipOffer
from tests.desktop.player.conftest import CLIP_S, make_backend

WAIT_MS = 8000
INTRO = Segment(SegmentKind.INTRO, 2.0, 6.0, 0.95, SegmentAction.SKIP, "test", "matcher", 11)
CREDITS = Segment(SegmentKind.CREDITS, 10.0, CLIP_S, 0.95, SegmentAction.OFFER, "test", "chapter", 12)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PlayerView]:
    made = PlayerView(backend=make_backend("libvlc"))
    qtbot.addWidget(made)
    made.resize(960, 540)
    made.show()
    yield made
    assert made.shutdown()


@pytest.fixture
def item(clip: Path) -> PlayItem:
    return PlayItem(7, clip, "S01E02", segments=(INTRO, CREDITS), has_next=True, has_previous=True)


def start(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    view.open(item)
    qtbot.waitUntil(
        lambda: view.backend().state() is PlaybackState.PLAYING and view.backend().duration_s() > 0,
        timeout=WAIT_MS,
    )


def paused(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    start(view, qtbot, item)
    QTest.keyClick(view, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: view.backend().state() is PlaybackState.PAUSED, timeout=WAIT_MS)


def test_keys_seek_by_their_steps(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    paused(view, qtbot, item)
    place = view.backend().position_s
    for key, modifier, target_s in (
        (Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier, view.backend().duration_s() / 2),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, None),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, None),
        (Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, None),
    ):
        before_s = place()
        step_s = {Qt.Key.Key_Right: 5.0, Qt.Key.Key_Left: -1.0, Qt.Key.Key_J: -10.0}.get(key, 0.0)
        QTest.keyClick(view, key, modifier)
        wanted_s = target_s if target_s is not None else max(0.0, before_s + step_s)
        assert place() == pytest.approx(wanted_s, abs=0.05)


def test_a_seek_beyond_the_end_stops_short_of_it(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    paused(view, qtbot, item)
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_L)
    assert view.backend().position_s() < view.backend().duration_s()


def test_the_button_offers_and_the_key_skips(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    start(view, qtbot, replace(item, start_s=2.2))
    qtbot.waitUntil(view.skip.isVisible, timeout=WAIT_MS)
    assert view.skip.text() == "Skip intro"
    QTest.keyClick(view, Qt.Key.Key_S)
    assert view.backend().position_s() == pytest.approx(INTRO.end_s, abs=0.1)
    qtbot.waitUntil(lambda: not view.skip.isVisible(), timeout=WAIT_MS)
    QTest.keyClick(view, Qt.Key.Key_U)
    assert view.backend().position_s() < INTRO.end_s - 0.5


def test_auto_skip_jumps_tells_and_can_be_undone(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    view.set_auto_skip(frozenset({SegmentKind.INTRO}))
    start(view, qtbot, replace(item, start_s=1.7))
    qtbot.waitUntil(lambda: view.backend().position_s() >= INTRO.end_s, timeout=WAIT_MS)
    assert view.toast.isVisible()
    assert view.toast.accessibleName() == "Intro skipped"
    QTest.keyClick(view, Qt.Key.Key_U)
    assert INTRO.start_s <= view.backend().position_s() < INTRO.start_s + 1.0
    qtbot.wait(700)
    assert view.backend().position_s() < INTRO.end_s, "what was undone is not skipped again"


def test_a_seek_into_the_intro_by_hand_is_respected(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    view.set_auto_skip(frozenset({SegmentKind.INTRO}))
    start(view, qtbot, replace(item, start_s=7.0))
    QTest.keyClick(view, Qt.Key.Key_2)
    qtbot.wait(600)
    assert 2.0 < view.backend().position_s() < 4.5
    assert view.skip.isVisible()


def test_closing_credits_lead_to_the_next_episode(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    start(view, qtbot, replace(item, start_s=10.2))
    qtbot.waitUntil(lambda: view.skip.isVisible() and view.skip.text() == "Next episode", timeout=WAIT_MS)
    with qtbot.waitSignal(view.next_requested, timeout=WAIT_MS):
        QTest.mouseClick(view.skip, Qt.MouseButton.LeftButton)


def test_the_end_offers_the_next_episode_and_asks_for_it_where_wished(
    view: PlayerView, qtbot: QtBot, item: PlayItem, short_clip: Path
) -> None:
    short = replace(item, path=short_clip, segments=())
    with qtbot.waitSignal(view.backend().ended, timeout=WAIT_MS):
        view.open(short)
    assert view.skip.text() == "Next episode"
    view.set_auto_next(enabled=True)
    with qtbot.waitSignal(view.next_requested, timeout=WAIT_MS):
        view.open(short)


def test_resuming_says_so_and_leads_back_to_the_beginning(
    view: PlayerView, qtbot: QtBot, item: PlayItem
) -> None:
    start(view, qtbot, replace(item, start_s=7.4))
    assert view.toast.accessibleName() == "Continued at 0:07"
    button = view.toast.findChild(QAbstractButton)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.backend().position_s() < 1.0


def test_the_place_is_noted_while_playing_on_pause_and_on_closing(
    view: PlayerView, qtbot: QtBot, item: PlayItem
) -> None:
    noted: list[tuple[int, float]] = []
    view.position_noted.connect(lambda id_, place_s: noted.append((id_, place_s)))
    start(view, qtbot, item)
    view.backend().set_rate(4.0)
    qtbot.waitUntil(lambda: len(noted) >= 1, timeout=WAIT_MS)
    assert 5.0 <= noted[0][1] < 7.0
    view.backend().set_rate(1.0)
    QTest.keyClick(view, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: len(noted) >= 2, timeout=WAIT_MS)
    with qtbot.waitSignal(view.closed, timeout=WAIT_MS) as closed:
        QTest.keyClick(view, Qt.Key.Key_Escape)
    video, place_s, duration_s = closed.args
    assert (video, noted[-1][0]) == (7, 7)
    assert noted[-1][1] == pytest.approx(place_s, abs=0.1)
    assert duration_s == pytest.approx(CLIP_S, abs=0.3)


def test_a_segment_is_marked_with_two_keys(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    paused(view, qtbot, item)
    view.backend().seek(2.0)
    QTest.keyClick(view, Qt.Key.Key_I)
    assert view.editor.isVisible()
    assert not view.editor.save.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_O)
    with qtbot.waitSignal(view.segment_marked, timeout=WAIT_MS) as marked:
        QTest.mouseClick(view.editor.save, Qt.MouseButton.LeftButton)
    video, kind, start_s, end_s = marked.args
    assert (video, kind) == (7, SegmentKind.INTRO)
    assert (start_s, end_s) == (pytest.approx(2.0, abs=0.05), pytest.approx(7.0, abs=0.05))
    assert not view.editor.isVisible()


def test_the_enter_key_keeps_the_marked_segment(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    paused(view, qtbot, item)
    for key in (Qt.Key.Key_I, Qt.Key.Key_Right, Qt.Key.Key_O):
        QTest.keyClick(view, key)
    with qtbot.waitSignal(view.segment_marked, timeout=WAIT_MS):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert not view.editor.isVisible()


def test_escape_leaves_the_marking_before_the_video(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    paused(view, qtbot, item)
    QTest.keyClick(view, Qt.Key.Key_I)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.editor.isVisible()
    assert view.current() is not None


def test_an_edge_is_dragged_and_the_correction_told(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    paused(view, qtbot, item)
    view._desk.edit(INTRO)
    bar = view.controls.seek_bar
    geometry = bar.geometry_s()
    middle_y = bar.height() // 2
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(geometry.x(6.0)), middle_y))
    QTest.mouseMove(bar, QPoint(round(geometry.x(8.0)), middle_y))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(geometry.x(8.0)), middle_y))
    with qtbot.waitSignal(view.segment_changed, timeout=WAIT_MS) as changed:
        QTest.mouseClick(view.editor.save, Qt.MouseButton.LeftButton)
    assert changed.args[:3] == [7, 11, 2.0]
    assert changed.args[3] == pytest.approx(8.0, abs=0.1)


def test_rejecting_a_found_segment_is_told(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    paused(view, qtbot, item)
    view._offer_segment_menu(INTRO, QPoint(0, 0))
    rejecting = next(a for a in view._segment_menu.actions() if a.text() == "Not an intro")
    view._segment_menu.close()
    with qtbot.waitSignal(view.segment_removed, timeout=WAIT_MS) as removed:
        rejecting.trigger()
    assert removed.args == [7, 11]


def test_a_failure_is_shown_and_told(view: PlayerView, qtbot: QtBot, item: PlayItem, tmp_path: Path) -> None:
    with qtbot.waitSignal(view.failed, timeout=WAIT_MS) as failed:
        view.open(replace(item, path=tmp_path / "gone.mkv"))
    assert "gone.mkv" in failed.args[0]
    assert view.message.isVisible()
    start(view, qtbot, item)
    assert not view.message.isVisible()


def test_volume_and_speed_are_kept_over_videos(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    volumes: list[int] = []
    view.volume_changed.connect(volumes.append)
    start(view, qtbot, item)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    start(view, qtbot, item)
    assert volumes == [95]
    assert view.controls.volume.value() == 95
    assert view.controls.speed.text() == "1.25×"


def test_an_engine_that_does_not_start_is_replaced(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    view.open(item)
    view.backend().unavailable.emit("libvlc does not start.")
    assert view.backend().name == "QtMultimedia"
    qtbot.waitUntil(lambda: view.backend().state() is PlaybackState.PLAYING, timeout=WAIT_MS)


def _name_read_out(control: QWidget) -> str:
    return control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")


def test_every_control_has_a_name_for_screen_readers(view: PlayerView) -> None:
    kinds = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox)
    controls: list[QWidget] = [c for kind in kinds for c in view.findChildren(kind)]
    view.toast.say("x", "y", lambda: None)
    view.skip.show_offer(SkipOffer(OfferPurpose.SKIP, SegmentKind.INTRO, 6.0))
    nameless = [c for c in controls if not isinstance(c, QScrollBar) and not _name_read_out(c)]
    assert len(controls) > 15
    assert nameless == []


def test_the_event_loop_is_never_held_up(view: PlayerView, qtbot: QtBot, item: PlayItem) -> None:
    """Opening, seeking, stopping: libvlc's slow calls happen elsewhere."""
    start(view, qtbot, item)
    late_ms: list[float] = []
    since = QElapsedTimer()
    ticks = QTimer(interval=5)
    ticks.setTimerType(Qt.TimerType.PreciseTimer)

    def tick() -> None:
        late_ms.append(since.nsecsElapsed() / 1e6 - ticks.interval())
        since.start()

    ticks.timeout.connect(tick)
    since.start()
    ticks.start()
    for _ in range(3):
        view.open(item)
        qtbot.wait(500)
        view.backend().seek(8.0)
        qtbot.wait(300)
        view.close_video()
        qtbot.wait(100)
    ticks.stop()
    late_ms.sort()
    p99_ms, worst_ms = late_ms[int(len(late_ms) * 0.99)], late_ms[-1]
    print(
        f"event loop while playing: {len(late_ms)} ticks, p99 {p99_ms:.1f} ms, worst {worst_ms:.1f} ms late"
    )
    assert worst_ms < 150


@pytest.mark.slow
def test_fifty_videos_opened_and_closed_leave_no_thread(qtbot: QtBot, clip: Path) -> None:
    before = threading.active_count()
    for number in range(10):
        made = PlayerView(backend=make_backend("libvlc"))
        made.show()
        for turn in range(5):
            made.open(PlayItem(number, clip, "again", start_s=turn))
            qtbot.wait(10 * turn**2)  # closed while it starts, while it opens, while it plays
            made.close_video()
        assert made.shutdown()
        made.deleteLater()
    qtbot.waitUntil(lambda: threading.active_count() <= before, timeout=WAIT_MS)
