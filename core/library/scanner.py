"""Compares a folder on the disk with what the catalogue knows of it: the truth, where events are hints."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.domain.videos import FileRecord, Folder, Presence
from core.library.batches import batches
from core.library.comparison import Comparison, compare
from core.library.intake import Candidate, Intake, Taken, left_its_path
from core.library.reachable import is_reachable, note_mount_point, reachable_folders
from core.library.reports import ScanReport
from core.library.settling import Settling
from core.library.walk import SeenFile, Walk, is_below, is_watchable_name, seen_file, walk
from core.library.withdrawal import withdraw_jobs
from core.media.video_files import is_video_path

_log = logging.getLogger(__name__)


class Scanner:
    """``on_taken`` is called after every batch with the videos that are new, came back or were renamed."""

    def __init__(
        self,
        catalogue: Catalogue,
        intake: Intake,
        settling: Settling,
        on_taken: Callable[[Sequence[int]], object],
    ) -> None:
        self._catalogue = catalogue
        self._intake = intake
        self._settling = settling
        self._on_taken = on_taken

    def scan(self, folder: Folder, should_stop: Callable[[], bool]) -> ScanReport:
        """Bring one folder of the catalogue up to date, in small transactions."""
        if not is_reachable(self._catalogue, folder):
            return self.put_offline(folder)
        found = walk(folder.path, should_stop)
        if not found.complete:
            return ScanReport(complete=False)
        if folder.path in found.blocked:  # it went while it was walked
            return self.put_offline(folder) | ScanReport(failures=tuple(found.failures))
        self._put_online(folder)
        differs, blocked = self._compare(folder, found)
        self._set_state([r.id for r in blocked if r.state is Presence.PRESENT], Presence.OFFLINE)
        seen = ScanReport(files_seen=len(found.files), failures=tuple(found.failures))
        return seen | self._apply(folder, differs, should_stop)

    def look_at_strays(self, should_stop: Callable[[], bool]) -> ScanReport:
        """Bring the files that lie in no folder of the library up to date."""
        with self._catalogue.read() as view:
            records = {record.path: record for record in view.files.outside_folders()}
        files, absent, out_of_reach = dict[str, SeenFile](), list[FileRecord](), list[FileRecord]()
        for path, record in records.items():
            try:
                file = seen_file(path)
            except OSError:
                continue  # whoever opens it is told why
            if file is not None:
                files[path] = file
            else:
                (absent if Path(path).parent.is_dir() else out_of_reach).append(record)
        self._set_state([r.id for r in out_of_reach if r.state is Presence.PRESENT], Presence.OFFLINE)
        differs = compare(files, records, absent, None, self._settling)
        return ScanReport(files_seen=len(files)) | self._apply(None, differs, should_stop)

    def put_offline(self, folder: Folder) -> ScanReport:
        """Note that a folder is out of reach; nothing about its videos is lost."""
        with self._catalogue.read() as view:
            ids = [f.id for f in view.files.of_folder(folder.id) if f.state is Presence.PRESENT]
            noted = view.folders.get(folder.id)
        if noted is not None and noted.online:
            _log.warning("The folder %s cannot be reached; its videos are kept as they are.", folder.path)
            with self._catalogue.write() as edit:
                edit.folders.set_online(folder.id, online=False)
        self._set_state(ids, Presence.OFFLINE)
        return ScanReport(offline=(folder.path,))

    def put_gone(self, records: Iterable[FileRecord]) -> ScanReport:
        """Note that files are not at their paths any more."""
        records = list(records)
        self._settling.forget(record.path for record in records)
        self._set_state([record.id for record in records], Presence.MISSING)
        return ScanReport(missing=tuple(dict.fromkeys(record.video_id for record in records)))

    def put_back(self, records: Iterable[FileRecord]) -> ScanReport:
        """Note that files are at their paths again, as they were."""
        records = list(records)
        self._set_state([record.id for record in records], Presence.PRESENT)
        videos = list(dict.fromkeys(record.video_id for record in records))
        if videos:
            self._on_taken(videos)
        return ScanReport(returned=tuple(videos))

    def take(self, candidates: Iterable[Candidate], should_stop: Callable[[], bool]) -> Iterator[Taken]:
        """Read settled files and take them in; tell ``on_taken`` after every batch."""
        for taken in self._intake.take(
            candidates, left_its_path(reachable_folders(self._catalogue)), should_stop
        ):
            self._settling.forget(taken.by_path)
            self._settling.forget(failure.path for failure in taken.failures)
            if fresh := {*taken.added, *taken.changed, *taken.moved, *taken.returned, *taken.renamed}:
                self._on_taken(sorted(fresh))
            yield taken

    def look_at(self, folder: Folder, paths: Iterable[str], should_stop: Callable[[], bool]) -> ScanReport:
        """Bring single paths below a reachable folder up to date; each may be a file, a folder, or gone."""
        found, absent = Walk(), dict[int, FileRecord]()
        for path in paths:
            if is_watchable_name(path, folder.path):
                self._look_at_one(path, found, absent)
        if folder.path in found.blocked:
            return self.put_offline(folder)
        with self._catalogue.read() as view:
            records = {path: r for path in found.files if (r := view.files.at(path)) is not None}
        differs = compare(found.files, records, absent.values(), folder.id, self._settling)
        return self._apply(folder, differs, should_stop)

    def _look_at_one(self, path: str, found: Walk, absent: dict[int, FileRecord]) -> None:
        try:
            file = seen_file(path)
        except OSError:
            return  # the next rescan says what is the matter there
        if file is not None:
            if is_video_path(path):
                found.files[path] = file
        elif Path(path).is_dir():
            found.add(walk(path))
        else:
            with self._catalogue.read() as view:
                record = view.files.at(path)
                gone = view.files.below(path) if record is None else (record,)
            self._settling.forget([path])
            absent.update((r.id, r) for r in gone)

    def _compare(self, folder: Folder, found: Walk) -> tuple[Comparison, list[FileRecord]]:
        """Return what differs, and the files that are out of reach below folders that cannot be read."""
        with self._catalogue.read() as view:
            records = {record.path: record for record in view.files.of_folder(folder.id)}
            strangers = [path for path in found.files if path not in records]
            records.update((path, r) for path in strangers if (r := view.files.at(path)) is not None)
        absent, blocked = list[FileRecord](), list[FileRecord]()
        for path, record in records.items():
            if path not in found.files:
                (blocked if any(is_below(path, b) for b in found.blocked) else absent).append(record)
        return compare(found.files, records, absent, folder.id, self._settling), blocked

    def _apply(
        self, folder: Folder | None, differs: Comparison, should_stop: Callable[[], bool]
    ) -> ScanReport:
        if folder is not None:
            self._adopt(folder, differs.adopted)
        folder_id = None if folder is None else folder.id
        report = ScanReport(unsettled=differs.unsettled) | self.put_back(differs.back)
        for taken in self.take((Candidate(file, folder_id) for file in differs.candidates), should_stop):
            report |= taken.report()
        if should_stop():
            return replace(report, complete=False)
        return report | self.put_gone(self._still_known(differs.gone))

    def _adopt(self, folder: Folder, files: Iterable[SeenFile]) -> None:
        """Files that were analysed before their folder was added belong to the folder from now on."""
        for batch in batches(files):
            with self._catalogue.write() as edit:
                if edit.folders.get(folder.id) is None:
                    return
                for file in batch:
                    if (record := edit.files.at(file.path)) is not None:
                        edit.files.put(file.path, record.video_id, folder.id, file.size_bytes, file.mtime_ns)

    def _still_known(self, records: Iterable[FileRecord]) -> list[FileRecord]:
        """Leave out the paths that were dropped because their file was found elsewhere."""
        with self._catalogue.read() as view:
            return [r for r in records if view.files.at(r.path) is not None]

    def _put_online(self, folder: Folder) -> None:
        note_mount_point(self._catalogue, folder)
        if not folder.online:
            with self._catalogue.write() as edit:
                edit.folders.set_online(folder.id, online=True)

    def _set_state(self, file_ids: Iterable[int], state: Presence) -> None:
        for batch in batches(file_ids):
            with self._catalogue.write() as edit:
                edit.files.set_state(batch, state)
                if state is not Presence.PRESENT:
                    withdraw_jobs(edit, edit.files.videos_of(batch))
