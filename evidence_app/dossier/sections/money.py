"""What money moved: every row with its exhibit, what counts, and what a loan cost."""

from collections.abc import Iterator

from evidence_app.dossier.blocks import FAINT, SMALL, STRONG, Cell, Link, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.rules.money_ledger import Counting, MoneyLedger, Sums

TIME_COLUMN, AMOUNT_COLUMN, OUTCOME_COLUMN, LINK_COLUMN = 92.0, 104.0, 76.0, 88.0

NOT_COUNTED = {Counting.OWN: "money.own", Counting.TWIN: "money.twin", Counting.REFUND: "money.in_refunds"}


def draw_money(book: Book) -> None:
    """Place the sums, what a loan cost, and a row for each movement."""
    found = book.content.workspace
    if found is None or not found.money.told_rows:
        return
    book.begin_section("money")
    book.flow.place(book.setter.paragraph(book.words("money.what"), FAINT))
    book.facts(_sums(book, found.money), space_before=6)
    head = tuple(book.words(f"money.{key}") for key in ("when", "what_for", "amount", "outcome", "shown"))
    rest = book.setter.sheet.body_width - TIME_COLUMN - AMOUNT_COLUMN - OUTCOME_COLUMN - LINK_COLUMN
    table = Table((TIME_COLUMN, rest, AMOUNT_COLUMN, OUTCOME_COLUMN, LINK_COLUMN), head)
    book.flow.place(book.setter.table(table, list(_rows(book, found.money)), space_before=10))


def _sums(book: Book, money: MoneyLedger) -> Iterator[tuple[str, Cell]]:
    words = book.words
    yield from _claim(book)
    for key, sums in (("received", money.received), ("paid", money.paid), ("refunded", money.refunded)):
        if sums:
            yield words(f"money.{key}"), [Words(_amounts(book, sums), STRONG)]
    if money.others:
        yield words("money.others"), [Words(words("money.others_count", count=money.others))]
    if money.cost is not None:
        rates = {"nominal": f"{money.cost.nominal}%", "effective": f"{money.cost.effective}%"}
        yield words("money.cost"), [Words(words("money.rates", **rates)), Words(words("money.formula"), FAINT)]


def _claim(book: Book) -> Iterator[tuple[str, Cell]]:
    found = book.content.workspace
    if found is None or found.claim is None:
        return
    words, claim = book.words, found.claim
    back = () if claim.is_demanded else (("recovered", claim.recovered), ("open", claim.open))
    for key, amount in (("in_dispute", claim.amount), *back):
        cell: list[Words | Link] = [Words(words.amount(claim.currency, amount), STRONG)]
        shown_by = {"in_dispute": claim.shown_by, "recovered": claim.event_ids}.get(key)
        if shown_by:
            cell += book.links_of_events(shown_by)
        yield words(f"money.{key}"), cell


def _amounts(book: Book, sums: Sums) -> str:
    return book.words.joined(book.words.amount(currency, amount) for currency, amount in sums.items())


def _rows(book: Book, money: MoneyLedger) -> Iterator[Row]:
    for row in money.told_rows:
        book.progress.check()
        each = row.happening
        reference = book.words("chronology.reference", value=each.reference) if each.reference else ""
        what = [Words(part, SMALL) for part in (each.party or each.number, each.text, reference) if part]
        direction = book.words.way(each.kind, each.direction, each.outcome) or book.words.name(each.kind)
        amount = book.words.amount(each.currency, each.amount) if each.amount is not None else "–"
        outcome = [Words(book.words.name(each.outcome), SMALL)] if each.outcome.value else []
        if not row.counts:
            outcome.append(Words(book.words(NOT_COUNTED.get(row.counting, "money.not_counted")), FAINT))
        yield Row(
            (
                [Words(book.when(each), SMALL)],
                what or [Words("–", FAINT)],
                [Words(amount, STRONG if row.counts else SMALL), Words(direction, FAINT)],
                outcome or [Words("–", FAINT)],
                book.links_of_events([each.event_id]),
            )
        )
