"""Reads IAB Content Taxonomies (1.0, 2.x, 3.x) from the TSV files that IAB Tech Lab publishes.

1.0 has the columns code, tier, name, and the code tells the parent (``IAB1-1`` below ``IAB1``). From 2.0 on
there are two header lines and the columns id, parent, name, tier 1 to 4, extension. Cells may hold line
breaks. Some files list a child before its parent.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from core.domain.tags import TagNode, Taxonomy
from core.errors import UserError

_OLD_COLUMNS = ("IAB Code", "Tier", "IAB Category")
_NEW_COLUMNS = ("Unique ID", "Parent", "Name")
_VERSION = re.compile(r"(\d)\.(\d)")

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Id = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9_-]+$", max_length=40)]


class IabRow(BaseModel):
    """One category. ``parent`` is empty for a top category."""

    model_config = ConfigDict(frozen=True)

    id: Id
    parent: Annotated[str, StringConstraints(strip_whitespace=True)]
    name: Text


@dataclass(frozen=True, slots=True)
class IabTree:
    """``prefix`` begins the keys of all nodes: ``iab31`` for version 3.1."""

    version: str
    prefix: str
    taxonomy: Taxonomy


def read_iab(path: Path) -> IabTree:
    """Read a file; raises ``UserError`` that names the file and the line where it cannot be understood."""
    lines = _lines(path)
    heads = [tuple(cell.strip() for cell in cells[:3]) for _, cells in lines[:2]]
    if heads[:1] == [_OLD_COLUMNS]:
        version, body, old = "1.0", lines[1:], True
    elif heads[1:] == [_NEW_COLUMNS]:
        version, body, old = _version(path, " ".join(lines[0][1])), lines[2:], False
    else:
        raise UserError(f"“{path.name}” is no IAB Content Taxonomy: its columns have other names.")
    prefix = f"iab{version.replace('.', '')}"
    rows = [_row(path, number, cells, old) for number, cells in body if any(cell.strip() for cell in cells)]
    return IabTree(version, prefix, Taxonomy(tuple(_nodes(path, prefix, rows))))


def _lines(path: Path) -> list[tuple[int, list[str]]]:
    """Return all rows with the number of the line on which each ends."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, delimiter="\t")
            return [(reader.line_num, cells) for cells in reader]
    except UnicodeDecodeError as error:
        raise UserError(f"“{path.name}” cannot be read: it is not UTF-8 text.") from error
    except csv.Error as error:
        raise UserError(f"“{path.name}” cannot be read: {error}.") from error
    except OSError as error:
        raise UserError(f"“{path.name}” cannot be opened: {error.strerror}.") from error


def _version(path: Path, header: str) -> str:
    """Take the version from the file's name, which is right more often than its header."""
    found = _VERSION.search(path.name) or _VERSION.search(header)
    if found is None:
        raise UserError(f"“{path.name}” does not say which version of the IAB Content Taxonomy it is.")
    return ".".join(found.groups())


def _row(path: Path, number: int, cells: list[str], old: bool) -> IabRow:
    cells = [" ".join(cell.split()) for cell in cells] + [""] * 3  # line breaks inside cells become spaces
    own = cells[0]
    parent = (own.rpartition("-")[0] if old else cells[1]) or ""
    try:
        return IabRow(id=own, parent=parent, name=cells[2])
    except ValidationError as error:
        fault = error.errors()[0]
        column = fault["loc"][0] if fault["loc"] else "row"
        raise UserError(f"“{path.name}”, line {number}, {column}: {fault['msg']}.") from error


def _nodes(path: Path, prefix: str, rows: list[IabRow]) -> Iterator[TagNode]:
    """Yield the nodes, parents before children; raises ``UserError`` for lost parents, rings and doubles."""
    by_id = {row.id: row for row in rows}
    if len(by_id) < len(rows):
        raise UserError(f"“{path.name}” holds an identifier twice.")
    told: set[str] = set()
    for row in rows:
        for ancestor in _unseen_lineage(path, by_id, row, told):
            told.add(ancestor.id)
            parent = f"{prefix}.{ancestor.parent}" if ancestor.parent else None
            yield TagNode(f"{prefix}.{ancestor.id}", parent, name_en=ancestor.name, name_ru="")


def _unseen_lineage(path: Path, by_id: Mapping[str, IabRow], row: IabRow, told: set[str]) -> list[IabRow]:
    """Return the row and those of its ancestors that were not told yet, the highest first."""
    lineage: list[IabRow] = []
    current: IabRow | None = row
    while current is not None and current.id not in told:
        if current in lineage:
            raise UserError(f"“{path.name}”: {current.id} is its own ancestor.")
        lineage.append(current)
        if current.parent and current.parent not in by_id:
            raise UserError(
                f"“{path.name}”: {current.id} names {current.parent} as its parent: it is missing."
            )
        current = by_id.get(current.parent)
    return lineage[::-1]
