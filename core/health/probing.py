"""Looks at heavy or brittle libraries in a process of its own, so that a crash in one is only a finding."""

from __future__ import annotations

import ctypes
import importlib
import importlib.metadata
import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PATIENCE_S = 120.0
_CODECS = ("h264", "hevc", "vp9", "av1", "mpeg4", "aac", "mp3", "opus")


def in_process(probe: Callable[..., dict[str, Any]], *arguments: Any) -> dict[str, Any]:
    """Return what ``probe`` finds, or ``{"error": why}``; the process is killed when it takes too long."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, probe, arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(_PATIENCE_S):
            return {"error": f"no answer within {_PATIENCE_S:.0f} seconds"}
        found: dict[str, Any] = ours.recv()
        return found
    except EOFError:
        process.join(1)
        return {"error": f"the process ended at once (exit code {process.exitcode})"}
    finally:
        process.kill()
        process.join()
        ours.close()


def imports(modules: dict[str, str]) -> dict[str, Any]:
    """Import each module; return distribution -> its version, or why the import failed."""
    found: dict[str, Any] = {}
    for distribution, module in modules.items():
        try:
            if module:
                _import(module)
            found[distribution] = {"version": _version(distribution)}
        except Exception as error:  # noqa: BLE001 - whatever a library throws is the finding
            found[distribution] = {"error": f"{type(error).__name__}: {error}"}
    return found


def codecs() -> dict[str, Any]:
    """Return which of the usual decoders PyAV has."""
    av = importlib.import_module("av")
    missing = [name for name in _CODECS if name not in av.codecs_available]
    return {"missing": missing, "count": len(av.codecs_available)}


def qt_platform() -> dict[str, Any]:
    """Load the plugin that shows windows; a missing system library is named by the loader."""
    core = importlib.import_module("PySide6.QtCore")
    plugins = core.QLibraryInfo.path(core.QLibraryInfo.LibraryPath.PluginsPath)
    plugin = Path(plugins, "platforms", "libqxcb.so")
    if plugin.exists():
        importlib.import_module("PySide6.QtWidgets")
        ctypes.CDLL(str(plugin))
    return {"qt": core.qVersion()}


def player() -> dict[str, Any]:
    """Start libvlc; it says no where its plugins are missing."""
    vlc = importlib.import_module("vlc")
    instance = vlc.Instance("--no-xlib", "--aout=dummy", "--quiet")
    if instance is None:
        return {"error": "libvlc starts without its plugins"}
    version = vlc.libvlc_get_version().decode()
    instance.release()
    return {"version": version}


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:  # a bundle may leave the metadata out
        return "version unknown"


def _import(module: str) -> None:
    if module in _BESIDE_TORCHVISION:
        importlib.import_module("models.torchvision_compat").ensure_torchvision()
    importlib.import_module(module)


_BESIDE_TORCHVISION = ("torchvision", "open_clip", "transformers", "sentence_transformers")


def _answer(pipe: Any, probe: Callable[..., dict[str, Any]], arguments: tuple[Any, ...]) -> None:
    try:
        pipe.send(probe(*arguments))
    except Exception as error:  # noqa: BLE001 - whatever a library throws is the finding
        pipe.send({"error": f"{type(error).__name__}: {error}"})
