"""The main window: builds the parts, wires them, and makes room for the player."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from core.catalogue.catalogue import Catalogue
from core.domain.changes import ChangeSet
from core.library.library import Library
from core.library.watcher import WatchStatus
from core.paths import readable
from core.settings import Settings
from desktop.control.adding import Adding
from desktop.control.browsing import Browsing
from desktop.control.dialogs import Dialogs
from desktop.control.editing_tags import EditingTags
from desktop.control.following_queue import FollowingQueue
from desktop.control.main_menu import build_menus, language_choice, theme_choice
from desktop.control.playing import Playing
from desktop.control.preferences import Preferences
from desktop.control.selected_videos import SelectedVideos, open_in_file_manager
from desktop.control.showing_details import ShowingDetails
from desktop.control.window_state import bring_back_state, keep_state
from desktop.i18n import Languages, install_language
from desktop.itemmodels.catalogue_reads import CatalogueReads
from desktop.itemmodels.jobs_model import JobsModel
from desktop.itemmodels.latest_first import LatestFirst
from desktop.itemmodels.tag_tree_model import TagTreeModel
from desktop.itemmodels.thumbnails import Thumbnails
from desktop.itemmodels.video_grid_model import VideoGridModel
from desktop.player.player_view import PlayerView
from desktop.reasons import in_their_words
from desktop.theme import Theme, application_icon, apply_theme
from desktop.views.card_delegate import CardDelegate
from desktop.views.detail_panel import DetailPanel
from desktop.views.jobs_panel import JobsPanel
from desktop.views.library_page import LibraryPage
from desktop.views.sidebar import Sidebar
from desktop.views.status_line import StatusLine
from desktop.views.toast import DropHint, Toast
from desktop.views.video_grid import VideoGrid
from desktop.views.workspace import Workspace
from desktop.workers.changes import ChangeRelay
from desktop.workers.edits import EditQueue
from desktop.workers.pool import WorkerPool

START_WIDTH, START_HEIGHT = 1380, 860


class MainWindow(QMainWindow):
    """Everything comes by constructor; ``close`` ends what the window itself started."""

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        library: Library,
        pool: WorkerPool,
        edits: EditQueue,
        changes: ChangeRelay,
        settings: Settings,
        theme: Theme | None = None,
        languages: Languages | None = None,
    ) -> None:
        super().__init__()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._catalogue, self._library, self._pool, self._edits = catalogue, library, pool, edits
        self._settings = settings
        self._jobs_were_shown = self._shut = False
        self._unheard: dict[int, str] = {}
        self._scanned: frozenset[int] = frozenset()
        self.theme = theme or apply_theme(app, settings.theme)
        self.languages = languages or install_language(app, settings.language)
        self.setWindowTitle("Filmoteka")
        self.setWindowIcon(application_icon())
        self.resize(START_WIDTH, START_HEIGHT)
        self.setAcceptDrops(True)
        self._chores, self._fetches = LatestFirst(parent=self), LatestFirst(parent=self)
        for lane in (self._chores, self._fetches):
            lane.failed.connect(self._tell)
        self._make_lasting()
        self._open_readers()
        self._build()
        changes.changed.connect(self._take_changes)
        edits.failed.connect(self._tell)
        self.browsing.begin()
        self.queue.begin()
        self.workspace.library.grid.setFocus()

    def shutdown(self) -> None:
        """Free the player and wait for the reads under way; the catalogue may be closed afterwards."""
        if self._shut:
            return
        self._shut = True
        self.dialogs.stop_fetching()
        self._close_readers()
        self._chores.close()
        self._fetches.close()

    def _close_readers(self) -> None:
        self.playing.shutdown()
        self._reads.close()
        self._lists.close()
        self._thumbnails.close()

    # -- building

    def _open_readers(self) -> None:
        """Cards and details do not wait behind counts and long lists, nor the disk before either."""
        self._reads = CatalogueReads(self._catalogue, self)
        self._lists = CatalogueReads(self._catalogue, self)
        for pool in (self._reads, self._lists):
            pool.failed.connect(self._tell)
        self._thumbnails = Thumbnails(self._catalogue.cache.thumbnail, self)

    def _make_lasting(self) -> None:
        """Build what stays when the language changes: chores under way report to it."""
        self.adding = Adding(self._library, self._chores, self)
        self.dialogs = Dialogs(
            catalogue=self._catalogue,
            chores=self._chores,
            fetches=self._fetches,
            settings=self._settings,
            language=self.languages,
            window=self,
        )
        self.adding.told.connect(self._tell)
        self.dialogs.told.connect(self._tell)
        self.dialogs.models_changed.connect(self._try_with_new_weights)
        self.preferences = Preferences(
            settings=self._settings,
            theme=self.theme,
            languages=self.languages,
            library=self._library,
            edits=self._edits,
            chores=self._chores,
            parent=self,
        )
        self.dialogs.chosen.connect(self.preferences.apply)
        self.preferences.language_changed.connect(self._speak_anew)

    def _build(self) -> None:
        language = self.languages.language
        self.grid_model = VideoGridModel(self._reads, self._lists, language, self)
        self.tag_model = TagTreeModel(language, self)
        self.jobs_model = JobsModel(self)
        grid = VideoGrid()
        grid.setModel(self.grid_model)
        grid.setItemDelegate(CardDelegate(self.theme, self._thumbnails, grid))
        self._thumbnails.ready.connect(grid.viewport().update)
        self.grid_model.changed.connect(self._thumbnails.renew)
        self.workspace = Workspace(
            Sidebar(self.tag_model, self.theme, language),
            LibraryPage(grid, self.theme, language),
            DetailPanel(self.theme, language),
        )
        self.setCentralWidget(self.workspace)
        self.status = StatusLine(self.theme)
        self.setStatusBar(self.status)
        self.jobs_panel = JobsPanel(self.jobs_model, self.theme)
        self.jobs_dock = self._dock(self.jobs_panel)
        self.toast = Toast(self)
        self.drop_hint = DropHint(self.tr("Drop folders and videos here to add them"), self)
        self._make_controllers(language)
        self._connect()
        self._fill_menus()
        bring_back_state(self, self.workspace.splitter)

    def _dock(self, panel: JobsPanel) -> QDockWidget:
        dock = QDockWidget(self.tr("Queue"), self)
        dock.setObjectName("jobs")
        dock.setTitleBarWidget(QWidget())
        dock.setWidget(panel)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        dock.hide()
        return dock

    def _make_controllers(self, language: str) -> None:
        space = self.workspace
        self.browsing = Browsing(
            reads=self._lists,
            grid_model=self.grid_model,
            tags=self.tag_model,
            page=space.library,
            sidebar=space.sidebar,
            parent=space,
        )
        self.details = ShowingDetails(
            reads=self._reads,
            cache=self._catalogue.cache,
            edits=self._edits,
            panel=space.detail,
            language=language,
            parent=space,
        )
        self.queue = FollowingQueue(
            reads=self._lists,
            edits=self._edits,
            pool=self._pool,
            model=self.jobs_model,
            grid=self.grid_model,
            status=self.status,
            panel=self.jobs_panel,
            parent=space,
        )
        self.playing = Playing(
            reads=self._reads,
            edits=self._edits,
            pages=space,
            make_player=PlayerView,
            auto_skip=self.preferences.auto_skip,
            parent=space,
        )
        self.selected = SelectedVideos(
            workspace=space,
            playing=self.playing,
            library=self._library,
            chores=self._chores,
            menus=self.menuBar(),
        )
        self.tag_editing = EditingTags(self.tag_model, space.sidebar.tags, self._edits, self)

    def _connect(self) -> None:
        space, grid = self.workspace, self.workspace.library.grid
        self.details.follow(grid.selectionModel())
        grid.preview_asked.connect(self._show_detail)
        self.browsing.tags_changed.connect(space.detail.offer_tags)
        self.browsing.add_folder_asked.connect(self.adding.ask_for_folder)
        self.details.told.connect(self._tell_undoable)
        self.details.analysis_asked.connect(lambda video_id: self.selected.analyse_these([video_id]))
        self.selected.told.connect(self._tell)
        self.preferences.playing_changed.connect(self.playing.apply_settings)
        self.tag_editing.told.connect(self._tell_undoable)
        self.playing.told.connect(self._tell)
        self.playing.opened.connect(self._make_room)
        self.playing.closed.connect(self._return_to_library)
        self.playing.full_screen_changed.connect(self._follow_full_screen)
        space.detail.play_requested.connect(self.playing.play)
        space.detail.open_asked.connect(open_in_file_manager)
        folders = space.sidebar.folders
        folders.add_asked.connect(self.adding.ask_for_folder)
        folders.remove_asked.connect(self.adding.ask_to_remove)
        folders.open_asked.connect(open_in_file_manager)
        folders.chosen.connect(self._show_folder)
        self.status.panel_asked.connect(self._toggle_jobs)
        self.jobs_panel.close_asked.connect(self.jobs_dock.hide)
        self.jobs_panel.video_asked.connect(self.browsing.show_video)

    def _fill_menus(self) -> None:
        grid = self.workspace.library.grid
        acts = {
            "add_folder": self.adding.ask_for_folder,
            "add_files": self.adding.ask_for_files,
            "export_csv": lambda: self.dialogs.ask_to_export(self.browsing.choice.query),
            "import_tree": self.tag_editing.ask_for_tree,
            "quit": self.close,
            "find": self._find,
            "find_tag": self._find_tag,
            "clear_filter": self.browsing.clear,
            "select_all": grid.selectAll,
            "add_tag": self.selected.tag,
            "sidebar": lambda: _toggle(self.workspace.sidebar),
            "detail": lambda: _toggle(self.workspace.detail),
            "jobs": self._toggle_jobs,
            "play": self.selected.play,
            "play_start": self.selected.play_from_start,
            "open_file": self.selected.show_file,
            "analyse": self.selected.analyse,
            "pause": self.queue.toggle_pause,
            "models": self.dialogs.show_models,
            "settings": self.dialogs.show_settings,
            "shortcuts": self.dialogs.show_shortcuts,
            "about": self.dialogs.show_about,
        }
        look = theme_choice(self.theme.choice.value, self.preferences.choose_theme)
        speech = language_choice(self.preferences.language, self.preferences.choose_language)
        build_menus(self.menuBar(), self.theme, acts, look, speech)

    # -- what the person does

    def _show_detail(self) -> None:
        self.workspace.detail.setVisible(not self.workspace.detail.isVisible())

    def _find(self) -> None:
        self.workspace.library.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.workspace.library.search.selectAll()

    def _find_tag(self) -> None:
        self.workspace.sidebar.show()
        self.workspace.sidebar.tags.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_folder(self, path: str) -> None:
        quoted = readable(path).replace("\\", "\\\\").replace('"', '\\"')
        self.browsing.search_for(f'path:"{quoted}"')

    def _toggle_jobs(self) -> None:
        self.jobs_dock.setVisible(not self.jobs_dock.isVisible())

    def _speak_anew(self) -> None:
        """Build everything with words anew; what was chosen is kept."""
        ticked, current = self.tag_model.ticked(), self.details.current
        opened, searched = self.workspace.sidebar.tags.open_tags(), self.browsing.choice.text
        keep_state(self, self.workspace.splitter)
        self._close_readers()
        for part in (self.workspace, self.jobs_dock, self.toast, self.drop_hint):
            part.hide()
            part.deleteLater()
        for model in (self.grid_model, self.tag_model, self.jobs_model):
            model.deleteLater()
        self._open_readers()
        self._build()
        self.browsing.begin(ticked=ticked, opened=opened, current=current, text=searched)
        self.browsing.note_scanned(self._scanned)
        self.workspace.sidebar.folders.show_unheard(self._unheard)
        self.queue.begin()

    # -- what comes back

    def note_scanned(self, folder_ids: frozenset[int]) -> None:
        """These folders were looked through: a grid that is still empty says so."""
        self._scanned = folder_ids
        self.browsing.note_scanned(folder_ids)

    def show_watching(self, statuses: Sequence[WatchStatus]) -> None:
        """Mark the folders whose changes are not heard of at once."""
        self._unheard = {each.folder_id: each.reason or "" for each in statuses if not each.live}
        self.workspace.sidebar.folders.show_unheard(self._unheard)

    def _take_changes(self, changes: ChangeSet) -> None:
        for part in (self.grid_model, self.browsing, self.details, self.queue, self.playing):
            part.take_changes(changes)

    def _try_with_new_weights(self) -> None:
        """Analyse what could not be analysed for want of weights that are here now."""
        self._chores.ask("weights", self._library.enqueue_what_waited_for_weights, lambda _: None)

    def _tell(self, words: str) -> None:
        self.toast.say(in_their_words(words))

    def _tell_undoable(self, words: str, undo: object) -> None:
        self.toast.say(words, self.tr("Undo") if callable(undo) else "", undo if callable(undo) else None)

    def _make_room(self, _video_id: int) -> None:
        self._jobs_were_shown = self.jobs_dock.isVisible()
        self.jobs_dock.hide()
        self.status.hide()

    def _return_to_library(self, video_id: int) -> None:
        self.status.show()
        self.jobs_dock.setVisible(self._jobs_were_shown)
        self.workspace.library.grid.setFocus()

    def _follow_full_screen(self, full: bool) -> None:
        self.menuBar().setVisible(not full)

    # -- events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.source() is None and self.workspace.showing_library():
            event.acceptProposedAction()
            self.drop_hint.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_hint.hide()
        self.adding.add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._shut:
            keep_state(self, self.workspace.splitter)
        self.shutdown()
        super().closeEvent(event)


def _toggle(pane: QWidget) -> None:
    pane.setVisible(not pane.isVisible())
