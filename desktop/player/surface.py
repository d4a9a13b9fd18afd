"""What libvlc draws on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEngine
from PySide6.QtWidgets import QWidget


class NativeSurface(QWidget):
    """A black window of its own, so that libvlc's window inside it never touches what Qt paints.

    Mouse and keys go on to the parent: libvlc is told not to listen.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("playerSurface")
        self.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
        self.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_PaintOnScreen)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEngine(self) -> QPaintEngine:
        """None: the window's own black background is all that Qt shows here."""
        return None  # type: ignore[return-value]
