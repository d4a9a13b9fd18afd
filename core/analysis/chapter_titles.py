"""What the title of a chapter says about it: a closed list of phrases, compared word by word.

Parts of words never count: "Introduction to cooking" is no intro, "Operation" no opening, "Ed" a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.domain.segments import SegmentKind


@dataclass(frozen=True, slots=True)
class TitleMeaning:
    """``clear`` is false for words that name other things too: the intro of a talk, the ending of a story."""

    kind: SegmentKind
    clear: bool


_CLEAR = {
    SegmentKind.INTRO: """opening credits|opening titles|opening title|opening theme|opening sequence
        |opening song|opening credits sequence|main titles|main title|title sequence|title credits|titles
        |intro sequence|intro credits|intro theme|theme song|op|nc op|ncop
        |заставка|вступительная заставка|начальная заставка|вступительные титры|начальные титры|опенинг|оп""",
    SegmentKind.RECAP: """recap|previously|previously on|story so far|the story so far|last time|last time on
        |last episode recap|episode recap
        |ранее в сериале|ранее в предыдущих сериях|в предыдущих сериях|в предыдущей серии|в прошлой серии
        |в прошлых сериях|краткое содержание предыдущих серий|краткое содержание предыдущей серии|рекап""",
    SegmentKind.CREDITS: """credits|end credits|ending credits|closing credits|final credits|end titles
        |closing titles|ending theme|ending song|credit roll|credits roll|ed|nc ed|nced
        |титры|конечные титры|финальные титры|заключительные титры|закрывающие титры|эндинг""",
    SegmentKind.PREVIEW: """next episode preview|next episode|next time|next time on|next on
        |preview of next episode|in the next episode|on the next episode|next week|next week on
        |в следующей серии|в следующем эпизоде|анонс следующей серии|анонс следующего эпизода""",
}
_UNCLEAR = {
    SegmentKind.INTRO: "intro|opening|вступление|интро",
    SegmentKind.RECAP: "ранее|краткое содержание|резюме прошлой серии",
    SegmentKind.CREDITS: "outro|ending|closing|концовка|аутро",
    SegmentKind.PREVIEW: "preview|trailer for next episode|анонс|превью",
}
_CAPITAL_CODES = frozenset({"op", "ed", "nc op", "nc ed", "ncop", "nced", "оп"})
"""Codes of two letters count in capitals or with a number only."""
_OPEN_ENDED = {
    "previously on": TitleMeaning(SegmentKind.RECAP, clear=True),
    "last time on": TitleMeaning(SegmentKind.RECAP, clear=True),
    "next time on": TitleMeaning(SegmentKind.PREVIEW, clear=True),
    "ранее в сериале": TitleMeaning(SegmentKind.RECAP, clear=True),
    "далее в сериале": TitleMeaning(SegmentKind.PREVIEW, clear=True),
}
"""Phrases that the name of the series follows."""


def _table(*sources: tuple[dict[SegmentKind, str], bool]) -> dict[str, TitleMeaning]:
    return {
        " ".join(phrase.split()): TitleMeaning(kind, clear)
        for phrases, clear in sources
        for kind, text in phrases.items()
        for phrase in text.split("|")
    }


_PHRASES = _table((_CLEAR, True), (_UNCLEAR, False))
_NUMBERING = re.compile(
    r"^\s*(?:(?:chapter|part|scene|track|глава|часть|сцена)\s*)?\d+(?:[:.]\d+)*\s*[-.:)–—]*\s+(?=\D)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*[:|(\[«„“\"]\s*|\s+[-–—]\s+")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_PLAIN = re.compile(
    r"(?:(?:chapter|part|scene|act|episode|segment|reel|глава|часть|сцена|акт|серия|эпизод|фрагмент)"
    r"(?: (?:\d+|[ivxlc]+|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten))?"
    r"|(?:\d+|[ivxlc]+|[a-h])(?: (?:part|act|часть|акт))?"
    r"|avant|avant title|eyecatch|eye catch|cold open|teaser|prologue|epilogue|main|story|movie|film"
    r"|feature|пролог|эпилог|фильм|тизер)?"
)


def title_meaning(title: str) -> TitleMeaning | None:
    """Return what a title names, or ``None``; a trailing number ("OP1", "Ending 2") is allowed."""
    bare = _NUMBERING.sub("", title).strip(" \t[](){}<>.*•")
    whole = _lookup(bare)
    if whole is not None:
        return whole
    head = _TAIL.split(bare, maxsplit=1)[0]
    meaning = _lookup(head) if head != bare else None
    if meaning is not None and meaning.clear:
        return meaning
    words = " ".join(_words(bare))
    return next((found for phrase, found in _OPEN_ENDED.items() if words.startswith(phrase + " ")), None)


def is_plain_title(title: str) -> bool:
    """Say whether a title describes nothing: "Chapter 3", "Part A", "12", ""."""
    return _PLAIN.fullmatch(" ".join(_words(title))) is not None


def _lookup(text: str) -> TitleMeaning | None:
    words = _words(text)
    numbered = len(words) > 1 and words[-1].isdecimal()
    phrase = " ".join(words[:-1] if numbered else words)
    if phrase in _CAPITAL_CODES and not numbered and not text.strip().isupper():
        return None
    return _PHRASES.get(phrase)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("ё", "е"))
