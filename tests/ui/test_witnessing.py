"""Time is witnessed in the background, by strangers who were agreed to; offline it waits, and leaving never does."""

import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.actions.anchor import anchors
from evidence_app.actions.authorities import add_authority, list_authorities
from evidence_app.actions.timeline import event_detail
from evidence_app.domain.anchors import Anchor, Authority
from tests.fakes.authorities import LocalAuthority
from tests.ui.acting import PATIENCE_MS, add, sheet
from ui.settings import Settings
from ui.sheets.settings import SettingsSheet
from ui.subjects import Subject
from ui.tabs import PageKey
from ui.tasks import Task
from ui.witnessing import witnessing
from ui.witnessing.choice import Consent, WitnessChoice
from ui.witnessing.consent import ConsentSheet, StandingLine
from ui.witnessing.settings_part import OwnAuthoritySheet
from ui.witnessing.standing import Trying
from ui.workbench import Workbench


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalAuthority]:
    """An authority on loopback that answers."""
    with LocalAuthority(tmp_path, "first") as authority:
        yield authority


def choose(settings: Settings, authority: LocalAuthority, url: str, consent: Consent = Consent.GIVEN) -> Authority:
    """Let an authority be the only witness."""
    own = add_authority(authority.name, url, authority.root_pem, settings.authorities_folder)
    settings.witnesses = WitnessChoice(consent, (own.code,))
    return own


def anchored(bench: Workbench) -> list[Anchor]:
    assert bench.desk.session is not None
    return anchors(bench.desk.session, bench.desk.dispute_id)


def test_after_the_first_additions_it_is_asked_and_nothing_is_sent_before(
    qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, local: LocalAuthority
) -> None:
    choose(settings, local, local.url, Consent.UNASKED)
    assert not bench.consent.isVisible()
    add(qtbot, bench, screenshot)
    qtbot.waitUntil(bench.consent.isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "first" in bench.consent.words.text(), timeout=PATIENCE_MS)
    assert "Only a fingerprint" in bench.consent.words.text()
    assert anchored(bench) == []


def test_in_a_low_window_the_question_is_one_line_and_what_is_sent_is_said_before_agreeing(
    qtbot: QtBot, bench: Workbench, settings: Settings
) -> None:
    strip = bench.consent
    bench.witnessing.consent_wanted.emit()
    strip.fit(1200)
    qtbot.waitUntil(lambda: strip.words.isVisible(), timeout=PATIENCE_MS)
    tall = strip.heightForWidth(640)
    strip.fit(720)
    assert strip.words.isHidden()
    qtbot.waitUntil(lambda: strip.heightForWidth(640) * 2 < tall, timeout=PATIENCE_MS)
    strip.agree.click()
    asked = sheet(ConsentSheet)
    assert strip.isVisible()
    asked.cancel.click()
    assert settings.witnesses.consent is Consent.REFUSED
    assert not strip.isVisible()


def test_agreeing_has_the_log_witnessed_at_once(
    qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, local: LocalAuthority
) -> None:
    choose(settings, local, local.url, Consent.UNASKED)
    add(qtbot, bench, screenshot)
    qtbot.waitUntil(bench.consent.isVisible, timeout=PATIENCE_MS)
    bench.consent.fit(1200)  # else what is sent is said first
    with qtbot.waitSignal(bench.witnessing.witnessed, timeout=PATIENCE_MS):
        bench.consent.agree.click()
    assert not bench.consent.isVisible()
    assert [anchor.name for anchor in anchored(bench)] == ["first"]
    qtbot.waitUntil(lambda: bench.witnessing.standing.holds, timeout=PATIENCE_MS)
    assert bench.witnessing.line().startswith("Time witnessed up to ")
    assert "witnessed by first" in bench.bar.activities.ended[0].words()


def test_refusing_is_remembered_and_not_asked_again(
    qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, local: LocalAuthority, tmp_path: Path
) -> None:
    choose(settings, local, local.url, Consent.UNASKED)
    add(qtbot, bench, screenshot)
    qtbot.waitUntil(bench.consent.isVisible, timeout=PATIENCE_MS)
    bench.consent.refuse.click()
    other = tmp_path / "IMG_20250223_090000.png"
    other.write_bytes(screenshot.read_bytes() + b"\0")
    add(qtbot, bench, other)
    qtbot.wait(50)
    assert settings.witnesses.consent is Consent.REFUSED
    assert not bench.consent.isVisible()
    assert "as you chose" in bench.witnessing.line()
    assert anchored(bench) == []


def test_additions_are_witnessed_once_they_have_settled(
    qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, local: LocalAuthority
) -> None:
    choose(settings, local, local.url)
    with qtbot.waitSignal(bench.witnessing.witnessed, timeout=PATIENCE_MS):
        add(qtbot, bench, screenshot)
    assert len(anchored(bench)) == 1
    assert not bench.consent.isVisible()


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that tries again, and has edits witnessed, within a moment. Comes before the window in a test."""
    monkeypatch.setattr(witnessing, "AGAIN_S", (0.5,))
    monkeypatch.setattr(witnessing, "CALM_MS", 500)


def test_offline_it_is_said_and_tried_again(
    hasty: None, qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, local: LocalAuthority
) -> None:
    choose(settings, local, "http://127.0.0.1:1/nobody")
    add(qtbot, bench, screenshot)
    qtbot.waitUntil(lambda: bench.witnessing.standing.trying is Trying.OFFLINE, timeout=PATIENCE_MS)
    assert bench.witnessing.line() == "Time not yet witnessed: offline, will be tried again"
    with qtbot.waitSignal(bench.witnessing.witnessed, timeout=PATIENCE_MS):
        choose(settings, local, local.url)
    qtbot.waitUntil(lambda: bench.witnessing.standing.holds, timeout=PATIENCE_MS)


def test_leaving_does_not_wait_for_an_authority_that_never_answers(
    qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, tmp_path: Path
) -> None:
    with LocalAuthority(tmp_path, "silent", "hang") as silent:
        choose(settings, silent, silent.url)
        add(qtbot, bench, screenshot)
        bench.witnessing.try_now()
        qtbot.waitUntil(lambda: bench.witnessing.busy, timeout=PATIENCE_MS)
        begin = time.monotonic()
        bench.window().close()
        assert time.monotonic() - begin < 5


def test_somebody_who_stops_it_is_left_in_peace_for_a_while_and_it_is_said(
    hasty: None, qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, tmp_path: Path
) -> None:
    with LocalAuthority(tmp_path, "silent", "hang") as silent:
        choose(settings, silent, silent.url)
        add(qtbot, bench, screenshot)
        qtbot.waitUntil(lambda: bench.witnessing.busy, timeout=PATIENCE_MS)
        bench.bar.activities.running[0].cancel()
        qtbot.waitUntil(lambda: bench.witnessing.standing.trying is Trying.STOPPED, timeout=PATIENCE_MS)
        assert bench.witnessing.line() == "Time not yet witnessed: stopped, will be tried again"
        qtbot.waitUntil(lambda: bench.witnessing.busy, timeout=PATIENCE_MS)


def test_taking_consent_back_while_somebody_is_asked_ends_it(
    hasty: None, qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, tmp_path: Path
) -> None:
    with LocalAuthority(tmp_path, "silent", "hang") as silent:
        own = choose(settings, silent, silent.url)
        add(qtbot, bench, screenshot)
        qtbot.waitUntil(lambda: bench.witnessing.busy, timeout=PATIENCE_MS)
        bench.witnessing.choose(WitnessChoice(Consent.REFUSED, (own.code,)))
        qtbot.waitUntil(lambda: not bench.bar.activities.running, timeout=PATIENCE_MS)
        qtbot.wait(1_000)
        assert bench.witnessing.standing.trying is Trying.IDLE
        assert bench.witnessing.line() == "Time not yet witnessed: nothing is sent, as you chose"


def test_a_vault_that_is_left_while_somebody_is_asked_tells_of_no_failure(
    qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, tmp_path: Path
) -> None:
    with LocalAuthority(tmp_path, "silent", "hang") as silent:
        choose(settings, silent, silent.url)
        add(qtbot, bench, screenshot)
        qtbot.waitUntil(lambda: bench.witnessing.busy, timeout=PATIENCE_MS)
        with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
            bench.desk.open(tmp_path / "other", create=True)
        qtbot.waitUntil(lambda: not bench.bar.activities.running, timeout=PATIENCE_MS)
        assert bench.bar.activities.ended[0].words().endswith("stopped; what is saved stays")
        assert bench.witnessing.standing.trying is Trying.IDLE


def test_a_dispute_that_was_erased_meanwhile_keeps_no_other_from_being_witnessed(
    qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, local: LocalAuthority
) -> None:
    choose(settings, local, local.url, Consent.REFUSED)
    add(qtbot, bench, screenshot)
    assert bench.desk.session is not None
    ids = ["gone", bench.desk.dispute_id]
    done = witnessing._anchor(  # noqa: SLF001
        bench.desk.session, ids, settings.witnesses, settings.authorities_folder, Task()
    )
    assert [anchor.dispute_id for anchor in done.anchors] == [bench.desk.dispute_id]
    assert done.problems == ()


def test_an_edit_is_witnessed_after_a_while_and_can_be_taken_back_all_the_same(
    hasty: None, qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, local: LocalAuthority
) -> None:
    choose(settings, local, local.url)
    with qtbot.waitSignal(bench.witnessing.witnessed, timeout=PATIENCE_MS):
        event_id = add(qtbot, bench, screenshot)
    assert bench.desk.session is not None
    before = event_detail(bench.desk.session, event_id).party
    with qtbot.waitSignal(bench.witnessing.witnessed, timeout=PATIENCE_MS):
        bench.desk.edits.edit(Subject.EVENT, event_id, {"party": "客服"})
    with qtbot.waitSignal(bench.witnessing.witnessed, timeout=PATIENCE_MS):
        bench.desk.edits.undo()
    assert event_detail(bench.desk.session, event_id).party == before
    assert len(anchored(bench)) == 3


def test_a_sample_is_nobodys_to_witness_and_does_not_promise_it(
    qtbot: QtBot, empty_bench: Workbench, settings: Settings
) -> None:
    settings.witnesses = WitnessChoice(Consent.GIVEN, ())
    with qtbot.waitSignal(empty_bench.witnessing.changed, timeout=PATIENCE_MS):
        empty_bench.no_dispute_page.sample.click()
    qtbot.waitUntil(lambda: empty_bench.witnessing.standing.sample, timeout=PATIENCE_MS)
    assert empty_bench.witnessing.line() == "Time not yet witnessed: this is only a sample"
    line = StandingLine(empty_bench.witnessing)
    qtbot.addWidget(line)
    assert line.again.isHidden()
    assert line.agree.isHidden()


def test_what_nobody_witnessed_is_tried_when_the_vault_is_opened(
    qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, local: LocalAuthority
) -> None:
    choose(settings, local, local.url, Consent.REFUSED)
    add(qtbot, bench, screenshot)
    settings.witnesses = WitnessChoice(Consent.GIVEN, settings.witnesses.codes)
    with qtbot.waitSignal(bench.witnessing.witnessed, timeout=PATIENCE_MS):
        bench.desk.open(settings.vault_folder, dispute_id=bench.desk.dispute_id)


def test_the_overview_asks_for_consent_when_it_is_wanted(
    qtbot: QtBot, bench: Workbench, settings: Settings, local: LocalAuthority
) -> None:
    from ui.overview.page import OverviewPage

    choose(settings, local, local.url, Consent.UNASKED)
    bench.show_page(PageKey.OVERVIEW)
    page = bench.dispute_page(PageKey.OVERVIEW)
    assert isinstance(page, OverviewPage)
    page.witnessed.agree.click()
    asked = sheet(ConsentSheet)
    asked.cancel.click()
    assert settings.witnesses.consent is Consent.REFUSED


def test_closing_the_question_leaves_it_open(bench: Workbench, settings: Settings) -> None:
    ConsentSheet(bench, bench.witnessing).present()
    sheet(ConsentSheet).reject()
    assert settings.witnesses.consent is Consent.UNASKED


# The settings


@pytest.fixture
def asked(qtbot: QtBot, bench: Workbench) -> SettingsSheet:
    bench.sidebar.settings_menu.settings.trigger()
    found = sheet(SettingsSheet)
    qtbot.waitUntil(lambda: found.witnesses.choices[0].count() > 1, timeout=PATIENCE_MS)
    return found


def test_two_of_different_operators_are_recommended(qtbot: QtBot, asked: SettingsSheet) -> None:
    part = asked.witnesses
    operators = [detail.text().split("\n")[0] for detail in part.details]
    assert all(operator.startswith("Operator: ") for operator in operators)
    assert operators[0] != operators[1]
    qtbot.waitUntil(lambda: "SHA-256" in part.details[0].text(), timeout=PATIENCE_MS)
    asked.close()


def test_a_switch_gives_and_takes_consent(asked: SettingsSheet, settings: Settings) -> None:
    asked.witnesses.on.click()
    assert settings.witnesses.consent is Consent.GIVEN
    asked.witnesses.on.click()
    assert settings.witnesses.consent is Consent.REFUSED
    asked.close()


def test_an_open_list_of_authorities_is_left_alone_when_something_was_witnessed(
    bench: Workbench, asked: SettingsSheet
) -> None:
    emptied: list[object] = []
    for box in asked.witnesses.choices:
        box.model().rowsRemoved.connect(lambda *_: emptied.append(1))
        box.model().modelReset.connect(lambda: emptied.append(1))
    bench.witnessing.changed.emit()
    assert emptied == []
    asked.close()


def test_an_authority_of_ones_own_is_added_and_removed(
    qtbot: QtBot, asked: SettingsSheet, settings: Settings, local: LocalAuthority
) -> None:
    part = asked.witnesses
    part.add.click()
    own = sheet(OwnAuthoritySheet)
    own.name.setText("Office next door")
    own.url.setText(local.url)
    own.root.show_folder(local.root_pem)
    own.primary.click()
    qtbot.waitUntil(lambda: part.choices[1].currentText() == "Office next door", timeout=PATIENCE_MS)
    assert len(settings.witnesses.codes) == 2
    part.remove[1].click()
    qtbot.waitUntil(
        lambda: not any(line.own for line in list_authorities(settings.authorities_folder)), timeout=PATIENCE_MS
    )
    qtbot.waitUntil(lambda: part.choices[1].findText("Office next door") < 0, timeout=PATIENCE_MS)
    asked.close()


def test_an_authority_without_a_root_is_refused(asked: SettingsSheet) -> None:
    asked.witnesses.add.click()
    own = sheet(OwnAuthoritySheet)
    own.url.setText("https://example.invalid/tsa")
    own.primary.click()
    assert own.problem.text()
    own.reject()
    asked.close()


def test_giving_up_while_a_root_is_read_harms_nothing(
    qtbot: QtBot, bench: Workbench, asked: SettingsSheet, local: LocalAuthority, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = threading.Event()

    def slow(*_: object) -> Authority:
        read.wait(5)
        return local.authority

    monkeypatch.setattr("evidence_app.actions.authorities.add_authority", slow)
    asked.witnesses.add.click()
    own = sheet(OwnAuthoritySheet)
    own.url.setText(local.url)
    own.root.show_folder(local.root_pem)
    own.settle()
    own.primary.click()
    with qtbot.waitSignal(own.destroyed, timeout=PATIENCE_MS):
        own.cancel.click()
    with qtbot.waitSignal(bench.tasks.busy_changed, timeout=PATIENCE_MS):
        read.set()
    asked.close()


def test_a_day_on_which_the_log_was_witnessed_is_marked_over_the_timeline(
    qtbot: QtBot, bench: Workbench, settings: Settings, screenshot: Path, local: LocalAuthority, tmp_path: Path
) -> None:
    choose(settings, local, local.url)
    today = datetime.now(bench.witnessing.home)
    recent = tmp_path / f"Screenshot_{today:%Y%m%d}_081503_com.tencent.mm.png"
    recent.write_bytes(screenshot.read_bytes() + b"\0")
    with qtbot.waitSignal(bench.witnessing.witnessed, timeout=PATIENCE_MS):
        add(qtbot, bench, screenshot, recent)
    qtbot.waitUntil(lambda: bool(bench.witnessing.witnessed_days()), timeout=PATIENCE_MS)
    assert bench.timeline_page is not None
    strip = bench.timeline_page.strip
    told = [strip.words_of(index) for index, slot in enumerate(strip.slots) if not slot.gap]
    assert told[-1].endswith("time witnessed by first")
    assert not told[0].endswith("first")
