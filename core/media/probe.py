"""What a container says about itself, checked against what it holds."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.domain.media import AudioStream, Chapter, MediaFacts, SubtitleStream, VideoStream
from core.media.conversion import shown_size
from core.media.frame_sampling import FrameSource, first_frame
from core.media.languages import language_code
from core.media.opening import open_container
from core.media.orientation import Orientation
from core.media.streams import has_decoder, main_video_stream, start_time_s
from core.media.tone_mapping import is_hdr

if TYPE_CHECKING:
    import av.stream
    import av.video.stream
    from av.container import InputContainer

_LONGEST_S = 60.0 * 60 * 24 * 30
"""Durations beyond a month are mistakes of the file."""
_HIGHEST_FPS = 1000.0
_USUAL_FPS = 25.0
_TEXT_SUBTITLES = frozenset(
    {
        "subrip",
        "srt",
        "ass",
        "ssa",
        "mov_text",
        "webvtt",
        "text",
        "ttml",
        "microdvd",
        "sami",
        "subviewer",
        "stl",
    }
)
_EPOCH_YEARS = (1904, 1970)
"""Years of the zero of a clock that was never set."""


def probe(path: str) -> MediaFacts:
    """Return the facts of a video file.

    Raises ``VideoVanishedError``, ``UnreadableVideoError`` with the reason, ``UserError`` where reading is
    not permitted, ``HostError`` where the disk fails.
    """
    with open_container(path) as container:
        return read_facts(container, path)


def read_facts(container: InputContainer, path: str, threads: int = 1) -> MediaFacts:
    """Return the facts of an open container; decodes one frame, for only frames know how they are turned."""
    stream = main_video_stream(container, path)
    if not stream.codec_context.is_open:
        stream.codec_context.thread_count = threads
    duration_s = _duration_s(container, stream)
    size_bytes = Path(path).stat().st_size
    return MediaFacts(
        container=container.format.name,
        duration_s=duration_s,
        size_bytes=size_bytes,
        bit_rate=container.bit_rate or round(size_bytes * 8 / duration_s) or None,
        video=_video_facts(container, stream, duration_s),
        audio=tuple(_audio_facts(container)),
        subtitles=tuple(_subtitle_facts(container)),
        chapters=tidy_chapters(_chapters(container), duration_s),
        created_at=creation_time(stream.metadata | container.metadata),
        title=container.metadata.get("title", "").strip() or None,
    )


def _video_facts(
    container: InputContainer, stream: av.video.stream.VideoStream, duration_s: float
) -> VideoStream:
    fps = frames_per_second(stream, duration_s)
    source = FrameSource(container, stream, start_time_s(container), duration_s, fps or _USUAL_FPS)
    frame = first_frame(source)
    orientation = Orientation.of_frame(frame) if frame is not None else Orientation()
    width, height = shown_size(stream.width, stream.height, stream.sample_aspect_ratio)
    if orientation.swap_axes:
        width, height = height, width
    transfer = frame.color_trc if frame is not None else stream.codec_context.color_trc
    return VideoStream(
        index=stream.index,
        codec=_codec_name(stream),
        width=width,
        height=height,
        fps=fps,
        rotation_degrees=orientation.rotation_degrees,
        pixel_format=stream.codec_context.pix_fmt or "unknown",
        hdr=is_hdr(transfer),
    )


def frames_per_second(stream: av.video.stream.VideoStream, duration_s: float) -> float | None:
    """Return the average rate: frames by duration where both are known, true for variable rates too."""
    own_s = _stream_duration_s(stream) or duration_s
    if stream.frames > 1 and own_s > 0:
        counted = stream.frames / own_s
        if counted <= _HIGHEST_FPS:
            return counted
    for rate in (stream.average_rate, stream.guessed_rate):
        if rate and 0 < float(rate) <= _HIGHEST_FPS:
            return float(rate)
    return None


def _duration_s(container: InputContainer, stream: av.video.stream.VideoStream) -> float:
    """Return a positive duration: the container's, the stream's, or what its packets span."""
    header: int | None = container.duration
    for candidate in ((header or 0) / 1_000_000, _stream_duration_s(stream)):
        if plausible_duration(candidate):
            return candidate
    spanned = _packet_span_s(container, stream)
    if plausible_duration(spanned):
        return spanned
    rate = stream.average_rate or stream.guessed_rate
    return 1.0 / float(rate) if rate and 0 < float(rate) <= _HIGHEST_FPS else 1.0 / _USUAL_FPS


def plausible_duration(duration_s: float) -> bool:
    return math.isfinite(duration_s) and 0 < duration_s <= _LONGEST_S


def _stream_duration_s(stream: av.video.stream.VideoStream) -> float:
    if stream.duration is None or stream.time_base is None:
        return 0.0
    return float(stream.duration * stream.time_base)


def _packet_span_s(container: InputContainer, stream: av.video.stream.VideoStream) -> float:
    """Read through the file: live recordings (webm of a browser) never wrote their duration."""
    import av

    base = float(stream.time_base or 0)
    first, end, packets = math.inf, 0.0, 0
    try:
        for packet in container.demux(stream):
            stamp = packet.pts if packet.pts is not None else packet.dts
            packets += packet.size > 0
            if stamp is not None:
                first = min(first, stamp * base)
                end = max(end, (stamp + (packet.duration or 0)) * base)
    except av.FFmpegError:
        # What was read up to the damage counts.
        pass
    if end > first:
        return end - first
    rate = stream.average_rate or stream.guessed_rate
    return packets / float(rate) if rate else 0.0


def _audio_facts(container: InputContainer) -> Iterable[AudioStream]:
    for stream in container.streams.audio:
        known = has_decoder(stream)
        yield AudioStream(
            index=stream.index,
            codec=_codec_name(stream),
            channels=stream.codec_context.layout.nb_channels if known else 0,
            sample_rate_hz=stream.codec_context.sample_rate or 0 if known else 0,
            language=language_code(stream.language),
        )


def _subtitle_facts(container: InputContainer) -> Iterable[SubtitleStream]:
    for stream in container.streams.subtitles:
        codec = _codec_name(stream)
        yield SubtitleStream(stream.index, codec, language_code(stream.language), codec in _TEXT_SUBTITLES)


def _codec_name(stream: av.stream.Stream) -> str:
    return stream.codec_context.codec.canonical_name if has_decoder(stream) else "unknown"


def _chapters(container: InputContainer) -> Iterable[Chapter]:
    offset_s = start_time_s(container)
    for chapter in container.chapters():
        base = float(chapter["time_base"] or 0)
        title = chapter["metadata"].get("title", "").strip()
        yield Chapter(chapter["start"] * base - offset_s, chapter["end"] * base - offset_s, title)


def tidy_chapters(chapters: Iterable[Chapter], duration_s: float) -> tuple[Chapter, ...]:
    """Return the chapters in order, within the video, each ending where the next begins at the latest.

    A chapter without an end of its own (some writers leave it out) runs to the next one or to the end.
    """
    ordered = sorted(chapters, key=lambda chapter: chapter.start_s)
    bounds = [max(0.0, chapter.start_s) for chapter in ordered] + [duration_s]
    tidy = []
    for chapter, (start_s, next_s) in zip(ordered, itertools.pairwise(bounds), strict=True):
        limit_s = min(next_s, duration_s)
        end_s = min(chapter.end_s, limit_s) if chapter.end_s > start_s else limit_s
        if round(end_s - start_s, 3) > 0:
            tidy.append(Chapter(round(start_s, 3), round(end_s, 3), chapter.title))
    return tuple(tidy)


def creation_time(metadata: dict[str, str]) -> str | None:
    """Return when it was filmed as ISO 8601, or ``None``; clocks that were never set do not count."""
    for key in ("com.apple.quicktime.creationdate", "creation_time", "date", "DATE_RECORDED"):
        text = metadata.get(key, "").strip()
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            continue
        if moment.year not in _EPOCH_YEARS:
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
    return None
