"""The BERT encoder behind the small sentence encoders, read from a folder in the format of their publishers.

sentence-transformers loads the same folder and gives the same vectors (a test compares them), but its import
alone costs 9 s of CPU and 400 MB in every analysis process; this costs nothing beyond torch.
Architecture: Devlin et al., "BERT", arXiv 1810.04805.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import torch
from safetensors.torch import load_file
from torch import nn

_BLOCK_NAMES = {
    "attention.output.dense": "self_attn.out_proj",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "linear1",
    "output.dense": "linear2",
    "output.LayerNorm": "norm2",
}


class BertEncoder(nn.Module):
    """Token ids to one vector a token: learned positions, post-norm transformer blocks, exact GELU."""

    def __init__(self, config: dict[str, int | float | str]) -> None:
        """``config`` is the publisher's ``config.json``; raises ``ValueError`` for a relative of BERT."""
        super().__init__()
        if config["model_type"] != "bert" or config["hidden_act"] != "gelu":
            raise ValueError(f"not a BERT with GELU: {config['model_type']}, {config['hidden_act']}")
        width, eps = int(config["hidden_size"]), float(config["layer_norm_eps"])
        self.words = nn.Embedding(int(config["vocab_size"]), width)
        self.positions = nn.Embedding(int(config["max_position_embeddings"]), width)
        self.kinds = nn.Embedding(int(config["type_vocab_size"]), width)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.blocks = nn.ModuleList(
            nn.TransformerEncoderLayer(
                d_model=width,
                nhead=int(config["num_attention_heads"]),
                dim_feedforward=int(config["intermediate_size"]),
                dropout=0.0,
                activation="gelu",
                layer_norm_eps=eps,
                batch_first=True,
            )
            for _ in range(int(config["num_hidden_layers"]))
        )

    @classmethod
    def from_folder(cls, folder: Path) -> BertEncoder:
        """Read ``config.json`` and ``model.safetensors``; ready for inference."""
        network = cls(json.loads((folder / "config.json").read_text("utf-8")))
        network.load_state_dict(_renamed(load_file(folder / "model.safetensors"), len(network.blocks)))
        return network.eval()

    def forward(self, ids: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        """Map ids ``(N, L)`` int64 to ``(N, L, D)``; ``real`` ``(N, L)`` bool is false where padded."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.norm(self.words(ids) + self.positions(places) + self.kinds.weight[0])  # (N, L, D)
        for block in self.blocks:
            states = block(states, src_key_padding_mask=~real)
        return cast(torch.Tensor, states)


def _renamed(published: dict[str, torch.Tensor], blocks: int) -> dict[str, torch.Tensor]:
    """Give the published tensors this module's names; query, key and value become one matrix."""
    found = {
        "words.weight": published["embeddings.word_embeddings.weight"],
        "positions.weight": published["embeddings.position_embeddings.weight"],
        "kinds.weight": published["embeddings.token_type_embeddings.weight"],
        "norm.weight": published["embeddings.LayerNorm.weight"],
        "norm.bias": published["embeddings.LayerNorm.bias"],
    }
    for index in range(blocks):
        theirs, ours = f"encoder.layer.{index}.", f"blocks.{index}."
        for part in ("weight", "bias"):
            attention = [
                published[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")
            ]
            found[f"{ours}self_attn.in_proj_{part}"] = torch.cat(attention)  # (3 D, D) or (3 D,)
            for their_name, our_name in _BLOCK_NAMES.items():
                found[f"{ours}{our_name}.{part}"] = published[f"{theirs}{their_name}.{part}"]
    return found
