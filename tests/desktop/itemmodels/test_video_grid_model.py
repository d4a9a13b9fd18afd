"""The grid's model: ids in memory, cards by the page, changes told row by row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from core.catalogue.session import Session
from core.domain.changes import ChangeSet
from core.domain.sorting import Sorting, SortKey
from core.domain.videos import EpisodeName
from core.query.syntax import Everything, HasTag
from desktop.itemmodels.cards import CardState
from desktop.itemmodels.catalogue_reads import CatalogueReads
from desktop.itemmodels.video_grid_model import GridRole, VideoGridModel
from tests.desktop.small_library import PLAN, SmallLibrary

OLDEST = Sorting(SortKey.ADDED, descending=False)


@pytest.fixture
def reads(library: SmallLibrary) -> Iterator[CatalogueReads]:
    made = CatalogueReads(library.catalogue)
    yield made
    made.close()


@pytest.fixture
def model(reads: CatalogueReads, library: SmallLibrary, qtbot: QtBot) -> VideoGridModel:
    made = VideoGridModel(reads, reads)
    made.show(Everything(), OLDEST)
    qtbot.waitUntil(lambda: made.rowCount() == len(library.videos))
    return made


def card_of(model: VideoGridModel, row: int, qtbot: QtBot) -> object:
    qtbot.waitUntil(lambda: model.card_at(row) is not None)
    return model.index(row).data(GridRole.CARD)


def test_it_keeps_the_contract_of_item_models(model: VideoGridModel, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for row in range(model.rowCount()):
        card_of(model, row, qtbot)
    assert tester.model() is model


def test_a_card_is_a_placeholder_until_its_page_was_read(model: VideoGridModel, qtbot: QtBot) -> None:
    assert model.index(0).data(GridRole.CARD) is None
    qtbot.waitUntil(lambda: model.card_at(0) is not None)
    card = model.card_at(0)
    assert card is not None
    assert card.video.title == PLAN[0][0]
    assert card.tags == ("Dogs",)
    assert card.state is CardState.WAITING


def test_a_tag_lists_its_videos_and_those_below(
    model: VideoGridModel, library: SmallLibrary, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.listed) as told:
        model.show(HasTag(library.tags["animals"]), OLDEST)
    assert told.args == [4]
    assert [model.id_at(row) for row in range(4)] == library.videos[:4]


def test_a_new_video_is_inserted_without_a_reset(
    model: VideoGridModel, library: SmallLibrary, qtbot: QtBot
) -> None:
    resets, inserted = QSignalSpy(model.modelReset), QSignalSpy(model.rowsInserted)
    with library.catalogue.write() as edit:
        video_id = edit.videos.ensure("new", EpisodeName("New"), 5)
        edit.files.put(str(library.home / "new.mp4"), video_id, library.folder.id, 5, 1)
    model.take_changes(ChangeSet(videos=frozenset({video_id})))
    qtbot.waitUntil(lambda: model.row_of(video_id) is not None)
    assert model.rowCount() == len(PLAN) + 1
    assert (resets.count(), inserted.count()) == (0, 1)


def test_progress_touches_one_row_and_reads_nothing(
    model: VideoGridModel, library: SmallLibrary, qtbot: QtBot
) -> None:
    card_of(model, 0, qtbot)
    changed, resets = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    model.set_progress(library.video(0), 0.4)
    assert changed.count() == 1
    assert changed.at(0)[0].row() == 0
    assert resets.count() == 0
    assert model.index(0).data(GridRole.PROGRESS) == pytest.approx(0.4)
    assert model.index(0).data(GridRole.CARD).state is CardState.ANALYSING


def test_a_change_tells_only_the_rows_of_its_videos(
    model: VideoGridModel, library: SmallLibrary, qtbot: QtBot
) -> None:
    for row in range(model.rowCount()):
        card_of(model, row, qtbot)
    with library.catalogue.write() as edit:
        edit.videos.rename(library.video(2), EpisodeName("Cat awake"))
    changed = QSignalSpy(model.dataChanged)
    model.take_changes(ChangeSet(videos=frozenset({library.video(2)})))
    qtbot.waitUntil(lambda: changed.count() > 0)
    assert {changed.at(n)[0].row() for n in range(changed.count())} == {2}
    assert model.index(2).data() == "Cat awake"


def test_another_order_of_the_same_videos_is_shown(model: VideoGridModel, qtbot: QtBot) -> None:
    first = model.id_at(0)
    model.show(Everything(), Sorting(SortKey.SIZE, descending=True))
    qtbot.waitUntil(lambda: model.id_at(0) != first)
    assert model.row_of(first) == len(PLAN) - 1


def test_the_cards_kept_are_bounded(reads: CatalogueReads, qtbot: QtBot, library: SmallLibrary) -> None:
    def add_many(edit: Session) -> None:
        for number in range(4000):
            video_id = edit.videos.ensure(f"many-{number}", EpisodeName(f"Many {number}"), 5)
            edit.files.put(f"/many/{number}.mp4", video_id, None, 5, 1)

    with library.catalogue.write() as edit:
        add_many(edit)
    model = VideoGridModel(reads, reads)
    model.show(Everything(), OLDEST)
    qtbot.waitUntil(lambda: model.rowCount() == 4000 + len(PLAN), timeout=20_000)
    for row in range(0, 4000, 48):
        model.card_at(row)
        qtbot.waitUntil(lambda row=row: model.card_at(row) is not None)  # type: ignore[misc]
    assert model.cards_kept() <= 48 * 64
