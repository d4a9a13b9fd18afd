"""Makes a small series as a sample: three episodes, drawn and composed by the program itself.

All share a title card with the same pictures and sound, at another place in each; two have chapters with
titles, one has subtitles beside it. Run it with ``python -m core.media.mini_season FOLDER``.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.domain.media import Chapter
from core.domain.segments import TranscriptLine
from core.media import mini_season_music as music
from core.media.mini_season_scenes import HEIGHT, WIDTH, Picture, Scene, draw_credits, draw_scene, draw_title
from core.media.mini_season_stories import COLD_OPENS, CREDIT_LINES, STORIES, SUBTITLES, TITLES

if TYPE_CHECKING:
    import av.audio.stream
    import av.video.stream
    from av.container import OutputContainer

SERIES = "Lighthouse"
INTRO_S = 12.0
CREDITS_S = 10.0
_FPS = 12
_SAMPLES_A_FRAME = 1024


@dataclass(frozen=True, slots=True)
class Episode:
    """What is told in which order: cold open, title card, story, credits."""

    number: int
    title: str
    cold_open: Scene
    story: tuple[Scene, ...]
    with_chapters: bool
    subtitles: tuple[TranscriptLine, ...] = ()

    @property
    def intro_start_s(self) -> float:
        return self.cold_open.seconds

    @property
    def credits_start_s(self) -> float:
        return self.intro_start_s + INTRO_S + sum(scene.seconds for scene in self.story)

    @property
    def duration_s(self) -> float:
        return self.credits_start_s + CREDITS_S

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        if not self.with_chapters:
            return ()
        intro_end_s = self.intro_start_s + INTRO_S
        return (
            Chapter(0.0, self.intro_start_s, "Cold open"),
            Chapter(self.intro_start_s, intro_end_s, "Intro"),
            Chapter(intro_end_s, self.credits_start_s, "Story"),
            Chapter(self.credits_start_s, self.duration_s, "Credits"),
        )


EPISODES = tuple(
    Episode(
        number=place + 1,
        title=title,
        cold_open=COLD_OPENS[place],
        story=STORIES[place],
        with_chapters=place < len(TITLES) - 1,
        subtitles=SUBTITLES if place == 0 else (),
    )
    for place, title in enumerate(TITLES)
)


def make_mini_season(folder: Path) -> tuple[Path, ...]:
    """Write the season below ``folder`` and return its files; those that are there already are left alone.

    Every file appears under its name only when it is complete. Raises ``OSError`` where it cannot be written.
    """
    season = folder / SERIES / "Season 01"
    season.mkdir(parents=True, exist_ok=True)
    return tuple(_make_episode(season, episode) for episode in EPISODES)


def _make_episode(season: Path, episode: Episode) -> Path:
    path = season / f"{SERIES} S01E{episode.number:02} {episode.title}.mkv"
    if path.exists():
        return path
    if episode.subtitles:
        _replace(path.with_suffix(".en.srt"), subrip(episode.subtitles).encode())
    unfinished = path.with_name(f".{path.name}.part")
    try:
        _write_video(unfinished, episode)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def _replace(path: Path, data: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.write_bytes(data)
    unfinished.replace(path)


def subrip(lines: tuple[TranscriptLine, ...]) -> str:
    """Return the lines as a SubRip file."""
    return "\n".join(
        f"{number}\n{_stamp(line.start_s)} --> {_stamp(line.end_s)}\n{line.text}\n"
        for number, line in enumerate(lines, start=1)
    )


def _stamp(time_s: float) -> str:
    ms = round(time_s * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"


def _write_video(path: Path, episode: Episode) -> None:
    import av

    # "bitexact" leaves out random identifiers: the same season comes out every time.
    with av.open(str(path), "w", format="matroska", options={"fflags": "+bitexact"}) as container:
        container.metadata.update({"title": f"{SERIES}: {episode.title}"})
        video = container.add_stream("libx264", rate=_FPS)
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        video.codec_context.thread_count = 1
        video.codec_context.gop_size = 5 * _FPS
        video.options = {"preset": "superfast", "crf": "25"}
        sound = container.add_stream("aac", rate=music.MUSIC_RATE_HZ, layout="mono")
        sound.options = {"aac_coder": "fast"}
        container.set_chapters(
            [
                {
                    "id": number,
                    "start": round(chapter.start_s * 1000),
                    "end": round(chapter.end_s * 1000),
                    "time_base": Fraction(1, 1000),
                    "metadata": {"title": chapter.title},
                }
                for number, chapter in enumerate(episode.chapters, start=1)
            ]
        )
        _write_streams(container, video, sound, episode)


def _write_streams(
    container: OutputContainer,
    video: av.video.stream.VideoStream,
    sound: av.audio.stream.AudioStream,
    episode: Episode,
) -> None:
    """Write pictures and sound side by side, so that a player finds both at the same place of the file."""
    import av

    samples = _episode_sound(episode)
    begins = iter(range(0, len(samples), _SAMPLES_A_FRAME))
    begin = next(begins, None)
    for number, picture in enumerate(_episode_pictures(episode)):
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        frame.pts, frame.time_base = number, Fraction(1, _FPS)
        container.mux(video.encode(frame))
        while begin is not None and begin / music.MUSIC_RATE_HZ <= number / _FPS:
            part = av.AudioFrame.from_ndarray(samples[None, begin : begin + _SAMPLES_A_FRAME], "fltp", "mono")
            part.sample_rate, part.pts = music.MUSIC_RATE_HZ, begin
            part.time_base = Fraction(1, music.MUSIC_RATE_HZ)
            container.mux(sound.encode(part))
            begin = next(begins, None)
    container.mux(video.encode(None))
    container.mux(sound.encode(None))


def _episode_pictures(episode: Episode) -> Iterator[Picture]:
    yield from _shot(episode.cold_open, episode.number)
    for number in range(round(INTRO_S * _FPS)):
        yield draw_title(number / _FPS, INTRO_S, SERIES)
    yield from itertools.chain.from_iterable(
        _shot(scene, episode.number * 10 + place) for place, scene in enumerate(episode.story)
    )
    for number in range(round(CREDITS_S * _FPS)):
        yield draw_credits(number / _FPS, (f"“{episode.title}”", *CREDIT_LINES))


def _shot(scene: Scene, seed: int) -> Iterator[Picture]:
    for number in range(round(scene.seconds * _FPS)):
        yield draw_scene(scene, number / _FPS, seed)


def _episode_sound(episode: Episode) -> music.Samples:
    story_s = episode.credits_start_s - episode.intro_start_s - INTRO_S
    parts = (
        music.story(episode.intro_start_s, episode.number),
        music.theme(INTRO_S),
        music.story(story_s, episode.number + len(EPISODES)),
        music.closing(CREDITS_S),
    )
    return np.clip(np.concatenate(parts), -1.0, 1.0)


def main(arguments: list[str]) -> int:
    """Make the season in the folder named on the command line and print its files."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m core.media.mini_season FOLDER\n")
        return 2
    for path in make_mini_season(Path(arguments[0])):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
