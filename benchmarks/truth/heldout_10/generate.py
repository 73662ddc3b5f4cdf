"""All screens of this half."""

from collections.abc import Iterator

from benchmarks.truth.heldout_10 import chats_lenders, chats_private, chats_sms, chats_traditional, records
from benchmarks.truth.heldout_10.chat import all_sheets
from benchmarks.truth.sheet import Sheet


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Yield every screen with the kind of file it becomes."""
    for module in (chats_lenders, chats_private, chats_sms, chats_traditional):
        yield from all_sheets(module.CHATS)
    yield from records.sheets()
