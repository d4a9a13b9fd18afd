"""The menus of the window: every command with its words, keys and icon, in one table a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.theme import Theme


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a menu; ``key`` is a sequence such as ``Ctrl+O``, ``name`` is for tests and the help."""

    name: str
    text: str
    act: Callable[[], object]
    key: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A group of which one is on: ``options`` are values with their words."""

    name: str
    text: str
    options: Sequence[tuple[str, str]]
    now: str
    take: Callable[[str], None]


Separator = None
Entry = Command | Choice | QAction | None


def fill_menu(menu: QMenu, entries: Sequence[Entry], theme: Theme, owner: QObject) -> None:
    """Put the entries into a menu; their keys work while the window of the menu bar has the focus."""
    for entry in entries:
        match entry:
            case None:
                menu.addSeparator()
            case Command():
                menu.addAction(_action(entry, theme, owner))
            case Choice():
                _fill_choice(menu.addMenu(entry.text), entry, owner)
            case QAction():
                menu.addAction(entry)


def add_menu(bar: QMenuBar, title: str, entries: Sequence[Entry], theme: Theme) -> QMenu:
    """Add a menu to the bar."""
    menu = bar.addMenu(title)
    fill_menu(menu, entries, theme, bar)
    return menu


def _action(command: Command, theme: Theme, owner: QObject) -> QAction:
    action = QAction(command.text, owner)
    action.setObjectName(command.name)
    action.triggered.connect(lambda _checked=False: command.act())
    if command.key:
        action.setShortcuts([QKeySequence(key) for key in command.key.split(" | ")])
    if command.icon:
        theme.dress(action, command.icon)
    return action


def _fill_choice(menu: QMenu, choice: Choice, owner: QObject) -> None:
    group = QActionGroup(menu)
    for value, text in choice.options:
        action = QAction(text, owner)
        action.setObjectName(f"{choice.name}-{value}")
        action.setCheckable(True)
        action.setChecked(value == choice.now)
        action.triggered.connect(lambda _=False, v=value: choice.take(v))
        group.addAction(action)
        menu.addAction(action)
