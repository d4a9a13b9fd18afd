"""Carries out what the person prefers: look, language, playing, recognition; and keeps it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.catalogue.session import Session
from core.domain.segments import SegmentKind
from core.library.library import Library
from core.settings import Settings, save_settings
from desktop.dialogs.settings_dialog import Chosen
from desktop.i18n import Languages
from desktop.itemmodels.latest_first import LatestFirst
from desktop.theme import Theme, ThemeChoice
from desktop.workers.edits import EditQueue

_SAME_THRESHOLD = 1e-6


class Preferences(QObject):
    """``language_changed`` asks for every text anew, ``playing_changed`` is for the player."""

    language_changed = Signal()
    playing_changed = Signal()

    def __init__(
        self,
        *,
        settings: Settings,
        theme: Theme,
        languages: Languages,
        library: Library,
        edits: EditQueue,
        chores: LatestFirst,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings, self._theme, self._languages = settings, theme, languages
        self._library, self._edits, self._chores = library, edits, chores

    @property
    def language(self) -> str:
        """Return the language chosen: ``auto``, ``en`` or ``ru``."""
        return self._settings.language

    def auto_skip(self) -> frozenset[SegmentKind]:
        """Return the kinds of segments to skip without a question."""
        return self._settings.auto_skip

    def choose_theme(self, choice: str) -> None:
        """Look otherwise from now on."""
        self._settings.theme = ThemeChoice(choice).value
        self._theme.choose(ThemeChoice(choice))
        self._keep()

    def choose_language(self, choice: str) -> None:
        """Speak another language from now on."""
        self._settings.language = choice  # type: ignore[assignment] # checked on assignment
        self._keep()
        self._languages.choose(choice)
        self.language_changed.emit()

    def apply(self, chosen: Chosen) -> None:
        """Carry out what was chosen in the settings, as far as it differs."""
        before = self._settings.model_copy()
        chosen.put_into(self._settings)
        self._keep()
        self._edits.submit(lambda edit: _set_threshold(edit, chosen.threshold))
        self.playing_changed.emit()
        if self._settings.theme != before.theme:
            self._theme.choose(ThemeChoice(self._settings.theme))
        if self._settings.analysis_options() != before.analysis_options():
            self._chores.ask("enqueue stale", self._library.enqueue_stale, lambda _: None)
        if self._settings.language != before.language:
            self.choose_language(self._settings.language)

    def _keep(self) -> None:
        kept = self._settings.model_copy()
        self._chores.ask("settings", lambda: save_settings(kept), lambda _: None)


def _set_threshold(edit: Session, threshold: float) -> None:
    """Put the tags of every video together anew only where the threshold is another one."""
    if abs(edit.video_tags.threshold() - threshold) > _SAME_THRESHOLD:
        edit.video_tags.set_threshold(threshold)
