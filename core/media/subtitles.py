"""The words of a video from its subtitles: tracks inside the container and files beside it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.domain.segments import TranscriptLine
from core.media.languages import language_code
from core.media.seeking import rewind
from core.media.sidecar_text import decode_subtitle_file
from core.media.streams import has_decoder, start_time_s

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.subtitles.stream import SubtitleStream as AvSubtitleStream

logger = logging.getLogger(__name__)

SIDECAR_SUFFIXES = (".srt", ".ass", ".ssa", ".vtt", ".sub", ".smi", ".ttml")
PREFERRED_LANGUAGES = ("en", "ru")
"""Languages that the text encoders of the program understand, best first."""
_TEXT_CODECS = frozenset({"subrip", "ass", "ssa", "mov_text", "webvtt", "text", "ttml"})
_LARGEST_SIDECAR_BYTES = 20_000_000
_MARKUP = re.compile(r"\{[^}]*\}|</?[A-Za-z][^>]*>")
_BREAKS = re.compile(r"\\[Nnh]|\s+")
_FORCED_WORDS = frozenset({"forced", "signs", "songs", "форс", "форсированные", "надписи"})


@dataclass(frozen=True, slots=True)
class SubtitleText:
    """The lines of one subtitle track in time order; ``language`` is ISO 639-1 or ``None``."""

    language: str | None
    lines: tuple[TranscriptLine, ...]


def sidecar_files(video_path: str) -> list[tuple[Path, str | None]]:
    """Return the subtitle files beside a video with their languages, such as ``film.ru.srt``."""
    video = Path(video_path)
    stem = video.stem.casefold()
    try:
        beside = sorted(entry for entry in video.parent.iterdir() if entry.suffix.lower() in SIDECAR_SUFFIXES)
    except OSError as error:
        logger.info("the folder of %s cannot be listed: %s", video_path, error)
        return []
    found = []
    for entry in beside:
        name = entry.stem.casefold()
        if name == stem or name.startswith(stem + "."):
            words = name[len(stem) :].split(".")
            language = next(filter(None, map(language_code, words)), None)
            found.append((_is_forced(words), entry, language))
    found.sort(key=lambda item: item[0])
    return [(entry, language) for _, entry, language in found]


def read_sidecar(path: Path, language: str | None) -> SubtitleText:
    """Read a subtitle file in any usual encoding; an unreadable one gives no lines."""
    import pysubs2

    try:
        if path.stat().st_size > _LARGEST_SIDECAR_BYTES:
            return SubtitleText(language, ())
        text = decode_subtitle_file(path.read_bytes(), language)
        events = pysubs2.SSAFile.from_string(text)
    except (OSError, pysubs2.Pysubs2Error, ValueError) as error:
        logger.info("subtitles %s cannot be read: %s", path, error)
        return SubtitleText(language, ())
    spoken = (event for event in events if not event.is_comment and not event.is_drawing)
    return SubtitleText(language, tidy_lines((e.start / 1000, e.end / 1000, e.text) for e in spoken))


def embedded_tracks(container: InputContainer) -> list[AvSubtitleStream]:
    """Return the text tracks of a container: forced ones (signs only) last, default ones first."""
    from av.stream import Disposition

    def rank(stream: AvSubtitleStream) -> tuple[bool, bool, int]:
        forced = bool(stream.disposition & Disposition.forced)
        titled = _is_forced(stream.metadata.get("title", "").casefold().split())
        return forced or titled, not stream.disposition & Disposition.default, stream.index

    known = (stream for stream in container.streams.subtitles if has_decoder(stream))
    return sorted((s for s in known if s.codec_context.codec.canonical_name in _TEXT_CODECS), key=rank)


def read_embedded(container: InputContainer, stream: AvSubtitleStream) -> SubtitleText:
    """Read one text track; costs a pass over the file in formats without an index of subtitles."""
    lines = tidy_lines(_embedded_lines(container, stream))
    return SubtitleText(language_code(stream.language), lines)


def best_first(
    candidates: Iterable[tuple[str | None, object]], preferred: Sequence[str]
) -> list[tuple[str | None, object]]:
    """Order by preferred language; unknown languages stand before known foreign ones; otherwise as given."""

    def rank(candidate: tuple[str | None, object]) -> int:
        language = candidate[0]
        if language is None:
            return len(preferred)
        return preferred.index(language) if language in preferred else len(preferred) + 1

    return sorted(candidates, key=rank)


def tidy_lines(raw: Iterable[tuple[float, float, str]]) -> tuple[TranscriptLine, ...]:
    """Return lines without markup, in time order; empty ones and exact repetitions are dropped."""
    lines: dict[TranscriptLine, None] = {}
    for start_s, end_s, text in raw:
        words = plain_words(text)
        if words and start_s >= 0 and round(end_s - start_s, 3) > 0:
            lines[TranscriptLine(round(start_s, 3), round(end_s, 3), words)] = None
    return tuple(sorted(lines, key=lambda line: (line.start_s, line.end_s)))


def plain_words(text: str) -> str:
    """Return the text on one line, without tags of SubRip, WebVTT and ASS."""
    return _BREAKS.sub(" ", _MARKUP.sub("", text)).strip()


def _embedded_lines(
    container: InputContainer, stream: AvSubtitleStream
) -> Iterator[tuple[float, float, str]]:
    import av

    origin_s = start_time_s(container)
    base = float(stream.time_base or 0)
    rewind(container)
    try:
        for packet in container.demux(stream):
            if packet.pts is None or not packet.size:
                continue
            start_s = max(0.0, packet.pts * base - origin_s)
            end_s = start_s + (packet.duration or 0) * base
            for text in _packet_texts(stream, packet):
                yield start_s, end_s, text
    except av.FFmpegError as error:
        logger.info("subtitles end early: %s", error)


def _packet_texts(stream: AvSubtitleStream, packet: object) -> Iterator[str]:
    import av
    from av.subtitles.subtitle import AssSubtitle

    try:
        subtitles = stream.decode(packet)  # type: ignore[arg-type]
    except av.FFmpegError as error:
        logger.debug("a damaged subtitle was skipped: %s", error)
        return
    for subtitle in subtitles:
        if isinstance(subtitle, AssSubtitle):
            yield (subtitle.dialogue or subtitle.text).decode("utf-8", "replace")


def _is_forced(words: Iterable[str]) -> bool:
    return not _FORCED_WORDS.isdisjoint(words)
