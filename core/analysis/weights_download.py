"""Downloads one weight file: over TLS, with progress, resumed where it stopped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from core.analysis.weights_manifest import HubOrigin, UrlOrigin
from core.errors import WeightsError

_HUB = "https://huggingface.co"
_TRIES = 3
_CHUNK_BYTES = 1 << 18
_PARTIAL = 206
_BEYOND_END = 416


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file on a server. ``etag`` is the digest a hub declares: SHA-256 (64 digits) or git's SHA-1 (40)."""

    url: str
    size_bytes: int
    etag: str | None
    commit: str | None


def locate(origin: HubOrigin | UrlOrigin, name: str) -> RemoteFile:
    """Ask the server for size and digest; raises WeightsError without a network."""
    if _is_offline():
        raise _no_network("downloads are switched off (HF_HUB_OFFLINE)")
    with _network_errors():
        if isinstance(origin, HubOrigin):
            return _locate_on_hub(origin, name)
        url = f"{origin.base}/{name}"
        answer = _session().head(_secure(url), follow_redirects=True)
        answer.raise_for_status()
        return RemoteFile(url, int(answer.headers.get("content-length", 0)), None, None)


def download(remote: RemoteFile, part: Path, progress: Callable[[int], None]) -> None:
    """Bring the file to ``part``, going on where an earlier try stopped; raises WeightsError.

    ``progress`` gets the bytes that are there, and may raise to stop; what is there is kept then.
    """
    if _is_offline():
        raise _no_network("downloads are switched off (HF_HUB_OFFLINE)")
    part.parent.mkdir(parents=True, exist_ok=True)
    for attempt in range(_TRIES):
        last = attempt == _TRIES - 1
        try:
            with _network_errors():
                _continue(remote, part, progress)
        except WeightsError:
            if last:
                raise
            continue
        if not remote.size_bytes or part.stat().st_size >= remote.size_bytes:
            return
    raise _no_network("the connection broke off several times; start again, it goes on where it stopped")


def _locate_on_hub(origin: HubOrigin, name: str) -> RemoteFile:
    hub = _hub_library()
    endpoint = os.environ.get("HF_ENDPOINT", _HUB).rstrip("/")
    url = _secure(hub.hf_hub_url(origin.repo, name, revision=origin.revision, endpoint=endpoint))
    found = hub.get_hf_file_metadata(url, token=False, endpoint=endpoint)
    if found.size is None or found.etag is None:
        raise WeightsError(f"The server at {endpoint} does not state size and digest of {name}.")
    return RemoteFile(url, found.size, found.etag, found.commit_hash)


def _continue(remote: RemoteFile, part: Path, progress: Callable[[int], None]) -> None:
    there = part.stat().st_size if part.exists() else 0
    if remote.size_bytes and there >= remote.size_bytes:
        return
    headers = {"Range": f"bytes={there}-"} if there else {}
    with _session().stream("GET", remote.url, headers=headers, follow_redirects=True) as answer:
        _secure(str(answer.url))
        if answer.status_code == _BEYOND_END:
            part.unlink()
            return
        answer.raise_for_status()
        goes_on = answer.status_code == _PARTIAL
        with part.open("ab" if goes_on else "wb") as file:
            for chunk in answer.iter_bytes(_CHUNK_BYTES):
                file.write(chunk)
                progress(file.tell())


def _secure(url: str) -> str:
    """Return the URL if it is encrypted or stays on this machine."""
    parts = urlsplit(url)
    if parts.scheme == "https" or _is_loopback(parts.hostname or ""):
        return url
    raise WeightsError(f"{parts.hostname} is not reached by an encrypted connection; nothing was fetched.")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _is_offline() -> bool:
    words = (os.environ.get(name, "") for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"))
    return any(word.upper() in {"1", "ON", "YES", "TRUE"} for word in words)


def _hub_library() -> Any:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    import huggingface_hub

    return huggingface_hub


def _session() -> Any:
    return _hub_library().get_session()


@contextmanager
def _network_errors() -> Iterator[None]:
    """Turn what the network throws into a sentence for a person."""
    import httpx2
    from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled

    try:
        yield
    except (HfHubHTTPError, httpx2.HTTPStatusError) as error:
        raise WeightsError(
            f"The server refused: {error.response.status_code} for {error.response.url}. Try again later."
        ) from error
    except (OfflineModeIsEnabled, httpx2.TransportError) as error:
        raise _no_network(str(error) or type(error).__name__) from error


def _no_network(reason: str) -> WeightsError:
    return WeightsError(f"No network: {reason}. The built-in model keeps working.")
