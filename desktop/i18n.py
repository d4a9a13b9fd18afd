"""The language of the window: Qt's own words and ours, switched while the program runs."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

LANGUAGES = {"en": "English", "ru": "Русский"}
"""What can be chosen, each named in itself."""
SYSTEM = "auto"


def resolved(choice: str, system: str) -> str:
    """Return the language to show: the one chosen, else the system's where we speak it, else English."""
    if choice in LANGUAGES:
        return choice
    spoken = system.partition("_")[0]
    return spoken if spoken in LANGUAGES else "en"


class Languages(QObject):
    """Keeps the translators installed; ``language`` is ``en`` or ``ru``."""

    def __init__(self, app: QApplication, choice: str = SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self.language = "en"
        self.choice = choice
        self.choose(choice)

    def choose(self, choice: str) -> str:
        """Speak another language from now on; return which one. Texts that are shown already stay."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self.choice = choice
        self.language = resolved(choice, QLocale.system().name())
        self._translators = [t for t in map(self._loaded, self._files()) if t is not None]
        for translator in self._translators:
            self._app.installTranslator(translator)
        QLocale.setDefault(QLocale(self.language))
        return self.language

    def _files(self) -> tuple[tuple[str, str], ...]:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ours = str(files("resources") / "translations")
        return (f"qtbase_{self.language}", qt), (f"filmoteka_{self.language}", ours)

    def _loaded(self, place: tuple[str, str]) -> QTranslator | None:
        translator = QTranslator(self)
        return translator if translator.load(*place) else None


def install_language(app: QApplication, choice: str) -> Languages:
    """Speak the language chosen, or the system's; an application speaks one at a time."""
    present = app.findChild(Languages)
    if present is None:
        return Languages(app, choice)
    if present.choice != choice:
        present.choose(choice)
    return present
