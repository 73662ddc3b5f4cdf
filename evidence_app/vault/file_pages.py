"""What a dispute's files show: what people call them and say of them, and the words that a machine read off them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import PurePath

from sqlalchemy import func, select

from evidence_app.domain.events import EventKind
from evidence_app.domain.pages import TALK_PAGES, FilePage
from evidence_app.vault.lookups import EVENT_IN_USE
from evidence_app.vault.schema import EventRow, ExhibitRow, LineCorrectionRow, MachineTextRow, OriginalRow, PayloadRow
from evidence_app.vault.statements import in_parts
from evidence_app.vault.transaction import Transaction

_FILE = (EventRow.id, ExhibitRow.id, ExhibitRow.number, ExhibitRow.name, ExhibitRow.title, ExhibitRow.proves)


class FilePages(Transaction):
    """The part of one transaction that answers what files show."""

    def file_pages(self, dispute_id: str) -> list[FilePage]:
        """Return what each of a dispute's files in use shows, by number. Of conversations, no words are read."""
        last = self._last_readings(dispute_id)
        kinds = self._page_kinds(dispute_id)
        read = [seq for seq in last.values() if kinds.get(seq) not in TALK_PAGES]
        words = dict(self._words_of(dispute_id, read))
        query = (
            select(*_FILE, OriginalRow.export)
            .join(EventRow, EventRow.first_exhibit_id == ExhibitRow.id)
            .join(OriginalRow, OriginalRow.sha256 == ExhibitRow.sha256)
            .where(ExhibitRow.dispute_id == dispute_id, EventRow.kind == EventKind.DOCUMENT.value, EVENT_IN_USE)
            .where(ExhibitRow.set_aside == "", ExhibitRow.removed_at.is_(None))
            .order_by(ExhibitRow.number)
        )
        found = []
        for event_id, exhibit_id, number, name, title, proves, importer in self._session.connection().execute(query):
            seq = last.get(exhibit_id, 0)
            said = "\n".join(filter(None, (title, proves, PurePath(name).stem, words.get(seq, ""))))
            kind = kinds.get(seq, "")
            found.append(FilePage(event_id, number, title or name, kind, said, exhibit_id, importer or ""))
        return found

    def _last_readings(self, dispute_id: str) -> dict[str, int]:
        """Return the entry of the last reading of each exhibit that was read."""
        query = (
            select(MachineTextRow.exhibit_id, func.max(MachineTextRow.seq))
            .where(MachineTextRow.dispute_id == dispute_id)
            .group_by(MachineTextRow.exhibit_id)
        )
        return dict(self._session.execute(query).tuples().all())

    def _page_kinds(self, dispute_id: str) -> dict[int, str]:
        """Return for what kind of page each reading took its exhibit, as the log says: findings are much longer."""
        query = (
            select(PayloadRow.seq, PayloadRow.payload)
            .join(
                MachineTextRow,
                (MachineTextRow.dispute_id == PayloadRow.dispute_id) & (MachineTextRow.seq == PayloadRow.seq),
            )
            .where(PayloadRow.dispute_id == dispute_id)
        )
        rows = self._session.execute(query).tuples()
        return {seq: str(json.loads(payload).get("page_kind", "")) for seq, payload in rows}

    def _words_of(self, dispute_id: str, seqs: Sequence[int]) -> Iterator[tuple[int, str]]:
        corrected = self._corrected(dispute_id)
        for part in in_parts(seqs):
            query = select(MachineTextRow.seq, MachineTextRow.lines).where(
                MachineTextRow.dispute_id == dispute_id, MachineTextRow.seq.in_(part)
            )
            for seq, lines in self._session.connection().execute(query):
                words = list(_line_words(bytes(lines)))
                for index, said in corrected.get(seq, {}).items():
                    words[index : index + 1] = [said]
                yield seq, "\n".join(words)

    def _corrected(self, dispute_id: str) -> Mapping[int, Mapping[int, str]]:
        query = select(LineCorrectionRow.seq, LineCorrectionRow.line_index, LineCorrectionRow.text)
        found: defaultdict[int, dict[int, str]] = defaultdict(dict)
        for seq, index, text in self._session.execute(query.where(LineCorrectionRow.dispute_id == dispute_id)).tuples():
            found[seq][index] = text
        return found


@lru_cache(maxsize=512)
def _line_words(lines: bytes) -> tuple[str, ...]:
    """Return the words of each line as it is kept: a dispute is worked out anew with each change, its pages stay."""
    return tuple(each["text"] for each in json.loads(lines))
