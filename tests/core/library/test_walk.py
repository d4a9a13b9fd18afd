from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from core.library.walk import is_watchable_name, seen_file, walk

Make = Callable[..., Path]


def names(root: Path) -> set[str]:
    return {os.path.relpath(path, root) for path in walk(str(root)).files}


def test_videos_are_found_at_every_depth_and_other_files_are_not(make_clip: Make, tmp_path: Path) -> None:
    make_clip(tmp_path / "a.mp4")
    make_clip(tmp_path / "one" / "two" / "б.MKV")
    make_clip(tmp_path / "one" / "notes.txt")
    assert names(tmp_path) == {"a.mp4", "one/two/б.MKV"}


def test_hidden_and_system_folders_are_passed_by(make_clip: Make, tmp_path: Path) -> None:
    for folder in (".Trash-1000", "$RECYCLE.BIN", "System Volume Information", "@eaDir", "shown"):
        make_clip(tmp_path / folder / "a.mp4")
    make_clip(tmp_path / "._b.mp4")
    assert names(tmp_path) == {"shown/a.mp4"}


def test_a_loop_of_links_ends_and_every_file_is_found_once(make_clip: Make, tmp_path: Path) -> None:
    root = tmp_path / "root"
    make_clip(root / "sub" / "a.mp4")
    (root / "sub" / "loop").symlink_to(root)
    (root / "aaa again").symlink_to(root / "sub")
    (root / "itself").symlink_to(root / "itself")
    assert names(root) == {"sub/a.mp4"}


def test_a_link_above_the_root_does_not_bring_in_the_disk(make_clip: Make, tmp_path: Path) -> None:
    root = tmp_path / "root"
    make_clip(root / "a.mp4")
    make_clip(tmp_path / "elsewhere" / "b.mp4")
    (root / "up").symlink_to(tmp_path)
    assert names(root) == {"a.mp4"}


def test_linked_folders_and_files_are_followed(make_clip: Make, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    outside = make_clip(tmp_path / "other drive" / "b.mp4")
    (root / "linked").symlink_to(outside.parent)
    (root / "c.mp4").symlink_to(outside)
    assert names(root) == {"linked/b.mp4", "c.mp4"}


def test_a_link_whose_drive_is_away_blocks_what_lies_behind_it(tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(tmp_path / "nowhere")
    found = walk(str(tmp_path))
    assert found.blocked == [str(tmp_path / "linked")]
    assert not found.failures


def test_a_forbidden_folder_is_reported_and_the_rest_is_found(
    open_space: Path, make_clip: Make, as_ordinary_user: None
) -> None:
    make_clip(open_space / "secret" / "a.mp4")
    make_clip(open_space / "shown" / "b.mp4")
    (open_space / "secret").chmod(0)
    found = walk(str(open_space))
    (open_space / "secret").chmod(0o700)
    assert [Path(path).name for path in found.files] == ["b.mp4"]
    assert found.blocked == [str(open_space / "secret")]
    assert "permissions" in found.failures[0].reason


def test_names_of_any_bytes_are_found(tmp_path: Path) -> None:
    names_of_files = [b"new\nline.mp4", b"not utf8 \xff\xfe.mp4", "Й разложенная.mp4".encode()]
    for name in names_of_files:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"content")
    assert {os.fsencode(Path(p).name) for p in walk(str(tmp_path)).files} == set(names_of_files)


def test_a_walk_can_be_stopped(make_clip: Make, tmp_path: Path) -> None:
    make_clip(tmp_path / "a.mp4")
    assert not walk(str(tmp_path), lambda: True).complete


def test_a_folder_and_a_pipe_with_the_name_of_a_video_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder.mp4").mkdir()
    os.mkfifo(tmp_path / "pipe.mp4")
    assert names(tmp_path) == set()
    assert seen_file(str(tmp_path / "pipe.mp4")) is None


def test_a_name_is_watchable_where_a_walk_would_look() -> None:
    assert is_watchable_name("/v/a/b.mp4", "/v")
    assert not is_watchable_name("/v/.cache/b.mp4", "/v")
    assert is_watchable_name("/home/.hidden/v/b.mp4", "/home/.hidden/v")
