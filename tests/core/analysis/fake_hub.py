"""A hub on this machine: files with the headers of the real one, ranges, and broken connections on demand."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def git_sha1(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


@dataclass
class FakeHub:
    """``served`` may differ from ``declared``; ``break_after`` cuts the next answers off early (bytes)."""

    declared: dict[str, bytes]
    served: dict[str, bytes] = field(default_factory=dict)
    large: frozenset[str] = frozenset()
    break_after: list[int] = field(default_factory=list)
    ranges: list[str | None] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    endpoint: str = ""

    def etag(self, name: str) -> str:
        data = self.declared[name]
        return hashlib.sha256(data).hexdigest() if name in self.large else git_sha1(data)


class _Server(ThreadingHTTPServer):
    def __init__(self, hub: FakeHub) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.hub = hub


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_HEAD(self) -> None:
        name = self._name()
        if name is not None:
            self._head(name, 200, len(self.server.hub.declared[name]))

    def do_GET(self) -> None:
        hub, name = self.server.hub, self._name()
        if name is None:
            return
        data = hub.served.get(name, hub.declared[name])
        wanted = self.headers.get("Range")
        hub.ranges.append(wanted)
        found = re.fullmatch(r"bytes=(\d+)-", wanted or "")
        start = int(found.group(1)) if found else 0
        self._head(name, 206 if found else 200, len(data) - start)
        end = start + hub.break_after.pop(0) if hub.break_after else len(data)
        self.wfile.write(data[start:end])
        if end < len(data):
            self.close_connection = True

    def _name(self) -> str | None:
        self.server.hub.asked.append(self.path)
        name = self.path.split("/resolve/")[-1].partition("/")[2]
        if name in self.server.hub.declared:
            return name
        self.send_response(404)
        self.send_header("X-Error-Code", "EntryNotFound")
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    def _head(self, name: str, status: int, length: int) -> None:
        hub = self.server.hub
        self.send_response(status)
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("ETag", f'"{hub.etag(name)}"')
        if name in hub.large:
            self.send_header("X-Linked-ETag", f'"{hub.etag(name)}"')
            self.send_header("X-Linked-Size", str(len(hub.declared[name])))
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@contextmanager
def running(hub: FakeHub) -> Iterator[FakeHub]:
    """Serve on a free port of the loopback until the block ends."""
    server = _Server(hub)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    hub.endpoint = f"http://127.0.0.1:{server.server_port}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
