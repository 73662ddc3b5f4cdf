"""The ladder: where the dispute was taken, which periods run, and where it could go next, with what speaks for it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from evidence_app.domain.fields import FieldValue
from evidence_app.domain.workspace import NO_ACKNOWLEDGEMENT, NO_ANSWER, Complaint, Institution
from ui.casework.clock_words import ClockWords
from ui.casework.filing_links import FilingLinks
from ui.casework.item_sheet import ANSWER, FILING, FILING_ELSEWHERE, ItemSheet
from ui.casework.lapsed import DayOffWords, LapsedWords
from ui.casework.misfiled import Misfiled
from ui.casework.section import MOST_CARDS, CaseSection, Told
from ui.casework.starting import StartingDays, is_asked_by
from ui.casework.stating import add_item, change_item, state_of
from ui.controls import Button, PlainLabel
from ui.event_marks import turn
from ui.i18n import language, word
from ui.timeline.words import safe

if TYPE_CHECKING:
    from evidence_app.actions.export_dossier import PastExport
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import Body, ComplaintNumber, Reference, RunningClock, Step, Workspace
    from evidence_app.domain.happenings import Happening

MOST_NUMBERS = 3
"""Of contracts and tickets that are offered as a filing's number."""

LONGEST_NUMBER = 24
"""Characters of a number on a button: words of a button cannot wrap."""

MOST_DOSSIERS = 3
"""Exported last: one of these was filed, or it is typed."""


def _short(number: str) -> str:
    """Return a number for a button, in which a lone & would mark a key."""
    plain = safe(number)
    short = plain if len(plain) <= LONGEST_NUMBER else f"{plain[: LONGEST_NUMBER - 1]}…"
    return short.replace("&", "&&")


def _event_of(reference: object, named: "Sequence[ComplaintNumber]") -> str:
    """Return the event that names a number that was offered, empty for one that somebody typed."""
    return next((each.event_id for each in named if each.value == reference), "")


class Complaints(CaseSection):
    """A card for each body, from below."""

    def fill(self, found: "Workspace") -> None:
        """Say where things stand, then every step."""
        deadline = found.ladder.periods.next_deadline(found.today)
        if deadline is not None:
            words = self.tr("Next deadline: %1 (%2)").replace("%1", deadline.deadline.day.isoformat())
            self.put(PlainLabel(words.replace("%2", deadline.body.name[language.chosen]), "emphasis", wrap=True))
            if day_off := DayOffWords().says(deadline.deadline.perhaps_to):
                self.put(PlainLabel(day_off, wrap=True))
            self.put(PlainLabel(deadline.deadline.clock.citation[language.chosen], "caption", "muted", wrap=True))
        if found.lender_question is not None:
            self.put(PlainLabel(found.lender_question.says(language.chosen), tone="attention", wrap=True))
            self.put(PlainLabel(self.tr("It is answered under Money, in the loan's terms."), "caption", wrap=True))
        for lapsed in found.ladder.lapsed:
            words = LapsedWords().says(lapsed, [step.body.name for step in found.ladder.possible])
            self.put(PlainLabel(words, tone="attention", wrap=True))
            self.put(PlainLabel(lapsed.deadline.clock.citation[language.chosen], "caption", "muted", wrap=True))
        if not found.ladder.is_known:
            self.put(PlainLabel(self._no_ladder(), wrap=True))
        self.put_some("unplaced", [partial(self._unplaced, each) for each in found.unplaced_filings], self._more)
        for step in found.ladder.steps:
            self.put(self._card(found, step))
            if len(step.complaints) > MOST_CARDS:
                filings = [partial(self._filed, found, step, each) for each in step.complaints]
                self.put_some(step.body.id, filings, self._more)
        known = {step.body.id for step in found.ladder.steps}
        others = [partial(self._elsewhere, each) for each in found.stated.complaints if each.body not in known]
        self.put_some("elsewhere", others, self._more)
        if not self._desk.read_only:
            self.offer(self.tr("Record a complaint to another body…"), lambda: self._file(""))

    def _no_ladder(self) -> str:
        """Return what can be done where nobody knows the bodies: nothing of their law."""
        return self.tr(
            "No ladder of bodies is known here for such a dispute in this place, and no period. What can be done: "
            "complain to the institution in writing and keep the number and the answer; ask it which body supervises "
            "it and takes complaints; record each complaint here, whoever it went to."
        )

    def _card(self, found: "Workspace", step: "Step") -> Told:
        spoken, body = language.chosen, step.body
        is_next = found.ladder.next_step is step
        card = Told(body.name[spoken])
        if is_next:
            self._could_be_next(card, found)
        card.say(body.route[spoken], small=True)
        if is_next or not step.complaints:
            card.say(self.tr("For it: %1").replace("%1", body.gain[spoken]), small=True)
            card.say(self.tr("Against it: %1").replace("%1", body.cost[spoken]), small=True)
        if is_next:
            if (ended := found.ladder.waited_out(found.today)) is not None:
                words = self.tr("%1: ended on %2, and no final answer is recorded.")
                told = words.replace("%2", ended.deadline.day.isoformat())
                card.say(told.replace("%1", ended.deadline.clock.what[spoken]), small=True)
            for asked in body.asks:
                card.say(self.tr("It asks for: %1").replace("%1", asked[spoken]), small=True)
        said = step.unbound if step.unbound is not None else body.citation
        card.say(said[spoken], small=True)
        if len(step.complaints) <= MOST_CARDS:
            for complaint in step.complaints:
                self._filing(card, complaint)
            for running in step.clocks:
                self._clock(card, found, running)
        self._days(card, found, body)
        if not self._desk.read_only:
            file = Button(self.tr("Record a complaint…"), "primary" if is_next else "outline")
            file.setAccessibleName(f"{file.text()}: {body.name[spoken]}")
            file.clicked.connect(lambda: self._file(body.id))
            card.head.addWidget(file)
        return card

    def _could_be_next(self, card: Told, found: "Workspace") -> None:
        """Say that a step could be the next one, and of which steps below it nobody knows how long to wait."""
        card.say(self.tr("This could be the next step."))
        for below in found.ladder.without_period:
            words = self.tr(
                "%1: no answer recorded. No rule is known that says within which time it has to answer, nor how long "
                "one should wait: whether to go on now is for you to say."
            )
            if below.unbound is not None:  # its own card says why
                words = self.tr(
                    "%1: no answer recorded, and no period for its answer is counted. Whether to go on now is for you "
                    "to say."
                )
            card.say(words.replace("%1", below.body.name[language.chosen]))

    def _days(self, card: Told, found: "Workspace", body: "Body") -> None:
        """Say which day is missing from which a period counts, and let it be stated."""
        if not is_asked_by(body):
            return
        asking = StartingDays()
        for words in asking.missing(found, body):
            card.say(words, small=True)
        if not self._desk.read_only:
            ask = Button(self.tr("State from when it counts…"), "link")
            ask.setAccessibleName(f"{ask.text()} {body.name[language.chosen]}")
            none = Institution(id="", dispute_id=self._desk.dispute_id)
            keep = partial(state_of, self._desk, none)
            ask.clicked.connect(lambda: asking.ask(self.window(), found, body, keep).present())
            card.add(ask)

    def _elsewhere(self, complaint: Complaint) -> Told:
        card = Told(complaint.body)
        self._filing(card, complaint)
        return card

    def _filed(self, found: "Workspace", step: "Step", complaint: Complaint) -> Told:
        """Return a card for one of very many complaints to a body, with its own clocks."""
        card = Told(step.body.name[language.chosen])
        self._filing(card, complaint)
        for running in step.clocks:
            if running.complaint_id == complaint.id:
                self._clock(card, found, running)
        return card

    def _more(self, left: int) -> str:
        return self.tr("Show %n more complaint(s)", "", left)

    def _filing(self, card: Told, complaint: Complaint) -> None:
        filed = self.tr("Filed on %1").replace("%1", complaint.filed_on.isoformat()) if complaint.filed_on else ""
        told = [filed or self.tr("It is not said on which day: no period runs.")]
        told += [self.tr("number %1").replace("%1", complaint.reference)] if complaint.reference else []
        told.append(self.tr("from the timeline") if complaint.is_only_shown else word(complaint.outcome))
        card.say(" · ".join(told))
        if days := self._days_since(complaint):
            card.say(" · ".join(days))
        if complaint.reply:
            card.say(self.tr("Answer: %1").replace("%1", complaint.reply))
        card.add(self.links([complaint.event_id]))
        card.add(self.links(complaint.reply_ids, dict.fromkeys(complaint.reply_ids, self.tr("Answer: %1"))))
        if self.found is not None and (maybe := self.found.ladder.perhaps_answered.get(complaint.id)) is not None:
            self._perhaps_answered(card, complaint, maybe)
        if complaint.is_only_shown:
            self._only_shown(card, complaint)
        elif not self._desk.read_only:
            answer = Button(self.tr("Record what became of it…"), "link")
            answer.setAccessibleName(f"{answer.text()} {complaint.reference}")
            answer.clicked.connect(lambda: self._answer(complaint))
            card.add_row(answer, *Misfiled(card, self._desk, self._names()).verbs(complaint))

    def _days_since(self, complaint: Complaint) -> list[str]:
        """Return the days from which periods are counted besides that of filing, in their order."""
        days = (
            (self.tr("received on %1"), complaint.received_on),
            (self.tr("accepted on %1"), complaint.accepted_on),
            (self.tr("passed on to the institution on %1"), complaint.transferred_on),
            (self.tr("told of an extension on %1"), complaint.extended_on),
            (self.tr("answered on %1"), complaint.replied_on),
        )
        return [words.replace("%1", day.isoformat()) for words, day in days if day is not None]

    def _only_shown(self, card: Told, complaint: Complaint) -> None:
        """Say that nobody recorded a filing, and let it be recorded as it is shown."""
        words = self.tr("It counts as filed. Nobody recorded it, so nothing is said of an answer, and nobody is late.")
        card.say(words, small=True)
        if not self._desk.read_only:
            record = Button(self.tr("Record it as it is shown"), "outline")
            record.setAccessibleName(f"{record.text()} {complaint.reference}")
            record.clicked.connect(lambda: add_item(self._desk, replace(complaint, id="")))
            card.add(record)

    def _unplaced(self, step: "Happening") -> Told:
        """Return a card for a complaint of the timeline of which it is not shown where it was filed."""
        card = Told(self.tr("A complaint on the timeline"))
        told = [self.tr("Filed on %1").replace("%1", step.day.isoformat())] if step.day else []
        told += [self.tr("number %1").replace("%1", step.reference)] if step.reference else []
        card.say(" · ".join(told))
        card.say(self.tr("The entry does not show with whom: it stands on no step yet."), small=True)
        card.add(self.links([step.event_id]))
        if not self._desk.read_only:
            place = Button(self.tr("Record where it was filed…"), "outline")
            place.setAccessibleName(f"{place.text()} {step.reference}")
            place.clicked.connect(lambda: self._place(step))
            card.add(place)
        return card

    def _clock(self, card: Told, found: "Workspace", running: "RunningClock") -> None:
        words = ClockWords()
        line = card.say(words.says(running, found.today))
        if running.days_overdue(found.today) or running.days_late or running.perhaps_met_on is not None:
            line.set_tone("attention")
        if running.perhaps_met_by and not running.is_perhaps_answered:
            self._perhaps_met(card, running.perhaps_met_by)
        card.say(words.details(running), small=True)

    def _perhaps_answered(self, card: Told, complaint: Complaint, answer: "Happening") -> None:
        """Lead to what may be the answer, and let it be said with one click whether it is."""
        card.say(self.tr("This entry may be the answer. Is it?")).set_tone("attention")
        card.add(self.links([answer.event_id]))
        if self._desk.read_only:
            return
        stated = {"replied_on": answer.day, "reply_ids": (*complaint.reply_ids, answer.event_id)}
        is_it = Button(self.tr("It is the answer"), "link")
        is_it.clicked.connect(lambda: change_item(self._desk, Complaint, complaint.id, stated))
        deny = Button(self.tr("It is not"), "link")
        deny.clicked.connect(lambda: turn(self._desk, answer.event_id, NO_ANSWER, on=True))
        for each in (is_it, deny):
            each.setAccessibleName(f"{each.text()} {self.time_of(answer.event_id)}")
        card.add_row(is_it, deny)

    def _perhaps_met(self, card: Told, event_id: str) -> None:
        """Lead to what may have met a period, and let it be said that it did not."""
        card.add(self.links([event_id]))
        if not self._desk.read_only:
            deny = Button(self.tr("It does not acknowledge the complaint"), "link")
            deny.setAccessibleName(f"{deny.text()} {self.time_of(event_id)}")
            deny.clicked.connect(lambda: turn(self._desk, event_id, NO_ACKNOWLEDGEMENT, on=True))
            card.add(deny)

    # What the person does

    def _file(self, body_id: str) -> None:
        """Ask for a filing, once it is known which dossiers may have been filed."""
        dispute_id = self._desk.dispute_id

        found = self.found

        def work(session: "Session") -> "tuple[list[PastExport], list[ComplaintNumber]]":
            from evidence_app.actions.export_dossier import exports
            from evidence_app.actions.workspace import complaint_numbers, for_body

            named = for_body(complaint_numbers(found), body_id) if found is not None else []
            return exports(session, dispute_id)[:MOST_DOSSIERS], named

        self._desk.read(work, partial(self._ask, body_id, dispute_id), self)

    def _ask(
        self, body_id: str, dispute_id: str, read: "tuple[Sequence[PastExport], Sequence[ComplaintNumber]]"
    ) -> None:
        dossiers, named = read
        specs = FILING if body_id else FILING_ELSEWHERE
        today = self.found.today if self.found is not None else None
        shown: dict[str, FieldValue] = {"filed_on": today}
        sheet = ItemSheet(self.window(), self.tr("Record a complaint"), self.tr("Save"), specs, shown)
        self._propose_named(sheet, named)
        told = {each.value for each in named[:MOST_NUMBERS]}
        known = [each for each in self._numbers() if each.value not in told]
        sheet.propose("reference", ((self._known_number(each.value), each.value) for each in known))
        sheet.propose("filed_on", ((self._known_day(each), each.day) for each in known if each.day is not None))
        sheet.propose("dossier_sha256", ((self._exported(each), each.sha256) for each in dossiers))

        none = Complaint(id="", dispute_id=dispute_id, body=body_id)
        links = FilingLinks(sheet, self.found, none, self.time_of) if self.found is not None else None

        def keep(values: dict[str, Any]) -> None:
            facts = {"body": body_id, **values} if body_id else values
            shown_by = {"event_id": _event_of(values["reference"], named)}
            ticked = links.facts() if links is not None else {}
            facts |= ticked if ticked.get("event_id") else shown_by
            add_item(self._desk, Complaint(id="", dispute_id=dispute_id, **facts))

        sheet.wanted.connect(keep)
        sheet.present()

    def _place(self, step: "Happening") -> None:
        """Ask with whom a complaint of the timeline was filed."""
        names = self._names()
        shown: dict[str, FieldValue] = {"filed_on": step.day, "reference": step.reference}
        sheet = ItemSheet(self.window(), self.tr("Record a complaint"), self.tr("Save"), FILING_ELSEWHERE, shown)
        sheet.propose("body", ((name, name) for name in names))
        dispute_id = self._desk.dispute_id

        def keep(values: dict[str, Any]) -> None:
            facts = {**values, "body": names.get(values["body"], values["body"]), "event_id": step.event_id}
            add_item(self._desk, Complaint(id="", dispute_id=dispute_id, **facts))

        sheet.wanted.connect(keep)
        sheet.present()

    def _names(self) -> dict[str, str]:
        """Return the ids of the ladder's bodies by their names."""
        steps = self.found.ladder.steps if self.found is not None else ()
        return {each.body.name[language.chosen]: each.body.id for each in steps}

    def _propose_named(self, sheet: ItemSheet, named: "Sequence[ComplaintNumber]") -> None:
        """Offer the numbers that messages call a complaint's or a ticket's, each with who wrote it, when and how."""
        few = named[:MOST_NUMBERS]
        sheet.propose("reference", ((self._named(each), each.value) for each in few), [each.quote for each in few])
        days = ((self._day_named(each), each.day) for each in few if each.day is not None)
        sheet.propose("filed_on", days)

    def _named(self, number: "ComplaintNumber") -> str:
        words = self.tr("Use the number %1").replace("%1", _short(number.value))
        day = number.day.isoformat() if number.day is not None else ""
        source = ", ".join(filter(None, (_short(number.shown), day)))
        return f"{words} ({source})" if source else words

    def _day_named(self, number: "ComplaintNumber") -> str:
        return self.tr("Use %1 (%2)").replace("%1", str(number.day)).replace("%2", _short(number.value))

    def _numbers(self) -> "list[Reference]":
        """Return numbers known from the evidence that may be the filing's: of no payment, and of no other filing.

        Those that a message bears come first: a contract's are older.
        """
        if self.found is None:
            return []
        from evidence_app.actions.workspace import ReferenceKind

        taken = {each.reference for each in self.found.stated.complaints}
        known = [each for each in self.found.references if each.kind is not ReferenceKind.PAYMENT]
        free = [each for each in known if each.value not in taken]
        return sorted(free, key=lambda each: each.day is None)[:MOST_NUMBERS]

    def _known_number(self, number: str) -> str:
        return self.tr("Use the number %1").replace("%1", _short(number))

    def _known_day(self, reference: "Reference") -> str:
        """Return the words for the day on which a number is named, as it is when a complaint is accepted."""
        return self.tr("Use %1 (%2)").replace("%1", str(reference.day)).replace("%2", _short(reference.value))

    def _exported(self, dossier: "PastExport") -> str:
        words = self.tr("The dossier of %1 was filed, %n page(s)", "", dossier.pages)
        dispute = self._desk.dispute
        at = dossier.at.astimezone(dispute.zone if dispute is not None else None)
        return words.replace("%1", f"{at:%Y-%m-%d %H:%M}")

    def _answer(self, complaint: Complaint) -> None:
        """Ask for what became of a filing, once it is known which numbers may be its own."""
        found = self.found

        def work(_session: "Session") -> "list[ComplaintNumber]":
            from evidence_app.actions.workspace import complaint_numbers, for_body

            return for_body(complaint_numbers(found), complaint.body) if found is not None else []

        self._desk.read(work, partial(self._ask_what_became, complaint), self)

    def _ask_what_became(self, complaint: Complaint, named: "Sequence[ComplaintNumber]") -> None:
        specs = (*FILING, *ANSWER)
        shown: dict[str, FieldValue] = {spec.name: getattr(complaint, spec.name) for spec in specs}
        sheet = ItemSheet(self.window(), self.tr("What became of the complaint"), self.tr("Save"), specs, shown)
        if not complaint.reference:
            self._propose_named(sheet, named)
        known = self.found.references if self.found is not None else ()
        days = [each for each in known if each.value == complaint.reference and each.day is not None]
        if complaint.accepted_on is None:
            sheet.propose("accepted_on", ((self._known_day(each), each.day) for each in days))
        links = FilingLinks(sheet, self.found, complaint, self.time_of) if self.found is not None else None

        def keep(values: dict[str, Any]) -> None:
            shown_by = "" if complaint.event_id else _event_of(values["reference"], named)
            ticked = links.facts() if links is not None else {}
            facts = {**values, **ticked}
            if shown_by and not facts.get("event_id"):
                facts["event_id"] = shown_by
            change_item(self._desk, Complaint, complaint.id, facts)

        sheet.wanted.connect(keep)
        sheet.present()
