"""The panel of the queue: what runs, what waits, what failed and why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.domain.jobs import JobState
from desktop.itemmodels.jobs_model import JobColumn, JobRole, JobsModel
from desktop.theme import Theme
from desktop.views.widgets import label, push_button, quiet_button

Index = QModelIndex | QPersistentModelIndex


class FractionDelegate(QStyledItemDelegate):
    """Paints the progress of a running job as a bar."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        fraction = index.data(JobRole.FRACTION)
        if fraction is None:
            return
        area = QRectF(option.rect).adjusted(8, 0, -8, 0)
        bar = QRectF(area.left(), area.center().y() - 3, area.width(), 6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("shade"))
        painter.drawRoundedRect(bar, 3, 3)
        bar.setWidth(max(6.0, bar.width() * fraction))
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(bar, 3, 3)
        painter.restore()


class JobsPanel(QWidget):
    """Wishes leave as signals with the ids of the jobs; a double click shows the video."""

    cancel_asked = Signal(list)
    retry_asked = Signal(list)
    video_asked = Signal(int)
    close_asked = Signal()

    def __init__(self, model: JobsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self.table = self._table(theme)
        self.cancel = push_button(self.tr("Cancel"))
        self.retry = push_button(self.tr("Try again"))
        self.retry_all = push_button(self.tr("Try all failed again"))
        self.cancel.clicked.connect(lambda: self.cancel_asked.emit(self._chosen(JobState.FAILED, other=True)))
        self.retry.clicked.connect(lambda: self.retry_asked.emit(self._chosen(JobState.FAILED)))
        self.retry_all.clicked.connect(lambda: self.retry_asked.emit(model.job_ids(JobState.FAILED)))
        close = quiet_button(theme, "window-close", self.tr("Close the panel"))
        close.clicked.connect(self.close_asked)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 0)
        head.addWidget(label(self.tr("QUEUE"), "section"))
        head.addStretch()
        for button in (self.cancel, self.retry, self.retry_all, close):
            head.addWidget(button)
        self.nothing = label(self.tr("Nothing runs, nothing waits, nothing failed."), "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.dataChanged):
            signal.connect(self._follow)
        self._follow()

    def _table(self, theme: Theme) -> QTableView:
        table = QTableView()
        table.setModel(self._model)
        table.setItemDelegateForColumn(JobColumn.PROGRESS, FractionDelegate(theme, table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(JobColumn.TITLE, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(JobColumn.NOTE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((JobColumn.TITLE, 300), (JobColumn.STATE, 190), (JobColumn.PROGRESS, 150)):
            table.setColumnWidth(column, width)
        table.setAccessibleName(self.tr("Queue"))
        table.selectionModel().selectionChanged.connect(self._follow)
        table.doubleClicked.connect(lambda index: self.video_asked.emit(index.data(JobRole.VIDEO_ID)))
        return table

    def _chosen(self, state: JobState, *, other: bool = False) -> list[int]:
        """Return the selected jobs in a state, or those in the other states."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        jobs = [job for row in sorted(rows) for job in self._model.jobs_at(row)]
        return [job.id for job in jobs if (job.state is state) is not other]

    def _follow(self) -> None:
        self.cancel.setEnabled(bool(self._chosen(JobState.FAILED, other=True)))
        self.retry.setEnabled(bool(self._chosen(JobState.FAILED)))
        self.retry_all.setEnabled(bool(self._model.job_ids(JobState.FAILED)))
        empty = self._model.rowCount() == 0
        self.table.setVisible(not empty)
        self.nothing.setVisible(empty)
