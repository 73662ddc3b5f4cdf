"""Whether a way to reach an institution is what it says: look-alike domains, numbers that only an advert knows.

Impostor hotlines and domains with an extra word are part of the trade. Nothing here says that a channel is false:
it says why one should look twice.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from evidence_app.domain.workspace import Channel, ChannelKind, Institution, KnownFrom

NO_PROOF = frozenset({KnownFrom.SMS, KnownFrom.ADVERT, KnownFrom.CALL})
"""Where impostors write their own numbers."""

_LOOKS_LIKE = str.maketrans(
    {
        **dict(zip("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw", strict=True)),  # Cyrillic
        **dict(zip("αοινρτυκ", "aoivptuk", strict=True)),  # Greek
        **dict(zip("0135", "olEs", strict=True)),
        "|": "l",
        "ı": "i",
        "ɡ": "g",
    }
)
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))

PUBLIC_SECOND_LEVELS = frozenset({"com", "net", "org", "gov", "edu", "co", "ac", "idv"})
"""Below a country's domain these are no names of anybody: ``example.com.cn``, ``example.co.uk``."""


class Doubt(StrEnum):
    """Why one should look twice."""

    LOOKS_LIKE = "looks_like"  # a domain that is written like the registered one and is another
    EXTRA_WORDS = "extra_words"  # the registered name with something added
    MIXED_SCRIPTS = "mixed_scripts"  # letters of several alphabets in one name
    ONLY_FROM_THEM = "only_from_them"  # known from a message, an advert or a call alone
    NOT_VERIFIED = "not_verified"
    PUBLISHER_DIFFERS = "publisher_differs"
    DOUBTED = "doubted"  # by a person


@dataclass(frozen=True, slots=True)
class ChannelDoubt:
    """One reason, with the channel that it is about and what it is compared with.

    Of the app's publisher and of what only messages name there is no channel; ``event_ids`` are those messages.
    """

    doubt: Doubt
    channel_id: str
    shown: str
    compared_with: str = ""
    event_ids: tuple[str, ...] = ()


def doubts(institution: Institution | None, channels: Iterable[Channel]) -> tuple[ChannelDoubt, ...]:
    """Return every reason to look twice, channel by channel."""
    found: list[ChannelDoubt] = []
    official = institution.domains if institution else ()
    for channel in channels:
        found += _doubts_about(channel, official)
    if institution and _differ(institution.publisher, institution.shown_publisher):
        shown = institution.shown_publisher
        found.append(ChannelDoubt(Doubt.PUBLISHER_DIFFERS, "", shown, institution.publisher))
    return tuple(found)


def _differ(registered: str, shown: str) -> bool:
    """Tell whether two names are both known and are not one."""
    return bool(registered and shown) and _plain(registered) != _plain(shown)


def _doubts_about(channel: Channel, official: Sequence[str]) -> list[ChannelDoubt]:
    found = [ChannelDoubt(Doubt.DOUBTED, channel.id, channel.value, channel.doubt)] if channel.doubt else []
    host = host_of(channel.value) if channel.kind in (ChannelKind.WEBSITE, ChannelKind.EMAIL) else ""
    if host:
        found += [ChannelDoubt(doubt, channel.id, host, other) for doubt, other in domain_doubts(host, official)]
    if not channel.verified_by:
        doubt = Doubt.ONLY_FROM_THEM if channel.known_from in NO_PROOF else Doubt.NOT_VERIFIED
        found.append(ChannelDoubt(doubt, channel.id, channel.value))
    return found


def host_of(value: str) -> str:
    """Return the host of an address or the domain of an e-mail, in letters people see; empty for neither."""
    text = value.strip()
    if "@" in text and "/" not in text:
        host = text.rpartition("@")[2]
    else:
        try:
            host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
        except ValueError:
            return ""
    return _shown(host.rstrip(".").lower())


def _shown(host: str) -> str:
    """Return a host with its ``xn--`` labels as the letters that a browser shows."""
    labels = []
    for label in host.split("."):
        try:
            labels.append(label.encode("ascii").decode("idna") if label.startswith("xn--") else label)
        except UnicodeError:
            labels.append(label)
    return ".".join(labels)


def domain_doubts(host: str, official: Iterable[str]) -> list[tuple[Doubt, str]]:
    """Return why a host may not belong to whom it seems to, with the registered domain that it resembles.

    A registered domain and everything below it raise no doubt.
    """
    known = _genuine(tuple(official))
    if any(host == each.host or host.endswith(f".{each.host}") for each in known):
        return []
    found = [(Doubt.MIXED_SCRIPTS, "")] if _has_mixed_scripts(host) else []
    name = registrable(host)
    for each in known:
        if _resembles(name, each):
            found.append((Doubt.LOOKS_LIKE, each.host))
        elif each.label in host and len(each.label) >= 4:
            found.append((Doubt.EXTRA_WORDS, each.host))
    return found


class _Genuine(NamedTuple):
    """A registered domain, and what others are compared with: a phone may name a hundred thousand of them."""

    host: str
    name: str
    label: str
    looks: str


@lru_cache(maxsize=64)
def _genuine(official: tuple[str, ...]) -> tuple[_Genuine, ...]:
    hosts = [each for each in map(host_of, official) if each]
    names = [(each, registrable(each)) for each in hosts]
    return tuple(_Genuine(host, name, _label(name), skeleton(_label(name))) for host, name in names)


def registrable(host: str) -> str:
    """Return the part of a host that somebody registered: ``example.com.cn`` of ``pay.example.com.cn``."""
    labels = host.split(".")
    deep = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in PUBLIC_SECOND_LEVELS
    return ".".join(labels[-3 if deep else -2 :])


def _label(name: str) -> str:
    return name.partition(".")[0]


def _resembles(name: str, genuine: _Genuine) -> bool:
    """Tell whether two different names are taken for one another: written alike, or one letter apart."""
    if name == genuine.name:
        return False
    one, other = skeleton(_label(name)), genuine.looks
    if one == other:
        return True
    return min(len(one), len(other)) >= 5 and _is_one_letter_apart(one, other)


def skeleton(text: str) -> str:
    """Return how a name looks: letters of other alphabets, digits and pairs of letters as what they are taken for."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(_LOOKS_LIKE).lower()
    plain = "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))
    for pair, single in _PAIRS:
        plain = plain.replace(pair, single)
    return plain.replace("-", "").replace("i", "l")


def _is_one_letter_apart(one: str, other: str) -> bool:
    """Tell whether one letter was changed, added, left out or two neighbours changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:] or swapped


def _has_mixed_scripts(host: str) -> bool:
    """Tell whether one label mixes Latin letters with those of an alphabet that looks like them."""
    return not host.isascii() and any(
        len({script for char in label if (script := _script(char))}) > 1 for label in host.split(".")
    )


def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    return next((each for each in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN") if name.startswith(each)), "")


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
