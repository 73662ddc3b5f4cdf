"""Domains that messages name and that are taken for the institution's: so work false refunds. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Institution
from evidence_app.rules.channels import ChannelDoubt, domain_doubts, host_of

_LETTER = "0-9A-Za-z\u0370-\u03ff\u0400-\u04ff"
"""What labels are made of: with Greek and Cyrillic ones, which are taken for Latin."""

_HOST = re.compile(rf"(?<![{_LETTER}._-])(?:[{_LETTER}-]{{1,63}}\.)+[A-Za-z\u0400-\u04ff]{{2,24}}(?![{_LETTER}_-])")


def doubted_domains(institution: Institution | None, happenings: Iterable[Happening]) -> tuple[ChannelDoubt, ...]:
    """Return every reason to look twice at a domain in what came in, with the events that name it."""
    if institution is None or not institution.domains:
        return ()
    named: defaultdict[str, list[str]] = defaultdict(list)
    for each in happenings:
        for host in {host.removeprefix("www.") for host in _hosts(each)}:
            named[host].append(each.event_id)
    return tuple(
        ChannelDoubt(doubt, "", host, other, tuple(event_ids))
        for host, event_ids in named.items()
        for doubt, other in domain_doubts(host, institution.domains)
    )


def _hosts(each: Happening) -> set[str]:
    """Return the domains in a message's words and of its sender."""
    if each.kind is not EventKind.MESSAGE or each.direction is Direction.OUT:
        return set()
    said = [text for text in (each.text, each.number if "@" in each.number else "") if "." in text]
    return {host_of(found) for text in said for found in _HOST.findall(text)}


__all__ = ["doubted_domains"]
