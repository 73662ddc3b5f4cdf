"""What a table's columns probably are, as it travels from a worker; checked on arrival, as all that a worker writes."""

import json

from evidence_app.domain.exports import ASKS, ColumnProposal
from evidence_app.intake.messages import list_of, text_of

MOST_COLUMNS = 64
MOST_ROWS = 20
MOST_BYTES = 4 * 2**20


def proposal_bytes(proposal: ColumnProposal | None) -> bytes:
    """Return a proposal as it travels, nothing for none."""
    if proposal is None:
        return b""
    shape = {
        "headings": list(proposal.headings),
        "columns": [list(each) for each in proposal.columns],
        "rows": [list(each) for each in proposal.rows],
        "fingerprint": proposal.fingerprint,
        "certain": proposal.certain,
        "asks": list(proposal.asks),
    }
    return json.dumps(shape).encode()


def parse_proposal(data: bytes) -> ColumnProposal | None:
    """Return the proposal a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    if not data:
        return None
    if len(data) > MOST_BYTES:
        raise ValueError("proposal")
    shape = json.loads(data)
    if not isinstance(shape, dict):
        raise TypeError("proposal")
    pairs = [_texts(each) for each in list_of(shape["columns"], MOST_COLUMNS)]
    return ColumnProposal(
        headings=_texts(shape["headings"]),
        columns=tuple((field, heading) for field, heading in pairs),
        rows=tuple(_texts(each) for each in list_of(shape["rows"], MOST_ROWS)),
        fingerprint=text_of(shape, "fingerprint"),
        certain=shape["certain"] is True,
        asks=tuple(each for each in _texts(shape["asks"]) if each in ASKS),
    )


def _texts(shape: object) -> tuple[str, ...]:
    return tuple(map(str, list_of(shape, MOST_COLUMNS)))
