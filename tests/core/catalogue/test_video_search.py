from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.catalogue.catalogue import Catalogue
from core.catalogue.filter_sql import filter_of
from core.catalogue.session import Session
from core.catalogue.video_search import order_of
from core.domain.jobs import JobKind
from core.domain.segments import Segment, SegmentAction, SegmentKind, TranscriptLine
from core.domain.sorting import Sorting, SortKey
from core.domain.stages import ALL_STAGES
from core.domain.tags import TagNode, TagPrediction, Taxonomy
from core.domain.videos import EpisodeName, Presence
from core.query.match import Subject, matches
from core.query.parser import parse
from core.query.syntax import (
    And,
    Compare,
    Comparison,
    Condition,
    Content,
    Everything,
    Has,
    HasTag,
    Is,
    Measure,
    Node,
    Not,
    Or,
    Place,
    Series,
    Spoken,
    Written,
)

TREE = Taxonomy(
    (
        TagNode("a", None, "Animals", "Животные"),
        TagNode("a.d", "a", "Dogs", "Собаки", ("puppy",)),
        TagNode("a.d.p", "a.d", "Poodles", "Пудели"),
        TagNode("a.c", "a", "Cats", "Кошки"),
        TagNode("s", None, "Sports", "Спорт"),
    )
)
KEYS = [node.key for node in TREE.nodes]
WORDS = ["dog", "dogged", "Ёлка", "елка", "café", "Trip_2", "é", "йод", "trip-2", "DOG"]
text_of_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
small = st.integers(0, 3)


class Library:
    """A real catalogue whose videos are known in memory, too."""

    def __init__(self, home: Path) -> None:
        self.catalogue = Catalogue(home / "library.sqlite3")
        with self.catalogue.write() as edit:
            edit.tag_tree.merge(TREE, "home")
            self.tag_ids = edit.tag_tree.ids_by_key()
        self.above = {
            self.tag_ids[key]: frozenset(self.tag_ids[node.key] for node in TREE.lineage(key)) for key in KEYS
        }
        self.subjects: dict[int, Subject] = {}

    def add(
        self,
        title: str,
        *,
        path: str = "/v/x",
        tags: dict[str, float] | None = None,
        series: str | None = None,
        season: int | None = None,
        lines: tuple[str, ...] = (),
        facts: dict[str, object] | None = None,
        kinds: frozenset[SegmentKind] = frozenset(),
        state: Presence = Presence.PRESENT,
        failed: bool = False,
        watched: bool = False,
    ) -> int:
        number = len(self.subjects) + 1
        scores = tags or {}
        names = ("language", "error", "has_audio", "duration_s", "created_at")
        values: dict[str, Any] = dict.fromkeys(names) | (facts or {})
        with self.catalogue.write() as edit:
            video_id = edit.videos.ensure(f"id{number}", EpisodeName(title, series, season), 5)
            edit.files.put(f"{path}/{number}", video_id, None, 5, 1)
            edit.videos.index_words(video_id, f"{path}/{number}")
            if state is not Presence.PRESENT:
                edit.files.set_state([f.id for f in edit.files.of_video(video_id)], state)
            found = [TagPrediction(key, score, "picture") for key, score in scores.items()]
            edit.video_tags.replace_predictions(video_id, found)
            edit.transcripts.replace(video_id, [TranscriptLine(i, i + 1, s) for i, s in enumerate(lines)])
            segments = [Segment(kind, 1, 2, 1, SegmentAction.SKIP, "", "chapter") for kind in kinds]
            edit.segments.replace_found(video_id, ["chapter"], segments)
            if watched:
                edit.playback.stop_at(video_id, 100, 100)
            if failed:
                job = edit.jobs.enqueue(video_id, JobKind.DEEP, ALL_STAGES)
                edit.jobs.claim("me", 9)
                edit.jobs.finish(job, "me", "broken")
            columns = ", ".join(f"{name} = :{name}" for name in values)
            edit.videos._db.execute(
                f"UPDATE videos SET {columns}, added_at = 50 WHERE id = :id", values | {"id": video_id}
            )
        contents = {Content(kind.value) for kind in kinds}
        contents |= {Content.SPEECH} if lines else set()
        contents |= {Content.AUDIO} if values["has_audio"] else set()
        contents |= {Content.ERROR} if values["error"] else set()
        contents |= {Content.TAG} if scores else set()
        known = {Measure.SEASON: season, Measure.DURATION: values["duration_s"], Measure.SIZE: 5}
        known |= {Measure.CREATED: values["created_at"], Measure.ADDED: 50}
        self.subjects[video_id] = Subject(
            title=title,
            path=f"{path}/{number}",
            series=series,
            measures={measure: value for measure, value in known.items() if value is not None},
            tags={self.tag_ids[key]: score for key, score in scores.items()},
            above=self.above,
            contents=frozenset(contents),
            state=state,
            failed=failed,
            watched=watched,
            language=values["language"],
            lines=lines,
        )
        return video_id

    def expected(self, node: Node) -> set[int]:
        return {video_id for video_id, subject in self.subjects.items() if matches(node, subject)}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path)
    yield library
    library.catalogue.close()


def found(library: Library, text: str) -> set[int]:
    with library.catalogue.read() as view:
        return set(view.search.ids(parse(text)))


def test_a_tag_finds_what_carries_it_or_a_tag_below_and_nothing_else(library: Library) -> None:
    poodle = library.add("one", tags={"a.d.p": 0.9})
    cat = library.add("two", tags={"a.c": 0.9})
    sport = library.add("three", tags={"s": 0.9})
    assert found(library, "tag:animals") == {poodle, cat}
    assert found(library, "tag:Собаки") == {poodle}
    assert found(library, "tag:Animals -tag:Cats") == {poodle}
    assert found(library, "puppy OR sports") == {poodle, sport}


def test_words_are_found_in_titles_paths_and_speech_by_their_beginnings(library: Library) -> None:
    title = library.add("Наша ёлка 2019")
    path = library.add("x", path="/home/елка.mp4")
    spoken = library.add("y", lines=("какая красивая елка", "да"))
    assert found(library, "елк") == found(library, "Ёлка") == {title, path, spoken}
    assert found(library, '"елк"') == set()
    assert found(library, 'text:"красивая ёлка"') == {spoken}
    assert found(library, 'text:"ёлка да"') == set()
    assert found(library, "name:2019") == {title}
    assert found(library, "path:home") == {path}


def test_the_language_of_the_index_cannot_be_spoken_from_outside(library: Library) -> None:
    library.add('say "hi" NEAR title')
    for text in [
        'name:"\\"hi\\" NEAR"',
        '"*"',
        '"title : x"',
        "NEAR(",
        '"a" * "',
        "^title",
        '"{title} : hi"',
    ]:
        try:
            node = parse(text)
        except Exception:
            continue
        with library.catalogue.read() as view:
            view.search.ids(node)


def test_a_video_without_any_path_is_not_listed(library: Library) -> None:
    gone = library.add("gone", tags={"s": 0.9})
    with library.catalogue.write() as edit:
        edit.files.forget([file.id for file in edit.files.of_video(gone)])
    with library.catalogue.read() as view:
        assert view.search.ids() == []
        assert view.search.page(limit=5) == []
        assert view.search.count() == 0
        assert view.search.tag_counts() == {}


@pytest.mark.parametrize("key", list(SortKey))
@pytest.mark.parametrize("descending", [False, True])
def test_pages_never_overlap_and_together_are_the_whole(
    library: Library, key: SortKey, descending: bool
) -> None:
    for number in range(23):
        library.add("same" if number % 2 else "Same", facts={"duration_s": [None, 5.0][number % 2]})
    sorting = Sorting(key, descending)
    with library.catalogue.read() as view:
        pages = [view.search.page(sorting=sorting, limit=5, offset=o) for o in range(0, 25, 5)]
        assert [video.id for page in pages for video in page] == view.search.ids(sorting=sorting)
    assert {video.id for page in pages for video in page} == set(library.subjects)
    assert order_of(sorting).endswith(f"v.id {'DESC' if descending else 'ASC'}")


def test_what_is_unknown_is_sorted_last_both_ways(library: Library) -> None:
    unknown = library.add("a")
    short, long = library.add("b", facts={"duration_s": 1.0}), library.add("c", facts={"duration_s": 9.0})
    with library.catalogue.read() as view:
        assert view.search.ids(sorting=Sorting(SortKey.DURATION, False)) == [short, long, unknown]
        assert view.search.ids(sorting=Sorting(SortKey.DURATION, True)) == [long, short, unknown]


def test_tags_are_counted_with_all_below_and_each_video_once(library: Library) -> None:
    library.add("one", tags={"a.d": 0.9, "a.d.p": 0.9, "a.c": 0.9})
    library.add("two", tags={"a.c": 0.9, "s": 0.9})
    ids = library.tag_ids
    with library.catalogue.read() as view:
        assert view.search.tag_counts() == {
            ids["a"]: 2,
            ids["a.d"]: 1,
            ids["a.d.p"]: 1,
            ids["a.c"]: 2,
            ids["s"]: 1,
        }
        assert view.search.tag_counts(HasTag(ids["s"])) == {ids["a"]: 1, ids["a.c"]: 1, ids["s"]: 1}


def test_many_videos_are_counted_as_few_are(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        library.add(f"v{number}", tags=dict.fromkeys(KEYS[number % 4 :: 2], 0.9))
    with library.catalogue.read() as view:
        few = view.search.tag_counts(parse("tag:sports"))
        monkeypatch.setattr("core.catalogue.tag_counts._FEW", 3)
        assert view.search.tag_counts(parse("tag:sports")) == few
        assert len(view.search.tag_counts()) == len(KEYS) > len(few) > 1


def plan(view: Session, node: Node, common: bool) -> str:
    condition = filter_of(node, lambda _: common)
    sql = f"EXPLAIN QUERY PLAN SELECT v.id FROM videos v WHERE {condition.sql} ORDER BY v.added_at DESC"
    return "\n".join(row[3] for row in view.search._db.execute(sql, condition.values))


@pytest.mark.parametrize("common", [False, True])
@pytest.mark.parametrize(
    "node", [HasTag(1), And((HasTag(1), HasTag(2))), Not(HasTag(1)), Has(Content.TAG), Series("x")]
)
def test_no_filter_reads_all_links_of_the_library(library: Library, node: Node, common: bool) -> None:
    with library.catalogue.read() as view:
        steps = plan(view, node, common)
    assert "SCAN x" not in steps
    assert "SCAN c" not in steps
    assert "SCAN video_tags" not in steps


tags = st.dictionaries(st.sampled_from(KEYS), st.sampled_from([0.5, 0.7, 0.9]), max_size=3)
facts = st.fixed_dictionaries(
    {
        "language": st.sampled_from([None, "en", "ru"]),
        "error": st.sampled_from([None, "broken"]),
        "has_audio": st.sampled_from([None, 0, 1]),
        "duration_s": st.sampled_from([None, 1.0, 2.0]),
        "created_at": st.sampled_from([None, "2025-06-01T10:00:00+00:00", "2026-01-01T00:00:00+00:00"]),
    }
)
videos = st.fixed_dictionaries(
    {
        "title": text_of_words,
        "path": text_of_words.map(lambda text: "/" + text.replace(" ", "/")),
        "tags": tags,
        "series": st.sampled_from([None, "Ёж", "The Dog"]),
        "season": st.sampled_from([None, 1, 2]),
        "lines": st.lists(text_of_words, max_size=2).map(tuple),
        "facts": facts,
        "kinds": st.frozensets(st.sampled_from(list(SegmentKind)), max_size=2),
        "state": st.sampled_from(list(Presence)),
        "failed": st.booleans(),
        "watched": st.booleans(),
    }
)
comparisons = st.builds(
    Compare,
    st.sampled_from([Measure.SEASON, Measure.DURATION, Measure.SIZE, Measure.ADDED]),
    st.sampled_from(list(Comparison)),
    st.sampled_from([1.0, 2.0, 5.0, 50.0]),
)
leaves = st.one_of(
    st.just(Everything()),
    st.builds(HasTag, st.integers(1, len(KEYS))),
    st.builds(
        Written,
        text_of_words | st.sampled_from(["do", "tr", "ел", "-"]),
        st.sampled_from(Place),
        st.booleans(),
    ),
    st.builds(Series, st.sampled_from(["еж", "DOG", "the", ""])),
    comparisons,
    st.builds(Compare, st.just(Measure.SCORE), st.sampled_from(Comparison), st.sampled_from([0.7, 0.9])),
    st.builds(Compare, st.just(Measure.CREATED), st.sampled_from(Comparison), st.just("2026-01-01")),
    st.builds(Has, st.sampled_from(Content)),
    st.builds(Is, st.sampled_from(Condition)),
    st.builds(Spoken, st.sampled_from(["en", "ru"])),
)
nodes = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(And, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(videos, min_size=1, max_size=5), st.lists(nodes, min_size=10, max_size=25))
def test_sql_and_memory_agree(described: list[dict[str, object]], asked: list[Node]) -> None:
    with TemporaryDirectory() as home:
        library = Library(Path(home))
        for video in described:
            library.add(**video)  # type: ignore[arg-type]
        with library.catalogue.read() as view:
            for node in asked:
                expected = library.expected(node)
                assert set(view.search.ids(node)) == expected
                assert {video.id for video in view.search.page(node, limit=100)} == expected
                assert view.search.count(node) == len(expected)
                common = filter_of(node, lambda _: True)
                sql = f"SELECT v.id FROM videos v WHERE {common.sql}"
                rows = view.search._db.execute(sql, common.values)
                assert {row[0] for row in rows} == expected
        library.catalogue.close()
