"""Looking at a dossier before it is exported, and recognising it afterwards."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.dossier_readiness import dossier_readiness
from evidence_app.actions.edit import edit_dispute, edit_exhibit
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.export_dossier import ExportOptions, export_dossier, exports
from evidence_app.actions.preview_dossier import Preview, discard_preview, page_picture, preview_dossier
from evidence_app.actions.recognise_dossier import recognise_dossier
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.size_limits import limits_exceeded
from evidence_app.domain.disputes import DisputeType
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from evidence_app.phrases import Language
from evidence_app.progress import Cancelled, Silent

OPTIONS = ExportOptions(profile="plain", language=Language.EN)


class Stopping(Silent):
    """A person who stops at once."""

    def check(self) -> None:
        raise Cancelled


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    found = open_session(tmp_path / "vault", create=True)
    yield found
    found.close()


@pytest.fixture
def dispute(session: Session, tmp_path: Path) -> str:
    """A dispute with two pictures."""
    made = new_dispute(session, NewDispute(title="A", type=DisputeType.OTHER, institution="B"))
    paths = [tmp_path / f"Screenshot_2025022{number}_081503.png" for number in (2, 3)]
    for number, path in enumerate(paths):
        Image.new("RGB", (60 + number, 90), "#dceeec").save(path)
    add_evidence(session, made.id, [FileSource(path) for path in paths], Silent(), lambda item: None)
    return made.id


def scratch(session: Session) -> list[Path]:
    return [path for path in session.scratch_folder().rglob("*") if path.is_file()]


def test_a_preview_is_the_real_dossier_and_no_export(session: Session, dispute: str) -> None:
    preview = preview_dossier(session, dispute, OPTIONS, Silent())
    assert preview.dossier.path.read_bytes().startswith(b"%PDF-")
    assert [start.code for start in preview.dossier.sections][:2] == ["cover", "summary"]
    assert preview.dossier.sections[0].page_index == 0
    assert exports(session, dispute) == []


def test_of_a_large_dossier_the_first_pages_come_first_and_are_those_of_the_whole(
    session: Session, dispute: str, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(40)]
    for number, path in enumerate(paths):
        Image.new("RGB", (60 + number, 90 + number), "#dceeec").save(path)
    add_evidence(session, dispute, [FileSource(path) for path in paths], Silent(), lambda item: None)
    begun: list[Preview] = []
    whole = preview_dossier(session, dispute, OPTIONS, Silent(), begun=begun.append)
    (beginning,) = begun
    assert whole.complete
    assert not beginning.complete
    assert beginning.dossier.page_count == whole.page_count
    first, all_pages = (PdfDocument(preview.dossier.path) for preview in (beginning, whole))
    assert len(first) == beginning.page_count > 8
    for page_index in range(len(first)):
        texts = [pages[page_index].get_textpage().get_text_bounded() for pages in (first, all_pages)]
        assert texts[0] == texts[1]
    first.close()
    all_pages.close()


def test_a_small_dossier_comes_at_once(session: Session, dispute: str) -> None:
    begun: list[Preview] = []
    assert preview_dossier(session, dispute, OPTIONS, Silent(), begun=begun.append).complete
    assert begun == []
    assert len(scratch(session)) == 1


def test_a_worker_draws_the_preview_s_pages_in_the_width_that_is_asked_for(session: Session, dispute: str) -> None:
    preview = preview_dossier(session, dispute, OPTIONS, Silent())
    picture = page_picture(session, preview, 0, 300)
    assert (picture.width_px, len(picture.data)) == (300, 300 * picture.height_px * 3)


def test_a_discarded_preview_is_gone(session: Session, dispute: str) -> None:
    preview = preview_dossier(session, dispute, OPTIONS, Silent())
    discard_preview(preview)
    discard_preview(preview)
    assert scratch(session) == []
    with pytest.raises(InputProblem, match="file-vanished"):
        page_picture(session, preview, 0, 300)


def test_a_preview_that_is_stopped_leaves_nothing(session: Session, dispute: str) -> None:
    with pytest.raises(Cancelled):
        preview_dossier(session, dispute, OPTIONS, Stopping())
    assert list(session.scratch_folder().iterdir()) == []


def test_closing_the_vault_takes_its_previews_along(session: Session, dispute: str) -> None:
    preview = preview_dossier(session, dispute, OPTIONS, Silent())
    session.close()
    assert not preview.dossier.path.exists()
    with pytest.raises(EnvironmentProblem, match="vault-closed"):
        session.scratch_folder()


def test_what_a_crash_left_goes_at_the_next_opening(session: Session, dispute: str) -> None:
    preview = preview_dossier(session, dispute, OPTIONS, Silent())
    kept = preview.dossier.path.read_bytes()
    folder = session.folder
    session.close()
    preview.dossier.path.parent.mkdir(parents=True)
    preview.dossier.path.write_bytes(kept)
    open_session(folder).close()
    assert not preview.dossier.path.exists()


def test_a_vault_open_for_reading_can_be_previewed_and_is_not_written_to(session: Session, dispute: str) -> None:
    reading = open_session(session.folder, read_only=True)
    preview = preview_dossier(reading, dispute, OPTIONS, Silent())
    assert session.folder not in preview.dossier.path.parents
    reading.close()
    assert not preview.dossier.path.exists()


def test_a_changed_original_is_found_when_the_preview_is_made(session: Session, dispute: str) -> None:
    path = session.vault.originals.path(list_exhibits(session, dispute)[0].original.sha256)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(IntegrityFailure, match="original-changed"):
        preview_dossier(session, dispute, OPTIONS, Silent())


def test_what_is_disclosed_is_counted_for_the_choices(session: Session, dispute: str) -> None:
    first, second = list_exhibits(session, dispute)
    edit_exhibit(session, first.id, {"private_note": "only for me"})
    whole = dossier_readiness(session, dispute, OPTIONS).disclosure
    assert (whole.exhibits, whole.exhibit_total, whole.private_notes, whole.contacts) == (2, 2, 1, False)
    chosen = ExportOptions(profile="plain", language=Language.EN, exhibit_ids=(second.id,))
    part = dossier_readiness(session, dispute, chosen).disclosure
    assert (part.exhibits, part.exhibit_total, part.events, part.pictures) == (1, 2, 1, 1)
    assert part.entries_shown < whole.entries_shown
    assert part.entries_shown + part.entries_withheld == whole.entries_shown + whole.entries_withheld


def test_contact_details_are_disclosed_once_they_are_recorded(session: Session, dispute: str) -> None:
    edit_dispute(session, dispute, {"complainant_contact": "139…"})
    assert dossier_readiness(session, dispute, OPTIONS).disclosure.contacts


def test_exports_are_listed_from_the_log_the_last_one_first(session: Session, dispute: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export_dossier(session, dispute, tmp_path / f"{name}.pdf", OPTIONS, Silent())
    two, one = exports(session, dispute)
    assert two.seq > one.seq
    assert two.sha256 == hashlib.sha256((tmp_path / "two.pdf").read_bytes()).hexdigest()
    assert (two.exhibits, two.profile, two.language, two.bytes) == (
        2,
        "plain",
        "en",
        (tmp_path / "two.pdf").stat().st_size,
    )


def test_a_dossier_is_recognised_by_its_bytes_whatever_its_name(session: Session, dispute: str, tmp_path: Path) -> None:
    out = tmp_path / "one.pdf"
    export_dossier(session, dispute, out, OPTIONS, Silent())
    renamed = out.rename(tmp_path / "renamed.pdf")
    found = recognise_dossier(session, dispute, renamed, Silent())
    assert found.export is not None
    assert found.export.sha256 == found.sha256
    renamed.write_bytes(renamed.read_bytes()[:-1])
    assert recognise_dossier(session, dispute, renamed, Silent()).export is None


@pytest.mark.parametrize("name", ["gone.pdf", "."])
def test_a_file_that_cannot_be_read_is_no_dossier(session: Session, dispute: str, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputProblem, match="dossier-unreadable"):
        recognise_dossier(session, dispute, tmp_path / name, Silent())


def test_limits_of_recipients_are_broken_one_after_the_other() -> None:
    assert limits_exceeded(2_000_000) == ()
    assert [limit.megabytes for limit in limits_exceeded(2_000_001)] == [2]
    assert [limit.megabytes for limit in limits_exceeded(40_000_000)] == [2, 36]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among the files")
def test_a_pipe_is_refused_instead_of_waited_for(session: Session, dispute: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(InputProblem, match="dossier-unreadable"):
        recognise_dossier(session, dispute, tmp_path / "pipe.pdf", Silent())


class Leaving(Silent):
    """A person who closes the vault when everything is nearly drawn, on a disk that does not let go at once."""

    def __init__(self, session: Session) -> None:
        self._session, self._steps = session, 0

    def advance(self, count: int = 1) -> None:
        self._steps += count
        if self._steps == 3:
            self._session.close()


def test_a_preview_that_ends_after_the_vault_was_closed_leaves_nothing(
    session: Session, dispute: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_app.actions.session.erase_if_possible", lambda folder: None)
    folder = session.scratch_folder()
    with pytest.raises(EnvironmentProblem, match="vault-closed"):
        preview_dossier(session, dispute, OPTIONS, Leaving(session))
    assert list(folder.rglob("*")) == []


def test_the_originals_that_go_along_are_counted(session: Session, dispute: str) -> None:
    whole = dossier_readiness(session, dispute, OPTIONS).disclosure
    assert whole.originals == whole.exhibits > 0
    assert whole.original_bytes > 0
    assert dossier_readiness(session, dispute, replace(OPTIONS, attach=False)).disclosure.originals == 0


def test_a_bag_takes_all_originals_along_whatever_is_attached_to_the_pdf(session: Session, dispute: str) -> None:
    bare = replace(OPTIONS, attach=False)
    kept, taken = (dossier_readiness(session, dispute, replace(bare, in_bag=bag)).disclosure for bag in (False, True))
    assert (kept.originals, taken.originals) == (0, taken.exhibits)
    assert taken.original_bytes > 0
