"""The detail panel: tags answered, moments played, failures tried again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.domain.jobs import JobState
from core.domain.segments import TranscriptLine
from core.domain.tags import TagPrediction, TagState
from desktop.itemmodels.details import Details
from desktop.views.detail_sections import ErrorBanner, TranscriptList
from desktop.views.tag_field import TagField
from desktop.views.tag_rows import RejectedLine, TagLine
from tests.desktop.conftest import OpenWindow
from tests.desktop.small_library import SmallLibrary

Open = Callable[[], OpenWindow]
LEFT = Qt.MouseButton.LeftButton


def show(shown: OpenWindow, video_id: int, qtbot: QtBot) -> Details:
    window = shown.window
    row = window.grid_model.row_of(video_id)
    assert row is not None
    window.workspace.library.grid.setCurrentIndex(window.grid_model.index(row))
    qtbot.waitUntil(lambda: details(shown) is not None and details(shown).video.id == video_id)
    found = details(shown)
    assert found is not None
    return found


def details(shown: OpenWindow) -> Details:
    return shown.window.workspace.detail.shown  # type: ignore[return-value]


def tag_lines(shown: OpenWindow) -> list[TagLine]:
    body = shown.window.workspace.detail.widget()
    assert body is not None
    return body.findChildren(TagLine)


def states(library: SmallLibrary, number: int) -> dict[str, TagState]:
    with library.catalogue.read() as view:
        tags = view.video_tags.of_video(library.video(number), rejected=True)
    return {tag.path[-1]: tag.state for tag in tags}


def test_it_shows_facts_tags_segments_and_speech(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    show(shown, library.video(0), qtbot)
    body = shown.window.workspace.detail.widget()
    assert body is not None
    words = [each.text() for each in body.findChildren(QLabel)]
    assert "Dog on the beach" in words
    assert "1920 × 1080 · 1080p" in words
    assert "90 % · picture" in words
    transcript = body.findChild(TranscriptList)
    assert transcript is not None
    assert transcript.list.count() == 3
    transcript.search.setText("swim")
    assert [transcript.list.item(row).isHidden() for row in range(3)] == [True, True, False]


def test_accepting_and_rejecting_keeps_the_persons_word(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    show(shown, library.video(1), qtbot)
    dogs, cats = sorted(tag_lines(shown), key=lambda row: row.tag.path, reverse=True)
    QTest.mouseClick(dogs.accept, LEFT)
    qtbot.waitUntil(lambda: states(library, 1)["Dogs"] is TagState.ACCEPTED)
    qtbot.waitUntil(lambda: not hasattr(_line(shown, "Dogs"), "accept"))
    QTest.mouseClick(_line(shown, "Cats").reject, LEFT)
    qtbot.waitUntil(lambda: states(library, 1)["Cats"] is TagState.REJECTED)
    assert cats.tag.path == ("Animals", "Cats")


def test_a_rejection_can_be_undone_from_the_notice_and_from_the_panel(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    show(shown, library.video(0), qtbot)
    toast = shown.window.toast
    for undo in ("notice", "panel"):
        QTest.mouseClick(_line(shown, "Dogs").reject, LEFT)
        qtbot.waitUntil(lambda: toast.isVisible() and _rejected(shown) is not None)
        button = toast.button if undo == "notice" else _rejected(shown).restore  # type: ignore[union-attr]
        QTest.mouseClick(button, LEFT)
        qtbot.waitUntil(lambda: states(library, 0) == {"Dogs": TagState.SUGGESTED})
        qtbot.waitUntil(lambda: len(tag_lines(shown)) == 1 and _rejected(shown) is None)
        toast.hide()


def _line(shown: OpenWindow, name: str) -> TagLine:
    return next(row for row in tag_lines(shown) if row.tag.path[-1] == name)


def _rejected(shown: OpenWindow) -> RejectedLine | None:
    body = shown.window.workspace.detail.widget()
    return None if body is None else body.findChild(RejectedLine)


def _field(shown: OpenWindow) -> TagField:
    body = shown.window.workspace.detail.widget()
    assert body is not None
    field = body.findChild(TagField)
    assert field is not None
    return field


@pytest.mark.parametrize(
    ("typed", "path"), [("cats", ("Animals", "Cats")), ("Home/Garden", ("Home", "Garden"))]
)
def test_a_tag_is_added_by_name_and_a_new_one_is_made(
    open_window: Open, library: SmallLibrary, qtbot: QtBot, typed: str, path: tuple[str, ...]
) -> None:
    shown = open_window()
    show(shown, library.video(7), qtbot)
    QTest.keyClicks(_field(shown).field, typed)
    QTest.keyClick(_field(shown).field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: states(library, 7) == {path[-1]: TagState.ADDED})
    qtbot.waitUntil(lambda: [row.tag.path for row in tag_lines(shown)] == [path])
    QTest.mouseClick(_line(shown, path[-1]).remove, LEFT)
    qtbot.waitUntil(lambda: states(library, 7) == {})


def test_evidence_segment_and_spoken_line_play_from_their_moment(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    show(shown, library.video(0), qtbot)
    panel = shown.window.workspace.detail
    asked: list[tuple[int, float]] = []
    panel.play_requested.disconnect(shown.playing.play)
    panel.play_requested.connect(lambda video_id, start_s: asked.append((video_id, start_s)))
    frames = _line(shown, "Dogs").evidence.buttons
    assert len(frames) == 2
    QTest.mouseClick(frames[1], LEFT)
    body = panel.widget()
    assert body is not None
    transcript = body.findChild(TranscriptList)
    assert transcript is not None
    spoken = transcript.list
    spoken.itemClicked.emit(spoken.item(2))
    assert asked == [(library.video(0), 300.0), (library.video(0), 20.0)]


def test_every_moment_is_inside_a_narrow_panel_and_every_line_is_seen(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    with library.catalogue.write() as edit:
        many = [TagPrediction("animals.dogs", 0.9, "picture", (10.0, 100.0, 300.0, 590.0))]
        edit.video_tags.replace_predictions(library.video(0), many)
        said = [
            TranscriptLine(9.0 * n, 9.0 * n + 5, "A sentence that needs two lines there") for n in range(4)
        ]
        edit.transcripts.replace(library.video(0), said)
    shown = open_window()
    panel = shown.window.workspace.detail
    shown.window.workspace.splitter.setSizes([220, 800, 280])
    show(shown, library.video(0), qtbot)
    assert len(tag_lines(shown)[0].evidence.buttons) == 4
    for button in tag_lines(shown)[0].evidence.buttons:
        corner = button.mapTo(panel.viewport(), button.rect().topRight())
        assert corner.x() < panel.viewport().width()
    lines = panel.findChildren(TranscriptList)[0].list
    qtbot.waitUntil(lambda: lines.verticalScrollBar().maximum() == 0)


def test_a_failure_says_why_and_is_tried_again(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    show(shown, library.video(7), qtbot)
    body = shown.window.workspace.detail.widget()
    assert body is not None
    banner = body.findChild(ErrorBanner)
    assert banner is not None
    assert any("Copy it again" in each.text() for each in banner.findChildren(QLabel))
    QTest.mouseClick(banner.retry, LEFT)

    def queued() -> bool:
        with library.catalogue.read() as view:
            return [job.state for job in view.jobs.of_video(library.video(7))] == [JobState.QUEUED]

    qtbot.waitUntil(queued)


def test_what_is_typed_survives_a_change_of_the_video(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    show(shown, library.video(0), qtbot)
    QTest.keyClicks(_field(shown).field, "Gard")
    shown.window.details.answer(library.video(0), library.tags["sport.ski"], "added")
    qtbot.waitUntil(lambda: len(tag_lines(shown)) == 2)
    assert _field(shown).field.text() == "Gard"
