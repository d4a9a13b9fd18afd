"""Speech to text by Whisper networks: only where somebody speaks, only what was understood.

Two ways to run one: CTranslate2 (faster-whisper; int8, several times faster on a CPU, the embedded default)
and openai-whisper (PyTorch, the original weights).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch

from models.encoders.hearing import HeardLine, Line, understood
from models.encoders.passages import Passage, Sound, densest, speech_passages
from models.fingerprint import file_fingerprint
from models.threads import bounded_threads

_RULES = "passages1"  # part of the version: change it whenever the lines of the same sound change
_ENGLISH = "en"
_UNDERSTOOD_SHARE = 0.5
_FINDING_SHARE = 0.3
"""Part of the work that finding the speech takes; only the smoothness of the progress hangs on it."""


class Hear(Protocol):
    """Transcribes at most 30 s of sound, in ``language`` or, where ``None``, in the one it finds."""

    def __call__(self, sound: Sound, language: str | None) -> tuple[str, Sequence[HeardLine]]: ...


@dataclass(frozen=True, slots=True)
class _Work:
    """One passage with what was understood of it."""

    passage: Passage
    lines: tuple[Line, ...]


class FasterWhisperTranscriber:
    """A folder in CTranslate2's format: ``model.bin``, ``config.json``, ``tokenizer.json``, vocabulary."""

    def __init__(self, model_dir: Path, threads: int) -> None:
        """Load for CPU in int8 from the folder alone; raises ``OSError`` where files are missing."""
        for name in ("model.bin", "config.json", "tokenizer.json"):
            if not (model_dir / name).is_file():  # faster-whisper would ask a hub for it
                raise FileNotFoundError(f"{model_dir / name} is missing")
        from faster_whisper import WhisperModel

        self._network: Any = WhisperModel(
            str(model_dir),
            device="cpu",
            compute_type="int8",
            cpu_threads=max(1, threads),
            num_workers=1,
            local_files_only=True,
        )
        self._version = f"faster-whisper-{file_fingerprint(model_dir / 'model.bin')}-{_RULES}"

    @property
    def version(self) -> str:
        """Way of running, digest of the weights, rules."""
        return self._version

    def transcribe(
        self, sound: Sound, max_speech_s: float, progress: Callable[[float], None]
    ) -> tuple[str | None, tuple[Line, ...]]:
        """Return language and lines of a mono sound at 16 kHz; ``(None, ())`` without understood speech."""
        language = None if self._network.model.is_multilingual else _ENGLISH
        return transcribe_passages(sound, max_speech_s, progress, self.hear, language)

    def hear(self, sound: Sound, language: str | None) -> tuple[str, list[HeardLine]]:
        """Transcribe one passage of at most 30 s greedily, hence always to the same text."""
        segments, info = self._network.transcribe(
            sound,
            language=language,
            beam_size=1,
            temperature=0.0,
            condition_on_previous_text=False,
            log_prob_threshold=None,
            no_speech_threshold=None,
        )
        heard = [
            HeardLine(
                Line(part.start, part.end, part.text.strip()),
                part.avg_logprob,
                part.no_speech_prob,
                part.compression_ratio,
            )
            for part in segments
        ]
        return str(info.language), heard


class OpenAiWhisperTranscriber:
    """A checkpoint of openai-whisper: ``{"dims": ..., "model_state_dict": ...}`` in one ``.pt`` file."""

    def __init__(self, weights_path: Path, threads: int) -> None:
        """Load without running any code from the file; raises ``OSError`` or ``RuntimeError``."""
        from whisper.model import ModelDimensions, Whisper

        checkpoint = torch.load(weights_path, map_location="cpu", weights_only=True)
        network: Any = Whisper(ModelDimensions(**checkpoint["dims"]))
        network.load_state_dict(checkpoint["model_state_dict"])
        self._network = network.eval()
        _read_vocabulary(network)
        self._threads = threads
        self._version = f"openai-whisper-{file_fingerprint(weights_path)}-{_RULES}"

    @property
    def version(self) -> str:
        """Way of running, digest of the weights, rules."""
        return self._version

    def transcribe(
        self, sound: Sound, max_speech_s: float, progress: Callable[[float], None]
    ) -> tuple[str | None, tuple[Line, ...]]:
        """Return language and lines of a mono sound at 16 kHz; ``(None, ())`` without understood speech."""
        language = None if self._network.is_multilingual else _ENGLISH
        return transcribe_passages(sound, max_speech_s, progress, self.hear, language)

    def hear(self, sound: Sound, language: str | None) -> tuple[str, list[HeardLine]]:
        """Transcribe one passage of at most 30 s greedily, hence always to the same text."""
        with bounded_threads(self._threads), torch.inference_mode():
            found = self._network.transcribe(
                sound,
                language=language,
                temperature=0.0,
                condition_on_previous_text=False,
                logprob_threshold=None,
                no_speech_threshold=None,
                fp16=False,
            )
        heard = [
            HeardLine(
                Line(part["start"], part["end"], part["text"].strip()),
                part["avg_logprob"],
                part["no_speech_prob"],
                part["compression_ratio"],
            )
            for part in found["segments"]
        ]
        return str(found["language"]), heard


def transcribe_passages(
    sound: Sound, max_speech_s: float, progress: Callable[[float], None], hear: Hear, language: str | None
) -> tuple[str | None, tuple[Line, ...]]:
    """Find speech, transcribe the densest ``max_speech_s`` of it and keep what was understood.

    ``progress`` gets fractions 0..1. A language that is not given is that of the passage fullest of speech.
    Where less than half of the speech was understood the rest is not believed either: somebody speaks a
    language that the network does not know, or sings.
    """
    found = speech_passages(sound, lambda part: progress(_FINDING_SHARE * part))
    passages = densest(found, max_speech_s)
    if not passages:
        progress(1.0)
        return None, ()
    if language is None:
        fullest = max(passages, key=lambda passage: passage.speech_s)
        language, _ = hear(fullest.cut(sound), None)
    done: list[_Work] = []
    for number, passage in enumerate(passages):
        progress(_FINDING_SHARE + (1 - _FINDING_SHARE) * number / len(passages))
        _, heard = hear(passage.cut(sound), language)
        done.append(_Work(passage, tuple(_placed(line, passage) for line in understood(heard))))
    progress(1.0)
    understood_s = sum(work.passage.speech_s for work in done if work.lines)
    if understood_s < _UNDERSTOOD_SHARE * sum(work.passage.speech_s for work in done):
        return None, ()
    return language, tuple(line for work in done for line in work.lines)


def _placed(line: Line, passage: Passage) -> Line:
    """Move a line from the passage's times to those of the sound; the network's ends may lie behind it."""
    start_s = min(passage.start_s + line.start_s, passage.end_s)
    return Line(start_s, max(start_s, min(passage.start_s + line.end_s, passage.end_s)), line.text)


def _read_vocabulary(network: Any) -> None:
    """Let openai-whisper read and keep its vocabulary now; it leaves the file open, which Python reports."""
    from whisper.tokenizer import get_tokenizer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        get_tokenizer(network.is_multilingual, num_languages=network.num_languages)
