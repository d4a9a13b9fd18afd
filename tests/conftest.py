"""What every test stands on."""

from __future__ import annotations

import os

# Before Qt is imported anywhere: tests that need a real display start one of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
