"""Zero-shot scores of tags in a joint space of pictures and texts (CLIP, SigLIP).

The vectors of a tag's prompts are averaged; ``sigmoid(scale * cosine + bias)`` is the probability of a tag
in a frame, with the model's own scale and bias. CLIP models know no bias: ``softmax_bias`` stands in for
it. Children are weighed by their parents (CHiLS, arXiv 2302.02551), places and topics are pooled by the
mean over all frames, objects and events by the mean over the strongest.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.heads.class_to_tag import strongest_mean

Floats = NDArray[np.float32]

STRONGEST_SHARE = 0.25


def tag_vectors(prompt_vectors: Floats, owners: NDArray[np.intp], tags: int) -> Floats:
    """Average unit vectors of prompts ``(P, D)`` by the tag that owns each, and normalise: ``(tags, D)``.

    A tag without prompts gets a zero row.
    """
    sums = np.zeros((tags, prompt_vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, owners, prompt_vectors)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(np.divide(sums, lengths, out=sums, where=lengths > 0), dtype=np.float32)


def frame_probabilities(frames: Floats, tags: Floats, scale: float, bias: float) -> Floats:
    """Return ``sigmoid(scale * cosine + bias)`` of frames ``(N, D)`` and tag vectors ``(T, D)``: ``(N, T)``.

    Frames are normalised here; a tag with a zero vector has probability 0.
    """
    lengths = np.maximum(np.linalg.norm(frames, axis=1, keepdims=True), 1e-12)
    cosines = (frames / lengths) @ tags.T
    probabilities = 1.0 / (1.0 + np.exp(-np.clip(scale * cosines + bias, -60.0, 60.0)))
    return np.asarray(np.where(tags.any(axis=1), probabilities, 0.0), dtype=np.float32)


def softmax_bias(frames: Floats, background: Floats, scale: float) -> float:
    """Return the bias that turns a softmax model into one of yes and no.

    It is the log of the partition over ``background`` texts ``(B, D)``, negated and averaged over frames: a
    tag then has even odds where it is as likely as all the background together.
    """
    lengths = np.maximum(np.linalg.norm(frames, axis=1, keepdims=True), 1e-12)
    logits = scale * (frames / lengths) @ background.T  # (N, B)
    peak = logits.max(axis=1, keepdims=True)
    partition = peak[:, 0] + np.log(np.exp(logits - peak).sum(axis=1))
    return -float(partition.mean())


def lift(probabilities: Floats, parents: NDArray[np.intp]) -> Floats:
    """Weigh children by their parents and lift parents to their children, ``(N, T)`` to ``(N, T)``.

    ``parents[t]`` is the column of the parent or -1; parents stand before their children. A child keeps the
    geometric mean of its own and its parent's probability; a parent is at least as probable as its
    likeliest child.
    """
    lifted = probabilities.copy()
    for tag, parent in enumerate(parents):
        if parent >= 0:
            lifted[:, tag] = np.sqrt(
                probabilities[:, tag] * np.maximum(probabilities[:, parent], probabilities[:, tag] ** 2)
            )
    for tag in range(len(parents) - 1, -1, -1):
        if parents[tag] >= 0:
            lifted[:, parents[tag]] = np.maximum(lifted[:, parents[tag]], lifted[:, tag])
    return lifted


def pooled(probabilities: Floats, scenes: NDArray[np.bool_]) -> Floats:
    """Pool ``(N, T)`` over time to ``(T,)``: scenes by the mean, everything else by its strongest frames."""
    if not len(probabilities):
        return np.zeros(probabilities.shape[1], dtype=np.float32)
    strongest = strongest_mean(probabilities, STRONGEST_SHARE)
    return np.asarray(np.where(scenes, probabilities.mean(axis=0), strongest), dtype=np.float32)
