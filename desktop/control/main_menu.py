"""What stands in the menus. The window hands in what each line does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenuBar

from desktop.control.commands import Choice, Command, Entry, add_menu
from desktop.i18n import LANGUAGES, SYSTEM
from desktop.theme import Theme, ThemeChoice

Acts = Mapping[str, Callable[[], object]]
"""What each command does, by its name."""


def build_menus(bar: QMenuBar, theme: Theme, acts: Acts, look: Choice, speech: Choice) -> None:
    """Fill the menu bar."""
    bar.clear()
    add_menu(bar, QCoreApplication.translate("Menu", "&File"), _file(acts), theme)
    add_menu(bar, QCoreApplication.translate("Menu", "&Edit"), _edit(acts), theme)
    add_menu(bar, QCoreApplication.translate("Menu", "&View"), [*_view(acts), None, look, speech], theme)
    add_menu(bar, QCoreApplication.translate("Menu", "&Play"), _play(acts), theme)
    add_menu(bar, QCoreApplication.translate("Menu", "&Tools"), _tools(acts), theme)
    add_menu(bar, QCoreApplication.translate("Menu", "&Help"), _help(acts), theme)


def theme_choice(now: str, take: Callable[[str], None]) -> Choice:
    """Return the submenu of the look."""
    options = (
        (ThemeChoice.SYSTEM.value, QCoreApplication.translate("Menu", "Like the system")),
        (ThemeChoice.LIGHT.value, QCoreApplication.translate("Menu", "Light")),
        (ThemeChoice.DARK.value, QCoreApplication.translate("Menu", "Dark")),
    )
    return Choice("theme", QCoreApplication.translate("Menu", "Theme"), options, now, take)


def language_choice(now: str, take: Callable[[str], None]) -> Choice:
    """Return the submenu of the language; each language is named in itself."""
    system = (SYSTEM, QCoreApplication.translate("Menu", "Like the system"))
    return Choice(
        "language",
        QCoreApplication.translate("Menu", "Language"),
        (system, *LANGUAGES.items()),
        now,
        take,
    )


def _file(acts: Acts) -> list[Entry]:
    return [
        Command(
            "add_folder",
            QCoreApplication.translate("Menu", "Add folder…"),
            acts["add_folder"],
            "Ctrl+O",
            "window-folder-add",
        ),
        Command(
            "add_files",
            QCoreApplication.translate("Menu", "Add files…"),
            acts["add_files"],
            "Ctrl+Shift+O",
            "window-plus",
        ),
        None,
        Command("import_tree", QCoreApplication.translate("Menu", "Import tag tree…"), acts["import_tree"]),
        Command(
            "export_csv",
            QCoreApplication.translate("Menu", "Export tags as CSV…"),
            acts["export_csv"],
            "Ctrl+E",
            "window-export",
        ),
        None,
        Command("quit", QCoreApplication.translate("Menu", "Quit"), acts["quit"], "Ctrl+Q"),
    ]


def _edit(acts: Acts) -> list[Entry]:
    return [
        Command(
            "find", QCoreApplication.translate("Menu", "Search"), acts["find"], "Ctrl+F", "window-search"
        ),
        Command(
            "find_tag",
            QCoreApplication.translate("Menu", "Find a tag"),
            acts["find_tag"],
            "Ctrl+T",
            "window-tag",
        ),
        Command(
            "clear_filter",
            QCoreApplication.translate("Menu", "Clear the filter"),
            acts["clear_filter"],
            "Ctrl+Backspace",
        ),
        None,
        Command("select_all", QCoreApplication.translate("Menu", "Select all"), acts["select_all"], "Ctrl+A"),
        Command(
            "add_tag",
            QCoreApplication.translate("Menu", "Tag the video…"),
            acts["add_tag"],
            "Ctrl+G",
            "window-plus",
        ),
    ]


def _view(acts: Acts) -> list[Entry]:
    return [
        Command(
            "sidebar",
            QCoreApplication.translate("Menu", "Folders and tags"),
            acts["sidebar"],
            "Ctrl+1",
            "window-sidebar",
        ),
        Command(
            "detail", QCoreApplication.translate("Menu", "Details"), acts["detail"], "Ctrl+2", "window-detail"
        ),
        Command("jobs", QCoreApplication.translate("Menu", "Queue"), acts["jobs"], "Ctrl+J", "window-jobs"),
    ]


def _play(acts: Acts) -> list[Entry]:
    return [
        Command("play", QCoreApplication.translate("Menu", "Play"), acts["play"], "Ctrl+P", "window-play"),
        Command(
            "play_start",
            QCoreApplication.translate("Menu", "Play from the start"),
            acts["play_start"],
            "Ctrl+Shift+P",
        ),
        Command(
            "open_file",
            QCoreApplication.translate("Menu", "Show in the file manager"),
            acts["open_file"],
            "Ctrl+Shift+R",
        ),
    ]


def _tools(acts: Acts) -> list[Entry]:
    return [
        Command(
            "analyse",
            QCoreApplication.translate("Menu", "Analyse again"),
            acts["analyse"],
            "Ctrl+R",
            "window-retry",
        ),
        Command(
            "pause",
            QCoreApplication.translate("Menu", "Pause or go on"),
            acts["pause"],
            "Ctrl+.",
            "window-pause",
        ),
        None,
        Command(
            "models", QCoreApplication.translate("Menu", "Models…"), acts["models"], "", "window-download"
        ),
        Command(
            "settings",
            QCoreApplication.translate("Menu", "Settings…"),
            acts["settings"],
            "Ctrl+,",
            "window-settings",
        ),
    ]


def _help(acts: Acts) -> list[Entry]:
    return [
        Command(
            "shortcuts",
            QCoreApplication.translate("Menu", "Keyboard shortcuts"),
            acts["shortcuts"],
            "F1",
            "window-info",
        ),
        Command("about", QCoreApplication.translate("Menu", "About Filmoteka"), acts["about"]),
    ]
