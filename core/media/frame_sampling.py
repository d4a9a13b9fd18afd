"""Frames spread over a video at little cost: keyframes where there are enough, exact decoding on short clips.

Decoding only keyframes costs about a twentieth of decoding everything, and keyframes sit on cuts. A clip of
a few seconds often has a single one, though; there everything is decoded once, up to a budget.
"""

from __future__ import annotations

import bisect
import itertools
import logging
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

import numpy as np
from numpy.typing import NDArray

from core.media.conversion import is_unfilled, upright_picture
from core.media.seeking import rewind

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

logger = logging.getLogger(__name__)

FEW_KEYFRAMES = 8
"""With fewer keyframes than this a video is worth decoding exactly, if that is cheap."""
EXACT_BUDGET_PX = 1_500_000_000
"""Pixels that exact decoding may cost, about four seconds of one core."""
_FASTEST_FPS = 240.0
"""Frame rates above are time bases that somebody took for a rate."""
_PICTURE_PACKETS = 16
"""Packets that a keyframe may need until its picture comes out (fields, reordering)."""


_END: Final = object()


@dataclass(frozen=True, slots=True)
class SampledFrame:
    """``picture`` is RGB uint8 ``(H, W, 3)``, upright, square pixels; ``time_s`` from the beginning."""

    time_s: float
    picture: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class FrameSource:
    """One video stream of an open container and what sampling must know about it."""

    container: InputContainer
    stream: VideoStream
    start_s: float
    duration_s: float
    fps: float

    @property
    def time_base(self) -> float:
        return float(self.stream.time_base or 1 / 1_000_000)

    def time_of(self, thing: VideoFrame | Packet[VideoStream]) -> float | None:
        stamp = thing.pts if thing.pts is not None else thing.dts
        return None if stamp is None else max(0.0, stamp * self.time_base - self.start_s)

    @property
    def frame_px(self) -> int:
        return self.stream.width * self.stream.height

    @property
    def rate(self) -> float:
        return min(self.fps, _FASTEST_FPS)

    @property
    def affordable(self) -> bool:
        """Whether decoding everything stays within the budget."""
        return self.duration_s * self.rate * self.frame_px <= EXACT_BUDGET_PX


Timed = tuple[float, "VideoFrame"]
KeyPacket = tuple[float, "Packet[VideoStream]"]


def sample(source: FrameSource, count: int, short_side_px: int) -> Iterator[SampledFrame]:
    """Yield up to ``count`` different frames, in ascending time; what cannot be decoded is left out."""
    if count < 1:
        return
    keyframes = _keyframes(source, count)
    if len(keyframes) < min(FEW_KEYFRAMES, count):
        frames = _exact_frames(source, [time_s for time_s, _ in keyframes] or [0.0], count)
    else:
        frames = _decoded_keyframes(source, keyframes)
    aspect = source.stream.sample_aspect_ratio
    last_s = -1.0
    for time_s, frame in frames:
        if frame.is_corrupt or time_s <= last_s:
            continue
        picture = upright_picture(frame, aspect, short_side_px)
        if not is_unfilled(picture):
            last_s = time_s
            yield SampledFrame(time_s, picture)


def first_frame(source: FrameSource) -> VideoFrame | None:
    """Return the first frame that decodes, or ``None``; looks at the beginning only."""
    rewind(source.container)
    packets = itertools.islice(source.container.demux(source.stream), _PICTURE_PACKETS * 4)
    return next((frame for _, frame in _decoded(source, packets)), None)


def spread_times(count: int, begin_s: float, end_s: float) -> list[float]:
    """Return the middles of ``count`` equal parts of the span."""
    return [begin_s + (position + 0.5) * (end_s - begin_s) / count for position in range(count)]


def _keyframes(source: FrameSource, count: int) -> list[KeyPacket]:
    """Return up to ``count`` different keyframe packets, ascending: the last before each spread time."""
    import av

    found: dict[float, Packet[VideoStream]] = {}
    for target_s in spread_times(count, 0.0, source.duration_s):
        try:
            _seek(source, target_s)
            timed = next(_key_packets(source), None)
        except av.FFmpegError as error:
            logger.debug("no keyframe near %.2f s: %s", target_s, error)
            continue
        if timed is not None:
            found.setdefault(*timed)
    if len(found) > 1 or source.affordable:
        return sorted(found.items())
    # Either there is one keyframe indeed, or the file cannot be searched.
    return _keyframes_by_reading(source, count)


def _keyframes_by_reading(source: FrameSource, count: int) -> list[KeyPacket]:
    """Read a file that cannot be searched from end to end; memory stays at twice ``count`` packets."""
    import av

    kept: list[KeyPacket] = []
    step = 1
    try:
        rewind(source.container)
        for position, timed in enumerate(_key_packets(source)):
            if position % step == 0:
                kept.append(timed)
            if len(kept) >= 2 * count:
                kept, step = kept[::2], step * 2
    except av.FFmpegError as error:
        logger.debug("reading stopped early: %s", error)
    kept.sort(key=lambda timed: timed[0])
    return [kept[round(position)] for position in np.linspace(0, len(kept) - 1, min(count, len(kept)))]


def _key_packets(source: FrameSource) -> Iterator[KeyPacket]:
    for packet in source.container.demux(source.stream):
        time_s = source.time_of(packet)
        if packet.is_keyframe and packet.size and time_s is not None and not packet.is_corrupt:
            yield time_s, packet


def _decoded_keyframes(source: FrameSource, keyframes: list[KeyPacket]) -> Iterator[Timed]:
    """Decode every packet on its own; one that gives no picture gets the packets that follow it."""
    import av

    source.stream.codec_context.skip_frame = "NONKEY"
    for time_s, packet in keyframes:
        source.stream.codec_context.flush_buffers()
        frame = next((frame for _, frame in _decoded(source, [packet, None])), None)
        if frame is None:
            try:
                _seek(source, time_s)
            except av.FFmpegError:
                continue
            source.stream.codec_context.skip_frame = "DEFAULT"
            following = itertools.islice(source.container.demux(source.stream), _PICTURE_PACKETS)
            frame = next((frame for _, frame in _decoded(source, following)), None)
            source.stream.codec_context.skip_frame = "NONKEY"
        if frame is not None:
            yield time_s, frame


def _exact_frames(source: FrameSource, keyframes_s: list[float], count: int) -> Iterator[Timed]:
    """Decode on from every keyframe as far as the budget reaches, and keep frames at spread times."""
    if source.affordable:
        yield from _frames_at(source, 0.0, source.duration_s, count)
        return
    reach_s = EXACT_BUDGET_PX / source.frame_px / len(keyframes_s) / source.rate
    each = max(1, min(FEW_KEYFRAMES, count) // len(keyframes_s))
    for begin_s, next_s in itertools.pairwise([*keyframes_s, source.duration_s]):
        end_s = min(begin_s + reach_s, next_s)
        if end_s > begin_s:
            yield from _frames_at(source, begin_s, end_s, each)


def _frames_at(source: FrameSource, begin_s: float, end_s: float, count: int) -> Iterator[Timed]:
    """Yield the frames shown at spread times of the span, each once."""
    import av

    targets = spread_times(count, begin_s, end_s)
    early_s = 0.5 / source.rate
    source.stream.codec_context.skip_frame = "DEFAULT"
    try:
        _seek(source, begin_s)
    except av.FFmpegError:
        rewind(source.container)
    position, shown = 0, None
    for timed in _decoded(source, source.container.demux(source.stream)):
        if shown is not None and timed[0] > targets[position] + early_s:
            yield shown
            position = bisect.bisect_left(targets, timed[0] - early_s)
            if position >= count:
                return
        shown = timed
    if shown is not None:  # a still picture stays on the screen while its sound goes on
        yield shown


def _decoded(source: FrameSource, packets: Iterable[Packet[VideoStream] | None]) -> Iterator[Timed]:
    """Decode, leaving out what is damaged; a frame without a time stamp gets the time of the next slot."""
    import av

    slot_s = 0.0
    iterator = iter(packets)
    while True:
        try:
            packet = next(iterator, _END)
            if packet is _END:
                return
            frames = source.stream.decode(cast("Packet[VideoStream] | None", packet))
        except av.FFmpegError as error:
            logger.debug("a damaged packet was skipped: %s", error)
            continue
        for frame in frames:
            stamped_s = source.time_of(frame)
            time_s = slot_s if stamped_s is None else stamped_s
            slot_s = time_s + 1.0 / source.rate
            yield time_s, frame


def _seek(source: FrameSource, time_s: float) -> None:
    stamp = math.floor((time_s + source.start_s) / source.time_base)
    source.container.seek(stamp, stream=source.stream)
