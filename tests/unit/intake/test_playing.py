"""Recordings while they are played: the right sound from the right moment, the envelope, the pictures."""

import io
import os
import random
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pysilk
import pytest

from evidence_app.errors import InputProblem
from evidence_app.intake.decoders import Decoders
from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.played import BINS_PER_S, FRAME_BYTES, RATE, Sound
from evidence_app.intake.playing import Players
from tests.fakes.made_recordings import FILMS, SOUNDS, write_film, write_steps

MUTATIONS = 6_000 if os.environ.get("JUZHENG_SOAK") else 150
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def players() -> Iterator[Players]:
    made = Players()
    yield made
    made.forget()


def loudest(sound: Sound, from_ms: int = 0, until_ms: int = 10**9) -> int:
    """Return the loudest sample of a part of a stretch."""
    step = RATE * FRAME_BYTES // 1000
    samples = array("h", sound.data[from_ms * step : until_ms * step])
    return max(map(abs, samples), default=0)


def is_loud(sound: Sound) -> bool:
    return loudest(sound, 150, 850) > 8_000


@pytest.mark.parametrize("kind", SOUNDS)
def test_any_moment_of_any_kind_of_sound_is_heard(players: Players, tmp_path: Path, kind: str) -> None:
    path = write_steps(tmp_path / f"a.{kind}", 6, kind)
    for second in (0, 1, 2, 5, 3, 0, 4):
        sound = players.sound(path, second * 1000, 1000, 100)
        assert sound.at_ms == second * 1000
        assert is_loud(sound) == (second % 2 == 1), (kind, second)


def test_stretches_that_follow_each_other_are_the_whole_recording(players: Players, tmp_path: Path) -> None:
    path = write_steps(tmp_path / "a.wav", 6)
    at, parts = 0, []
    while True:
        sound = players.sound(path, at, 700, 100)
        parts.append(sound.data)
        at += 700
        if sound.ended:
            break
    assert len(b"".join(parts)) == pytest.approx(6 * RATE * FRAME_BYTES, rel=0.01)


@pytest.mark.parametrize("speed", [75, 150, 200])
def test_faster_sound_is_shorter_and_keeps_its_pitch(players: Players, tmp_path: Path, speed: int) -> None:
    path = write_steps(tmp_path / "a.wav", 4)
    at, data = 1000, b""
    for _ in range(3):
        sound = players.sound(path, at, 1000, speed)
        data, at = data + sound.data, at + 1000
    assert len(data) / FRAME_BYTES / RATE == pytest.approx(3 * 100 / speed, rel=0.05)
    left = array("h", data)[::2]
    start = left[RATE // 10 : RATE // 10 + RATE // 4]
    crossings = sum(1 for one, other in zip(start, start[1:], strict=False) if one < 0 <= other)
    assert crossings == pytest.approx(110, abs=6)  # 440 Hz for a quarter of a second


def test_the_envelope_shows_loud_and_silent_seconds_and_comes_in_parts(players: Players, tmp_path: Path) -> None:
    path = write_steps(tmp_path / "a.m4a", 6, "m4a")
    values = b""
    while True:
        part = players.peaks(path, len(values))
        assert part.first == len(values)
        values += part.values
        if part.ended:
            break
    assert len(values) == pytest.approx(6 * BINS_PER_S, abs=5)
    middles = [values[second * BINS_PER_S + BINS_PER_S // 2] for second in range(6)]
    assert [value > 80 for value in middles] == [False, True] * 3


def test_an_envelope_goes_on_where_a_worker_that_died_had_stopped(players: Players, tmp_path: Path) -> None:
    path = write_steps(tmp_path / "a.wav", 6)
    part = players.peaks(path, 3 * BINS_PER_S)
    assert part.first == 3 * BINS_PER_S
    assert part.values[BINS_PER_S // 2] > 80
    assert part.values[BINS_PER_S + BINS_PER_S // 2] < 10


@pytest.mark.parametrize("kind", FILMS)
def test_any_moment_of_a_film_is_shown_upright_and_in_size(players: Players, tmp_path: Path, kind: str) -> None:
    path = write_film(tmp_path / f"a.{kind}", 4, kind)
    for second in (0, 3, 1, 2, 0):
        frame = players.frame(path, second * 1000 + 500, (60, 1000))
        assert (frame.width_px, frame.height_px) == (60, 100)
        assert frame.at_ms <= second * 1000 + 500 < frame.until_ms
        assert frame.data[0] == pytest.approx(60 + 20 * second, abs=8)


def test_a_film_without_sound_has_silence_as_long_as_itself(players: Players, tmp_path: Path) -> None:
    path = write_film(tmp_path / "a.mp4", 2)
    sound = players.sound(path, 0, 5000, 100)
    assert sound.ended
    assert loudest(sound) == 0
    assert sound.duration_s == pytest.approx(2, abs=0.2)


def test_the_end_of_a_film_is_its_last_picture(players: Players, tmp_path: Path) -> None:
    path = write_film(tmp_path / "a.mp4", 2)
    assert players.frame(path, 60_000, (120, 200)).ended


def voice_message(path: Path, seconds: int = 3) -> Path:
    """A tone that is loud in the second second, as WeChat stores what is said."""
    at = np.arange(24_000 * seconds)
    tone = (np.sin(at * 2 * np.pi * 440 / 24_000) * 20_000 * ((at // 24_000) % 2 == 1)).astype("<i2")
    with path.open("wb") as file:
        pysilk.encode(io.BytesIO(tone.tobytes()), file, 24_000, 24_000)
    return path


def test_a_voice_message_of_wechat_is_played(players: Players, tmp_path: Path) -> None:
    path = voice_message(tmp_path / "a.silk")
    heard = [loudest(players.sound(path, at_ms, 500, 100)) for at_ms in (250, 1250, 2250)]
    assert heard[1] > 10_000
    assert max(heard[0], heard[2]) < 2_000
    assert players.sound(path, 0, 9000, 100).duration_s == pytest.approx(3, abs=0.1)


def test_a_voice_message_that_was_cut_off_is_played_as_far_as_it_goes(players: Players, tmp_path: Path) -> None:
    path = voice_message(tmp_path / "a.silk")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert 0.5 < players.sound(path, 0, 9000, 100).duration_s < 2.5


def test_a_voice_message_of_nothing_is_damaged(players: Players, tmp_path: Path) -> None:
    path = tmp_path / "a.silk"
    path.write_bytes(b"\x02#!SILK_V3\x04\x00abcd\xff\xff")
    with pytest.raises(Unreadable, match="damaged"):
        players.sound(path, 0, 1000, 100)


def test_the_worker_answers_for_all_three(tmp_path: Path) -> None:
    path = write_film(tmp_path / "a.mp4", 3, sound=True)
    with Decoders(1) as decoders:
        sound = decoders.sound(path, 1000, 1000).result(60)
        peaks = decoders.peaks(path, 0).result(60)
        frame = decoders.frame(path, 2500, 120, 200).result(60)
    assert sound.duration_s == pytest.approx(1, abs=0.01)
    assert len(peaks.values) > 0
    assert frame.data[0] == pytest.approx(100, abs=8)


@LINUX
def test_a_recording_that_is_played_no_more_is_let_go_of(tmp_path: Path) -> None:
    path = write_steps(tmp_path / "a.wav", 3)
    with Decoders(1) as decoders:
        decoders.sound(path, 0, 1000).result(60)
        (process_id,) = decoders.process_ids
        held = Path(f"/proc/{process_id}/fd")
        assert str(path) in {str(link.readlink()) for link in held.iterdir() if link.is_symlink()}
        decoders.forget()
        decoders.peaks(tmp_path / "gone", 0).exception(60)
        assert str(path) not in {str(link.readlink()) for link in held.iterdir() if link.is_symlink()}


@LINUX
def test_an_hour_is_played_from_its_end_without_being_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "hour.wav"
    head = write_steps(tmp_path / "a.wav", 1).read_bytes()[:44]
    seconds = 3600
    size = seconds * 32_000
    with path.open("wb") as file:
        file.write(head[:4] + (36 + size).to_bytes(4, "little") + head[8:36] + b"data" + size.to_bytes(4, "little"))
        file.truncate(44 + size)
    with Decoders(1) as decoders:
        sound = decoders.sound(path, 3_590_000, 1000).result(60)
        assert sound.duration_s == pytest.approx(1, abs=0.01)
        (pid,) = decoders.process_ids
        resident = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if "VmRSS" in line)
    assert int(resident.split()[1]) < 160_000


@pytest.mark.parametrize("ending", ["mp3", "m4a", "ogg", "wav", "mp4", "mkv"])
def test_what_is_cut_off_or_changed_at_random_ends_in_words_not_in_a_crash(tmp_path: Path, ending: str) -> None:
    """Prints how many of the changed files could still be played."""
    path = tmp_path / f"whole.{ending}"
    whole = (write_film(path, 2, ending, sound=True) if ending in FILMS else write_steps(path, 3, ending)).read_bytes()
    chance = random.Random(ending)
    played = refused = 0
    with Decoders(1, deadline_s=30) as decoders:
        for number in range(MUTATIONS // 6):
            broken = bytearray(whole)
            for _ in range(chance.choice((1, 8, 64))):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            if number % 3 == 0:
                del broken[chance.randrange(len(broken)) :]
            changed = tmp_path / "changed"
            changed.write_bytes(broken)
            for future in (
                decoders.sound(changed, 0, 1000),
                decoders.sound(changed, 2000, 1000, 150),
                decoders.peaks(changed, 0),
                decoders.frame(changed, 500, 100, 100),
            ):
                try:
                    future.result(60)
                    played += 1
                except InputProblem:
                    refused += 1
    print(f"{ending}: {MUTATIONS // 6} changed files, {played} answers, {refused} refusals")
    assert played + refused == MUTATIONS // 6 * 4


def test_a_file_that_cannot_be_opened_costs_the_one_before_it_nothing(players: Players, tmp_path: Path) -> None:
    film, broken = write_film(tmp_path / "a.mp4", 4, sound=True), tmp_path / "b.mp4"
    broken.write_bytes(film.read_bytes()[:40] + bytes(4000))
    players.frame(film, 500, (120, 200))
    players.sound(film, 0, 1000, 100)
    for ask in (lambda: players.frame(broken, 0, (120, 200)), lambda: players.sound(broken, 0, 1000, 100)):
        with pytest.raises(Unreadable):
            ask()
    assert players.frame(film, 3500, (120, 200)).data[0] == pytest.approx(120, abs=8)
    assert players.sound(film, 1000, 1000, 100).duration_s == pytest.approx(1, abs=0.01)
