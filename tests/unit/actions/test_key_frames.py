"""Pictures taken out of recordings of screens: exhibits at their moments that say what they were made from."""

from datetime import datetime
from pathlib import Path

import pytest

from evidence_app.actions.add_evidence import FileSource, ItemStatus, add_evidence
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.key_frames import chosen, take_key_frames, waiting_films
from evidence_app.actions.read_exhibits import unread_exhibits
from evidence_app.actions.session import Session
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import InputProblem
from evidence_app.progress import Cancelled, Silent
from tests.fakes.made_recordings import write_film, write_screen_recording, write_steps


@pytest.fixture
def film(session: Session, dispute: Dispute, tmp_path: Path) -> Exhibit:
    path = write_screen_recording(tmp_path / "Screenrecorder-2025-02-22-15-30-00-123.mp4")
    add_evidence(session, dispute.id, [FileSource(path)], Silent(), lambda item: None)
    return list_exhibits(session, dispute.id)[0]


def test_the_pages_of_a_screen_recording_become_exhibits(session: Session, dispute: Dispute, film: Exhibit) -> None:
    assert [each.id for each in waiting_films(session, dispute.id)] == [film.id]
    report = take_key_frames(session, film.id, Silent(), lambda item: None)
    assert [item.status for item in report.items] == [ItemStatus.ADDED] * 3
    _, *pictures = list_exhibits(session, dispute.id)
    assert {each.came_from for each in pictures} == {film.name}
    assert {(each.original.media.width_px, each.original.media.height_px) for each in pictures} == {(240, 480)}
    assert waiting_films(session, dispute.id) == []
    assert len(unread_exhibits(session, dispute.id)) == 3
    session.close()
    assert verify_vault(session.folder, Silent()).holds


def test_they_stand_at_their_moments(session: Session, dispute: Dispute, film: Exhibit) -> None:
    take_key_frames(session, film.id, Silent(), lambda item: None)
    begun = datetime(2025, 2, 22, 15, 30)
    walls = {
        event.time.reading.wall: event.time.reading.origin
        for event in events_in_full(session, dispute.id)
        if event.exhibit_ids != (film.id,) and event.time.reading and event.time.reading.wall
    }
    assert set(walls.values()) == {"film-moment"}
    assert all(0 <= (wall - begun).total_seconds() <= 7 for wall in walls)
    assert len(walls) == 3


def test_the_log_says_what_they_were_made_from(session: Session, dispute: Dispute, film: Exhibit) -> None:
    take_key_frames(session, film.id, Silent(), lambda item: None)
    (derived,) = [line for line in custody_history(session, dispute.id) if line.kind is CustodyKind.DERIVE]
    added = [line.payload for line in custody_history(session, dispute.id) if line.kind is CustodyKind.ADD]
    made = [payload["made_from"] for payload in added if payload and "made_from" in payload]
    assert derived.payload is not None
    assert derived.payload["exhibit"] == film.id
    assert len(derived.payload["made"]) == 3
    assert {each["sha256"] for each in made} == {film.original.sha256}
    assert [each["at_ms"] for each in made] == derived.payload["moments_ms"]


def test_taken_again_they_are_there_already(session: Session, film: Exhibit) -> None:
    take_key_frames(session, film.id, Silent(), lambda item: None)
    again = take_key_frames(session, film.id, Silent(), lambda item: None)
    assert [item.status for item in again.items] == [ItemStatus.DUPLICATE] * 3


def test_after_a_cancel_the_film_waits_on(session: Session, dispute: Dispute, film: Exhibit) -> None:
    class Impatient(Silent):
        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_key_frames(session, film.id, Impatient(), lambda item: None)
    assert [each.id for each in waiting_films(session, dispute.id)] == [film.id]


def test_a_film_from_a_camera_waits_for_nobody_and_sound_has_no_pictures(
    session: Session, dispute: Dispute, tmp_path: Path
) -> None:
    paths = [write_film(tmp_path / "VID_20250222_153000.mp4"), write_steps(tmp_path / "a.wav")]
    add_evidence(session, dispute.id, [FileSource(path) for path in paths], Silent(), lambda item: None)
    assert waiting_films(session, dispute.id) == []
    sound = list_exhibits(session, dispute.id)[1]
    with pytest.raises(InputProblem, match="not-a-film"):
        take_key_frames(session, sound.id, Silent(), lambda item: None)


def test_of_very_many_moments_those_with_most_that_is_new_are_taken_in_order() -> None:
    found = [(index * 1000, index % 7 * 100 + 1) for index in range(100)]
    taken = chosen(found, 20)
    assert taken == sorted(taken)
    assert len(taken) == 20
    assert min(new for at_ms, new in found if at_ms in taken) >= 501
