from __future__ import annotations

import pytest

from core.library.name_words import name_text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/home/ann/Videos/dogs_in_the_park.mp4", "dogs in the park"),
        ("/Users/bob/Movies/Brother.2.2000.BluRay.1080p.mkv", "Brother 2 (2000)"),
        ("/data/Видео/Дача/2019/Собака на даче.mp4", "Собака на даче, Дача"),
        ("/mnt/usb/Birthday of Anna/DCIM/IMG_1234.MOV", "Birthday of Anna"),
        ("/mnt/usb/DCIM/100MEDIA/DJI_0042.MP4", ""),
        ("/v/Trips/Rome/3 - old town.mp4", "old town, Rome, Trips"),
        ("/v/a/b/Trips/Rome/Food/pasta.mp4", "pasta, Food, Rome"),
        ("/v/Show/Season 1/03 - Pilot.mkv", "Pilot, Show"),
        ("/srv/Cooking/Cooking pasta.mp4", "Cooking pasta"),
    ],
)
def test_the_tagger_is_told_the_words_that_say_something(path: str, words: str) -> None:
    assert name_text(path) == words


def test_the_own_home_folder_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/export/people/ann")
    assert name_text("/export/people/ann/Clips/sea.mp4") == "sea"
