"""Everything unread is read, one exhibit after the other; whatever ends the work, the next call goes on."""

import io
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest
from PIL import Image

from evidence_app.actions import interpret
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.exhibits import custody_history, list_exhibits
from evidence_app.actions.read_exhibits import ReadResult, ReadStatus, read_again, read_exhibits
from evidence_app.actions.remove import set_aside
from evidence_app.actions.session import Session, open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.machine_text import MachineLine
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.intake.decoders import PDF_TEXT
from evidence_app.progress import Silent
from evidence_app.reading.readers import Readers, StripText
from tests.fakes.impatience import CancelledAfterSteps
from tests.fakes.written_pdfs import CONTRACT, canvas_of, contract, scan


class StandIn(Readers):
    """Recognises in every strip one line that says how large it is; fails where it is told to."""

    engine_name = "stand-in 1"

    def __init__(self, failing: Sequence[str] = ()) -> None:
        super().__init__()
        self.asked: list[tuple[str, int, int]] = []
        self.failing = failing

    def read(self, pixels: bytes, width_px: int, height_px: int, name: str) -> "Future[StripText]":
        assert len(pixels) == width_px * height_px * 3
        self.asked.append((name, width_px, height_px))
        future: Future[StripText] = Future()
        if name in self.failing:
            future.set_exception(InputProblem("decoder-crashed", name=name))
        else:
            white, black = (255, 255, 255), (0, 0, 0)
            line = MachineLine(f"{width_px} × {height_px}", (0, 0, 9, 9), 0.9, ground=white, ink=black)
            future.set_result(StripText(self.engine_name, (line,)))
        return future


def ignored(_item: object) -> None:
    """Ignore what became of an item."""


def picture(shade: int, size: tuple[int, int] = (60, 40), pages: int = 1, orientation: int = 1) -> bytes:
    out = io.BytesIO()
    images = [Image.new("RGB", (size[0] + page, size[1]), (shade, page, 0)) for page in range(pages)]
    exif = Image.Exif()
    exif[0x0112] = orientation
    if pages > 1:
        images[0].save(out, "TIFF", save_all=True, append_images=images[1:])
    else:
        images[0].save(out, "PNG", exif=exif)
    return out.getvalue()


def add(session: Session, dispute: Dispute, **files: bytes) -> None:
    sources = [DataSource(name.replace("_", "."), data) for name, data in files.items()]
    add_evidence(session, dispute.id, sources, Silent(), ignored)


@pytest.fixture
def reader(session: Session, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    stand_in = StandIn()
    monkeypatch.setattr(session, "_readers", stand_in)
    return stand_in


def test_only_what_text_can_be_read_off_is_read(session: Session, dispute: Dispute, reader: StandIn) -> None:
    add(session, dispute, a_png=picture(1), b_txt=b"text", c_png=picture(2), d_png=picture(3)[:60])
    set_aside(session, "exhibit", [list_exhibits(session, dispute.id)[2].id], "无关")
    report = read_exhibits(session, dispute.id, Silent(), ignored)
    assert [(item.exhibit.number, item.status, item.line_count) for item in report.items] == [(1, ReadStatus.READ, 1)]
    assert reader.asked == [("a.png", 60, 40)]


def test_what_was_read_is_not_read_again(session: Session, dispute: Dispute, reader: StandIn) -> None:
    add(session, dispute, a_png=picture(1))
    read_exhibits(session, dispute.id, Silent(), ignored)
    assert read_exhibits(session, dispute.id, Silent(), ignored).items == ()
    assert len(reader.asked) == 1


def test_all_pages_of_a_picture_are_read(session: Session, dispute: Dispute, reader: StandIn) -> None:
    add(session, dispute, a_tif=picture(1, pages=3))
    (item,) = read_exhibits(session, dispute.id, Silent(), ignored).items
    with session.vault.read() as catalog:
        text = catalog.machine_text(item.exhibit.id)
    assert text is not None
    assert [(line.page_index, line.text) for line in text.lines] == [(0, "60 × 40"), (1, "61 × 40"), (2, "62 × 40")]
    assert text.page_count == 3


def test_a_turned_photograph_is_read_upright(session: Session, dispute: Dispute, reader: StandIn) -> None:
    add(session, dispute, a_png=picture(1, orientation=6))
    read_exhibits(session, dispute.id, Silent(), ignored)
    assert reader.asked == [("a.png", 40, 60)]


def test_one_that_fails_costs_itself_and_is_tried_again(session: Session, dispute: Dispute, reader: StandIn) -> None:
    add(session, dispute, a_png=picture(1), b_png=picture(2), c_png=picture(3))
    reader.failing = ["b.png"]
    told: list[ReadResult] = []
    report = read_exhibits(session, dispute.id, Silent(), told.append)
    assert tuple(told) == report.items
    assert [item.status for item in told] == [ReadStatus.READ, ReadStatus.FAILED, ReadStatus.READ]
    assert (told[1].problem and told[1].problem.code) == "decoder-crashed"
    assert verify_vault(session.folder, Silent()).holds
    reader.failing = []
    assert [item.exhibit.number for item in read_exhibits(session, dispute.id, Silent(), ignored).items] == [2]


def test_what_is_wanted_first_is_read_first(session: Session, dispute: Dispute, reader: StandIn) -> None:
    add(session, dispute, a_png=picture(1), b_png=picture(2), c_png=picture(3))
    left = list_exhibits(session, dispute.id)[0].id
    read_exhibits(session, dispute.id, Silent(), ignored, leave_out={left}, choose=lambda waiting: waiting[-1])
    assert [name for name, _, _ in reader.asked] == ["c.png", "b.png"]


def test_one_can_be_read_again(session: Session, dispute: Dispute, reader: StandIn) -> None:
    add(session, dispute, a_png=picture(1))
    read_exhibits(session, dispute.id, Silent(), ignored)
    result = read_again(session, list_exhibits(session, dispute.id)[0].id, Silent())
    assert (result.status, len(reader.asked)) == (ReadStatus.READ, 2)
    assert verify_vault(session.folder, Silent()).holds


def test_an_original_that_is_gone_costs_itself(session: Session, dispute: Dispute, reader: StandIn) -> None:
    add(session, dispute, a_png=picture(1), b_png=picture(2))
    session.vault.originals.path(list_exhibits(session, dispute.id)[0].original.sha256).unlink()
    report = read_exhibits(session, dispute.id, Silent(), ignored)
    assert [item.status for item in report.items] == [ReadStatus.FAILED, ReadStatus.READ]


def test_after_a_cancel_the_next_call_goes_on(session: Session, dispute: Dispute, reader: StandIn) -> None:
    add(session, dispute, a_png=picture(1), b_png=picture(2), c_png=picture(3))
    report = read_exhibits(session, dispute.id, CancelledAfterSteps(2), ignored)
    assert (report.cancelled, [item.exhibit.number for item in report.items]) == (True, [1, 2])
    assert [item.exhibit.number for item in read_exhibits(session, dispute.id, Silent(), ignored).items] == [3]


def test_a_cancel_does_not_wait_for_an_engine_that_hangs(
    session: Session, dispute: Dispute, reader: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(session, dispute, a_png=picture(1))
    monkeypatch.setattr(reader, "read", lambda *_: Future())
    progress = CancelledAfterSteps(1)
    threading.Timer(0.5, progress.advance).start()
    assert read_exhibits(session, dispute.id, progress, ignored).cancelled


def test_closing_the_vault_meanwhile_ends_the_reading(
    session: Session, dispute: Dispute, reader: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(session, dispute, a_png=picture(1))

    def closing(*_: object) -> "Future[StripText]":
        future: Future[StripText] = Future()
        future.cancel()
        future.set_running_or_notify_cancel()
        return future

    monkeypatch.setattr(reader, "read", closing)
    assert read_exhibits(session, dispute.id, Silent(), ignored).cancelled


def test_a_vault_that_cannot_be_written_is_not_read(session: Session, dispute: Dispute) -> None:
    session.close()
    opened = open_session(session.folder, read_only=True)
    with pytest.raises(EnvironmentProblem, match="vault-read-only"):
        read_exhibits(opened, dispute.id, Silent(), ignored)
    opened.close()


def test_every_page_of_a_pdf_is_read(session: Session, dispute: Dispute, reader: StandIn, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "two.pdf"), (200, 100))
    for _ in range(2):
        canvas.showPage()
    canvas.save()
    add(session, dispute, two_pdf=(tmp_path / "two.pdf").read_bytes())
    read_exhibits(session, dispute.id, Silent(), ignored)
    assert reader.asked == [("two.pdf", 400, 200)] * 2


def test_text_that_a_pdf_holds_is_taken_and_only_its_scans_are_recognised(
    session: Session, dispute: Dispute, reader: StandIn, tmp_path: Path
) -> None:
    canvas = canvas_of(tmp_path / "two.pdf")
    contract(canvas)
    scan(canvas)
    canvas.save()
    add(session, dispute, two_pdf=(tmp_path / "two.pdf").read_bytes())
    (item,) = read_exhibits(session, dispute.id, Silent(), ignored).items
    with session.vault.read() as catalog:
        text = catalog.machine_text(item.exhibit.id)
    assert text is not None
    assert [line.text for line in text.lines if line.page_index == 0] == list(CONTRACT)
    assert len(reader.asked) == 1
    assert text.engine == f"{PDF_TEXT}, stand-in 1"
    assert item.suggestion_count > 0


def test_what_was_taken_out_of_a_pdf_once_is_not_taken_again(
    session: Session, dispute: Dispute, reader: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = canvas_of(tmp_path / "one.pdf")
    contract(canvas)
    canvas.save()
    add(session, dispute, one_pdf=(tmp_path / "one.pdf").read_bytes())
    (item,) = read_exhibits(session, dispute.id, Silent(), ignored).items
    monkeypatch.setattr(type(session.reading_decoders), "text_lines", None)
    again = read_again(session, item.exhibit.id, Silent(), fresh=False)
    assert (again.line_count, reader.asked) == (len(CONTRACT), [])


def test_the_same_bytes_are_recognised_once_whatever_the_dispute(
    session: Session, dispute: Dispute, reader: StandIn
) -> None:
    other = new_dispute(session, NewDispute(title="另一件", type=DisputeType.OTHER, institution="某机构"))
    for each in (dispute, other):
        add(session, each, a_png=picture(1))
        (item,) = read_exhibits(session, each.id, Silent(), ignored).items
        assert item.line_count == 1
        assert custody_history(session, each.id, item.exhibit.id)[-1].kind is CustodyKind.READ
    assert len(reader.asked) == 1


def test_read_again_by_a_newer_engine_everything_is_recognised_anew(
    session: Session, dispute: Dispute, reader: StandIn
) -> None:
    add(session, dispute, a_png=picture(1))
    for engine, asked in (("stand-in 1", 1), ("stand-in 1", 1), ("stand-in 2", 2)):
        reader.engine_name = engine
        assert len(read_exhibits(session, dispute.id, Silent(), ignored, again=True).items) == 1
        assert len(reader.asked) == asked


def test_a_page_that_a_recogniser_stumbles_over_has_its_text_kept(
    session: Session, dispute: Dispute, reader: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(session, dispute, a_png=picture(1), b_png=picture(2))

    def stumble(pages: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(interpret, "interpret", stumble)
    items = read_exhibits(session, dispute.id, Silent(), ignored).items
    assert [(item.status, item.problem and item.problem.code, item.line_count) for item in items] == [
        (ReadStatus.READ, "interpreting-failed", 1)
    ] * 2
    assert read_exhibits(session, dispute.id, Silent(), ignored).items == ()
