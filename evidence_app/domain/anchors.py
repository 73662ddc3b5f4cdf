"""Trusted timestamps over checkpoints: who may witness, and what was witnessed. Pure; see docs/integrity."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A timestamp authority (RFC 3161) that a person may agree to use, or whose tokens are recognised.

    ``roots`` are PEM certificates, the only ones its tokens may lead to. ``policies`` are the object identifiers that
    its tokens may name, any if empty. ``code`` is stable: it stands in catalogs and file names (``[a-z0-9-]+``).
    ``operator`` tells authorities of the same company apart from really different witnesses.
    """

    code: str
    name: str
    operator: str
    url: str
    roots: tuple[str, ...]
    policies: tuple[str, ...] = ()
    policy_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A token over a checkpoint of one dispute's log, verified before it was kept.

    ``checkpoint`` are the exact bytes that were stamped; ``size`` is the number of entries it covers. ``response`` is
    the complete TimeStampResp (RFC 3161), DER. ``authority`` is the code of an `Authority`, ``name`` its name then.
    ``witnessed_at`` is the token's genTime, aware. ``seq`` is the custody entry that records it.
    """

    dispute_id: str
    size: int
    checkpoint: bytes
    response: bytes
    authority: str
    name: str
    witnessed_at: datetime
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitToken:
    """A token made elsewhere over one exhibit's original, such as the ``.tsa`` file of a 可信时间戳 certificate.

    ``file`` are its bytes as received. It was checked to be over the original's bytes and whole; ``authority`` is the
    code of the known authority whose root it leads to, empty where nobody known vouches for it.
    """

    exhibit_id: str
    file: bytes
    file_name: str
    authority: str
    name: str
    witnessed_at: datetime
    seq: int
