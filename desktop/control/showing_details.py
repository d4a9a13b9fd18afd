"""Shows the current video in the detail panel and carries the person's answers to the catalogue."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QObject, Signal

from core.catalogue.cache import Cache
from core.catalogue.session import Session
from core.domain.changes import ChangeSet
from core.domain.jobs import JobState
from core.domain.tags import TagState
from desktop.itemmodels.catalogue_reads import CatalogueReads
from desktop.itemmodels.details import Details, read_details
from desktop.itemmodels.video_grid_model import GridRole
from desktop.views.detail_panel import DetailPanel
from desktop.workers.edits import EditQueue

_KEY = "details"


class ShowingDetails(QObject):
    """``told`` carries a sentence and how to undo what it says: ``None`` where there is nothing to undo."""

    told = Signal(str, object)
    analysis_asked = Signal(int)

    def __init__(
        self,
        *,
        reads: CatalogueReads,
        cache: Cache,
        edits: EditQueue,
        panel: DetailPanel,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reads, self._cache, self._edits = reads, cache, edits
        self._panel, self._language = panel, language
        self._selection: QItemSelectionModel | None = None
        self._current: int | None = None
        panel.tag_answered.connect(self.answer)
        panel.tag_named.connect(self._add_named)
        panel.segment_refused.connect(self._refuse_segment)
        panel.retry_asked.connect(self._retry)

    @property
    def current(self) -> int | None:
        """Return the video shown."""
        return self._current

    def follow(self, selection: QItemSelectionModel) -> None:
        """Show whatever is selected in the grid."""
        self._selection = selection
        selection.selectionChanged.connect(self._follow_selection)
        selection.currentChanged.connect(self._follow_selection)
        selection.model().modelReset.connect(self._follow_selection)

    def take_changes(self, changes: ChangeSet) -> None:
        """Read the video shown again where a commit touched it."""
        if self._current is not None and (
            changes.everything or changes.tag_tree or changes.jobs or self._current in changes.videos
        ):
            self._read(self._current)

    def answer(self, video_id: int, tag_id: int, said: str | TagState | None) -> None:
        """Keep the person's word about a tag of a video."""
        state = None if said is None else TagState(said)

        def write(edit: Session) -> str:
            edit.video_tags.say([video_id], tag_id, state)
            row = edit.tag_tree.get(tag_id)
            return "" if row is None else row.node.name(self._language)

        self._edits.submit(write, lambda name: self._tell(video_id, tag_id, state, name))

    def _tell(self, video_id: int, tag_id: int, state: TagState | None, name: str) -> None:
        if state is TagState.REJECTED:
            words = self.tr("“{0}” will not be suggested for this video again.").format(name)
            self.told.emit(words, lambda: self.answer(video_id, tag_id, None))

    def _add_named(self, video_id: int, path: str) -> None:
        def write(edit: Session) -> None:
            edit.video_tags.say([video_id], edit.tag_tree.ensure_path(path), TagState.ADDED)

        self._edits.submit(write, lambda _: self.told.emit(self.tr("New tag “{0}”.").format(path), None))

    def _refuse_segment(self, _video_id: int, segment_id: int) -> None:
        self._edits.submit(lambda edit: edit.segments.refuse(segment_id))

    def _retry(self, video_id: int) -> None:
        """Try the jobs that failed again; where none did, the analysis as a whole."""

        def write(edit: Session) -> bool:
            failed = [job.id for job in edit.jobs.of_video(video_id) if job.state is JobState.FAILED]
            edit.jobs.retry(failed)
            return bool(failed)

        def done(found: bool) -> None:
            if not found:
                self.analysis_asked.emit(video_id)

        self._edits.submit(write, done)

    def _follow_selection(self) -> None:
        if self._selection is None:
            return
        chosen = self._selection.selectedIndexes()
        if len(chosen) != 1:
            self._current = None
            self._panel.show_details(None, selected=len(chosen))
            return
        video_id = chosen[0].data(GridRole.VIDEO_ID)
        if video_id != self._current:
            self._current = video_id
            self._read(video_id)

    def _read(self, video_id: int) -> None:
        language = self._language
        self._reads.read(_KEY, lambda view: read_details(view, self._cache, video_id, language), self._take)

    def _take(self, details: Details | None) -> None:
        if details is not None and details.video.id == self._current:
            self._panel.show_details(details)
