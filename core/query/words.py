"""Words as the search index sees them, so that typed and kept words meet."""

from __future__ import annotations

import unicodedata

_YO = str.maketrans("ёЁ", "еЕ")


def without_yo(text: str) -> str:
    """Write ё as е, as most Russian texts do; the index keeps its words so."""
    return text.translate(_YO)


def folded(text: str) -> str:
    """Return the text as names are compared: no case, no ё, single spaces."""
    return " ".join(without_yo(unicodedata.normalize("NFC", text)).casefold().split())


def has_words(text: str) -> bool:
    """Say whether the index could find anything of the text."""
    return any(_is_word_part(sign) for sign in text)


def words_of(text: str) -> list[str]:
    """Split into words as SQLite's ``unicode61 remove_diacritics 2`` does for everyday scripts."""
    signs = (_plain(sign) if _is_word_part(sign) else " " for sign in without_yo(text))
    return "".join(signs).split()


def _is_word_part(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LN" or unicodedata.category(sign) == "Co"


def _plain(sign: str) -> str:
    base = unicodedata.normalize("NFD", sign)[0]
    return base.lower() if base.isascii() else sign.lower()
