"""The tag tree that ships with the program, read from ``resources/taxonomy``.

A tree file is JSON with a ``title`` and a list of ``nodes``. The key says where a node hangs:
``animals.birds.parrots`` is a child of ``animals.birds``, and parents stand before their children.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from core.domain.tags import TagNode, Taxonomy
from core.errors import UserError

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$", max_length=100)]


class NodeRecord(BaseModel):
    """One node as it stands in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Key
    en: Text
    ru: Text
    aliases_en: tuple[Text, ...] = ()
    aliases_ru: tuple[Text, ...] = ()
    prompts: tuple[Text, ...] = ()

    def node(self) -> TagNode:
        parent, dot, _ = self.key.rpartition(".")
        return TagNode(
            key=self.key,
            parent=parent if dot else None,
            name_en=self.en,
            name_ru=self.ru,
            aliases=self.aliases_en + self.aliases_ru,
            prompts=self.prompts,
        )


class TreeRecord(BaseModel):
    """A whole tree file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text
    nodes: tuple[NodeRecord, ...]


def load_taxonomy(name: str = "home_video.json") -> Taxonomy:
    """Read a tree that ships with the program; raises ``UserError`` that names the faulty node."""
    return read_taxonomy(files("resources").joinpath("taxonomy", name))


def read_taxonomy(file: Traversable) -> Taxonomy:
    """Read a tree file; raises ``UserError`` that names the file and the faulty node or line."""
    try:
        record = TreeRecord.model_validate_json(file.read_text(encoding="utf-8"))
        return Taxonomy(tuple(node.node() for node in record.nodes))
    except ValidationError as error:
        faults = "; ".join(f"{_place(fault['loc'])}: {fault['msg']}" for fault in error.errors()[:5])
        raise UserError(f"The tag tree {file.name} cannot be read: {faults}.") from error
    except ValueError as error:
        raise UserError(f"The tag tree {file.name} cannot be read: {error}.") from error
    except OSError as error:
        raise UserError(f"The tag tree {file.name} cannot be opened: {error}.") from error


def _place(location: tuple[int | str, ...]) -> str:
    """Say where a fault is: ``nodes[3].en``; a fault of the JSON itself carries its line in its message."""
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return words.lstrip(".") or "the file"
