"""Tags as CSV, one row per video and tag; what is written can be read back to the letter.

- A cell that a spreadsheet would run as a formula gets an apostrophe before it, as does one that begins with
  an apostrophe; reading takes exactly one away.
- A path whose bytes are no UTF-8 is written as a ``file:`` address, so that the file stays proper UTF-8.
- ``tag_path`` joins the levels with ``/``; a ``/`` or ``\\`` inside a name has a ``\\`` before it.
- ``evidence_s`` joins the moments with a space. Scores have four decimals, moments three.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from core.atomic_write import write_whole
from core.errors import HostError, UserError
from core.paths import path_from_bytes, path_to_bytes, readable

COLUMNS = ("path", "identity", "title", "tag_path", "score", "source", "state", "evidence_s")
_RUNS_AS_FORMULA = "=+-@\t\r\n＝＋－＠"
_ADDRESS = "file:"


@dataclass(frozen=True, slots=True)
class TagLine:
    """One tag of one video; ``tag_path`` are the names from the root down."""

    path: str
    identity: str
    title: str
    tag_path: tuple[str, ...]
    score: float
    source: str
    state: str
    evidence_s: tuple[float, ...]


def write_tags_csv(target: Path, lines: Iterable[TagLine], *, bom: bool = False) -> int:
    """Write the lines whole or not at all; return how many.

    Raises UserError where the place is no place for a file, HostError where the disk refuses.
    """
    text, count = tags_csv(lines)
    try:
        write_whole(target, text.encode("utf-8-sig" if bom else "utf-8"))
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError) as error:
        raise UserError(f"{target} cannot be written: {error.strerror}. Choose another place.") from error
    except OSError as error:
        raise HostError(f"{target} cannot be written: {error.strerror}.") from error
    return count


def tags_csv(lines: Iterable[TagLine]) -> tuple[str, int]:
    """Return the text with its heading, and how many lines it holds."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    count = 0
    for line in lines:
        writer.writerow([_guarded(cell) for cell in _cells(line)])
        count += 1
    return file.getvalue(), count


def read_tags_csv(source: Path) -> Iterator[TagLine]:
    """Yield the lines. Raises UserError that names the line which cannot be read."""
    try:
        text = source.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UserError(f"{source} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{source} is not UTF-8 text.") from error
    rows = csv.reader(io.StringIO(text, newline=""))
    if tuple(next(rows, ())) != COLUMNS:
        raise UserError(f"{source} does not begin with the columns {','.join(COLUMNS)}.")
    for row in rows:
        try:
            yield _line([_bare(cell) for cell in row])
        except (ValueError, TypeError) as error:
            raise UserError(f"Line {rows.line_num} of {source} cannot be read: {error}.") from error


def _cells(line: TagLine) -> tuple[str, ...]:
    return (
        _path_cell(line.path),
        line.identity,
        readable(line.title),
        "/".join(re.sub(r"([/\\])", r"\\\1", name) for name in line.tag_path),
        f"{line.score:.4f}",
        line.source,
        line.state,
        " ".join(f"{moment:.3f}" for moment in line.evidence_s),
    )


def _line(cells: list[str]) -> TagLine:
    path, identity, title, tag_path, score, source, state, evidence = cells
    return TagLine(
        path=_path(path),
        identity=identity,
        title=title,
        tag_path=_levels(tag_path),
        score=float(score),
        source=source,
        state=state,
        evidence_s=tuple(float(moment) for moment in evidence.split()),
    )


def _path_cell(path: str) -> str:
    if not path.startswith(_ADDRESS) and readable(path) == path:
        return path
    return _ADDRESS + quote_from_bytes(path_to_bytes(path))


def _path(cell: str) -> str:
    if not cell.startswith(_ADDRESS):
        return cell
    return path_from_bytes(unquote_to_bytes(cell.removeprefix(_ADDRESS)))


def _levels(joined: str) -> tuple[str, ...]:
    names = re.findall(r"(?:[^/\\]|\\.)+", joined, re.DOTALL)
    return tuple(re.sub(r"\\(.)", r"\1", name, flags=re.DOTALL) for name in names)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell[:1] in _RUNS_AS_FORMULA + "'" and cell else cell


def _bare(cell: str) -> str:
    return cell.removeprefix("'")
