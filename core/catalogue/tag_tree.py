"""The tag tree that a person edits, with a closure table for "this tag and all below"."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass

from core.catalogue.connection import Connection, Row
from core.catalogue.tag_visibility import IN_TREE
from core.catalogue.video_tags import VideoTags
from core.domain.changes import ChangeNotes
from core.domain.tags import TagNode, Taxonomy
from core.errors import UserError
from core.query.words import folded

HOME_TREE = "home"
USER_TREE = "user"
_PATH_SEPARATOR = "/"


@dataclass(frozen=True, slots=True)
class TagRow:
    """A node as the catalogue keeps it."""

    id: int
    parent_id: int | None
    tree: str
    node: TagNode


class TagTree:
    def __init__(self, db: Connection, notes: ChangeNotes) -> None:
        self._db = db
        self._notes = notes

    def rows(self) -> tuple[TagRow, ...]:
        """Return the nodes to be seen, parents before children, siblings in their order."""
        rows = self._db.execute(
            f"""SELECT t.*, p.key AS parent_key, (SELECT MAX(depth) FROM tag_closure WHERE descendant_id = t.id) AS depth
            FROM tags t LEFT JOIN tags p ON p.id = t.parent_id WHERE {IN_TREE}
            ORDER BY depth, t.parent_id, t.tree <> 'home', t.position, t.id"""
        )
        return tuple(_tag_row(row) for row in rows)

    def snapshot(self) -> Taxonomy:
        """Return the tree as the tagger reads it."""
        return Taxonomy(tuple(row.node for row in self.rows()))

    def get(self, tag_id: int) -> TagRow | None:
        """Return one node, deleted or not."""
        row = self._db.execute(
            "SELECT t.*, p.key AS parent_key FROM tags t LEFT JOIN tags p ON p.id = t.parent_id WHERE t.id = ?",
            (tag_id,),
        ).fetchone()
        return None if row is None else _tag_row(row)

    def ids_by_key(self) -> dict[str, int]:
        """Return key -> id of the nodes to be seen."""
        rows = self._db.execute(f"SELECT key, id FROM tags t WHERE {IN_TREE}")
        return {row["key"]: row["id"] for row in rows}

    def merge(self, taxonomy: Taxonomy, tree: str) -> int:
        """Add the nodes that are new; what a person edited or deleted stays as they left it.

        Returns how many nodes were added.
        """
        added = 0
        for position, node in enumerate(taxonomy.nodes):
            parent_id = None if node.parent is None else self._id_of(node.parent)
            added += self._put(node, parent_id, tree, position)
        if added:
            self.rebuild_closure()
        self._notes.tag_tree = True
        return added

    def add(self, parent_id: int | None, name_en: str, name_ru: str = "") -> int:
        """Add a node below ``parent_id`` (``None``: a root); return its id.

        Raises UserError where the name is empty or a sibling has it, or the parent is gone.
        """
        self._refuse_gone(parent_id)
        name_en = self._free_name(parent_id, name_en)
        key = f"user.{uuid.uuid4().hex[:12]}"
        self._db.execute(
            """INSERT INTO tags (key, parent_id, tree, name_en, name_ru, position, edited)
            VALUES (?, ?, ?, ?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM tags WHERE parent_id IS ?), 1)""",
            (key, parent_id, USER_TREE, name_en, name_ru.strip() or name_en, parent_id),
        )
        self.rebuild_closure()
        self._notes.tag_tree = True
        return self._id_of(key)

    def ensure_path(self, path: str) -> int:
        """Return the id of ``Animals/Dogs``, adding what is missing of it."""
        parent_id: int | None = None
        for name in (part.strip() for part in path.split(_PATH_SEPARATOR)):
            found = self._child_named(parent_id, name)
            parent_id = self.add(parent_id, name) if found is None else found
        if parent_id is None:
            raise UserError("A tag needs a name.")
        return parent_id

    def edit(
        self, tag_id: int, *, name_en: str, name_ru: str, aliases: tuple[str, ...], prompts: tuple[str, ...]
    ) -> None:
        """Change names and words of a node. Raises UserError where a sibling has the name."""
        row = self._existing(tag_id)
        name_en = self._free_name(row.parent_id, name_en, but=tag_id)
        self._db.execute(
            "UPDATE tags SET name_en=?, name_ru=?, aliases=?, prompts=?, edited=1 WHERE id = ?",
            (name_en, name_ru.strip() or name_en, _json(aliases), _json(prompts), tag_id),
        )
        self._notes.tag_tree = True

    def move(self, tag_id: int, parent_id: int | None) -> None:
        """Hang a node with all below it elsewhere.

        Raises UserError where it would hang below itself, the name is taken there, or the parent is gone.
        """
        row = self._existing(tag_id)
        self._refuse_gone(parent_id)
        below = self._db.execute(
            "SELECT 1 FROM tag_closure WHERE ancestor_id = ? AND descendant_id = ?", (tag_id, parent_id)
        )
        if below.fetchone() is not None:
            raise UserError(f"“{row.node.name_en}” cannot be moved below itself.")
        self._free_name(parent_id, row.node.name_en, but=tag_id)
        self._db.execute("UPDATE tags SET parent_id = ?, edited = 1 WHERE id = ?", (parent_id, tag_id))
        self.rebuild_closure()
        self._changed((tag_id,))

    def delete(self, tag_id: int) -> tuple[int, ...]:
        """Take a node and all below it out of the tree; return the ids of those that were not deleted before.

        What was said about videos with them is kept, and ``restore`` brings all back.
        """
        self._existing(tag_id)
        rows = self._db.execute(
            """SELECT t.id FROM tag_closure c JOIN tags t ON t.id = c.descendant_id
            WHERE c.ancestor_id = ? AND NOT t.deleted""",
            (tag_id,),
        )
        ids = tuple(row[0] for row in rows)
        self._db.executemany("UPDATE tags SET deleted = 1, edited = 1 WHERE id = ?", [(i,) for i in ids])
        self._changed(ids)
        return ids

    def restore(self, tag_ids: tuple[int, ...]) -> None:
        """Undo ``delete``."""
        self._db.executemany("UPDATE tags SET deleted = 0 WHERE id = ?", [(i,) for i in tag_ids])
        self._changed(tag_ids)

    def rebuild_closure(self) -> None:
        """Derive the closure table from the parents; deleted nodes keep their place."""
        self._db.execute("DELETE FROM tag_closure")
        self._db.execute(
            """INSERT INTO tag_closure (ancestor_id, descendant_id, depth)
            WITH RECURSIVE below (ancestor_id, descendant_id, depth) AS (
                SELECT id, id, 0 FROM tags
                UNION ALL
                SELECT b.ancestor_id, t.id, b.depth + 1 FROM below b JOIN tags t ON t.parent_id = b.descendant_id
            ) SELECT ancestor_id, descendant_id, depth FROM below"""
        )

    def _changed(self, tag_ids: tuple[int, ...]) -> None:
        """Derive anew what the videos carry of these tags and all below: some came, went, or hang elsewhere."""
        self._notes.tag_tree = True
        rows = self._db.execute(
            """SELECT DISTINCT descendant_id FROM tag_closure
            WHERE ancestor_id IN (SELECT value FROM json_each(?))""",
            (json.dumps(tag_ids),),
        )
        VideoTags(self._db, self._notes).put_together_with([row[0] for row in rows])

    def _refuse_gone(self, parent_id: int | None) -> None:
        seen = f"SELECT 1 FROM tags t WHERE t.id = ? AND {IN_TREE}"
        if parent_id is not None and self._db.execute(seen, (parent_id,)).fetchone() is None:
            raise UserError("The tag above this place is not in the tree any more.")

    def _put(self, node: TagNode, parent_id: int | None, tree: str, position: int) -> int:
        words = (node.name_en, node.name_ru, _json(node.aliases), _json(node.prompts), position)
        cursor = self._db.execute(
            """INSERT INTO tags (key, parent_id, tree, name_en, name_ru, aliases, prompts, position)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING""",
            (node.key, parent_id, tree, *words),
        )
        if cursor.rowcount:
            return 1
        self._db.execute(
            "UPDATE tags SET name_en=?, name_ru=?, aliases=?, prompts=?, position=? WHERE key = ? AND NOT edited",
            (*words, node.key),
        )
        return 0

    def _id_of(self, key: str) -> int:
        return int(self._db.execute("SELECT id FROM tags WHERE key = ?", (key,)).fetchone()["id"])

    def _existing(self, tag_id: int) -> TagRow:
        row = self.get(tag_id)
        if row is None:
            raise UserError(f"There is no tag with the number {tag_id}.")
        return row

    def _child_named(self, parent_id: int | None, name: str) -> int | None:
        row = self._db.execute(
            """SELECT id FROM tags WHERE parent_id IS ? AND NOT deleted
            AND (folded(name_en) = ? OR folded(name_ru) = ?) ORDER BY id LIMIT 1""",
            (parent_id, folded(name), folded(name)),
        ).fetchone()
        return None if row is None else int(row["id"])

    def _free_name(self, parent_id: int | None, name: str, but: int | None = None) -> str:
        name = name.strip()
        if not name:
            raise UserError("A tag needs a name.")
        if _PATH_SEPARATOR in name:
            raise UserError(f"A tag's name cannot hold “{_PATH_SEPARATOR}”: it separates the levels.")
        taken = self._child_named(parent_id, name)
        if taken is not None and taken != but:
            raise UserError(f"There is a tag “{name}” at this place already.")
        return name


def _json(words: tuple[str, ...]) -> str:
    return json.dumps(list(words), ensure_ascii=False)


def _tag_row(row: Row) -> TagRow:
    node = TagNode(
        row["key"],
        row["parent_key"],
        row["name_en"],
        row["name_ru"],
        tuple(json.loads(row["aliases"])),
        tuple(json.loads(row["prompts"])),
    )
    return TagRow(row["id"], row["parent_id"], row["tree"], node)
