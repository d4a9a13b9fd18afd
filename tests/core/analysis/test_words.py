from __future__ import annotations

import pytest

from core.analysis.taxonomy_file import load_taxonomy
from core.analysis.words import WordIndex
from core.domain.segments import TranscriptLine
from core.domain.tags import TagNode, Taxonomy


@pytest.fixture(scope="module")
def index() -> WordIndex:
    return WordIndex(load_taxonomy())


def found(index: WordIndex, name: str) -> set[str]:
    return {hit.tag_key for hit in index.in_name(name)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("День рождения Маши 2019", {"celebrations.birthday"}),
        ("birthday_party.MOV", {"celebrations.birthday"}),
        ("BirthdayParty", {"celebrations.birthday"}),
        ("armwrestling", {"sports.martial"}),
        ("sculpture carved, wood carving", {"hobbies.sculpture"}),
        ("Рыбалка с дедушкой", {"hobbies.fishing", "family.grandparents"}),
        ("Wedding of Anna & Tom", {"celebrations.wedding"}),
        ("Dancing in the rain", {"music.dance", "nature.rain"}),
        ("выгуливаем собаку", {"animals.dogs"}),
    ],
)
def test_a_name_that_tells_is_understood(index: WordIndex, name: str, expected: set[str]) -> None:
    assert found(index, name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "IMG_1234",
        "VID_20200101_120000",
        "test",
        "sample video",
        "example",
        "my movie final copy",
        "portrait 4k60",
        "landscape",
        "новое видео",
        "фильм",
        "Breaking.Bad.S01E02.1080p.x264",
        "Лев Толстой",
        "Соколов и Волков",
        "category",
        "carpet",
        "Iceland",
    ],
)
def test_a_name_that_says_nothing_gives_no_tag(index: WordIndex, name: str) -> None:
    assert found(index, name) == set()


def test_a_longer_phrase_takes_its_words_away_from_shorter_ones(index: WordIndex) -> None:
    assert found(index, "teddy bear") == {"toys.plush"}
    assert found(index, "toy car") == {"toys.figures"}


def test_a_phrase_is_surer_than_a_word(index: WordIndex) -> None:
    (phrase,), (word,) = index.in_name("ice skating"), index.in_name("skating")
    assert phrase.tag_key == word.tag_key == "sports.skating"
    assert phrase.score > word.score


def test_the_narrower_tag_wins_a_word_that_two_names_share() -> None:
    tree = Taxonomy(
        (TagNode("m", None, "Music & dance", "Музыка и танцы"), TagNode("m.d", "m", "Dance", "Танцы"))
    )
    index = WordIndex(tree)
    assert found(index, "dance") == {"m.d"}
    assert found(index, "music") == {"m"}


def test_tags_that_a_person_made_are_found_by_their_name() -> None:
    index = WordIndex(Taxonomy((TagNode("own", None, "Model rockets", "", ("Estes",)),)))
    assert found(index, "estes launch") == {"own"}
    assert found(index, "our model rocket") == {"own"}


def lines(*texts: str) -> list[TranscriptLine]:
    return [TranscriptLine(2.0 * place, 2.0 * place + 1, text) for place, text in enumerate(texts)]


def test_a_word_said_once_is_no_topic_and_one_said_again_and_again_is(index: WordIndex) -> None:
    (once,) = index.in_speech(lines("look at the dog", "yes", "no"))
    assert once.score < 0.5
    (often,) = index.in_speech(lines("look at the dog", "the dog runs", "yes", "good dogs", "a dog again"))
    assert often.tag_key == "animals.dogs"
    assert often.score >= 0.5
    assert often.evidence_s == (0.0, 2.0, 6.0, 8.0)


def test_in_a_long_talk_more_mentions_are_needed(index: WordIndex) -> None:
    talk = lines(*["the dog"] * 4, *["something else"] * 496)
    (hit,) = index.in_speech(talk)
    assert hit.score < 0.5
