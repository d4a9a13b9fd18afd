"""One open video file: facts, frames, sound and words from a single container."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.domain.media import MediaFacts
from core.domain.segments import TranscriptLine
from core.errors import UnreadableVideoError
from core.media import subtitles
from core.media.cover import read_cover
from core.media.frame_sampling import FrameSource, SampledFrame, sample
from core.media.opening import file_name, open_container, vanished
from core.media.probe import read_facts
from core.media.sound import default_track, read_sound
from core.media.streams import main_video_stream, start_time_s
from core.media.subtitles import SubtitleText

if TYPE_CHECKING:
    from av.container import InputContainer

logger = logging.getLogger(__name__)

_USUAL_FPS = 25.0


class MediaReader:
    """Reads an open container; use it from one thread. ``facts`` are known as soon as it is open."""

    def __init__(self, container: InputContainer, path: str, threads: int = 1) -> None:
        self._container = container
        self._path = path
        self.facts: MediaFacts = read_facts(container, path, threads)

    def sample_frames(self, count: int, short_side_px: int) -> Iterator[SampledFrame]:
        """Yield up to ``count`` different frames spread over the video, in ascending time.

        Keyframes, or exact frames where a short clip has too few; scaled down so that the short side is
        ``short_side_px`` (never up). Raises ``UnreadableVideoError`` where not one can be decoded,
        ``VideoVanishedError`` where that is because the file went away.
        """
        found = False
        with self._only(self.facts.video.index):
            for frame in sample(self._frame_source(), count, short_side_px):
                found = True
                yield frame
        if not found and count > 0:
            raise self._nothing_decoded()

    def sound(
        self,
        track: int | None = None,
        start_s: float = 0.0,
        end_s: float | None = None,
        reached: Callable[[float], None] = lambda _: None,
    ) -> NDArray[np.float32]:
        """Return a track, by position in ``facts.audio``; default: the default one.

        Mono float32 at 16 kHz, empty without sound; ``end_s`` bounds memory (230 MB an hour). Sample
        ``i`` sounds at ``start_s + i / 16000``; gaps and damaged packets are silence. ``reached`` is
        told now and then up to which second the sound was read, and may raise to stop.
        """
        place = default_track(self._container) if track is None else track
        if place is None or not 0 <= place < len(self._container.streams.audio):
            return np.zeros(0, dtype=np.float32)
        stream = self._container.streams.audio[place]
        until_s = self._sound_end_s if end_s is None else end_s
        with self._only(stream.index):
            return read_sound(self._container, stream, start_s, until_s, reached)

    def subtitle_text(self, preferred: Sequence[str] = subtitles.PREFERRED_LANGUAGES) -> SubtitleText:
        """Return the best subtitles: by preferred language, files beside the video before tracks inside."""
        candidates: list[tuple[str | None, Any]] = [
            (language, file) for file, language in subtitles.sidecar_files(self._path)
        ]
        candidates += [
            (facts.language, stream)
            for stream in subtitles.embedded_tracks(self._container)
            for facts in self.facts.subtitles
            if facts.index == stream.index
        ]
        for language, place in subtitles.best_first(candidates, preferred):
            text = self._read_subtitles(language, place)
            if text.lines:
                return text
        return SubtitleText(None, ())

    def subtitle_lines(self) -> tuple[TranscriptLine, ...]:
        """Return the lines of the best subtitles, empty without any."""
        return self.subtitle_text().lines

    def cover_picture(self) -> NDArray[np.uint8] | None:
        """Return the attached cover, RGB uint8 ``(H, W, 3)``, or ``None``."""
        return read_cover(self._path)

    @cached_property
    def _sound_end_s(self) -> float:
        """Where sound may end: its track can outlast the pictures."""
        ends = [
            float(stream.duration * stream.time_base)
            for stream in self._container.streams.audio
            if stream.duration and stream.time_base
        ]
        return max([self.facts.duration_s, *ends]) + 1.0

    def _read_subtitles(self, language: str | None, place: Any) -> SubtitleText:
        if isinstance(place, Path):
            return subtitles.read_sidecar(place, language)
        with self._only(place.index):
            return subtitles.read_embedded(self._container, place)

    def _frame_source(self) -> FrameSource:
        return FrameSource(
            container=self._container,
            stream=main_video_stream(self._container, self._path),
            start_s=start_time_s(self._container),
            duration_s=self.facts.duration_s,
            fps=self.facts.video.fps or _USUAL_FPS,
        )

    def _nothing_decoded(self) -> UnreadableVideoError | Exception:
        if not Path(self._path).exists():
            return vanished(self._path)
        return UnreadableVideoError(
            f"“{file_name(self._path)}” is damaged: its header can be read, but not one picture."
        )

    @contextmanager
    def _only(self, index: int) -> Iterator[None]:
        """Let the demuxer skip every stream but one: less is read and seeking is exact for that one."""
        from av.stream import Discard

        before = [(stream, stream.discard) for stream in self._container.streams]
        for stream, _ in before:
            stream.discard = Discard.default if stream.index == index else Discard.all
        try:
            yield
        finally:
            for stream, discard in before:
                stream.discard = discard


@contextmanager
def open_media(path: str, threads: int = 1) -> Iterator[MediaReader]:
    """Open a video for reading; ``threads`` bounds the decoder.

    Raises what ``core.media.probe.probe`` raises: each error is a sentence that names the file.
    """
    with open_container(path) as container:
        yield MediaReader(container, path, threads)
