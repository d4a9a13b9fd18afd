"""Every text of the window has its translation, and the compiled files hold them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

FOLDER = Path(__file__).parents[2] / "resources" / "translations"
PLACES = re.compile(r"\{\w*\}|%n")


def messages(language: str) -> list[tuple[str, ElementTree.Element]]:
    tree = ElementTree.parse(FOLDER / f"filmoteka_{language}.ts")
    return [
        (context.findtext("name", ""), message)
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


def forms(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    if message.get("numerus"):
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_translation_is_unfinished_or_empty(language: str) -> None:
    waiting = [
        message.findtext("source")
        for _, message in messages(language)
        if message.find("translation").get("type") == "unfinished" or not all(forms(message))  # type: ignore[union-attr]
    ]
    assert waiting == []


def test_russian_has_three_plural_forms_and_english_two() -> None:
    for language, count in (("ru", 3), ("en", 2)):
        plural = [message for _, message in messages(language) if message.get("numerus")]
        assert plural
        assert {len(forms(message)) for message in plural} == {count}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_translation_has_the_places_of_its_text(language: str) -> None:
    for _, message in messages(language):
        source = message.findtext("source", "")
        for form in forms(message):
            assert sorted(PLACES.findall(form)) == sorted(PLACES.findall(source)), source


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_compiled_file_says_what_its_source_says(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"filmoteka_{language}", str(FOLDER))
    for context, message in messages(language):
        source = message.findtext("source", "")
        if not message.get("numerus"):
            assert translator.translate(context, source) == forms(message)[0], source


def test_plural_forms_follow_the_number() -> None:
    translator = QTranslator()
    assert translator.load("filmoteka_ru", str(FOLDER))
    said = [translator.translate("StatusLine", "%n job(s) left", "", n) for n in (1, 3, 5, 21)]
    assert said == [
        "осталось %n задание",
        "осталось %n задания",
        "осталось %n заданий",
        "осталось %n задание",
    ]
