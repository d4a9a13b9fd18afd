"""Reads series, season and episode from a path, and a title for people.

guessit is asked only about names that look like an episode: it costs some 17 ms a name, and it sees a season
in ``IMG_1234``.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePath

from core.domain.videos import EpisodeName
from core.library.name_words import clean_title, is_camera_name, is_season_folder, normal

_log = logging.getLogger(__name__)
_LOOKS_LIKE_EPISODE = re.compile(
    r"""(?ix)
      (?<![^\W_]) s\d{1,2} [ ._-]* e\d{1,3} (?!\d)
    | (?<!\w) \d{1,2}x\d{2,3} (?!\w)
    | (?<![^\W_]) (?: season | сезон ) [ ._-]* \d{1,2} (?!\d) | (?<!\w) \d{1,2} [ ._-]* (?: season | сезон )
    | (?<![^\W_]) (?: episode | ep | серия | эпизод | выпуск ) [ ._-]* \d{1,4} (?!\d)
    | (?<!\w) \d{1,4} (?: -[йяе] )? [ ._-]* (?: серия | эпизод | выпуск ) (?!\w)
    | ^ \[ [^\]]+ \] .* [ _] - [ _] \d{2,4} (?: v\d )? (?!\w)
    """
)
_NUMBERED = re.compile(r"(?i)^(?:e|ep|№|#)?[ ._-]*\d{1,3}(?!\d)|(?<!\d)\d{1,3}$")
_SPECIALS = re.compile(r"(?i)^specials?$")
_LEVELS = 3
"""Series, season folder and file: more folders only mislead."""


def episode_name(path: str) -> EpisodeName:
    """Return what the path says about the video."""
    return _of_tail(PurePath(path).parts[-_LEVELS:])


@lru_cache(maxsize=8192)
def _of_tail(parts: tuple[str, ...]) -> EpisodeName:
    names = tuple(normal(part) for part in parts if part.strip("/\\"))
    stem = PurePath(names[-1]).stem
    title = clean_title(stem)
    if is_camera_name(stem) or not _looks_like_episode(names, stem):
        return EpisodeName(title)
    return _episode(names, title)


def _looks_like_episode(names: tuple[str, ...], stem: str) -> bool:
    if _LOOKS_LIKE_EPISODE.search(stem):
        return True
    return len(names) > 1 and _in_season(names[-2]) and bool(_NUMBERED.search(stem))


def _in_season(folder: str) -> bool:
    return is_season_folder(folder) or bool(
        re.search(r"(?i)(?:season|сезон)[ ._-]*\d|\d[ ._-]*(?:season|сезон)", folder)
    )


def _episode(names: tuple[str, ...], title: str) -> EpisodeName:
    # A third of a second that a library without series never pays.
    from guessit.api import GuessitException, guessit

    # Only folders that belong to the series are told: a folder of another kind would become its name.
    told = names if len(names) > 1 and _in_season(names[-2]) else names[-1:]
    try:
        found: Mapping[str, object] = guessit("/".join(told), {"type": "episode"})
    except GuessitException:
        _log.warning("guessit fails on the name %r; it is shown as it is.", names[-1], exc_info=True)
        return EpisodeName(title)
    series, season, episode = _text(found, "title"), _number(found, "season"), _number(found, "episode")
    if len(names) > 1 and _SPECIALS.match(names[-2]):
        series, season = (clean_title(names[-3]) if len(names) > 2 else None), 0
    if episode is None:
        return EpisodeName(title)
    if series is None and len(names) > 1 and not _in_season(names[-2]):
        series = clean_title(names[-2])  # ``Our Show/Episode 3.mp4``
    if season is None and series is not None:
        season = 1
    episode_title = _text(found, "episode_title")
    shown = _shown_title(series, season, episode, episode_title) if series else title
    return EpisodeName(shown, series, season, episode, episode_title)


def _shown_title(series: str, season: int | None, episode: int, episode_title: str | None) -> str:
    number = f"{series} S{1 if season is None else season:02d}E{episode:02d}"
    return f"{number} {episode_title}" if episode_title else number


def _text(found: Mapping[str, object], key: str) -> str | None:
    value = found.get(key)
    return str(value) if isinstance(value, str) and value.strip() else None


def _number(found: Mapping[str, object], key: str) -> int | None:
    """Return the number, of several (a double episode) the first."""
    value = found.get(key)
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, int) else None
