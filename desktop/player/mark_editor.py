"""The strip in which a segment is marked or corrected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from core.domain.segments import SegmentKind
from desktop.player.marking import Draft
from desktop.player.time_spin import TimeSpin
from desktop.player.wording import kind_name


class MarkEditor(QFrame):
    """Shows a draft; changes come out of ``changed``, the decision out of ``saved`` or ``cancelled``."""

    changed = Signal(object)
    saved = Signal(object)
    cancelled = Signal()
    start_here = Signal()
    end_here = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("playerEditor")
        self._draft = Draft(SegmentKind.INTRO)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("Kind of segment"))
        for kind in SegmentKind:
            self.kind.addItem(kind_name(kind), kind)
        self.start, self.end = self._spin(self.tr("Start")), self._spin(self.tr("End"))
        self.start_button = self._here(self.tr("Start here"), "I")
        self.end_button = self._here(self.tr("End here"), "O")
        self.hint = QLabel(self)
        self.hint.setObjectName("playerHint")
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setObjectName("playerSave")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self._lay_out()
        self._connect()

    def show_draft(self, draft: Draft, duration_s: float) -> None:
        """A missing edge leaves its box at the other edge, and the hint says what to do."""
        self._draft = draft
        start_s, end_s = draft.span()
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        for spin, value_s in ((self.start, start_s), (self.end, end_s)):
            spin.blockSignals(True)  # noqa: FBT003 - shown, not chosen
            spin.setRange(0.0, max(duration_s, end_s))
            spin.setValue(value_s)
            spin.blockSignals(False)  # noqa: FBT003
        self.save.setEnabled(draft.is_complete())
        self.hint.setText(self._hint(draft))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.save.isEnabled():
            self.save.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _hint(self, draft: Draft) -> str:
        if draft.is_complete():
            return ""
        if draft.end_s is None:
            return self.tr("Play on and press O where it ends")
        if draft.start_s is None:
            return self.tr("Press I where it starts")
        return self.tr("Too short")

    def _edited(self) -> None:
        """A box was changed by hand: both edges now count."""
        end_s = self.end.value() if self.end.value() > self.start.value() else None
        self.changed.emit(Draft(self.kind.currentData(), self.start.value(), end_s, self._draft.segment_id))

    def _kind_chosen(self) -> None:
        draft = self._draft
        self.changed.emit(Draft(self.kind.currentData(), draft.start_s, draft.end_s, draft.segment_id))

    def _spin(self, name: str) -> TimeSpin:
        spin = TimeSpin(self)
        spin.setAccessibleName(name)
        return spin

    def _here(self, name: str, key: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setToolTip(f"{name} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 4)
        row.addWidget(self.kind)
        row.addSpacing(8)
        for widget in (self.start, self.start_button):
            row.addWidget(widget)
        row.addWidget(QLabel("–", self))
        for widget in (self.end, self.end_button):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.hint, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)

    def _connect(self) -> None:
        self.kind.activated.connect(self._kind_chosen)
        self.start.valueChanged.connect(self._edited)
        self.end.valueChanged.connect(self._edited)
        self.start_button.clicked.connect(self.start_here)
        self.end_button.clicked.connect(self.end_here)
        self.save.clicked.connect(lambda: self.saved.emit(self._draft))
        self.cancel.clicked.connect(self.cancelled)
