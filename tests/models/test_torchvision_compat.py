"""The mended import, each in a process of its own: what is imported once cannot be imported again."""

from __future__ import annotations

import subprocess
import sys

import pytest


def run_python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_transforms_and_video_networks_work_after_the_mended_import() -> None:
    code = """
import torch
from models.torchvision_compat import ensure_torchvision
ensure_torchvision()
ensure_torchvision()
import torchvision
from torchvision.transforms import v2
from torchvision.models.video import s3d
assert v2.Resize((8, 8))(torch.zeros(3, 20, 30)).shape == (3, 8, 8)
assert s3d(num_classes=5).eval()(torch.zeros(1, 3, 16, 224, 224)).shape == (1, 5)
print("done")
"""
    assert run_python(code) == "done"


def test_the_error_it_mends_is_the_one_that_torchvision_raises_here() -> None:
    code = """
from models.torchvision_compat import _MISSING_OPERATOR, ensure_torchvision
try:
    import torchvision
    print("native")
except RuntimeError as error:
    assert _MISSING_OPERATOR in str(error), error
    print("mended")
"""
    assert run_python(code) in {"native", "mended"}


@pytest.mark.parametrize("error", ["RuntimeError('something else')", "ImportError('no such library')"])
def test_any_other_error_goes_to_the_caller(error: str) -> None:
    code = f"""
import importlib
from models.torchvision_compat import ensure_torchvision
def fail(name):
    raise {error}
importlib.import_module = fail
try:
    ensure_torchvision()
except (RuntimeError, ImportError) as error:
    print(type(error).__name__, error)
"""
    assert run_python(code) == error.replace("('", " ").replace("')", "")


def test_a_torchvision_whose_operators_load_is_left_alone() -> None:
    code = """
import sys, types
sys.modules["torchvision"] = mine = types.ModuleType("torchvision")
from models import torchvision_compat
torchvision_compat.ensure_torchvision()
assert sys.modules["torchvision"] is mine
assert not torchvision_compat._definitions
print("untouched")
"""
    assert run_python(code) == "untouched"


def test_there_are_a_thousand_different_class_names() -> None:
    from models.imagenet_classes import imagenet_class_names

    names = imagenet_class_names()
    assert len(set(names)) == 1000
    assert (names[0], names[207], names[967]) == ("tench", "golden retriever", "espresso")
