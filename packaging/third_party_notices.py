"""Write ``THIRD_PARTY_NOTICES.md`` from the environment's metadata and the manifest of weights.

    python packaging/third_party_notices.py [--check]

``--check`` writes nothing and ends with 1 where the committed page differs from what it would write.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from licences import ROOT, Part, permitted, runtime_parts

PAGE = ROOT / "THIRD_PARTY_NOTICES.md"
MANIFEST = ROOT / "resources" / "models" / "manifest.json"
NATIVE_PARTS = ROOT / "packaging" / "native_parts.json"

_HEAD = """# Third-party notices

Filmoteka is under the Apache License 2.0 (`LICENSE`). It stands on the work of others, named here with their
licences. Written by `python packaging/third_party_notices.py` from the metadata of the tested environment.
"""
_PYTHON = """## Python distributions needed while it runs

They are installed beside Filmoteka, not copied into it; the one-folder bundle carries most of them, each with
its own licence text in its `dist-info` folder.
"""
_WEIGHTS = """## Weights of networks

Embedded weights come with data packages from the list above; the others are fetched when their user asks.
"""
_NATIVE = """## Libraries in other languages
"""
_TERMS = """## What follows for those who pass it on

- **Source and wheel:** Apache-2.0. No code of the parts above is inside them; every licence above may stand
  beside Apache-2.0.
- **The one-folder bundle** (`make package`) holds the `av` wheel's libraries, and the FFmpeg among them is
  linked with x264 and x265, which are under the GPL, version 2 or later. Whoever publishes a bundle therefore
  passes it on as a whole under the GPL, version 3 or later (Apache-2.0 and LGPL-3.0 allow that), and offers
  the source of these libraries. Intel's MKL inside torch and ctranslate2 is no free software and does not fit
  that whole: a bundle made to be published should carry an `av` built without x264 and x265. Filmoteka
  decodes; it encodes nothing but its own sample season.
- **LGPL parts** (Qt, PySide6, python-vlc, guessit, FFmpeg) stay separate files that can be exchanged.
- **CUDA:** where pip chooses a torch with CUDA, it brings NVIDIA's libraries under NVIDIA's own terms. The
  tested environment and its bundle hold torch for the CPU and none of them.
- Patents on codecs (H.264, HEVC, AAC) are a matter of their own in some countries.
"""


def page(parts: Iterable[Part], weights: Iterable[dict[str, Any]], native: Iterable[dict[str, str]]) -> str:
    """Return the page as Markdown, ending in one line feed."""
    python = _table(
        ("Distribution", "Version", "Licence"),
        [(_link(part.name, part.home), part.version, part.licence) for part in parts],
    )
    networks = _table(("Weights", "Licence", "From"), [_weights_row(entry) for entry in weights])
    libraries = _table(
        ("Library", "Licence", "Note"),
        [(_link(entry["name"], entry["home"]), entry["licence"], entry["note"]) for entry in native],
    )
    return "\n".join([_HEAD, _PYTHON, python, _WEIGHTS, networks, _NATIVE, libraries, _TERMS]).rstrip() + "\n"


def current_page() -> str:
    """Return the page of this environment. Raises SystemExit where a licence is unknown or not permitted."""
    parts = runtime_parts()
    licences = [(part.name, part.licence) for part in parts]
    licences += [(entry["id"], entry["licence"]["spdx"]) for entry in manifest_weights()]
    doubtful = [f"{name}: {licence}" for name, licence in licences if not permitted(licence)]
    if doubtful:
        raise SystemExit("These licences need a decision (packaging/licences.json): " + "; ".join(doubtful))
    return page(parts, manifest_weights(), json.loads(NATIVE_PARTS.read_text("utf-8")))


def manifest_weights() -> list[dict[str, Any]]:
    """Return the entries of the manifest of weights."""
    entries: list[dict[str, Any]] = json.loads(MANIFEST.read_text("utf-8"))["models"]
    return entries


def _weights_row(entry: dict[str, Any]) -> tuple[str, str, str]:
    origin = entry["origin"]
    place = {
        "package": f"inside {origin.get('distribution')}",
        "hub": origin.get("repo"),
        "url": urlsplit(origin.get("base", "")).netloc,
    }
    return (
        str(entry["id"]),
        f"{entry['licence']['spdx']} ({entry['licence']['source']})",
        place[origin["kind"]],
    )


def _link(name: str, address: str) -> str:
    return f"[{name}]({address})" if address else name


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(line)} |\n" for line in (columns, ["---"] * len(columns), *rows))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed page, write nothing")
    text = current_page()
    if parser.parse_args().check:
        same = PAGE.read_text("utf-8") == text
        print(f"{PAGE.name} is {'up to date' if same else 'out of date: run this without --check'}")
        return 0 if same else 1
    PAGE.write_text(text, encoding="utf-8")
    print(f"{PAGE.name}: {text.count(chr(10))} lines")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
