"""Which tag each class of ImageNet speaks for, fitted to the tree that the person keeps.

The map names keys of the tree that ships. A key that the person removed speaks for its nearest parent that is
still there; a node that moved takes its classes with it to its new ancestors.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.domain.tags import Taxonomy
from core.errors import UserError


class ClassRecord(BaseModel):
    """One class of the network: its name, and how much it speaks for which tags (1 is plain)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    index: int = Field(ge=0)
    name: str = Field(alias="class")
    tags: dict[str, Annotated[float, Field(gt=0, le=2)]]


class MapRecord(BaseModel):
    """The whole map."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    classes: tuple[ClassRecord, ...]


@cache
def load_imagenet_map() -> tuple[ClassRecord, ...]:
    """Read the map that ships with the program, ordered by class index."""
    text = files("resources").joinpath("taxonomy", "imagenet_map.json").read_text(encoding="utf-8")
    try:
        return MapRecord.model_validate_json(text).classes
    except ValidationError as error:
        raise UserError(f"The map of picture classes is damaged, reinstall the program: {error}") from error


def tag_weights(taxonomy: Taxonomy, records: tuple[ClassRecord, ...]) -> NDArray[np.float32]:
    """Return how much each class speaks for each node and its ancestors, float32 ``(classes, nodes)``."""
    place = {node.key: column for column, node in enumerate(taxonomy.nodes)}
    weights = np.zeros((len(records), len(taxonomy)), dtype=np.float32)
    for record in records:
        for key, weight in record.tags.items():
            kept = nearest_kept(taxonomy, key)
            for node in taxonomy.lineage(kept) if kept else ():
                column = place[node.key]
                weights[record.index, column] = max(weights[record.index, column], weight)
    return weights


def nearest_kept(taxonomy: Taxonomy, key: str) -> str | None:
    """Return the key, or its nearest parent in the tree that ships that the person has kept."""
    while key and key not in taxonomy:
        key = key.rpartition(".")[0]
    return key or None
