"""Figures as people read them."""

from __future__ import annotations

import pytest

from desktop.views.figures import clock_text, count_text, resolution_name, size_text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (59.4, "0:59"), (75, "1:15"), (3675, "1:01:15"), (-3, "0:00")]
)
def test_clock(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


@pytest.mark.parametrize(
    ("size", "language", "text"),
    [
        (0, "en", "0 B"),
        (1536, "en", "1.5 KB"),
        (1536, "ru", "1,5 КБ"),
        (700 * 1024**2, "en", "700 MB"),
        (3 * 1024**5, "ru", "3072 ТБ"),
    ],
)
def test_size(size: int, language: str, text: str) -> None:
    assert size_text(size, language) == text


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [
        (3840, 2160, "4K"),
        (1920, 800, "1080p"),
        (1080, 1920, "1080p"),
        (1280, 720, "720p"),
        (720, 576, "480p"),
        (320, 240, ""),
        (None, None, ""),
    ],
)
def test_resolution(width: int | None, height: int | None, name: str) -> None:
    assert resolution_name(width, height) == name


def test_counts_are_grouped_as_the_language_does() -> None:
    assert count_text(12345) == "12,345"
    assert count_text(12345, "ru") == "12\u00a0345"
