"""A clip that is copied into a watched folder shows up tagged in the window, and soon."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.paths import HOME_VARIABLE
from core.settings import Settings
from desktop.app import Filmoteka, make_application
from desktop.i18n import install_language
from desktop.itemmodels.cards import Card, CardState
from desktop.itemmodels.video_grid_model import GridRole
from desktop.theme import apply_theme
from tests.fixtures.clips import make_clip

BEYOND_ANALYSIS_S = 15.0


@pytest.fixture
def filmoteka(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Filmoteka]:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    application = make_application()
    settings = Settings()
    theme = apply_theme(application, "light")
    languages = install_language(application, "en")
    filmoteka = Filmoteka(tmp_path / "library.sqlite3", settings, theme, languages)
    (tmp_path / "watched").mkdir()
    filmoteka.library.add_folder(tmp_path / "watched")
    filmoteka.start()
    yield filmoteka
    filmoteka.stop()


@pytest.mark.slow
@pytest.mark.weights
@pytest.mark.timeout(240)
def test_a_copied_clip_is_shown_with_its_tags_soon_after_its_analysis(
    filmoteka: Filmoteka, qtbot: QtBot, tmp_path: Path
) -> None:
    clip = make_clip(tmp_path / "Birthday party with the dog.mp4", seconds=3, size=(320, 240))
    costs_s: list[float] = []
    filmoteka.pool.ended.connect(lambda outcome: costs_s.append(outcome.cost_s))
    qtbot.waitUntil(lambda: bool(filmoteka.scan.watching), timeout=10_000)

    began = time.monotonic()
    shutil.copyfile(clip, tmp_path / "watched" / clip.name)
    qtbot.waitUntil(lambda: any("Birthday" in tags for tags in shown_tags(filmoteka)), timeout=150_000)
    beyond_s = time.monotonic() - began - sum(costs_s)

    assert beyond_s < BEYOND_ANALYSIS_S
    assert [card.state for card in shown_cards(filmoteka)] == [CardState.READY]


def shown_cards(filmoteka: Filmoteka) -> list[Card]:
    """Return the cards of the grid as its model gives them to be painted."""
    model = filmoteka.window.grid_model
    cards = [model.index(row, 0).data(GridRole.CARD) for row in range(model.rowCount())]
    return [card for card in cards if card is not None]


def shown_tags(filmoteka: Filmoteka) -> list[tuple[str, ...]]:
    """Return the tag names on each card."""
    return [card.tags for card in shown_cards(filmoteka)]
