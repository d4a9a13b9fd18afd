"""Build ``resources/taxonomy/imagenet_map.json``: which tag each of ImageNet's 1,000 classes speaks for.

Every class name is looked up in WordNet (Debian's ``wordnet`` package) and climbs its hypernyms to the
nearest rule of ``imagenet_rules.json``; the ``classes`` of that file, chosen by hand, win over the rules. A
class that meets neither speaks for nothing. The result is committed, so that WordNet is not needed to run
the program.

    python packaging/build_imagenet_map.py [--wordnet /usr/share/wordnet]
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "packaging" / "imagenet_rules.json"
RESULT = ROOT / "resources" / "taxonomy" / "imagenet_map.json"
ANIMALS_BELOW = 398  # the first 398 classes are animals, then come artefacts
ANIMAL_FILE, ARTEFACT_FILE = "05", "06"  # lexicographer files of WordNet
PEOPLE = "people"


class WordNet:
    """The nouns of a WordNet dictionary folder."""

    def __init__(self, folder: Path) -> None:
        self._data = (folder / "data.noun").read_bytes()
        lines = (folder / "index.noun").read_text(encoding="utf-8").splitlines()
        self._index = {line.split(" ", 1)[0]: line.split() for line in lines if not line.startswith(" ")}

    def senses(self, word: str) -> list[int]:
        """Return the offsets of a word's senses, the most frequent first."""
        fields = self._index.get(word.replace(" ", "_").casefold())
        return [int(field) for field in fields[-int(fields[2]) :]] if fields else []

    def synset(self, offset: int) -> tuple[str, list[str], list[int]]:
        """Return lexicographer file, lemmas and the offsets of the hypernyms."""
        fields = self._data[offset : self._data.index(b"\n", offset)].decode().split(" | ")[0].split()
        count = int(fields[3], 16)
        lemmas = [fields[4 + 2 * place].casefold() for place in range(count)]
        pointers = fields[5 + 2 * count :]
        return fields[1], lemmas, [int(b) for a, b in pairwise(pointers) if a == "@"]

    def lineage(self, offset: int) -> Iterator[str]:
        """Yield the lemmas of a synset and of all above it, nearest first."""
        level, seen = [offset], set[int]()
        while level:
            above: list[int] = []
            for place in level:
                if place not in seen:
                    seen.add(place)
                    _, lemmas, parents = self.synset(place)
                    yield from lemmas
                    above += parents
            level = above


def class_names() -> list[str]:
    """Read the names from torchvision's source: importing torchvision takes seconds and may fail."""
    spec = importlib.util.find_spec("torchvision")
    if spec is None or spec.origin is None:
        raise SystemExit("torchvision is not installed: run this inside the project's environment.")
    source = (Path(spec.origin).parent / "models" / "_meta.py").read_text(encoding="utf-8")
    for statement in ast.parse(source).body:
        if (
            isinstance(statement, ast.Assign)
            and getattr(statement.targets[0], "id", "") == "_IMAGENET_CATEGORIES"
        ):
            return list(ast.literal_eval(statement.value))
    raise SystemExit("torchvision's class names have moved.")


def synset_of(wordnet: WordNet, name: str, index: int) -> int | None:
    """Choose the sense of a class name: an animal among the first classes, else preferably an artefact."""
    senses = wordnet.senses(name)
    wanted = ANIMAL_FILE if index < ANIMALS_BELOW else ARTEFACT_FILE
    fitting = [sense for sense in senses if wordnet.synset(sense)[0] == wanted]
    return next(iter(fitting or senses), None)


def rule_for(wordnet: WordNet, name: str, index: int, rules: dict[str, list[str]]) -> list[Any]:
    """Return tag and kind of the nearest hypernym with a rule."""
    sense = synset_of(wordnet, name, index)
    lemmas = wordnet.lineage(sense) if sense is not None else iter(())
    found = next((rules[lemma] for lemma in lemmas if lemma in rules), None)
    if found is None and index < ANIMALS_BELOW:
        found = ["animals", "subject"]
    return list(found) if found else [None]


def record(index: int, name: str, chosen: list[Any], book: dict[str, Any]) -> dict[str, object]:
    """Return one line of the map; what people wear speaks for people as well."""
    tag, kind, weight = [*chosen, *[None, None, None][len(chosen) :]]
    tags: dict[str, float] = {key: names[name] for key, names in book["also"].items() if name in names}
    if kind == "worn":
        tags[PEOPLE] = book["kinds"][PEOPLE] * (weight or 1.0)
    if tag:
        tags[tag] = max(tags.get(tag, 0.0), book["kinds"][kind] * (weight or 1.0))
    return {"index": index, "class": name, "tags": {key: round(tags[key], 3) for key in sorted(tags)}}


def write_map(dictionary: Path, result: Path) -> str:
    """Write the map; return a sentence about it."""
    wordnet = WordNet(dictionary)
    book = json.loads(RULES.read_text(encoding="utf-8"))
    rules = {lemma: rest for lemma, *rest in book["hypernyms"]}
    chosen = book["classes"]
    records = [
        record(index, name, chosen.get(name) or rule_for(wordnet, name, index, rules), book)
        for index, name in enumerate(class_names())
    ]
    lines = ",\n".join(json.dumps(line, ensure_ascii=False) for line in records)
    result.write_text(f'{{\n"classes": [\n{lines}\n]\n}}\n', encoding="utf-8")
    mapped = sum(bool(line["tags"]) for line in records)
    return f"{result.name}: {mapped} of {len(records)} classes speak for a tag"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    print(write_map(parser.parse_args().wordnet, RESULT))


if __name__ == "__main__":
    main()
