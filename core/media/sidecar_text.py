"""Reads the text of subtitle files, whose encoding nobody wrote down."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk"})
_CYRILLIC_ENCODINGS = ("cp1251", "koi8-r", "cp866")
_FREQUENT = frozenset("оеаинтсрвлкмдпуяыьгзбчй")
"""The frequent Russian letters; a wrong code page swaps the cases or gives rare signs."""
_MANY = 0.2
"""Share of bytes beyond ASCII from which a text is hardly Western European."""


def decode_subtitle_file(data: bytes, language: str | None = None) -> str:
    """Return the text: by byte order mark, as UTF-8, or in the likeliest old code page."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for encoding in ("utf-8", *_wide_guess(data)):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(_code_page(data, language), "replace")


def _wide_guess(data: bytes) -> tuple[str, ...]:
    """Return UTF-16 without a mark where every second byte is zero, as in Latin text."""
    head = data[:2000]
    if head[1::2].count(0) > len(head) // 4:
        return ("utf-16-le",)
    return ("utf-16-be",) if head[::2].count(0) > len(head) // 4 else ()


def _code_page(data: bytes, language: str | None) -> str:
    letters = sum(byte > 0x7F or chr(byte).isalpha() for byte in data)
    high = sum(byte > 0x7F for byte in data)
    if language not in _CYRILLIC_LANGUAGES and high < _MANY * max(letters, 1):
        return "cp1252"
    return max(_CYRILLIC_ENCODINGS, key=lambda encoding: _russian_look(data.decode(encoding, "replace")))


def _russian_look(text: str) -> int:
    return sum(letter in _FREQUENT for letter in text)
