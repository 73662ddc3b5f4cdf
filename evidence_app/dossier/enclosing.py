"""Which files go with a dossier: what it rests on, and no more of the log than it may disclose."""

from collections.abc import Iterable, Sequence

from evidence_app.dossier.content import discloses, select
from evidence_app.dossier.profiles import load_profile
from evidence_app.dossier.source import DossierOptions, DossierSource
from evidence_app.proof.enclosures import (
    Enclosure,
    Relationship,
    log_enclosures,
    original_enclosures,
    script_enclosures,
)

INSIDE_BYTES = 25 * 1024 * 1024
"""Of originals inside the PDF: mail systems refuse much more. Larger ones lie in the bag."""


def enclose(source: DossierSource, options: DossierOptions) -> list[Enclosure]:
    """Return all files that go with a dossier: originals by number, log, checkpoints with tokens, scripts.

    Raises InputProblem as `select`.
    """
    content = select(source, options, load_profile(options.profile))
    exported = {exhibit.id for exhibit in content.exhibits}
    logged = log_enclosures(
        source.dispute.id, source.custody, content.anchors, lambda entry: discloses(entry, exported)
    )
    return [*original_enclosures(content.exhibits, source.original), *logged, *script_enclosures()]


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
