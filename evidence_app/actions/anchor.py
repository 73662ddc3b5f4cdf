"""Anchoring: having strangers witness a dispute's log, and keeping what they said; tokens made elsewhere."""

import hashlib
import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.actions.session import Session
from evidence_app.domain.anchors import Anchor, Authority, ExhibitToken
from evidence_app.domain.custody import Checkpoint, merkle_root
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import EnvironmentProblem, InputProblem, JuzhengError
from evidence_app.progress import Progress
from evidence_app.proof.witnesses import Refusal
from evidence_app.vault.storage import storage_problems

if TYPE_CHECKING:
    from evidence_app.proof.asking import Witnessed

DEADLINE_S = 10.0
"""What one authority may take at most; all are asked side by side."""

LOOK_UP_S = 0.1
"""How often it is looked whether the person wants to stop."""

Answer = tuple[Authority, "Witnessed | Exception"]


@dataclass(frozen=True, slots=True)
class AnchorOutcome:
    """What came of asking: the anchors over the log as it was, and the authorities that did not give one."""

    anchors: tuple[Anchor, ...]
    failures: tuple[Refusal, ...]


def anchor_dispute(
    session: Session,
    dispute_id: str,
    authorities: Sequence[Authority],
    progress: Progress,
    *,
    deadline_s: float = DEADLINE_S,
) -> AnchorOutcome:
    """Have the whole log of a dispute, as it is now, witnessed by all authorities side by side.

    Every token that holds is kept with its custody entry, as soon as it arrives; one that is there already for exactly
    this size is used again. No authority's failure stops the others, or raises. Takes at most ``deadline_s``. Raises
    InputProblem("dispute-unknown"), EnvironmentProblem (``vault-read-only``, disk), Cancelled: then what had been kept
    stays.
    """
    if session.read_only:
        raise EnvironmentProblem("vault-read-only", folder=str(session.folder))
    wanted = {authority.code: authority for authority in authorities}
    with session.vault.read() as catalog:
        leaves = catalog.leaves(catalog.dispute(dispute_id).id)
        mark = Checkpoint(dispute_id, len(leaves), merkle_root(leaves))
        found = {each.authority: each for each in catalog.anchors(dispute_id) if each.size == mark.size}
    missing = [authority for code, authority in wanted.items() if code not in found]
    failures: dict[str, Refusal] = {}
    progress.start(len(missing), "authority")
    for authority, answer in _answers(missing, hashlib.sha256(mark.body()).digest(), deadline_s, progress):
        if isinstance(answer, JuzhengError):
            failures[authority.code] = Refusal(authority, answer)
        elif isinstance(answer, Exception):
            raise answer  # a defect of ours
        else:
            found[authority.code] = _keep(session, mark, answer)
        progress.advance()
    return AnchorOutcome(
        anchors=tuple(found[code] for code in wanted if code in found),
        failures=tuple(failures[code] for code in wanted if code in failures),
    )


def _answers(
    authorities: Sequence[Authority], digest: bytes, deadline_s: float, progress: Progress
) -> Iterator[Answer]:
    """Yield what the authorities answer, in the order in which they do. Raises Cancelled."""
    answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
    for authority in authorities:
        # as daemons: whoever stops, or ends the program, does not wait for the rest of the deadline
        threading.Thread(target=_ask, args=(authority, digest, deadline_s, answers), daemon=True).start()
    for _ in authorities:
        while True:
            progress.check()
            try:
                answer = answers.get(timeout=LOOK_UP_S)
            except queue.Empty:
                continue
            yield answer
            break


def _ask(authority: Authority, digest: bytes, deadline_s: float, answers: "queue.SimpleQueue[Answer]") -> None:
    from evidence_app.proof.asking import ask

    try:
        answers.put((authority, ask(authority, digest, deadline_s=deadline_s)))
    except Exception as problem:  # else whoever waits would wait for ever
        answers.put((authority, problem))


def _keep(session: Session, mark: Checkpoint, witnessed: "Witnessed") -> Anchor:
    token = witnessed.token
    anchor = Anchor(
        dispute_id=mark.dispute_id,
        size=mark.size,
        checkpoint=mark.body(),
        response=witnessed.response,
        authority=token.authority.code,
        name=token.authority.name,
        witnessed_at=token.witnessed_at,
        seq=mark.size,
    )
    with session.vault.change() as tx:
        return tx.keep_anchor(anchor)


def anchors(session: Session, dispute_id: str) -> list[Anchor]:
    """Return a dispute's anchors, by size, then authority. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        return catalog.anchors(catalog.dispute(dispute_id).id)


def awaiting_witness(session: Session) -> list[str]:
    """Return the ids of disputes in use with something in their logs that no anchor covers yet.

    That there was an export, or an anchor, needs no witness of its own.
    """
    with session.vault.read() as catalog:
        return catalog.awaiting_witness()


# -- tokens made elsewhere ---------------------------------------------------------------------------------------------


def attach_token(session: Session, exhibit_id: str, path: Path, authorities: Sequence[Authority] = ()) -> ExhibitToken:
    """Keep a token that was made elsewhere over an exhibit's original, a ``.tsa`` or ``.tsr`` file for example.

    It has to be whole, and over exactly the original's bytes. Where it leads to no root of the authorities that come
    with the program, or of ``authorities``, it is kept as what it claims to be, with no authority named.

    Raises InputProblem: ``exhibit-unknown``, ``exhibit-removed``, ``token-unreadable``, ``token-rejected``,
    ``token-there``; IntegrityFailure as `evidence_app.proof.tokens.verify_token`; EnvironmentProblem.
    """
    with session.vault.read() as catalog:
        exhibit = catalog.exhibit(exhibit_id)
    if exhibit.removed_at is not None:
        raise InputProblem("exhibit-removed", number=exhibit.number)
    token = _judged(session, exhibit, _token_bytes(path), path.name, authorities)
    with session.vault.change() as tx:
        return tx.keep_exhibit_token(token)


def _token_bytes(path: Path) -> bytes:
    from evidence_app.proof.tokens import LARGEST_TOKEN

    try:
        with path.open("rb") as file:
            return file.read(LARGEST_TOKEN + 1)  # which is refused as too large
    except FileNotFoundError as error:
        raise InputProblem("file-vanished", name=path.name) from error
    except OSError as error:
        raise InputProblem("file-unreadable", name=path.name, reason=error.strerror or "") from error


def _judged(
    session: Session, exhibit: Exhibit, file: bytes, file_name: str, authorities: Sequence[Authority]
) -> ExhibitToken:
    """Return a token that is over an exhibit's original, with the authority that vouches for it, if one does."""
    from evidence_app.proof.asking import CLOCK_TOLERANCE
    from evidence_app.proof.authorities import bundled_authorities
    from evidence_app.proof.tokens import UnknownRoot, parse_response, verify_token

    claimed = parse_response(file)
    try:
        verified = verify_token(
            file,
            _digest(session, exhibit, claimed.algorithm),
            [*bundled_authorities(), *authorities],
            algorithm=claimed.algorithm,
            not_after=datetime.now(UTC) + CLOCK_TOLERANCE,
        )
        code, name = verified.authority.code, verified.authority.name
    except UnknownRoot:
        code, name = "", claimed.signer
    return ExhibitToken(
        exhibit_id=exhibit.id,
        file=file,
        file_name=file_name,
        authority=code,
        name=name,
        witnessed_at=claimed.witnessed_at,
        seq=0,
    )


def _digest(session: Session, exhibit: Exhibit, algorithm: str) -> bytes:
    """Return a digest of an original, read anew; empty for an algorithm that is refused anyway."""
    from evidence_app.proof.tokens import IMPRINTS

    if algorithm not in IMPRINTS:
        return b""
    original = session.vault.originals.path(exhibit.original.sha256)
    with storage_problems(original), original.open("rb") as file:
        return hashlib.file_digest(file, algorithm).digest()


def list_tokens(session: Session, dispute_id: str) -> list[ExhibitToken]:
    """Return the tokens made elsewhere over exhibits of a dispute, in the order in which they were attached."""
    with session.vault.read() as catalog:
        return catalog.exhibit_tokens(catalog.dispute(dispute_id).id)


__all__ = [
    "AnchorOutcome",
    "anchor_dispute",
    "anchors",
    "attach_token",
    "awaiting_witness",
    "list_tokens",
]
