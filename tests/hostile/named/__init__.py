"""Hostile files, each with a name: one table of all of them."""

from tests.hostile.named import documents, media, names, packed, pdfs
from tests.hostile.named.case import CANARY, Case

CASES: dict[str, Case] = {
    **names.cases(),
    **documents.cases(),
    **packed.cases(),
    **pdfs.cases(),
    **media.cases(),
}

__all__ = ["CANARY", "CASES", "Case"]
