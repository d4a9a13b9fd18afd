"""Understands one file: opened once, its frames and its sound decoded once, whatever stages are wanted."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np

from core.analysis.chapters import segments_from_chapters
from core.analysis.messages import (
    AnalysisOptions,
    AnalysisProgress,
    AnalysisRequest,
    AnalysisResult,
    FrameFeatures,
    StageFailure,
)
from core.analysis.ports import PictureEncoder, Transcriber
from core.analysis.stage_progress import StageProgress
from core.domain.media import FramePicture, MediaFacts
from core.domain.segments import Segment, TranscriptLine
from core.domain.stages import Stage
from core.domain.tags import TagPrediction, Taxonomy
from core.errors import CancelledError, FilmotekaError, UserError, WeightsError

if TYPE_CHECKING:
    from core.media.frame_sampling import SampledFrame
    from core.media.reader import MediaReader

_SHORT_SIDE_PX = 288
_QUICK_FRAMES = 6
_THUMBNAIL_SIDE_PX = 400
_FRAME_SIDE_PX = 208
_FRAME_QUALITY = 72
_SOUND_WINDOW_S = 3600.0
_READING_SHARE = 0.15
"""Part of the work on sound that reading it takes; only the smoothness of the bar hangs on it."""


class VideoTagger(Protocol):
    """Puts pictures and words together into tags."""

    def tags(
        self,
        taxonomy: Taxonomy,
        features: FrameFeatures | None,
        name_text: str,
        transcript: Sequence[TranscriptLine],
    ) -> tuple[TagPrediction, ...]: ...


class Senses(Protocol):
    """Hands out the models, loading each when it is first needed. Raises WeightsError where one cannot be."""

    def picture_encoder(self, options: AnalysisOptions) -> PictureEncoder: ...

    def transcriber(self, options: AnalysisOptions) -> Transcriber: ...

    def tagger(self, options: AnalysisOptions) -> VideoTagger: ...


class AnalysisPipeline:
    """Satisfies ``Engine``."""

    def __init__(self, senses: Senses) -> None:
        self._senses = senses

    def analyse(
        self, request: AnalysisRequest, progress: Callable[[AnalysisProgress], None]
    ) -> AnalysisResult:
        """Run the wanted stages; one that fails does not stop the others."""
        began = time.monotonic()
        run = _Run(request, self._senses, StageProgress(request.job_id, request.stages, progress))
        run.go()
        return AnalysisResult(
            job_id=request.job_id,
            done=request.stages - {failure.stage for failure in run.failures},
            failures=tuple(run.failures),
            facts=run.facts,
            thumbnail=run.thumbnail,
            frame_pictures=run.frame_pictures,
            features=run.new_features,
            tags=run.tags,
            language=run.language,
            transcript=tuple(run.transcript) if Stage.SPEECH in request.stages else (),
            segments=run.segments,
            cost_s=time.monotonic() - began,
        )


@dataclass
class _Run:
    request: AnalysisRequest
    senses: Senses
    progress: StageProgress
    failures: list[StageFailure] = field(default_factory=list)
    facts: MediaFacts | None = None
    thumbnail: bytes | None = None
    frame_pictures: tuple[FramePicture, ...] = ()
    new_features: FrameFeatures | None = None
    tags: tuple[TagPrediction, ...] = ()
    language: str | None = None
    transcript: Sequence[TranscriptLine] = ()
    segments: tuple[Segment, ...] = ()

    def go(self) -> None:
        """Do all wanted stages in the order in which they feed each other."""
        self.transcript = self.request.transcript
        wanted = self.request.stages
        if not self._needs_media():
            self._attempt(Stage.TAGS, self._tag)
            return
        with ExitStack() as stack:
            media = self._open(stack)
            if media is None:
                return
            self.facts = media.facts
            self.progress.finished(Stage.PROBE)
            frames = self._frames(media)
            if Stage.THUMBNAIL in wanted:
                self._attempt(Stage.THUMBNAIL, lambda: self._picture(frames))
            if Stage.TAGS in wanted and not self._failed(Stage.TAGS):
                self._attempt(Stage.TAGS, lambda: self._embed(frames))
            if Stage.SPEECH in wanted:
                self._attempt(Stage.SPEECH, lambda: self._listen(media))
            if Stage.SEGMENTS in wanted:
                self._attempt(Stage.SEGMENTS, lambda: self._find_segments(media.facts))
        if Stage.TAGS in wanted and not self._failed(Stage.TAGS):
            self._attempt(Stage.TAGS, self._tag)

    def _needs_media(self) -> bool:
        return self.request.stages != {Stage.TAGS} or self._needs_frames()

    def _needs_frames(self) -> bool:
        """Say whether tags are wanted and no vectors of the present encoder are at hand."""
        if Stage.TAGS not in self.request.stages:
            return False
        features = self.request.features
        return features is None or features.encoder != self._encoder_version()

    def _encoder_version(self) -> str | None:
        try:
            return self.senses.picture_encoder(self.request.options).version
        except WeightsError as error:
            self._note_failure(Stage.TAGS, error)
            return None

    def _open(self, stack: ExitStack) -> MediaReader | None:
        """Open the file; where that fails, every wanted stage failed with the one reason."""
        from core.media.reader import open_media

        try:
            return stack.enter_context(open_media(self.request.path, self.request.options.threads))
        except CancelledError:
            raise
        except FilmotekaError as error:
            for stage in Stage:
                if stage in self.request.stages:
                    self._note_failure(stage, error)
            return None

    def _frames(self, media: MediaReader) -> list[SampledFrame]:
        """Decode the frames that thumbnail and tags share; fewer where only a thumbnail is wanted."""
        embed = self._needs_frames() and not self._failed(Stage.TAGS)
        if not embed and Stage.THUMBNAIL not in self.request.stages:
            return []
        count = self.request.options.frame_count if embed else _QUICK_FRAMES
        stage = Stage.TAGS if embed else Stage.THUMBNAIL
        frames: list[SampledFrame] = []
        try:
            for frame in media.sample_frames(count, _SHORT_SIDE_PX):
                frames.append(frame)
                self.progress.moved(stage, 0.5 * len(frames) / count)
        except CancelledError:
            raise
        except FilmotekaError as error:
            for failed in (Stage.THUMBNAIL, Stage.TAGS):
                if failed in self.request.stages:
                    self._note_failure(failed, error)
        if embed:
            self.frame_pictures = tuple(_small(frame) for frame in frames)
        return frames

    def _picture(self, frames: Sequence[SampledFrame]) -> None:
        from core.media.pictures import choose_thumbnail, encode_jpeg

        if frames:
            self.thumbnail = encode_jpeg(choose_thumbnail(frames).picture, _THUMBNAIL_SIDE_PX)

    def _embed(self, frames: Sequence[SampledFrame]) -> None:
        if not frames:
            return
        options = self.request.options
        encoder = self.senses.picture_encoder(options)
        parts = []
        for start in range(0, len(frames), 4):  # in small lots, so that progress moves and a stop is heard
            parts.append(encoder.encode([frame.picture for frame in frames[start : start + 4]]))
            self.progress.moved(Stage.TAGS, 0.5 + 0.4 * (start + 4) / len(frames))
        times_s = np.array([frame.time_s for frame in frames], dtype=np.float64)
        vectors = np.concatenate(parts).astype(np.float16)  # (N, D)
        self.new_features = FrameFeatures(encoder.version, times_s, vectors)

    def _tag(self) -> None:
        features = self.new_features or self.request.features
        tagger = self.senses.tagger(self.request.options)
        self.tags = tagger.tags(self.request.taxonomy, features, self.request.name_text, self.transcript)
        self.progress.finished(Stage.TAGS)

    def _listen(self, media: MediaReader) -> None:
        """Take the words from subtitles where there are any; otherwise transcribe what is spoken."""
        subtitles = media.subtitle_text()
        if subtitles.lines:
            self.language, self.transcript = subtitles.language, subtitles.lines
        elif media.facts.audio:
            self._transcribe(media)
        else:
            self.transcript = ()
        self.progress.finished(Stage.SPEECH)

    def _transcribe(self, media: MediaReader) -> None:
        options = self.request.options
        transcriber = self.senses.transcriber(options)
        duration_s = media.facts.duration_s
        lines: list[TranscriptLine] = []
        start_s = 0.0
        while start_s < duration_s:
            end_s = min(duration_s, start_s + _SOUND_WINDOW_S)
            listening = self._listening(start_s / duration_s, (end_s - start_s) / duration_s)
            sound = media.sound(
                start_s=start_s,
                end_s=None if end_s >= duration_s else end_s,
                reached=_reading(listening, start_s, end_s),
            )
            language, found = transcriber.transcribe(
                sound,
                options.max_speech_s * (end_s - start_s) / duration_s,
                _after_reading(listening),
            )
            self.language = self.language or language
            lines += [TranscriptLine(start_s + s.start_s, start_s + s.end_s, s.text) for s in found]
            start_s = end_s
        self.transcript = lines

    def _listening(self, before: float, share: float) -> Callable[[float], None]:
        return lambda fraction: self.progress.moved(Stage.SPEECH, before + share * fraction)

    def _find_segments(self, facts: MediaFacts) -> None:
        self.segments = segments_from_chapters(facts.chapters, facts.duration_s)

    def _attempt(self, stage: Stage, work: Callable[[], None]) -> None:
        if self._failed(stage):
            return
        try:
            work()
        except CancelledError:
            raise
        except FilmotekaError as error:
            self._note_failure(stage, error)

    def _failed(self, stage: Stage) -> bool:
        return any(failure.stage is stage for failure in self.failures)

    def _note_failure(self, stage: Stage, error: FilmotekaError) -> None:
        if not self._failed(stage):
            permanent, mendable = isinstance(error, UserError), isinstance(error, WeightsError)
            self.failures.append(StageFailure(stage, str(error), permanent, mendable))


def _reading(tell: Callable[[float], None], start_s: float, end_s: float) -> Callable[[float], None]:
    return lambda now_s: tell(_READING_SHARE * min(1.0, (now_s - start_s) / (end_s - start_s)))


def _after_reading(tell: Callable[[float], None]) -> Callable[[float], None]:
    return lambda fraction: tell(_READING_SHARE + (1 - _READING_SHARE) * fraction)


def _small(frame: SampledFrame) -> FramePicture:
    from core.media.pictures import encode_jpeg

    return FramePicture(frame.time_s, encode_jpeg(frame.picture, _FRAME_SIDE_PX, _FRAME_QUALITY))
