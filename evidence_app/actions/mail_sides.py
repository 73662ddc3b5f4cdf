"""Who is who in mails that do not say into whose box they came: what is known before one is imported."""

import re

from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.exports import MailSides
from evidence_app.domain.workspace import Institution
from evidence_app.vault.reading import Catalog

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_MAILS = (".eml", ".emlx", ".mbox", ".mbx", ".msg", ".pst", ".ost", ".zip")


def mail_sides(catalog: Catalog, exhibit: Exhibit) -> MailSides:
    """Return the sides for an export, nothing for files that are called like no mails.

    The complainant's addresses are those stated, else the one that most mails of the dispute came to or went out from;
    an address that a mail shows under the complainant's own name is theirs, too.
    """
    if not exhibit.name.lower().endswith(_MAILS):
        return MailSides()
    dispute = catalog.kept_dispute(exhibit.dispute_id)
    stated = tuple(each.lower() for each in _ADDRESS.findall(dispute.complainant_contact))
    mostly = () if stated else catalog.mail_account(dispute.id)
    domains = [domain for each in catalog.items(dispute.id, Institution) for domain in each.domains]
    names = filter(None, [" ".join(dispute.complainant.lower().split())])
    return MailSides(stated or mostly, tuple(each.lower().removeprefix("www.") for each in domains), tuple(names))
