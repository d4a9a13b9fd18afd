from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import HostError, UserError
from core.exchange.tags_csv import COLUMNS, TagLine, read_tags_csv, tags_csv, write_tags_csv

LINE = TagLine("/v/a.mp4", "id1", "A", ("Animals", "Dogs"), 0.9, "picture", "suggested", (1.5, 2.0))
plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
telling = st.text("'=+-@,;\"\n\r\t\\/ :aя\x00", max_size=8)
text = plain | telling
paths = st.binary(max_size=20).map(os.fsdecode) | text | telling.map("file:{}".format)
names = st.lists(text.filter(bool), max_size=3).map(tuple)
decimals = st.integers(0, 10_000).map(lambda n: n / 10_000)
moments = st.lists(st.integers(0, 10**7).map(lambda n: n / 1000), max_size=3).map(tuple)
lines = st.builds(TagLine, paths, text, text, names, decimals, text, text, moments)


@given(st.lists(lines, max_size=5), st.booleans())
def test_whatever_was_written_is_read_back(written: list[TagLine], bom: bool) -> None:
    with TemporaryDirectory() as home:
        file = Path(home, "tags.csv")
        assert write_tags_csv(file, written, bom=bom) == len(written)
        assert list(read_tags_csv(file)) == written
        assert [kept.name for kept in Path(home).iterdir()] == ["tags.csv"]


@given(text, paths)
def test_no_cell_runs_as_a_formula(title: str, path: str) -> None:
    line = TagLine(path, title, title, (title or "x",), 0.5, title, title, ())
    for row in csv.reader(io.StringIO(tags_csv([line])[0], newline="")):
        for cell in row:
            assert cell[:1] not in tuple("=+-@\t\r\n")


def test_the_file_begins_with_the_columns_that_scripts_rely_on(tmp_path: Path) -> None:
    write_tags_csv(tmp_path / "t.csv", [LINE], bom=True)
    raw = (tmp_path / "t.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfpath,identity,title,tag_path,score,source,state,evidence_s\r\n")
    assert raw.endswith(b"/v/a.mp4,id1,A,Animals/Dogs,0.9000,picture,suggested,1.500 2.000\r\n")


def test_bytes_that_are_no_text_leave_the_file_proper_utf_8(tmp_path: Path) -> None:
    odd = os.fsdecode(b"/v/caf\xe9.mp4")
    line = TagLine(odd, "i", "caf?", ("A",), 1, "", "", ())
    write_tags_csv(tmp_path / "t.csv", [line])
    assert "file:/v/caf%E9.mp4" in (tmp_path / "t.csv").read_text("utf-8")
    assert next(read_tags_csv(tmp_path / "t.csv")).path == odd


def test_an_older_file_survives_a_failure(tmp_path: Path) -> None:
    target = tmp_path / "t.csv"
    write_tags_csv(target, [LINE])
    before = target.read_bytes()

    def failing() -> object:
        yield LINE
        raise RuntimeError("in mid-export")

    with pytest.raises(RuntimeError):
        write_tags_csv(target, failing())  # type: ignore[arg-type]
    assert target.read_bytes() == before
    with pytest.raises(UserError, match="Choose another place"):
        write_tags_csv(tmp_path / "no" / "folder.csv", [LINE])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_the_machines_fault() -> None:
    with pytest.raises(HostError, match="No space left"):
        write_tags_csv(Path("/dev/full"), [LINE])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"a,b\r\n", "begin with the columns"),
        (",".join(COLUMNS).encode() + b"\r\n/v,i,t,A,high,s,s,\r\n", "Line 2"),
        (",".join(COLUMNS).encode() + b"\r\n/v,i\r\n", "Line 2"),
    ],
)
def test_a_file_that_is_no_such_csv_is_refused_with_its_fault(
    tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "t.csv").write_bytes(content)
    with pytest.raises(UserError, match=words):
        list(read_tags_csv(tmp_path / "t.csv"))
