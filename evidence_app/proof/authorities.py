"""Timestamp authorities: those that come with the program, and those that a person adds."""

from evidence_app.domain.anchors import Authority


def bundled_authorities() -> tuple[Authority, ...]:
    """Return the authorities that come with the program, those first that are asked unless somebody chose others.

    Raises IntegrityFailure("authority-root-changed") where a root is not the one whose fingerprint was written down.
    """
    raise NotImplementedError


def default_authorities() -> tuple[Authority, ...]:
    """Return the authorities that are asked unless somebody chose others: two, of different operators."""
    raise NotImplementedError


def authority_from(name: str, url: str, pem: str) -> Authority:
    """Return an authority that a person adds, with the root certificates in ``pem``.

    Raises InputProblem: ``authority-address`` for what is no http or https address, ``authority-root`` for what holds
    no certificate, or one that may not issue others.
    """
    raise NotImplementedError
