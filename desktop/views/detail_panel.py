"""The right of the window: one video in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.domain.videos import Presence
from core.paths import readable
from desktop.itemmodels.cards import CardState
from desktop.itemmodels.details import Details
from desktop.theme import Theme
from desktop.views.detail_sections import ErrorBanner, FactsGrid, SegmentLines, TranscriptList
from desktop.views.fact_texts import fact_lines
from desktop.views.figures import clock_text
from desktop.views.tag_field import TagField
from desktop.views.tag_rows import RejectedLine, TagLine
from desktop.views.widgets import label, line, push_button, quiet_button

WIDTH = 348


class DetailPanel(QScrollArea):
    """Shows ``Details``; every answer of the person leaves as a signal with the id of the video."""

    play_requested = Signal(int, object)
    tag_answered = Signal(int, int, object)
    tag_named = Signal(int, str)
    segment_refused = Signal(int, int)
    retry_asked = Signal(int)
    open_asked = Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(280)
        self.setAccessibleName(self.tr("Details"))
        self._theme = theme
        self._language = language
        self._tags: Sequence[tuple[int, tuple[str, ...]]] = ()
        self.shown: Details | None = None
        self.show_details(None)

    def offer_tags(self, paths: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        """Complete the field for a new tag over these tags."""
        self._tags = paths
        for field in self.findChildren(TagField):
            field.offer(paths)

    def show_details(self, details: Details | None, *, selected: int = 0) -> None:
        """Show a video, or say that none is chosen; the same video stays scrolled to where it was."""
        if details is not None and details == self.shown:
            return
        same = details is not None and self.shown is not None and details.video.id == self.shown.video.id
        kept_at, words = self.verticalScrollBar().value(), self._typed() if same else ""
        self.shown = details
        body = QWidget()
        body.setObjectName("detailBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(8)
        if details is None:
            self._fill_empty(column, selected)
        else:
            self._fill(column, details)
        column.addStretch()
        self.setWidget(body)
        if same:
            self._restore(kept_at, words)

    def focus_tag_field(self) -> None:
        """Let the person type a tag."""
        for field in self.findChildren(TagField):
            field.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- parts

    def _fill_empty(self, column: QVBoxLayout, selected: int) -> None:
        text = self.tr("%n video(s) selected", "", selected) if selected else self.tr("Nothing selected")
        hint = self.tr("Select a video to see its tags, what is said in it, and why.")
        column.addStretch()
        for words in (label(text, "title"), label(hint, "muted", wrap=True)):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)

    def _fill(self, column: QVBoxLayout, details: Details) -> None:
        self._fill_head(column, details)
        self._fill_state(column, details)
        self._fill_tags(column, details)
        if details.segments:
            self._section(column, self.tr("SEGMENTS"))
            segments = SegmentLines(details.segments, self._theme)
            segments.chosen.connect(self._play)
            segments.refused.connect(lambda i: self.segment_refused.emit(details.video.id, i))
            column.addWidget(segments)
        if details.transcript:
            self._section(column, self.tr("SPEECH"))
            transcript = TranscriptList(details.transcript)
            transcript.chosen.connect(self._play)
            column.addWidget(transcript)
        self._section(column, self.tr("FILE"))
        column.addWidget(FactsGrid(fact_lines(details.video, details.facts, self._language)))
        self._fill_path(column, details.video.path)

    def _fill_head(self, column: QVBoxLayout, details: Details) -> None:
        title = label(details.video.title, "title", wrap=True)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(title)
        resume = details.playback.position_s if details.playback is not None else 0.0
        text = self.tr("Continue at {0}").format(clock_text(resume)) if resume > 0 else self.tr("Play")
        play = push_button(text, "primary")
        play.setObjectName("play")
        self._theme.dress(play, "window-play", "on_accent")
        play.setEnabled(details.video.state is Presence.PRESENT)
        play.clicked.connect(lambda: self.play_requested.emit(details.video.id, None))
        row = QHBoxLayout()
        row.addWidget(play, 1)
        if resume > 0:
            again = push_button(self.tr("From the start"))
            again.clicked.connect(lambda: self._play(0.0))
            row.addWidget(again)
        column.addLayout(row)

    def _fill_state(self, column: QVBoxLayout, details: Details) -> None:
        words = {
            CardState.WAITING: self.tr("This video waits for its analysis."),
            CardState.ANALYSING: self.tr("This video is being analysed."),
            CardState.MISSING: self.tr("The file is not where it was. What is known about it is kept."),
            CardState.OFFLINE: self.tr("The drive of this video is not connected."),
        }.get(details.state)
        if words:
            column.addWidget(label(words, "muted", wrap=True))
        if details.error and details.state is not CardState.ANALYSING:
            banner = ErrorBanner(details.error, self._theme)
            banner.retry_asked.connect(lambda: self.retry_asked.emit(details.video.id))
            column.addWidget(banner)

    def _fill_tags(self, column: QVBoxLayout, details: Details) -> None:
        self._section(column, self.tr("TAGS"))
        field = TagField(self._theme)
        field.offer(self._tags)
        field.chosen.connect(lambda tag: self.tag_answered.emit(details.video.id, tag, "added"))
        field.named.connect(lambda path: self.tag_named.emit(details.video.id, path))
        column.addWidget(field)
        for tag in details.tags:
            row = TagLine(tag, self._theme)
            row.answered.connect(lambda i, s: self.tag_answered.emit(details.video.id, i, s))
            row.moment_chosen.connect(self._play)
            column.addWidget(row)
        if not details.tags and details.state is CardState.READY:
            column.addWidget(label(self.tr("Nothing was recognised for certain."), "muted", wrap=True))
        if details.rejected:
            column.addWidget(label(self.tr("Refused by you"), "small"))
        for refused in details.rejected:
            gone = RejectedLine(refused)
            gone.answered.connect(lambda i, s: self.tag_answered.emit(details.video.id, i, s))
            column.addWidget(gone)

    def _fill_path(self, column: QVBoxLayout, path: str) -> None:
        row = QHBoxLayout()
        shown = label(readable(path), "small", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(shown, 1)
        button = quiet_button(self._theme, "window-folder", self.tr("Show in the file manager"))
        button.clicked.connect(lambda: self.open_asked.emit(path))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)

    def _section(self, column: QVBoxLayout, name: str) -> None:
        column.addSpacing(6)
        column.addWidget(line())
        column.addSpacing(2)
        column.addWidget(label(name, "section"))

    def _play(self, start_s: float) -> None:
        if self.shown is not None:
            self.play_requested.emit(self.shown.video.id, start_s)

    def _typed(self) -> str:
        fields = self.findChildren(TagField)
        return fields[0].field.text() if fields else ""

    def _restore(self, scrolled_to: int, words: str) -> None:
        body = self.widget()
        if body is not None:
            body.adjustSize()
        self.verticalScrollBar().setValue(scrolled_to)
        for field in self.findChildren(TagField):
            field.field.setText(words)
