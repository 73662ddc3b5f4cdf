"""Domains that messages name and that are taken for the institution's: so work false refunds. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Channel, Institution
from evidence_app.rules.channels import ChannelDoubt, domain_doubts, genuine_domains, host_of

_LETTER = "0-9A-Za-z\u0370-\u03ff\u0400-\u04ff"
"""What labels are made of: with Greek and Cyrillic ones, which are taken for Latin."""

_HOST = re.compile(rf"(?<![{_LETTER}._-])(?:[{_LETTER}-]{{1,63}}\.)+[A-Za-z\u0400-\u04ff]{{2,24}}(?![{_LETTER}_-])")


_IN_DOMAINS = re.compile(r"\.[A-Za-z\u0400-\u04ff]")
"""What every domain has, and few other words: looking for it takes no time."""


def doubted_domains(
    institution: Institution | None,
    happenings: Iterable[Happening],
    channels: Iterable[Channel] = (),
    names: tuple[str, ...] = (),
) -> tuple[ChannelDoubt, ...]:
    """Return every reason to look twice at a domain in what came in, with the events that name it.

    ``names`` are the institution's; without them no domain is doubted for carrying one.
    """
    official = genuine_domains(institution, channels)
    if not official:
        return ()
    named: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for each in happenings:
        if each.kind is EventKind.MESSAGE and each.direction is not Direction.OUT:
            for written in _written(each):
                named[written][each.event_id] = None
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for written, event_ids in named.items():  # a domain is looked at once, however many messages name it
        found[host_of(written).removeprefix("www.")] |= event_ids
    return tuple(
        ChannelDoubt(doubt, "", host, other, tuple(event_ids))
        for host, event_ids in found.items()
        for doubt, other in domain_doubts(host, official, names)
    )


def _written(each: Happening) -> list[str]:
    """Return the domains in a message's words and of its sender, as written."""
    said = _HOST.findall(each.text) if _IN_DOMAINS.search(each.text) else []
    return [*said, *_HOST.findall(each.number)] if "@" in each.number else said


__all__ = ["doubted_domains"]
