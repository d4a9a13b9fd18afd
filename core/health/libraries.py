"""Whether every library that the program needs is there and works."""

from __future__ import annotations

from collections.abc import Iterator

from core.health import probing
from core.health.finding import Finding, Health, well

_REINSTALL = "Install the program again (from source: make setup)."
_SYSTEM_PACKAGES = "From source: make system names and installs the packages of the system."
_LIGHT = {
    "pydantic": "pydantic", "click": "click", "tqdm": "tqdm", "platformdirs": "platformdirs",
    "sqlite-utils": "sqlite_utils", "watchdog": "watchdog", "numpy": "numpy", "pillow": "PIL.Image",
    "guessit": "guessit", "pysubs2": "pysubs2", "send2trash": "send2trash", "safetensors": "safetensors",
    "huggingface-hub": "huggingface_hub", "navec": "navec", "av": "av",
}  # fmt: skip
_TORCH = {
    "torch": "torch", "torchvision": "torchvision", "transformers": "transformers",
    "open-clip-torch": "open_clip", "sentence-transformers": "sentence_transformers",
}  # fmt: skip
_SPEECH = {"faster-whisper": "faster_whisper", "openai-whisper": "whisper"}
_WINDOW = {
    "PySide6-Essentials": "PySide6.QtWidgets",
    "PySide6-Addons": "PySide6.QtMultimedia",
    "python-vlc": "",
}


def look_at_libraries() -> Iterator[Finding]:
    """Yield a finding for each library, its version or why it cannot be used."""
    for group in (_LIGHT, _TORCH, _SPEECH, _WINDOW):
        yield from _imports(group)
    yield _codecs()
    yield _qt()
    yield _player()


def _imports(group: dict[str, str]) -> Iterator[Finding]:
    found = probing.in_process(probing.imports, group)
    for distribution in group:
        if "error" in found:  # the whole process died: each is suspect
            yield Finding(distribution, Health.FAILED, found["error"], _REINSTALL)
            continue
        result = found[distribution]
        if "error" in result:
            yield Finding(distribution, Health.FAILED, result["error"], _REINSTALL)
        else:
            yield well(distribution, result["version"])


def _codecs() -> Finding:
    found = probing.in_process(probing.codecs)
    if "error" in found:
        return Finding("decoders", Health.FAILED, found["error"], _REINSTALL)
    if found["missing"]:
        missing = ", ".join(found["missing"])
        return Finding("decoders", Health.WARNING, f"missing: {missing}", "Such videos cannot be analysed.")
    return well("decoders", f"{found['count']} codecs")


def _qt() -> Finding:
    found = probing.in_process(probing.qt_platform)
    if "error" in found:
        return Finding("window system", Health.FAILED, found["error"], _SYSTEM_PACKAGES)
    return well("window system", f"Qt {found['qt']}")


def _player() -> Finding:
    found = probing.in_process(probing.player)
    if "error" in found:
        advice = f"Install VLC; until then a simpler player is used. {_SYSTEM_PACKAGES}"
        return Finding("player", Health.WARNING, found["error"], advice)
    return well("player", f"libvlc {found['version']}")
