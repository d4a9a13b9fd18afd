"""What the core says of a failure is said in the language of the window."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from core.analysis.messages import AnalysisOptions, AnalysisRequest
from core.analysis.process import AnalysisProcess, ProcessLimits
from core.analysis.weights import ModelState, ModelStore
from core.analysis.weights_manifest import shipped_manifest
from core.catalogue.catalogue import Catalogue
from core.domain.stages import Stage
from core.domain.tags import Taxonomy
from core.domain.videos import Folder
from core.errors import FilmotekaError, QueryError, UserError
from core.exchange.iab import read_iab
from core.library.library import Library
from core.library.watcher import Watcher
from core.media.opening import open_container
from core.media.probe import probe
from core.query.parser import parse
from desktop.i18n import Languages
from desktop.reason_sentences import SENTENCES
from desktop.reasons import in_their_words, is_known
from tests.core.analysis.engines import make_obedient_engine
from tests.core.library.test_watcher import ExhaustedObserver
from tests.core.media.conftest import BAD_FILES

CORE = Path(__file__).parents[2] / "core"
NOT_IN_THE_WINDOW = ("cli", "health", "samples.py", "mini_season.py")
FAILURES = {
    "CatalogueError", "AnalysisCrashedError", "CancelledError", "EngineError", "HostError", "JobFailure",
    "QueryError", "StillChangingError", "UnreadableVideoError", "UserError", "VideoVanishedError",
    "WeightsError",
}  # fmt: skip
NAME = "X"
"""What stands in a sentence of the source where a name or a number is put."""
VALUE_SENTENCE = "“X” is not X."
"""Its end is said elsewhere; mistakes in queries are provoked below."""


@pytest.fixture
def russian(languages: Languages) -> Iterator[None]:
    languages.choose("ru")
    yield
    languages.choose("en")


def in_russian(sentence: str) -> str:
    """Return what is shown in Russian; fail where any English sentence is left."""
    assert is_known(sentence), f"no Russian form: {sentence}"
    shown = in_their_words(sentence)
    assert shown != sentence
    assert re.search("[а-яё]{2}", shown)
    return shown


def said_in(source: Path) -> Iterator[str]:
    """Yield every sentence with which a failure is raised or made in a file of the core."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAILURES:
            sentence = written(node.args[0]) if node.args else ""
            if sentence.endswith(f". {NAME}"):  # another sentence follows
                sentence = sentence.removesuffix(f" {NAME}")
            if re.search("[a-z]{2}", sentence):
                yield sentence


def written(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return "".join(str(part.value) if isinstance(part, ast.Constant) else NAME for part in parts)


def test_every_sentence_of_the_core_has_a_russian_form(russian: None) -> None:
    sources = [path for path in CORE.rglob("*.py") if not set(path.parts) & set(NOT_IN_THE_WINDOW)]
    sentences = {sentence for source in sources for sentence in said_in(source)}
    assert len(sentences) > 60
    assert sorted(each for each in sentences - {VALUE_SENTENCE} if not is_known(each)) == []


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_explained_in_russian(russian: None, tmp_path: Path, name: str) -> None:
    path = BAD_FILES[name][0](tmp_path / name)
    with pytest.raises(FilmotekaError) as failure:
        probe(str(path))
    assert f"«{name}»" in in_russian(str(failure.value))


def test_what_cannot_be_opened_is_explained_in_russian(russian: None, tmp_path: Path) -> None:
    (tmp_path / "folder.mp4").mkdir()
    os.mkfifo(tmp_path / "pipe.mp4")
    for name in ("gone.mp4", "folder.mp4", "pipe.mp4"):
        with pytest.raises(FilmotekaError) as failure:
            open_container(str(tmp_path / name))
        assert f"«{name}»" in in_russian(str(failure.value))


def test_what_is_refused_when_it_is_added_is_explained_in_russian(russian: None, tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "library.sqlite3")
    library = Library(catalogue, AnalysisOptions)
    inner, file = tmp_path / "outer" / "inner", tmp_path / "file.txt"
    inner.mkdir(parents=True)
    file.touch()
    library.add_folder(inner)
    for path in (tmp_path / "outer", tmp_path / "nowhere", file, "/"):
        with pytest.raises(UserError) as failure:
            library.add_folder(path)
        in_russian(str(failure.value))
    empty = tmp_path / "empty.mp4"
    empty.touch()
    report = library.index_paths([empty, tmp_path / "gone.mp4"], Event())
    assert len([in_russian(each.reason) for each in report.failures]) == 2
    catalogue.close()


@pytest.mark.parametrize("name", ["segfault.mp4", "bug.mp4", "hang.mp4"])
def test_a_process_that_fails_is_explained_in_russian(russian: None, name: str) -> None:
    process = AnalysisProcess(make_obedient_engine, ProcessLimits(stall_s=1.0))
    request = AnalysisRequest(1, name, frozenset({Stage.PROBE}), name, Taxonomy(()))
    with pytest.raises(Exception) as failure:  # noqa: PT011 - a bug of ours is no FilmotekaError
        process.run(request, lambda _: None, lambda: False)
    process.stop()
    in_russian(str(failure.value))


def test_a_model_that_is_missing_or_damaged_is_explained_in_russian(
    russian: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    store = ModelStore(tmp_path)
    absent = next(each.entry.id for each in store.list() if each.state is ModelState.MISSING)
    for act in (store.path, lambda i: store.fetch(i, lambda _there, _all: None)):
        with pytest.raises(FilmotekaError) as failure:
            act(absent)
        in_russian(str(failure.value))
    (tmp_path / absent).mkdir(exist_ok=True)
    (tmp_path / absent / "lock.json").write_text("{}")
    for status in ModelStore(tmp_path).list():
        if status.problem:
            in_russian(status.problem)
    for entry in shipped_manifest().models:
        in_russian(entry.improves)


def test_mistakes_in_a_query_are_explained_in_russian(russian: None) -> None:
    mistakes = (
        '"open', "a )", "(a", "a OR", "( )", "OR a", "tag<3", "tag:", "width:a", "duration:30m", "is:nice",
        "duration:..", "added<2020..2021", "duration<x", "size>x", "added:x", "colour:red", "titel:x",
        "x " * 3000, "(" * 500,
    )  # fmt: skip
    told = 0
    for query in mistakes:
        try:
            parse(query)
        except QueryError as mistake:
            in_russian(str(mistake))
            told += 1
    assert told >= len(mistakes) - 4


def test_a_file_that_is_no_tag_tree_is_explained_in_russian(russian: None, tmp_path: Path) -> None:
    header = "Relational ID System\t\t\nUnique ID\tParent\tName\n"
    for text in ("nothing", header + "1\t9\tA\n", header + "1\t\tA\n1\t\tB\n", header + "1\t\t\n"):
        file = tmp_path / "Content Taxonomy 3.1.tsv"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(UserError) as failure:
            read_iab(file)
        in_russian(str(failure.value))


def test_a_folder_that_cannot_be_heard_is_explained_in_russian(russian: None, tmp_path: Path) -> None:
    status = Watcher(ExhaustedObserver).watch(Folder(1, str(tmp_path), online=True))
    assert str(tmp_path) in in_russian(status.reason or "")


def test_sentences_that_were_put_together_are_each_translated(russian: None) -> None:
    both = "“a. b” holds no video stream. “x” is damaged: its header can be read, but not one picture."
    assert in_their_words(both) == (
        "В «a. b» нет видеодорожки. «x» повреждён: заголовок читается, но ни одного кадра прочитать нельзя."
    )


def test_a_sentence_that_nobody_knows_is_shown_as_it_stands(russian: None) -> None:
    assert in_their_words("Something else happened. To {0} of them.") == (
        "Something else happened. To {0} of them."
    )
    assert in_their_words("") == ""


def test_english_stays_as_it_was_said(languages: Languages) -> None:
    for sentence in SENTENCES:
        assert in_their_words(str(sentence)) == sentence
