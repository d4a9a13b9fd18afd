"""The scripts of ``packaging/``, imported as they import each other: as modules of one folder.

That folder is no package: one named ``packaging`` would hide the distribution of the same name.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging"


def script(name: str) -> ModuleType:
    """Import a script of ``packaging/``; its folder is on the path only meanwhile."""
    sys.path.insert(0, str(FOLDER))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(FOLDER))
