"""One letter being written: what it is, to whom it goes, how it says things, and which exhibits it names. Pure."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property

from evidence_app.day_words import day_words
from evidence_app.domain.events import EventKind
from evidence_app.domain.letters import LetterKind
from evidence_app.phrases import Language, phrase
from evidence_app.rules.law import Body, BodyKind, body
from evidence_app.rules.letter_roles import appeals_in, place_of, role_of
from evidence_app.rules.letter_text import Matter
from evidence_app.rules.matter_shown import said_here
from evidence_app.rules.territories import home_of, territory_of


class Writing:
    """What all parts of one letter need. ``body`` is the body to which it goes, None for the institution itself."""

    def __init__(self, kind: LetterKind, matter: Matter, language: Language, body_id: str) -> None:
        self.kind = kind
        self.matter = matter
        self.language = language
        self.body_id = body_id
        self.body = _other_than_the_institution(body_id)
        self.territory = territory_of(home_of(matter.dispute))
        self.goes_to = place_of(body_id, self.territory)
        self.role = role_of(body_id, self.territory, complains=kind is LetterKind.COMPLAINT)
        self.appeals = appeals_in(self.goes_to)
        self.cited: set[int] = set()

    @cached_property
    def variant(self) -> str:
        """Which of several sentences on such disputes its events call for, as it ends the names of phrases."""
        said = said_here(self.matter.dispute.type, self.matter.happenings)
        if said is None or not said.name:
            return ""
        claim = self.matter.claim
        is_open = said.name == "late" and claim is not None and claim.open  # of all the money, only some came
        return "" if is_open else f"_{said.name}"

    @property
    def addressee(self) -> str:
        """To whom it goes, as the envelope says it."""
        if self.body is None:
            return self.matter.dispute.institution
        return (self.body.addressee or self.body.name)[self.language]

    def complained_to(self, body_id: str) -> str:
        """Return to whom a complaint went: of the institution its name, never its office, or that it reads this."""
        known = body(body_id)
        if known is None:
            return body_id
        if known.kind is not BodyKind.INSTITUTION:
            return known.name[self.language]
        return self.matter.dispute.institution if self.body is not None else self.say("them.institution")

    # Words

    def say(self, key: str, **facts: object) -> str:
        """Return a letter's phrase in its language."""
        return phrase("letters", key, self.language, **facts)

    def day(self, day: date) -> str:
        """Return a day as its language writes it."""
        return day_words(day, self.language)

    def blank(self, what: str) -> str:
        """Return the mark of what only the writer knows."""
        return self.say("blank", what=self.say(f"what.{what}"))

    # Exhibits

    def numbers(self, event_ids: Iterable[str]) -> list[int]:
        """Return the numbers of the exhibits that show some events."""
        shown = self.matter.exhibit_numbers or {}
        return sorted({number for event_id in event_ids for number in shown.get(event_id, ())})

    def exhibits(self, event_ids: Iterable[str], most: int | None = None, *, cites: bool = True) -> str:
        """Return which exhibits show what a line counts, and how much of it none shows."""
        event_ids = tuple(event_ids)
        every = self.numbers(event_ids)
        numbers = every[:most]
        self.cited.update(numbers if cites else ())
        told = self.say("between.numbers").join(map(str, numbers))
        more = self.say("exhibits_more", count=len(every) - len(numbers)) if numbers != every else ""
        key = "exhibits" if len(every) == 1 else "exhibits_several"
        return self.say(key, numbers=told + more + self._bare(event_ids)) if numbers else ""

    def with_exhibits(self, sentence: str, event_ids: Iterable[str]) -> str:
        """Return a sentence with its exhibits: before an English full stop, behind a Chinese one."""
        event_ids = tuple(event_ids)
        shown = self.shown(event_ids) if event_ids else ""
        return f"{sentence[:-1]}{shown}." if sentence.endswith(".") else sentence + shown

    def shown(self, event_ids: Iterable[str], most: int | None = None, *, cites: bool = True) -> str:
        """Return which exhibits show a fact, or that none does, where some show others: or it seems forgotten."""
        has_any = any((self.matter.exhibit_numbers or {}).values())
        return self.exhibits(event_ids, most, cites=cites) or (self.say("exhibits_stated") if has_any else "")

    def shown_words(
        self, event_ids: Iterable[str], unheard: AbstractSet[str], most: int | None = None, *, cites: bool = True
    ) -> str:
        """Return which exhibits show what was said, apart from those of ``unheard`` calls, which show only these."""
        event_ids = tuple(event_ids)
        calls = [each for each in event_ids if each in unheard and self.numbers([each])]
        others = [each for each in event_ids if each not in calls]
        behind = self.shown(others, most, cites=cites) if others or not calls else ""
        return behind + self.shown_in_part(calls, "exhibits_call", cites=cites)

    def shown_in_part(self, event_ids: Iterable[str], key: str, *, cites: bool = True) -> str:
        """Return which exhibits show what a fact is about, and that the rest of it is the person's own word."""
        event_ids = tuple(event_ids)
        numbers = self.numbers(event_ids)
        self.cited.update(numbers if cites else ())
        told = self.say("between.numbers").join(map(str, numbers)) + self._bare(event_ids)
        return self.say(key, numbers=told) if numbers else ""

    def _bare(self, event_ids: Iterable[str]) -> str:
        """Return of how many events there is no exhibit, empty of none."""
        count = sum(not self.numbers([each]) for each in event_ids)
        return self.say("exhibits_none", count=count) if count else ""

    @cached_property
    def typed(self) -> frozenset[str]:
        """The calls that an exhibit lists and of which only a person says what was spoken."""
        return frozenset(each.event_id for each in self.matter.happenings if each.typed)

    @cached_property
    def unheard(self) -> frozenset[str]:
        """The calls of which no exhibit tells what was spoken: those, and the ones of which nothing is written."""
        calls = (each for each in self.matter.happenings if each.kind is EventKind.CALL and not each.text)
        return self.typed | {each.event_id for each in calls if each.event_id not in self.matter.recorded}

    def evidence_line(self, number: int) -> str:
        """Return an exhibit as the list of evidence names it."""
        return self.say("line.evidence", number=number, label=(self.matter.labels or {}).get(number, ""))


def _other_than_the_institution(body_id: str) -> Body | None:
    """Return the body to which a letter goes, None where it goes to the institution itself."""
    found = body(body_id)
    return None if found is None or found.kind is BodyKind.INSTITUTION else found
