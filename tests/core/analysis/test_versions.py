from __future__ import annotations

from dataclasses import replace

import pytest

from core.analysis.messages import AnalysisOptions
from core.analysis.versions import features_key, stage_versions
from core.domain.stages import ALL_STAGES, Stage
from core.domain.tags import TagNode, Taxonomy

TREE = Taxonomy((TagNode("animals", None, "Animals", "Животные"),))
OPTIONS = AnalysisOptions()


def stale_after(options: AnalysisOptions, tree: Taxonomy) -> set[Stage]:
    before, now = stage_versions(OPTIONS, TREE), stage_versions(options, tree)
    return {stage for stage in ALL_STAGES if before[stage] != now[stage]}


def test_another_picture_encoder_makes_the_tags_stale_and_nothing_else() -> None:
    assert stale_after(replace(OPTIONS, picture_encoder="siglip2-b32-256"), TREE) == {Stage.TAGS}
    assert features_key(replace(OPTIONS, picture_encoder="siglip2-b32-256")) != features_key(OPTIONS)


@pytest.mark.parametrize(
    "options",
    [replace(OPTIONS, speech_model="faster-whisper-small"), replace(OPTIONS, max_speech_s=60.0)],
)
def test_other_speech_makes_the_tags_stale_that_are_read_from_it(options: AnalysisOptions) -> None:
    assert stale_after(options, TREE) == {Stage.SPEECH, Stage.TAGS}
    assert features_key(options) == features_key(OPTIONS)


def test_another_tag_tree_makes_the_tags_stale_but_keeps_the_embeddings() -> None:
    grown = Taxonomy((*TREE.nodes, TagNode("animals.dogs", "animals", "Dogs", "Собаки")))
    assert stale_after(OPTIONS, grown) == {Stage.TAGS}


def test_more_threads_make_nothing_stale() -> None:
    assert stale_after(replace(OPTIONS, threads=7), TREE) == set()
