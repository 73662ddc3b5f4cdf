"""What money moved: every row with its exhibit, what counts, and what a loan cost."""

from collections.abc import Iterable, Iterator

from evidence_app.domain.attempts import attempt_of
from evidence_app.domain.happenings import Happening
from evidence_app.dossier.blocks import FAINT, SMALL, STRONG, Cell, Link, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.phrases import Language
from evidence_app.rules.cost_of_credit import told_rate
from evidence_app.rules.money_ledger import Counting, MoneyLedger, Sums, totals
from evidence_app.rules.reference_lines import Comparison

TIME_COLUMN, AMOUNT_COLUMN, OUTCOME_COLUMN, LINK_COLUMN = 92.0, 104.0, 76.0, 88.0

NOT_COUNTED = {Counting.OWN: "money.own", Counting.TWIN: "money.twin", Counting.REFUND: "money.in_refunds"}
NOT_COUNTED |= {Counting.ELSEWHERE: "money.elsewhere_row", Counting.UNNAMED: "money.unnamed_row"}
NOT_COUNTED |= {Counting.HELD_BACK: "money.held_back_row", Counting.MAYBE_HELD: "money.maybe_held_row"}


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
    for each in money.elsewhere:
        said = words("money.elsewhere_to", name=each.name, amount=_amounts(book, each.paid))
        yield words("money.elsewhere"), [Words(said, STRONG), *book.links_of_events(each.event_ids)]
    if money.unnamed:
        said = words("money.unnamed_sum", amount=_amounts(book, totals(money.unnamed)))
        yield words("money.unnamed"), [Words(said, STRONG), *_links(book, money.unnamed)]
    if money.others:
        yield words("money.others"), [Words(words("money.others_count", count=money.others))]
    if money.fees:
        yield words("money.fees"), [Words(_amounts(book, totals(money.fees)), STRONG), *_links(book, money.fees)]
    yield from _loan(book, money)
    if money.overdue:
        unpaid = Words(_amounts(book, totals(money.overdue)), STRONG)
        yield words("money.overdue"), [unpaid, *_links(book, money.overdue)]


def _loan(book: Book, money: MoneyLedger) -> Iterator[tuple[str, Cell]]:
    """Yield what was stated of the loan beside what was received, and what it cost by which rows."""
    found, words, rows = book.content.workspace, book.words, money.loan
    terms, said = (found.stated.loan, found.principal_shown) if found else (None, ())
    if terms is not None and terms.principal is not None:
        principal = Words(words.amount(terms.currency, terms.principal), STRONG)
        yield words("money.principal"), [principal, *book.links_of_events(said)]
    if rows.paid_out:
        yield (
            words("money.paid_out"),
            [Words(_amounts(book, totals(rows.paid_out)), STRONG), *_links(book, rows.paid_out)],
        )
    if (held := rows.held_back(terms.principal, terms.currency) if terms else None) is not None and terms is not None:
        by = (*said, *(each.event_id for each in rows.paid_out)) if said else ()
        yield words("money.held_back"), [Words(words.amount(terms.currency, held)), *book.links_of_events(by)]
    if any(each not in rows.undecided for each in rows.fees):
        yield words("money.loan_fees"), _fees_of_loan(book, money)
    if money.cost is not None:
        rates = {"nominal": told_rate(money.cost.nominal), "effective": told_rate(money.cost.effective)}
        basis = words("money.basis", paid=len(rows.paid), to_come=len(rows.to_come))
        formula = words("money.formula_days" if money.cost.by_days else "money.formula")
        yield words("money.cost"), [Words(words("money.rates", **rates)), Words(basis, FAINT), Words(formula, FAINT)]
    missing = [each for each in found.loan_questions if each.is_of_cost] if found is not None and terms else []
    if missing:
        yield words("money.cost"), [Words(each.says(words.language), FAINT) for each in missing]
    if found is not None and found.comparison is not None:
        yield words("money.reference"), list(_reference(found.comparison, words.language))


def _fees_of_loan(book: Book, money: MoneyLedger) -> Cell:
    """Return what its fees are together, paid, held back and to come, with what shows each."""
    rows = money.loan
    cell: list[Words | Link] = []
    for key, among in (
        ("fees_paid", rows.paid),
        ("fees_held_back", rows.deducted),
        ("fees_to_come", rows.to_come),
    ):
        fees = [each for each in rows.fees if each in among]
        if fees:
            cell.append(Words(book.words(f"money.{key}", amount=_amounts(book, totals(fees))), STRONG))
            cell += _links(book, fees)
    return cell


def _reference(comparison: Comparison, language: Language) -> Iterator[Words]:
    """Yield the rates that the cost is compared with, each with its source, or why with none."""
    if comparison.why is not None:
        yield Words(comparison.says(language), SMALL)
    for line in comparison.lines:
        yield Words(line.says(language))
        yield from (Words(each[language], FAINT) for each in line.citations())


def _links(book: Book, happenings: Iterable[Happening]) -> Cell:
    return book.links_of_events([each.event_id for each in happenings])


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
    if claim.unclear:
        yield words("money.unclear"), [Words(words.amount(claim.currency, claim.perhaps)), *_links(book, claim.unclear)]


def _amounts(book: Book, sums: Sums) -> str:
    return book.words.joined(book.words.amount(currency, amount) for currency, amount in sums.items())


def _rows(book: Book, money: MoneyLedger) -> Iterator[Row]:
    for row in money.told_rows:
        book.progress.check()
        each = row.happening
        reference = book.words("chronology.reference", value=each.reference) if each.reference else ""
        what = [Words(part, SMALL) for part in (each.party or each.number, each.text, reference) if part]
        tried = attempt_of(each.kind, each.direction, each.outcome, each.text)
        direction = book.words.way(each.kind, each.direction, each.outcome) or book.words.name(each.kind)
        amount = book.words.amount(each.currency, each.amount) if each.amount is not None else "–"
        outcome = [Words(book.words.name(tried or each.outcome), SMALL)] if each.outcome.value else []
        if row.is_described:
            what.append(Words(book.words("money.described"), FAINT))
        if not row.counts:
            outcome.append(Words(book.words(NOT_COUNTED.get(row.counting, "money.not_counted")), FAINT))
        yield Row(
            (
                [Words(book.when(each), SMALL)],
                what or [Words("–", FAINT)],
                [Words(amount, STRONG if row.counts else SMALL), *([] if tried else [Words(direction, FAINT)])],
                outcome or [Words("–", FAINT)],
                book.links_of_events([each.event_id]),
            )
        )
