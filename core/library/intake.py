"""Takes files into the catalogue: tells them apart by content, then writes a batch in one transaction."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.catalogue.session import Session
from core.domain.stages import Stage
from core.domain.videos import EpisodeName, FileRecord, Presence
from core.errors import FilmotekaError, VideoVanishedError
from core.library.batches import BATCH
from core.library.episode_names import episode_name
from core.library.identity import StillChangingError, content_identity, placeholder_identity
from core.library.naming import name_by_path
from core.library.reports import ScanReport
from core.library.walk import Failure, SeenFile
from core.library.withdrawal import withdraw_jobs

BATCH_S = 0.5
UNREAD_MTIME_NS = -1
"""Kept for a file that could not be read: it counts as changed at every look until it can."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A settled file whose content is to be read. ``folder_id`` is ``None`` outside every folder."""

    file: SeenFile
    folder_id: int | None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A candidate with its content told apart; ``error`` says why there is only a placeholder."""

    candidate: Candidate
    identity: str
    name: EpisodeName
    error: str | None


@dataclass(slots=True)
class Taken:
    """What a batch did, by path and by video; ``renamed``: the tagger reads another name in the path now."""

    added: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    returned: list[int] = field(default_factory=list)
    renamed: list[int] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    unsettled: list[str] = field(default_factory=list)
    by_path: dict[str, int] = field(default_factory=dict)

    def report(self) -> ScanReport:
        return ScanReport(
            added=tuple(self.added),
            changed=tuple(self.changed),
            moved=tuple(self.moved),
            returned=tuple(self.returned),
            failures=tuple(self.failures),
            unsettled=tuple(self.unsettled),
        )


class Intake:
    """``probe_version`` names the version under which an unreadable file counts as looked at."""

    def __init__(self, catalogue: Catalogue, probe_version: Callable[[], str]) -> None:
        self._catalogue = catalogue
        self._probe_version = probe_version

    def take(
        self,
        candidates: Iterable[Candidate],
        is_gone: Callable[[FileRecord], bool],
        should_stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[Taken]:
        """Read and write the candidates, one ``Taken`` a batch.

        ``is_gone`` says of another path with the same content whether the file left it: then it was moved.
        """
        batch, taken, began = list[ReadFile](), Taken(), time.monotonic()
        for candidate in candidates:
            if should_stop():
                break
            if (read := self._read(candidate, taken)) is not None:
                batch.append(read)
            if len(batch) >= BATCH or (batch and time.monotonic() - began > BATCH_S):
                yield self._write(batch, taken, is_gone)
                batch, taken, began = [], Taken(), time.monotonic()
        yield self._write(batch, taken, is_gone)

    def _read(self, candidate: Candidate, taken: Taken) -> ReadFile | None:
        path = candidate.file.path
        try:
            identity = content_identity(path, candidate.file.size_bytes)
        except StillChangingError:
            taken.unsettled.append(path)
            return None
        except VideoVanishedError as error:
            taken.failures.append(Failure(path, str(error)))
            return None
        except FilmotekaError as error:
            taken.failures.append(Failure(path, str(error)))
            return ReadFile(candidate, placeholder_identity(path), episode_name(path), str(error))
        return ReadFile(candidate, identity, episode_name(path), None)

    def _write(self, batch: list[ReadFile], taken: Taken, is_gone: Callable[[FileRecord], bool]) -> Taken:
        if not batch:
            return taken
        with self._catalogue.write() as edit:
            folders = {folder.id for folder in edit.folders.all()} | {None}
            touched: set[int] = set()
            for read in batch:
                if read.candidate.folder_id in folders:  # else it was removed while its files were read
                    touched |= self._write_one(edit, read, taken, is_gone)
            taken.renamed += [video_id for video_id in touched if name_by_path(edit, video_id)]
            withdraw_jobs(edit, touched)
        return taken

    def _write_one(
        self, edit: Session, read: ReadFile, taken: Taken, is_gone: Callable[[FileRecord], bool]
    ) -> set[int]:
        """Note one file; return the videos that may lie nowhere now, or have another name."""
        file = read.candidate.file
        before = edit.files.at(file.path)
        known = edit.videos.by_identity(read.identity)
        video_id = edit.videos.ensure(read.identity, read.name, file.size_bytes)
        others = [o for o in edit.files.of_video(video_id) if o.path != file.path]
        left = [o for o in others if is_gone(o)]
        mtime_ns = file.mtime_ns if read.error is None or file.size_bytes == 0 else UNREAD_MTIME_NS
        edit.files.put(file.path, video_id, read.candidate.folder_id, file.size_bytes, mtime_ns)
        edit.files.forget(other.id for other in left)
        if read.error is not None:
            edit.videos.set_error(video_id, read.error)
            edit.results.put(video_id, Stage.PROBE, self._probe_version(), read.error)
        else:
            taken.by_path[file.path] = video_id
            _sort_in(taken, video_id, new=known is None, before=before, others=others, left=left)
        if known is None:
            edit.videos.index_words(video_id, file.path)
        replaced = {before.video_id} if before is not None and before.video_id != video_id else set()
        return replaced | ({video_id} if known is not None else set())


def left_its_path(online_folders: frozenset[int]) -> Callable[[FileRecord], bool]:
    """Return the ``is_gone`` of a file whose folder can be reached: nothing is at its path any more."""

    def is_gone(record: FileRecord) -> bool:
        if record.state is Presence.OFFLINE or record.folder_id not in online_folders | {None}:
            return False
        return record.state is Presence.MISSING or not Path(record.path).exists()

    return is_gone


def _sort_in(
    taken: Taken,
    video_id: int,
    *,
    new: bool,
    before: FileRecord | None,
    others: list[FileRecord],
    left: list[FileRecord],
) -> None:
    if before is not None and before.video_id != video_id:
        taken.changed.append(video_id)
    elif new:
        taken.added.append(video_id)
    elif left:
        taken.moved.append(video_id)
    elif before is not None and before.state is Presence.PRESENT:
        return  # written anew with the same content
    elif before is None and any(other.state is Presence.PRESENT for other in others):
        taken.added.append(video_id)  # one more path of a video at hand
    else:
        taken.returned.append(video_id)
