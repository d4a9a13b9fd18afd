"""What happens in the sample season: shots of every episode, credits and subtitles."""

from __future__ import annotations

from core.domain.segments import TranscriptLine
from core.media.mini_season_scenes import Scene

TITLES = ("The Storm", "The Boat", "The Gull")

COLD_OPENS = (
    Scene(9.0, ((90, 130, 190), (70, 90, 130)), ((250, 200, 150), (190, 150, 140)), (40, 80, 120),
          (0.35, 0.5)),
    Scene(17.0, ((60, 150, 220), (80, 160, 220)), ((200, 225, 240), (230, 230, 230)), (30, 110, 150),
          (0.2, 0.16), boat_x=(-0.1, 0.45)),
    Scene(5.0, ((120, 180, 230), (110, 175, 230)), ((225, 235, 240), (235, 235, 240)), (40, 130, 160),
          (0.18, 0.16), gull_x=(-0.1, 0.5)),
)  # fmt: skip

STORIES = (
    (
        Scene(11.0, ((70, 80, 100), (45, 50, 65)), ((130, 130, 140), (90, 95, 105)), (45, 65, 80),
              boat_x=(0.1, 0.3), caption="Clouds gather over the bay"),
        Scene(17.0, ((30, 34, 46), (20, 24, 36)), ((60, 66, 80), (45, 50, 64)), (30, 42, 58),
              boat_x=(0.3, 0.42), rain=True, beam=True, caption="The keeper lights the lamp"),
        Scene(14.0, ((110, 150, 200), (120, 190, 240)), ((250, 190, 130), (250, 225, 180)), (50, 110, 140),
              (0.55, 0.25), gull_x=(0.9, 0.1), caption="Morning"),
    ),
    (
        Scene(13.0, ((230, 120, 70), (120, 60, 90)), ((255, 190, 90), (230, 120, 90)), (110, 70, 80),
              (0.35, 0.66), boat_x=(0.0, 0.35), caption="A small boat sails home"),
        Scene(15.0, ((14, 18, 50), (8, 10, 34)), ((50, 44, 90), (30, 26, 66)), (18, 28, 62),
              boat_x=(0.35, 0.5), stars=True, beam=True, caption="The beam shows the way"),
        Scene(10.0, ((10, 12, 36), (40, 50, 100)), ((36, 30, 70), (200, 130, 110)), (24, 36, 70),
              boat_x=(0.5, 0.58), stars=True, caption="Safe in the harbour"),
    ),
    (
        Scene(15.0, ((70, 160, 235), (60, 150, 230)), ((215, 235, 245), (220, 235, 245)), (30, 120, 160),
              (0.16, 0.2), gull_x=(0.0, 0.95), caption="A gull learns to fly"),
        Scene(12.0, ((90, 120, 150), (80, 110, 140)), ((170, 185, 195), (165, 180, 190)), (60, 90, 105),
              gull_x=(0.95, 0.2), rain=True, caption="A shower passes"),
        Scene(16.0, ((240, 150, 90), (150, 80, 110)), ((255, 215, 130), (240, 150, 110)), (120, 90, 95),
              (0.4, 0.64), boat_x=(0.9, 0.4), gull_x=(0.2, 0.72), caption="Evening on the rocks"),
    ),
)  # fmt: skip

CREDIT_LINES = (
    "a story in three parts",
    "",
    "drawn with numpy",
    "music of sines and noise",
    "",
    "the sea as the sea",
    "the keeper as himself",
    "",
    "made on your computer",
    "thank you for watching",
)

SUBTITLES = (
    TranscriptLine(1.5, 5.0, "The sea is quiet tonight."),
    TranscriptLine(23.0, 27.0, "Look at those clouds. A storm is coming from the west."),
    TranscriptLine(34.0, 38.5, "Light the lamp! There is a boat out there in the rain."),
    TranscriptLine(42.0, 46.0, "The waves are as high as the lighthouse."),
    TranscriptLine(51.5, 55.5, "Good morning. The storm is over and the boat is safe."),
)
"""Subtitles of the first episode."""
