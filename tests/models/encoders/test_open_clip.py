"""A small network with random weights in the real format of SigLIP 2, tokenizer files included."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from safetensors.torch import save_file

from core.analysis.ports import JointEncoder
from models.encoders.open_clip import OpenClipEncoder
from models.torchvision_compat import ensure_torchvision

WORDS = ["<pad>", "<eos>", "<bos>", "<unk>", "a", "photo", "of", "cat", "dog", "кошка", "."]
CONFIG: dict[str, Any] = {
    "model_cfg": {
        "embed_dim": 64,
        "init_logit_bias": -10,
        "custom_text": True,
        "vision_cfg": {
            "image_size": 64,
            "timm_model_name": "test_vit",
            "timm_model_pretrained": False,
            "timm_pool": "map",
            "timm_proj": "none",
        },
        "text_cfg": {
            "context_length": 12,
            "vocab_size": len(WORDS),
            "hf_tokenizer_name": "nobody/has-this-name",
            "tokenizer_kwargs": {"clean": "canonicalize"},
            "width": 64,
            "heads": 2,
            "layers": 1,
            "no_causal_mask": True,
            "proj_bias": True,
            "pool_type": "last",
            "norm_kwargs": {"eps": 1e-06},
            "act_kwargs": {"approximate": "tanh"},
        },
    },
    "preprocess_cfg": {
        "mean": [0.5, 0.5, 0.5],
        "std": [0.5, 0.5, 0.5],
        "interpolation": "bicubic",
        "resize_mode": "squash",
    },
}


def write_tokenizer(folder: Path) -> None:
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    words = Tokenizer(models.WordLevel({word: index for index, word in enumerate(WORDS)}, unk_token="<unk>"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    words.post_processor = processors.TemplateProcessing(single="$A <eos>", special_tokens=[("<eos>", 1)])
    special = {"pad_token": "<pad>", "eos_token": "<eos>", "bos_token": "<bos>", "unk_token": "<unk>"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=words, **special)  # type: ignore[no-untyped-call]
    tokenizer.save_pretrained(folder)


def write_network(folder: Path, seed: int) -> Path:
    ensure_torchvision()
    import open_clip

    folder.mkdir(parents=True)
    torch.manual_seed(seed)
    network = open_clip.CustomTextCLIP(
        **{name: part for name, part in CONFIG["model_cfg"].items() if name != "custom_text"}
    )
    save_file(dict(network.state_dict()), folder / "open_clip_model.safetensors")
    (folder / "open_clip_config.json").write_text(json.dumps(CONFIG), "utf-8")
    write_tokenizer(folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_network(tmp_path_factory.mktemp("hub") / "siglip2-small", seed=3)


@pytest.fixture(scope="module")
def encoder(folder: Path) -> JointEncoder:
    return OpenClipEncoder(folder)


def noise(count: int, height: int = 90, width: int = 160) -> list[NDArray[np.uint8]]:
    generator = np.random.default_rng(2)
    return [generator.integers(0, 256, (height, width, 3), dtype=np.uint8) for _ in range(count)]


def test_pictures_and_texts_lie_on_one_unit_sphere(encoder: JointEncoder) -> None:
    pictures, texts = encoder.encode(noise(10)), encoder.encode_texts(["a photo of a cat", "кошка", "dog"])
    assert (pictures.shape, texts.shape) == ((10, 64), (3, 64))
    assert pictures.dtype == texts.dtype == np.float32
    for vectors in (pictures, texts):
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-5)


def test_pictures_are_prepared_as_the_library_would(encoder: JointEncoder, folder: Path) -> None:
    import open_clip

    network, transform = open_clip.create_model_from_pretrained(f"local-dir:{folder}")
    picture = noise(1)[0]
    with torch.inference_mode():
        theirs = network.eval().encode_image(transform(Image.fromarray(picture))[None], normalize=True)
    np.testing.assert_allclose(encoder.encode([picture]), theirs.numpy(), atol=1e-5)


def test_scale_and_bias_give_the_probability_of_the_network(encoder: JointEncoder, folder: Path) -> None:
    import open_clip

    network = open_clip.create_model(f"local-dir:{folder}").eval()
    pictures, texts = noise(2), ["a photo of a dog", "кошка"]
    logits = encoder.scale * encoder.encode(pictures) @ encoder.encode_texts(texts).T + encoder.bias
    ids = open_clip.get_tokenizer(f"local-dir:{folder}")(texts)
    squares = torch.from_numpy(np.stack([OpenClipEncoder(folder)._input.square(one) for one in pictures]))
    with torch.inference_mode():
        theirs = network.get_logits(squares, ids)[0]
    assert encoder.bias == -10
    np.testing.assert_allclose(logits, theirs.numpy(), atol=1e-3)


def test_a_row_depends_neither_on_its_neighbours_nor_on_the_run(encoder: JointEncoder) -> None:
    pictures, texts = noise(11), ["a cat", "", "a dog"] * 5
    np.testing.assert_array_equal(encoder.encode(pictures), encoder.encode(pictures))
    np.testing.assert_allclose(encoder.encode(pictures)[10:], encoder.encode(pictures[10:]), atol=1e-5)
    np.testing.assert_allclose(encoder.encode_texts(texts)[:1], encoder.encode_texts(texts[:1]), atol=1e-5)


@pytest.mark.parametrize("text", ["", "  ", "...", "\n"])
def test_a_text_that_says_nothing_is_zero(encoder: JointEncoder, text: str) -> None:
    assert not encoder.encode_texts([text]).any()


def test_nothing_gives_no_rows(encoder: JointEncoder) -> None:
    assert encoder.encode([]).shape == encoder.encode_texts([]).shape == (0, 64)


def test_other_weights_are_another_version(encoder: JointEncoder, tmp_path: Path) -> None:
    other = OpenClipEncoder(write_network(tmp_path / "siglip2-small", seed=4))
    assert other.version != encoder.version
    assert other.version.startswith("open-clip-siglip2-small-")


def test_missing_weights_are_refused_at_once(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "open_clip_config.json").write_bytes((folder / "open_clip_config.json").read_bytes())
    with pytest.raises(FileNotFoundError, match=r"open_clip_model\.safetensors"):
        OpenClipEncoder(tmp_path)


def test_a_folder_is_enough_no_connection_is_tried(folder: Path) -> None:
    code = f"""
import socket
from pathlib import Path
def refuse(*arguments, **named):
    raise AssertionError("a connection was tried")
socket.socket.connect = socket.getaddrinfo = refuse
from models.encoders.open_clip import OpenClipEncoder
print(OpenClipEncoder(Path({str(folder)!r})).encode_texts(["a cat"]).shape)
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], check=False, capture_output=True, text=True, timeout=200
    )
    assert (done.returncode, done.stdout.strip()) == (0, "(1, 64)"), done.stderr
