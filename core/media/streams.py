"""Which streams of a container are the film, and where its time begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import UnreadableVideoError
from core.media.opening import file_name

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.stream import Stream
    from av.video.stream import VideoStream

_STILL_CODECS = frozenset({"mjpeg", "png", "bmp", "gif", "webp", "tiff"})


def main_video_stream(container: InputContainer, path: str) -> VideoStream:
    """Return the stream that a player shows: the default one, then the largest; never cover art.

    Raises ``UnreadableVideoError`` where no stream of moving pictures can be decoded.
    """
    from av.stream import Disposition

    moving = [stream for stream in container.streams.video if not is_cover(stream)]
    decodable = [stream for stream in moving if has_decoder(stream) and stream.width and stream.height]
    if not decodable:
        raise UnreadableVideoError(_no_video_reason(container, path, undecodable=bool(moving)))
    lively = [stream for stream in decodable if not _is_still(stream)] or decodable

    def rank(stream: VideoStream) -> tuple[bool, int, int]:
        return bool(stream.disposition & Disposition.default), stream.width * stream.height, -stream.index

    return max(lively, key=rank)


def is_cover(stream: Stream) -> bool:
    """Say whether the stream is an attached picture or a strip of thumbnails."""
    from av.stream import Disposition

    return bool(stream.disposition & (Disposition.attached_pic | Disposition.timed_thumbnails))


def has_decoder(stream: Stream) -> bool:
    # PyAV leaves the context out where the codec is unknown; its type says otherwise.
    context: object = stream.codec_context
    return context is not None


def start_time_s(container: InputContainer) -> float:
    """Return the time of the first picture or sound; players count from there."""
    start: int | None = container.start_time
    return start / 1_000_000 if start is not None else 0.0


def _is_still(stream: VideoStream) -> bool:
    """Some files carry their cover as an ordinary stream of one picture."""
    return stream.codec_context.name in _STILL_CODECS and (stream.frames == 1 or not stream.average_rate)


def _no_video_reason(container: InputContainer, path: str, *, undecodable: bool) -> str:
    name = file_name(path)
    if undecodable:
        return f"“{name}” holds a video in a format (codec) that this program cannot decode."
    if container.streams.audio:
        return f"“{name}” holds sound only, no video."
    return f"“{name}” holds no video stream."
