"""One audio track as the networks hear it: mono, 16 kHz, float32, every sample at its time."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.seeking import rewind
from core.media.streams import has_decoder, start_time_s

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler
    from av.audio.stream import AudioStream
    from av.container import InputContainer

logger = logging.getLogger(__name__)

SOUND_RATE_HZ = 16_000
_GAP_S = 0.1
"""Time stamps further than this from where the samples ran on are a gap, or a jump back."""
_LEAD_S = 0.5
"""A window is read from a little before, for codecs whose first frame after a seek is not whole."""
_LONGEST_S = 24.0 * 3600
_TELL_EVERY_S = 60.0


class SoundBuffer:
    """Samples of a window, placed by time; what was never written is silence."""

    def __init__(self, start_s: float, end_s: float) -> None:
        self._offset = round(start_s * SOUND_RATE_HZ)
        self._samples = np.zeros(max(0, round(end_s * SOUND_RATE_HZ) - self._offset), dtype=np.float32)
        self._written = 0

    def write(self, position: int, samples: NDArray[np.float32]) -> None:
        """Put samples at a position counted in samples of the whole track; what lies outside is cut off."""
        begin = max(position, self._offset)
        end = min(position + len(samples), self._offset + len(self._samples))
        if end > begin:
            self._samples[begin - self._offset : end - self._offset] = samples[
                begin - position : end - position
            ]
            self._written = max(self._written, end - self._offset)

    def is_past(self, position: int) -> bool:
        return position >= self._offset + len(self._samples)

    def sound(self) -> NDArray[np.float32]:
        """Return ``(samples,)`` up to the last one written, in -1..1."""
        return np.clip(self._samples[: self._written], -1.0, 1.0)


def default_track(container: InputContainer) -> int | None:
    """Return the position of the track that plays by default, or ``None`` without sound."""
    from av.stream import Disposition

    tracks = [track for track in enumerate(container.streams.audio) if has_decoder(track[1])]
    if not tracks:
        return None
    return next((place for place, stream in tracks if stream.disposition & Disposition.default), tracks[0][0])


def read_sound(
    container: InputContainer,
    stream: AudioStream,
    start_s: float,
    end_s: float,
    reached: Callable[[float], None] = lambda _: None,
) -> NDArray[np.float32]:
    """Return the samples of ``start_s`` to ``end_s``, fewer where the track ends; damage is silence.

    ``reached`` is told each minute of sound up to which second it was read; it may raise to stop.
    """
    import av

    end_s = min(end_s, start_s + _LONGEST_S)
    buffer = SoundBuffer(start_s, end_s)
    origin_s = start_time_s(container)
    try:
        container.seek(round((max(0.0, start_s - _LEAD_S) + origin_s) * av.time_base))
    except av.FFmpegError as error:
        logger.debug("the sound cannot be searched: %s", error)
        rewind(container)
    resampler = _Resampler()
    position: int | None = None
    told = start_s
    for frame in _decoded(container, stream):
        due = _due(frame, origin_s, position)
        if position is None:
            position = due
        elif abs(due - position) > _GAP_S * SOUND_RATE_HZ or not resampler.fits(frame):
            buffer.write(position, resampler.rest())
            position = due
        samples = resampler.feed(frame)
        buffer.write(position, samples)
        position += len(samples)
        if position / SOUND_RATE_HZ >= told + _TELL_EVERY_S:
            told = position / SOUND_RATE_HZ
            reached(told)
        if buffer.is_past(position):
            break
    if position is not None:
        buffer.write(position, resampler.rest())
    return buffer.sound()


def _due(frame: AudioFrame, origin_s: float, position: int | None) -> int:
    """Return the sample at which the frame belongs; one without a stamp follows what was before."""
    if frame.time is None:
        return position or 0
    return round((frame.time - origin_s) * SOUND_RATE_HZ)


class _Resampler:
    """A resampler that starts anew when the sound changes its form in mid-track."""

    def __init__(self) -> None:
        self._form: tuple[str, str, int] | None = None
        self._resampler = _new_resampler()

    def fits(self, frame: AudioFrame) -> bool:
        return self._form in (None, _form(frame))

    def feed(self, frame: AudioFrame) -> NDArray[np.float32]:
        self._form = _form(frame)
        # Stamps of damaged files run backwards, which the filter graph refuses; the buffer has the times.
        frame.pts = None
        return _joined(self._resampler.resample(frame))

    def rest(self) -> NDArray[np.float32]:
        """Return what is still inside, and start anew."""
        rest = _joined(self._resampler.resample(None)) if self._form is not None else _joined([])
        self._form = None
        self._resampler = _new_resampler()
        return rest


def _new_resampler() -> AudioResampler:
    from av.audio import resampler

    # Without a limit a mix of two loud channels to float would go beyond 1.
    return resampler.AudioResampler(
        format="flt", layout="mono", rate=SOUND_RATE_HZ, options={"rematrix_maxval": "1.0"}
    )


def _form(frame: AudioFrame) -> tuple[str, str, int]:
    return frame.format.name, frame.layout.name, frame.sample_rate


def _joined(frames: list[AudioFrame]) -> NDArray[np.float32]:
    parts = [frame.to_ndarray().reshape(-1).astype(np.float32, copy=False) for frame in frames]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


def _decoded(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """Decode the track from where the container stands; damaged packets are left out."""
    import av

    packets = container.demux(stream)
    for _ in itertools.count():
        try:
            packet = next(packets, None)
            if packet is None:
                return
            frames = packet.decode()
        except av.FFmpegError as error:
            logger.debug("a damaged packet of sound was skipped: %s", error)
            continue
        yield from frames
