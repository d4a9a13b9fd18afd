"""``kill -9`` in mid-analysis, again and again: every file ends analysed once, nothing lost or doubled."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.connection import open_reader
from core.domain.jobs import JobState
from core.domain.stages import ALL_STAGES
from tests.end_to_end.program import Program

KILLS = int(os.environ.get("FILMOTEKA_KILLS", "3"))
"""``make faults`` kills ten times."""
CLIPS = 4 + 2 * KILLS


@pytest.mark.slow
@pytest.mark.weights
@pytest.mark.timeout(120 + 60 * KILLS)
def test_every_file_is_analysed_once_after_kills_at_random_moments(tmp_path: Path) -> None:
    program = Program(tmp_path)
    program.make_clips(CLIPS)
    moments = random.Random()
    seed = moments.randrange(2**32)
    moments.seed(seed)
    for _ in range(KILLS):
        program.start()
        time.sleep(moments.uniform(2.0, 12.0))
        program.kill()
    program.start()
    program.wait_until_done(CLIPS, timeout_s=90 + 20 * CLIPS)
    assert program.quit() == 0, f"seed {seed}"
    _assert_whole(program, seed)


def _assert_whole(program: Program, seed: int) -> None:
    catalogue = Catalogue(program.library_file)
    with catalogue.read() as view:
        videos = view.search.page()
        assert len(videos) == CLIPS, f"seed {seed}"
        assert len({video.path for video in videos}) == CLIPS
        for video in videos:
            jobs = view.jobs.of_video(video.id)
            assert [(job.state, job.runs) for job in jobs] == [(JobState.DONE, 1)] * 2, f"seed {seed}"
            assert set(view.results.done(video.id)) == ALL_STAGES
            assert video.error is None
            assert catalogue.cache.thumbnail(video.identity) is not None
    catalogue.close()
    db = open_reader(program.library_file)
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
