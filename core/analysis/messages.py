"""What crosses the border between the program and its analysis process: frozen and picklable."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.domain.media import FramePicture, MediaFacts
from core.domain.segments import Segment, TranscriptLine
from core.domain.stages import Stage
from core.domain.tags import TagPrediction, Taxonomy


@dataclass(frozen=True, slots=True)
class FrameFeatures:
    """Embeddings of the sampled frames.

    ``encoder`` is name and version of the network; ``times_s`` float64 ``(N,)``, ascending;
    ``vectors`` float16 ``(N, D)``.
    """

    encoder: str
    times_s: NDArray[np.float64]
    vectors: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """Everything that steers a run besides the file; part of the versions of its results."""

    picture_encoder: str = "efficientnet-lite2"
    speech_model: str = "whisper-tiny.en"
    frame_count: int = 24
    max_speech_s: float = 600.0
    threads: int = 1


@dataclass(frozen=True, slots=True)
class AnalysisRequest:
    """One file, the stages wanted, and what is known already.

    ``name_text`` is the cleaned name of file and folder; ``features`` and ``transcript`` come from the
    catalogue when their stage is not wanted again.
    """

    job_id: int
    path: str
    stages: frozenset[Stage]
    name_text: str
    taxonomy: Taxonomy
    options: AnalysisOptions = field(default_factory=AnalysisOptions)
    features: FrameFeatures | None = None
    transcript: tuple[TranscriptLine, ...] = ()
    duration_s: float | None = None


@dataclass(frozen=True, slots=True)
class AnalysisProgress:
    """``fraction`` of the whole job, 0..1."""

    job_id: int
    stage: Stage
    fraction: float


@dataclass(frozen=True, slots=True)
class StageFailure:
    """``reason`` is a sentence for a person; ``permanent`` says that a retry cannot help.

    ``mendable``: it is no fault of the file; once weights are fetched the stage is wanted again.
    """

    stage: Stage
    reason: str
    permanent: bool
    mendable: bool = False


@dataclass(frozen=True, slots=True)
class AnalysisResult:
    """What a run found. A stage is in ``done`` or in ``failures`` if it was asked for."""

    job_id: int
    done: frozenset[Stage]
    failures: tuple[StageFailure, ...] = ()
    facts: MediaFacts | None = None
    thumbnail: bytes | None = None
    frame_pictures: tuple[FramePicture, ...] = ()
    features: FrameFeatures | None = None
    tags: tuple[TagPrediction, ...] = ()
    language: str | None = None
    transcript: tuple[TranscriptLine, ...] = ()
    segments: tuple[Segment, ...] = ()
    cost_s: float = 0.0
