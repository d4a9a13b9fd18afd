"""Takes in what a person names on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.domain.videos import Folder, Presence
from core.library.identity import is_placeholder, reading_error
from core.library.intake import Candidate, Intake, left_its_path
from core.library.reachable import reachable_folders
from core.library.reports import IndexReport
from core.library.walk import Failure, SeenFile, is_below, seen_file, walk
from core.paths import readable


@dataclass(slots=True)
class _Sorted:
    """The files that were named, in their order; what is known of them, and what is to be read."""

    paths: list[str] = field(default_factory=list)
    videos: dict[str, int] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


class Indexing:
    def __init__(self, catalogue: Catalogue, intake: Intake) -> None:
        self._catalogue = catalogue
        self._intake = intake

    def index(self, paths: Sequence[str], should_stop: Callable[[], bool]) -> IndexReport:
        """Take the files in; see ``Library.index_paths``."""
        failures: list[Failure] = []
        files = {file.path: file for path in paths for file in _files_at(path, failures, should_stop)}
        work = self._sort(files.values())
        is_gone = left_its_path(reachable_folders(self._catalogue))
        for taken in self._intake.take(work.candidates, is_gone, should_stop):
            work.videos.update(taken.by_path)
            failures += taken.failures
            failures += [Failure(path, _STILL_WRITTEN.format(readable(path))) for path in taken.unsettled]
        ids = dict.fromkeys(work.videos[path] for path in work.paths if path in work.videos)
        return IndexReport(tuple(ids), (*failures, *work.failures), complete=not should_stop())

    def _sort(self, files: Iterable[SeenFile]) -> _Sorted:
        work, folders = _Sorted(), self._folders()
        with self._catalogue.read() as view:
            for file in files:
                work.paths.append(file.path)
                record = view.files.at(file.path)
                video = None if record is None else view.videos.get(record.video_id)
                folder_id = next((f.id for f in folders if is_below(file.path, f.path)), None)
                if (
                    record is None
                    or video is None
                    or (record.size_bytes, record.mtime_ns) != (file.size_bytes, file.mtime_ns)
                    or record.state is not Presence.PRESENT
                    or folder_id not in (None, record.folder_id)
                ):
                    work.candidates.append(Candidate(file, folder_id))
                elif is_placeholder(video.identity):
                    work.failures.append(Failure(file.path, video.error or _EMPTY))
                else:
                    work.videos[file.path] = video.id
        return work

    def _folders(self) -> tuple[Folder, ...]:
        with self._catalogue.read() as view:
            return view.folders.all()


_STILL_WRITTEN = "{} is still being written. Please try again when it is complete."
_EMPTY = "The file holds nothing that can be read."


def _files_at(path: str, failures: list[Failure], should_stop: Callable[[], bool]) -> list[SeenFile]:
    """Return the file, or the videos below the folder in the order of their paths."""
    try:
        file = seen_file(path)
    except OSError as error:
        failures.append(Failure(path, str(reading_error(path, error))))
        return []
    if file is not None:
        return [file]
    if not Path(path).exists():
        failures.append(Failure(path, f"{readable(path)} does not exist."))
        return []
    if not Path(path).is_dir():
        failures.append(Failure(path, f"{readable(path)} is neither a file nor a folder."))
        return []
    found = walk(path, should_stop)
    failures += found.failures
    return [found.files[name] for name in sorted(found.files)]
