from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.segments import Segment, SegmentAction, SegmentKind
from desktop.player.skipping import NEXT_DELAY_S, Advice, Jump, OfferPurpose, SkipDecider

ALL = frozenset(SegmentKind)
INTRO, RECAP, CREDITS, PREVIEW = (
    SegmentKind.INTRO,
    SegmentKind.RECAP,
    SegmentKind.CREDITS,
    SegmentKind.PREVIEW,
)
SKIP, OFFER, NONE = SegmentAction.SKIP, SegmentAction.OFFER, SegmentAction.NONE
EPISODE_S = 1400.0


def segment(
    kind: SegmentKind, start_s: float, end_s: float, action: SegmentAction = SKIP, id_: int | None = None
) -> Segment:
    return Segment(kind, start_s, end_s, 0.95, action, "because", "test", id_)


def decider(
    *segments: Segment, auto: frozenset[SegmentKind] = frozenset(), has_next: bool = False
) -> SkipDecider:
    made = SkipDecider()
    made.start(segments, has_next=has_next)
    made.set_auto_skip(auto)
    made.set_duration(EPISODE_S)
    return made


def test_outside_every_segment_there_is_nothing_to_do() -> None:
    made = decider(segment(INTRO, 60, 90), auto=ALL)
    assert made.at(59.9) == Advice()
    assert made.at(90.0) == Advice()
    assert made.press(10.0) == Advice()


@pytest.mark.parametrize("kind", list(SegmentKind))
def test_the_button_shows_from_start_to_end_when_auto_skip_is_off(kind: SegmentKind) -> None:
    made = decider(segment(kind, 60, 90))
    for position_s in (60.0, 75.0, 89.99):
        advice = made.at(position_s)
        assert advice.jump is None
        assert advice.offer is not None
        assert advice.offer.kind is kind
        assert advice.offer.purpose is OfferPurpose.SKIP
        assert advice.offer.target_s == 90


def test_action_none_shows_nothing_and_skips_nothing() -> None:
    made = decider(segment(INTRO, 60, 90, NONE), auto=ALL)
    assert made.at(70) == Advice()
    assert made.press(70) == Advice()


def test_action_offer_never_skips_by_itself() -> None:
    made = decider(segment(INTRO, 60, 90, OFFER), auto=ALL)
    assert made.at(60).jump is None
    assert made.at(60).offer is not None


def test_auto_skip_jumps_once_to_the_end() -> None:
    made = decider(segment(INTRO, 60, 90), auto=frozenset({INTRO}))
    assert made.at(60.1).jump == Jump(INTRO, 60.1, 90)
    assert made.at(60.2).jump is None


def test_auto_skip_minds_only_the_kinds_that_were_asked_for() -> None:
    made = decider(segment(RECAP, 0, 30), segment(INTRO, 60, 90), auto=frozenset({INTRO}))
    assert made.at(1).jump is None
    assert made.at(61).jump is not None


def test_an_intro_at_the_very_start_is_skipped() -> None:
    assert decider(segment(INTRO, 0, 30), auto=ALL).at(0.0).jump == Jump(INTRO, 0.0, 30)


def test_the_last_second_is_not_worth_a_jump() -> None:
    assert decider(segment(INTRO, 60, 90), auto=ALL).at(89.5).jump is None


def test_undo_leads_back_to_where_the_jump_began_and_the_segment_then_plays() -> None:
    made = decider(segment(INTRO, 60, 90), auto=ALL)
    made.at(60.2)
    back = made.undo()
    assert back == Jump(INTRO, 90, 60.2)
    advice = made.at(60.2)
    assert advice.jump is None
    assert advice.offer is not None
    assert made.undo() is None


def test_seeking_back_into_a_skipped_segment_plays_it() -> None:
    made = decider(segment(INTRO, 60, 90), auto=ALL)
    made.at(60)
    made.person_sought(70)
    assert made.at(70).jump is None


def test_a_place_chosen_by_the_person_is_never_skipped_away() -> None:
    made = decider(segment(INTRO, 60, 90), auto=ALL)
    made.person_sought(70)
    assert made.at(70).jump is None
    made.person_sought(10)
    assert made.at(60).jump is None, "they saw it once by choice: it stays theirs"


def test_seeking_elsewhere_changes_nothing() -> None:
    made = decider(segment(INTRO, 60, 90), auto=ALL)
    made.person_sought(40)
    assert made.at(60).jump is not None


def test_a_second_pass_after_a_skip_offers_instead_of_skipping_again() -> None:
    made = decider(segment(INTRO, 60, 90), auto=ALL)
    made.at(60)
    made.person_sought(5)
    advice = made.at(60)
    assert advice.jump is None
    assert advice.offer is not None


def test_pressing_the_button_jumps_and_can_be_undone() -> None:
    made = decider(segment(INTRO, 60, 90, OFFER))
    assert made.press(65).jump == Jump(INTRO, 65, 90)
    assert made.undo() == Jump(INTRO, 90, 65)


def test_adjacent_segments_are_skipped_in_one_jump() -> None:
    made = decider(segment(RECAP, 0, 60), segment(INTRO, 60.5, 150), auto=ALL)
    assert made.at(0).jump == Jump(RECAP, 0, 150)
    assert made.undo() == Jump(RECAP, 150, 0)
    assert made.at(0).jump is None
    assert made.at(61).jump is None, "undo spares the whole chain"


def test_adjacency_stops_at_a_segment_that_is_only_offered() -> None:
    made = decider(segment(RECAP, 0, 60), segment(INTRO, 60, 150, OFFER), auto=ALL)
    assert made.at(0).jump == Jump(RECAP, 0, 60)
    assert made.at(60).offer is not None


def test_story_between_two_segments_is_never_skipped() -> None:
    made = decider(segment(RECAP, 0, 60), segment(INTRO, 65, 150), auto=ALL)
    assert made.at(0).jump == Jump(RECAP, 0, 60)


def test_pressing_in_the_first_of_two_offered_segments_skips_only_the_first() -> None:
    made = decider(segment(RECAP, 0, 60), segment(INTRO, 60, 150))
    assert made.press(10).jump == Jump(RECAP, 10, 60)
    offer = made.at(60).offer
    assert offer is not None
    assert offer.kind is INTRO


def test_of_nested_segments_the_inner_one_is_offered() -> None:
    made = decider(segment(RECAP, 0, 100), segment(INTRO, 40, 60))
    offer = made.at(50).offer
    assert offer is not None
    assert offer.kind is INTRO


def test_credits_at_the_end_offer_the_next_episode() -> None:
    made = decider(segment(CREDITS, 1300, 1398), has_next=True)
    offer = made.at(1310).offer
    assert offer is not None
    assert offer.purpose is OfferPurpose.NEXT_EPISODE
    assert offer.countdown_s is None
    assert made.press(1310) == Advice(next_episode=True)


def test_a_scene_after_the_credits_is_not_lost() -> None:
    made = decider(segment(CREDITS, 1300, 1360), auto=ALL, has_next=True)
    assert made.at(1300) == Advice(jump=Jump(CREDITS, 1300, 1360))


def test_credits_of_the_last_episode_are_not_cut_off() -> None:
    made = decider(segment(CREDITS, 1300, 1400), auto=ALL)
    advice = made.at(1310)
    assert advice.jump is None
    assert not advice.next_episode


def test_auto_skip_of_the_closing_credits_counts_down_to_the_next_episode() -> None:
    made = decider(segment(CREDITS, 1300, 1400), auto=ALL, has_next=True)
    offer = made.at(1300).offer
    assert offer is not None
    assert offer.countdown_s == pytest.approx(NEXT_DELAY_S)
    assert made.at(1300 + NEXT_DELAY_S - 0.1).next_episode is False
    assert made.at(1300 + NEXT_DELAY_S) == Advice(next_episode=True)
    assert made.at(1300 + NEXT_DELAY_S + 0.1).next_episode is False, "asked for once"


def test_resuming_inside_the_credits_still_counts_down_in_full() -> None:
    made = decider(segment(CREDITS, 1300, 1400), auto=ALL, has_next=True)
    offer = made.at(1350).offer
    assert offer is not None
    assert offer.countdown_s == pytest.approx(NEXT_DELAY_S)


def test_objecting_stops_the_countdown() -> None:
    made = decider(segment(CREDITS, 1300, 1400), auto=ALL, has_next=True)
    made.at(1300)
    assert made.object_to(1301)
    advice = made.at(1320)
    assert not advice.next_episode
    assert advice.offer is not None
    assert advice.offer.countdown_s is None
    assert not made.object_to(1301)


def test_credits_and_preview_up_to_the_end_lead_to_the_next_episode() -> None:
    made = decider(segment(CREDITS, 1300, 1370), segment(PREVIEW, 1370, 1400), auto=ALL, has_next=True)
    made.at(1300)
    assert made.at(1300 + NEXT_DELAY_S).next_episode


def test_while_the_duration_is_unknown_nothing_counts_as_the_end() -> None:
    made = decider(segment(CREDITS, 1300, 1400), has_next=True)
    made.set_duration(0.0)
    offer = made.at(1310).offer
    assert offer is not None
    assert offer.purpose is OfferPurpose.SKIP


def test_an_edge_corrected_while_playing_does_not_bring_the_skip_back() -> None:
    made = decider(segment(INTRO, 60, 90, id_=7), auto=ALL)
    made.at(60)
    made.undo()
    made.set_segments([segment(INTRO, 58, 92, id_=7)])
    assert made.at(60).jump is None


def test_a_new_video_starts_afresh() -> None:
    made = decider(segment(INTRO, 60, 90), auto=ALL)
    made.at(60)
    made.start([segment(INTRO, 60, 90)], has_next=False)
    assert made.undo() is None
    assert made.at(60).jump is not None


@st.composite
def some_segments(draw: st.DrawFn) -> list[Segment]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        start_s = draw(st.floats(0, EPISODE_S - 2))
        length_s = draw(st.floats(0.5, 300))
        made.append(
            segment(
                draw(st.sampled_from(SegmentKind)),
                start_s,
                start_s + length_s,
                draw(st.sampled_from(SegmentAction)),
                number,
            )
        )
    return made


@given(some_segments(), st.booleans(), st.sets(st.sampled_from(SegmentKind)))
def test_playing_through_jumps_only_forward_within_skippable_spans_and_comes_to_an_end(
    segments: list[Segment], has_next: bool, auto: set[SegmentKind]
) -> None:
    made = decider(*segments, auto=frozenset(auto), has_next=has_next)
    position_s, jumps = 0.0, 0
    while position_s < EPISODE_S:
        advice = made.at(position_s)
        assert advice.jump is None or advice.offer is None
        if advice.next_episode:
            assert has_next
            break
        if advice.jump is None:
            position_s += 7.3
            continue
        jumps += 1
        assert advice.jump.to_s > position_s
        story = _uncovered(position_s, advice.jump.to_s, segments, auto)
        assert story <= 1.0 * len(segments), "only gaps of at most a second between segments are jumped over"
        position_s = advice.jump.to_s
    assert jumps <= len(segments)


def _uncovered(start_s: float, end_s: float, segments: list[Segment], auto: set[SegmentKind]) -> float:
    at_s, story_s = start_s, 0.0
    for s in sorted(segments, key=lambda s: s.start_s):
        if s.action is SKIP and s.kind in auto and s.end_s > at_s:
            story_s += max(0.0, min(s.start_s, end_s) - at_s)
            at_s = max(at_s, s.end_s)
    return story_s + max(0.0, end_s - at_s)


@given(some_segments(), st.floats(0, EPISODE_S))
def test_whatever_the_person_seeks_to_stays_on_the_screen(segments: list[Segment], place_s: float) -> None:
    made = decider(*segments, auto=ALL, has_next=True)
    made.person_sought(place_s)
    advice = made.at(place_s)
    assert advice.jump is None
    assert not advice.next_episode


@given(some_segments(), st.floats(0, EPISODE_S))
def test_every_jump_has_its_way_back(segments: list[Segment], place_s: float) -> None:
    made = decider(*segments, auto=ALL)
    jump = made.at(place_s).jump or made.press(place_s).jump
    if jump is None:
        return
    back = made.undo()
    assert back is not None
    assert (back.from_s, back.to_s) == (jump.to_s, jump.from_s)
    assert made.at(place_s).jump is None
