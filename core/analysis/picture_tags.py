"""What the pictures of a video say about each tag of a tree."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.imagenet_map import ClassRecord, load_imagenet_map, tag_weights
from core.analysis.messages import FrameFeatures
from core.analysis.ports import JointEncoder, PictureClassifier, TextEncoder
from core.analysis.stems import is_russian, stems
from core.analysis.taxonomy_file import load_taxonomy
from core.domain.tags import TagNode, Taxonomy
from models.heads import zero_shot
from models.heads.class_to_tag import ClassToTag, strongest_moments

WELL_KNOWN_SHARE = 0.2
"""A tag for which this share of all classes speaks: its absence from the pictures means something."""
SAME_MEANING = 0.85
"""Cosine of two names that mean the same thing to MiniLM: "corgi" and "Pembroke" do not, plural and
singular do."""
MOST_WEIGHED_NAMES = 64
"""A person's own tags are few; the names of a whole imported tree would take half a minute to encode."""
SCENE_ROOTS = frozenset({"nature", "places", "home", "travel"})
"""Trees of the shipped taxonomy whose tags are places: they fill a video, objects and events come and go."""


@dataclass(frozen=True, slots=True)
class PictureHit:
    """A tag that the pictures show, and the moments that show it, strongest first."""

    tag_key: str
    score: float
    evidence_s: tuple[float, ...]


class ClosedClassTags:
    """Tags by a classifier with ImageNet's classes."""

    def __init__(
        self, taxonomy: Taxonomy, classifier: PictureClassifier, english: TextEncoder | None
    ) -> None:
        records = load_imagenet_map()
        self._classifier = classifier
        self._keys = [node.key for node in taxonomy.nodes]
        weights = tag_weights(taxonomy, records)
        _add_own_tags(weights, taxonomy, records, english)
        self._head = ClassToTag(weights, parent_columns(taxonomy))

    @property
    def version(self) -> str:
        return self._classifier.version

    def hits(self, features: FrameFeatures) -> tuple[PictureHit, ...]:
        """Return a hit for every tag of which anything was seen."""
        masses = self._head.frame_masses(self._classifier.class_probabilities(features.vectors))
        scores = self._head.scores(masses)
        return tuple(
            PictureHit(
                self._keys[place], float(scores[place]), strongest_moments(masses[:, place], features.times_s)
            )
            for place in np.flatnonzero(masses.any(axis=0))
        )

    def knows_well(self, key: str) -> bool:
        share = (self._head.weights[:, self._keys.index(key)] > 0).mean()
        return bool(share >= WELL_KNOWN_SHARE)


class ZeroShotTags:
    """Tags by an encoder that puts pictures and prompts into one space."""

    def __init__(self, taxonomy: Taxonomy, encoder: JointEncoder) -> None:
        self._encoder = encoder
        self._keys = [node.key for node in taxonomy.nodes]
        prompts = [(place, text) for place, node in enumerate(taxonomy.nodes) for text in _prompts(node)]
        owners = np.array([place for place, _ in prompts], dtype=np.intp)
        vectors = encoder.encode_texts([text for _, text in prompts])
        self._tags = zero_shot.tag_vectors(vectors, owners, len(self._keys))
        self._parents = parent_columns(taxonomy)
        self._scenes = np.array([key.partition(".")[0] in SCENE_ROOTS for key in self._keys])

    @property
    def version(self) -> str:
        return self._encoder.version

    def hits(self, features: FrameFeatures) -> tuple[PictureHit, ...]:
        """Return a hit for every tag; scores are the model's own probabilities, pooled."""
        frames = features.vectors.astype(np.float32)
        plain = zero_shot.frame_probabilities(frames, self._tags, self._encoder.scale, self._encoder.bias)
        lifted = zero_shot.lift(plain, self._parents)
        scores = zero_shot.pooled(lifted, self._scenes)
        return tuple(
            PictureHit(key, float(scores[place]), strongest_moments(lifted[:, place], features.times_s))
            for place, key in enumerate(self._keys)
        )


def parent_columns(taxonomy: Taxonomy) -> NDArray[np.intp]:
    """Return the column of each node's parent in the order of the tree, -1 for roots."""
    places = {node.key: place for place, node in enumerate(taxonomy.nodes)}
    columns = [places[node.parent] if node.parent is not None else -1 for node in taxonomy.nodes]
    return np.array(columns, dtype=np.intp)


def _prompts(node: TagNode) -> tuple[str, ...]:
    """Return a node's prompts; one that a person made without any is described by its name."""
    return node.prompts or (f"a photo of {node.name_en.casefold()}",)


def _add_own_tags(
    weights: NDArray[np.float32],
    taxonomy: Taxonomy,
    records: tuple[ClassRecord, ...],
    english: TextEncoder | None,
) -> None:
    """Let classes speak for tags that the shipped tree does not know, where the names mean the same."""
    shipped = load_taxonomy()
    own = [node for node in taxonomy.nodes if node.key not in shipped]
    if not own:
        return
    map_weights = tag_weights(shipped, records)
    named = {
        tuple(stems(name)): place
        for place, node in enumerate(shipped.nodes)
        for name in (node.name_en, node.name_ru)  # aliases may be narrower or broader than their tag
    }
    columns = {node.key: place for place, node in enumerate(taxonomy.nodes)}
    meant = english if len(own) <= MOST_WEIGHED_NAMES else None
    same = _classes_called([_names(node) for node in own], records, meant)  # (classes, own)
    for place, node in enumerate(own):
        speaking = same[:, place].astype(np.float32)
        for known in {named.get(tuple(stems(name))) for name in (node.name_en, node.name_ru)} - {None}:
            speaking = np.maximum(speaking, map_weights[:, known])
        for above in taxonomy.lineage(node.key):
            column = columns[above.key]
            weights[:, column] = np.maximum(weights[:, column], speaking)


def _names(node: TagNode) -> tuple[str, ...]:
    return tuple(name for name in (node.name_en, node.name_ru, *node.aliases) if name)


def _classes_called(
    called: list[tuple[str, ...]], records: tuple[ClassRecord, ...], english: TextEncoder | None
) -> NDArray[np.bool_]:
    """Say which classes are called like each tag, or mean the same: ``(classes, tags)``."""
    spoken = [{tuple(stems(name)) for name in names} for names in called]
    same = np.array([[tuple(stems(record.name)) in names for names in spoken] for record in records])
    latin = [(place, name) for place, names in enumerate(called) for name in names if not is_russian(name)]
    if english is not None and latin:
        classes = english.encode_texts([record.name for record in records])
        near = classes @ english.encode_texts([name for _, name in latin]).T >= SAME_MEANING
        for column, (place, _) in enumerate(latin):
            same[:, place] |= near[:, column]
    return same
