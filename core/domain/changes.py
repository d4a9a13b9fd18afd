"""What a commit changed, told once to everybody who shows it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Ids whose rows changed. ``everything`` says: another program wrote, read all anew."""

    videos: frozenset[int] = frozenset()
    jobs: frozenset[int] = frozenset()
    tag_tree: bool = False
    folders: bool = False
    everything: bool = False

    def __or__(self, other: ChangeSet) -> ChangeSet:
        return ChangeSet(
            self.videos | other.videos,
            self.jobs | other.jobs,
            self.tag_tree or other.tag_tree,
            self.folders or other.folders,
            self.everything or other.everything,
        )

    def __bool__(self) -> bool:
        return bool(self.videos or self.jobs or self.tag_tree or self.folders or self.everything)


@dataclass(slots=True)
class ChangeNotes:
    """Collects while a transaction runs."""

    videos: set[int] = field(default_factory=set)
    jobs: set[int] = field(default_factory=set)
    tag_tree: bool = False
    folders: bool = False

    def freeze(self) -> ChangeSet:
        return ChangeSet(frozenset(self.videos), frozenset(self.jobs), self.tag_tree, self.folders)
