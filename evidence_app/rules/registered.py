"""Whose a domain is: which part of it somebody registered, and which ones everybody has mail and accounts at.

Public suffixes come from the list inside the package `publicsuffixlist`, without a network; ``resources/domains.toml``
adds what that does not tell.
"""

import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from evidence_app.resources import resource

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def registrable(host: str) -> str:
    """Return the part of a host that somebody registered: ``example.com.cn`` of ``pay.example.com.cn``.

    Of what nobody has registered for themselves, such as ``com.cn``, all of it. The first call takes a moment.
    """
    known = _domains()
    found = _suffixes().privatesuffix(host) or host
    if found in known.stores:
        return host
    return ".".join(host.split(".")[-found.count(".") - 2 :]) if found in known.shared else found


def is_of_everybody(host: str) -> bool:
    """Tell whether everybody has mail, an account or an app's page at a domain."""
    return registrable(host) in _domains().of_everybody


class _Domains(NamedTuple):
    shared: frozenset[str]
    stores: frozenset[str]
    of_everybody: frozenset[str]


@lru_cache(maxsize=1)
def _domains() -> _Domains:
    with resource("domains.toml").open("rb") as file:
        table = tomllib.load(file)
    return _Domains(*(frozenset(table[name]) for name in _Domains._fields))


@lru_cache(maxsize=1)
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # here: reading the list takes longer than most commands' own work

    return PublicSuffixList()
