from __future__ import annotations

import re
from collections import Counter

from core.analysis.taxonomy_file import load_taxonomy

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def test_no_word_leads_to_two_tags() -> None:
    words = Counter(alias.casefold() for node in load_taxonomy().nodes for alias in node.aliases)
    assert [word for word, count in words.items() if count > 1] == []


def test_every_node_is_named_in_both_languages_and_can_be_prompted() -> None:
    for node in load_taxonomy().nodes:
        assert CYRILLIC.search(node.name_ru), node.key
        assert not CYRILLIC.search(node.name_en), node.key
        assert node.prompts, node.key
        assert not any(CYRILLIC.search(prompt) for prompt in node.prompts), node.key
        assert any(CYRILLIC.search(alias) for alias in node.aliases), node.key
        assert any(not CYRILLIC.search(alias) for alias in node.aliases), node.key


def test_names_are_unique_among_siblings() -> None:
    for siblings in load_taxonomy().children.values():
        for language in ("en", "ru"):
            names = [node.name(language) for node in siblings]
            assert len(set(names)) == len(names)
