"""What the states are drawn on: one vault per language with the sample dispute, and vaults for the rarer cases."""

import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.phrases import Language

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


class Stock(StrEnum):
    """What kind of vault a state needs."""

    SAMPLE = "sample"  # the sample dispute and one without events
    NOTHING = "nothing"  # no vault yet: the program's first start
    READ_ONLY = "read-only"  # the sample dispute, open for reading only
    LARGE = "large"  # 20,000 events
    BLANK = "blank"  # a vault without disputes
    READ = "read"  # the sample dispute, with what a machine might have read on its pictures
    WITNESSED = "witnessed"  # the sample dispute, whose log two authorities on this computer really witnessed


def _disagree(session: "Session", dispute_id: str) -> None:
    """Let one screenshot have two times that cannot both be true, and that nobody has decided about."""
    from evidence_app.actions.edit import edit_event
    from evidence_app.actions.timeline import event_detail, timeline
    from evidence_app.domain.events import EventKind
    from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource

    entry = next(
        entry
        for entry in timeline(session, dispute_id)
        if entry.kind is EventKind.DOCUMENT and entry.media_kind == "image" and entry.precision is Precision.SECOND
    )
    time = event_detail(session, entry.event_id).time
    first = time.readings[0]
    assert first.wall is not None
    other = ClockReading(first.wall.replace(day=first.wall.day + 1), Precision.SECOND, TimeSource.EXIF, 95)
    edit_event(session, entry.event_id, {"time": EventTime((first, other), 0)})


def _note_today(session: "Session", dispute_id: str) -> None:
    """Write down a call of today, which is when the log will be witnessed."""
    from datetime import UTC, datetime

    from evidence_app.actions.record_event import NewEvent, record_event
    from evidence_app.domain.events import EventKind
    from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource

    now = ClockReading(datetime.now(UTC).replace(tzinfo=None, microsecond=0), Precision.MINUTE, TimeSource.TYPED, 100)
    record_event(session, dispute_id, NewEvent(kind=EventKind.CALL, time=EventTime((now,), 0), number="95188"))


def _witness(folder: Path, scratch: Path) -> None:
    """Have the first dispute's log witnessed, on a day that is on its timeline."""
    from evidence_app.actions.anchor import anchor_dispute
    from evidence_app.actions.disputes import list_disputes
    from evidence_app.actions.session import open_session
    from evidence_app.progress import Silent
    from tests.fakes.authorities import LocalAuthority

    session = open_session(folder)
    try:
        dispute_id = list_disputes(session)[0].dispute.id
        _note_today(session, dispute_id)
        with LocalAuthority(scratch, "Time Office One") as one, LocalAuthority(scratch, "Time Office Two") as other:
            anchor_dispute(session, dispute_id, [one.authority, other.authority], Silent())
    finally:
        session.close()


def _read(folder: Path) -> None:
    """Keep for all pictures what a machine might have read on them."""
    from evidence_app.actions.disputes import list_disputes
    from evidence_app.actions.exhibits import list_exhibits
    from evidence_app.actions.session import open_session
    from tests.fakes.readings import read_all

    session = open_session(folder)
    try:
        read_all(session, list_exhibits(session, list_disputes(session)[0].dispute.id))
    finally:
        session.close()


EMPTY_TITLES = {
    Language.ZH_HANS: "钱包余额未到账",
    Language.ZH_HANT: "錢包餘額未入帳",
    Language.EN: "Top-up did not arrive",
}


EMPTY_PARTIES = {Language.ZH_HANS: "速融宝", Language.ZH_HANT: "速融寶", Language.EN: "Surongbao"}


@dataclass(frozen=True)
class Stores:
    """Vaults made once, and a place for copies of them."""

    folder: Path

    def make(self, chosen: Language, *, dossier: bool = False) -> None:
        """Make the vault with the sample dispute, and its dossier beside it if that is wanted."""
        from evidence_app.actions.disputes import NewDispute, new_dispute
        from evidence_app.actions.export_dossier import ExportOptions, export_dossier
        from evidence_app.actions.sample import make_sample_dispute
        from evidence_app.actions.session import open_session
        from evidence_app.domain.disputes import DisputeType
        from evidence_app.progress import Silent

        session = open_session(self.sample(chosen), create=True)
        try:
            dispute = make_sample_dispute(session, chosen, Silent())
            _disagree(session, dispute.id)
            title, party = EMPTY_TITLES[chosen], EMPTY_PARTIES[chosen]
            empty = NewDispute(title=title, type=DisputeType.TOPUP_FAILED, institution=party)
            new_dispute(session, empty)
            if dossier:
                options = ExportOptions(profile="plain", language=chosen)
                export_dossier(session, dispute.id, self.dossier(chosen), options, Silent())
        finally:
            session.close()
        open_session(self.blank(chosen), create=True).close()

    def sample(self, chosen: Language) -> Path:
        """Return the vault with the sample dispute."""
        return self.folder / f"sample-{chosen.value}"

    def blank(self, chosen: Language) -> Path:
        """Return the vault without disputes."""
        return self.folder / f"blank-{chosen.value}"

    def dossier(self, chosen: Language) -> Path:
        """Return the sample dispute's dossier."""
        return self.folder / f"{chosen.value}.pdf"

    def copy(self, stock: Stock, chosen: Language, scratch: Path) -> Path | None:
        """Return a vault of its own for one window; None for a first start."""
        if stock is Stock.NOTHING:
            return None
        if stock is Stock.LARGE:
            from benchmarks.material.large_vault import large_vault

            source = large_vault()
        else:
            source = self.blank(chosen) if stock is Stock.BLANK else self.sample(chosen)
        target = scratch / stock.value / "juzheng-vault"
        shutil.copytree(source, target, dirs_exist_ok=True)
        if stock is Stock.READ:
            _read(target)
        if stock is Stock.WITNESSED:
            _witness(target, scratch)
        return target
