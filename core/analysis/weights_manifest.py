"""The list of all weights the program knows: ``resources/models/manifest.json``, checked as it is read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_FOLDER = r"^[A-Za-z0-9_][A-Za-z0-9_.\-]*(/[A-Za-z0-9_][A-Za-z0-9_.\-]*)*$"  # relative, never upwards
Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
RelativePath = Annotated[str, StringConstraints(pattern=_FOLDER)]
ModelId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.\-]*$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PackageOrigin(_Strict):
    """Weights inside an installed distribution: the program brings them."""

    kind: Literal["package"]
    distribution: str
    folder: RelativePath


class HubOrigin(_Strict):
    """Weights in a repository of the Hugging Face hub."""

    kind: Literal["hub"]
    repo: str
    revision: str


class UrlOrigin(_Strict):
    """Weights at ``base/name``."""

    kind: Literal["url"]
    base: Annotated[str, StringConstraints(pattern="^https://")]


class WeightFile(_Strict):
    """A file; where its digest was never published, that of the first to arrive goes to the lock file."""

    name: RelativePath
    sha256: Sha256 | None = None
    sha256_prefix: Annotated[str, StringConstraints(pattern="^[0-9a-f]{8,64}$")] | None = None
    size_bytes: int | None = None


class Licence(_Strict):
    """``spdx`` is an SPDX identifier, ``source`` says where the licence is stated."""

    spdx: str
    source: str


class ModelEntry(_Strict):
    """A set of weights. ``entry`` is the file that is loaded; ``None`` where the folder is."""

    id: ModelId
    purpose: Literal["pictures", "text", "speech", "motion"]
    improves: str
    languages: tuple[str, ...]
    licence: Licence
    origin: Annotated[PackageOrigin | HubOrigin | UrlOrigin, Field(discriminator="kind")]
    entry: RelativePath | None = None
    approximate_bytes: int | None = None
    files: tuple[WeightFile, ...]

    @property
    def is_embedded(self) -> bool:
        """Whether the program brings these weights."""
        return isinstance(self.origin, PackageOrigin)

    @property
    def size_bytes(self) -> int:
        """All files together; rounded where their exact sizes are not known."""
        return self.approximate_bytes or sum(file.size_bytes or 0 for file in self.files)


class Manifest(_Strict):
    """Everything in the manifest."""

    version: Literal[1]
    models: tuple[ModelEntry, ...]


@cache
def shipped_manifest() -> Manifest:
    """Read the manifest that the program ships."""
    return Manifest.model_validate_json(
        files("resources").joinpath("models", "manifest.json").read_text(encoding="utf-8")
    )
