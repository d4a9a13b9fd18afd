"""The queue in status bar, panel and grid."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from core.domain.jobs import JobKind, JobState
from core.domain.stages import QUICK_STAGES, Stage
from core.jobs.runner import JobProgress
from desktop.itemmodels.cards import CardState
from desktop.itemmodels.jobs_model import JobColumn, JobRole, JobsModel, read_jobs
from desktop.itemmodels.video_grid_model import GridRole
from tests.desktop.conftest import OpenWindow
from tests.desktop.small_library import SmallLibrary

Open = Callable[[], OpenWindow]
LEFT = Qt.MouseButton.LeftButton


def job_of(library: SmallLibrary, number: int) -> int:
    with library.catalogue.read() as view:
        return view.jobs.of_video(library.video(number))[0].id


def state_of(library: SmallLibrary, job_id: int) -> JobState | None:
    with library.catalogue.read() as view:
        job = view.jobs.get(job_id)
    return None if job is None else job.state


def run(shown: OpenWindow, library: SmallLibrary, fraction: float) -> int:
    """Let the first video's job run as a worker would tell it."""
    job_id = job_of(library, 0)
    with library.catalogue.write() as edit:
        edit.jobs.claim("worker", 60.0, [job_id])
    shown.pool._note_progress(JobProgress(job_id, library.video(0), Stage.SPEECH, fraction))
    return job_id


def test_the_model_keeps_the_contract_and_never_resets_for_progress(
    library: SmallLibrary, qapp: object
) -> None:
    model = JobsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with library.catalogue.read() as view:
        model.show(read_jobs(view))
    resets, changed = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    with library.catalogue.write() as edit:
        edit.jobs.claim("worker", 60.0)
    with library.catalogue.read() as view:
        model.show(read_jobs(view))
    model.set_progress(job_of(library, 0), Stage.TAGS, 0.25)
    assert [model.index(row, JobColumn.TITLE).data() for row in range(2)] == ["Dog on the beach", "Birthday"]
    assert model.index(0, JobColumn.STATE).data() == "Looking for tags"
    assert model.index(0, 0).data(JobRole.FRACTION) == pytest.approx(0.25)
    assert model.index(1, JobColumn.NOTE).data() == "The file ends in the middle. Copy it again."
    assert resets.count() == 0
    assert changed.count() == 2
    assert tester.model() is model


def test_progress_reaches_status_bar_panel_and_card(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    window = shown.window
    run(shown, library, 0.5)
    qtbot.waitUntil(lambda: "Listening to speech: Dog on the beach" in window.status.words.text())
    assert window.status.words.text().startswith("1 job left")
    assert window.status.bar.value() == 500
    assert window.status.failed.text() == "1 failed"
    row = window.grid_model.row_of(library.video(0))
    assert row is not None
    index = window.grid_model.index(row)
    qtbot.waitUntil(lambda: window.grid_model.card_at(row) is not None)
    qtbot.waitUntil(lambda: index.data(GridRole.CARD).state is CardState.ANALYSING)
    assert index.data(GridRole.PROGRESS) == pytest.approx(0.5)


def test_pause_and_going_on(open_window: Open, qtbot: QtBot) -> None:
    shown = open_window()
    status = shown.window.status
    qtbot.waitUntil(status.pause.isVisible)
    QTest.mouseClick(status.pause, LEFT)
    assert shown.pool.paused
    qtbot.waitUntil(lambda: status.words.text() == "Paused · 1 job left")
    QTest.mouseClick(status.pause, LEFT)
    assert not shown.pool.paused


def test_jobs_are_cancelled_and_tried_again_in_the_panel(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    shown = open_window()
    panel = shown.window.jobs_panel
    QTest.mouseClick(shown.window.status.panel, LEFT)
    qtbot.waitUntil(lambda: panel.isVisible() and panel.table.model().rowCount() == 2)
    waiting, failed = job_of(library, 0), job_of(library, 7)
    flags = QItemSelectionModel.SelectionFlag
    panel.table.selectionModel().select(panel.table.model().index(0, 0), flags.ClearAndSelect | flags.Rows)
    assert panel.cancel.isEnabled()
    assert not panel.retry.isEnabled()
    QTest.mouseClick(panel.cancel, LEFT)
    qtbot.waitUntil(lambda: state_of(library, waiting) is JobState.CANCELLED)
    QTest.mouseClick(panel.retry_all, LEFT)
    qtbot.waitUntil(lambda: state_of(library, failed) is JobState.QUEUED)
    qtbot.waitUntil(lambda: panel.table.model().rowCount() == 1)


def test_a_video_whose_jobs_failed_alike_is_listed_and_counted_once(
    open_window: Open, library: SmallLibrary, qtbot: QtBot
) -> None:
    with library.catalogue.write() as edit:
        quick = edit.jobs.enqueue(library.video(7), JobKind.QUICK, QUICK_STAGES)
        edit.jobs.claim("test", 60.0, [quick])
        edit.jobs.finish(quick, "test", "The file ends in the middle. Copy it again.")
    shown = open_window()
    panel = shown.window.jobs_panel
    shown.window.jobs_dock.show()
    qtbot.waitUntil(lambda: panel.table.model().rowCount() == 2)
    assert shown.window.status.failed.text() == "1 failed"
    panel.table.selectRow(1)
    QTest.mouseClick(panel.retry, LEFT)
    qtbot.waitUntil(lambda: state_of(library, quick) is JobState.QUEUED)
    assert state_of(library, job_of(library, 7)) is JobState.QUEUED


def test_a_queue_that_is_empty_says_so(open_window: Open, library: SmallLibrary, qtbot: QtBot) -> None:
    shown = open_window()
    with library.catalogue.write() as edit:
        edit.jobs.cancel([job_of(library, 0)])
    with library.catalogue.write() as edit:
        edit.jobs.retry([job_of(library, 7)])
        edit.jobs.claim("worker", 60.0)
        edit.jobs.finish(job_of(library, 7), "worker")
    qtbot.waitUntil(lambda: shown.window.status.words.text() == "Everything is analysed")
    assert not shown.window.status.bar.isVisible()
    assert shown.window.jobs_panel.nothing.isVisibleTo(shown.window.jobs_panel)
