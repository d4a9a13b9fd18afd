"""Which distributions Filmoteka needs while it runs, and under which licences they come.

Everything is read from the metadata of the environment this runs in, nothing is imported or fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import cast

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = "filmoteka"
PROGRAM_EXTRAS = ("samples",)
UNKNOWN = "unknown"
_INSTALLERS = {
    "pip",
    "setuptools",
}  # in every environment; named as needed by some, never imported while running
_TABLES = json.loads((Path(__file__).parent / "licences.json").read_text("utf-8"))
_LONGEST_NAME = 60  # longer "names" are the text of a licence
_LABELS = ("source", "source code", "repository", "code", "homepage", "home")
_PAGES = ("github.com", "gitlab.com", "codeberg.org", "code.qt.io")
_REGISTRIES = ("pypi.org", "pythonhosted.org", "anaconda.org")


@dataclass(frozen=True, slots=True)
class Part:
    """A distribution: name and version as its metadata has them, licence as an SPDX expression."""

    name: str
    version: str
    licence: str
    home: str


def runtime_parts(program: str = PROGRAM, extras: Iterable[str] = PROGRAM_EXTRAS) -> list[Part]:
    """Return what the program needs, directly or not, by name; without the program itself."""
    found: dict[str, Part] = {}
    waiting = [(program, frozenset(extras))]
    while waiting:
        name, wanted = waiting.pop()
        if canonicalize_name(name) in found | dict.fromkeys(_INSTALLERS):
            continue
        distribution = metadata.distribution(name)
        found[canonicalize_name(name)] = _part(distribution)
        waiting += _needed(distribution, wanted)
    del found[canonicalize_name(program)]
    return [found[name] for name in sorted(found)]


def _needed(
    distribution: metadata.Distribution, extras: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for line in distribution.requires or ():
        need = Requirement(line)
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in (*extras, "")):
            yield need.name, frozenset(need.extras)


def _part(distribution: metadata.Distribution) -> Part:
    fields = cast("Message", distribution.metadata)
    name, version = str(fields["Name"]), distribution.version.partition("+")[0]
    return Part(name, version, licence_of(distribution), home_page(fields))


def licence_of(distribution: metadata.Distribution) -> str:
    """Return the SPDX expression: as stated, else by classifier, by short name, or from the licence file."""
    fields = cast("Message", distribution.metadata)
    stated = fields["License-Expression"]
    if stated:
        return str(stated)
    classifiers = [
        line.split(" :: ")[-1] for line in fields.get_all("Classifier") or () if line.startswith("License")
    ]
    for text in (*classifiers, str(fields["License"] or ""), *_licence_files(distribution)):
        known = spdx(text)
        if known != UNKNOWN:
            return known
    return UNKNOWN


def spdx(text: str) -> str:
    """Return the SPDX name of a licence named in words or given as its text; ``unknown`` where none fits."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if permitted(line):
        return line
    by_name = _TABLES["names"].get(line.casefold())
    if by_name:
        return str(by_name)
    words = " ".join(text.split())
    fitting = (name for phrase, name in _TABLES["phrases"].items() if phrase in words)
    return next(fitting, UNKNOWN) if len(words) > _LONGEST_NAME else UNKNOWN


def _licence_files(distribution: metadata.Distribution) -> Iterator[str]:
    for file in distribution.files or ():
        if re.search(r"dist-info/(.*/)?LICEN[CS]E", str(file)):
            yield file.read_text("utf-8")


def permitted(expression: str) -> bool:
    """Say whether one alternative of an SPDX expression may be shipped beside a program under Apache-2.0."""
    names = set(_TABLES["permitted"])
    return any(
        all(part.partition(" WITH ")[0].strip("() ") in names for part in choice.split(" AND "))
        for choice in expression.split(" OR ")
    )


def home_page(fields: Message) -> str:
    """Return where a distribution is developed, else its home page; never the address of a registry."""
    pairs = [line.partition(", ")[::2] for line in fields.get_all("Project-URL") or ()]
    links = {label.casefold(): address for label, address in pairs}
    ranked = [links[label] for label in _LABELS if label in links]
    addresses = [*ranked, str(fields["Home-page"] or ""), *links.values()]
    kept = [address for address in addresses if address and not any(host in address for host in _REGISTRIES)]
    developed = (address for address in kept if any(host in address for host in _PAGES))
    return next(developed, kept[0] if kept else "")
