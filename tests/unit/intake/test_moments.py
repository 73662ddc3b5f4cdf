"""Which moments of a screen recording are worth a picture."""

import io
from pathlib import Path

import pytest
from PIL import Image

from evidence_app.errors import InputProblem
from evidence_app.intake.decoders import Decoders
from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.played import Moments
from evidence_app.intake.playing import Players
from tests.fakes.made_recordings import write_film, write_screen_recording, write_steps


def all_of(path: Path) -> list[tuple[int, int]]:
    players = Players()
    found: list[tuple[int, int]] = []
    part = Moments((), 0, False)
    while not part.ended:
        part = players.moments(path, part.reached_ms)
        found += part.found
    players.forget()
    return found


def test_each_page_on_which_a_screen_rests_is_taken_once(tmp_path: Path) -> None:
    found = all_of(write_screen_recording(tmp_path / "a.mp4"))
    assert len(found) == 3
    rests = [(0, 2000), (2450, 4450), (4900, 6900)]
    assert all(first <= at_ms <= last for (at_ms, _), (first, last) in zip(found, rests, strict=True))
    assert all(new > 30 for _, new in found)


def test_a_page_that_is_only_swiped_past_is_not_taken(tmp_path: Path) -> None:
    assert len(all_of(write_screen_recording(tmp_path / "a.mp4", (2.0, 0.1, 2.0)))) == 2


def test_a_film_of_one_picture_gives_one(tmp_path: Path) -> None:
    assert len(all_of(write_screen_recording(tmp_path / "a.mp4", (3.0,)))) == 1


def test_what_changes_slowly_is_taken_now_and_then(tmp_path: Path) -> None:
    found = all_of(write_film(tmp_path / "a.mp4", 8))
    assert 2 <= len(found) <= 8


def test_a_moment_is_given_in_full_size(tmp_path: Path) -> None:
    path = write_screen_recording(tmp_path / "a.mp4")
    with Decoders(1) as decoders:
        part = decoders.moments(path, 0).result(60)
        png = decoders.still(path, part.found[0][0]).result(60)
    assert Image.open(io.BytesIO(png)).size == (240, 480)


def test_a_recording_of_sound_has_no_moments(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="nothing-to-show"):
        Players().moments(write_steps(tmp_path / "a.wav"), 0)


def test_a_cut_film_gives_what_it_has_or_is_damaged(tmp_path: Path) -> None:
    path = write_screen_recording(tmp_path / "a.mp4")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with Decoders(1) as decoders, pytest.raises(InputProblem, match="damaged"):
        decoders.moments(path, 0).result(60)
