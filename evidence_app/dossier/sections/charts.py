"""The timeline in pictures, drawn as vectors from the same numbers as in the window."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from evidence_app.day_words import days_words
from evidence_app.dossier.blocks import FAINT, FINE_FAINT, SUBHEADING, Cell, Link, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.dossier.page import Box, Frame, Operation, Rule, Strip, Text
from evidence_app.rules.charts import OTHERS, ContactsOverTime, HeatMap, MoneyOverTime, is_contact
from evidence_app.rules.ladder_chart import Filing, LadderChart, Lateness

if TYPE_CHECKING:
    from evidence_app.rules.workspace import Workspace

HOUR_WIDTH, DAY_HEIGHT, LABEL_WIDTH = 17.0, 9.0, 58.0
TALLEST_DAYS = 56
"""Rows of a heat map: more days are put together, so that it fits on a page."""

LIGHTEST, DARKEST = 0.88, 0.1
QUIET_GREY = 0.955
BAR_HEIGHT, BAR_GAP = 46.0, 12.0
LEAST_BARS, TWO_DATES = 24, 90.0
"""Room for bars there is in a row: one message alone is no black square. Below two dates' width they are one text."""

MONEY_TOP, MONEY_HEIGHT = 14.0, 96.0
LINE, RECEIVED_GREY, PAID_GREY = 1.6, 0.1, 0.6
MOST_LINKS, LINKS_IN_A_ROW, TOLD_WIDTH = 12, 4, 50.0
"""Exhibits that are named above a chart, beside each other."""

FILINGS_ON_A_PAGE = 12
"""Bars of complaints that are kept together with the days below them."""

WAIT_TOP, WAIT_HEIGHT, WAIT_GAP, DUE_WIDTH = 14.0, 9.0, 8.0, 1.0
DATE_BELOW, DATE_WIDTH = 9.0, 40.0
"""Under a line where an answer was due, its day: without it a paper reader has to measure."""
WAIT_GREYS = {Lateness.IN_TIME: 0.84, Lateness.EXTENDED: 0.62, Lateness.LATE: 0.2}


def draw_charts(book: Book) -> None:
    """Place what there is to draw."""
    found = book.content.workspace
    if found is None or found.charts.is_empty:
        return
    strips = book.heading_here("charts")
    if found.unplaced and (found.charts.contacts or found.charts.contacts_over_time):
        note = book.setter.paragraph(book.words("findings.numbers"), FAINT)
        for strip in note:
            strip.keep = True
        strips += note
    book.flow.place([*strips, *_pictures(book, found)])


def _pictures(book: Book, found: "Workspace") -> Iterator[Strip]:
    """Yield the charts, each with its title: that of the section stands on the page of the first one, however tall."""
    charts = found.charts
    contacts = [each for each in found.happenings if each.event_id in found.theirs and is_contact(each)]
    if charts.contacts is not None:
        shown = [each.event_id for each in contacts if each.clock_at is not None]
        yield from _titled(book, "charts.heat", _heat_note(book, charts.contacts), shown)
        yield _heat(book, charts.contacts)
    if charts.contacts_over_time is not None:
        yield from _titled(book, "charts.contacts", "", [each.event_id for each in contacts if each.day is not None])
        yield from _bars(book, charts.contacts_over_time)
    if charts.money is not None:
        yield from _titled(book, "charts.money", book.words("charts.money_note"), charts.money.event_ids)
        yield _money(book, charts.money)
    if charts.ladder is not None:
        filed = [each.complaint for each in charts.ladder.filings]
        shown = [id_ for each in filed for id_ in (each.event_id, *each.reply_ids)]
        yield from _titled(book, "charts.ladder", _ladder_note(book, charts.ladder), shown)
        yield from _filings(book, charts.ladder)


def _titled(book: Book, key: str, note: str, event_ids: Iterable[str]) -> list[Strip]:
    """Return what stands above a chart, on its page: the title, what its marks mean, the exhibits that it rests on."""
    title = book.setter.paragraph(book.words(key), SUBHEADING, space_before=14)
    told = book.setter.paragraph(note, FAINT) if note else []
    shown = book.setter.table(*_shown(book, event_ids))
    for strip in [*title, *told, *shown]:
        strip.keep = True
    return [*title, *told, *shown]


def _shown(book: Book, event_ids: Iterable[str]) -> tuple[Table, list[Row]]:
    """Return links to the exhibits that show some events, beside each other, and how many more there are of both.

    No row where no exhibit shows any.
    """
    told = book.links_of_events(event_ids, MOST_LINKS)
    pieces = told if any(isinstance(each, Link) for each in told) else ()
    step = (book.setter.sheet.body_width - TOLD_WIDTH) / LINKS_IN_A_ROW
    table = Table((TOLD_WIDTH, *[step] * LINKS_IN_A_ROW), ruled=False, padding=0)
    rows = []
    for first in range(0, len(pieces), LINKS_IN_A_ROW):
        cells: list[Cell] = [[each] for each in pieces[first : first + LINKS_IN_A_ROW]]
        label: Cell = [Words(book.words("charts.shown"), FAINT)] if first == 0 else []
        rows.append(Row((label, *cells, *[[]] * (LINKS_IN_A_ROW - len(cells)))))
    return table, rows


# -- contacts by day and hour ------------------------------------------------------------------------------------------


def _heat_note(book: Book, heat: HeatMap) -> str:
    """Return for how many contacts the darkest field stands, and what the grey ground means."""
    most = max(max(counts) for _, counts in heat.rows(TALLEST_DAYS))
    return book.words.sentences(filter(None, (book.words("charts.darkest", most=most), _quiet_note(book, heat))))


def _quiet_note(book: Book, heat: HeatMap) -> str:
    if heat.quiet_from is None or heat.quiet_to is None or heat.citation is None:
        return ""
    facts = {"from": f"{heat.quiet_from:%H:%M}", "to": f"{heat.quiet_to:%H:%M}"}
    return book.words("charts.quiet", **facts, source=heat.citation[book.words.language])


def _heat(book: Book, heat: HeatMap) -> Strip:
    """Return a grid of days and hours; the darker, the more contacts; hours of quiet lie on grey."""
    rows = heat.rows(TALLEST_DAYS)
    left = book.setter.sheet.margin + LABEL_WIDTH
    operations: list[Operation] = [
        Text(left + hour * HOUR_WIDTH, 7.0, f"{hour:02}", FINE_FAINT) for hour in range(0, 24, 2)
    ]
    top, most = 10.0, max(max(counts) for _, counts in rows)
    for index, (day, counts) in enumerate(rows):
        y = top + index * DAY_HEIGHT
        if index % 7 == 0 or len(rows) <= 14:
            operations.append(Text(book.setter.sheet.margin, y + 7, day.isoformat(), FINE_FAINT))
        for hour, count in enumerate(counts):
            grey = _grey(count, most) if count else QUIET_GREY if heat.is_quiet(hour) else None
            if grey is not None:
                operations.append(Box(left + hour * HOUR_WIDTH, y, HOUR_WIDTH - 0.6, DAY_HEIGHT - 0.6, grey))
    height = len(rows) * DAY_HEIGHT
    operations.append(Frame(left, top, 24 * HOUR_WIDTH, height))
    return Strip(top + height + 6, operations)


def _grey(count: int, most: int) -> float:
    return LIGHTEST - (LIGHTEST - DARKEST) * count / most


# -- contacts by sender ------------------------------------------------------------------------------------------------


def _bars(book: Book, chart: ContactsOverTime) -> Iterator[Strip]:
    """Yield a row of bars for each sender, all to one scale."""
    most = max(max(series.counts) for series in chart.series)
    for series in chart.series:
        sender = series.sender or (book.words("charts.others") if series.sender == OTHERS else "")
        count, key = sum(series.counts), f"charts.series_{series.kind.value}"
        label = book.words(key, sender=sender, count=count, peak=_peak(book, chart, series.counts))
        yield _bar_row(book, label, series.counts, most, chart)


def _peak(book: Book, chart: ContactsOverTime, counts: Sequence[int]) -> str:
    """Return for how many the tallest bar stands: without it, bars on paper have no measure."""
    if sum(counts) == max(counts):
        return ""
    days = days_words(chart.days, book.words.language)
    return book.words("charts.peak_day" if chart.days == 1 else "charts.peak_days", days=days, most=max(counts))


def _bar_row(book: Book, label: str, counts: Sequence[int], most: int, chart: ContactsOverTime) -> Strip:
    left, width = book.setter.sheet.margin, book.setter.sheet.body_width
    step = width / max(len(counts), LEAST_BARS)
    shown = book.setter.shortened(label, FAINT, width)
    operations: list[Operation] = [Text(left, 9, shown, FAINT)]
    base = 12 + BAR_HEIGHT
    for index, count in enumerate(counts):
        height = BAR_HEIGHT * count / most
        if count:
            operations.append(Box(left + index * step, base - height, max(step - 1, 0.5), height, 0.35))
    operations.append(Rule(left, base, width))
    last = chart.last
    first, end = chart.first.isoformat(), step * len(counts)
    if end > TWO_DATES:
        operations.append(Text(left + end, base + 8, last.isoformat(), FINE_FAINT, align=1.0))
    elif last != chart.first:
        first = f"{first} – {last.isoformat()}"
    operations.append(Text(left, base + 8, first, FINE_FAINT))
    return Strip(base + BAR_GAP, operations)


# -- money -------------------------------------------------------------------------------------------------------------


def _money(book: Book, chart: MoneyOverTime) -> Strip:
    """Return what had been received and paid by each day, as lines of steps: received dark, paid light."""
    left, width = book.setter.sheet.margin, book.setter.sheet.body_width
    first, last = chart.points[0].day, chart.points[-1].day
    most = max(max(point.received, point.paid) for point in chart.points) or Decimal(1)
    area = Frame(left, MONEY_TOP, width, MONEY_HEIGHT)
    base = area.y + area.height
    operations: list[Operation] = [
        Text(left, 8, book.words.amount(chart.currency, most), FINE_FAINT),
        Rule(left, area.y, width),
        Rule(left, base, width),
    ]
    for amounts, grey in (
        ([point.paid for point in chart.points], PAID_GREY),
        ([point.received for point in chart.points], RECEIVED_GREY),
    ):
        operations += _steps(area, chart, [float(amount / most) for amount in amounts], grey)
    ends = (
        book.words.amount(chart.currency, chart.points[-1].received),
        book.words.amount(chart.currency, chart.points[-1].paid),
    )
    told = book.words("charts.money_ends", received=ends[0], paid=ends[1])
    operations.append(Text(left + width * chart.place(first), base + 9, first.isoformat(), FINE_FAINT))
    if last != first:
        operations.append(Text(left + width * chart.place(last), base + 9, last.isoformat(), FINE_FAINT, align=1.0))
    return Strip(base + 26, [*operations, Text(left, base + 20, told, FAINT)])


def _steps(area: Frame, chart: MoneyOverTime, heights: Sequence[float], grey: float) -> Iterator[Operation]:
    """Yield a line that begins at nothing and rises on each day to its height, a part of the area's."""
    x = area.x
    low = area.y + area.height
    for point, height in zip(chart.points, heights, strict=True):
        reach = area.x + area.width * chart.place(point.day)
        high = area.y + area.height * (1 - height)
        yield Box(x, low - LINE / 2, reach - x, LINE, grey)
        yield Box(reach - LINE / 2, high - LINE / 2, LINE, low - high + LINE, grey)
        x, low = reach, high
    yield Box(x, low - LINE / 2, area.x + area.width - x, LINE, grey)


# -- complaints --------------------------------------------------------------------------------------------------------


def _ladder_note(book: Book, chart: LadderChart) -> str:
    told = [book.words("charts.ladder_note")] if any(filing.due for filing in chart.filings) else []
    told += [book.words("charts.source", source=each[book.words.language]) for each in chart.citations]
    return book.words.sentences(told)


def _filings(book: Book, chart: LadderChart) -> Iterator[Strip]:
    """Yield a bar for each complaint, from its filing to its answer or today, with lines where answers were due."""
    left, width = book.setter.sheet.margin, book.setter.sheet.body_width

    def x(day: date) -> float:
        return left + width * chart.place(day)

    for filing in chart.filings:
        label = book.setter.shortened(filing_words(book, filing), FAINT, width)
        operations: list[Operation] = [Text(left, 9, label, FAINT)]
        for part in filing.stretches():
            begin, end = x(part.first), x(part.last)
            operations.append(Box(begin, WAIT_TOP, end - begin, WAIT_HEIGHT, WAIT_GREYS[part.lateness]))
        operations += [Box(x(day), WAIT_TOP - 1, DUE_WIDTH, WAIT_HEIGHT + 3, 0.0) for day in filing.due]
        base = WAIT_TOP + WAIT_HEIGHT + 2
        ends = _ends(chart) if filing is chart.filings[-1] else ()
        dates = list(_dates(filing.due, x, base + DATE_BELOW, ends))
        operations += [Rule(left, base, width), *dates]
        room = DATE_BELOW if dates else 0
        yield Strip(base - 2 + WAIT_GAP + room, operations, keep=len(chart.filings) <= FILINGS_ON_A_PAGE)


def _ends(chart: LadderChart) -> tuple[date, ...]:
    """Return the days between which a chart stands: under its last bar, beside those of the lines."""
    return tuple(dict.fromkeys((chart.first, chart.last)))


def _dates(due: Sequence[date], x: Callable[[date], float], y: float, ends: Sequence[date] = ()) -> Iterator[Operation]:
    """Yield the days of upright lines below these, and of a chart's ends, none over another; an end gives way."""
    taken: list[tuple[float, float]] = []
    for day in [*sorted(due), *(each for each in ends if each not in due)]:
        is_first = day in ends[:1] and day not in due
        left = x(day) if is_first else x(day) - DATE_WIDTH
        if all(left >= right or left + DATE_WIDTH <= begin for begin, right in taken):
            taken.append((left, left + DATE_WIDTH))
            yield Text(
                x(day) if is_first else x(day) + DUE_WIDTH,
                y,
                day.isoformat(),
                FINE_FAINT,
                align=0.0 if is_first else 1.0,
            )


def filing_words(book: Book, filing: Filing) -> str:
    """Return with whom a complaint was filed, when, and what became of it."""
    words = book.words
    name = book.named(filing.body or filing.complaint.body)
    facts = {"body": name, "filed": filing.filed.isoformat(), "days": days_words(filing.days, words.language)}
    if filing.answered is not None:
        key = "answered" if filing.days else "same_day"
        return words(f"charts.filing_{key}", **facts, answered=filing.answered.isoformat())
    if filing.perhaps_answered is not None and filing.perhaps_answered.day is not None:
        return words("charts.filing_perhaps", **facts, answered=filing.perhaps_answered.day.isoformat())
    if filing.was_answered_on_the_way:
        return words(f"charts.filing_not_final{'' if filing.days else '_new'}", **facts)
    if filing.is_open:
        key = "open" if filing.days else "new"
        return words(f"charts.filing_{key}{'_final' * filing.has_news}", **facts)
    if filing.complaint.is_only_shown:
        return words("charts.filing_shown", **facts)
    return words("charts.filing_ended", **facts, outcome=words.within(filing.complaint.outcome))
