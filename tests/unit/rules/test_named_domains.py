"""A domain in a message that is taken for the institution's is warned of, with the message."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evidence_app.domain.events import Direction
from evidence_app.domain.workspace import Channel, ChannelKind, Institution, KnownFrom
from evidence_app.rules.channels import Doubt
from evidence_app.rules.named_domains import doubted_domains
from evidence_app.rules.stated import Stated
from evidence_app.rules.workspace import work_out
from tests.unit.rules.disputes import DISPUTE, TODAY
from tests.unit.rules.situations import message

KNOWN = Institution(id="i", dispute_id="d", domains=("lefenqi.com.tw",))


@pytest.mark.parametrize(
    ("text", "host", "doubt"),
    [
        ("請登入 https://www.lefenq1.com.tw/refund 驗證", "lefenq1.com.tw", Doubt.LOOKS_LIKE),
        ("請點lefenqi-pay.com領取", "lefenqi-pay.com", Doubt.EXTRA_WORDS),
        ("來信service@lefenqi-tw.com。", "lefenqi-tw.com", Doubt.EXTRA_WORDS),
        ("http://l\u0435fenqi.com.tw", "l\u0435fenqi.com.tw", Doubt.LOOKS_LIKE),
    ],
)
def test_a_domain_that_is_taken_for_theirs_is_told_with_its_messages(text: str, host: str, doubt: Doubt) -> None:
    said = [message("2025-03-01T10:00", text=text), message("2025-03-02T10:00", text=text)]
    found = [each for each in doubted_domains(KNOWN, said) if each.doubt is doubt]
    assert [(each.shown, each.event_ids) for each in found] == [(host, tuple(each.event_id for each in said))]


def test_their_own_domains_those_of_others_amounts_and_own_words_raise_no_doubt() -> None:
    texts = ["https://www.lefenqi.com.tw/promo", "www.bank.example", "應繳3,420.50元", "v1.2.3", "9.30am", "e.g.this"]
    said = [message("2025-03-01T10:00", text=text) for text in texts]
    mine = message("2025-03-02T10:00", Direction.OUT, "lefenq1.com.tw是假的嗎")
    assert doubted_domains(KNOWN, [*said, mine]) == ()


def test_without_a_stated_domain_nothing_is_compared() -> None:
    said = [message("2025-03-01T10:00", text="https://lefenq1.com.tw")]
    assert doubted_domains(None, said) == doubted_domains(Institution(id="i", dispute_id="d"), said) == ()


def test_what_a_verified_channel_names_is_compared_without_a_stated_domain() -> None:
    mail = Channel(id="c", dispute_id="d", kind=ChannelKind.EMAIL, value="service@lefenqi.com.tw")
    verified = replace(mail, known_from=KnownFrom.OFFICIAL_SITE, verified_by="contract", verified_on=date(2025, 2, 1))
    said = [message("2025-03-01T10:00", text=text) for text in ("https://lefenq1.com.tw", "https://m.lefenqi.com.tw")]
    assert [(each.shown, each.compared_with) for each in doubted_domains(None, said, [verified])] == [
        ("lefenq1.com.tw", "lefenqi.com.tw")
    ]
    assert doubted_domains(None, said, [mail]) == ()


@pytest.mark.parametrize("known_as", [{"institution": "樂分期"}, {"aliases": ("樂分期",)}, {}])
def test_a_domain_that_carries_a_name_of_the_institution_is_told_with_its_message(known_as: dict[str, Any]) -> None:
    known = replace(KNOWN, domains=("lfq-credit.com.tw",), app="" if known_as else "樂分期")
    said = message("2025-03-01T10:00", text="請點lefenqi.top領取，官網www.lfq-credit.com.tw")
    site = Channel(id="c", dispute_id="d", kind=ChannelKind.WEBSITE, value="樂分期-kf.com")
    found = work_out(replace(DISPUTE, **known_as), [said], Stated(institution=known, channels=(site,)), TODAY).doubts
    carried = [(each.shown, each.channel_id, each.event_ids) for each in found if each.doubt is Doubt.CARRIES_NAME]
    assert carried == [("樂分期-kf.com", "c", ()), ("lefenqi.top", "", (said.event_id,))]
