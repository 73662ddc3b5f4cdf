"""Hostile files, each with a name: one table of all of them."""

from tests.hostile.named import documents, exports, media, names, packed, pdfs
from tests.hostile.named.case import CANARY, Case

CASES: dict[str, Case] = {
    **names.cases(),
    **documents.cases(),
    **packed.cases(),
    **pdfs.cases(),
    **media.cases(),
    **exports.cases(),
}

SLOW = frozenset(
    f"PDF: {name}" for name in ("form in itself", "forms that multiply", "pattern in itself", "pattern of tiny steps")
)
"""These keep a worker busy until its minute is over."""

__all__ = ["CANARY", "CASES", "SLOW", "Case"]
