"""What several tests of the dossier begin with."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.workspace import Complaint, EventMark
from evidence_app.dossier.source import DossierSource
from evidence_app.rules.workspace import Stated
from tests.fakes.dossier_case import Case, encoded, image_media, new_case, picture
from tests.unit.dossier.told import happening


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return new_case(tmp_path)


@pytest.fixture
def shot(case: Case) -> Exhibit:
    image = picture(40, 80)
    return case.add("shot.png", encoded(image, "PNG"), image_media(image, "image/png"))


@pytest.fixture
def source(case: Case, shot: Exhibit) -> DossierSource:
    case.happen(
        EventKind.CALL,
        direction=Direction.IN,
        agent_id="80231",
        agent_name="小王",
        duration_s=60,
        text="要求还款",
        promise="三天内撤销",
        promise_due=date(2025, 2, 25),
        exhibit_ids=(shot.id,),
    )
    case.happen(
        EventKind.PAYMENT,
        direction=Direction.IN,
        party="速融宝",
        amount=Decimal(3000),
        outcome=Outcome.DONE,
        exhibit_ids=(shot.id,),
    )
    filed = Complaint(
        id="c",
        dispute_id=case.dispute.id,
        body="cn-nfra",
        filed_on=date(2025, 2, 24),
        reference="NF-1",
        event_id="ev00002",
    )
    marked = EventMark(id="m", dispute_id=case.dispute.id, event_id="ev00002", tags=("threat",))
    stated = Stated(complaints=[filed], marks=[marked])
    return replace(case.source(), happenings=tuple(happening(each, case) for each in case.events), stated=stated)
