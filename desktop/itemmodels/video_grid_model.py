"""The videos of the grid: all ids in memory, cards by the page, nothing read on the GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from time import perf_counter
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
    Signal,
)

from core.catalogue.session import Session
from core.domain.changes import ChangeSet
from core.domain.sorting import Sorting
from core.query.syntax import Everything, Node
from desktop.itemmodels.cards import Card, CardState, read_cards
from desktop.itemmodels.catalogue_reads import CatalogueReads
from desktop.itemmodels.row_changes import Removal, Step, row_changes
from desktop.itemmodels.settling import Settling

Index = QModelIndex | QPersistentModelIndex
PAGE = 48
PAGES_KEPT = 64


class GridRole(IntEnum):
    VIDEO_ID = Qt.ItemDataRole.UserRole + 1
    CARD = Qt.ItemDataRole.UserRole + 2
    PROGRESS = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Listing:
    """All ids of an answer and where each stands."""

    ids: list[int]
    rows: dict[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """A listing, and the steps that lead to it from the ids in ``before``: ``None`` asks for a reset."""

    listing: Listing
    before: list[int]
    steps: list[Step] | None
    took_s: float


class VideoGridModel(QAbstractListModel):
    """``listed`` follows every answer that came in, with the number of videos.

    ``changed`` carries the identity of a video whose card was read again: its picture may be another one.
    """

    listed = Signal(int)
    changed = Signal(str)

    def __init__(
        self,
        reads: CatalogueReads,
        lists: CatalogueReads,
        language: str = "en",
        parent: QObject | None = None,
    ) -> None:
        """``reads`` fetches cards, ``lists`` whole lists of ids: neither waits for the other."""
        super().__init__(parent)
        self._reads = reads
        self._lists = lists
        self._language = language
        self._query: Node = Everything()
        self._sorting = Sorting()
        self._listing = Listing([], {})
        self._answered: tuple[Node, Sorting] | None = None
        self._cards: OrderedDict[int, Card] = OrderedDict()
        self._progress: dict[int, float] = {}
        self._settling = Settling(self)
        self._settling.due.connect(self._ask_ids)

    # -- what the window says

    def show(self, query: Node, sorting: Sorting) -> None:
        """List the videos of another question; the old ones stay until the answer is there."""
        self._query, self._sorting = query, sorting
        self._ask_ids()

    def set_language(self, language: str) -> None:
        """Name the tags on the cards in another language."""
        self._language = language
        self._forget_cards(self._listing.ids)

    def take_changes(self, changes: ChangeSet) -> None:
        """Read the changed videos anew; the list itself is asked for again once the burst is over."""
        if changes.everything or changes.tag_tree or changes.folders:
            self._forget_cards(list(self._cards))
            self._settling.wish()
        elif changes.videos:
            self._refresh_cards([i for i in changes.videos if i in self._cards])
            self._settling.wish()

    def take_job_videos(self, video_ids: Sequence[int]) -> None:
        """Read the cards anew of videos whose jobs changed; the list stays."""
        self._refresh_cards([i for i in video_ids if i in self._cards])

    def set_progress(self, video_id: int, fraction: float) -> None:
        """Show how far the analysis of one video is; only its card is painted anew."""
        self._progress[video_id] = fraction
        card = self._cards.get(video_id)
        if card is not None and card.state is CardState.WAITING:
            self._cards[video_id] = replace(card, state=CardState.ANALYSING)
        self._tell_rows([video_id])

    # -- what the views ask

    def id_at(self, row: int) -> int:
        """Return the id of the video in a row."""
        return self._listing.ids[row]

    def row_of(self, video_id: int) -> int | None:
        """Return where a video stands, ``None`` where it is not listed."""
        return self._listing.rows.get(video_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._listing.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        if not index.isValid() or row >= len(self._listing.ids):
            return None
        video_id = self._listing.ids[row]
        if role == GridRole.VIDEO_ID:
            return video_id
        if role == GridRole.PROGRESS:
            return self._progress.get(video_id)
        if role not in (GridRole.CARD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        card = self.card_at(row)
        if role == GridRole.CARD or card is None:
            return card
        return card.video.title if role == Qt.ItemDataRole.DisplayRole else card.video.path

    def card_at(self, row: int) -> Card | None:
        """Return the card of a row; where it is not read yet its page is asked for."""
        video_id = self._listing.ids[row]
        card = self._cards.get(video_id)
        if card is None:
            self._ask_page(row // PAGE)
        return card

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        kind = Qt.ItemFlag
        return kind.ItemIsEnabled | kind.ItemIsSelectable | kind.ItemIsDragEnabled | kind.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Hand the files themselves to whoever they are dropped on."""
        cards = [self.card_at(index.row()) for index in indexes]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(card.video.path) for card in cards if card is not None])
        return data

    def cards_kept(self) -> int:
        """Return how many cards are in memory."""
        return len(self._cards)

    # -- answers

    def _ask_ids(self) -> None:
        """Ask for the list; comparing it with the one shown is not work for the GUI thread either."""
        query, sorting, before = self._query, self._sorting, self._listing.ids
        compared = (query, sorting) == self._answered

        def read(view: Session) -> Answer:
            started = perf_counter()
            ids = view.search.ids(query, sorting)
            listing = Listing(ids, {video_id: row for row, video_id in enumerate(ids)})
            steps = row_changes(before, ids) if compared else None
            return Answer(listing, before, steps, perf_counter() - started)

        self._lists.read("grid ids", read, lambda answer: self._take_answer(answer, (query, sorting)))

    def _take_answer(self, answer: Answer, question: tuple[Node, Sorting]) -> None:
        self._answered = question
        self._settling.note(answer.took_s)
        steps = answer.steps if answer.before is self._listing.ids else None
        if steps is None:
            self.beginResetModel()
            self._listing = answer.listing
            self.endResetModel()
        else:
            for step in steps:
                self._take_step(step)
            self._listing = answer.listing
        self.listed.emit(len(answer.listing.ids))

    def _take_step(self, step: Step) -> None:
        """Bring the rows to their next state; where each stands is known again after the last step."""
        ids = list(self._listing.ids)
        if isinstance(step, Removal):
            self.beginRemoveRows(QModelIndex(), step.first, step.last)
            del ids[step.first : step.last + 1]
            self._listing = Listing(ids, {})
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), step.first, step.first + len(step.ids) - 1)
            ids[step.first : step.first] = step.ids
            self._listing = Listing(ids, {})
            self.endInsertRows()

    def _ask_page(self, page: int) -> None:
        ids = self._listing.ids[page * PAGE : (page + 1) * PAGE]
        key = ("grid page", page)
        if not self._reads.is_waiting(key):
            self._ask_cards(key, ids)

    def _ask_cards(self, key: Hashable, ids: list[int]) -> None:
        language = self._language
        self._reads.read(
            key,
            lambda view: read_cards(view, ids, language),
            self._take_cards,
        )

    def _take_cards(self, cards: dict[int, Card]) -> None:
        for video_id, card in cards.items():
            if video_id in self._cards:
                self.changed.emit(card.video.identity)
            self._cards[video_id] = card
            self._cards.move_to_end(video_id)
            if card.state not in (CardState.ANALYSING, CardState.WAITING):
                self._progress.pop(video_id, None)
        while len(self._cards) > PAGE * PAGES_KEPT:
            self._cards.popitem(last=False)
        self._tell_rows(cards)

    def _refresh_cards(self, ids: list[int]) -> None:
        for first in range(0, len(ids), PAGE):
            part = ids[first : first + PAGE]
            self._ask_cards(("grid cards", tuple(part)), part)

    def _forget_cards(self, ids: Sequence[int]) -> None:
        self._refresh_cards([i for i in ids if i in self._cards])

    def _tell_rows(self, ids: Iterable[int]) -> None:
        for video_id in ids:
            row = self._listing.rows.get(video_id)
            if row is not None:
                index = self.index(row)
                self.dataChanged.emit(index, index)
