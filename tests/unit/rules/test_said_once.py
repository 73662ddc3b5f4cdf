"""What a picture and an export show of one message counts once, and what is merely alike counts twice."""

from datetime import date

import pytest

from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import EventMark, Institution, PromiseRecord, PromiseState
from evidence_app.rules.parties import OtherSide
from evidence_app.rules.said_once import said_once
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.disputes import DISPUTE, TODAY
from tests.unit.rules.situations import call, message

SIDE = OtherSide.of(("速融宝",), ("1069 8877 00022",), "CN")
WORDS = "【速融宝】您的借款存在风险,如不处理将联系您的亲友。"


def exported(at: str = "2025-03-16T07:40:12", text: str = WORDS, number: str = "1069887700022") -> Happening:
    return message(at, text=text, number=number)._replace(origin=Origin.EXPORT, exhibit_ids=("export",))


def read(at: str = "2025-03-16T07:40:00", text: str = WORDS, number: str = "1069 8877 00022") -> Happening:
    shown = message(at, text=text, number=number)
    return shown._replace(origin=Origin.PICTURE, exhibit_ids=("picture",), precision=Precision.MINUTE)


def counted(*happenings: Happening) -> int:
    return len(said_once(happenings, SIDE).happenings)


@pytest.mark.parametrize(
    "picture",
    [
        read(),
        read(text=WORDS.replace(",", "，").replace("。", "") + " "),
        read(text=WORDS.replace("亲友", "亲反")),  # one character misread
        read(at="2025-03-16T07:35:00"),  # the time that stands above several messages of a chat
        read(number="")._replace(party="速融宝客服"),
        read()._replace(precision=Precision.DAY),
        read()._replace(at=None, precision=Precision.UNKNOWN),
    ],
)
def test_a_picture_of_an_exported_message_counts_once_with_both_exhibits(picture: Happening) -> None:
    (once,) = said_once([exported(), picture], SIDE).happenings
    assert (once.number, once.exhibit_ids) == ("1069887700022", ("export", "picture"))


@pytest.mark.parametrize(
    "picture",
    [
        read(text=WORDS.replace("借款", "借款2")),
        read(at="2025-03-16T07:41:00"),
        read(at="2025-03-15T07:40:00"),
        read(number="95588"),
        read()._replace(direction=Direction.OUT),
        read()._replace(origin=Origin.PERSON),
        read(text="好的")._replace(at=None, precision=Precision.UNKNOWN),
    ],
)
def test_what_differs_counts_twice(picture: Happening) -> None:
    assert counted(exported(), picture) == 2


def test_one_picture_with_two_like_messages_shows_two_and_two_pictures_of_one_show_one() -> None:
    assert counted(exported(), read(), read()) == 2
    assert counted(exported(), exported("2025-03-16T07:40:50"), read(), read()) == 2
    assert counted(exported(), read(), read()._replace(exhibit_ids=("another",))) == 1


def test_a_call_is_the_same_in_its_very_minute_only() -> None:
    made = call("2025-03-16T08:01:30", number="02150001234")._replace(origin=Origin.EXPORT)
    seen = call("2025-03-16T08:01:00", number="021-5000 1234")._replace(origin=Origin.PICTURE, exhibit_ids=("p",))
    assert counted(made, seen) == 1
    assert counted(made, seen._replace(at=seen.at and seen.at.replace(minute=0))) == 2


def test_a_call_of_which_a_picture_does_not_tell_the_way_is_that_of_the_log() -> None:
    made = call("2025-03-16T15:45:10", Direction.REJECTED, number="02150001234")._replace(
        origin=Origin.EXPORT, exhibit_ids=("log",)
    )
    seen = made._replace(event_id="seen", origin=Origin.PICTURE, exhibit_ids=("p",), at=made.at, duration_s=None)
    for way in (Direction.NONE, Direction.MISSED):
        assert said_once([made, seen._replace(direction=way)], SIDE).same == {"seen": made.event_id}
    assert counted(made, seen._replace(direction=Direction.OUT)) == 2


def test_a_call_in_two_logs_or_typed_as_well_counts_once_and_two_of_one_log_count_twice() -> None:
    first = call("2025-03-16T08:01:30", number="02150001234")._replace(origin=Origin.EXPORT, exhibit_ids=("phone",))
    carrier = first._replace(event_id="carrier", number="+862150001234", exhibit_ids=("carrier",), duration_s=None)
    typed = first._replace(event_id="typed", origin=Origin.PERSON, exhibit_ids=(), text="说明天答复", agent_id="80231")
    (once,) = said_once([typed, first, carrier], SIDE).happenings
    assert (once.event_id, once.text, once.agent_id) == (first.event_id, "说明天答复", "80231")
    assert once.exhibit_ids == ("phone", "carrier")
    assert once.typed == {"text", "agent_id"}  # no log shows what was said
    picture = first._replace(event_id="seen", origin=Origin.PICTURE, text="08:01 1分")
    (once,) = said_once([typed, picture], SIDE).happenings
    assert (once.event_id, once.typed) == ("typed", {"text", "agent_id"})
    (once,) = said_once([typed._replace(exhibit_ids=("recording",)), first], SIDE).happenings
    assert not once.typed
    assert counted(first, first._replace(event_id="again")) == 2
    assert counted(first, carrier._replace(number="02150001235")) == 2
    assert counted(first, carrier._replace(direction=Direction.OUT)) == 2


def test_findings_promises_and_marks_of_a_message_in_two_exhibits_are_those_of_one() -> None:
    promised = {"promise": "明天答复", "promise_due": date(2025, 3, 17)}
    picture, record = read()._replace(agent_id="80231", **promised), exported()
    stated = Stated(
        institution=Institution(id="i", dispute_id="d", numbers=("1069887700022",)),
        marks=[EventMark(id="m", dispute_id="d", event_id=picture.event_id, tags=("threat",))],
        promises=[PromiseRecord(id="p", dispute_id="d", event_id=picture.event_id, state=PromiseState.BROKEN)],
    )
    found = work_out(DISPUTE, [record, picture], stated, TODAY)
    (promise,) = found.promises
    assert (promise.happening.event_id, promise.state) == (record.event_id, PromiseState.BROKEN)
    counts = {each.rule.id: len(each.event_ids) for each in found.findings}
    assert (counts["C1"], counts["C6"]) == (1, 1)
    assert "S1" not in counts  # one message is no number of messages
    assert [len(each.contacts) for each in found.agents] == [1]
    assert found.charts.contacts_over_time is not None
    assert [sum(each.counts) for each in found.charts.contacts_over_time.series] == [1]
