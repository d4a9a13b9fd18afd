"""What a container says about itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VideoStream:
    """The picture stream that a player would show. ``width`` and ``height`` are as shown upright."""

    index: int
    codec: str
    width: int
    height: int
    fps: float | None
    rotation_degrees: int
    pixel_format: str
    hdr: bool


@dataclass(frozen=True, slots=True)
class AudioStream:
    index: int
    codec: str
    channels: int
    sample_rate_hz: int
    language: str | None


@dataclass(frozen=True, slots=True)
class SubtitleStream:
    """``text`` is false for picture subtitles (PGS, VobSub), whose words cannot be read."""

    index: int
    codec: str
    language: str | None
    text: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    start_s: float
    end_s: float
    title: str


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """Result of the probe. ``duration_s`` is positive; a one-frame file gets its frame's duration."""

    container: str
    duration_s: float
    size_bytes: int
    bit_rate: int | None
    video: VideoStream
    audio: tuple[AudioStream, ...]
    subtitles: tuple[SubtitleStream, ...]
    chapters: tuple[Chapter, ...]
    created_at: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class FramePicture:
    """A small JPEG of the frame shown at ``time_s``."""

    time_s: float
    jpeg: bytes
