"""Texts as unit vectors: English sentences by a small transformer, Russian words by their averages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from models.encoders.bert import BertEncoder
from models.fingerprint import file_fingerprint
from models.threads import bounded_threads

_LONGEST_PIECES = 256  # of all-MiniLM-L6-v2, its sentence_bert_config.json; what is longer is cut off
_BATCH = 32
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SMOOTHING = 1e-3


class MiniLmEncoder:
    """all-MiniLM-L6-v2 (Apache-2.0): English sentences up to 256 word pieces, ``(N, 384)``."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Read ``config.json``, ``tokenizer.json`` and ``model.safetensors``; no hub is asked."""
        from tokenizers import Tokenizer

        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST_PIECES)
        self._tokenizer.no_padding()
        self._silent = {self._tokenizer.token_to_id(piece) for piece in ("[CLS]", "[SEP]", "[UNK]", "[PAD]")}
        self._network = BertEncoder.from_folder(folder)
        self._width = self._network.norm.normalized_shape[0]
        self._threads = threads
        self._version = f"minilm-{file_fingerprint(folder / 'model.safetensors')}"

    @property
    def version(self) -> str:
        """Name and digest of the weights."""
        return self._version

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return ``(N, 384)`` float32 of unit length; zero rows where a text holds no known word piece."""
        vectors = np.zeros((len(texts), self._width), np.float32)
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        said = [row for row, pieces in enumerate(ids) if not self._silent.issuperset(pieces)]
        said.sort(key=lambda row: len(ids[row]))  # texts of like length share a batch: little padding
        with bounded_threads(self._threads), torch.inference_mode():
            for start in range(0, len(said), _BATCH):
                rows = said[start : start + _BATCH]
                vectors[rows] = self._sentences([ids[row] for row in rows]).numpy()
        return vectors

    def _sentences(self, ids: list[list[int]]) -> torch.Tensor:
        longest = max(map(len, ids))
        padded = torch.tensor([pieces + [0] * (longest - len(pieces)) for pieces in ids])  # (n, L)
        lengths = torch.tensor([len(pieces) for pieces in ids])
        real = torch.arange(longest) < lengths[:, None]  # (n, L)
        states = self._network(padded, real) * real[..., None]  # (n, L, 384)
        return torch.nn.functional.normalize(states.sum(dim=1) / lengths[:, None])  # (n, 384)


class NavecEncoder:
    """navec's 250,000 Russian words (MIT): a text is the average of its words, rare words weighing more.

    What all words have in common is taken away first; without both, unlike texts look alike
    (Arora et al. 2017, "A simple but tough-to-beat baseline for sentence embeddings").
    """

    def __init__(self, path: Path) -> None:
        """Read navec's tar file."""
        from navec import Navec

        self._words: Any = Navec.load(str(path))
        shares = np.array(self._words.vocab.counts, np.float64)
        shares /= shares.sum()
        self._weights = _SMOOTHING / (_SMOOTHING + shares)  # (words,)
        self._common = self._mean_vector(self._weights * shares)  # (300,)
        self._version = f"navec-{file_fingerprint(path)}-smooth1"

    @property
    def version(self) -> str:
        """Name and digest of the vectors, and how they are averaged."""
        return self._version

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return ``(N, 300)`` float32 of unit length; zero rows where a text holds no known word."""
        vectors = np.zeros((len(texts), self._common.size), np.float32)
        for row, text in enumerate(texts):
            for index in self._known_words(text):
                vectors[row] += self._weights[index] * (self._words.pq[index] - self._common)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: NDArray[np.float32] = np.divide(vectors, lengths, where=lengths > 0, out=np.zeros_like(vectors))
        return unit

    def _known_words(self, text: str) -> list[int]:
        vocabulary = self._words.vocab.word_ids
        found: list[int] = []
        for word in _WORD.findall(text.lower()):
            forms = next((form for form in (word, word.replace("ё", "е")) if form in vocabulary), None)
            parts = [forms] if forms else [part for part in word.split("-") if part in vocabulary]
            found.extend(vocabulary[part] for part in parts)
        return found

    def _mean_vector(self, weights: NDArray[np.float64]) -> NDArray[np.float32]:
        """Average all words as they are stored: per 3 dimensions one of 256 codes a word."""
        codes, chosen = self._words.pq.codes, self._words.pq.indexes  # (100, 256, 3), (words, 100)
        shares = weights / weights.sum()
        means = [
            np.bincount(chosen[:, place], weights=shares, minlength=len(table)) @ table
            for place, table in enumerate(codes)
        ]
        return np.concatenate(means).astype(np.float32)  # (300,)
