"""A built wheel carries its resources and works in an environment that does not know the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.packaging_tests.scripts import FOLDER, ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
OFFLINE = ("No matching distribution found", "Could not find a version", "ConnectionError", "Max retries")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel; its builder comes from the environment, else from the package index."""
    folder = tmp_path_factory.mktemp("wheel")
    apart = ["--no-isolation"] if find_spec("hatchling") else []
    command = [sys.executable, "-m", "build", "--wheel", *apart, "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode and any(sign in done.stdout + done.stderr for sign in OFFLINE):
        pytest.skip("hatchling is not installed here and the package index cannot be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("filmoteka-*.whl"))


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment with the wheel installed and the dependencies of this one; no checkout."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*install, "--no-index", "--no-deps", str(wheel)], cwd=folder, check=True, timeout=120)
    # Only now, or pip would take the editable install of this environment for an older version. A line of a
    # .pth file brings the folder alone, not the .pth files inside it: the checkout stays unknown.
    site = folder / "lib" / f"python{sysconfig.get_python_version()}" / "site-packages"
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def run_fresh(fresh: Path, *command: str) -> str:
    """Run a command of the fresh environment outside the checkout and return what it printed."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    environ = kept | {"FILMOTEKA_HOME": str(fresh / "home"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [str(fresh / "bin" / command[0]), *command[1:]],
        cwd=fresh,
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_every_resource_and_every_module_and_no_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    floors = ("core", "desktop", "models", "resources")
    files = (path for floor in floors for path in (ROOT / floor).rglob("*") if path.is_file())
    wanted = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    assert wanted <= names
    assert {"resources/taxonomy/home_video.json", "resources/models/manifest.json"} <= wanted
    assert any(name.startswith("resources/translations/") and name.endswith(".qm") for name in wanted)
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == set(floors)


def test_the_wheel_carries_licence_and_notices(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    texts = {Path(name).name: archive.read(name) for name in archive.namelist() if "/licenses/" in name}
    assert texts["LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert b"third-party" in texts["THIRD_PARTY_NOTICES.md"].lower()


def test_the_installed_program_is_not_the_checkout(fresh: Path) -> None:
    where = run_fresh(
        fresh, "python", "-c", "import core, resources; print(core.__file__, resources.__file__)"
    )
    assert str(ROOT) not in where
    assert str(fresh) in where


def test_the_installed_command_helps_and_shows_the_tag_tree(fresh: Path) -> None:
    assert "analyse" in run_fresh(fresh, "filmoteka", "--help")
    tree = json.loads(run_fresh(fresh, "filmoteka", "--library", str(fresh / "x.sqlite3"), "tags", "--json"))
    assert "Animals" in json.dumps(tree)


@pytest.mark.weights
def test_the_installed_program_analyses_a_clip_with_the_weights_that_came_with_it(fresh: Path) -> None:
    command = [sys.executable, str(FOLDER / "smoke_test.py"), str(fresh / "bin" / "filmoteka")]
    done = subprocess.run(command, cwd=fresh, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
