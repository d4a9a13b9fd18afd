"""A library over a real catalogue and real folders; only the clock can be turned."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pytest

from core.analysis.messages import AnalysisOptions
from core.catalogue.catalogue import Catalogue
from core.domain.videos import FileRecord, Presence, Video
from core.library.library import Library
from core.library.opening import open_library
from core.library.reports import ScanReport
from core.library.settling import Settling

_NOBODY = 65534


@dataclass
class Clock:
    """Hours ahead of the real clock, all files are long settled."""

    ahead_s: float = 3600.0

    def __call__(self) -> float:
        return time.time() + self.ahead_s


@dataclass
class Home:
    """A library, its catalogue and the folder in which the test puts its files."""

    library: Library
    catalogue: Catalogue
    root: Path
    options: list[AnalysisOptions]

    def scan(self) -> ScanReport:
        return self.library.scan(Event())

    def video_at(self, path: Path) -> Video | None:
        with self.catalogue.read() as view:
            record = view.files.at(str(path))
            return None if record is None else view.videos.get(record.video_id)

    def record_at(self, path: Path) -> FileRecord | None:
        with self.catalogue.read() as view:
            return view.files.at(str(path))

    def state_at(self, path: Path) -> Presence | None:
        record = self.record_at(path)
        return None if record is None else record.state

    def listed(self) -> list[str]:
        with self.catalogue.read() as view:
            return sorted(video.title for video in view.search.page(limit=10_000))


@pytest.fixture
def make_clip() -> Callable[..., Path]:
    """Return a function that writes a file with content of its own."""

    def make(path: Path, content: str | None = None, size: int = 5_000) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        seed = (content if content is not None else str(path)).encode("utf-8", "surrogateescape")
        path.write_bytes((seed + b"|") * (size // (len(seed) + 1) + 1))
        return path

    return make


@pytest.fixture
def bare_home(tmp_path: Path) -> Iterator[Home]:
    """A library without folders, in which all files count as settled."""
    options = [AnalysisOptions()]
    catalogue = open_library(tmp_path / "data" / "library.sqlite3")
    library = Library(catalogue, lambda: options[-1], Settling(wall_clock=Clock()))
    root = tmp_path / "collection"
    root.mkdir()
    yield Home(library, catalogue, root, options)
    catalogue.close()


@pytest.fixture
def home(bare_home: Home) -> Home:
    """A library with one folder."""
    bare_home.library.add_folder(bare_home.root)
    return bare_home


@pytest.fixture
def open_space() -> Iterator[Path]:
    """A folder that every user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@pytest.fixture
def as_ordinary_user(open_space: Path) -> Iterator[None]:
    """Permissions do not bind root: step down while the test runs."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
