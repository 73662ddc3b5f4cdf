"""What a dossier with only what is with the other side leaves behind: other people's files, whole exports. Pure."""

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.happenings import Happening
from evidence_app.domain.imports import Selection
from evidence_app.dossier.source import DossierOptions, DossierSource
from evidence_app.errors import InputProblem
from evidence_app.rules.others import Others

ARCHIVES = frozenset(
    {"application/zip", "application/x-tar", "application/gzip", "application/x-bzip2", "application/x-xz"}
)
"""What may hold anything. What was found in one is an exhibit of its own."""


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Exhibits by their ids: those that are left out, those whose originals are, and those shown in part only."""

    exhibits: frozenset[str] = frozenset()
    originals: frozenset[str] = frozenset()
    in_part: frozenset[str] = frozenset()


def belonging(source: DossierSource, options: DossierOptions) -> LeftBehind:
    """Return what stays behind by these choices. Raises InputProblem("theirs-unknown")."""
    if not options.only_theirs:
        return LeftBehind()
    others, happenings = source.others, source.happenings
    if others.people and not others.is_known:
        raise InputProblem("theirs-unknown")
    whole = () if options.whole_exports else exports_of_others(source.exhibits, source.selections, happenings, others)
    files = frozenset(files_of_others(source.exhibits, source.selections, happenings, others))
    return LeftBehind(files, frozenset(whole), frozenset(_shown_by(happenings, others.people)))


def exports_of_others(
    exhibits: Sequence[Exhibit], selections: Sequence[Selection], happenings: Sequence[Happening], others: Others
) -> Iterator[str]:
    """Yield the exports that hold more than is with the other side, as far as is known.

    Address books do, and what was not imported may, as archives may: nobody has looked into it. What an import's choice
    left out, and what could not be read, is in the file, too. A table whose columns a person named is an export.
    """
    whole = {each.exhibit_id for each in selections if not each.entry.left_out and not each.entry.unread}
    whole -= _shown_by(happenings, others.people)
    imported = {each.exhibit_id for each in selections}
    for exhibit in exhibits:
        holds_many = _is_export(exhibit, imported) or exhibit.original.media.mime in ARCHIVES
        if exhibit.removed_at is None and holds_many and exhibit.id not in whole:
            yield exhibit.id


def _is_export(exhibit: Exhibit, imported: AbstractSet[str]) -> bool:
    return bool(exhibit.original.media.export) or exhibit.id in imported


def files_of_others(
    exhibits: Sequence[Exhibit], selections: Sequence[Selection], happenings: Sequence[Happening], others: Others
) -> Iterator[str]:
    """Yield what shows nothing that is with the other side: files that came with other people's words, whole exports.

    The name of a friend's chat is theirs, too, also where nothing was taken from it, as from an address book. What
    somebody described stays.
    """
    theirs = _shown_by(happenings, frozenset(each.event_id for each in happenings) - others.people.keys())
    apart = _shown_by(happenings, others.people) - theirs
    imported = {each.exhibit_id for each in selections}
    for exhibit in exhibits:
        shows_nothing = exhibit.id in apart or (exhibit.id not in theirs and _is_export(exhibit, imported))
        if shows_nothing and not is_described(exhibit):
            yield exhibit.id


def _shown_by(happenings: Sequence[Happening], event_ids: Collection[str]) -> set[str]:
    return {exhibit_id for each in happenings if each.event_id in event_ids for exhibit_id in each.exhibit_ids}


def is_described(exhibit: Exhibit) -> bool:
    """Tell whether a person said something of an exhibit; its device does not count, which is given to many at once."""
    said = (exhibit.title, exhibit.proves, exhibit.transcript, exhibit.translation)
    return any(each.strip() for each in said) or bool(exhibit.marks)
