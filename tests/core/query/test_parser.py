from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import QueryError
from core.query.parser import parse
from core.query.syntax import (
    And,
    Compare,
    Comparison,
    Condition,
    Content,
    Everything,
    Has,
    Is,
    Measure,
    Node,
    Not,
    Or,
    Place,
    Series,
    Spoken,
    TagNamed,
    Words,
    Written,
)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", Everything()),
        ("  \n ", Everything()),
        ("dog", Words("dog")),
        ('"white dog"', Words("white dog", phrase=True)),
        ("«белый пёс»", Words("белый пёс", phrase=True)),
        (r'"say \"hi\""', Words('say "hi"', phrase=True)),
        ("dog cat", And((Words("dog"), Words("cat")))),
        ("dog AND cat", And((Words("dog"), Words("cat")))),
        ("dog OR cat fish", Or((Words("dog"), And((Words("cat"), Words("fish")))))),
        ("(dog OR cat) fish", And((Or((Words("dog"), Words("cat"))), Words("fish")))),
        ("dog -cat", And((Words("dog"), Not(Words("cat"))))),
        ("NOT cat", Not(Words("cat"))),
        ("-(a OR b)", Not(Or((Words("a"), Words("b"))))),
        ("spider-man", Words("spider-man")),
        ("12:30", Words("12:30")),
        ("don't", Words("don't")),
        ("tag:sports", TagNamed("sports")),
        ('tag:"Animals/Dogs"', TagNamed("Animals/Dogs")),
        ('-tag:"Big cats"', Not(TagNamed("Big cats"))),
        ('text:"hello world"', Written("hello world", Place.SPEECH, phrase=True)),
        ("text:hello", Written("hello", Place.SPEECH)),
        ("name:trip", Written("trip", Place.TITLE)),
        ("path:2019/alps", Written("2019/alps", Place.PATH)),
        ('series:"The Office"', Series("The Office")),
        ("season:2", Compare(Measure.SEASON, Comparison.EQUAL, 2)),
        ("duration<30m", Compare(Measure.DURATION, Comparison.LESS, 1800)),
        ("duration >= 1h30m", Compare(Measure.DURATION, Comparison.AT_LEAST, 5400)),
        ("duration>90", Compare(Measure.DURATION, Comparison.MORE, 90)),
        ("duration<=1:02:03", Compare(Measure.DURATION, Comparison.AT_MOST, 3723)),
        ("score>0.8", Compare(Measure.SCORE, Comparison.MORE, 0.8)),
        ("size>1.5GB", Compare(Measure.SIZE, Comparison.MORE, 1.5e9)),
        ("size>1gib", Compare(Measure.SIZE, Comparison.MORE, 2**30)),
        ("width>=1920", Compare(Measure.WIDTH, Comparison.AT_LEAST, 1920)),
        ("created:2026-01..", Compare(Measure.CREATED, Comparison.AT_LEAST, "2026-01-01")),
        ("created>2026", Compare(Measure.CREATED, Comparison.AT_LEAST, "2027-01-01")),
        ("created<=2026-12", Compare(Measure.CREATED, Comparison.LESS, "2027-01-01")),
        (
            "created:2025-12",
            And(
                (
                    Compare(Measure.CREATED, Comparison.AT_LEAST, "2025-12-01"),
                    Compare(Measure.CREATED, Comparison.LESS, "2026-01-01"),
                )
            ),
        ),
        (
            "season:1..3",
            And(
                (
                    Compare(Measure.SEASON, Comparison.AT_LEAST, 1),
                    Compare(Measure.SEASON, Comparison.AT_MOST, 3),
                )
            ),
        ),
        ("has:intro", Has(Content.INTRO)),
        ("is:Missing", Is(Condition.MISSING)),
        ("lang:en", Spoken("en")),
    ],
)
def test_a_query_is_read_as(text: str, node: Node) -> None:
    assert parse(text) == node


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("(dog", 0, "not closed"),
        ("dog)", 3, "too many"),
        ("dog AND", 7, "missing"),
        ("OR dog", 0, "stand before"),
        ('dog "cat', 4, "not closed"),
        ("()", 1, "stands before"),
        ("x colour:red", 2, "no field “colour”"),
        ("dog durration<3m", 4, "Did you mean “duration”?"),
        ("duration<soon", 9, "length of time"),
        ("size>many", 5, "a size"),
        ("added:2026-13", 6, "a date"),
        ("added:9999", 6, "a date"),
        ("season:two", 7, "a number"),
        ("has:wings", 4, "intro, recap"),
        ("tag<3", 0, "cannot be compared"),
        ('tag:""', 0, "needs a value"),
        ("duration:30m", 0, "range"),
        ("added:..", 6, "one side"),
        ("(" * 400, 200, "too long"),
        ("(" * 60, 50, "too deeply"),
        ("-" * 60 + "x", 50, "too deeply"),
    ],
)
def test_a_mistake_is_named_where_it_stands(text: str, position: int, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.position == position
    assert words in str(caught.value)


@given(st.text(max_size=60) | st.text('abж "()-:<>=.«»\\tagORNDseasonaddedis20 ', max_size=40))
def test_whatever_is_typed_is_read_or_refused_with_a_place(text: str) -> None:
    mistake = 0
    try:
        parse(text)
    except QueryError as error:
        mistake = error.position
    assert 0 <= mistake <= len(text)
