"""Who is who in a chat, and its messages as records. What an export does not say about that stays open."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Record
from evidence_app.domain.taken_back import side_of, taken_back_by
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.chat_calls import Call, call_in
from evidence_app.intake.exports.chat_lines import LONGEST_TEXT

MYSELF = ("我", "You", "您", "你", "Me", "自己", "あなた")
"""How exports call the person who made them, instead of by name."""

MOST_SPEAKERS = 2000
"""Names that are held of one chat to tell its sides apart: as many as the largest groups have."""

_NUMBER = r"(?P<id>[A-Za-z]{0,4}-?\d{3,8})(?!\d)"
_AGENT = re.compile(rf"(?:工号|工號|员工号|員工編號|编号|編號|坐席|座席|No\.?|ID)\s*[:：#]?\s*{_NUMBER}", re.IGNORECASE)
_AGENT_BY_ROLE = re.compile(rf"(?:客服|专员|專員|顾问|顧問|经理|經理)\s*[:：#]?\s*{_NUMBER}")
_HOTLINE = re.compile(r"95\d{3,6}|123\d\d|100(?:00|01|10|86)|96\d{3,4}|[48]00\d*")
_PHONE = re.compile(r"\+?\(?\d[\d\s().\u2010-\u2015-]{5,22}\d")
_OFFICIAL = re.compile(
    r"客服|官方|专员|專員|催收|工号|工號|贷后|貸後|金融|服务号|公司|平台|Customer Service|Support", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a chat, as far as its export tells them apart.

    ``title`` is the chat's: the other person or the group. ``owner`` is the complainant's own name in it, ``other``
    that of the one other person in a chat of two; at most one of them is needed to know both sides. ``number`` is the
    other side's, as shown.
    """

    title: str = ""
    owner: str = ""
    other: str = ""
    number: str = ""

    @property
    def told_apart(self) -> bool:
        """Whether it is known which messages are the complainant's."""
        return bool(self.owner or self.other)

    def direction_of(self, speaker: str) -> Direction:
        """Return which way a message of a speaker went, none where nobody can tell."""
        if not speaker:
            return Direction.NONE
        if self.owner:
            return Direction.OUT if speaker == self.owner else Direction.IN
        if self.other:
            return Direction.IN if speaker == self.other else Direction.OUT
        return Direction.NONE


def sides_of(title: str, speakers: Iterable[str], owner: str = "") -> Sides:
    """Return the sides of a chat with a title and these speakers; ``owner`` is the name a person gave as their own.

    A title that is the name of one of two speakers is the other one's: chats are named after whom one talks to.
    """
    names = set(speakers)
    me = owner if owner in names else next((each for each in MYSELF if each in names), "")
    others = names - {me}
    if me:
        return Sides(title or (others.pop() if len(others) == 1 else ""), owner=me)
    if title in names and len(names) <= 2:
        return Sides(title, other=title)
    return Sides(title)


def sides_by_file_name(title: str, speakers: Iterable[str], owner: str = "") -> Sides:
    """Return the sides of a chat whose title is only the name of its file, which anybody may have given it.

    The one who speaks beside the owner is believed before it.
    """
    names = set(speakers)
    found = sides_of(title, names, owner)
    others = names - {found.owner}
    if found.owner and len(others) == 1:
        return Sides(others.pop(), owner=found.owner)
    return found if found.told_apart or len(names) > 2 else Sides()  # it was renamed


def is_phone_number(name: str) -> bool:
    """Tell whether a shown name is the number of somebody who is in no address book."""
    return bool(_PHONE.fullmatch(name))


def sounds_official(name: str) -> bool:
    """Tell whether a name is one that institutions give their accounts, and people not."""
    return bool(_OFFICIAL.search(name))


def agent_number(name: str) -> str:
    """Return the number by which an institution's person is known, if the shown name holds one."""
    found = _AGENT.search(name)
    if found:
        return found["id"]
    found = _AGENT_BY_ROLE.search(name)
    return found["id"] if found and not _HOTLINE.fullmatch(found["id"]) else ""


def said(
    place: str,
    time: ClockReading | None,
    speaker: str,
    text: str,
    sides: Sides,
    *,
    direction: Direction | None = None,
    number: str = "",
    attachments: tuple[Attachment, ...] = (),
    warning: str = "",
) -> Record:
    """Return the record of what one person said in a chat, or of the call that its program tells of.

    ``direction`` is the export's own statement, None where the sides tell it.
    """
    went = sides.direction_of(speaker) if direction is None else direction
    theirs = "" if went is Direction.OUT else speaker
    party = sides.title or sides.other or theirs
    known_by = sides.number or (number if theirs else "") or next(filter(is_phone_number, (party, theirs)), "")
    record = Record(
        place,
        EventKind.MESSAGE,
        time,
        went,
        party="" if is_phone_number(party) else party,
        number=known_by,
        text=text[:LONGEST_TEXT],
        agent_id=agent_number(theirs),
        agent_name=theirs if theirs not in (party, known_by) else "",
        attachments=attachments,
        warning=_doubt(time, text, warning),
    )
    call = None if attachments else call_in(text)
    return record if call is None else _called(record, call)


def _called(record: Record, call: Call) -> Record:
    direction = call.direction(record.direction)
    in_vain = not call.answered and direction is Direction.OUT
    return record._replace(
        kind=EventKind.CALL,
        direction=direction,
        duration_s=0 if in_vain else call.duration_s,
        warning=record.warning or ("call-unanswered" if in_vain else ""),
    )


def noted(place: str, time: ClockReading | None, text: str, sides: Sides) -> Record:
    """Return the record of what the chat's own program says: somebody joined, took a message back (whose)."""
    party = sides.title or sides.other
    is_number = is_phone_number(party)
    return Record(
        place,
        EventKind.NOTE,
        time,
        _took_back(text, sides),
        party="" if is_number else party,
        number=sides.number or (party if is_number else ""),
        text=text[:LONGEST_TEXT],
        warning=_doubt(time, text),
    )


def _took_back(text: str, sides: Sides) -> Direction:
    """Return whose message was taken back, none where nobody can tell, or the note is of something else.

    Programs call whoever exports "you", and others by nicknames that the chat may not be called by: a name that is not
    known is not the complainant's.
    """
    who = taken_back_by(text)
    if who is None:
        return Direction.NONE
    is_known = bool(sides.owner) or who == sides.other
    return side_of(who) or (sides.direction_of(who) if is_known else Direction.NONE)


def _doubt(time: ClockReading | None, text: str, warning: str = "") -> str:
    """Return the code of what is most doubtful about a record, empty if nothing is."""
    if time is None:
        return "time-unreadable"
    return "text-cut" if len(text) > LONGEST_TEXT else warning
