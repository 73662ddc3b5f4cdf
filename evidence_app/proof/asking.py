"""Asking a timestamp authority over the network, for at most ten seconds, and believing nothing that it does not prove.

Only a hash is sent, and a random number. A redirect is not followed, and no proxy is used, whatever the environment
says: the hash goes to the authority that the person agreed to, or nowhere.
"""

from dataclasses import dataclass

from evidence_app.domain.anchors import Authority
from evidence_app.proof.tokens import VerifiedToken

DEADLINE_S = 10.0
"""From looking up the name to the last byte, whatever it drips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnessed:
    """An authority's complete answer (TimeStampResp, DER), and what it proves."""

    response: bytes
    token: VerifiedToken


def ask(authority: Authority, digest: bytes, *, deadline_s: float = DEADLINE_S) -> Witnessed:
    """Have an authority witness a SHA-256 digest now; what it answers is verified before it is returned.

    Raises EnvironmentProblem: ``authority-silent`` after the deadline, ``authority-unreachable``,
    ``authority-refused``, ``authority-too-much``, ``authority-nonsense``; IntegrityFailure as `verify_token`, for an
    answer that must not be believed; InputProblem("authority-address"). Blocks: never on the window's thread.
    """
    raise NotImplementedError
