"""Pictures and texts in one space by any network of open_clip, such as SigLIP 2, from a folder on this disk.

The folder is what its publisher's repository holds: ``open_clip_config.json`` (network and preprocessing),
``open_clip_model.safetensors`` and the files of its tokenizer. Nothing else is asked, least of all a hub.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from models.fingerprint import file_fingerprint
from models.preprocess import Picture, SquareInput
from models.threads import bounded_threads
from models.torchvision_compat import ensure_torchvision

CONFIG_FILE = "open_clip_config.json"
WEIGHTS_FILE = "open_clip_model.safetensors"
_BATCH = 8
_PREPROCESSING = "1"  # part of the version: change it whenever the vectors of the same picture change


class OpenClipEncoder:
    """``sigmoid(scale * cos + bias)`` of a picture and a text is the probability that they belong together.

    Networks of CLIP's kind have no bias (0); theirs is a softmax over texts of ``scale * cos``.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Load for CPU; ``OSError``, ``ValueError`` or ``RuntimeError`` where the folder does not fit."""
        config = json.loads((folder / CONFIG_FILE).read_text("utf-8"))
        if not (folder / WEIGHTS_FILE).is_file():
            raise FileNotFoundError(f"{folder / WEIGHTS_FILE} is missing")
        ensure_torchvision()
        import open_clip

        self._network: Any = open_clip.create_model(f"local-dir:{folder}", device="cpu").eval()
        self._tokenize: Any = open_clip.get_tokenizer(f"local-dir:{folder}")
        self._input = _square_input(self._network, config.get("preprocess_cfg", {}))
        self._width = int(config["model_cfg"]["embed_dim"])
        self._threads = threads
        digest = file_fingerprint(folder / WEIGHTS_FILE, folder / CONFIG_FILE)
        self._version = f"open-clip-{folder.name}-{digest}-{_PREPROCESSING}"

    @property
    def version(self) -> str:
        """Name of the folder, digest of the weights and their configuration, preprocessing."""
        return self._version

    @property
    def scale(self) -> float:
        """What the cosine is multiplied with."""
        return float(self._network.logit_scale.detach().exp())

    @property
    def bias(self) -> float:
        """What is added afterwards; 0 where the network has none."""
        bias = self._network.logit_bias
        return 0.0 if bias is None else float(bias.detach())

    def encode(self, pictures: Sequence[Picture]) -> NDArray[np.float32]:
        """Return ``(N, D)`` float32 of unit length of RGB uint8 pictures of any size."""
        parts = [np.empty((0, self._width), np.float32)]
        with bounded_threads(self._threads), torch.inference_mode():
            for batch in self._input.batches(pictures, _BATCH):
                parts.append(self._network.encode_image(batch, normalize=True).numpy())  # (n, D)
        return np.concatenate(parts)

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return ``(N, D)`` float32 of unit length; zero rows for texts without a letter or digit."""
        vectors = np.zeros((len(texts), self._width), np.float32)
        said = [row for row, text in enumerate(texts) if any(map(str.isalnum, text))]
        with bounded_threads(self._threads), torch.inference_mode():
            for start in range(0, len(said), _BATCH):
                rows = said[start : start + _BATCH]
                ids = self._tokenize([texts[row] for row in rows])  # (n, context length)
                vectors[rows] = self._network.encode_text(ids, normalize=True).numpy()
        return vectors


def _square_input(network: Any, stated: dict[str, Any]) -> SquareInput:
    """Squeeze where the network was trained on squeezed pictures, take the centre square otherwise."""
    import open_clip

    used = open_clip.get_model_preprocess_cfg(network) | stated
    side, other = (used["size"], used["size"]) if isinstance(used["size"], int) else used["size"]
    if side != other:
        raise ValueError(f"the network wants pictures of {side} x {other} pixels, not squares")
    squeezes = used["resize_mode"] == "squash"
    return SquareInput(
        side_px=side,
        mean=tuple(used["mean"]),
        std=tuple(used["std"]),
        longest_ratio=None if squeezes else 1.0,
    )
