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
from evidence_app.phrases import Language, phrase
from evidence_app.rules.look_alikes import Likeness, Name, likeness, shown_as, skeleton
from evidence_app.rules.names_carried import carried_name
from evidence_app.rules.registered import is_of_everybody, registrable

HAVE_HOSTS = frozenset({ChannelKind.WEBSITE, ChannelKind.EMAIL, ChannelKind.APP_CHAT, ChannelKind.SOCIAL})
"""What may be an address on the web."""

HAVE_OWN_HOSTS = HAVE_HOSTS - {ChannelKind.SOCIAL}
"""What may be an address at the institution's own domain: an account is at that of a network."""

NO_PROOF = frozenset({KnownFrom.SMS, KnownFrom.ADVERT, KnownFrom.CALL})
"""Where impostors write their own numbers."""

_FULL_STOPS = str.maketrans("。．｡", "...")
"""What browsers take for the dot of a domain."""


class Doubt(StrEnum):
    """Why one should look twice."""

    LOOKS_LIKE = "looks_like"  # a domain that is written like the registered one and is another
    EXTRA_WORDS = "extra_words"  # the registered name with something added
    CARRIES_NAME = "carries_name"  # the institution's name in a domain that is none of its known ones
    MIXED_SCRIPTS = "mixed_scripts"  # letters of several alphabets in one name
    ONLY_FROM_THEM = "only_from_them"  # known from a message, an advert or a call alone
    NOT_VERIFIED = "not_verified"
    VERIFIED_WHEN = "verified_when"  # somebody found it genuine, and nobody said when
    VERIFIED_BY = "verified_by"  # it was found genuine on a day, and nobody said by what
    PUBLISHER_DIFFERS = "publisher_differs"
    DOUBTED = "doubted"  # by a person


LOOKED_AT = frozenset({Doubt.LOOKS_LIKE, Doubt.EXTRA_WORDS, Doubt.CARRIES_NAME, Doubt.MIXED_SCRIPTS})
"""Doubts about a name itself, not about how it is known: dossiers and letters tell them."""


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

    def says(self, language: Language) -> str:
        """Return the reason as a sentence, the same in the window and on the command line."""
        facts = {"shown": self.shown, "other": self.compared_with}
        return phrase("channels", f"doubt.{self.doubt.value}", language, **facts)


def doubts(
    institution: Institution | None, channels: Iterable[Channel], names: tuple[str, ...] = ()
) -> tuple[ChannelDoubt, ...]:
    """Return every reason to look twice, channel by channel. ``names`` are those of the institution."""
    found: list[ChannelDoubt] = []
    channels = tuple(channels)
    official = genuine_domains(institution, channels)
    for channel in channels:
        found += _doubts_about(channel, official, names)
    if institution and _differ(institution.publisher, institution.shown_publisher):
        shown = institution.shown_publisher
        found.append(ChannelDoubt(Doubt.PUBLISHER_DIFFERS, "", shown, institution.publisher))
    return tuple(found)


def genuine_domains(institution: Institution | None, channels: Iterable[Channel]) -> tuple[str, ...]:
    """Return the domains that others are compared with: those of its licence register, and of verified channels.

    A channel that only a message, an advert or a call told of proves no domain, nor does one that a person doubts, or
    that is itself taken for a stated domain.
    """
    stated = institution.domains if institution else ()
    verified = (_host_of_its_own(each) for each in channels if is_verified(each) and not each.doubt)
    known = {registrable(host_of(each)) for each in stated}
    further = {registrable(host): host for host in verified if host and not domain_doubts(host, stated)}
    return (*stated, *(host for name, host in further.items() if name not in known))


def is_verified(channel: Channel) -> bool:
    """Tell whether it is said by what and on which day it was found genuine, and it is not known from them alone."""
    return bool(channel.verified_by and channel.verified_on) and channel.known_from not in NO_PROOF


def _host_of_its_own(channel: Channel) -> str:
    """Return the domain of a website, a mail or a chat, empty where it is of no institution's own."""
    host = host_of(channel.value).removeprefix("www.") if channel.kind in HAVE_OWN_HOSTS else ""
    is_name = "." in host and not host.rpartition(".")[2].isdigit()
    return host if is_name and not is_of_everybody(host) else ""


def _differ(registered: str, shown: str) -> bool:
    """Tell whether two names are both known and are not one."""
    return bool(registered and shown) and _plain(registered) != _plain(shown)


def _doubts_about(channel: Channel, official: Sequence[str], names: tuple[str, ...]) -> list[ChannelDoubt]:
    found = [ChannelDoubt(Doubt.DOUBTED, channel.id, channel.value, channel.doubt)] if channel.doubt else []
    host = host_of(channel.value) if channel.kind in HAVE_HOSTS else ""
    if "." in host:
        found += [ChannelDoubt(doubt, channel.id, host, other) for doubt, other in domain_doubts(host, official, names)]
    if channel.kind is ChannelKind.SOCIAL and (handle := handle_of(channel.value)):
        found += [ChannelDoubt(doubt, channel.id, handle, other) for doubt, other in handle_doubts(handle, official)]
    if not (channel.verified_by and channel.verified_on):
        doubt = Doubt.ONLY_FROM_THEM if channel.known_from in NO_PROOF else Doubt.NOT_VERIFIED
        without = Doubt.VERIFIED_WHEN if channel.verified_by else Doubt.VERIFIED_BY if channel.verified_on else doubt
        kinds = dict.fromkeys((doubt, without) if doubt is Doubt.ONLY_FROM_THEM else (without,))
        found += [ChannelDoubt(each, channel.id, channel.value) for each in kinds]
    return found


def handle_of(value: str) -> str:
    """Return the name of an account: ``sureloan`` of ``@SureLoan`` and of ``https://example.com/sureloan?from=x``."""
    text = unicodedata.normalize("NFKC", value).strip()
    if "/" in text:
        try:
            text = urlsplit(text if "//" in text else f"//{text}").path
        except ValueError:
            return ""
        text = text.rstrip("/").rpartition("/")[2]
    return text.removeprefix("@").lower()


def host_of(value: str) -> str:
    """Return the host of an address or the domain of an e-mail, in letters people see; empty for neither."""
    text = value.strip().translate(_FULL_STOPS)
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


def domain_doubts(host: str, official: Iterable[str], names: tuple[str, ...] = ()) -> list[tuple[Doubt, str]]:
    """Return why a host may not belong to whom it seems to, with the registered domain or the name that it resembles.

    A registered domain and everything below it raise no doubt, nor does what stands beside it below the same name.
    Where no registered domain is known, the institution's names say nothing: one of its own may carry them.
    """
    known = _genuine(tuple(official))
    name = registrable(host) if known else host
    if any(name == each.name or host == each.host for each in known):
        return []
    found = [(Doubt.MIXED_SCRIPTS, "")] if _has_mixed_scripts(host) else []
    labels, ending = host.split("."), name.count(".")
    shown = shown_as(labels[:-ending])
    for each in known:
        alike = likeness(shown, each.label, other=name != each.name)
        if alike is not None:
            found.append((AS_DOUBTS[alike], each.host))
    if known and all(doubt is Doubt.MIXED_SCRIPTS for doubt, _ in found) and (name := carried_name(shown, names)):
        found.append((Doubt.CARRIES_NAME, name))
    return found


def handle_doubts(handle: str, official: Iterable[str]) -> list[tuple[Doubt, str]]:
    """Return why an account may not belong to whom its name seems to say, with the domain whose name it resembles."""
    found = [(Doubt.MIXED_SCRIPTS, "")] if _has_mixed_scripts(handle) else []
    shown = shown_as([handle])
    for each in _genuine(tuple(official)):
        alike = None if handle == each.label.text else likeness(shown, each.label, other=True)
        if alike is not None:
            found.append((AS_DOUBTS[alike], each.host))
    return found


AS_DOUBTS = {Likeness.WRITTEN_ALIKE: Doubt.LOOKS_LIKE, Likeness.SOMETHING_ADDED: Doubt.EXTRA_WORDS}


class _Genuine(NamedTuple):
    """A registered domain, and what others are compared with: a phone may name a hundred thousand of them."""

    host: str
    name: str
    label: Name


@lru_cache(maxsize=64)
def _genuine(official: tuple[str, ...]) -> tuple[_Genuine, ...]:
    hosts = [each for each in map(host_of, official) if each]
    names = [(each, registrable(each)) for each in hosts]
    return tuple(_Genuine(host, name, Name(_label(name), skeleton(_label(name)))) for host, name in names)


def _label(name: str) -> str:
    return name.partition(".")[0]


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
