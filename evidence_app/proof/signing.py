"""Signing a finished PDF: PAdES, certified so that no change at all is allowed, with a witnessed time where possible.

A token is asked for by our own means and verified before it is used: pyHanko 0.38 takes a token over another hash, or
with a broken signature, while it signs. The file is extended in place; nothing loads it whole.
"""

import asyncio
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.domain.anchors import Authority
from evidence_app.errors import EnvironmentProblem
from evidence_app.progress import SILENT, Cancelled, Progress
from evidence_app.proof.asking import LOOK_UP_S
from evidence_app.proof.keys import SigningKey
from evidence_app.proof.witnesses import Refusal
from evidence_app.vault.storage import storage_problems

if TYPE_CHECKING:
    from evidence_app.proof.pades import VerifiedTimeStamper

DEADLINE_S = 90.0
"""For one attempt, with all questions to authorities and issuers: each has its own, shorter one."""


class Level(StrEnum):
    """What a signature proves (ETSI EN 319 142-1): itself; its time too; that nothing had been revoked too."""

    B = "B-B"
    T = "B-T"
    LT = "B-LT"


@dataclass(frozen=True, slots=True)
class Signed:
    """What came of signing. ``authority`` witnessed the signature at ``witnessed_at``; None for level B-B.

    ``refusals`` are the authorities that were asked and did not witness. ``unvouched`` tells that the issuers were to
    be asked whether certificates were revoked, and that not all of them answered.
    """

    level: Level
    witnessed_at: datetime | None = None
    authority: Authority | None = None
    refusals: tuple[Refusal, ...] = ()
    unvouched: bool = False


def sign(
    pdf: Path,
    out: Path,
    key: SigningKey,
    authorities: Sequence[Authority] = (),
    progress: Progress = SILENT,
    *,
    long_term: bool = False,
    moment: datetime | None = None,
) -> Signed:
    """Write the signed PDF to ``out``, which may be ``pdf`` itself.

    The authorities are asked one after the other until one witnesses; if none does, the signature bears no witnessed
    time, and the result says so. With ``long_term`` the issuers of all certificates are asked over the network, at the
    addresses that the certificates name, whether they were revoked; without all answers it is level B-T. ``moment`` is
    what the signature claims as its time, now unless given.

    Blocks. Raises EnvironmentProblem("signing-failed", or a code of the disk), Cancelled, soon also while somebody is
    asked; then ``out`` is not to be used, but ``pdf`` is as it was.
    """
    moment = moment or datetime.now(UTC)
    refusals: tuple[Refusal, ...] = ()
    with storage_problems(out):
        if out != pdf:
            shutil.copyfile(pdf, out)
        for level in _levels(authorities, long_term=long_term):
            attempt = _Attempt(out, key, moment, level, tuple(authorities) if level is not Level.B else ())
            signed, refused = attempt.carry_out(progress)
            refusals = refused or refusals
            if signed is not None:
                return replace(signed, refusals=refusals, unvouched=long_term and level is not Level.LT)
    raise EnvironmentProblem("signing-failed", path=str(out))


def _levels(authorities: Sequence[Authority], *, long_term: bool) -> list[Level]:
    """Return what is tried, the best first."""
    if not authorities:
        return [Level.B]
    return [Level.LT, Level.T, Level.B] if long_term else [Level.T, Level.B]


@dataclass(frozen=True, slots=True)
class _Attempt:
    """Signing one file at one level."""

    path: Path
    key: SigningKey
    moment: datetime
    level: Level
    authorities: tuple[Authority, ...]

    def carry_out(self, progress: Progress) -> tuple[Signed | None, tuple[Refusal, ...]]:
        """Sign the file in place, or leave it as it was; tell who refused to witness. Raises OSError, Cancelled."""
        from evidence_app.proof.pades import VerifiedTimeStamper

        stamper = VerifiedTimeStamper(self.authorities) if self.authorities else None
        size = self.path.stat().st_size
        try:
            asyncio.run(asyncio.wait_for(self._watched(stamper, progress), DEADLINE_S))
        except Cancelled:
            os.truncate(self.path, size)
            raise
        except Exception as error:  # pyHanko and its validator raise dozens of kinds that have no base in common
            os.truncate(self.path, size)
            if isinstance(error, OSError) and self.level is not Level.LT:  # there it may be an issuer's server
                raise
            return None, _refusals(stamper)
        if stamper is None or stamper.witnessed is None:
            return Signed(self.level), ()
        token = stamper.witnessed.token
        return Signed(self.level, token.witnessed_at, token.authority), _refusals(stamper)

    async def _watched(self, stamper: "VerifiedTimeStamper | None", progress: Progress) -> None:
        """Sign, and look now and then whether the person wants to stop; ending it also ends whoever is asked."""
        signing = asyncio.ensure_future(self._sign(stamper))
        try:
            while not (await asyncio.wait({signing}, timeout=LOOK_UP_S))[0]:
                progress.check()
            await signing
        finally:
            signing.cancel()
            if stamper is not None:
                stamper.switch.stopped = True

    async def _sign(self, stamper: "VerifiedTimeStamper | None") -> None:
        from evidence_app.proof.pades import asking_issuers, sign_in_place

        with self.path.open("rb+") as file:
            if self.level is not Level.LT:
                await sign_in_place(file, self.key, self.moment, stamper)
                return
            async with asking_issuers(self.key, self.authorities) as issuers:
                await sign_in_place(file, self.key, self.moment, stamper, issuers)


def _refusals(stamper: "VerifiedTimeStamper | None") -> tuple[Refusal, ...]:
    return stamper.refusals if stamper else ()
