from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from pydantic import ValidationError

from core.domain.segments import SegmentKind
from core.errors import HostError
from core.settings import Settings, load_settings, save_settings


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    settings = Settings(language="ru", auto_skip=frozenset({SegmentKind.INTRO}), frame_count=8)
    save_settings(settings, tmp_path / "deep" / "settings.json")
    assert load_settings(tmp_path / "deep" / "settings.json") == settings
    assert settings.analysis_options().frame_count == 8


def test_without_a_file_defaults_count(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize("content", ["{broken", '{"language": "klingon"}', '{"workers": 0}', "[]", ""])
def test_a_broken_file_is_kept_aside_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: str
) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content)
    with caplog.at_level(logging.WARNING):
        assert load_settings(file) == Settings()
    assert "cannot be understood" in caplog.text
    assert not file.exists()
    assert [kept.read_text() for kept in tmp_path.glob("settings-broken-*.json")] == [content]


def test_a_key_of_a_newer_program_survives(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"hologram": true}')
    save_settings(load_settings(file), file)
    assert json.loads(file.read_text())["hologram"] is True


def test_a_value_out_of_range_is_refused_when_it_is_set() -> None:
    settings = Settings()
    with pytest.raises(ValidationError):
        settings.frame_count = 0


def test_a_disk_that_refuses_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(HostError, match="taken"):
        save_settings(Settings(), tmp_path / "taken" / "settings.json")
