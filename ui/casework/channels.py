"""The institution: what is known of it, how it is reached, and why some ways should be looked at twice."""

from typing import TYPE_CHECKING, Any

from evidence_app.domain.workspace import Channel, Institution, InstitutionType
from ui.casework.channel_sheet import ChannelSheet
from ui.casework.item_sheet import CHANNEL, INSTITUTION, ItemSheet
from ui.casework.section import CaseSection, Told
from ui.casework.stating import add_item, change_item
from ui.casework.theirs import ask_whose, unmatched_words
from ui.controls import Button, PlainLabel
from ui.exhibit_lines import lines_of
from ui.i18n import language, listed, word

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from evidence_app.actions.workspace import ChannelDoubt, Workspace


class Channels(CaseSection):
    """The institution's facts, then a card for each channel."""

    def fill(self, found: "Workspace") -> None:
        """Place all of it."""
        self.put(self._institution(found))
        if found.joinable:
            ask_whose(self, found)
        for doubt in found.doubts:
            if doubt.event_ids:
                self.put(self._named(doubt))
        advice = self.tr(
            "Take numbers from the contract, the licence register or the card, not from an advert or a message."
        )
        self.put(PlainLabel(advice, "caption", "muted", wrap=True))
        for channel in found.stated.channels:
            self.put(self._card(found, channel))
        if not self._desk.read_only:
            self.offer(self.tr("Add a channel…"), lambda: self._edit(None))

    def _institution(self, found: "Workspace") -> Told:
        known = found.stated.institution
        card = Told(found.dispute.institution)
        if known is not None:
            for words, value in (
                (self.tr("Type: %1"), word(known.institution_type) if known.institution_type else ""),
                (self.tr("Licence: %1"), known.licence),
                (self.tr("App: %1"), known.app),
                (self.tr("Publisher: %1"), known.publisher),
                (self.tr("Domains: %1"), listed(known.domains)),
                (self.tr("Numbers and names it used: %1"), listed(known.numbers)),
            ):
                if value:
                    card.say(words.replace("%1", value))
        else:
            card.say(
                self.tr("Say which numbers are its own: then only their calls and messages count in findings."),
                small=True,
            )
        if found.unmatched:
            card.say(unmatched_words(found.unmatched)).set_tone("attention")
        for doubt in found.doubts:
            if not doubt.channel_id and not doubt.event_ids:
                card.say(doubt.says(language.chosen)).set_tone("attention")
        if not self._desk.read_only:
            edit = Button(self.tr("Edit"), "outline")
            edit.setAccessibleName(self.tr("Edit what is known of the institution"))
            edit.clicked.connect(lambda: self._state(known))
            card.head.addWidget(edit)
        return card

    def _named(self, doubt: "ChannelDoubt") -> Told:
        """Tell of a domain that only messages name: nobody keeps it as a channel, and it is warned of all the same."""
        card = Told(self.tr("Do not open: %1").replace("%1", doubt.shown))
        card.say(doubt.says(language.chosen)).set_tone("attention")
        card.say(self.tr("Named in:"), small=True)
        card.add(self.links(doubt.event_ids))
        return card

    def _card(self, found: "Workspace", channel: Channel) -> Told:
        card = Told(f"{word(channel.kind)}  {channel.value}")
        if channel.known_from.value:
            card.say(self.tr("Known from: %1").replace("%1", word(channel.known_from)))
        if channel.verified_by:
            day = channel.verified_on.isoformat() if channel.verified_on else ""
            card.say(self.tr("Found genuine: %1 %2").replace("%1", channel.verified_by).replace("%2", day).strip())
        if seen_on := [
            line for line in lines_of(self._desk.outline.document_entries) if line.exhibit_id == channel.exhibit_id
        ]:
            card.say(self.tr("Seen on: %1").replace("%1", seen_on[0].words()))
            card.add(self.links([seen_on[0].event_id]))
        for doubt in found.doubts:
            if doubt.channel_id == channel.id:
                card.say(doubt.says(language.chosen)).set_tone("attention")
        if not self._desk.read_only:
            edit = Button(self.tr("Edit"), "outline")
            edit.setAccessibleName(f"{edit.text()}: {channel.value}")
            edit.clicked.connect(lambda: self._edit(channel))
            card.head.addWidget(edit)
        return card

    def _state(self, known: Institution | None) -> None:
        shown = {spec.name: getattr(known, spec.name) for spec in INSTITUTION} if known else {}
        sheet = ItemSheet(self.window(), self.tr("The institution"), self.tr("Save"), INSTITUTION, shown)
        dispute_id = self._desk.dispute_id

        def keep(values: dict[str, Any]) -> None:
            there = known or Institution(id="", dispute_id=dispute_id)
            circumstances = there.circumstances_as(InstitutionType(values["institution_type"]))

            def work(session: "Session") -> int | None:
                from evidence_app.actions.workspace import split_numbers, state

                said = {each: value for each, value in values.items() if each != "institution_type"}
                stated = said | {"numbers": split_numbers(values["numbers"]), "circumstances": circumstances}
                return state(session, Institution(id="", dispute_id=dispute_id), stated)

            self._desk.edits.work_out("institution", work)

        sheet.wanted.connect(keep)
        sheet.present()

    def _edit(self, channel: Channel | None) -> None:
        shown = {spec.name: getattr(channel, spec.name) for spec in CHANNEL} if channel else {}
        sheet = ChannelSheet(self.window(), self._desk, shown, channel.exhibit_id if channel else "")
        dispute_id = self._desk.dispute_id

        def keep(values: dict[str, Any]) -> None:
            if channel is not None:
                change_item(self._desk, Channel, channel.id, values)
            else:
                add_item(self._desk, Channel(id="", dispute_id=dispute_id, **values))

        sheet.wanted.connect(keep)
        sheet.present()
