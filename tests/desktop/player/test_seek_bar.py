from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.domain.segments import Segment, SegmentAction, SegmentKind
from desktop.player.icons import icon
from desktop.player.marking import Draft
from desktop.player.seek_bar import SeekBar
from desktop.player.seek_geometry import SeekGeometry
from desktop.player.segment_paint import COLOURS, PATTERNS

LONG = Segment(SegmentKind.RECAP, 10, 90, 0.9, SegmentAction.OFFER, "", "test", 1)
SHORT = Segment(SegmentKind.INTRO, 40, 50, 0.9, SegmentAction.OFFER, "", "test", 2)


@pytest.fixture
def bar(qtbot: QtBot) -> SeekBar:
    made = SeekBar()
    qtbot.addWidget(made)
    made.resize(620, 26)
    made.set_duration(100.0)
    made.show()
    return made


def at(bar: SeekBar, time_s: float) -> QPoint:
    return QPoint(round(bar.geometry_s().x(time_s)), bar.height() // 2)


def test_a_click_seeks_to_its_place(bar: SeekBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.sought) as sought:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at(bar, 30.0))
    assert sought.args[0] == pytest.approx(30.0, abs=0.1)


def test_dragging_scrubs_and_decides_on_release(bar: SeekBar, qtbot: QtBot) -> None:
    scrubbed: list[float] = []
    sought: list[float] = []
    bar.scrubbed.connect(scrubbed.append)
    bar.sought.connect(sought.append)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(bar, 20.0))
    QTest.mouseMove(bar, at(bar, 60.0))
    bar.set_position(21.0)
    assert bar.sliderPosition() == pytest.approx(60_000, abs=200), "the hand holds the handle"
    assert sought == []
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at(bar, 60.0))
    assert scrubbed == [pytest.approx(20.0, abs=0.1), pytest.approx(60.0, abs=0.1)]
    assert sought == [pytest.approx(60.0, abs=0.1)]


def test_the_wheel_seeks_and_stays_within_the_video(bar: SeekBar, qtbot: QtBot) -> None:
    bar.set_position(98.0)
    place = QPointF(at(bar, 98.0))
    turn = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(bar.sought) as sought:
        QApplication.sendEvent(bar, turn)
    assert sought.args == [100.0]


def test_hovering_tells_time_and_segment(bar: SeekBar, qtbot: QtBot) -> None:
    bar.set_segments((LONG, SHORT))
    place = QPointF(at(bar, 45.0))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(bar.hovered) as hovered:
        QApplication.sendEvent(bar, move)
    assert hovered.args[0] == pytest.approx(45.0, abs=0.1)
    assert hovered.args[2] is SHORT


@pytest.mark.parametrize(("edge_s", "to_s", "span"), [(40.0, 20.0, (20.0, 60.0)), (60.0, 80.0, (40.0, 80.0))])
def test_the_edges_of_a_draft_are_dragged(
    bar: SeekBar, qtbot: QtBot, edge_s: float, to_s: float, span: tuple[float, float]
) -> None:
    bar.set_draft(Draft(SegmentKind.INTRO, 40.0, 60.0))
    dragged: list[tuple[float, float]] = []
    sought: list[float] = []
    bar.draft_dragged.connect(lambda start_s, end_s: dragged.append((start_s, end_s)))
    bar.sought.connect(sought.append)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(bar, edge_s))
    QTest.mouseMove(bar, at(bar, to_s))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at(bar, to_s))
    assert dragged[-1] == pytest.approx(span, abs=0.2)
    assert sought == []


def test_without_a_draft_edges_cannot_be_dragged_by_accident(bar: SeekBar, qtbot: QtBot) -> None:
    bar.set_segments((SHORT,))
    with qtbot.assertNotEmitted(bar.draft_dragged):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at(bar, 40.0))


def test_nothing_happens_while_the_duration_is_unknown(bar: SeekBar, qtbot: QtBot) -> None:
    bar.set_duration(0.0)
    with qtbot.assertNotEmitted(bar.sought):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(200, 13))


def test_segments_are_painted_in_their_colours(bar: SeekBar) -> None:
    bar.set_segments((SHORT,))
    bar.set_position(99.0)
    picture: QImage = bar.grab().toImage()
    assert picture.pixelColor(at(bar, 45.0)) == COLOURS[SegmentKind.INTRO]


def test_kinds_differ_in_pattern_as_well_as_in_colour() -> None:
    assert len({colour.name() for colour in COLOURS.values()}) == len(SegmentKind)
    assert len(set(PATTERNS.values())) == len(SegmentKind)


def test_geometry_keeps_to_the_track_and_to_the_video() -> None:
    geometry = SeekGeometry(10, 600, 100)
    assert geometry.time_s(-50) == 0
    assert geometry.time_s(5000) == 100
    assert geometry.x(1000) == 610
    assert SeekGeometry(10, 600, 0).x(5) == 10
    assert SeekGeometry(10, 0, 100).time_s(5) == 0


def test_icons_take_the_colour_they_are_given(qapp: QApplication) -> None:
    red = QColor("#ff0000")
    picture = icon("pause", red).pixmap(24, 24).toImage()
    inked = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    assert all(colour.red() == 255 and colour.green() == 0 for colour in inked)
