"""One video's tags from everything known about it: frames, name, subtitles, speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.analysis.meaning import MeaningIndex
from core.analysis.messages import FrameFeatures
from core.analysis.picture_tags import ClosedClassTags, PictureHit, ZeroShotTags
from core.analysis.ports import JointEncoder, PictureClassifier, TextEncoder
from core.analysis.words import WordHit, WordIndex
from core.domain.segments import TranscriptLine
from core.domain.tags import TagPrediction, Taxonomy

FLOOR = 0.1
"""Tags below this score are not worth keeping."""
MOST_EVIDENCE = 5
FOLDER_TRUST = 0.8
"""A folder's name is about most of its files, not about each."""
CONTRADICTED = 0.5
"""What remains of a name's score where the pictures speak against it."""
UNSEEN = 0.1


@dataclass(frozen=True, slots=True)
class Hit:
    """What one sense says about one tag."""

    tag_key: str
    score: float
    sense: str
    evidence_s: tuple[float, ...]


class Tagger:
    """Puts the senses together; keeps what it computed about the last tree it saw.

    ``classifier`` and ``joint`` read the frame vectors that they made themselves, told by
    ``FrameFeatures.encoder``; vectors of another encoder are not understood and leave the words alone to
    speak.
    """

    def __init__(
        self,
        classifier: PictureClassifier | None = None,
        joint: JointEncoder | None = None,
        english: TextEncoder | None = None,
        russian: TextEncoder | None = None,
    ) -> None:
        self._classifier, self._joint = classifier, joint
        self._english, self._russian = english, russian
        self._tree: _Tree | None = None

    def tags(
        self,
        taxonomy: Taxonomy,
        features: FrameFeatures | None,
        name_text: str,
        transcript: Sequence[TranscriptLine] = (),
    ) -> tuple[TagPrediction, ...]:
        """Return all tags that score at least ``FLOOR``, ancestors included, the surest first.

        ``name_text`` is the cleaned name of the file and, after commas, of its folders; ``transcript`` holds
        subtitles or speech.
        """
        tree = self._tree_of(taxonomy)
        pictures = tree.pictures(features)
        seen = {hit.tag_key: hit.score for hit in pictures}
        hits = [Hit(hit.tag_key, hit.score, "picture", hit.evidence_s) for hit in pictures]
        for place, part in enumerate(name_text.split(", ")):
            for hit in tree.in_name(part):
                against = features is not None and tree.speaks_against(hit.tag_key, seen)
                trust = (CONTRADICTED if against else 1.0) * (FOLDER_TRUST if place else 1.0)
                hits.append(Hit(hit.tag_key, hit.score * trust, "name", ()))
        hits += [Hit(hit.tag_key, hit.score, "words", hit.evidence_s) for hit in tree.in_speech(transcript)]
        return tuple(fuse(taxonomy, hits))

    def _tree_of(self, taxonomy: Taxonomy) -> _Tree:
        if self._tree is None or self._tree.fingerprint != taxonomy.fingerprint:
            self._tree = _Tree(taxonomy, self._classifier, self._joint, self._english, self._russian)
        return self._tree


class _Tree:
    """Everything derived from one tag tree."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        classifier: PictureClassifier | None,
        joint: JointEncoder | None,
        english: TextEncoder | None,
        russian: TextEncoder | None,
    ) -> None:
        self.fingerprint = taxonomy.fingerprint
        self._taxonomy = taxonomy
        self._words = WordIndex(taxonomy)
        encoders = ((english, False), (russian, True))
        self._meanings = [MeaningIndex(taxonomy, encoder, is_ru) for encoder, is_ru in encoders if encoder]
        self._closed = ClosedClassTags(taxonomy, classifier, english) if classifier else None
        self._zero_shot = ZeroShotTags(taxonomy, joint) if joint else None

    def pictures(self, features: FrameFeatures | None) -> tuple[PictureHit, ...]:
        for reader in (self._closed, self._zero_shot):
            if features is not None and reader is not None and reader.version == features.encoder:
                return reader.hits(features)
        return ()

    def in_name(self, name: str) -> Iterator[WordHit]:
        yield from self._words.in_name(name)
        for meaning in self._meanings:
            yield from meaning.in_name(name)

    def in_speech(self, lines: Sequence[TranscriptLine]) -> Iterator[WordHit]:
        yield from self._words.in_speech(lines)
        for meaning in self._meanings:
            yield from meaning.in_speech(lines)

    def speaks_against(self, key: str, seen: dict[str, float]) -> bool:
        """Say whether pictures that would show a tag do not: the network knows hundreds of animals."""
        if self._closed is None:
            return False
        root = list(self._taxonomy.lineage(key))[-1].key
        return self._closed.knows_well(root) and seen.get(root, 0.0) < UNSEEN


def fuse(taxonomy: Taxonomy, hits: Iterable[Hit]) -> Iterator[TagPrediction]:
    """Put the senses together: noisy-or between senses, the best within one, and ancestors at least as sure.

    Yields what reaches ``FLOOR``, the surest first, equals in the order of the tree.
    """
    found: dict[str, dict[str, Hit]] = {}
    for hit in hits:
        for node in taxonomy.lineage(hit.tag_key):
            senses = found.setdefault(node.key, {})
            if hit.sense not in senses or hit.score > senses[hit.sense].score:
                senses[hit.sense] = hit
    order = {node.key: place for place, node in enumerate(taxonomy.nodes)}
    predictions = [_prediction(key, senses) for key, senses in found.items()]
    predictions.sort(key=lambda tag: (-tag.score, order[tag.tag_key]))
    return (tag for tag in predictions if tag.score >= FLOOR)


def _prediction(key: str, senses: dict[str, Hit]) -> TagPrediction:
    doubt = 1.0
    for hit in senses.values():
        doubt *= 1.0 - hit.score
    telling = {sense: hit for sense, hit in senses.items() if hit.score >= FLOOR}
    moments = tuple(time_s for hit in senses.values() for time_s in hit.evidence_s)
    source = "+".join(sense for sense in ("picture", "name", "words") if sense in (telling or senses))
    return TagPrediction(key, min(1.0, 1.0 - doubt), source, tuple(dict.fromkeys(moments))[:MOST_EVIDENCE])
