"""The timeline under a real pointer: days are brushed, cards of one time change places, a kind is ticked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.record_event import record_event
from evidence_app.actions.session import open_session
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import EventFacts, EventKind
from evidence_app.domain.typed_time import typed_time
from tests.pointer.desktop import Desktop, Hand, Place, Program, centre

OURS = ("--name", "Juzheng")
CALL, NOTE = EventKind.CALL, EventKind.NOTE
EVENTS = ((CALL, "2025-02-21 09:00", "early"), *((NOTE, "2025-02-22", text) for text in ("a", "b", "c")))
LEFT = 100
LATER = ((CALL, "2025-02-23 10:00", "late"), (CALL, "2025-02-24 10:00", "last"))


@pytest.fixture(scope="module")
def program(desktop: Desktop, hand: Hand) -> Iterator[Program]:
    """The program on a dispute of four days; on the second of them three notes of the same time."""
    vault = desktop.home / "juzheng-vault"
    session = open_session(vault, create=True)
    dispute = new_dispute(session, NewDispute(title="Loan", type=DisputeType.OTHER, institution="Surongbao"))
    for kind, when, text in (*EVENTS, *LATER):
        record_event(session, dispute.id, EventFacts(kind=kind, time=typed_time(when), text=text))
    session.close()
    settings = Path(desktop.environment["XDG_CONFIG_HOME"]) / "Juzheng" / "Juzheng.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[vault]\nfolder={vault}\ndispute={dispute.id}\n[window]\nlanguage=en\n", encoding="utf-8")
    with Program(desktop) as started:
        started.until(lambda seen: seen["ready"], "the vault")
        hand.place_window(OURS, (LEFT, 20, 1280, 1000))
        started.until(lambda seen: seen["window"][0] == LEFT and len(seen["cards"]) == 6, "all cards in their place")
        yield started


def drag(hand: Hand, start: Place, end: Place) -> None:
    hand.move(start)
    hand.press()
    hand.glide(end)


def test_a_card_goes_before_another_of_its_time(hand: Hand, program: Program) -> None:
    cards = program.until(lambda seen: seen["order"] == ["early", "a", "b", "c", "late", "last"], "all")["cards"]
    x, y = centre(cards["a"])
    drag(hand, centre(cards["c"]), (x, y - 20))
    program.until(lambda seen: seen["dragging"], "a card in the hand")
    hand.release()
    program.until(lambda seen: seen["order"] == ["early", "c", "a", "b", "late", "last"], "the new order")


def test_a_card_that_may_not_go_there_stays(hand: Hand, program: Program) -> None:
    seen = program.until(lambda seen: not seen["busy"], "rest")
    drag(hand, centre(seen["cards"]["late"]), centre(seen["cards"]["early"]))
    program.until(lambda seen: seen["dragging"], "a card in the hand")
    hand.release()
    after = program.until(lambda seen: not seen["dragging"] and not seen["busy"], "the card put down")
    assert after["order"] == seen["order"]


def test_days_are_brushed_and_all_are_shown_again(hand: Hand, program: Program) -> None:
    days = program.until(lambda seen: len(seen["days"]) == 4, "four days")["days"]
    drag(hand, centre(days[1]), centre(days[2]))
    hand.release()
    program.until(lambda seen: seen["shown"] == "4 of 6 shown", "two days")
    hand.click(centre(days[1]))
    hand.click(centre(days[1]))
    program.until(lambda seen: seen["shown"] == "6 events", "all days")


def test_a_kind_is_ticked_in_its_list(hand: Hand, program: Program) -> None:
    chip = program.until(lambda seen: seen["chips"], "chips")["chips"][0]
    hand.click(centre(chip))
    program.until(lambda seen: seen["popup"], "the list")
    hand.keys("space", "Escape")
    program.until(lambda seen: not seen["popup"] and seen["shown"] == "3 of 6 shown", "calls only")
