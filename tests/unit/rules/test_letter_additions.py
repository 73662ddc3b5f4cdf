"""A letter tells by itself only what bears on it; whoever writes adds the rest, at its place and with its evidence."""

import pytest

from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.phrases import Language
from evidence_app.rules.findings import findings
from evidence_app.rules.letter_adding import with_added
from evidence_app.rules.letter_bearing import bears_on_it
from evidence_app.rules.letters import LetterText, letter
from tests.unit.rules.lettering import facts_of, matter
from tests.unit.rules.situations import message, situation

COURTESIES = (
    "好的，請說到做到",
    "請您耐心等待，感謝您的理解。",
    "您好，客服工號3017小李為您服務，正在為您查詢。",
    "您好，工号3017为您服务。",
    "您好，请问有什么可以帮您？",
    "嗯嗯，知道了，我等你们消息",
    "Hello, how can I help you?",
    "OK, thank you!",
)
BEARING = (
    "我们会在11月5日18点前给您书面答复。",
    "您的帳戶觸發風控，需要審核。",
    "凍結理由屬內部風控，不便透露。",
    "如果您繼續投訴，我們將永久封停您的帳戶。",
    "再不接电话就去你公司",
    "您好，工号4488为您服务。前面的同事说错了，没有时限。",
    "已向您尾号6677的银行卡退还2000.00元，请查收。",
    "We will get back to you within 3 days",
    "すぐに返金してください",
)


def test_courtesies_bear_on_nothing_and_what_is_promised_refused_threatened_or_paid_does() -> None:
    assert [each for each in COURTESIES if bears_on_it(message("2025-03-01T09:00:00", text=each))] == []
    assert [each for each in BEARING if not bears_on_it(message("2025-03-01T09:00:00", text=each))] == []
    asked = message("2025-03-01T09:00:00", Direction.OUT, "那剩下的呢？")
    assert bears_on_it(asked)
    assert not bears_on_it(asked._replace(direction=Direction.IN))
    assert bears_on_it(asked._replace(text="好的", promise="好的"))


FIRST = message("2025-03-01T09:00:00", text="您的賬戶已凍結")
POLITE = message("2025-03-01T09:05:00", text="請您耐心等待，感謝您的理解。")
SECOND = message("2025-03-01T09:10:00", text="三天內解凍")
LATER = message("2025-03-01T09:15:00", Direction.OUT, "好的，請說到做到")


def written(*happenings: Happening) -> LetterText:
    numbers = {each.event_id: (place,) for place, each in enumerate(happenings, 1)}
    made = matter(
        happenings=happenings,
        findings=(),
        exhibit_numbers=numbers,
        labels={place: f"{place}.png" for place in range(1, 9)},
    )
    return letter(LetterKind.COMPLAINT, made, Language.ZH_HANT)


WHOLE = (FIRST, POLITE, SECOND, LATER)


def test_what_is_left_out_is_offered_and_a_mark_tells_it() -> None:
    found = written(*WHOLE)
    assert [each.statement.event_ids for each in found.additions] == [(POLITE.event_id,), (LATER.event_id,)]
    assert not any(POLITE.event_id in each.event_ids for each in found.statements)
    assert "證據2" not in found.plain_text("")
    marked = {POLITE.event_id: frozenset({"contradicts"})}
    assert "耐心等待" in "".join(facts_of(LetterKind.COMPLAINT, *WHOLE, tags=marked))


def test_a_request_to_stop_tells_what_bears_on_nothing_else_but_no_courtesy() -> None:
    said = ["你好", "您好，在吗？", "早上好呀！😊", "Hello, good morning", "你好，請問有人在嗎", "请您耐心等待"]
    polite = [message(f"2025-03-02T23:0{place}:00", text=each) for place, each in enumerate(said)]
    polite[0] = polite[0]._replace(agent_id="80231")
    plain = message("2025-03-02T09:00:00", text="我是新来的小王，以后由我跟您对接")
    assert not bears_on_it(plain)
    nights = findings(situation(*polite))
    assert {each.event_id for each in polite} <= {one for each in nights for one in each.event_ids}
    made = matter(happenings=(plain, *polite), findings=nights, exhibit_numbers={})
    written = letter(LetterKind.STOP_CONTACT, made, Language.ZH_HANS)
    assert [each.event_ids for each in written.sections[written.facts].statements] == [(plain.event_id,)]
    assert len(written.additions) == len(polite)


def test_what_is_added_stands_at_its_place_with_its_number_and_its_evidence() -> None:
    found = written(*WHOLE)
    text = found.plain_text("")
    for each in reversed(found.additions):
        added = with_added(text, found, each)
        assert added is not None
        text = added
    lines = text.split("\n")
    begin = next(at for at, line in enumerate(lines) if line.startswith("1. "))
    assert [line.split("「")[1][:4] for line in lines[begin : begin + 4]] == [
        "您的賬戶",
        "請您耐心",
        "三天內解",
        "好的，請",
    ]
    assert [line[:3] for line in lines[begin : begin + 4]] == ["1. ", "2. ", "3. ", "4. "]
    assert [line for line in lines if line.startswith("證據") and "png" in line] == [
        f"證據{number}　{number}.png" for number in range(1, 5)
    ]
    without = written(FIRST, SECOND)
    assert text.count("\n") == without.plain_text("").count("\n") + 4


@pytest.mark.parametrize(
    ("change", "has_place"),
    [
        (lambda text: text.replace("2. ", "2. 我補充："), True),
        (lambda text: text.replace("您的賬戶已凍結", "帳戶被凍結"), True),
        (lambda text: "完全不同的信", False),
        (lambda text: "", False),
    ],
)
def test_a_letter_that_was_written_on_keeps_its_words_and_may_have_no_place(change: object, has_place: bool) -> None:
    found = written(*WHOLE)
    text = change(found.plain_text(""))  # type: ignore[operator]
    added = with_added(text, found, found.additions[0])
    assert (added is not None) is has_place
    if added is not None:
        lines = set(added.split("\n"))
        assert all(line in lines or line[3:] in {each[3:] for each in lines} for line in text.split("\n"))
        assert "耐心等待" in added


def test_no_addition_outlives_its_event() -> None:
    for gone in WHOLE:
        left = written(*(each for each in WHOLE if each is not gone))
        assert not any(gone.event_id in each.statement.event_ids for each in left.additions)
