"""What ticks and words mean together."""

from __future__ import annotations

from core.query.syntax import And, Everything, HasTag, Or, Place, Written
from desktop.views.filter_choice import Combine, FilterChoice

WORDS = Written("beach", Place.NAME)


def test_nothing_chosen_is_everything() -> None:
    assert FilterChoice().query() == Everything()
    assert not FilterChoice().filters


def test_ticks_go_together_with_and_unless_any_is_chosen() -> None:
    ticked = (3, 5)
    assert FilterChoice(ticked).query() == And((HasTag(3), HasTag(5)))
    assert FilterChoice(ticked, Combine.ANY).query() == Or((HasTag(3), HasTag(5)))


def test_words_narrow_whatever_is_ticked() -> None:
    choice = FilterChoice((3, 5), Combine.ANY, "beach", WORDS)
    assert choice.query() == And((Or((HasTag(3), HasTag(5))), WORDS))
    assert FilterChoice((3,), typed=WORDS).query() == And((HasTag(3), WORDS))
    assert FilterChoice(typed=WORDS).query() == WORDS


def test_clearing_keeps_order_and_way_of_combining() -> None:
    cleared = FilterChoice((3,), Combine.ANY, "beach", WORDS).cleared()
    assert cleared == FilterChoice(combine=Combine.ANY)
