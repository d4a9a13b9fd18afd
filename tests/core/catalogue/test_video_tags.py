from __future__ import annotations

import pytest

from core.catalogue.catalogue import Catalogue
from core.domain.tags import TagPrediction, TagState
from tests.core.catalogue.conftest import add_video

DOGS = TagPrediction("animals.dogs", 0.9, "picture", (1.0, 5.0))
POODLES = TagPrediction("animals.dogs.poodles", 0.8, "picture")
SPORTS = TagPrediction("sports", 0.3, "name")


class Tagged:
    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.video = add_video(catalogue)
        with catalogue.read() as view:
            self.ids = view.tag_tree.ids_by_key()

    def run(self, *predictions: TagPrediction) -> None:
        with self.catalogue.write() as edit:
            edit.video_tags.replace_predictions(self.video, predictions)

    def say(self, key: str, state: TagState | None) -> None:
        with self.catalogue.write() as edit:
            edit.video_tags.say([self.video], self.ids[key], state)

    def shown(self) -> dict[str, TagState]:
        with self.catalogue.read() as view:
            return {tag.tag_key: tag.state for tag in view.video_tags.of_video(self.video)}


@pytest.fixture
def tagged(catalogue: Catalogue) -> Tagged:
    return Tagged(catalogue)


def test_what_a_person_said_outlives_every_run(tagged: Tagged) -> None:
    tagged.run(DOGS, POODLES)
    tagged.say("animals.dogs", TagState.ACCEPTED)
    tagged.say("animals.dogs.poodles", TagState.REJECTED)
    tagged.say("sports", TagState.ADDED)
    expected = {"animals.dogs": TagState.ACCEPTED, "sports": TagState.ADDED}
    assert tagged.shown() == expected
    tagged.run()
    assert tagged.shown() == expected
    tagged.run(DOGS, POODLES, SPORTS)
    assert tagged.shown() == expected


def test_a_rejected_tag_takes_suggestions_below_it_along(tagged: Tagged) -> None:
    tagged.say("animals.dogs", TagState.REJECTED)
    tagged.run(DOGS, POODLES)
    assert tagged.shown() == {}
    tagged.say("animals.dogs.poodles", TagState.ADDED)
    assert tagged.shown() == {"animals.dogs.poodles": TagState.ACCEPTED}
    tagged.say("animals.dogs", None)
    assert tagged.shown()["animals.dogs"] is TagState.SUGGESTED


def test_accepting_what_no_model_said_is_adding(tagged: Tagged) -> None:
    tagged.say("sports", TagState.ACCEPTED)
    assert tagged.shown() == {"sports": TagState.ADDED}


def test_the_threshold_hides_and_shows_suggestions_but_no_word_of_the_person(tagged: Tagged) -> None:
    tagged.run(DOGS, SPORTS)
    tagged.say("animals", TagState.ADDED)
    assert set(tagged.shown()) == {"animals", "animals.dogs"}
    with tagged.catalogue.write() as edit:
        edit.video_tags.set_threshold(0.2)
    assert set(tagged.shown()) == {"animals", "animals.dogs", "sports"}
    with tagged.catalogue.write() as edit:
        edit.video_tags.set_threshold(0.95)
    assert set(tagged.shown()) == {"animals"}


def test_a_tag_tells_its_path_score_source_and_moments(tagged: Tagged) -> None:
    tagged.run(DOGS)
    tagged.say("animals.dogs", TagState.REJECTED)
    with tagged.catalogue.read() as view:
        assert view.video_tags.of_video(tagged.video) == ()
        (refused,) = view.video_tags.of_video(tagged.video, language="ru", rejected=True)
    assert refused.path == ("Животные", "Собаки")
    assert (refused.state, refused.source, refused.evidence_s) == (TagState.REJECTED, "picture", (1.0, 5.0))


def test_deleting_a_tag_takes_it_from_the_videos_and_restoring_brings_it_back(tagged: Tagged) -> None:
    tagged.run(DOGS, POODLES)
    tagged.say("animals.dogs", TagState.ACCEPTED)
    before = tagged.shown()
    with tagged.catalogue.write() as edit:
        gone = edit.tag_tree.delete(tagged.ids["animals"])
    assert tagged.shown() == {}
    with tagged.catalogue.read() as view:
        assert view.search.tag_counts() == {}
    with tagged.catalogue.write() as edit:
        edit.tag_tree.restore(gone)
    assert tagged.shown() == before


def test_a_tag_moved_below_a_refused_one_is_hidden(tagged: Tagged) -> None:
    tagged.run(DOGS)
    tagged.say("sports", TagState.REJECTED)
    assert set(tagged.shown()) == {"animals.dogs"}
    with tagged.catalogue.write() as edit:
        edit.tag_tree.move(tagged.ids["animals.dogs"], tagged.ids["sports"])
    assert tagged.shown() == {}


def test_a_tag_below_a_deleted_one_is_on_no_video_until_both_are_back(tagged: Tagged) -> None:
    tagged.run(DOGS, POODLES)
    tagged.say("animals.dogs.poodles", TagState.ACCEPTED)
    before = tagged.shown()
    with tagged.catalogue.write() as edit:
        dogs = edit.tag_tree.delete(tagged.ids["animals.dogs"])
        animals = edit.tag_tree.delete(tagged.ids["animals"])
        edit.tag_tree.restore(dogs)
    tagged.run(DOGS, POODLES)
    assert tagged.shown() == {}
    with tagged.catalogue.read() as view:
        assert view.search.tag_counts() == {}
    with tagged.catalogue.write() as edit:
        edit.tag_tree.restore(animals)
    assert tagged.shown() == before
