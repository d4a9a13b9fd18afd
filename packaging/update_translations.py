"""Brings the translation files up to date with the words in the program, and compiles them.

Run it after a change of any text that people see: ``python packaging/update_translations.py``. It fails while
a text waits for its translation, and names it. English has plural forms only. What the core says to people
stands in desktop/reason_sentences.py: a new sentence there is collected like every other text.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "ru")


def tool(name: str) -> str:
    """Return the path of a Qt tool that comes with PySide6."""
    beside = Path(sysconfig.get_path("scripts")) / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not here; it comes with PySide6-Essentials.")
    return found


def update() -> None:
    """Collect the words of desktop/ into the .ts files."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop").rglob("*.py"))
    for language in LANGUAGES:
        target = str((FOLDER / f"filmoteka_{language}.ts").relative_to(ROOT))
        options = ["-no-obsolete", "-locations", "none", "-target-language", language]
        if language == "en":
            options.append("-pluralonly")
        command = [tool("pyside6-lupdate"), *options, *sources, "-ts", target]
        subprocess.run(command, check=True, cwd=ROOT)


def compile_all() -> None:
    """Turn the .ts files into the .qm files that the program reads."""
    for language in LANGUAGES:
        source = FOLDER / f"filmoteka_{language}.ts"
        command = [tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))]
        subprocess.run(command, check=True, cwd=ROOT)


def unfinished(language: str) -> list[str]:
    """Return the texts that wait for their translation."""
    tree = ElementTree.parse(FOLDER / f"filmoteka_{language}.ts")
    waiting = []
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished":
            waiting.append(message.findtext("source", ""))
    return waiting


def main() -> int:
    update()
    compile_all()
    missing = {language: unfinished(language) for language in LANGUAGES}
    for language, texts in missing.items():
        for text in texts:
            print(f"{language}: {text}")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
