"""Page two: the whole case on one page, for a reader who has ten minutes."""

from collections.abc import Iterator, Sequence

from evidence_app.domain.disputes import Basis, Beginning
from evidence_app.domain.events import Event
from evidence_app.domain.workspace import Complaint
from evidence_app.dossier.blocks import (
    BODY,
    FAINT,
    GUTTER,
    SMALL,
    STRONG,
    SUBHEADING,
    Cell,
    Link,
    Piece,
    Row,
    Table,
    Words,
)
from evidence_app.dossier.book import Book, rule_anchor, section_anchor
from evidence_app.dossier.content import span_of_events
from evidence_app.dossier.key_events import Weighing, described
from evidence_app.dossier.page import Strip
from evidence_app.dossier.sections.charts import filing_words
from evidence_app.dossier.sections.standing import answered, last_answer, periods, tried
from evidence_app.rules.findings import RuleFinding, departed_before
from evidence_app.rules.ladder_chart import Filing
from evidence_app.rules.last_demand import demands_of, last_demanding
from evidence_app.rules.law import body
from evidence_app.rules.money_ledger import Counting, MoneyLedger
from evidence_app.rules.promises import by_event

TIME_COLUMN, LINK_COLUMN, PAGE_COLUMN = 104.0, 108.0, 60.0
ALL = 99
ROOM = (
    *((lines, 6, ALL) for lines in (3, 2, 1)),
    *((1, findings, ALL) for findings in (5, 4, 3, 2)),
    *((1, findings, most) for findings, most in ((2, 6), (1, 6), (1, 5), (0, 5), (0, 4))),
)
"""Lines of a key event's text, findings, key events: fewer if the page would overflow, where all are told is said."""

FINDING_LINES = 5
"""Lines of a finding: only what quotes somebody at length has more."""

MOST_FILINGS = 4


def draw_summary(book: Book) -> None:
    """Place who, what, when, how much, what is asked, and the key events."""
    book.begin_section("summary", own_page=True)
    book.facts(_answers(book))
    ending, weightiest = _ending(book), _weightiest(book)
    for lines, findings, most in ROOM:
        strips = [*_key_events(book, lines, weightiest[:most]), *_departures(book, findings), *ending]
        if sum(strip.space_before + strip.height for strip in strips) <= book.flow.remaining:
            break
    book.flow.place(strips)


def _key_events(book: Book, lines: int, chosen: Sequence[Event]) -> list[Strip]:
    width = book.setter.sheet.body_width - TIME_COLUMN - LINK_COLUMN
    rows = [_key_row(book, event, width, lines) for event in book.content.key_events if event in chosen]
    strips = book.setter.table(Table((TIME_COLUMN, width, LINK_COLUMN)), rows)
    none = book.setter.paragraph(book.words("summary.no_key"), FAINT)
    return [*_subheading(book, "summary.key"), *(strips or none)]


def _weightiest(book: Book) -> list[Event]:
    """Return the key events, what says most first, without the answer that is quoted above them."""
    told = last_answer(book)
    events = [each for each in book.content.key_events if each.id not in told] or book.content.key_events
    weighing = Weighing(described(book.content.exhibits), book.content.workspace)
    return sorted(events, key=weighing.weight, reverse=True)


def _departures(book: Book, most: int) -> list[Strip]:
    """Return the first findings, one of each rule, with the page on which it stands: mere counts come last.

    Of those for which there is no room, the titles, with the page of the first of them.
    """
    found = book.content.workspace
    if found is None or not found.disclosed_findings or "findings" not in book.content.sections:
        return []
    of_rules: dict[str, list[RuleFinding]] = {}
    for each in found.disclosed_findings:
        of_rules.setdefault(each.rule.id, []).append(each)
    width = book.setter.sheet.body_width - PAGE_COLUMN
    of_each = sorted(of_rules.values(), key=lambda findings: not findings[0].sources())
    rows = [Row((_departure(book, each, width), [_page_of_rule(book, each[0])])) for each in of_each[:most]]
    if of_each[most:]:
        titles = book.words.joined(_title(book, each) for each in of_each[most:])
        said = Words(book.words("summary.also", titles=titles) if rows else titles)
        first = next(each for each in of_rules.values() if each in of_each[most:])
        rows.append(Row(([said], [_page_of_rule(book, first[0])])))
    note = book.setter.paragraph(book.words("summary.departures"), FAINT)
    for strip in note:
        strip.keep = True
    heading = [*_subheading(book, "section.findings"), *note]
    return [*heading, *book.setter.table(Table((width, PAGE_COLUMN)), rows)]


def _title(book: Book, findings: Sequence[RuleFinding]) -> str:
    title = findings[0].rule.title[book.words.language]
    return book.words("summary.of_rule", title=title, count=len(findings)) if len(findings) > 1 else title


def _departure(book: Book, findings: Sequence[RuleFinding], width: float) -> Cell:
    first, language = findings[0], book.words.language
    said = book.setter.shortened(first.says(language), SMALL, width - GUTTER, lines=FINDING_LINES)
    return [
        Words(_title(book, findings), STRONG),
        Words(said, SMALL),
        *(Words(each[language], FAINT) for each in first.citations()),
    ]


def _page_of_rule(book: Book, finding: RuleFinding) -> Link:
    return Link(book.words("link.page"), rule_anchor(finding.rule.id), SMALL)


def _page_of(book: Book, code: str) -> Link:
    return Link(book.words("link.page"), section_anchor(code), SMALL)


def _ending(book: Book) -> list[Strip]:
    """Return the complainant's own words."""
    statement = book.content.dispute.summary
    if not statement:
        return []
    return [*_subheading(book, "summary.statement"), *book.setter.paragraph(statement, BODY)]


def _subheading(book: Book, key: str) -> list[Strip]:
    strips = book.setter.paragraph(book.words(key), SUBHEADING, space_before=14)
    strips[-1].keep = True
    return strips


def _answers(book: Book) -> Iterator[tuple[str, Cell]]:
    words, dispute = book.words, book.content.dispute
    yield words("summary.who"), [Words(_against(book), STRONG)]
    yield words("summary.what"), [Words(dispute.title, STRONG), Words(words.name(dispute.type))]
    yield words("summary.when"), [Words(_when(book))]
    yield from _since(book)
    yield words("summary.how_much"), [_amount(book), *_back(book)]
    yield words("summary.asked"), _demands(book)
    yield from tried(book)
    yield from _complaints(book)
    yield from answered(book)
    yield from periods(book)
    yield words("summary.status"), [Words(words.name(dispute.status))]


def _against(book: Book) -> str:
    words, dispute = book.words, book.content.dispute
    if not dispute.complainant:
        return words("summary.against_by_nobody", institution=dispute.institution)
    return words("summary.against", complainant=dispute.complainant, institution=dispute.institution)


def _amount(book: Book) -> Words:
    words, dispute = book.words, book.content.dispute
    if dispute.amount is None:
        return Words(words("summary.no_amount"), FAINT)
    return Words(words.amount(dispute.currency, dispute.amount), STRONG)


def _complaints(book: Book) -> Iterator[tuple[str, Cell]]:
    """Yield where it was taken so far, what became of it, and which answers are overdue."""
    found = book.content.workspace
    if found is None or found.charts.ladder is None or "complaints" not in book.content.sections:
        return
    filings = found.charts.ladder.filings
    told = dict.fromkeys(_filing(book, each) for each in filings[:MOST_FILINGS])  # one that was kept twice, once
    cell: list[Piece] = [Words(each) for each in told]
    ran_out = [each for each in filings[:MOST_FILINGS] if _ran_out(each)]
    cited = dict.fromkeys(cited for each in ran_out for cited in each.citations)
    cell += [Words(each[book.words.language], SMALL) for each in cited]
    if len(filings) > MOST_FILINGS:
        cell.append(Words(f"+ {len(filings) - MOST_FILINGS}", SMALL))
    yield book.words("summary.complaints"), [*cell, _page_of(book, "complaints")]


def _filing(book: Book, filing: Filing) -> str:
    said, number = filing_words(book, filing), filing.complaint.reference
    said = book.words("summary.filed_as", filing=said, reference=number) if number else said
    passed_on = filing.complaint.transferred_on
    if passed_on is not None and passed_on <= filing.until:
        said = book.words("summary.passed_on", filing=said, day=passed_on.isoformat())
    if _ran_out(filing):
        first, last = filing.due[0].isoformat(), filing.due[-1].isoformat()
        is_over = filing.until > filing.due[-1]  # the longest is for complex cases: nobody says that this is none
        past = book.words("summary.past", filing=said, day=last)
        return past if is_over else book.words("summary.past_first", filing=said, day=first, last=last)
    return said


def _ran_out(filing: Filing) -> bool:
    """Tell whether a day by which an answer was due is over, and none came."""
    waits = filing.is_open and filing.perhaps_answered is None
    return bool(waits and filing.due and filing.until > filing.due[0])


def _when(book: Book) -> str:
    ends = span_of_events(book.content)
    if ends is None:
        return book.words("summary.no_events")
    first, last = map(book.words.time, ends)
    return first if first == last else book.words("summary.span", first=first, last=last)


def _since(book: Book) -> Iterator[tuple[str, Cell]]:
    """Yield since when it is in dispute and by what that is known; nothing where only the first event is."""
    found, stated = book.content.workspace, book.content.dispute.disputed_since
    began = found.began if found is not None else Beginning(stated, Basis.STATED) if stated else None
    if began is None or began.basis is Basis.FIRST:
        return
    is_late = found is not None and departed_before(found.told_findings, found.happenings, began.day)
    if is_late and began.basis is not Basis.STATED:  # what departs from a standard shows the trouble, too
        return
    said = Words(book.words(f"summary.since_{began.basis.value}", day=began.day.isoformat()))
    told = [each for each in began.event_ids if each in book.content.events_by_id]
    shown = book.links_of_events(told) if told else []
    yield book.words("summary.since"), [said, *shown]


def _back(book: Book) -> Cell:
    """Return how much of the amount came back and how much is open; of one that is demanded, the refunds."""
    found, words = book.content.workspace, book.words
    claim = found.claim if found is not None else None
    if found is not None and claim is not None and claim.is_demanded:
        return _refunded(book, found.money)
    if claim is None or not (claim.recovered or claim.unclear):
        return []
    back, left = (words.amount(claim.currency, each) for each in (claim.recovered, claim.open))
    said = f"{words('money.recovered')} {back} · {words('money.open')} {left}"
    cell: list[Words | Link] = [Words(said), *book.links_of_events(claim.event_ids)]
    if claim.unclear:
        cell.append(Words(f"{words('money.unclear')} {words.amount(claim.currency, claim.perhaps)}"))
        cell += book.links_of_events([each.event_id for each in claim.unclear])
    return cell


def _refunded(book: Book, money: MoneyLedger) -> Cell:
    """Return what was refunded of a purchase that is demanded all the same: nobody says whose money is open then."""
    refunds = [row.happening.event_id for row in money.rows if row.counting is Counting.REFUND]
    if not refunds or not money.refunded:
        return []
    total = book.words.joined(book.words.amount(*each) for each in money.refunded.items())
    return [Words(f"{book.words('money.refunded')} {total}"), *book.links_of_events(refunds)]


def _demands(book: Book) -> Cell:
    """Return what is asked: as the person states it, else as the newest filing asked it, with where that was."""
    demands = book.content.dispute.demands
    if demands:
        return _numbered(demands)
    found = book.content.workspace
    filing = last_demanding(found.stated.complaints) if found is not None else None
    if filing is None:
        return [Words(book.words("summary.no_demand"), FAINT)]
    return [*_numbered(demands_of(filing)), *_asked_where(book, filing)]


def _numbered(demands: Sequence[str]) -> Cell:
    return [Words(f"{number}. {demand}") for number, demand in enumerate(demands, 1)]


def _asked_where(book: Book, filing: Complaint) -> Cell:
    """Return in which filing it was asked; of one that the dossier does not tell of only that it was in one."""
    if "complaints" not in book.content.sections:
        return [Words(book.words("summary.asked_in_some_filing"), FAINT)]
    name = book.named(body(filing.body) or filing.body)
    if filing.filed_on is None:
        return [Words(book.words("summary.asked_in_filing_undated", body=name), FAINT), _page_of(book, "complaints")]
    said = book.words("summary.asked_in_filing", day=filing.filed_on.isoformat(), body=name)
    return [Words(said, FAINT), _page_of(book, "complaints")]


def _key_row(book: Book, event: Event, width: float, most: int) -> Row:
    time: list[Piece] = [Words(book.words.time(event))]
    said = book.words.in_short(event, book.exhibits_of(event))
    head = book.words.joined((said[0], *book.who(event), _became(book, event)))
    style_lines = [(head, FAINT, min(2, most))]
    style_lines += [(part, BODY, most) for part in said[1:3]]
    what = [
        Words(book.setter.shortened(text, style, width - GUTTER, lines=lines), style)
        for text, style, lines in style_lines
    ]
    return Row((time, what, _links(book, event)))


def _became(book: Book, event: Event) -> str:
    """Return what became of a promise, where somebody said it."""
    found = book.content.workspace
    day = by_event(found.promises).get(event.id) if event.promise and found is not None else None
    return book.words.within(day.state) if day is not None and day.state.value else ""


def _links(book: Book, event: Event) -> Cell:
    links = book.exhibit_links(event)
    return [*links[:2], Words(f"+ {len(links) - 2}", SMALL)] if len(links) > 3 else links
