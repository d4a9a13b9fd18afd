"""What a Linux desktop is told about the program."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.packaging_tests.scripts import FOLDER, ROOT, script

desktop_files = script("desktop_files")
icons = script("render_icons")
LINUX = ROOT / "packaging" / "linux"


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    card: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return card


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(LINUX / "org.filmoteka.Filmoteka.desktop", "utf-8")
    return parser["Desktop Entry"]


def metainfo(pictures: str | None = None) -> ET.Element:
    root: ET.Element = desktop_files.published_metainfo(pictures).getroot()
    return root


def test_the_menu_entry_starts_the_console_command(
    entry: configparser.SectionProxy, project: dict[str, Any]
) -> None:
    assert entry["Exec"].split()[0] in project["scripts"]
    assert entry["Icon"] == icons.APPLICATION_ID == entry["StartupWMClass"]


def test_the_window_calls_itself_what_the_entry_is_called() -> None:
    source = (ROOT / "desktop" / "app.py").read_text("utf-8")
    assert f'setDesktopFileName("{icons.APPLICATION_ID}")' in source


@pytest.mark.parametrize("key", ["Name", "GenericName", "Comment", "Keywords"])
def test_the_menu_entry_speaks_english_and_russian(entry: configparser.SectionProxy, key: str) -> None:
    assert entry[key].isascii()
    assert any("а" <= letter <= "я" for letter in entry[f"{key}[ru]"])


def test_the_metadata_agrees_with_the_project(project: dict[str, Any]) -> None:
    root = metainfo()
    assert root.findtext("id") == icons.APPLICATION_ID
    assert root.findtext("project_license") == project["license"]
    assert project["version"] in {release.get("version") for release in root.iter("release")}
    assert root.findtext("provides/binary") in project["scripts"]
    assert root.find("content_rating") is not None


def test_pictures_get_the_address_they_are_published_at_or_stay_away() -> None:
    assert metainfo(None).find("screenshots") is None
    addresses = [image.text or "" for image in metainfo("https://example.org/filmoteka/").iter("image")]
    assert addresses
    assert all(address.startswith("https://example.org/filmoteka/docs/pictures/") for address in addresses)


def test_appstream_finds_no_fault(tmp_path: Path) -> None:
    if shutil.which("appstreamcli") is None:
        pytest.skip("appstreamcli is not installed")
    file = tmp_path / "org.filmoteka.Filmoteka.metainfo.xml"
    ET.ElementTree(metainfo("https://example.org/filmoteka")).write(file, "UTF-8", xml_declaration=True)
    command = ["appstreamcli", "validate", "--no-net", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_icon_is_drawn_in_every_size_with_free_corners(tmp_path: Path) -> None:
    command = [sys.executable, str(FOLDER / "render_icons.py"), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    pictures = [Image.open(path) for path in tmp_path.rglob("*.png")]
    assert sorted(picture.width for picture in pictures) == sorted(icons.SIZES_PX)
    for picture in pictures:
        alpha = picture.getchannel("A")
        assert (alpha.getpixel((picture.width // 2, picture.height // 2)), alpha.getpixel((0, 0))) == (255, 0)
        assert len(picture.convert("RGB").resize((16, 16)).getcolors() or ()) > 20
