"""What differs between the disk and the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.domain.videos import FileRecord, Presence
from core.library.settling import Settling
from core.library.walk import SeenFile


@dataclass(frozen=True, slots=True)
class Comparison:
    """``candidates`` are new or changed files that have settled; ``adopted`` are known files that lie in the
    folder but were not counted to it; ``back`` were away and lie at their path as they were.
    """

    candidates: tuple[SeenFile, ...]
    adopted: tuple[SeenFile, ...]
    back: tuple[FileRecord, ...]
    gone: tuple[FileRecord, ...]
    unsettled: tuple[str, ...]


def compare(
    files: Mapping[str, SeenFile],
    records: Mapping[str, FileRecord],
    absent: Collection[FileRecord],
    folder_id: int | None,
    settling: Settling,
) -> Comparison:
    """Compare files of a folder (``None``: of no folder) with the records of their paths.

    ``absent`` records have no file any more. A file of the size and the time of an absent one was renamed:
    it is complete and need not settle.
    """
    renamed = {(record.size_bytes, record.mtime_ns) for record in absent}
    adopted, back, candidates, unsettled = [], [], [], []
    for path, file in files.items():
        record = records.get(path)
        if record is not None and _is_as_known(record, file):
            if record.folder_id != folder_id:
                adopted.append(file)
            elif record.state is not Presence.PRESENT:
                back.append(record)
        elif (file.size_bytes, file.mtime_ns) in renamed or settling.look(file):
            candidates.append(file)
        else:
            unsettled.append(path)
    gone = tuple(record for record in absent if record.state is not Presence.MISSING)
    return Comparison(tuple(candidates), tuple(adopted), tuple(back), gone, tuple(unsettled))


def _is_as_known(record: FileRecord, file: SeenFile) -> bool:
    return (record.size_bytes, record.mtime_ns) == (file.size_bytes, file.mtime_ns)
