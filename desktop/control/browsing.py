"""Keeps what the person asked for in one place and tells grid, tree and chips about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from PySide6.QtCore import QItemSelectionModel, QObject, QTimer, Signal

from core.catalogue.session import Session
from core.catalogue.tag_tree import TagRow
from core.domain.changes import ChangeSet
from core.domain.sorting import Sorting
from core.domain.tags import Taxonomy
from core.domain.videos import Folder
from core.errors import QueryError
from core.query.parser import parse
from core.query.tag_names import TagNames
from desktop.itemmodels.catalogue_reads import CatalogueReads
from desktop.itemmodels.settling import Settling
from desktop.itemmodels.tag_tree_model import TagTreeModel
from desktop.itemmodels.video_grid_model import VideoGridModel
from desktop.views.empty_state import Emptiness, emptiness
from desktop.views.filter_choice import Combine, FilterChoice
from desktop.views.library_page import LibraryPage
from desktop.views.sidebar import Sidebar

_TREE = "tag tree"
_COUNTS = "tag counts"
_FOLDERS = "folders"
_PATIENCE_MS = 20_000
"""For so long after a folder came or went an empty grid can say that folders are looked through."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What outlives a change of the language."""

    ticked: tuple[int, ...] = ()
    opened: frozenset[int] = frozenset()
    text: str = ""


class Browsing(QObject):
    """``add_folder_asked`` comes from the words of an empty grid; ``tags_changed`` carries all paths."""

    add_folder_asked = Signal()
    tags_changed = Signal(list)

    def __init__(
        self,
        *,
        reads: CatalogueReads,
        grid_model: VideoGridModel,
        tags: TagTreeModel,
        page: LibraryPage,
        sidebar: Sidebar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reads, self._model, self._tags = reads, grid_model, tags
        self._page, self._sidebar = page, sidebar
        self._names = TagNames(Taxonomy(()), {})
        self._folders: tuple[Folder, ...] = ()
        self._scanned: frozenset[int] = frozenset()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._end_patience)
        self._asked_for: int | None = None
        self._kept = Kept()
        self._settling = Settling(self)
        self._settling.due.connect(self._ask_counts)
        self.choice = FilterChoice()
        self._connect()

    def begin(
        self,
        ticked: Sequence[int] = (),
        opened: Collection[int] = (),
        current: int | None = None,
        text: str = "",
    ) -> None:
        """Read everything for the first time; what was chosen before the window was built anew comes back."""
        self._kept = Kept(tuple(ticked), frozenset(opened), text)
        self._asked_for = current
        self.take_changes(ChangeSet(everything=True))
        self._model.show(self.choice.query(), self.choice.sorting)

    def take_changes(self, changes: ChangeSet) -> None:
        """Follow a commit: only what it touched is read again."""
        if changes.everything or changes.tag_tree:
            self._reads.read(_TREE, lambda view: view.tag_tree.rows(), self._take_tree)
        if changes.everything or changes.folders:
            self._reads.read(_FOLDERS, lambda view: view.folders.all(), self._take_folders)
        if changes.everything:
            self._ask_counts()
        elif changes.tag_tree or changes.folders or changes.videos:
            self._settling.wish()

    def note_scanned(self, folder_ids: frozenset[int]) -> None:
        """Note which folders were looked through; while another one is, an empty grid says so."""
        self._scanned = folder_ids
        self._show_emptiness(self._model.rowCount())

    def search(self, text: str) -> None:
        """Show what matches the words; a mistake is named and the last good answer stays."""
        try:
            typed = self._names.resolve(parse(text))
        except QueryError as error:
            self._page.show_mistake(str(error))
            return
        self._page.show_mistake("")
        self._choose(replace(self.choice, text=text, typed=typed))

    def search_for(self, text: str) -> None:
        """Put words into the search box and search."""
        self._page.search.setText(text)
        self.search(text)

    def clear(self) -> None:
        """Show everything again."""
        self._page.clear_search()
        self.choice = self.choice.cleared()
        self._tags.set_ticked(())
        self._ask()

    def show_video(self, video_id: int) -> None:
        """Select a video and bring it into view; where the filter hides it, the filter goes."""
        if self._model.row_of(video_id) is None:
            self._asked_for = video_id
            self.clear()
        else:
            self._select(video_id)

    # -- wiring

    def _connect(self) -> None:
        page = self._page
        page.searched.connect(self.search)
        page.sorted_by.connect(self._sort)
        page.combined.connect(self._combine)
        page.tick_removed.connect(self._untick)
        page.filter_cleared.connect(self.clear)
        page.empty.action_asked.connect(self._act_on_emptiness)
        self._tags.ticks_changed.connect(self._follow_ticks)
        self._model.listed.connect(self._take_count)
        self._model.modelAboutToBeReset.connect(self._note_current)

    def _sort(self, sorting: Sorting) -> None:
        self._choose(replace(self.choice, sorting=sorting))

    def _combine(self, combine: Combine) -> None:
        self._choose(replace(self.choice, combine=combine))

    def _untick(self, tag_id: int) -> None:
        self._tags.set_ticked([i for i in self._tags.ticked() if i != tag_id])

    def _follow_ticks(self) -> None:
        self._choose(replace(self.choice, ticked=self._tags.ticked()))

    def _choose(self, choice: FilterChoice) -> None:
        if choice != self.choice:
            self.choice = choice
            self._ask()

    def _ask(self) -> None:
        ticks = [(i, self._tags.path(i)[-1]) for i in self._tags.ticked()]
        self._page.show_ticks(ticks, self.choice.combine)
        self._model.show(self.choice.query(), self.choice.sorting)
        if self._page.grid.verticalScrollBar().value():
            self._page.grid.scrollToTop()

    def _ask_counts(self) -> None:
        def read(view: Session) -> tuple[dict[int, int], float]:
            started = perf_counter()
            return view.search.tag_counts(), perf_counter() - started

        self._reads.read(_COUNTS, read, self._take_counts)

    # -- answers

    def _take_counts(self, answer: tuple[dict[int, int], float]) -> None:
        counts, took_s = answer
        self._settling.note(took_s)
        self._tags.set_counts(counts)

    def _take_tree(self, rows: tuple[TagRow, ...]) -> None:
        self._tags.show(rows)
        taxonomy = Taxonomy(tuple(row.node for row in rows))
        self._names = TagNames(taxonomy, {row.node.key: row.id for row in rows})
        self.tags_changed.emit([(row.id, self._tags.path(row.id)) for row in rows])
        kept, self._kept = self._kept, Kept()
        if kept.opened:
            self._sidebar.tags.set_open_tags(set(kept.opened))
        if kept.text:
            self.search_for(kept.text)
        elif self.choice.text:
            self.search(self.choice.text)
        if kept.ticked:
            self._tags.set_ticked(kept.ticked)

    def _take_folders(self, folders: tuple[Folder, ...]) -> None:
        if len(folders) != len(self._folders):
            self._patience.start()
        self._folders = folders
        self._sidebar.folders.show_folders(folders)
        self._show_emptiness(self._model.rowCount())

    def _take_count(self, count: int) -> None:
        self._page.show_count(count)
        self._show_emptiness(count)
        wanted, self._asked_for = self._asked_for, None
        if wanted is not None:
            self._select(wanted)

    def _note_current(self) -> None:
        """A video that the new answer holds as well stays selected."""
        current = self._page.grid.currentIndex()
        if self._asked_for is None and current.isValid():
            self._asked_for = self._model.id_at(current.row())

    def _show_emptiness(self, count: int) -> None:
        scanning = self._patience.isActive() and any(f.id not in self._scanned for f in self._folders)
        reason = emptiness(count, folders=len(self._folders), filtered=self.choice.filters, scanning=scanning)
        if reason is not None:
            self._page.empty.explain(reason)
        self._page.show_empty(empty=reason is not None)

    def _end_patience(self) -> None:
        self._show_emptiness(self._model.rowCount())

    def _act_on_emptiness(self, reason: Emptiness) -> None:
        if reason is Emptiness.NO_RESULTS:
            self.clear()
        else:
            self.add_folder_asked.emit()

    def _select(self, video_id: int) -> None:
        row = self._model.row_of(video_id)
        if row is not None:
            index = self._model.index(row)
            flags = QItemSelectionModel.SelectionFlag
            self._page.grid.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            self._page.grid.scrollTo(index)
