"""The names of ImageNet's 1,000 classes, in the order of the logits."""

from __future__ import annotations

from functools import cache

from models.torchvision_compat import ensure_torchvision


@cache
def imagenet_class_names() -> tuple[str, ...]:
    """Return 1,000 different English names, such as ``golden retriever``."""
    ensure_torchvision()
    from torchvision.models._meta import _IMAGENET_CATEGORIES

    return tuple(_IMAGENET_CATEGORIES)
