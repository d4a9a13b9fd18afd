"""The look of the window: colours for light and dark, the style sheet in them, icons tinted to match."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleFactory
from shiboken6 import isValid

_ICON_SIZES_PX = (16, 20, 24, 32, 48, 64)


class ThemeChoice(StrEnum):
    SYSTEM = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """Text on a surface keeps a contrast of at least 4.5 : 1 in both sets; ``faint`` is for shapes only."""

    window: str
    surface: str
    raised: str
    hover: str
    border: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    good: str
    warning: str
    bad: str
    bad_soft: str
    shade: str


LIGHT = Colours(
    window="#f4f5f8",
    surface="#ffffff",
    raised="#eef0f4",
    hover="#e7eaf1",
    border="#dfe2e9",
    text="#1b1e25",
    muted="#5c6370",
    faint="#b4bac6",
    accent="#4653d6",
    accent_hover="#3843bd",
    on_accent="#ffffff",
    accent_soft="#e6e8fc",
    good="#1d7a4c",
    warning="#8f5a00",
    bad="#c02a37",
    bad_soft="#fdecee",
    shade="#e3e6ed",
)
DARK = Colours(
    window="#131519",
    surface="#1a1d23",
    raised="#242830",
    hover="#2b3039",
    border="#2f343e",
    text="#e9ebf0",
    muted="#a2a9b7",
    faint="#555d6b",
    accent="#7b88ff",
    accent_hover="#929dff",
    on_accent="#0d1026",
    accent_soft="#2a2f56",
    good="#5fd19a",
    warning="#f0b756",
    bad="#ff8087",
    bad_soft="#3d2025",
    shade="#252932",
)


class Theme(QObject):
    """Handed on by constructor. ``changed`` follows every change of the colours, also by the system."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._dressed: list[tuple[QAbstractButton | QAction, str, str]] = []
        fusion = QStyleFactory.create("Fusion")
        app.setStyle(fusion)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.choose(choice)

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK

    @property
    def colours(self) -> Colours:
        return DARK if self.dark else LIGHT

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system, or be light or dark."""
        self._choice = choice
        scheme = {ThemeChoice.LIGHT: Qt.ColorScheme.Light, ThemeChoice.DARK: Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(scheme.get(choice, Qt.ColorScheme.Unknown))
        self._apply()

    def colour(self, name: str) -> QColor:
        """Return one of ``Colours`` by its name."""
        return QColor(getattr(self.colours, name))

    def icon(self, name: str, tone: str = "muted") -> QIcon:
        """Return ``resources/icons/NAME.svg`` in a colour of the theme."""
        made = QIcon()
        for size in _ICON_SIZES_PX:
            made.addPixmap(self.pixmap(name, size, tone), QIcon.Mode.Normal)
            made.addPixmap(self.pixmap(name, size, "faint"), QIcon.Mode.Disabled)
        return made

    def pixmap(self, name: str, size: int, tone: str = "muted") -> QPixmap:
        """Return an icon as a picture of ``size`` x ``size`` pixels."""
        return _drawn(name, getattr(self.colours, tone), size)

    def dress(self, target: QAbstractButton | QAction, name: str, tone: str = "muted") -> None:
        """Give a button or an action an icon that follows the theme."""
        self._dressed = [(t, n, c) for t, n, c in self._dressed if isValid(t) and t is not target]
        self._dressed.append((target, name, tone))
        target.setIcon(self.icon(name, tone))

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._app.setPalette(palette(self.colours))
        self._app.setStyleSheet(style_sheet(self.colours))
        self._dressed = [entry for entry in self._dressed if isValid(entry[0])]
        for target, name, tone in self._dressed:
            target.setIcon(self.icon(name, tone))
        self.changed.emit()


def apply_theme(app: QApplication, choice: str) -> Theme:
    """Dress the application, which has one theme; an unknown choice follows the system."""
    known = {each.value for each in ThemeChoice}
    wanted = ThemeChoice(choice) if choice in known else ThemeChoice.SYSTEM
    present = app.findChild(Theme)
    if present is None:
        return Theme(app, wanted)
    if present.choice is not wanted:
        present.choose(wanted)
    return present


def application_icon() -> QIcon:
    """Return the icon of the program."""
    return QIcon(str(_icon_folder() / "filmoteka.svg"))


def palette(colours: Colours) -> QPalette:
    """Return Fusion's palette in the given colours."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.raised,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.bad,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Mid: colours.border,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return made


def style_sheet(colours: Colours) -> str:
    """Return ``resources/style/window.qss`` with the colours filled in."""
    text = (files("resources") / "style" / "window.qss").read_text(encoding="utf-8")
    mode = "dark" if colours is DARK else "light"
    return Template(text).substitute(asdict(colours), icons=_icon_folder().as_posix(), mode=mode)


@lru_cache(maxsize=1)
def _icon_folder() -> Path:
    with as_file(files("resources") / "icons") as folder:  # a real folder: the program is never a zip
        return folder


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int) -> QPixmap:
    svg = _source(name).replace("currentColor", colour)
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
