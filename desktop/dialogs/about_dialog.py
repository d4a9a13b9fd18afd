"""What this program is, its licence, and the work of others in it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import application_icon
from desktop.views.widgets import label

_DISTRIBUTION = "filmoteka"
_ICON_PX = 72
_TEXTS = ("LICENSE", "THIRD_PARTY_NOTICES.md")


def program_version() -> str:
    """Return the version installed; nothing where the program runs uninstalled."""
    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:
        return ""


def licence_text(name: str) -> str:
    """Return a text installed with the program or lying beside its source; nothing where neither is."""
    try:
        found = next((file for file in files(_DISTRIBUTION) or () if file.name == name), None)
    except PackageNotFoundError:
        found = None
    if found is not None and Path(found.locate()).exists():
        return found.read_text(encoding="utf-8")
    beside = Path(__file__).parents[2] / name
    return beside.read_text(encoding="utf-8") if beside.is_file() else ""


class AboutDialog(QDialog):
    """The licence texts can be read and copied here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Filmoteka"))
        self.resize(620, 540)
        icon = QLabel()
        icon.setPixmap(application_icon().pixmap(_ICON_PX, _ICON_PX))
        words = QVBoxLayout()
        words.addWidget(label(f"Filmoteka {program_version()}".strip(), "heading"))
        purpose = self.tr("Keeps your own video collection. Everything is worked out on this computer.")
        words.addWidget(label(purpose, "muted", wrap=True))
        words.addWidget(label(self.tr("Free software under the Apache License 2.0"), "small"))
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for name, title in zip(_TEXTS, (self.tr("Licence"), self.tr("Work of others")), strict=True):
            text = QPlainTextEdit(licence_text(name))
            text.setReadOnly(True)
            self.tabs.addTab(text, title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
