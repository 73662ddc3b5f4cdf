"""Which files go with a dossier: what it rests on, and no more of the log than it may disclose."""

from collections.abc import Iterable, Iterator, Sequence

from evidence_app.dossier.disclosing import discloses
from evidence_app.dossier.profiles import load_profile
from evidence_app.dossier.selecting import select
from evidence_app.dossier.source import DossierOptions, DossierSource
from evidence_app.proof.enclosures import (
    EXHIBIT_TOKEN,
    Enclosure,
    Relationship,
    log_enclosures,
    original_enclosures,
    script_enclosures,
    table_enclosure,
)
from evidence_app.proof.instructions import StampedOriginal, is_bare
from evidence_app.proof.timeline_table import timeline_csv

INSIDE_BYTES = 25 * 1024 * 1024
"""Of originals inside the PDF: mail systems refuse much more. Larger ones lie in the bag."""


def enclose(source: DossierSource, options: DossierOptions) -> list[Enclosure]:
    """Return all files that go with a dossier: originals and tokens over them, log, checkpoints, table, scripts.

    Raises InputProblem as `select`.
    """
    content = select(source, options, load_profile(options.profile))
    exported = {exhibit.id for exhibit in content.exhibits}
    logged = log_enclosures(
        source.dispute.id, source.custody, content.anchors, lambda entry: discloses(entry, exported, content.in_part)
    )
    table = timeline_csv(content.events, content.exhibits_by_id, source.dispute.zone, options.language)
    files = [*original_enclosures(content.handed_over, source.original), *content.token_files.values()]
    return [*files, *logged, table_enclosure(table), *script_enclosures()]


def inside(enclosures: Iterable[Enclosure], limit: int = INSIDE_BYTES) -> list[Enclosure]:
    """Return those that are attached to the PDF: of the originals as many, in their order, as fit together."""
    attached, room = list[Enclosure](), limit
    for each in enclosures:
        if each.relationship is Relationship.SOURCE:
            if each.size > room:
                continue
            room -= each.size
        attached.append(each)
    return attached


def originals(enclosures: Iterable[Enclosure]) -> Sequence[Enclosure]:
    """Return the originals among the files."""
    return [each for each in enclosures if each.relationship is Relationship.SOURCE]


def stamped_originals(enclosures: Iterable[Enclosure]) -> Iterator[StampedOriginal]:
    """Yield the timestamps made elsewhere with the originals that they are over, of those that are here both."""
    enclosed = list(enclosures)
    by_number = {each.name.partition(".")[0]: each.name for each in originals(enclosed)}
    for each in enclosed:
        number = each.name.partition(".")[0]
        if each.relationship is Relationship.DATA and EXHIBIT_TOKEN.fullmatch(each.name) and number in by_number:
            yield StampedOriginal(each.name, by_number[number], is_bare=is_bare(each.content()))
