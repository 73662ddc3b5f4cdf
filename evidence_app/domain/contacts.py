"""Contacts: whose number is whose. No events: they name the other side of events that show only a number.

Nothing is written into events for it: a name out of somebody's address book is shown in place of the bare number, and
a name that a record states itself comes first. Numbers are compared as a phone would dial them (E.164), so that
``138 0013 8000``, ``+86 13800138000`` and ``0086-13800138000`` are one.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache

from evidence_app.domain.events import EventFacts

SHORTEST_NUMBER = 3
"""Digits from which something is dialled: 110."""

DEFAULT_REGION = "CN"
"""Where a number without a country's code is dialled, if nobody says where."""


@dataclass(frozen=True, slots=True)
class Contact:
    """An entry of an address book: a name, and the phone numbers and mail addresses as they stand there."""

    name: str
    numbers: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def comparable(number: str, region: str = DEFAULT_REGION) -> str:
    """Return a number as it is compared, ``+8613800138000``; a mail address or a sender's name in small letters.

    Empty for what is neither. Short numbers count, too: ``95188`` and ``+86 95188`` are one. ``region`` is the country
    in which a number without a country's code is dialled, as two letters. ``0049`` is ``+49`` everywhere: people write
    so where another prefix is dialled. The prefix of the region, such as Hong Kong's ``001``, counts where only that
    makes a number that exists.
    """
    import phonenumbers  # here: its tables take as long to load as a window to open

    text = "".join(number.split()).casefold()
    if any(character.isalpha() for character in text):
        return text
    if sum(character.isdigit() for character in text) < SHORTEST_NUMBER:
        return ""
    ways = ["+" + text[2:], text] if text.startswith("00") else [text]
    read = []
    for way in ways:
        with suppress(phonenumbers.NumberParseException):
            read.append(phonenumbers.parse(way, region))
    if not read:
        return text
    meant = next(filter(phonenumbers.is_valid_number, read), read[0])
    return f"+{meant.country_code}{meant.national_number}"


def comparable_beginning(digits: str, region: str = DEFAULT_REGION) -> str:
    """Return the beginning of numbers as those are compared: ``+861069`` for ``1069``, ``+4420`` for ``020``."""
    from phonenumbers import country_code_for_region, ndd_prefix_for_region

    trunk = ndd_prefix_for_region(region, True) or ""
    return f"+{country_code_for_region(region)}{digits.removeprefix(trunk)}"


@lru_cache(maxsize=4096)
def is_mobile(number: str, region: str = DEFAULT_REGION) -> bool:
    """Tell whether a number is a mobile's, as people have and services seldom."""
    import phonenumbers

    known = comparable(number, region)
    if not known.startswith("+"):
        return False
    try:
        kind = phonenumbers.number_type(phonenumbers.parse(known, None))
    except phonenumbers.NumberParseException:
        return False
    return kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)


@dataclass(slots=True)
class AddressBook:
    """Names by number, out of all contacts of a dispute. ``region`` is as in `comparable`."""

    region: str = DEFAULT_REGION
    _names: dict[str, set[str]] = field(default_factory=dict)

    def add(self, contacts: Iterable[Contact]) -> None:
        """Take in contacts; one without a name names nobody."""
        for contact in contacts:
            for number in filter(None, (comparable(each, self.region) for each in contact.numbers if contact.name)):
                self._names.setdefault(number, set()).add(contact.name)

    def name_of(self, number: str) -> str:
        """Return whose number it is, empty for an unknown one and for one that stands under several names."""
        names = self._names.get(comparable(number, self.region), ()) if number else ()
        return next(iter(names)) if len(names) == 1 else ""

    def beside(self, event: EventFacts) -> str:
        """Return the contact's name that is shown beside an event's bare number; empty where it names somebody itself.

        Exports write a bare number as the name, too.
        """
        if event.party and event.number and event.party != event.number:
            return ""
        return self.name_of(event.number or event.party)

    @property
    def names(self) -> frozenset[str]:
        """All names in it."""
        return frozenset(name for names in self._names.values() for name in names)

    @property
    def is_empty(self) -> bool:
        """Whether it names nobody."""
        return not self._names

    def shown(self, party: str, number: str) -> str:
        """Return what an event's other side is called: by its own record, else by a contact, else by its number."""
        return party or self.name_of(number) or number


_SIGNATURE = re.compile(r"\A\s*【([^【】\r\n]{1,20})】|【([^【】\r\n]{1,20})】\s*\Z")
"""How senders of short messages have to sign in China: before all words, or behind them."""


def signature(text: str) -> str:
    """Return as whom a message is signed, empty if it is not."""
    found = _SIGNATURE.search(text) if "】" in text else None
    return (found[1] or found[2]).strip() if found else ""


_KIN = (
    r"同事|同学|同學|朋友|闺蜜|閨蜜|室友|邻居|鄰居|房东|房東|老婆|老公|妻子|丈夫|媽媽?|妈妈?|爸爸?|母亲|母親|父亲|父親|"
    r"哥哥?|姐姐?|弟弟?|妹妹?|儿子|兒子|女儿|女兒|表[哥姐弟妹]|家人|家属|家屬|亲戚|親戚|爱人|愛人|[男女](?:朋)?友|"
    r"爷爷|爺爺|奶奶|外公|外婆|领导|領導|主管|老板|老闆|colleague|co-?worker|friend|family|mum|mom|mother|dad|father|"
    r"wife|husband|partner|boyfriend|girlfriend|brother|sister|son|daughter|neighbou?r|(?:room|flat|house)mate|boss"
)
_ACQUAINTANCE = re.compile(rf"我?(?:的|嘅)?(?:{_KIN})|.+[(（\[【](?:公司)?(?:{_KIN})[)）\]】]", re.IGNORECASE)


def is_acquaintance(name: str) -> bool:
    """Tell whether somebody is kept under a name that says whose they are: 媽媽, 小王(同事)."""
    return _ACQUAINTANCE.fullmatch(name.strip()) is not None
