"""Changes the tag tree as the person asks: add, edit, move, delete with a way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from core.catalogue.session import Session
from core.exchange.tree_import import ImportedTree, import_iab_tree
from desktop.dialogs.tag_place_dialog import TagPlaceDialog
from desktop.dialogs.tag_words_dialog import TagWords, TagWordsDialog
from desktop.itemmodels.tag_tree_model import TagTreeModel
from desktop.views.tag_panel import TagPanel
from desktop.workers.edits import EditQueue


class EditingTags(QObject):
    """``told`` carries a sentence and how to undo what it says."""

    told = Signal(str, object)

    def __init__(self, tags: TagTreeModel, panel: TagPanel, edits: EditQueue, window: QWidget) -> None:
        super().__init__(panel)
        self._tags, self._panel, self._edits, self._window = tags, panel, edits, window
        panel.add_asked.connect(self.ask_to_add)
        panel.edit_asked.connect(self.ask_to_edit)
        panel.move_asked.connect(self.ask_to_move)
        panel.delete_asked.connect(self.delete)

    def ask_to_add(self, parent_id: int | None) -> None:
        """Let the person name a new tag below another, or at the top."""
        place = self._tags.path(parent_id) if parent_id is not None else ()
        dialog = TagWordsDialog(self.tr("New tag"), place, parent=self._window)
        dialog.accepted.connect(lambda: self.add(parent_id, dialog.words()))
        _open(dialog)

    def ask_to_edit(self, tag_id: int) -> None:
        """Let the person change names and words of a tag."""
        row = self._tags.tag_row(tag_id)
        if row is not None:
            place = self._tags.path(tag_id)[:-1]
            dialog = TagWordsDialog(self.tr("Edit tag"), place, row.node, self._window)
            dialog.accepted.connect(lambda: self.edit(tag_id, dialog.words()))
            _open(dialog)

    def ask_to_move(self, tag_id: int) -> None:
        """Let the person choose below which tag this one is to hang."""
        below = set(self._tags.below(tag_id))
        places = [(i, self._tags.path(i)) for i in self._tags.tag_ids() if i not in below]
        places.sort(key=lambda place: place[1])
        dialog = TagPlaceDialog(self._tags.path(tag_id)[-1], places, self._window)
        dialog.accepted.connect(lambda: self.move(tag_id, dialog.parent_id()))
        _open(dialog)

    def ask_for_tree(self) -> None:
        """Let the person choose the file of another tag tree."""
        kinds = self.tr("IAB Content Taxonomies (*.tsv *.txt)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import a tag tree"), "", kinds)
        if name:
            self.import_tree(Path(name))

    def import_tree(self, path: Path) -> None:
        """Hang the tree of an IAB Content Taxonomy beside the one that is there."""
        self._edits.submit(lambda edit: import_iab_tree(edit, path), self._tell_imported)

    def add(self, parent_id: int | None, words: TagWords) -> None:
        """Add a tag and show it."""

        def write(edit: Session) -> int:
            tag_id = edit.tag_tree.add(parent_id, words.name_en, words.name_ru)
            _keep_words(edit, tag_id, words)
            return tag_id

        self._submit(write)

    def edit(self, tag_id: int, words: TagWords) -> None:
        """Change names and words."""
        self._submit(lambda edit: _keep_words(edit, tag_id, words))

    def move(self, tag_id: int, parent_id: int | None) -> None:
        """Hang a tag elsewhere."""

        def write(edit: Session) -> None:
            edit.tag_tree.move(tag_id, parent_id)

        self._submit(write)

    def delete(self, tag_id: int) -> None:
        """Take a tag with all below it out of the tree; the notice brings it back."""
        name = self._tags.path(tag_id)[-1]

        def write(edit: Session) -> tuple[int, ...]:
            return edit.tag_tree.delete(tag_id)

        self._edits.submit(write, lambda ids: self._tell_deleted(name, ids))

    def _submit(self, write: Callable[[Session], object]) -> None:
        self._edits.submit(write)

    def _tell_imported(self, tree: ImportedTree) -> None:
        words = self.tr("{0}: %n tag(s) added.", "", tree.added).format(tree.name)
        self.told.emit(words if tree.added else self.tr("{0} is here already.").format(tree.name), None)

    def _tell_deleted(self, name: str, tag_ids: tuple[int, ...]) -> None:
        def restore(edit: Session) -> None:
            edit.tag_tree.restore(tag_ids)

        self.told.emit(self.tr("“{0}” was deleted.").format(name), lambda: self._submit(restore))


def _keep_words(edit: Session, tag_id: int, words: TagWords) -> None:
    edit.tag_tree.edit(
        tag_id,
        name_en=words.name_en,
        name_ru=words.name_ru,
        aliases=words.aliases,
        prompts=words.prompts,
    )


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
