"""Makes ``import torchvision`` work beside a torch for which its compiled operators were not built.

A torchvision built for CUDA cannot load its compiled operators beside a CPU build of torch, and its import
stops where it registers fakes of two operators that nobody defined. This module defines their schemas and
imports again. Transforms and networks then work; ``ops.nms``, ``ops.deform_conv2d`` and torchvision's own
image and video I/O do not, and nothing here uses them. Where the operators load, nothing is changed.

Call :func:`ensure_torchvision` before anything that imports torchvision (open_clip, timm, transformers).
"""

from __future__ import annotations

import importlib
import sys

import torch

_MISSING_OPERATOR = "operator torchvision::nms does not exist"
_SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)
# A torch.library.Library takes its schemas back when it is collected: it lives as long as the process.
_definitions: list[torch.library.Library] = []


def ensure_torchvision() -> None:
    """Import torchvision, mending exactly the missing ``nms``; any other error goes to the caller."""
    try:
        importlib.import_module("torchvision")
    except RuntimeError as error:
        if _MISSING_OPERATOR not in str(error):
            raise
    else:
        return
    _forget_half_imported()
    _define_schemas()
    importlib.import_module("torchvision")


def _forget_half_imported() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
        del sys.modules[name]


def _define_schemas() -> None:
    library = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call]
    for schema in _SCHEMAS:
        library.define(schema)  # type: ignore[no-untyped-call]
    _definitions.append(library)
