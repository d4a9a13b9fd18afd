"""The settings: look and language, playing, recognition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.domain.segments import SegmentKind
from core.settings import Settings
from desktop.i18n import LANGUAGES, SYSTEM
from desktop.theme import ThemeChoice
from desktop.views.widgets import label

MOST_WORKERS = 16


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person chose."""

    language: str
    theme: str
    auto_skip: frozenset[SegmentKind]
    threshold: float
    picture_encoder: str
    speech_model: str
    workers: int

    def put_into(self, settings: Settings) -> None:
        """Change the settings to this; the threshold is the library's and not among them."""
        settings.language = self.language  # type: ignore[assignment] # checked on assignment
        settings.theme = self.theme  # type: ignore[assignment]
        settings.auto_skip = self.auto_skip
        settings.picture_encoder = self.picture_encoder
        settings.speech_model = self.speech_model
        settings.workers = self.workers


@dataclass(frozen=True, slots=True)
class Installed:
    """The models that can be chosen, each with its words."""

    pictures: Sequence[tuple[str, str]]
    speech: Sequence[tuple[str, str]]


class SettingsDialog(QDialog):
    """Nothing changes before ``accepted``; ``chosen`` then says what."""

    def __init__(
        self, settings: Settings, threshold: float, installed: Installed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.resize(520, 420)
        self._make_fields(settings, threshold, installed)
        self.tabs = tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.addTab(self._window_page(), self.tr("Window"))
        tabs.addTab(self._playing_page(), self.tr("Playing"))
        tabs.addTab(self._recognition_page(), self.tr("Recognition"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(tabs, 1)
        column.addWidget(self.buttons)

    def chosen(self) -> Chosen:
        """Return what the fields say."""
        return Chosen(
            language=self.language.currentData(),
            theme=self.theme.currentData(),
            auto_skip=frozenset(kind for kind, box in self.skip.items() if box.isChecked()),
            threshold=self.threshold.value() / 100,
            picture_encoder=self.pictures.currentData(),
            speech_model=self.speech.currentData(),
            workers=self.workers.value(),
        )

    def _make_fields(self, settings: Settings, threshold: float, installed: Installed) -> None:
        system = (SYSTEM, self.tr("Like the system"))
        looks = (
            (ThemeChoice.SYSTEM.value, system[1]),
            (ThemeChoice.LIGHT.value, self.tr("Light")),
            (ThemeChoice.DARK.value, self.tr("Dark")),
        )
        self.language = _combo((system, *LANGUAGES.items()), settings.language)
        self.theme = _combo(looks, settings.theme)
        self.skip = {kind: QCheckBox(text) for kind, text in self._kinds()}
        for kind, box in self.skip.items():
            box.setChecked(kind in settings.auto_skip)
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self.threshold.setRange(5, 95)
        self.threshold.setValue(round(100 * threshold))
        self.pictures = _combo(installed.pictures, settings.picture_encoder)
        self.speech = _combo(installed.speech, settings.speech_model)
        self.workers = QSpinBox()
        self.workers.setRange(1, MOST_WORKERS)
        self.workers.setValue(settings.workers)
        self.workers.lineEdit().setTextMargins(6, 0, 0, 0)

    def _kinds(self) -> tuple[tuple[SegmentKind, str], ...]:
        return (
            (SegmentKind.INTRO, self.tr("Intros")),
            (SegmentKind.RECAP, self.tr("Recaps")),
            (SegmentKind.CREDITS, self.tr("Credits")),
            (SegmentKind.PREVIEW, self.tr("Previews of the next episode")),
        )

    def _window_page(self) -> QWidget:
        page, form = _page()
        form.addRow(self.tr("Language"), self.language)
        form.addRow(self.tr("Theme"), self.theme)
        _level(form)
        return page

    def _playing_page(self) -> QWidget:
        page, form = _page()
        form.addRow(label(self.tr("Skip without asking:"), ""))
        for box in self.skip.values():
            form.addRow(box)
        hint = self.tr("Only what is certain is skipped, and the key U takes you back.")
        form.addRow(label(hint, "small", wrap=True))
        return page

    def _recognition_page(self) -> QWidget:
        page, form = _page()
        shown = label("", "muted")
        shown.setMinimumWidth(44)
        self.threshold.valueChanged.connect(lambda value: shown.setText(self.tr("{0} %").format(value)))
        shown.setText(self.tr("{0} %").format(self.threshold.value()))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.threshold, 1)
        row.addWidget(shown)
        form.addRow(self.tr("Show tags from"), row)
        hint = self.tr("A lower value shows more tags, and more wrong ones.")
        form.addRow("", label(hint, "small", wrap=True))
        form.addRow(self.tr("Sees with"), self.pictures)
        form.addRow(self.tr("Listens with"), self.speech)
        form.addRow(self.tr("Videos at a time"), self.workers)
        hint = self.tr("Tools, Models has more of them. The number counts from the next start.")
        form.addRow("", label(hint, "small", wrap=True))
        _level(form)
        return page


def _page() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(6, 18, 6, 6)
    form.setVerticalSpacing(12)
    form.setHorizontalSpacing(18)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return page, form


def _level(form: QFormLayout) -> None:
    """Let each name stand at the middle of its field."""
    for row in range(form.rowCount()):
        name = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        words = None if name is None else name.widget()
        if words is not None and field is not None:
            words.setMinimumHeight(field.sizeHint().height())


def _combo(options: Sequence[tuple[str, str]], now: str) -> QComboBox:
    """Return a combo box; a value that is not among the options is kept as one of them."""
    box = QComboBox()
    for value, text in options:
        box.addItem(text, value)
    if box.findData(now) < 0:
        box.addItem(now, now)
    box.setCurrentIndex(box.findData(now))
    return box
