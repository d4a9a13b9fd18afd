"""What PyInstaller is told to take along and to leave out; the bundle itself is built by ``make package``."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging_tests.scripts import FOLDER, ROOT, script

exclusions = script("bundle_exclusions")
parts = script("bundle_parts")


def imported_names() -> Iterator[str]:
    """Yield every module that the four floors import, also inside functions."""
    for path in (path for floor in parts.FLOORS for path in (ROOT / floor).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nothing_that_the_program_imports_is_left_out() -> None:
    assert set(imported_names()) & set(exclusions.LEFT_OUT) == set()


def test_every_resource_goes_along_to_the_place_that_it_is_read_from() -> None:
    placed = {Path(folder) / Path(source).name for source, folder in parts.resource_files()}
    assert Path("resources/taxonomy/home_video.json") in placed
    on_disk = {path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {path for path in on_disk if path.suffix not in {".py", ".pyc"}} == placed


def test_all_embedded_weights_of_the_manifest_go_along_to_the_place_that_they_are_read_from() -> None:
    placed = {Path(folder) / Path(source).name: Path(source) for source, folder in parts.weight_files()}
    entries = json.loads(parts.MANIFEST.read_text("utf-8"))["models"]
    embedded = [entry for entry in entries if entry["origin"]["kind"] == "package"]
    assert len(embedded) >= 4
    for entry in embedded:
        for file in entry["files"]:
            place = Path(entry["origin"]["folder"]) / file["name"]
            assert placed[place].stat().st_size == file["size_bytes"]


def test_a_data_package_without_its_files_stops_the_build() -> None:
    with pytest.raises(SystemExit, match="natasha holds no file like"):
        parts.files_of("natasha", ("natasha/data/emb/*.bin",))


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("libvlc.so.5", False),
        ("PySide6/Qt/lib/libQt6VirtualKeyboard.so.6", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/translations/qtbase_ru.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("torch/bin/test_jit", False),
        ("torch/bin/FileStoreTest", False),
        ("torch/bin/torch_shm_manager", True),
        ("torch/lib/libtorch_cpu.so", True),
    ],
)
def test_what_nobody_needs_stays_outside(place: str, wanted: bool) -> None:
    assert exclusions.is_wanted(place) is wanted


def test_modules_that_are_run_by_name_go_along() -> None:
    assert {"core.media.mini_season", "models.encoders.efficientnet", "resources"} <= set(parts.own_modules())
    found = set(parts.modules_found_by_name())
    assert {"babelfish.converters.alpha2", "guessit.rules.properties.title"} <= found
    assert "transformers.models.bert.modeling_bert" in found


def test_everything_that_the_doctor_looks_at_goes_along() -> None:
    assert {"send2trash", "open_clip", "whisper", "PySide6", "vlc", "av", "torch"} <= set(
        parts.direct_packages()
    )
    assert not {"natasha", "skvideo"} & set(parts.direct_packages())


def test_versions_can_be_asked_for_inside_the_bundle() -> None:
    assert {"filmoteka", "torch", "PySide6_Essentials", "natasha"} <= set(parts.described_distributions())


def test_the_spec_is_valid_python_and_starts_the_console_command() -> None:
    source = (FOLDER / "filmoteka.spec").read_text("utf-8")
    ast.parse(source)
    assert '"desktop" / "entry.py"' in source
    assert 'filmoteka = "desktop.entry:main"' in (ROOT / "pyproject.toml").read_text("utf-8")
