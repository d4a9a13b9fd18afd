"""Words of file names and of speech, cut down to stems that can be compared.

Two light stemmers, English plurals and Russian endings: they only have to bring the forms of one word
together (``дня рождения`` and ``день рождения`` are both listed as aliases, ``собаку`` and ``собака`` are
not).
"""

from __future__ import annotations

import re

_CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_COUNTED = re.compile(r"([^\W\d_]{3,})(\d+)\b")
_CYRILLIC = re.compile("[а-яё]")
_RUSSIAN_ENDINGS = re.compile(
    "(?:иями|ями|ами|иях|ях|ах|ого|его|ому|ему|ыми|ими|ое|ая|яя|ые|ие|ый|ий|ой|ей|ом|ем|ам|ям|ую|юю|ью"
    "|ия|ию|ии|[аяоеыиуюьй])$"
)
# "-ов" and "-ев" stay: a video of Волков or Соколов shows a person, no wolf and no falcon.
_SHORTEST_STEM = 3


def words(text: str) -> list[str]:
    """Split a text or a file name into lower-case words.

    ``BirthdayParty_2019-05.MOV`` gives ``birthday, party, mov``; tokens that hold a digit (dates, ``x264``,
    ``1080p``, ``S01E02``) are dropped.
    """
    found = _WORD.findall(_COUNTED.sub(r"\1 \2", _CAMEL.sub(" ", text.replace("_", " "))))
    return [word.casefold().replace("’", "'") for word in found if not any(sign.isdigit() for sign in word)]


def stem(word: str) -> str:
    """Return the stem of one lower-case word."""
    plain = word.replace("ё", "е")
    return _russian(plain) if _CYRILLIC.search(plain) else _english(plain)


def stems(text: str) -> list[str]:
    """Return the stems of a text in their order."""
    return [stem(word) for word in words(text)]


def is_russian(text: str) -> bool:
    """Say whether a text is written in Cyrillic letters for the most part."""
    letters = [sign for sign in text.casefold() if sign.isalpha()]
    return 2 * sum(bool(_CYRILLIC.match(sign)) for sign in letters) > len(letters)


def _english(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'").replace("'", "")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if len(word) > _SHORTEST_STEM and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _russian(word: str) -> str:
    ending = _RUSSIAN_ENDINGS.search(word, _SHORTEST_STEM)  # the leftmost match is the longest ending
    return word[: ending.start()] if ending else word
