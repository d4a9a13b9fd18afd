"""Takes names of files and folders apart: what is a word for people, what is noise."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePath

from core.paths import readable

_TECHNICAL = re.compile(
    r"""(?ix) (?<!\w) (
        \d{3,4}[pi] (?:\d{2})? | [48]k | uhd | fhd | hdr(?:10\+?)? | sdr | dolby[ ]?vision |
        x\.?26[45] | h\.?26[45] | hevc | avc | av1 | xvid | divx | vp9 | mpeg-?[24] | 10-?bit | 8-?bit |
        web-?dl | web-?rip | web | blu-?ray | b[dr]-?rip | dvd-?(?:rip|scr|5|9) | hd-?rip | hdtv(?:-?rip)? |
        tv-?rip | sat-?rip | cam-?rip | remux | remastered | proper | repack |
        aac(?:\d[ .]\d)? | ac-?3 | e-?ac-?3 | dts(?:-?hd)? | truehd | flac | mp3 | ddp?\d[ .]\d | [257]\.1 |
        \d{2,3}[ ]?fps | rip | dub | sub(?:bed|s)? | multi
    ) (?!\w)"""
)
_CERTAIN = re.compile(
    r"""(?ix) (?<!\w) ( \d{3,4}[pi] | x\.?26[45] | h\.?26[45] | hevc | xvid | web-?dl | web-?rip | blu-?ray |
        b[dr]-?rip | dvd-?rip | hd-?rip | hdtv(?:-?rip)? ) (?!\w)"""
)
_CAMERA = re.compile(
    r"""(?ix) ^ (?: (?: img | vid | mov | mvi | dsc[fn]? | dscn | pxl | gopr | g[xhp] | dji | mah | pict |
        clip | c | video | movie | wp | signal | whatsapp[ ]video | screen[ ]?recording | rec | m2u | sam
        | cimg | p ) [ _-]* )?
        \d{3,} (?: [ _.\-:~]* (?: \d+ | at | wa | mp | ts | lv | pano | hdr | am | pm | vid ) )*
        \s* (?: \(\d+\) )? $"""
)
_SEPARATORS = re.compile(r"[._]+|\s+")
_BRACKETS = re.compile(r"\[(?!(?:19|20)\d\d\])[^\]]*\]|\{[^}]*\}")
_YEAR_ALONE = re.compile(r"[(\[]?((?:19|20)\d\d)[)\]]?$")
_NUMBERING = re.compile(r"^\d{1,3}(?:[.)]|\s*[-–—])\s+(?=\D)")
_GENERIC_WORDS = """
video videos movies movie films film clips clip media multimedia download downloads dcim camera
100media tmp temp new folder untitled home users user documents desktop pictures photos shared share public
mnt volumes volume disk drive usb backup archive archives library files data root srv var opt run misc other
others sorted unsorted incoming complete completed torrents torrent recordings samples
видео фильмы фильм кино клипы клип ролики загрузки камера новая папка документы изображения фото
фотографии общие диск архив резерв разное прочее рабочий стол медиа медиатека
"""
_GENERIC_FOLDERS = frozenset(_GENERIC_WORDS.split())
_GENERIC_PHRASES = frozenset(
    {
        "new folder",
        "новая папка",
        "рабочий стол",
        "my videos",
        "my movies",
        "мои видео",
        "мои фильмы",
        "camera roll",
    }
)
_FOLDERS_OF_HOMES = frozenset({"home", "users"})
_SEASON_FOLDER = re.compile(
    r"(?i)^(?:(?:season|сезон|series|s)[ ._-]*\d{1,3}|\d{1,3}[ ._-]*(?:season|сезон)|specials?)$"
)


def normal(text: str) -> str:
    """Return the text with letters in one composed form and bytes that are no UTF-8 shown as such."""
    return unicodedata.normalize("NFC", readable(text))


def is_camera_name(stem: str) -> bool:
    """Say whether a camera or a phone made the name (``IMG_1234``, ``20190712_101112``, ``GX010042``)."""
    return bool(_CAMERA.match(stem.strip()))


def is_season_folder(name: str) -> bool:
    """Say whether a folder is one season of the series that its parent is named after."""
    return bool(_SEASON_FOLDER.match(name.strip()))


def clean_title(stem: str) -> str:
    """Return the name as people would write it: no technical words, no dots for spaces.

    A name that a camera made stays as it is.
    """
    stem = normal(stem)
    if is_camera_name(stem):
        return stem.strip()
    certain = _CERTAIN.search(_SEPARATORS.sub(" ", stem))
    text = _BRACKETS.sub(" ", stem) if certain or _BRACKETS.sub("", stem).strip(" ._-") else stem
    text = _spaced(text)
    if certain:
        text = _cut_tail(text)
    return text.strip(" -–—_.,") or stem.strip()


def meaningful_folders(path: str, at_most: int = 2) -> list[str]:
    """Return the nearest folders above the path whose names say something, nearest first."""
    home = Path.home()
    folders: list[str] = []
    for folder in PurePath(path).parents:
        if folder == home or not folder.name or len(folders) == at_most:
            break
        name = clean_title(folder.name)
        if folder.parent.name.casefold() in _FOLDERS_OF_HOMES:
            break
        if not _says_nothing(name) and not is_season_folder(name):
            folders.append(name)
    return folders


def name_text(path: str) -> str:
    """Return the words of file and folders that can say what the video shows, for the tagger."""
    stem = PurePath(path).stem
    words = [] if is_camera_name(normal(stem)) else [_NUMBERING.sub("", clean_title(stem))]
    for folder in meaningful_folders(path):
        if not any(folder.casefold() in word.casefold() for word in words):
            words.append(folder)
    return ", ".join(words)


def _says_nothing(name: str) -> bool:
    folded = name.casefold()
    words = re.findall(r"[^\W\d_]+", folded)
    return (
        sum(map(len, words)) < 2
        or folded in _GENERIC_PHRASES
        or all(word in _GENERIC_FOLDERS for word in words)
    )


def _spaced(text: str) -> str:
    """Dots and underscores stand for spaces only where the name has none of its own."""
    return (
        " ".join(_SEPARATORS.sub(" ", text).split())
        if " " not in text.strip()
        else " ".join(text.replace("_", " ").split())
    )


def _cut_tail(text: str) -> str:
    """Drop everything from the first technical word on: what follows it is technical too."""
    found = _TECHNICAL.search(text)
    if found is None or found.start() == 0:
        return text
    head = text[: found.start()].strip(" -–—([.,")
    year = _YEAR_ALONE.search(head)
    if year is not None and year.start() > 0:
        return f"{head[: year.start()].strip(' -–—([.,')} ({year.group(1)})"
    return head
