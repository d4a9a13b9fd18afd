from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.domain.tags import TagNode, Taxonomy
from core.domain.videos import EpisodeName

TREE = Taxonomy(
    (
        TagNode("animals", None, "Animals", "Животные"),
        TagNode("animals.dogs", "animals", "Dogs", "Собаки"),
        TagNode("animals.dogs.poodles", "animals.dogs", "Poodles", "Пудели"),
        TagNode("sports", None, "Sports", "Спорт"),
    )
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """A real library with a small tree."""
    catalogue = Catalogue(tmp_path / "library.sqlite3")
    with catalogue.write() as edit:
        edit.tag_tree.merge(TREE, "home")
    yield catalogue
    catalogue.close()


def add_video(catalogue: Catalogue, name: str = "one") -> int:
    """Put a video with one file into the library."""
    with catalogue.write() as edit:
        video_id = edit.videos.ensure(f"id-{name}", EpisodeName(name), 10)
        edit.files.put(f"/videos/{name}.mp4", video_id, None, 10, 1)
    return video_id
