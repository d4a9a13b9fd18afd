"""Which nodes of the tag tree are to be seen: those that were not deleted, and hang below no deleted one."""

from __future__ import annotations

IN_TREE = """NOT EXISTS (SELECT 1 FROM tag_closure above JOIN tags gone ON gone.id = above.ancestor_id
    WHERE above.descendant_id = t.id AND gone.deleted)"""
"""A condition over ``tags t``. The program may ship a node anew below one that the person deleted."""
