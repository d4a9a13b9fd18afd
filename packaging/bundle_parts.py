"""What goes into the one-folder bundle besides what PyInstaller finds by following imports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path, PurePath, PurePosixPath

from bundle_exclusions import LEFT_OUT
from licences import ROOT, runtime_parts
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

MANIFEST = ROOT / "resources" / "models" / "manifest.json"
FLOORS = ("core", "desktop", "models", "resources")

# Files that packages read beside their code.
PACKAGE_FILES = {
    "openai-whisper": ("whisper/assets/*", "whisper/normalizers/*.json"),
    "open_clip_torch": ("open_clip/model_configs/*.json", "open_clip/*.gz"),
    "guessit": ("guessit/config/*", "guessit/data/*"),
    "babelfish": ("babelfish/data/*",),
}

# Imported by a name that is put together at run time, which PyInstaller cannot follow.
FOUND_BY_NAME = {
    "babelfish": "babelfish.converters",
    "guessit": "guessit.rules",
    "tiktoken": "tiktoken_ext",
    "watchdog": "watchdog.observers",
}

# transformers loads the modules of an architecture when a model asks for it: those of sentence encoders and
# of open_clip's tokenizers and text towers.
ARCHITECTURES = (
    "albert",
    "auto",
    "bert",
    "clip",
    "deberta_v2",
    "distilbert",
    "gemma",
    "mpnet",
    "modernbert",
    "mt5",
    "roberta",
    "siglip",
    "siglip2",
    "t5",
    "xlm_roberta",
)

Data = tuple[str, str]
"""A file, and the folder of the bundle that it goes to."""


def data_files() -> list[Data]:
    """Return resources, weights, and what packages read beside their code, each at its importable place."""
    others = (pair for name, patterns in PACKAGE_FILES.items() for pair in files_of(name, patterns))
    return [*resource_files(), *weight_files(), *others]


def weight_files() -> list[Data]:
    """Return the embedded weights of the manifest; code of packages that only carry them stays outside."""
    entries = json.loads(MANIFEST.read_text("utf-8"))["models"]
    origins = [(entry["origin"], file["name"]) for entry in entries for file in entry["files"]]
    return [
        pair
        for origin, name in origins
        if origin["kind"] == "package"
        for pair in files_of(origin["distribution"], (f"{origin['folder']}/{name}",))
    ]


def resource_files() -> list[Data]:
    """Return what the program ships, except for code."""
    files = (path for path in sorted((ROOT / "resources").rglob("*")) if path.is_file())
    return [(str(path), str(path.parent.relative_to(ROOT))) for path in files if not _is_code(path)]


def files_of(name: str, patterns: tuple[str, ...]) -> list[Data]:
    """Return the files of a distribution that match. Raises SystemExit where there is none."""
    found = [
        (str(file.locate()), str(PurePosixPath(file).parent))
        for file in metadata.files(name) or ()
        if any(file.match(pattern) for pattern in patterns) and not _is_code(file)
    ]
    if not found:
        raise SystemExit(f"{name} holds no file like {' or '.join(patterns)}: has it changed?")
    return found


def _is_code(path: PurePath) -> bool:
    return path.suffix in {".py", ".pyc"} or path.name.startswith(".git")


def described_distributions() -> list[str]:
    """Return the distributions whose metadata goes along: versions are read from it, licences stand in it."""
    return ["filmoteka", *(part.name for part in runtime_parts(extras=()))]


def own_modules() -> list[str]:
    """Return every module of the four floors: some are imported or run by name."""
    return [name for floor in FLOORS for name in _modules_below(ROOT / floor, floor)]


def modules_found_by_name() -> list[str]:
    """Return the modules of other packages that PyInstaller does not see."""
    packages = [*FOUND_BY_NAME.values(), *(f"transformers.models.{name}" for name in ARCHITECTURES)]
    return [*direct_packages(), *(name for package in packages for name in _installed_modules(package))]


def direct_packages() -> list[str]:
    """Return what the program's own dependencies are imported as: ``filmoteka doctor`` tries each by name."""
    needed = {canonicalize_name(Requirement(line).name) for line in metadata.requires("filmoteka") or ()}
    return sorted(
        package
        for package, distributions in metadata.packages_distributions().items()
        if needed & set(map(canonicalize_name, distributions)) and _is_taken(package)
    )


def _is_taken(package: str) -> bool:
    return package.isidentifier() and package not in LEFT_OUT and find_spec(package) is not None


def _installed_modules(package: str) -> Iterator[str]:
    spec = find_spec(package.partition(".")[0])
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed here.")
    folder = Path(spec.submodule_search_locations[0]).joinpath(*package.split(".")[1:])
    return _modules_below(folder, package)


def _modules_below(folder: Path, package: str) -> Iterator[str]:
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        yield ".".join((package, *parts[: -1 if parts[-1] == "__init__" else None]))
