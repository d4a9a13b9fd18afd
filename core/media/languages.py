"""Language tags of streams and file names, brought to ISO 639-1."""

from __future__ import annotations

_THREE_TO_TWO = {
    "afr": "af", "alb": "sq", "sqi": "sq", "ara": "ar", "arm": "hy", "hye": "hy", "aze": "az", "baq": "eu",
    "eus": "eu", "bel": "be", "ben": "bn", "bos": "bs", "bul": "bg", "cat": "ca", "chi": "zh", "zho": "zh",
    "cze": "cs", "ces": "cs", "dan": "da", "dut": "nl", "nld": "nl", "eng": "en", "est": "et", "fin": "fi",
    "fre": "fr", "fra": "fr", "geo": "ka", "kat": "ka", "ger": "de", "deu": "de", "gre": "el", "ell": "el",
    "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ice": "is", "isl": "is", "ind": "id", "gle": "ga",
    "ita": "it", "jpn": "ja", "kaz": "kk", "kir": "ky", "kor": "ko", "lav": "lv", "lit": "lt", "mac": "mk",
    "mkd": "mk", "may": "ms", "msa": "ms", "mon": "mn", "nor": "no", "nob": "nb", "nno": "nn", "per": "fa",
    "fas": "fa", "pol": "pl", "por": "pt", "rum": "ro", "ron": "ro", "rus": "ru", "slo": "sk", "slk": "sk",
    "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tam": "ta", "tat": "tt", "tgk": "tg", "tha": "th",
    "tur": "tr", "ukr": "uk", "urd": "ur", "uzb": "uz", "vie": "vi", "wel": "cy", "cym": "cy",
}  # fmt: skip
_NAMES = {
    "english": "en", "russian": "ru", "german": "de", "french": "fr", "spanish": "es", "italian": "it",
    "japanese": "ja", "korean": "ko", "chinese": "zh", "ukrainian": "uk", "polish": "pl", "portuguese": "pt",
    "русский": "ru", "рус": "ru", "английский": "en", "англ": "en", "deutsch": "de", "français": "fr",
    "español": "es", "italiano": "it", "українська": "uk",
}  # fmt: skip
_TWO = frozenset(_THREE_TO_TWO.values())


def language_code(tag: str | None) -> str | None:
    """Return the ISO 639-1 code of ``rus``, ``ru-RU``, ``Russian``...; ``None`` for unknown or undefined."""
    if not tag:
        return None
    word = tag.strip().lower()
    base = word.replace("_", "-").split("-")[0]
    if base in _TWO:
        return base
    return _THREE_TO_TWO.get(base) or _NAMES.get(word)
