"""Tells a folder whose drive is away from a folder whose files were deleted."""

from __future__ import annotations

import os

from core.catalogue.catalogue import Catalogue
from core.catalogue.session import Session
from core.domain.videos import Folder


def is_reachable(catalogue: Catalogue, folder: Folder) -> bool:
    """Say whether the folder is there, can be read, and lies on the drive on which it was last seen.

    An unplugged drive may leave its empty mount point behind: without the last test its files would count as
    deleted.
    """
    try:
        with os.scandir(folder.path) as entries:
            next(entries, None)
    except OSError:
        return False
    with catalogue.read() as view:
        mount = view.meta.get(_key(folder.id))
    return mount is None or _is_mounted(mount)


def reachable_folders(catalogue: Catalogue) -> frozenset[int]:
    """Return the ids of the folders that can be reached now."""
    with catalogue.read() as view:
        folders = view.folders.all()
    return frozenset(folder.id for folder in folders if is_reachable(catalogue, folder))


def note_mount_point(catalogue: Catalogue, folder: Folder) -> None:
    """Remember on which drive the folder lies, unless it was removed meanwhile."""
    mount = _mount_point(folder.path)
    with catalogue.read() as view:
        if view.meta.get(_key(folder.id)) == mount:
            return
    with catalogue.write() as edit:
        if (kept := edit.folders.get(folder.id)) is not None and kept.path == folder.path:
            edit.meta.set(_key(folder.id), mount)


def forget_mount_point(edit: Session, folder_id: int) -> None:
    """Forget on which drive a removed folder lay: SQLite gives its number to the next one."""
    edit.meta.remove(_key(folder_id))


def _mount_point(path: str) -> str:
    place = os.path.realpath(path)
    while not os.path.ismount(place) and os.path.dirname(place) != place:  # noqa: PTH120
        place = os.path.dirname(place)  # noqa: PTH120
    return os.fsencode(place).hex()


def _is_mounted(mount: str) -> bool:
    return os.path.ismount(os.fsdecode(bytes.fromhex(mount)))


def _key(folder_id: int) -> str:
    return f"folder.{folder_id}.mount_point"
