"""Having imported messages looked through for what they name: agents, promises, amounts, references, threats.

Pictures of them would be read; what was imported as text needs no reading, and gives the same. Whole phones are
imported, so only messages of institutions are looked into: the dispute's own all of them, those of other services
where they are about such a matter, and those of people only where they tell that they were called about the person.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from evidence_app.actions.session import Session
from evidence_app.actions.whose_messages import Key, Senders, Theirs, digest_of
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.imports import IdRanges, Run, runs_of
from evidence_app.domain.machine_text import UNSEEN
from evidence_app.domain.suggestions import PageKind, Suggested, SuggestionKind
from evidence_app.errors import EnvironmentProblem
from evidence_app.progress import Progress
from evidence_app.reading.imported import Message, Setting, found_in, is_office, title_of
from evidence_app.rules.named_bodies import is_called_as_one
from evidence_app.rules.other_names import another_name
from evidence_app.rules.parties import is_mail_from
from evidence_app.rules.registered import is_of_everybody, registrable
from evidence_app.rules.territories import home_of
from evidence_app.vault.imported_messages import Part
from evidence_app.vault.members import moment
from evidence_app.vault.message_lines import LookedThrough, MessageLine, Sender
from evidence_app.vault.reading import Catalog

MOST_LOOKED_INTO = 5_000
"""Messages of one export that are looked into, those of the dispute's own institution first: some seconds, and
more than anybody goes through one by one."""

MOST_OF_OTHERS = 2_000
"""Messages of other services among them, the last ones."""

AT_ONCE = 500
"""Messages whose suggestions are kept together."""

SURENESS_OF_SENDERS = 0.75
"""That a sender who is called so is the institution: anybody can be."""

_NAMED = SuggestionKind.INSTITUTION

TOLD_EVERY = 5_000
"""Messages after which it is asked whether somebody cancelled."""


@dataclass(frozen=True, slots=True)
class MessagesRead:
    """What came of looking through one export's messages.

    Of ``messages`` that were not looked through before, ``looked_into`` were with an institution, of which
    ``from_institution`` came from the dispute's own; ``passed_over`` were too many.
    """

    exhibit: Exhibit
    messages: int = 0
    looked_into: int = 0
    from_institution: int = 0
    suggestion_count: int = 0
    passed_over: int = 0


Kept = Callable[[MessagesRead], None]


def read_messages(
    session: Session, dispute_id: str, progress: Progress, kept: Kept, *, again: bool = False
) -> list[MessagesRead]:
    """Look through the imported messages of a dispute that were not yet, and tell of each export once that is durable.

    What is kept stays, whatever ends the work. Messages of senders that a person named the other side's since are
    looked through, too; with ``again`` all are, and what nobody decided on is withdrawn.
    Raises InputProblem("dispute-unknown"), EnvironmentProblem, Cancelled.
    """
    if session.read_only:
        raise EnvironmentProblem("vault-read-only", folder=str(session.folder))
    results = []
    for exhibit, runs in _exports(session, dispute_id):
        progress.check()
        result = _Looking(session, exhibit, runs, progress).through(again=again)
        if result is not None:
            results.append(result)
            kept(result)
    return results


def has_unread_messages(session: Session, dispute_id: str) -> bool:
    """Tell whether `read_messages` has something to look through. Raises InputProblem("dispute-unknown")."""
    exports = _exports(session, dispute_id)
    with session.vault.read() as catalog:
        done = catalog.looked_through(dispute_id) if exports else {}
        mark = Theirs.of(catalog, catalog.dispute(dispute_id)).mark
        return any(
            not _is_done(done.get(exhibit.id, ()), runs, mark) and catalog.has_messages(runs)
            for exhibit, runs in exports
        )


def _is_done(parts: Sequence[LookedThrough], runs: Sequence[Run], mark: str) -> bool:
    """Tell whether an export was looked through to its end since it was last known what the institution is called."""
    whole, covered = [part for part in parts if part.senders], IdRanges()
    for part in whole:
        covered.put(part.runs, 0)
    return any(mark in part.senders for part in whole) and all(covered.standing_for(first) for first, _ in runs)


def _exports(session: Session, dispute_id: str) -> list[tuple[Exhibit, list[Run]]]:
    """Return the exports in use of which something was imported, by number, with the ids of their events."""
    with session.vault.read() as catalog:
        in_use = {each.id: each for each in catalog.exhibits(catalog.dispute(dispute_id).id) if not each.removed_at}
        runs: dict[str, list[Run]] = {exhibit_id: [] for exhibit_id in in_use}
        for _, entry in catalog.import_entries(dispute_id):
            if entry.exhibit_id in runs:
                runs[entry.exhibit_id] += entry.events
    return [(in_use[exhibit_id], found) for exhibit_id, found in runs.items() if found]


@dataclass(slots=True)
class _Chosen:
    """Messages that are looked into; of those of other services the last ones."""

    messages: int = 0
    theirs: list[MessageLine] = field(default_factory=list)
    others: deque[MessageLine] = field(default_factory=lambda: deque(maxlen=MOST_OF_OTHERS))
    reports: set[str] = field(default_factory=set)
    wanted: int = 0

    def add(self, line: MessageLine, *, is_theirs: bool) -> None:
        self.wanted += 1
        if not is_theirs:
            self.others.append(line)
        elif len(self.theirs) < MOST_LOOKED_INTO:
            self.theirs.append(line)

    @property
    def lines(self) -> list[MessageLine]:
        """What is looked into, in the order of the export."""
        room = min(MOST_OF_OTHERS, MOST_LOOKED_INTO - len(self.theirs))
        others = list(self.others)[-room:] if room else []
        return sorted([*self.theirs, *others], key=lambda line: line.event_id)


class _Looking:
    """One export being looked through."""

    def __init__(self, session: Session, exhibit: Exhibit, runs: Sequence[Run], progress: Progress) -> None:
        self._session, self._exhibit, self._runs, self._progress = session, exhibit, runs, progress

    def through(self, *, again: bool) -> MessagesRead | None:
        """Look through all that was not yet; None if that is nothing."""
        with self._session.vault.read() as catalog:
            dispute = catalog.dispute(self._exhibit.dispute_id)
            parts = [] if again else catalog.looked_through(dispute.id).get(self._exhibit.id, [])
            theirs = Theirs.of(catalog, dispute)
            everybody = [] if _is_done(parts, self._runs, theirs.mark) else catalog.message_senders(self._runs)
            if not everybody:
                return None
            senders = self._senders(catalog, theirs, [(each.party, each.number) for each in everybody])
            chosen = self._chosen(catalog, senders, parts)
        about = replace(_About.of(dispute, everybody), reports=frozenset(chosen.reports))
        return self._look(about, chosen, senders.digests | {theirs.mark}, anew=again)

    def _senders(self, catalog: Catalog, theirs: Theirs, keys: Sequence[Key]) -> Senders:
        """Find out who is an institution: by name and number, else by what somebody of them says."""
        found = Senders()
        by_mail = any("@" in number for _, number in keys)
        domains = self._domains(catalog, theirs) if by_mail else frozenset()
        for key in keys:
            if theirs.sent(*key) or is_mail_from(key[1], domains):
                found.theirs.add(key)
            elif is_office(*key) or is_called_as_one(key[0]):
                found.offices.add(key)
        for line in self._messages(catalog):
            key = (line.party, line.number)
            if line.direction is Direction.OUT or key in found.theirs or not theirs.speaks(line):
                continue
            (found.theirs if theirs.named_in(line.text) else found.offices).add(key)
        if len(keys) == 1 and found.offices:  # one conversation, which somebody chose
            found.theirs |= found.offices
        return found

    def _domains(self, catalog: Catalog, theirs: Theirs) -> frozenset[str]:
        """Return the domains from which the dispute's mails of the institution came: others there are its, too.

        Whoever signs as its complaints office is called otherwise. Where everybody has mail, a domain says nothing.
        """
        imports = catalog.import_entries(self._exhibit.dispute_id)
        senders = catalog.message_senders([run for _, entry in imports for run in entry.events])
        known = (each.number for each in senders if "@" in each.number and theirs.sent(each.party, each.number))
        hosts = (number.strip("<> ").rpartition("@")[2].casefold() for number in known)
        return frozenset(registrable(host) for host in hosts if not is_of_everybody(host))

    def _chosen(self, catalog: Catalog, senders: Senders, parts: Sequence[LookedThrough]) -> _Chosen:
        """Choose what is looked into: what was not yet, and what senders wrote who turned out to be the other side."""
        known, covered = {sender for part in parts for sender in part.senders}, IdRanges()
        for part in parts:
            covered.put(part.runs, 0)
        since = {key for key in senders.theirs if digest_of(key) not in known}
        chosen = _Chosen()
        for line in self._messages(catalog):
            is_new, key = not covered.standing_for(line.event_id), (line.party, line.number)
            chosen.messages += is_new
            if (is_new or key in since) and senders.takes(line):
                chosen.add(line, is_theirs=key in senders.theirs)
                if senders.is_persons(key):
                    chosen.reports.add(line.event_id)
        return chosen

    def _messages(self, catalog: Catalog) -> Iterator[MessageLine]:
        for count, line in enumerate(catalog.messages_of(self._runs)):
            if count % TOLD_EVERY == 0:
                self._progress.check()
            yield line

    def _look(self, about: "_About", chosen: _Chosen, senders: set[str], *, anew: bool) -> MessagesRead:
        """Look into what was chosen, part by part; the last part says that the whole export was looked through."""
        lines = chosen.lines
        passed_over, found = chosen.wanted - len(lines), 0
        self._progress.start(len(lines), "message")
        for start in range(0, max(1, len(lines)), AT_ONCE):
            of_part, is_last = lines[start : start + AT_ONCE], start + AT_ONCE >= len(lines)
            self._progress.check()
            given = about.suggestions(of_part)
            if start == 0:
                given = [*about.title(given, lines), *about.names(given, lines), *given]
            part = Part(
                exhibit_id=self._exhibit.id,
                runs=tuple(self._runs) if is_last else runs_of(line.event_id for line in of_part),
                senders=senders if is_last else (),
                found=given,
                looked_into=len(of_part),
                kind=about.kind,
                party=about.party,
                passed_over=passed_over if is_last else 0,
            )
            with self._session.vault.change() as tx:
                found += tx.keep_messages(part, anew=anew and start == 0) or 0
            self._progress.advance(len(of_part))
        came = sum(line.direction is Direction.IN for line in chosen.theirs)
        return MessagesRead(self._exhibit, chosen.messages, len(lines), came, found, passed_over)


@dataclass(frozen=True, slots=True)
class _About:
    """What is known around an export's messages; ``party`` is the other side where it is one conversation.

    ``reports`` are messages of people who tell that they were contacted.
    """

    setting: Setting
    zone: ZoneInfo
    party: str
    kind: PageKind
    is_mail: bool = False
    reports: frozenset[str] = frozenset()

    @classmethod
    def of(cls, dispute: Dispute, everybody: Sequence[Sender]) -> "_About":
        single = (everybody[0].party or everybody[0].number) if len(everybody) == 1 else ""
        kind = PageKind.SMS if any(each.number and "@" not in each.number for each in everybody) else PageKind.CHAT
        setting = Setting(home_of(dispute), (dispute.institution, *dispute.aliases))
        is_mail = bool(everybody) and all("@" in each.number for each in everybody)
        return cls(setting, dispute.zone, single, kind, is_mail)

    def suggestions(self, lines: Sequence[MessageLine]) -> list[tuple[str, Suggested]]:
        """Return what messages name, each with its event."""
        found = found_in([self._message(line) for line in lines], self.setting)
        return [(lines[each.event_index].event_id, each) for each in found if each.event_index is not None]

    def names(
        self, given: Sequence[tuple[str, Suggested]], lines: Sequence[MessageLine]
    ) -> list[tuple[str, Suggested]]:
        """Return what senders are called that holds the institution's brand, each once: 速融宝客服 of 速融消费金融."""
        known = [*self.setting.institutions, *(each.value for _, each in given if each.kind is _NAMED)]
        found: list[tuple[str, Suggested]] = []
        for line in lines:
            is_asked = line.direction is Direction.IN and line.event_id not in self.reports
            name = another_name(line.party, known) if is_asked else ""
            if name:
                known.append(name)
                found.append((line.event_id, Suggested(_NAMED, name, line.party, UNSEEN, SURENESS_OF_SENDERS)))
        return found

    def title(
        self, given: Sequence[tuple[str, Suggested]], lines: Sequence[MessageLine]
    ) -> list[tuple[str, Suggested]]:
        """Return a title for one conversation, none for a whole phone."""
        if not self.party or all(line.event_id in self.reports for line in lines):
            return []
        messages = [self._message(line) for line in lines[:AT_ONCE]]
        places = {line.event_id: at for at, line in enumerate(lines[:AT_ONCE])}
        found = [replace(each, event_index=places[id_]) for id_, each in given if id_ in places]
        dated = sorted(message.near.date() for message in map(self._message, lines) if message.near)
        days = list(dict.fromkeys([dated[0], dated[-1]])) if dated else []
        is_sms = self.kind is PageKind.SMS
        made = title_of(found, messages, self.party, days, is_sms=is_sms, is_mail=self.is_mail)
        return [(lines[0].event_id, made)] if made else []

    def _message(self, line: MessageLine) -> Message:
        at = None if line.at_ms is None else moment(line.at_ms, self.zone).replace(tzinfo=None)
        return Message(line.text, line.direction, at, by_person=line.event_id in self.reports)


__all__ = ["MessagesRead", "has_unread_messages", "read_messages"]
