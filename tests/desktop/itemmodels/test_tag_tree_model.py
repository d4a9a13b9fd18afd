"""The tag tree's model: ticks, counts, and changes that leave the rest where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from core.catalogue.session import Session
from core.catalogue.tag_tree import TagRow
from desktop.itemmodels.tag_tree_model import TagRole, TagTreeModel
from tests.desktop.small_library import SmallLibrary

CHECK = Qt.ItemDataRole.CheckStateRole
STATES = Qt.CheckState


@pytest.fixture
def model(library: SmallLibrary, qtbot: QtBot) -> TagTreeModel:
    made = TagTreeModel()
    made.show(rows_of(library))
    return made


def rows_of(library: SmallLibrary) -> tuple[TagRow, ...]:
    with library.catalogue.read() as view:
        return view.tag_tree.rows()


def shape(model: TagTreeModel) -> list[tuple[str, ...]]:
    return sorted(model.path(tag_id) for tag_id in model.tag_ids())


def test_it_keeps_the_contract_of_item_models(model: TagTreeModel, library: SmallLibrary) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with library.catalogue.write() as edit:
        edit.tag_tree.move(library.tags["animals.dogs"], library.tags["sport"])
        edit.tag_tree.add(None, "Garden")
        edit.tag_tree.delete(library.tags["animals.cats"])
    model.show(rows_of(library))
    assert tester.model() is model
    assert ("Sport", "Dogs") in shape(model)
    assert ("Animals", "Cats") not in shape(model)


def test_names_come_in_the_language_of_the_window(model: TagTreeModel, library: SmallLibrary) -> None:
    model.set_language("ru")
    assert model.path(library.tags["animals.dogs"]) == ("Животные", "Собаки")


def test_ticking_tells_once_and_marks_the_way_up(model: TagTreeModel, library: SmallLibrary) -> None:
    told = QSignalSpy(model.ticks_changed)
    dogs = model.index_of(library.tags["animals.dogs"])
    assert model.setData(dogs, STATES.Checked.value, CHECK)
    assert told.count() == 1
    assert model.ticked() == (library.tags["animals.dogs"],)
    assert model.index_of(library.tags["animals"]).data(CHECK) == STATES.PartiallyChecked
    assert model.index_of(library.tags["sport"]).data(CHECK) == STATES.Unchecked


def test_counts_touch_only_the_nodes_that_changed(model: TagTreeModel, library: SmallLibrary) -> None:
    model.set_counts({library.tags["animals"]: 4, library.tags["sport"]: 2})
    changed, resets = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    model.set_counts({library.tags["animals"]: 4, library.tags["sport"]: 3})
    assert changed.count() == 1
    assert resets.count() == 0
    assert model.index_of(library.tags["sport"]).data(TagRole.COUNT) == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda edit, tags: edit.tag_tree.add(tags["animals"], "Birds"),
        lambda edit, tags: edit.tag_tree.delete(tags["sport.ski"]),
        lambda edit, tags: edit.tag_tree.move(tags["sport.ski"], None),
    ],
)
def test_a_change_elsewhere_leaves_a_node_where_it_is(
    model: TagTreeModel, library: SmallLibrary, change: Callable[[Session, dict[str, int]], object]
) -> None:
    kept = QPersistentModelIndex(model.index_of(library.tags["animals.dogs"]))
    resets = QSignalSpy(model.modelReset)
    with library.catalogue.write() as edit:
        change(edit, library.tags)
    model.show(rows_of(library))
    assert kept.isValid()
    assert kept.data(TagRole.TAG_ID) == library.tags["animals.dogs"]
    assert resets.count() == 0
    fresh = TagTreeModel()
    fresh.show(rows_of(library))
    assert shape(model) == shape(fresh)


def test_siblings_stand_in_the_order_of_the_catalogue(model: TagTreeModel, library: SmallLibrary) -> None:
    rows = rows_of(library)
    turned = tuple(sorted(rows, key=lambda row: (row.parent_id is not None, -row.id)))
    model.show(turned)
    roots = [model.index(row, 0).data(TagRole.TAG_ID) for row in range(model.rowCount())]
    assert roots == [library.tags["sport"], library.tags["animals"]]


def test_a_deleted_tag_is_no_longer_ticked(model: TagTreeModel, library: SmallLibrary) -> None:
    model.set_ticked([library.tags["sport.ski"], library.tags["animals"]])
    model.show([row for row in rows_of(library) if row.node.key != "sport.ski"])
    assert model.ticked() == (library.tags["animals"],)


def test_a_renamed_tag_is_told_as_changed(model: TagTreeModel, library: SmallLibrary) -> None:
    changed = QSignalSpy(model.dataChanged)
    rows = [
        replace(row, node=replace(row.node, name_en="Hounds")) if row.node.key == "animals.dogs" else row
        for row in rows_of(library)
    ]
    model.show(rows)
    assert changed.count() == 1
    assert model.index_of(library.tags["animals.dogs"]).data() == "Hounds"
