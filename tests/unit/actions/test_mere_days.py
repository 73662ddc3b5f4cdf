"""A message of a mere day stands where its picture shows it, in the window and on the command line."""

import json
from dataclasses import replace
from datetime import datetime

import pytest

from evidence_app.__main__ import main
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.times import Precision, TimeSource, choose
from evidence_app.vault.glance import glance
from tests.fakes.machine_read import add_pictures
from tests.fakes.readings import CHAT, chat, keep


def test_a_message_of_a_mere_day_keeps_its_place_in_the_talk(
    session: Session, dispute: Dispute, capsys: pytest.CaptureFixture[str]
) -> None:
    (exhibit,) = add_pictures(session, dispute, 1)
    read = chat(exhibit)
    third = read.events[2]
    reading = third.facts.time.readings[0]
    day = reading._replace(wall=datetime(2025, 2, 22), precision=Precision.DAY, source=TimeSource.SCREEN)
    untimed = replace(third, facts=replace(third.facts, time=choose([day])))
    keep(session, exhibit, replace(read, events=(*read.events[:2], untimed, *read.events[3:])))
    with session.vault.read() as catalog:
        lines = [each.text for each in catalog.lines(dispute) if each.text]
    folder = session.folder
    session.close()
    assert main(["--vault", str(folder), "timeline", dispute.id, "--json"]) == 0
    told = [each["text"] for each in json.loads(capsys.readouterr().out)["events"] if each["kind"] == "message"]
    seen = glance(folder, dispute.id)
    assert seen is not None
    assert told == lines == [each.text for each in seen.entries if each.text] == [text for _, text in CHAT]
