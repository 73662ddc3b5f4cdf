"""The ways into the states of a dispute's other pages."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import ColumnProposal, PartyCount, Survey, Unread
from evidence_app.phrases import Language
from tools.studio.reaching import overview, page, select
from tools.studio.stage import Stage, until
from ui.tabs import PageKey

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Promise
    from ui.dossier.page import DossierPage
    from ui.review.page import ReviewPage


def exported(stage: Stage) -> None:
    """Export the dossier and show how that ended."""
    page = dossier_page(stage)
    page.export(stage.scratch / "dossier.pdf", page.choices.options())
    until(lambda: not page.exporting.busy)
    stage.quiet()


def dossier_page(stage: Stage) -> "DossierPage":
    """Show the dossier's page and wait until its pages are drawn."""
    from ui.dossier.page import DossierPage
    from ui.tabs import PageKey

    stage.bench.export()
    page = stage.bench.dispute_page(PageKey.DOSSIER)
    assert isinstance(page, DossierPage)
    until(lambda: page.preview.pages.document is not None and not page.drawing.busy)
    until(lambda: page.preview.pages.drawn(0))
    stage.quiet()
    return page


def dossier_handed(stage: Stage) -> None:
    """Show how the dossier is handed over, signed with a certificate of one's own."""
    from ui.dossier.sealing import Signature

    page = dossier_page(stage)
    page.sealing.signature.set_member(Signature.OWN)
    page.sealing.signature.activated.emit(1)
    page.show_section(page.sealing)
    page.show_section(page.sealing.passphrase)
    stage.quiet()


def dossier_selected(stage: Stage) -> None:
    """Let some exhibits be ticked."""
    page = dossier_page(stage)
    page.choices.exhibits.some.setChecked(True)
    stage.quiet()


def dossier_others(*, answered: bool) -> Callable[[Stage], None]:
    """Return the way to a whole phone's dossier: whose numbers are theirs was said, or not."""

    def enter(stage: Stage) -> None:
        from evidence_app.actions.other_people import OtherPeople

        held = OtherPeople(events=643, people=17, whole_exports=1, is_known=answered, is_answered=answered)
        dossier_page(stage).choices.others.show_held(held)
        stage.quiet()

    return enter


def dossier_explained(stage: Stage) -> None:
    """Ask of everything that is disclosed what it is."""
    from ui.dossier.lines import Explained

    page = dossier_page(stage)
    for line in page.disclosed.findChildren(Explained):
        line.question.click()
    page.show_section(page.disclosed)
    stage.quiet()


def event_read(stage: Stage) -> None:
    """Select a message that a machine read: its picture is shown where it stands."""
    wanted = [
        line for line in stage.bench.desk.entries if line.kind is EventKind.MESSAGE and line.text.startswith("我没")
    ]
    select(stage, wanted[0].event_id)
    inspector = stage.bench.inspector
    assert inspector is not None
    until(inspector.facts.text.review.isVisible)
    stage.quiet()
    inspector.area.ensureWidgetVisible(inspector.facts.text)


def several_read(stage: Stage) -> None:
    """Select several messages that nobody has confirmed."""
    event_read(stage)
    timeline = stage.bench.timeline
    assert timeline is not None
    timeline.setFocus()
    for _ in range(2):
        QTest.keyClick(timeline, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    until(lambda: stage.bench.batching is not None and stage.bench.batching.panel is not None)
    stage.quiet()


def menu_read(stage: Stage) -> None:
    """Open the menu of several messages that nobody has confirmed."""
    several_read(stage)
    timeline = stage.bench.timeline
    assert timeline is not None
    timeline.context_menu_requested.emit(
        timeline.selected_events(), timeline.viewport().mapToGlobal(timeline.viewport().rect().center())
    )
    until(lambda: QApplication.activePopupWidget() is not None)


def reminded(stage: Stage) -> None:
    """Show on the overview what waits: a period that ran out, one that ends soon, promises, and other disputes."""
    from datetime import timedelta

    from evidence_app.actions.reminders import Reminder
    from evidence_app.actions.workspace import add
    from evidence_app.domain.workspace import Complaint
    from evidence_app.rules.law import body
    from ui.overview.page import OverviewPage

    desk, institution = stage.bench.desk, body("cn-institution")
    assert desk.session is not None
    assert desk.dispute is not None
    assert institution is not None
    today = datetime.now(desk.dispute.zone).date()
    filed = today - timedelta(days=46)  # the period for complex cases ran out sixteen days ago
    add(desk.session, Complaint(id="", dispute_id=desk.dispute_id, body=institution.id, filed_on=filed))
    desk.reload_all()
    overview(stage)
    shown = stage.bench.dispute_page(PageKey.OVERVIEW)
    assert isinstance(shown, OverviewPage)
    until(lambda: shown.case_standing is not None and shown.case_standing.overdue is not None)
    cited = institution.clock("simple").citation
    ends, late = today + timedelta(days=2), today - timedelta(days=16)
    waiting = Reminder(desk.dispute, promises=4, deadline=ends, cited=cited, due=1, late=late)
    stage.bench.reminding.tell([waiting, waiting])
    stage.quiet()
    shown.area.ensureWidgetVisible(shown.case, 0, 40)
    stage.quiet()


def overview_read(stage: Stage) -> None:
    """Show that pictures wait to be reviewed."""
    overview(stage)


def evidence_read(stage: Stage) -> None:
    """Show the way to the review from the exhibits."""
    page(PageKey.EVIDENCE)(stage)
    until(lambda: stage.bench.reading.counts[1] > 0)


def review(stage: Stage) -> "ReviewPage":
    """Show what was read on the first picture."""
    stage.bench.show_page(PageKey.REVIEW)
    page = stage.bench.reading.page
    assert page is not None
    until(lambda: page.shown is not None)
    page.review(page.reviewing.reviews[0].exhibit.id)
    stage.quiet()
    return page


def activity_reading(stage: Stage) -> None:
    """Open the list of activities while pictures are read, one of which failed before."""
    from evidence_app.errors import InputProblem
    from ui.activities import Conclusion
    from ui.activity_panel import ActivityButton
    from ui.messages import message, sentences
    from ui.tasks import Task

    activities, background = stage.bench.bar.activities, stage.bench.reading.background
    before, now = Task(), Task()
    stage.running = now  # type: ignore[attr-defined]  # kept for as long as the window
    problem = InputProblem("decoder-crashed", name="Screenshot_20250222_081503.png")
    failed = activities.follow(before, lambda: background.tr("Reading the text on pictures"))
    failed.conclude(Conclusion(lambda: sentences(message(problem)), lambda: background.tr("Show"), stage.quiet))
    before.ended.emit()
    activity = activities.follow(now, lambda: background.tr("Reading the text on pictures"))
    activity.pause = background.pause
    now.start(100, "exhibit")
    now.advance(37)
    stage.quiet()
    stage.bench.findChildren(ActivityButton)[0].click()
    until(lambda: QApplication.activePopupWidget() is not None)


def review_records(stage: Stage) -> None:
    """Show records whose times disagree."""
    review(stage).step(1)


def review_words(stage: Stage) -> None:
    """Show a page of which only the words are known."""
    review(stage).step(2)


def review_correct(stage: Stage) -> None:
    """Correct an event."""
    stage.sheet(review(stage).correct)


def consent(stage: Stage) -> None:
    """Ask whether the time may be witnessed."""
    stage.bench.witnessing.consent_wanted.emit()


def strips(stage: Stage) -> None:
    """Ask for witnesses while something is said at the bottom and an entry without a time waits."""
    consent(stage)
    bar = stage.bench.bar
    from evidence_app.actions.add_evidence import AddReport, ItemResult, ItemStatus
    from evidence_app.errors import InputProblem
    from ui.sheets.results import Summary, summary

    added = tuple(ItemResult(f"{number}.png", ItemStatus.ADDED) for number in range(18))
    locked = ItemResult("a.zip", ItemStatus.KEPT_UNREAD, InputProblem("archive-encrypted", name="a.zip"))
    report = AddReport((*added, locked))
    first = (lambda: Summary().show_times(2), stage.quiet)
    bar.conclude(lambda: summary(report, 2), lambda: stage.bench.arrivals.tr("Show the list"), stage.quiet, first=first)


def exports(stage: Stage) -> None:
    """Show what two exported files hold, one of them with many other sides, and a table that nobody knows."""
    from ui.exports.preview import PreviewSheet
    from ui.exports.wanted import Offered

    def ask() -> None:
        kept = stage.bench.desk.session
        assert kept is not None
        from evidence_app.actions.exhibits import list_exhibits

        first, second, *_ = list_exhibits(kept, stage.bench.desk.dispute_id)
        parties = tuple(
            PartyCount("", f"1069{number:04}", 30 - number, "2025-02-01", "2025-03-01") for number in range(20)
        )
        sms = Survey(
            "sms-backup", 1234, 2, (Unread("element:17", "record-incomplete"),), "2025-02-01", "2025-03-01", parties
        )
        chat = Survey(
            "whatsapp", 88, first="2025-02-03", last="2025-02-09", parties=parties[:2], asks=("day-order", "owner")
        )
        headings = ("日期", "摘要", "金额", "余额")
        columns = tuple(zip(("date", "text", "amount", "balance"), headings, strict=True))
        proposal = ColumnProposal(headings, columns, (("2025-02-01", "手续费", "-100.00", "1,200.00"),), "f")
        offered = [Offered(first, sms), Offered(second, chat), Offered(second, None, proposal)]
        PreviewSheet(stage.bench, offered).present()

    stage.sheet(ask, PreviewSheet)


def reminders(stage: Stage) -> None:
    """Show what the person's own evidence lacks."""
    from ui.casework.page import CasePage, CasePart
    from ui.casework.section import Told

    case("findings")(stage)
    stage.quiet()
    shown = stage.bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    assert shown.found is not None
    titles = {each.rule.title[stage.look.language] for each in shown.found.findings if each.is_reminder}
    part = shown.parts[CasePart.FINDINGS]
    first = next(each for each in part.findChildren(Told) if each.title.text() in titles)
    page_of_cards = part.widget()
    assert page_of_cards is not None
    part.verticalScrollBar().setValue(first.mapTo(page_of_cards, QPoint()).y() - ABOVE_PX)
    stage.quiet()


ABOVE_PX = 90  # for the heading of the first card


MOST_QUESTIONS = 5  # that are asked in any call
CASE_PARTS = ("complaints", "checklist", "letters", "pictures", "promises", "findings", "money", "channels")


def case(key: str) -> Callable[[Stage], None]:
    """Return what shows a part of what the dispute amounts to, once it is worked out."""

    def reach(stage: Stage) -> None:
        from ui.casework.page import CasePage, CasePart

        page(PageKey.CASE)(stage)
        shown = stage.bench.dispute_page(PageKey.CASE)
        assert isinstance(shown, CasePage)
        shown.show_part(CasePart(key))
        until(lambda: shown.found is not None)

    return reach


SAID_AGAIN = ((3, 10, 6), (3, 18, 6), (10, 9, 13), (14, 9, 19))  # days and hours of March, and by which day
PROMISE = {Language.ZH_HANS: "3个工作日内给您答复", Language.ZH_HANT: "3個工作天內給您答覆"}


def promised_again(stage: Stage) -> None:
    """Show a promise that was said twice on one day, and again on two later ones."""
    from evidence_app.actions.record_event import NewEvent, record_event
    from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose

    desk = stage.bench.desk
    assert desk.session is not None
    assert desk.dispute is not None
    words = PROMISE.get(stage.look.language, "We will answer you within three working days")
    for day, hour, due in SAID_AGAIN:
        at = ClockReading(datetime(2025, 3, day, hour, 12), Precision.MINUTE, TimeSource.TYPED, 100)
        said = NewEvent(
            kind=EventKind.MESSAGE,
            time=choose([at]),
            direction=Direction.IN,
            party=desk.dispute.institution,
            agent_id="80231" if hour > day else "3017",
            text=words,
            promise=words,
            promise_due=date(2025, 3, due),
        )
        record_event(desk.session, desk.dispute_id, said)
    desk.reload_all()
    _show_promise(stage, words, lambda each: bool(each.earlier))


STOP = {Language.ZH_HANS: "我们将停止催收，不再来电", Language.ZH_HANT: "我們將停止催收，不再來電"}
CAME_AFTER = ((16, 9, 2), (17, 20, 41), (19, 8, 15), (22, 21, 30), (26, 10, 5), (27, 9, 0), (30, 19, 12), (31, 8, 2))
"""Days of March, hours and minutes."""


def promised_to_stop(stage: Stage) -> None:
    """Show a promise to stop collecting, and what came after it."""
    _show_promise(stage, _go_on_collecting(stage), lambda each: bool(each.after))


def overview_of_going_on(stage: Stage) -> None:
    """Show on the overview what came after a promise to stop."""
    from ui.overview.page import OverviewPage

    _go_on_collecting(stage)
    overview(stage)
    shown = stage.bench.dispute_page(PageKey.OVERVIEW)
    assert isinstance(shown, OverviewPage)
    until(lambda: shown.case_standing is not None and bool(shown.case_standing.after_stop))
    stage.quiet()
    shown.area.ensureWidgetVisible(shown.case, 0, 40)
    stage.quiet()


def _show_promise(stage: Stage, words: str, is_so: "Callable[[Promise], bool]") -> None:
    """Show the card of a promise once one is known to be so."""
    from ui.casework.page import CasePage, CasePart
    from ui.casework.section import Told

    case("promises")(stage)
    shown = stage.bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    until(lambda: shown.found is not None and any(map(is_so, shown.found.promises)))
    stage.quiet()
    part = shown.parts[CasePart.PROMISES]
    card = next(each for each in part.findChildren(Told) if words in each.title.text())
    part.ensureWidgetVisible(card, 0, 40)
    stage.quiet()


def _go_on_collecting(stage: Stage) -> str:
    """Have a collection agency promise to stop, and go on; return the promise."""
    from evidence_app.actions.record_event import NewEvent, record_event
    from evidence_app.actions.workspace import state
    from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
    from evidence_app.domain.workspace import Institution, InstitutionType

    desk = stage.bench.desk
    assert desk.session is not None
    assert desk.dispute is not None
    agency = {"circumstances": InstitutionType.OUTSOURCED_COLLECTOR.circumstances}
    state(desk.session, Institution(id="", dispute_id=desk.dispute_id), agency)
    words = STOP.get(stage.look.language, "We will stop collecting and will not call you again")
    for (day, hour, minute), promise in [((14, 9, 12), words), *((each, "") for each in CAME_AFTER)]:
        at = ClockReading(datetime(2025, 3, day, hour, minute), Precision.MINUTE, TimeSource.TYPED, 100)
        said = NewEvent(
            kind=EventKind.CALL,
            time=choose([at]),
            direction=Direction.IN,
            party=desk.dispute.institution,
            agent_id="3017" if promise else "",
            duration_s=75,
            promise=promise,
        )
        record_event(desk.session, desk.dispute_id, said)
    desk.reload_all()
    return words


def companion(stage: Stage) -> None:
    """Stand by during a call in which something was promised."""
    from ui.casework.companion import Companion

    stage.bench.questions.companion()
    [shown] = stage.frame.findChildren(Companion)
    until(lambda: shown.to_ask.count() > MOST_QUESTIONS)
    shown.marks["promised"].setChecked(True)
    shown.move(40, 20)


def joining(stage: Stage) -> None:
    """Ask which agent IDs and names are one person's."""
    from ui.casework.joining import JoinSheet
    from ui.casework.page import CasePage

    case("promises")(stage)
    shown = stage.bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    assert shown.found is not None
    agents = shown.found.agents
    sheet = JoinSheet(stage.frame, stage.bench.desk, agents[0], agents)
    stage.sheet(sheet.present, JoinSheet)


def letter(stage: Stage) -> None:
    """Show a complaint being written, once it is drafted."""
    from evidence_app.domain.letters import LetterKind
    from ui.casework.letter_sheet import LetterSheet, Wanted
    from ui.casework.page import CasePage

    case("letters")(stage)
    shown = stage.bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    found = shown.found
    assert found is not None
    sheet = LetterSheet(stage.frame, stage.bench.desk, found, Wanted(LetterKind.COMPLAINT, stage.look.language))
    stage.sheet(sheet.present, LetterSheet)
    until(lambda: bool(sheet.editor.toPlainText()))
