"""Brings HDR pictures (PQ and HLG, BT.2020) to what an ordinary screen and a network expect.

The curves are those of ITU-R BT.2100; 203 nits are the white of ITU-R BT.2408; the roll-off is Reinhard's.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TRANSFER_PQ = 16
TRANSFER_HLG = 18
"""Numbers of the transfer characteristics as in ITU-T H.273."""

_WHITE_NITS = 203.0
_PQ_PEAK_NITS = 10_000.0
_HLG_PEAK_NITS = 1_000.0
_HLG_SYSTEM_GAMMA = 1.2
_BRIGHTEST = 1_000.0 / _WHITE_NITS
"""Light, in units of white, that is mapped to full scale."""
_BT2020_TO_BT709 = np.array(
    [[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]], dtype=np.float32
)
_BT2020_LUMA = np.array([0.2627, 0.6780, 0.0593], dtype=np.float32)


def is_hdr(transfer: int) -> bool:
    return transfer in (TRANSFER_PQ, TRANSFER_HLG)


def tone_map(signal: NDArray[np.uint16], transfer: int) -> NDArray[np.uint8]:
    """Turn an HDR picture, RGB uint16 full range ``(H, W, 3)``, into sRGB uint8 of the same shape."""
    encoded = signal.astype(np.float32) / 65535.0
    light = _pq_light(encoded) if transfer == TRANSFER_PQ else _hlg_light(encoded)
    light = _roll_off(light)
    light = np.clip(light @ _BT2020_TO_BT709.T, 0.0, 1.0)
    curve = np.where(light <= 0.0031308, light * 12.92, 1.055 * np.power(light, 1 / 2.4) - 0.055)
    return np.asarray(np.rint(curve * 255.0), dtype=np.uint8)


def _pq_light(encoded: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return linear light in units of white, from the perceptual quantiser (SMPTE ST 2084)."""
    m1, m2 = 2610 / 16384, 2523 / 4096 * 128
    c1, c2, c3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
    root = np.power(encoded, 1 / m2)
    light = np.power(np.maximum(root - c1, 0.0) / (c2 - c3 * root), 1 / m1)
    return np.asarray(light * (_PQ_PEAK_NITS / _WHITE_NITS), dtype=np.float32)


def _hlg_light(encoded: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return linear light in units of white, from hybrid log-gamma on a screen of 1,000 nits."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(encoded <= 0.5, encoded**2 / 3, (np.exp((encoded - c) / a) + b) / 12)
    luma = np.maximum(scene @ _BT2020_LUMA, 1e-6)[..., None]
    light = scene * np.power(luma, _HLG_SYSTEM_GAMMA - 1) * (_HLG_PEAK_NITS / _WHITE_NITS)
    return np.asarray(light, dtype=np.float32)


def _roll_off(light: NDArray[np.float32]) -> NDArray[np.float32]:
    """Compress highlights by luminance, so that hues stay; shadows stay."""
    luma = np.maximum(light @ _BT2020_LUMA, 1e-6)[..., None]
    mapped = luma * (1 + luma / _BRIGHTEST**2) / (1 + luma)
    return np.asarray(light * (mapped / luma), dtype=np.float32)
