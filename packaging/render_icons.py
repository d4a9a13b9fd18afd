"""Draw the program's icon in the sizes that desktops ask for.

    python packaging/render_icons.py FOLDER

Writes ``FOLDER/hicolor/SIZExSIZE/apps/org.filmoteka.Filmoteka.png`` and the SVG beside them, the way
``/usr/share/icons`` is laid out.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "filmoteka.svg"
APPLICATION_ID = "org.filmoteka.Filmoteka"
SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def render_icons(folder: Path) -> list[Path]:
    """Draw every size below a folder. Returns the files; raises ValueError where the icon is no SVG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(ICON))
    if not renderer.isValid():
        raise ValueError(f"{ICON} cannot be drawn")
    files = [_draw(renderer, size, folder) for size in SIZES_PX]
    del application
    scalable = folder / "hicolor" / "scalable" / "apps" / f"{APPLICATION_ID}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ICON, scalable)
    return [*files, scalable]


def _draw(renderer: object, size: int, folder: Path) -> Path:
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    assert isinstance(renderer, QSvgRenderer)
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    path = folder / "hicolor" / f"{size}x{size}" / "apps" / f"{APPLICATION_ID}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(path)):
        raise OSError(f"{path} could not be written")
    return path


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    for path in render_icons(Path(sys.argv[1])):
        print(path)


if __name__ == "__main__":
    main()
