"""Where weights lie on this machine, whether they are whole, and how more of them are fetched.

Embedded weights come inside installed packages and are found through their metadata; no code of those
packages runs. Fetched ones lie in one folder each below the store's home, beside a lock file with the digests
of what arrived. No file is handed out before its SHA-256 was right once.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from core.analysis.weights_digest import DigestMemory, file_sha256, git_blob_sha1
from core.analysis.weights_manifest import (
    HubOrigin,
    Manifest,
    ModelEntry,
    PackageOrigin,
    RelativePath,
    Sha256,
    UrlOrigin,
    WeightFile,
    shipped_manifest,
)
from core.errors import HostError, WeightsError

_log = logging.getLogger(__name__)
_LOCK = "lock.json"
_STATE = "verified.json"
_SHA256_DIGITS = 64


class ModelState(StrEnum):
    """How a set of weights stands."""

    EMBEDDED = "embedded"
    INSTALLED = "installed"
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class ModelStatus:
    """A set of weights and how it stands; ``problem`` is a sentence where it is damaged or missing."""

    entry: ModelEntry
    state: ModelState
    problem: str = ""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What reading every byte of a set of weights found; ``problems`` are sentences, empty where whole."""

    model_id: str
    files: int
    problems: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not self.problems


class _Lock(BaseModel):
    """Digests of what was fetched, by name of the file; ``commit`` where the server told it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    commit: str | None
    sha256: dict[RelativePath, Sha256]


class ModelStore:
    """All weights of the manifest, as they are on this machine. ``home`` need not exist."""

    def __init__(self, home: Path, manifest: Manifest | None = None) -> None:
        self._home = home
        self._entries = {entry.id: entry for entry in (manifest or shipped_manifest()).models}
        self._memory = DigestMemory(home / _STATE)

    def list(self) -> tuple[ModelStatus, ...]:
        """Return every set of weights in the manifest's order; reads no weights, only their sizes."""
        return tuple(self._status(entry) for entry in self._entries.values())

    def path(self, model_id: str) -> Path:
        """Return the file or folder to load, checked; raises WeightsError where missing or damaged."""
        entry = self._entry(model_id)
        folder = self._folder(entry)
        if folder is None:
            raise WeightsError(f'The model "{model_id}" is not here. {_remedy(entry)}')
        problems = self._problems(entry, folder)
        if problems:
            raise WeightsError(f"{problems[0]} {_remedy(entry)}")
        return folder / entry.entry if entry.entry else folder

    def verify(self, model_id: str) -> VerifyReport:
        """Read every file of a set again and compare digests; raises WeightsError for an unknown id."""
        entry = self._entry(model_id)
        folder = self._folder(entry)
        if folder is None:
            return VerifyReport(model_id, len(entry.files), (f'The model "{model_id}" is not here.',))
        for file in entry.files:
            self._memory.forget(folder / file.name)
        return VerifyReport(model_id, len(entry.files), self._problems(entry, folder))

    def fetch(self, model_id: str, progress: Callable[[int, int], None]) -> None:
        """Bring the files of a set here; ``progress`` gets bytes that are there and bytes in all.

        What an earlier try brought is kept and continued. Raises WeightsError without a network, for a wrong
        digest, and for weights that the program brings; HostError where the disk is full.
        """
        entry = self._entry(model_id)
        if isinstance(entry.origin, PackageOrigin):
            raise WeightsError(f'The model "{model_id}" comes with the program; there is nothing to fetch.')
        self._check_space(entry)
        try:
            self._fetch_files(entry, entry.origin, progress)
        except OSError as error:
            raise HostError(f'The model "{model_id}" could not be written: {error}') from error

    def remove(self, model_id: str) -> None:
        """Delete a fetched set of weights; raises WeightsError for those that the program brings."""
        entry = self._entry(model_id)
        if entry.is_embedded:
            raise WeightsError(f'The model "{model_id}" comes with the program and cannot be removed.')
        folder = self._home / entry.id
        for file in entry.files:
            self._memory.forget(folder / file.name)
        if folder.exists():
            shutil.rmtree(folder)

    def _entry(self, model_id: str) -> ModelEntry:
        if model_id not in self._entries:
            known = ", ".join(self._entries)
            raise WeightsError(f'There is no model "{model_id}". Known are: {known}.')
        return self._entries[model_id]

    def _status(self, entry: ModelEntry) -> ModelStatus:
        folder = self._folder(entry)
        if folder is None:
            return ModelStatus(entry, ModelState.MISSING, _remedy(entry))
        sound = ModelState.EMBEDDED if entry.is_embedded else ModelState.INSTALLED
        for file in entry.files:
            path = folder / file.name
            if not path.is_file() or file.size_bytes not in {None, path.stat().st_size}:
                return ModelStatus(entry, ModelState.DAMAGED, f"{path} is not whole. {_remedy(entry)}")
        return ModelStatus(entry, sound)

    def _folder(self, entry: ModelEntry) -> Path | None:
        """Return where the files of a set lie; ``None`` where it is not here."""
        if isinstance(entry.origin, PackageOrigin):
            return _package_folder(entry.origin)
        folder = self._home / entry.id
        return folder if (folder / _LOCK).is_file() else None

    def _problems(self, entry: ModelEntry, folder: Path) -> tuple[str, ...]:
        lock = None if entry.is_embedded else _read_lock(folder / _LOCK)
        found = []
        for file in entry.files:
            expected = file.sha256 or (lock.sha256.get(file.name) if lock else None)
            try:
                digest = self._memory.sha256(folder / file.name)
            except OSError as error:
                found.append(f"{folder / file.name} cannot be read: {error.strerror}.")
                continue
            if expected is None or digest != expected or not digest.startswith(file.sha256_prefix or ""):
                found.append(f"{folder / file.name} is damaged: its SHA-256 is not the expected one.")
        return tuple(found)

    def _check_space(self, entry: ModelEntry) -> None:
        self._home.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self._home).free
        if free < entry.size_bytes:
            raise HostError(
                f'The model "{entry.id}" needs {entry.size_bytes / 1e6:.0f} MB, '
                f"but only {free / 1e6:.0f} MB are free in {self._home}."
            )

    def _fetch_files(
        self, entry: ModelEntry, origin: HubOrigin | UrlOrigin, progress: Callable[[int, int], None]
    ) -> None:
        from core.analysis.weights_download import locate

        folder = self._home / entry.id
        remotes = []
        for file in entry.files:
            remotes.append(locate(origin, file.name))
            if isinstance(origin, HubOrigin) and remotes[0].commit:
                origin = origin.model_copy(update={"revision": remotes[0].commit})  # all of one commit
        total = sum(remote.size_bytes for remote in remotes)
        digests: dict[str, str] = {}
        before = 0
        for file, remote in zip(entry.files, remotes, strict=True):
            done = _Arrival(file, remote.url, remote.size_bytes, remote.etag, remote.commit)
            digests[file.name] = done.bring(folder, partial(_report, progress, before, total))
            before += remote.size_bytes
            progress(before, total)
        _write_lock(folder / _LOCK, _Lock(commit=remotes[0].commit, sha256=digests))
        _log.info("fetched %s: %d bytes", entry.id, total)


@dataclass(frozen=True, slots=True)
class _Arrival:
    """One file on its way: downloaded beside its place, checked, then moved there."""

    file: WeightFile
    url: str
    size_bytes: int
    etag: str | None
    commit: str | None

    def bring(self, folder: Path, progress: Callable[[int], None]) -> str:
        """Return the file's SHA-256, once it is in its place and right."""
        from core.analysis.weights_download import RemoteFile, download

        place = folder / self.file.name
        if place.is_file() and self._is_right(place):
            return file_sha256(place)
        mark = (self.etag or self.file.sha256 or "")[:8]  # a part of another version is not continued
        part = place.with_name(f"{place.name}.{mark}.part")
        download(RemoteFile(self.url, self.size_bytes, self.etag, self.commit), part, progress)
        if not self._is_right(part):
            part.unlink()
            raise WeightsError(
                f"{self.file.name} arrived damaged (wrong checksum) and was deleted. Try again."
            )
        part.replace(place)
        return file_sha256(place)

    def _is_right(self, path: Path) -> bool:
        digest = file_sha256(path)
        if self.file.sha256 is not None and digest != self.file.sha256:
            return False
        if self.etag is not None:
            declared = digest if len(self.etag) == _SHA256_DIGITS else git_blob_sha1(path)
            if declared != self.etag:
                return False
        return digest.startswith(self.file.sha256_prefix or "")


def _report(progress: Callable[[int, int], None], before: int, total: int, there: int) -> None:
    progress(before + there, total)


def _package_folder(origin: PackageOrigin) -> Path | None:
    """Find a package's folder without running its code; in a bundle without metadata, by its name."""
    try:
        folder = Path(str(importlib.metadata.distribution(origin.distribution).locate_file(origin.folder)))
        if folder.is_dir():
            return folder
    except importlib.metadata.PackageNotFoundError:
        _log.debug("no metadata of %s", origin.distribution)
    top, _, below = origin.folder.partition("/")
    spec = importlib.util.find_spec(top)
    places = (spec.submodule_search_locations or ()) if spec is not None else ()
    return next((Path(place) / below for place in places if (Path(place) / below).is_dir()), None)


def _read_lock(path: Path) -> _Lock | None:
    try:
        return _Lock.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        _log.warning("the lock file %s cannot be read: %s", path, error)
        return None


def _write_lock(path: Path, lock: _Lock) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(lock.model_dump(), indent=1), "utf-8")
    fresh.replace(path)


def _remedy(entry: ModelEntry) -> str:
    if entry.is_embedded:
        return "Install the program again: these weights come with it."
    return f'Fetch it with "filmoteka models fetch {entry.id}".'
