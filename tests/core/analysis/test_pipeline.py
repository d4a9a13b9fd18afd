from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.analysis.messages import (
    AnalysisOptions,
    AnalysisProgress,
    AnalysisRequest,
    AnalysisResult,
    FrameFeatures,
)
from core.analysis.pipeline import AnalysisPipeline
from core.analysis.ports import Picture, Sound
from core.domain.segments import SegmentKind, TranscriptLine
from core.domain.stages import ALL_STAGES, Stage
from core.domain.tags import TagPrediction, Taxonomy
from core.errors import CancelledError, WeightsError
from tests.fixtures.clips import make_clip


class Senses:
    """Models that answer at once and remember what they were given; everything around them is real."""

    version = "eye-1"

    def __init__(self, missing: bool = False) -> None:
        self.missing = missing
        self.pictures: list[tuple[int, ...]] = []
        self.heard_s: list[float] = []
        self.tagged: list[tuple[FrameFeatures | None, str, tuple[TranscriptLine, ...]]] = []

    def picture_encoder(self, options: AnalysisOptions) -> Senses:
        if self.missing:
            raise WeightsError("The weights are not there.")
        return self

    def transcriber(self, options: AnalysisOptions) -> Senses:
        return self

    def tagger(self, options: AnalysisOptions) -> Senses:
        return self

    def encode(self, pictures: Sequence[Picture]) -> NDArray[np.float32]:
        self.pictures += [picture.shape for picture in pictures]
        return np.ones((len(pictures), 3), np.float32)

    def transcribe(
        self, sound: Sound, max_speech_s: float, progress: Callable[[float], None]
    ) -> tuple[str | None, Sequence[TranscriptLine]]:
        self.heard_s.append(len(sound) / 16_000)
        return "en", (TranscriptLine(0.5, 1.0, "hello"),)

    def tags(
        self,
        taxonomy: Taxonomy,
        features: FrameFeatures | None,
        name_text: str,
        transcript: Sequence[TranscriptLine],
    ) -> tuple[TagPrediction, ...]:
        self.tagged.append((features, name_text, tuple(transcript)))
        return (TagPrediction("animals", 0.9, "picture", (1.0,)),)


def analyse(
    path: Path,
    senses: Senses,
    stages: frozenset[Stage] = ALL_STAGES,
    told: list[AnalysisProgress] | None = None,
    features: FrameFeatures | None = None,
    transcript: tuple[TranscriptLine, ...] = (),
) -> AnalysisResult:
    request = AnalysisRequest(
        1, str(path), stages, "a name", Taxonomy(()), features=features, transcript=transcript
    )
    tell = (lambda _: None) if told is None else told.append
    return AnalysisPipeline(senses).analyse(request, tell)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    chapters = ((0.0, 6.0, "Intro"), (6.0, 40.0, "Story"))
    return make_clip(tmp_path / "clip.mkv", seconds=40, fps=2, chapters=chapters)


def test_every_stage_gives_its_result(clip: Path) -> None:
    senses = Senses()
    result = analyse(clip, senses)
    assert result.done == ALL_STAGES
    assert result.facts is not None
    assert result.facts.duration_s == pytest.approx(40, abs=0.6)
    assert result.thumbnail is not None
    assert result.thumbnail.startswith(b"\xff\xd8")
    assert result.features is not None
    assert result.features.encoder == "eye-1"
    assert len(result.features.times_s) == len(result.frame_pictures) == len(senses.pictures)
    assert result.language == "en"
    assert result.transcript == (TranscriptLine(0.5, 1.0, "hello"),)
    assert [segment.kind for segment in result.segments] == [SegmentKind.INTRO]
    assert [tag.tag_key for tag in result.tags] == ["animals"]


def test_tags_read_the_frames_the_name_and_what_was_heard_in_the_same_run(clip: Path) -> None:
    senses = Senses()
    result = analyse(clip, senses)
    assert senses.tagged == [(result.features, "a name", result.transcript)]


def test_tags_alone_from_cached_vectors_touch_no_file(tmp_path: Path) -> None:
    cached = FrameFeatures("eye-1", np.array([1.0]), np.ones((1, 3), np.float16))
    spoken = (TranscriptLine(0.0, 1.0, "known"),)
    senses = Senses()
    result = analyse(
        tmp_path / "gone.mp4", senses, frozenset({Stage.TAGS}), features=cached, transcript=spoken
    )
    assert result.done == {Stage.TAGS}
    assert senses.pictures == []
    assert senses.tagged == [(cached, "a name", spoken)]


def test_vectors_of_another_network_are_made_anew(clip: Path) -> None:
    cached = FrameFeatures("eye-0", np.array([1.0]), np.ones((1, 3), np.float16))
    result = analyse(clip, Senses(), frozenset({Stage.TAGS}), features=cached)
    assert result.features is not None
    assert result.features.encoder == "eye-1"


def test_a_quick_run_makes_a_thumbnail_and_no_vectors(clip: Path) -> None:
    senses = Senses()
    result = analyse(clip, senses, frozenset({Stage.PROBE, Stage.THUMBNAIL, Stage.SEGMENTS}))
    assert result.thumbnail is not None
    assert result.features is None
    assert senses.pictures == []
    assert senses.tagged == []


def test_subtitles_take_the_place_of_transcription(tmp_path: Path) -> None:
    marks = ((0.5, 1.5, "Good evening"),)
    clip = make_clip(tmp_path / "subtitled.mkv", seconds=3, subtitles=marks)
    senses = Senses()
    result = analyse(clip, senses, frozenset({Stage.SPEECH}))
    assert [line.text for line in result.transcript] == ["Good evening"]
    assert senses.heard_s == []


def test_a_silent_video_is_no_failure(tmp_path: Path) -> None:
    result = analyse(make_clip(tmp_path / "silent.mp4", audio=False), Senses())
    assert result.done == ALL_STAGES
    assert result.transcript == ()


def test_missing_weights_fail_the_tags_and_nothing_else(clip: Path) -> None:
    result = analyse(clip, Senses(missing=True))
    assert [(f.stage, f.reason, f.permanent) for f in result.failures] == [
        (Stage.TAGS, "The weights are not there.", True)
    ]
    assert result.done == ALL_STAGES - {Stage.TAGS}


def test_a_file_that_cannot_be_opened_fails_every_stage_with_one_reason(tmp_path: Path) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("these are my notes\n" * 50)
    result = analyse(text, Senses())
    assert result.done == frozenset()
    assert {failure.stage for failure in result.failures} == ALL_STAGES
    assert len({failure.reason for failure in result.failures}) == 1
    assert "notes.mp4" in result.failures[0].reason
    assert all(failure.permanent for failure in result.failures)


def test_progress_rises_to_the_end(clip: Path) -> None:
    told: list[AnalysisProgress] = []
    analyse(clip, Senses(), told=told)
    fractions = [progress.fraction for progress in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] > 0.8


def test_a_stop_is_heard_in_the_middle(clip: Path) -> None:
    def stop(progress: AnalysisProgress) -> None:
        if progress.stage is Stage.TAGS:
            raise CancelledError("stopped")

    request = AnalysisRequest(1, str(clip), ALL_STAGES, "", Taxonomy(()))
    with pytest.raises(CancelledError):
        AnalysisPipeline(Senses()).analyse(request, stop)
