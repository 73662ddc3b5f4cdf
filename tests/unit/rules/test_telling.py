"""Letters do not give away what others wrote and said."""

from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening
from evidence_app.rules.parties import OtherSide
from evidence_app.rules.telling import of_the_dispute
from tests.unit.rules.situations import call, message, payment

THEIRS = message("2025-03-02T09:00:00", text="请三天内还款")._replace(
    number="+86 138 0013 8000", exhibit_ids=("phone",)
)
MOTHERS = message("2025-03-02T10:00:00", text="妈妈")._replace(number="13900139000", exhibit_ids=("phone",))
CODE = message("2025-03-02T11:00:00", text="验证码 482910")._replace(number="95588", exhibit_ids=("phone",))
AGENTS = call("2025-03-02T12:00:00")._replace(number="17000000000", agent_id="80231", exhibit_ids=("phone",))
SHOWN = message("2025-03-03T09:00:00", text="截图")._replace(number="10690000", exhibit_ids=("picture",))
PAID = payment("2025-03-04", "3000", Direction.OUT)
ALL = [THEIRS, MOTHERS, CODE, AGENTS, SHOWN, PAID]


def told(*numbers: str, marked: tuple[Happening, ...] = ()) -> list[Happening]:
    tags = {each.event_id: frozenset({"threat"}) for each in marked}
    return of_the_dispute(ALL, OtherSide.of((), numbers, "CN"), tags)


def test_once_the_other_sides_numbers_are_stated_only_theirs_and_the_agents_are_told() -> None:
    assert told("13800138000") == [THEIRS, AGENTS, PAID]


def test_of_a_whole_phone_nothing_is_told_but_what_bears_on_the_dispute() -> None:
    assert told() == [AGENTS, SHOWN, PAID]


def test_what_a_person_marked_is_told() -> None:
    assert told("13800138000", marked=(CODE,)) == [THEIRS, CODE, AGENTS, PAID]
