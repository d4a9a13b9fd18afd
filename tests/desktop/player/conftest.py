"""PySide must survive as many signals as the tests send."""

from __future__ import annotations

from desktop.true_refcount import spare_true

spare_true()
