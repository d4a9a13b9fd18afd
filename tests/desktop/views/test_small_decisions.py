"""The decisions of the window that need no window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.jobs import JobCounts, JobState
from core.domain.tags import TagState, VideoTag
from core.domain.videos import Playback, Presence, Video
from desktop.dialogs.tag_words_dialog import lines_of, words_listed
from desktop.i18n import resolved
from desktop.itemmodels.cards import CardState, card_state, most_specific, watched_share
from desktop.theme import DARK, LIGHT, Colours
from desktop.views.card_delegate import short_reason
from desktop.views.dropped import sorted_out
from desktop.views.empty_state import Emptiness, emptiness
from desktop.views.queue_status import QueueState, Round, queue_status
from desktop.views.tag_field import path_typed


def video(state: Presence = Presence.PRESENT, error: str | None = None) -> Video:
    return Video(1, "i", "t", "/t", state, 100.0, 1, 1, 1, 0.0, None, None, None, error)


@pytest.mark.parametrize(
    ("shown", "jobs", "state"),
    [
        (video(), [], CardState.READY),
        (video(), [JobState.DONE], CardState.READY),
        (video(), [JobState.QUEUED], CardState.WAITING),
        (video(), [JobState.QUEUED, JobState.RUNNING], CardState.ANALYSING),
        (video(error="broken"), [JobState.FAILED], CardState.FAILED),
        (video(error="broken"), [JobState.QUEUED], CardState.WAITING),
        (video(Presence.OFFLINE), [JobState.QUEUED], CardState.OFFLINE),
        (video(Presence.MISSING, "broken"), [], CardState.MISSING),
    ],
)
def test_a_card_says_what_matters_most(shown: Video, jobs: list[JobState], state: CardState) -> None:
    assert card_state(shown, jobs) is state


def test_a_tag_stands_for_those_above_it_unless_the_person_said_them() -> None:
    def tag(state: TagState, *path: str) -> VideoTag:
        return VideoTag(1, "key", path, 0.9, "picture", state, ())

    above = tag(TagState.SUGGESTED, "Animals")
    dogs = tag(TagState.SUGGESTED, "Animals", "Dogs")
    sport = tag(TagState.SUGGESTED, "Sport")
    said = tag(TagState.ADDED, "Animals")
    assert most_specific([above, dogs, sport]) == [dogs, sport]
    assert most_specific([said, dogs]) == [said, dogs]


def test_what_was_watched() -> None:
    assert watched_share(None, 100.0) == 0
    assert watched_share(Playback(1, 25.0, finished=False), 100.0) == pytest.approx(0.25)
    assert watched_share(Playback(1, 0.0, finished=True), 100.0) == 1
    assert watched_share(Playback(1, 25.0, finished=True), 100.0) == pytest.approx(0.25)


def test_an_empty_grid_says_why() -> None:
    assert emptiness(3, folders=0, filtered=True, scanning=True) is None
    assert emptiness(0, folders=0, filtered=False, scanning=False) is Emptiness.NO_FOLDERS
    assert emptiness(0, folders=1, filtered=False, scanning=True) is Emptiness.LOOKING
    assert emptiness(0, folders=1, filtered=False, scanning=False) is Emptiness.NO_VIDEOS
    assert emptiness(0, folders=1, filtered=True, scanning=True) is Emptiness.NO_RESULTS


def test_a_card_names_the_file_and_not_its_folders() -> None:
    failed = replace(video(error="/home/me/a.mp4 is empty: it holds no bytes at all."), path="/home/me/a.mp4")
    assert short_reason(failed) == "a.mp4 is empty: it holds no bytes at all."


def test_the_queue_in_words() -> None:
    def status(queued: int, running: int, *, paused: bool, done: int = 0) -> QueueState:
        counts = JobCounts(queued, running, done, 0, 0)
        return queue_status(counts, paused=paused, share=0.0, rate_per_minute=4.0, left_s=9.0).state

    assert status(0, 0, paused=False) is QueueState.NOTHING
    assert status(0, 0, paused=False, done=1) is QueueState.IDLE
    assert status(2, 0, paused=True) is QueueState.PAUSED
    assert status(2, 1, paused=True) is QueueState.WORKING  # what runs is finished first
    assert status(2, 1, paused=False) is QueueState.WORKING


def test_the_bar_runs_once_from_empty_to_full() -> None:
    shown = Round()
    assert [shown.share(4, 0.0), shown.share(4, 0.5), shown.share(2, 0.0)] == pytest.approx([0, 0.125, 0.5])
    assert shown.share(0, 0.0) == 0
    assert shown.share(1, 0.5) == pytest.approx(0.5)


def test_dropped_things_are_told_apart(tmp_path: Path) -> None:
    folder, file = tmp_path / "films", tmp_path / "film.mp4"
    folder.mkdir()
    file.touch()
    dropped = sorted_out([str(file), str(folder), str(file), str(tmp_path / "gone.mp4"), ""])
    assert dropped.folders == (str(folder),)
    assert dropped.files == (str(file),)


def test_words_of_a_tag() -> None:
    assert words_listed(" puppy, hound\npuppy,, ") == ("puppy", "hound")
    assert lines_of("a dog, in snow\n\n a dog \n a dog") == ("a dog, in snow", "a dog")
    assert path_typed(" Animals › Dogs > Pugs/ ") == "Animals/Dogs/Pugs"


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [("auto", "ru_RU", "ru"), ("auto", "de_DE", "en"), ("en", "ru_RU", "en"), ("ru", "C", "ru")],
)
def test_the_language_follows_choice_then_system(choice: str, system: str, language: str) -> None:
    assert resolved(choice, system) == language


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(colours: Colours) -> None:
    grounds = (colours.window, colours.surface, colours.raised, colours.hover, colours.accent_soft)
    pairs = [(colours.on_accent, colours.accent), (colours.on_accent, colours.accent_hover)]
    pairs += [(colours.text, ground) for ground in (*grounds, colours.bad_soft)]
    pairs += [(colours.muted, ground) for ground in grounds]
    pairs += [
        (tone, colours.surface) for tone in (colours.good, colours.warning, colours.bad, colours.accent)
    ]
    for ink, ground in pairs:
        dark, light = sorted((_luminance(ink), _luminance(ground)))
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
