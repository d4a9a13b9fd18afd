"""The models: what each is for, whether it is here, and the way to fetch and to check it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.analysis.weights import ModelState, ModelStatus, ModelStore, VerifyReport
from core.errors import CancelledError, FilmotekaError
from desktop.itemmodels.latest_first import LatestFirst
from desktop.reasons import in_their_words
from desktop.views.figures import size_text
from desktop.views.widgets import label, line, push_button

_STEPS = 1000


class ModelRow(QWidget):
    """One set of weights."""

    fetch_asked = Signal(str)
    verify_asked = Signal(str)

    def __init__(self, status: ModelStatus, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entry = status.entry
        self.model_id = entry.id
        self._language = language
        self.state = label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _STEPS)
        self.bar.hide()
        self.fetch = push_button(self.tr("Fetch"))
        self.verify = push_button(self.tr("Check"))
        self.fetch.clicked.connect(lambda: self.fetch_asked.emit(entry.id))
        self.verify.clicked.connect(lambda: self.verify_asked.emit(entry.id))
        head = QHBoxLayout()
        head.addWidget(label(entry.id, "name"))
        facts = f"{size_text(entry.size_bytes, language)} · {entry.licence.spdx}"
        head.addWidget(label(facts, "small"))
        head.addStretch()
        head.addWidget(self.fetch)
        head.addWidget(self.verify)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(label(in_their_words(entry.improves), "muted", wrap=True))
        column.addWidget(self.state)
        column.addWidget(self.bar)
        self.show_status(status)

    def show_status(self, status: ModelStatus) -> None:
        """Say how the model stands."""
        here = status.state in (ModelState.EMBEDDED, ModelState.INSTALLED)
        words = {
            ModelState.EMBEDDED: self.tr("Comes with the program"),
            ModelState.INSTALLED: self.tr("Is here"),
            ModelState.MISSING: self.tr("Not fetched"),
            ModelState.DAMAGED: in_their_words(status.problem or ""),
        }
        self.state.setText(words[status.state])
        self.bar.hide()
        self.fetch.setVisible(not here and not status.entry.is_embedded)
        self.fetch.setEnabled(True)
        self.verify.setVisible(here)
        self.verify.setEnabled(True)

    def show_progress(self, there: int, total: int) -> None:
        """Say how much has arrived."""
        self.bar.show()
        self.bar.setValue(round(_STEPS * there / total) if total else 0)
        shown = self.tr("{0} of {1}").format(
            size_text(there, self._language), size_text(total, self._language)
        )
        self.state.setText(shown)

    def show_busy(self, words: str) -> None:
        """Say what is being done."""
        self.fetch.setEnabled(False)
        self.verify.setEnabled(False)
        self.state.setText(words)

    def show_problem(self, words: str) -> None:
        """Say what went wrong; trying again is possible."""
        self.bar.hide()
        self.fetch.setEnabled(True)
        self.verify.setEnabled(True)
        self.state.setText(in_their_words(words))


class ModelsDialog(QDialog):
    """Nothing is read or fetched on the GUI thread; a fetch goes on while the dialog is closed."""

    changed = Signal()

    def __init__(
        self,
        store: ModelStore,
        chores: LatestFirst,
        closing: Event,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``closing`` is set when the program ends: a fetch under way then breaks off."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.resize(640, 560)
        self._store, self._chores, self._language = store, chores, language
        self.rows: dict[str, ModelRow] = {}
        self._arrivals = _Arrivals(closing)
        self._arrivals.progressed.connect(self._show_progress)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 12, 0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        hint = self.tr(
            "The program works with what it brings. Larger models see, hear and read better; fetching "
            "them is the only time Filmoteka uses the network."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(hint, "muted", wrap=True))
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self._list()

    def fetch(self, model_id: str) -> None:
        """Bring a model here."""
        self.rows[model_id].show_busy(self.tr("Asking the server…"))
        arrivals = self._arrivals

        def work() -> str:
            return _outcome(lambda: self._store.fetch(model_id, arrivals.teller(model_id)))

        self._chores.ask(("fetch model", model_id), work, lambda problem: self._fetched(model_id, problem))

    def verify(self, model_id: str) -> None:
        """Read every byte of a model and compare the digests."""
        self.rows[model_id].show_busy(self.tr("Reading every byte…"))
        self._chores.ask(("verify model", model_id), lambda: self._store.verify(model_id), self._verified)

    def _list(self) -> None:
        self._chores.ask("list models", self._store.list, self._take)

    def _take(self, found: tuple[ModelStatus, ...]) -> None:
        for status in found:
            if status.entry.id in self.rows:
                self.rows[status.entry.id].show_status(status)
            else:
                self._add(status)

    def _add(self, status: ModelStatus) -> None:
        if self.rows:
            self._column.addWidget(line())
        row = ModelRow(status, self._language)
        row.fetch_asked.connect(self.fetch)
        row.verify_asked.connect(self.verify)
        self.rows[status.entry.id] = row
        self._column.addWidget(row)

    def _show_progress(self, model_id: str, there: float, total: float) -> None:
        self.rows[model_id].show_progress(int(there), int(total))

    def _fetched(self, model_id: str, problem: str) -> None:
        if problem:
            self.rows[model_id].show_problem(problem)
            return
        self._list()
        self.changed.emit()

    def _verified(self, report: VerifyReport) -> None:
        words = self.tr("Whole: every byte is as published.") if report.is_whole else report.problems[0]
        self.rows[report.model_id].show_problem(words)


class _Arrivals(QObject):
    """Carries progress from the thread that fetches; sizes as floats, for they exceed 32 bits."""

    progressed = Signal(str, float, float)

    def __init__(self, closing: Event) -> None:
        super().__init__()
        self._closing = closing

    def teller(self, model_id: str) -> Callable[[int, int], None]:
        """Return what is told the progress of one model."""

        def tell(there: int, total: int) -> None:
            if self._closing.is_set():
                raise CancelledError("The program ends; what has arrived is kept.")
            self.progressed.emit(model_id, float(there), float(total))

        return tell


def _outcome(work: Callable[[], None]) -> str:
    """Return what went wrong as a sentence, or nothing."""
    try:
        work()
    except FilmotekaError as error:
        return str(error)
    return ""
