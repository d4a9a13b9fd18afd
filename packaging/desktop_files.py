"""What a Linux desktop needs to show the program in its menus: entry, AppStream metadata, icons."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

from licences import ROOT
from render_icons import APPLICATION_ID, render_icons

SOURCES = ROOT / "packaging" / "linux"


def install_desktop_files(prefix: Path, pictures: str | None = None) -> list[Path]:
    """Write them below ``PREFIX/share``, the way ``/usr`` is laid out. Returns the files.

    ``pictures`` is the address that the checkout's folder is published at.
    """
    entry = prefix / "share" / "applications" / f"{APPLICATION_ID}.desktop"
    entry.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SOURCES / entry.name, entry)
    metadata = prefix / "share" / "metainfo" / f"{APPLICATION_ID}.metainfo.xml"
    metadata.parent.mkdir(parents=True, exist_ok=True)
    published_metainfo(pictures).write(metadata, encoding="UTF-8", xml_declaration=True)
    return [entry, metadata, *render_icons(prefix / "share" / "icons")]


def published_metainfo(pictures: str | None) -> ET.ElementTree[ET.Element]:
    """Return the metadata with addresses for its pictures; without an address it names no pictures.

    AppStream accepts addresses only, while the checkout knows its pictures by path.
    """
    tree = ET.parse(SOURCES / f"{APPLICATION_ID}.metainfo.xml")
    root = tree.getroot()
    screenshots = root.find("screenshots")
    if screenshots is not None and pictures is None:
        root.remove(screenshots)
    for image in root.iter("image"):
        image.text = f"{(pictures or '').rstrip('/')}/{image.text}"
    return tree
