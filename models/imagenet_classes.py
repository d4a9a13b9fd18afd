"""The names of ImageNet's 1,000 classes, in the order of the logits."""

from __future__ import annotations

from functools import cache

from models.torchvision_compat import ensure_torchvision


@cache
def imagenet_class_names() -> tuple[str, ...]:
    """Return 1,000 English names; a few occur twice (``crane`` is a bird and a machine)."""
    ensure_torchvision()
    from torchvision.models._meta import _IMAGENET_CATEGORIES

    return tuple(_IMAGENET_CATEGORIES)
