"""The only door to ``models``: builds each network when a file first needs it.

Runs inside the analysis process; the window's process never imports what is imported here.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.analysis.messages import AnalysisOptions
from core.analysis.pipeline import AnalysisPipeline, VideoTagger
from core.analysis.ports import Engine, TextEncoder, Transcriber
from core.analysis.weights import ModelStore
from core.errors import WeightsError
from core.log import set_up_log

if TYPE_CHECKING:
    from models.encoders.efficientnet import EfficientNetLite2
    from models.encoders.open_clip import OpenClipEncoder

_log = logging.getLogger(__name__)
EMBEDDED_PICTURES = "efficientnet-lite2"
_ENGLISH_TEXT = "all-minilm-l6-v2"
_RUSSIAN_TEXT = "navec"


@dataclass(frozen=True, slots=True)
class MakeEngine:
    """Builds the engine; travels to the analysis process, where it is called."""

    models_home: Path

    def __call__(self) -> Engine:
        set_up_log()  # what the models warn of belongs into the program's log
        return AnalysisPipeline(LoadedSenses(ModelStore(self.models_home)))


class LoadedSenses:
    """Satisfies ``Senses``: keeps each model that was loaded until other options ask for another one."""

    def __init__(self, store: ModelStore) -> None:
        self._store = store
        self._pictures: tuple[str, EfficientNetLite2 | OpenClipEncoder] | None = None
        self._speech: tuple[str, Transcriber] | None = None
        self._tagger: tuple[str, VideoTagger] | None = None

    def picture_encoder(self, options: AnalysisOptions) -> EfficientNetLite2 | OpenClipEncoder:
        """Return the encoder that the options name. Raises WeightsError where its weights are missing."""
        name = options.picture_encoder
        if self._pictures is None or self._pictures[0] != name:
            self._pictures = (name, self._load_pictures(name, options.threads))
        return self._pictures[1]

    def transcriber(self, options: AnalysisOptions) -> Transcriber:
        """Return the transcriber that the options name. Raises WeightsError where its weights are missing."""
        name = options.speech_model
        if self._speech is None or self._speech[0] != name:
            self._speech = (name, self._load_speech(name, options.threads))
        return self._speech[1]

    def tagger(self, options: AnalysisOptions) -> VideoTagger:
        """Return the tagger over the encoder that the options name."""
        name = options.picture_encoder
        if self._tagger is None or self._tagger[0] != name:
            self._tagger = (name, self._build_tagger(options))
        return self._tagger[1]

    def _load_pictures(self, name: str, threads: int) -> EfficientNetLite2 | OpenClipEncoder:
        if name == EMBEDDED_PICTURES:
            from models.encoders.efficientnet import EfficientNetLite2

            return EfficientNetLite2(self._store.path(name), threads)
        from models.encoders.open_clip import OpenClipEncoder

        return OpenClipEncoder(self._store.path(name), threads=threads)

    def _load_speech(self, name: str, threads: int) -> Transcriber:
        path = self._store.path(name)
        if name.startswith("openai-whisper"):
            from models.encoders.speech import OpenAiWhisperTranscriber

            return OpenAiWhisperTranscriber(path, threads)
        from models.encoders.speech import FasterWhisperTranscriber

        return FasterWhisperTranscriber(path, threads)

    def _build_tagger(self, options: AnalysisOptions) -> VideoTagger:
        from core.analysis.tagger import Tagger
        from models.encoders.efficientnet import EfficientNetLite2

        encoder = self.picture_encoder(options)
        english = self._text(_ENGLISH_TEXT, options.threads)
        russian = self._text(_RUSSIAN_TEXT, options.threads)
        if isinstance(encoder, EfficientNetLite2):
            return Tagger(classifier=encoder, english=english, russian=russian)
        return Tagger(joint=encoder, english=english, russian=russian)

    def _text(self, name: str, threads: int) -> TextEncoder | None:
        """Return a text encoder; without one the words are matched by their letters alone."""
        try:
            path = self._store.path(name)
        except WeightsError:
            _log.warning("the text encoder %s is not there; names are matched by their letters alone", name)
            return None
        from models.encoders.text import MiniLmEncoder, NavecEncoder

        return NavecEncoder(path) if name == _RUSSIAN_TEXT else MiniLmEncoder(path, threads)
