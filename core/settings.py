"""What a person chose, kept in one small file of their own."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.analysis.messages import AnalysisOptions
from core.atomic_write import write_whole
from core.domain.segments import SegmentKind
from core.errors import HostError
from core.paths import config_home

_log = logging.getLogger(__name__)
_DEFAULTS = AnalysisOptions()


def settings_file() -> Path:
    """Return where the settings lie."""
    return config_home() / "settings.json"


def _cores() -> int:
    return os.cpu_count() or 1


class Settings(BaseModel):
    """May be changed; a value out of its range is refused. Keys of a newer program are kept."""

    model_config = ConfigDict(extra="allow", validate_assignment=True)

    language: Literal["auto", "en", "ru"] = "auto"
    theme: Literal["auto", "light", "dark"] = "auto"
    auto_skip: frozenset[SegmentKind] = frozenset()
    picture_encoder: str = Field(default=_DEFAULTS.picture_encoder, min_length=1)
    speech_model: str = Field(default=_DEFAULTS.speech_model, min_length=1)
    frame_count: int = Field(default=_DEFAULTS.frame_count, ge=1, le=256)
    max_speech_s: float = Field(default=_DEFAULTS.max_speech_s, ge=0, le=86_400)
    workers: int = Field(default_factory=lambda: 1 if _cores() < 8 else 2, ge=1, le=16)
    unload_after_s: float = Field(default=90.0, ge=1, le=86_400)

    def analysis_options(self, workers: int | None = None) -> AnalysisOptions:
        """Return what steers an analysis; the processor's cores are shared by so many workers."""
        return AnalysisOptions(
            picture_encoder=self.picture_encoder,
            speech_model=self.speech_model,
            frame_count=self.frame_count,
            max_speech_s=self.max_speech_s,
            threads=max(1, _cores() // (workers or self.workers) - 1),
        )


def load_settings(file: Path | None = None) -> Settings:
    """Read the settings; a file that cannot be understood is kept under another name and defaults count."""
    file = file or settings_file()
    try:
        return Settings.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        _log.warning("The settings %s cannot be read (%s); defaults are used.", file, error.strerror)
    except ValidationError as error:
        aside = file.with_name(f"{file.stem}-broken-{time.strftime('%Y%m%d-%H%M%S')}{file.suffix}")
        _log.warning(
            "The settings %s cannot be understood (%s). They are kept as %s; defaults are used.",
            file,
            _fault(error),
            aside.name,
        )
        _set_aside(file, aside)
    return Settings()


def save_settings(settings: Settings, file: Path | None = None) -> None:
    """Write the settings whole. Raises HostError where the disk refuses."""
    file = file or settings_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, settings.model_dump_json(indent=2).encode() + b"\n")
    except OSError as error:
        raise HostError(f"The settings cannot be kept in {file}: {error.strerror}.") from error


def _fault(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


def _set_aside(file: Path, aside: Path) -> None:
    try:
        file.replace(aside)
    except OSError as error:
        _log.warning("%s cannot be renamed: %s", file, error.strerror)
