"""Whether the weights of the networks are here and whole."""

from __future__ import annotations

from collections.abc import Iterator

from core.analysis.weights import ModelState, ModelStore
from core.health.finding import Finding, Health, well
from core.paths import models_home


def look_at_weights() -> Iterator[Finding]:
    """Yield a finding for each set of weights; those that are here are read to the last byte."""
    store = ModelStore(models_home())
    for status in store.list():
        name = f"model {status.entry.id}"
        if status.state is ModelState.MISSING:
            if status.entry.is_embedded:
                yield Finding(name, Health.FAILED, "missing", status.problem)
            else:
                yield well(name, "not fetched; the program works without it")
            continue
        problems = store.verify(status.entry.id).problems
        if problems:
            broken = Health.FAILED if status.entry.is_embedded else Health.WARNING
            yield Finding(name, broken, "damaged", " ".join(problems))
        else:
            yield well(name, f"whole, {status.entry.size_bytes / 1e6:.0f} MB")
