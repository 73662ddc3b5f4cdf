"""What the timeline departs from: each finding with its source, the day it was checked, its limits and its exhibits."""

from collections.abc import Iterator

from evidence_app.dossier.blocks import BODY, FAINT, SMALL, STRONG, Cell, Piece, Row, Table, Words
from evidence_app.dossier.book import Book, rule_anchor
from evidence_app.rules.findings import RuleFinding

RULE_COLUMN, LINK_COLUMN = 36.0, 108.0


def draw_findings(book: Book) -> None:
    """Place a row for each finding that nobody left out, and say how many were; reminders are for the person alone."""
    found = book.content.workspace
    if found is None or not found.disclosed_findings:
        return
    book.begin_section("findings")
    book.flow.place(book.setter.paragraph(book.words("findings.what"), FAINT))
    head = tuple(book.words(f"findings.{key}") for key in ("rule", "finding", "shown"))
    table = Table((RULE_COLUMN, book.setter.sheet.body_width - RULE_COLUMN - LINK_COLUMN, LINK_COLUMN), head)
    book.flow.place(book.setter.table(table, list(_rows(book, found.disclosed_findings)), space_before=8))
    if found.unplaced:
        book.flow.place(book.setter.paragraph(book.words("findings.numbers"), FAINT, space_before=6))
    left_out = sum(not each.is_reminder for each in found.findings) - len(found.disclosed_findings)
    if left_out:
        book.flow.place(book.setter.paragraph(book.words("findings.left_out", count=left_out), FAINT, space_before=6))


def _rows(book: Book, findings: tuple[RuleFinding, ...]) -> Iterator[Row]:
    begun = set[str]()
    for finding in findings:
        book.progress.check()
        anchor = "" if finding.rule.id in begun else rule_anchor(finding.rule.id)
        begun.add(finding.rule.id)
        yield Row(([Words(finding.rule.id, STRONG)], _words(book, finding), _shown(book, finding)), anchor)


def _shown(book: Book, finding: RuleFinding) -> Cell:
    """Return what shows a finding, and what of it is the complainant's own word."""
    if finding.tells_words:
        return book.links_of_words(finding.event_ids, judges=True)
    links = book.links_of_events(finding.event_ids)
    return [*links, Words(book.words(f"link.{finding.own_word}"), FAINT)] if finding.own_word else links


def _words(book: Book, finding: RuleFinding) -> Cell:
    language = book.words.language
    pieces: list[Piece] = [Words(finding.rule.title[language], STRONG), Words(finding.says(language), BODY)]
    pieces += [Words(each[language], SMALL) for each in finding.citations()]
    counted = book.words.sentences((finding.formula(language), finding.limits(language)))
    return [*pieces, Words(counted, FAINT)]
