"""The words of a tag: its names, other words for it, and how a picture of it is described."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.domain.tags import TagNode
from desktop.views.widgets import label


@dataclass(frozen=True, slots=True)
class TagWords:
    name_en: str
    name_ru: str
    aliases: tuple[str, ...]
    prompts: tuple[str, ...]


def words_listed(text: str) -> tuple[str, ...]:
    """Return the words of a field: one per line or separated by commas, none twice."""
    parts = text.replace("\n", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a field that hold something, none twice."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


class TagWordsDialog(QDialog):
    """Ask for the words of a new tag, or change those of one that is there."""

    def __init__(
        self, title: str, place: Sequence[str], node: TagNode | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.name_en = QLineEdit("" if node is None else node.name_en)
        self.name_ru = QLineEdit("" if node is None else node.name_ru)
        self.aliases = QLineEdit("" if node is None else ", ".join(node.aliases))
        self.prompts = QPlainTextEdit("" if node is None else "\n".join(node.prompts))
        self.prompts.setFixedHeight(92)
        self.aliases.setPlaceholderText(self.tr("puppy, hound"))
        self.prompts.setPlaceholderText(self.tr("a photo of a dog"))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Name"), self.name_en)
        form.addRow(self.tr("Russian name"), self.name_ru)
        form.addRow(self.tr("Other words"), self.aliases)
        form.addRow(self.tr("Seen as"), self.prompts)
        hint = label(
            self.tr(
                "Other words are found in file names and speech. “Seen as” describes a picture, in English."
            ),
            "small",
            wrap=True,
        )
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(" › ".join(place), "muted"))
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(self.buttons)
        self.name_en.textChanged.connect(self._follow)
        self._follow()

    def words(self) -> TagWords:
        """Return what was typed."""
        return TagWords(
            self.name_en.text().strip(),
            self.name_ru.text().strip(),
            words_listed(self.aliases.text()),
            lines_of(self.prompts.toPlainText()),
        )

    def _follow(self) -> None:
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(self.name_en.text().strip()))
