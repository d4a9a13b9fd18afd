"""What the menus of the control bar hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from core.domain.segments import Segment, SegmentKind
from desktop.player.backend import Track
from desktop.player.commands import RATES, Command, Request
from desktop.player.marking_desk import MarkingDesk
from desktop.player.wording import kind_name, not_this_kind_text, rate_text


def fill_speeds(menu: QMenu, current: float, choose: Callable[[float], None]) -> None:
    """Every speed, the current one ticked."""
    menu.clear()
    group = QActionGroup(menu)
    for rate in RATES:
        normal = QCoreApplication.translate("Player", "Normal")
        _choice(menu, group, normal if rate == 1.0 else rate_text(rate), rate == current).triggered.connect(
            lambda _=False, rate=rate: choose(rate)
        )


def fill_tracks(
    menu: QMenu, tracks: Iterable[Track], current: int | None, choose: Callable[[int], None]
) -> QActionGroup:
    """One entry per track, the current one ticked."""
    menu.clear()
    group = QActionGroup(menu)
    for track in tracks:
        _choice(menu, group, track.name, track.id == current).triggered.connect(
            lambda _=False, track=track: choose(track.id)
        )
    if menu.isEmpty():
        menu.addAction(QCoreApplication.translate("Player", "None in this file")).setEnabled(False)
    return group


def fill_subtitles(
    menu: QMenu,
    tracks: tuple[Track, ...],
    current: int | None,
    choose: Callable[[int | None], None],
    load: Callable[[], None] | None,
) -> None:
    """Off, every track, and a file to load where the engine can (``load`` is None where it cannot)."""
    group = fill_tracks(menu, tracks, current, choose)
    if tracks:
        off = QAction(
            QCoreApplication.translate("Player", "Off"), menu, checkable=True, checked=current is None
        )
        group.addAction(off)
        off.triggered.connect(lambda: choose(None))
        menu.insertAction(menu.actions()[0], off)
    if load is not None:
        menu.addSeparator()
        menu.addAction(QCoreApplication.translate("Player", "Load from a file…")).triggered.connect(load)


def fill_marks(menu: QMenu, perform: Callable[[Request], None], desk: MarkingDesk) -> None:
    """The two ends of a segment, and the two spans that need no second edge."""
    entries: tuple[tuple[str, Callable[[], None]], ...] = (
        (
            QCoreApplication.translate("Player", "Segment starts here (I)"),
            lambda: perform(Request(Command.MARK_START)),
        ),
        (
            QCoreApplication.translate("Player", "Segment ends here (O)"),
            lambda: perform(Request(Command.MARK_END)),
        ),
        (
            QCoreApplication.translate("Player", "Intro from the beginning to here"),
            lambda: desk.mark_up_to_here(SegmentKind.INTRO),
        ),
        (
            QCoreApplication.translate("Player", "Credits from here to the end"),
            lambda: desk.mark_from_here(SegmentKind.CREDITS),
        ),
    )
    for text, do in entries:
        menu.addAction(text).triggered.connect(lambda _=False, do=do: do())
    menu.insertSeparator(menu.actions()[2])


def fill_segment(menu: QMenu, segment: Segment, edit: Callable[[], None], remove: Callable[[], None]) -> None:
    """For a segment on the seek bar. What a person marked is removed, what the program found is rejected."""
    heading = menu.addAction(kind_name(segment.kind))
    heading.setEnabled(False)
    menu.addSeparator()
    editing = menu.addAction(QCoreApplication.translate("Player", "Edit…"))
    removal = QCoreApplication.translate("Player", "Remove")
    removing = menu.addAction(removal if segment.source == "user" else not_this_kind_text(segment.kind))
    for action, do in ((editing, edit), (removing, remove)):
        action.triggered.connect(do)
        action.setEnabled(segment.id is not None)


def _choice(menu: QMenu, group: QActionGroup, text: str, chosen: bool) -> QAction:
    # An ampersand in a track's name is an ampersand, not a mnemonic.
    action = menu.addAction(text.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(chosen)
    group.addAction(action)
    return action
