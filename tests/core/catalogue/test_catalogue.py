from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from core.analysis.messages import FrameFeatures
from core.catalogue.backup import back_up
from core.catalogue.cache import Cache
from core.catalogue.catalogue import Catalogue
from core.catalogue.schema import SCHEMA_VERSION
from core.domain.changes import ChangeSet
from core.domain.media import FramePicture
from core.domain.segments import Segment, SegmentAction, SegmentKind, TranscriptLine
from core.domain.stages import Stage
from core.domain.tags import TagPrediction
from core.domain.videos import EpisodeName, Presence
from core.errors import CatalogueError
from tests.core.catalogue.conftest import add_video


def file_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def test_a_new_library_has_the_schema_and_opens_again(catalogue: Catalogue) -> None:
    assert file_version(catalogue.path) == SCHEMA_VERSION
    add_video(catalogue)
    again = Catalogue(catalogue.path)
    with again.read() as view:
        assert view.search.count() == 1
    again.close()


def test_a_newer_library_is_refused_and_left_as_it_is(catalogue: Catalogue) -> None:
    catalogue.close()
    with closing(sqlite3.connect(catalogue.path)) as db:
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(CatalogueError, match="newer Filmoteka"):
        Catalogue(catalogue.path)
    assert file_version(catalogue.path) == SCHEMA_VERSION + 1


def test_files_that_are_no_library_are_refused_and_left_alone(tmp_path: Path) -> None:
    foreign, text = tmp_path / "foreign.sqlite3", tmp_path / "text.sqlite3"
    with closing(sqlite3.connect(foreign)) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
        db.commit()
    text.write_text("no database at all " * 100)
    for path, words in ((foreign, "another program"), (text, "cannot be opened"), (tmp_path, "folder")):
        with pytest.raises(CatalogueError, match=words):
            Catalogue(path)
    with closing(sqlite3.connect(foreign)) as db:
        assert db.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()[0] == 1
    assert {path.name for path in tmp_path.iterdir()} <= {
        "foreign.sqlite3",
        "text.sqlite3",
        "foreign.sqlite3-wal",
        "foreign.sqlite3-shm",
    }


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CatalogueError, match="file"):
        Catalogue(tmp_path / "file" / "library.sqlite3")


def test_a_write_that_fails_leaves_nothing_behind_and_tells_nobody(catalogue: Catalogue) -> None:
    told: list[ChangeSet] = []
    catalogue.subscribe(told.append)

    def fail() -> None:
        with catalogue.write() as edit:
            edit.videos.ensure("x", EpisodeName("x"), 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with catalogue.read() as view:
        assert view.videos.by_identity("x") is None
    assert told == []
    add_video(catalogue)


def test_every_commit_is_told_once_with_what_it_changed(catalogue: Catalogue) -> None:
    told: list[ChangeSet] = []
    stop = catalogue.subscribe(told.append)
    video_id = add_video(catalogue)
    with catalogue.write():
        pass
    with catalogue.write() as edit:
        edit.folders.add("/videos")
    assert told == [ChangeSet(videos=frozenset({video_id})), ChangeSet(folders=True)]
    stop()
    add_video(catalogue, "two")
    assert len(told) == 2


def test_another_program_is_noticed_and_ones_own_writes_are_not(catalogue: Catalogue) -> None:
    told: list[ChangeSet] = []
    add_video(catalogue)
    catalogue.subscribe(told.append)
    catalogue.notice_other_programs()
    assert told == []
    other = Catalogue(catalogue.path)
    add_video(other, "foreign")
    other.close()
    catalogue.notice_other_programs()
    catalogue.notice_other_programs()
    assert told == [ChangeSet(everything=True)]


def test_a_reader_sees_one_moment_and_cannot_write(catalogue: Catalogue) -> None:
    with catalogue.read() as view:
        assert view.search.count() == 0
        add_video(catalogue)
        assert view.search.count() == 0
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            view.meta.set("a", "b")
    with catalogue.read() as view:
        assert view.search.count() == 1


def test_a_backup_opens_as_the_library_it_was(catalogue: Catalogue, tmp_path: Path) -> None:
    add_video(catalogue)
    copy = Catalogue(back_up(catalogue._writer, tmp_path / "copy.sqlite3"))
    with copy.read() as view:
        assert view.search.count() == 1
    copy.close()


def test_a_path_of_any_bytes_comes_back(catalogue: Catalogue) -> None:
    path = os.fsdecode(b"/videos/caf\xe9\n.mp4")
    with catalogue.write() as edit:
        video_id = edit.videos.ensure("odd", EpisodeName("caf\udce9"), 1)
        edit.files.put(path, video_id, None, 1, 1)
        edit.videos.index_words(video_id, path)
    with catalogue.read() as view:
        video = view.videos.get(video_id)
    assert video is not None
    assert video.path == path


def test_a_video_is_at_hand_while_one_of_its_paths_is(catalogue: Catalogue) -> None:
    video_id = add_video(catalogue)
    with catalogue.write() as edit:
        edit.files.put("/other/one.mp4", video_id, None, 10, 1)
        first, second = edit.files.of_video(video_id)
        edit.files.set_state([first.id], Presence.MISSING)
        assert edit.videos.many([video_id])[0].state is Presence.PRESENT
        edit.files.set_state([second.id], Presence.OFFLINE)
        assert edit.videos.many([video_id])[0].state is Presence.OFFLINE
        edit.files.forget([first.id, second.id])
        assert edit.videos.many([video_id])[0].state is Presence.MISSING


def test_other_content_at_a_known_path_leaves_the_old_video_without_it(catalogue: Catalogue) -> None:
    old = add_video(catalogue)
    with catalogue.write() as edit:
        new = edit.videos.ensure("new", EpisodeName("new"), 5)
        edit.files.put("/videos/one.mp4", new, None, 5, 2)
    with catalogue.read() as view:
        assert [video.id for video in view.search.page()] == [new]
        assert view.videos.many([old])[0].state is Presence.MISSING


def test_a_removed_folder_takes_its_videos_out_of_sight_and_keeps_what_is_known(
    catalogue: Catalogue,
) -> None:
    with catalogue.write() as edit:
        folder = edit.folders.add("/videos")
        video_id = edit.videos.ensure("x", EpisodeName("x"), 1)
        edit.files.put("/videos/x.mp4", video_id, folder.id, 1, 1)
        edit.video_tags.replace_predictions(video_id, [TagPrediction("sports", 0.9, "name")])
        edit.folders.remove(folder.id)
    with catalogue.read() as view:
        assert view.search.count() == 0
        assert len(view.video_tags.of_video(video_id)) == 1
        assert view.results.stale_videos({Stage.PROBE: "1"}) == {}


def found(start_s: float, end_s: float, kind: SegmentKind = SegmentKind.INTRO) -> Segment:
    return Segment(kind, start_s, end_s, 0.9, SegmentAction.SKIP, "a chapter", "chapter")


def spans(catalogue: Catalogue, video_id: int) -> list[tuple[float, float, str]]:
    with catalogue.read() as view:
        return [(s.start_s, s.end_s, s.source) for s in view.segments.of_video(video_id)]


def test_a_refused_segment_does_not_come_back_and_others_do(catalogue: Catalogue) -> None:
    video_id = add_video(catalogue)
    with catalogue.write() as edit:
        edit.segments.replace_found(video_id, ["chapter"], [found(0, 60)])
        (segment,) = edit.segments.of_video(video_id)
        assert segment.id is not None
        edit.segments.refuse(segment.id)
        edit.segments.replace_found(video_id, ["chapter"], [found(2, 61), found(300, 360)])
    assert spans(catalogue, video_id) == [(300, 360, "chapter")]


def test_a_corrected_or_marked_segment_stands_against_every_run(catalogue: Catalogue) -> None:
    video_id = add_video(catalogue)
    with catalogue.write() as edit:
        edit.segments.replace_found(video_id, ["chapter"], [found(0, 60)])
        (segment,) = edit.segments.of_video(video_id)
        assert segment.id is not None
        edit.segments.correct(segment.id, 5, 65)
        edit.segments.mark(video_id, SegmentKind.CREDITS, 1000, 1100)
        again = [found(0, 60), found(990, 1105, SegmentKind.CREDITS)]
        edit.segments.replace_found(video_id, ["chapter"], again)
    assert spans(catalogue, video_id) == [(5, 65, "user"), (1000, 1100, "user")]


def test_a_result_of_another_version_is_stale(catalogue: Catalogue) -> None:
    video_id = add_video(catalogue)
    versions = {Stage.PROBE: "1", Stage.TAGS: "a"}
    with catalogue.write() as edit:
        assert edit.results.stale(video_id, versions) == {Stage.PROBE, Stage.TAGS}
        edit.results.put(video_id, Stage.PROBE, "1")
        edit.results.put(video_id, Stage.TAGS, "a", error="too dark")
        assert edit.results.stale(video_id, versions) == {Stage.TAGS}
        assert edit.results.stale_videos(versions) == {}
        assert edit.results.stale_videos({Stage.TAGS: "b"}) == {video_id: {Stage.TAGS}}
        assert edit.results.failed(video_id) == {Stage.TAGS: "too dark"}


def test_a_file_that_could_not_be_opened_is_tried_again_by_another_version_of_the_probe(
    catalogue: Catalogue,
) -> None:
    video_id = add_video(catalogue)
    first = {Stage.PROBE: "1", Stage.TAGS: "a", Stage.SPEECH: "a"}
    second = first | {Stage.PROBE: "2"}
    with catalogue.write() as edit:
        edit.results.put(video_id, Stage.PROBE, "1", error="not understood")
        edit.results.put(video_id, Stage.TAGS, "a", error="not understood")
        edit.results.put(video_id, Stage.SPEECH, "a")
        assert edit.results.stale_videos(first) == {}
        assert edit.results.stale_videos({Stage.TAGS: "b"}) == {}
        assert edit.results.stale_videos(second) == {video_id: {Stage.PROBE, Stage.TAGS}}
        edit.results.put(video_id, Stage.PROBE, "2", error="still not understood")
        assert edit.results.stale_videos(second) == {}


def test_a_forgotten_stage_is_stale_and_no_other(catalogue: Catalogue) -> None:
    video_id = add_video(catalogue)
    versions = {Stage.TAGS: "a", Stage.SPEECH: "b"}
    with catalogue.write() as edit:
        for stage, version in versions.items():
            edit.results.put(video_id, stage, version)
        edit.results.forget(video_id, Stage.TAGS)
        assert edit.results.stale(video_id, versions) == {Stage.TAGS}
        assert edit.results.stale_videos(versions) == {video_id: {Stage.TAGS}}


def test_a_transcript_is_replaced_with_its_words(catalogue: Catalogue) -> None:
    from core.query.parser import parse

    video_id = add_video(catalogue)
    with catalogue.write() as edit:
        edit.transcripts.replace(video_id, [TranscriptLine(0, 1, "Зелёный дом")])
        assert edit.search.count(parse("text:зеленый")) == 1
        edit.transcripts.replace(video_id, [TranscriptLine(0, 1, "other")])
        assert edit.search.count(parse("text:зеленый")) == 0
        assert edit.search.count(parse("text:other")) == 1


def filled_cache(path: Path) -> Cache:
    cache = Cache(path)
    features = FrameFeatures("net/1", np.array([0.0, 2.5]), np.ones((2, 3), dtype=np.float16))
    cache.put("id", b"jpeg", [FramePicture(0.0, b"a"), FramePicture(2.5, b"b")], ("wanted", features))
    return cache


def test_the_cache_gives_back_what_was_put_in(tmp_path: Path) -> None:
    cache = filled_cache(tmp_path / "cache.sqlite3")
    cache.put("id", frames=[FramePicture(1.0, b"c")])
    kept = cache.features("id", "wanted")
    assert kept is not None
    assert (kept.encoder, kept.times_s.tolist(), kept.vectors.shape) == ("net/1", [0.0, 2.5], (2, 3))
    assert cache.features("id", "other") is None
    assert cache.thumbnail("id") == b"jpeg"
    assert cache.frames("id") == (FramePicture(1.0, b"c"),)
    cache.close()


@pytest.mark.parametrize("damaged_from", [0, 4096])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damaged_from: int) -> None:
    path = tmp_path / "cache.sqlite3"
    filled_cache(path).close()
    content = path.read_bytes()
    path.write_bytes(content[:damaged_from] + b"\xa5" * (len(content) - damaged_from))
    cache = Cache(path)
    assert cache.thumbnail("id") is None
    cache.put("id", b"new")
    assert cache.thumbnail("id") == b"new"
    cache.close()


def test_a_cache_that_is_only_busy_is_not_thrown_away(tmp_path: Path) -> None:
    cache = filled_cache(tmp_path / "cache.sqlite3")
    cache._db.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(tmp_path / "cache.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            cache.put("id", b"new")
    assert cache.thumbnail("id") == b"jpeg"
    cache.close()


def test_a_cache_that_is_used_wrongly_is_not_thrown_away(tmp_path: Path) -> None:
    cache = filled_cache(tmp_path / "cache.sqlite3")
    with pytest.raises(sqlite3.IntegrityError):
        cache.put(None, b"new")  # type: ignore[arg-type]
    cache.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        cache.thumbnail("id")
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        cache.put("id", b"new")
    again = Cache(tmp_path / "cache.sqlite3")
    assert again.features("id", "wanted") is not None
    again.close()
