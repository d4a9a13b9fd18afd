"""A real library on disk, small and drawn by hand: for tests of the window."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw

from core.catalogue.catalogue import Catalogue
from core.catalogue.session import Session
from core.domain.jobs import JobKind
from core.domain.media import AudioStream, FramePicture, MediaFacts, VideoStream
from core.domain.segments import SegmentKind, TranscriptLine
from core.domain.stages import DEEP_STAGES
from core.domain.tags import TagNode, TagPrediction, Taxonomy
from core.domain.videos import EpisodeName

TREE = Taxonomy(
    (
        TagNode("animals", None, "Animals", "Животные", ("creatures",)),
        TagNode("animals.dogs", "animals", "Dogs", "Собаки", ("puppy",)),
        TagNode("animals.cats", "animals", "Cats", "Кошки"),
        TagNode("sport", None, "Sport", "Спорт"),
        TagNode("sport.ski", "sport", "Skiing", "Лыжи"),
    )
)
PLAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Dog on the beach", ("animals.dogs",)),
    ("Cat and dog", ("animals.dogs", "animals.cats")),
    ("Cat asleep", ("animals.cats",)),
    ("Skiing with the dog", ("sport.ski", "animals.dogs")),
    ("Skiing in March", ("sport.ski",)),
    ("Northern Lights", ()),
    ("Northern Lights", ()),
    ("Birthday", ()),
)
DURATION_S = 600.0


def picture(width: int, height: int, colour: str) -> bytes:
    """Return a JPEG with a disc on a ground."""
    image = Image.new("RGB", (width, height), colour)
    ImageDraw.Draw(image).ellipse((width // 4, height // 4, width // 2, height // 2), fill="white")
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


class SmallLibrary:
    """``videos`` are the ids in the order of ``PLAN``; the last one failed, 5 and 6 are episodes."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.catalogue = Catalogue(home / "library.sqlite3")
        self.videos: list[int] = []
        with self.catalogue.write() as edit:
            edit.tag_tree.merge(TREE, "home")
            self.tags = edit.tag_tree.ids_by_key()
            self.folder = edit.folders.add(str(home / "videos"))
            for number in range(len(PLAN)):
                self.videos.append(self._add(edit, number))
            self._fill_first(edit)
        for number in range(len(PLAN)):
            self._draw(number)

    def video(self, number: int) -> int:
        return self.videos[number]

    def _add(self, edit: Session, number: int) -> int:
        title, keys = PLAN[number]
        series = title if number in (5, 6) else None
        name = EpisodeName(title, series, 1 if series else None, number - 4 if series else None)
        video_id = edit.videos.ensure(f"identity-{number}", name, 1_000_000 * (number + 1))
        path = str(self.home / "videos" / f"{number} {title}.mp4")
        edit.files.put(path, video_id, self.folder.id, 1_000_000, 1)
        edit.videos.index_words(video_id, path)
        edit.videos.set_facts(video_id, _facts(number))
        predictions = [TagPrediction(key, 0.9, "picture", (10.0, 300.0)) for key in keys]
        edit.video_tags.replace_predictions(video_id, predictions)
        return video_id

    def _fill_first(self, edit: Session) -> None:
        first, last = self.videos[0], self.videos[-1]
        edit.segments.mark(first, SegmentKind.INTRO, 5.0, 35.0)
        spoken = ("Good morning", "We go to the beach", "The dog can swim")
        lines = [TranscriptLine(10.0 * n, 10.0 * n + 5, text) for n, text in enumerate(spoken)]
        edit.transcripts.replace(first, lines)
        edit.videos.set_error(last, "The file ends in the middle. Copy it again.")
        job = edit.jobs.enqueue(last, JobKind.DEEP, DEEP_STAGES)
        edit.jobs.claim("test", 60.0, [job])
        edit.jobs.finish(job, "test", "The file ends in the middle. Copy it again.")
        edit.jobs.enqueue(first, JobKind.DEEP, DEEP_STAGES)

    def _draw(self, number: int) -> None:
        colour = f"hsl({45 * number}, 60%, 45%)"
        frames = [FramePicture(time_s, picture(96, 54, colour)) for time_s in (10.0, 300.0, 590.0)]
        size = (270, 480) if number == 2 else (480, 270)
        self.catalogue.cache.put(f"identity-{number}", picture(*size, colour), frames)


def _facts(number: int) -> MediaFacts:
    stream = VideoStream(0, "h264", 1920, 1080, 25.0, 0, "yuv420p", hdr=False)
    sound = (AudioStream(1, "aac", 2, 48_000, "eng"),)
    length_s = DURATION_S + 60 * number
    return MediaFacts("mp4", length_s, 1_000_000, None, stream, sound, (), (), "2024-05-01T10:00:00", None)
