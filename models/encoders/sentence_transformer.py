"""Any sentence encoder in the format of sentence-transformers, for models beyond the embedded one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.fingerprint import file_fingerprint
from models.threads import bounded_threads
from models.torchvision_compat import ensure_torchvision


class SentenceTransformerEncoder:
    """A folder with ``modules.json``; its import costs seconds, so it is imported when one is made."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Load from the folder alone: no hub is asked, no code of the model's own is run."""
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        ensure_torchvision()
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self._network: Any = SentenceTransformer(
            str(folder),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        )
        self._threads = threads
        self._version = f"sentence-transformer-{file_fingerprint(folder / 'model.safetensors')}"

    @property
    def version(self) -> str:
        """Kind and digest of the weights."""
        return self._version

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return ``(N, D)`` float32 of unit length; zero rows for texts without a letter or digit."""
        said = [row for row, text in enumerate(texts) if any(map(str.isalnum, text))]
        width = self._network.get_embedding_dimension()
        vectors = np.zeros((len(texts), width), np.float32)
        if said:
            with bounded_threads(self._threads):
                vectors[said] = self._network.encode(
                    [texts[row] for row in said], normalize_embeddings=True, show_progress_bar=False
                )
        return vectors
