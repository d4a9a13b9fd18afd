"""The small Protocols between the house and its models: ``models`` satisfies them structurally."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.analysis.messages import AnalysisProgress, AnalysisRequest, AnalysisResult

Picture = NDArray[np.uint8]
"""RGB, uint8, ``(height, width, 3)``, upright."""
Sound = NDArray[np.float32]
"""Mono at 16 kHz, float32 in -1..1, ``(samples,)``."""


class PictureEncoder(Protocol):
    """A network that turns pictures into vectors; ``version`` changes whenever its vectors do."""

    @property
    def version(self) -> str: ...

    def encode(self, pictures: Sequence[Picture]) -> NDArray[np.float32]:
        """Return ``(N, D)`` float32."""
        ...


class PictureClassifier(PictureEncoder, Protocol):
    """A picture encoder with a closed list of classes, such as the 1,000 of ImageNet."""

    def class_probabilities(self, vectors: NDArray[np.floating]) -> NDArray[np.float32]:
        """Turn vectors of ``encode``, ``(N, D)``, into probabilities ``(N, classes)`` float32."""
        ...


class TextEncoder(Protocol):
    """Turns texts into unit vectors that can be compared with each other."""

    @property
    def version(self) -> str: ...

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return ``(N, D)`` float32 of unit length; a text without a known word gives a zero row."""
        ...


class JointEncoder(PictureEncoder, TextEncoder, Protocol):
    """Pictures and texts in one space (CLIP, SigLIP): sigmoid(scale * cos + bias) is a probability."""

    @property
    def scale(self) -> float: ...

    @property
    def bias(self) -> float: ...


class SpokenLine(Protocol):
    @property
    def start_s(self) -> float: ...

    @property
    def end_s(self) -> float: ...

    @property
    def text(self) -> str: ...


class Transcriber(Protocol):
    """Finds speech and writes it down; no lines where there is none or none that it understands."""

    @property
    def version(self) -> str: ...

    def transcribe(
        self, sound: Sound, max_speech_s: float, progress: Callable[[float], None]
    ) -> tuple[str | None, Sequence[SpokenLine]]:
        """Return the language (ISO 639-1, ``None`` without speech) and the lines in time order."""
        ...


class Engine(Protocol):
    """Analyses one file; raises only for our bugs, everything else is a ``StageFailure``."""

    def analyse(
        self, request: AnalysisRequest, progress: Callable[[AnalysisProgress], None]
    ) -> AnalysisResult: ...
