from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.exchange.iab import read_iab

LABELS = Path(__file__).resolve().parents[4] / "shared" / "labels"
HEAD = "Relational ID System\t\t\tContent Taxonomy v3.1\t\t\t\tExtension\nUnique ID\tParent\tName\tTier 1\n"


def written(folder: Path, text: str, name: str = "Content_3.1.tsv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("version", "prefix", "categories", "path"),
    [
        ("1.0", "iab10", 392, ("Arts & Entertainment", "Books & Literature")),
        ("2.2", "iab22", 1196, ("Automotive", "Auto Body Styles", "Commercial Trucks")),
        ("3.1", "iab31", 704, ("Automotive", "Auto Body Styles", "Commercial Trucks")),
    ],
)
def test_published_files_become_trees(
    version: str, prefix: str, categories: int, path: tuple[str, ...]
) -> None:
    file = LABELS / f"IAB_Content_Taxonomy_{version}.tsv"
    if not file.exists():
        pytest.skip("the folder ../shared/labels with published taxonomies is not there")
    tree = read_iab(file)
    assert (tree.version, tree.prefix, len(tree.taxonomy)) == (version, prefix, categories)
    assert path in {tree.taxonomy.path(node.key) for node in tree.taxonomy.nodes}
    assert all(node.key.startswith(f"{prefix}.") for node in tree.taxonomy.nodes)


def test_a_child_may_stand_before_its_parent_and_a_cell_may_hold_a_line_break(tmp_path: Path) -> None:
    tree = read_iab(written(tmp_path, HEAD + 'b\ta\t"Two\nlines"\n\t\t\na\t\tTop\n')).taxonomy
    assert tree.path("iab31.b") == ("Top", "Two lines")
    assert tree["iab31.b"].name("ru") == "Two lines"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Name\tAge\n", "other names"),
        ("", "other names"),
        (HEAD + "a\tz\tLost\n", "names z as its parent"),
        (HEAD + "a\tb\tOne\nb\ta\tTwo\n", "own ancestor"),
        (HEAD + "a\t\tOne\na\t\tTwo\n", "twice"),
        (HEAD + "a\t\tOne\nb\t\t\n", "line 4, name"),
        (HEAD + "a b\t\tOne\n", "line 3, id"),
    ],
)
def test_a_file_that_cannot_be_understood_says_where(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        read_iab(written(tmp_path, text))


def test_other_encodings_and_missing_files_are_sentences_for_a_person(tmp_path: Path) -> None:
    file = tmp_path / "Content_3.1.tsv"
    with pytest.raises(UserError, match="cannot be opened"):
        read_iab(file)
    file.write_bytes("Имя".encode("utf-16"))
    with pytest.raises(UserError, match="not UTF-8"):
        read_iab(file)
