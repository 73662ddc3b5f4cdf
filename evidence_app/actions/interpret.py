"""Making something of machine-read text with what the vault knows of an exhibit besides its pixels."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from evidence_app.actions.call_years import with_years
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText, carried_corrections
from evidence_app.domain.suggestions import Findings
from evidence_app.domain.times import (
    DAY_IN_NAME,
    LOW_CONFIDENCE,
    EventTime,
    Precision,
    TimeMeaning,
    TimeSource,
    instant,
)
from evidence_app.errors import InputProblem
from evidence_app.reading.interpreting import NO_TIMES, interpret
from evidence_app.reading.layout.page import END_OF_DAY, Around, Page
from evidence_app.rules.territories import home_of
from evidence_app.vault.reading import Catalog

EXACT_ENOUGH = frozenset({Precision.SECOND, Precision.MINUTE, Precision.DAY})
"""Times of pictures from which "yesterday" and weekdays can be reckoned."""

ANOTHER_ZONE = timedelta(days=1)
"""By how much a file may seem older than a day that its name says, because it was made in another zone."""

FIRST_SCREENSHOTS = 2007
"""The year of the first phones that take pictures of their screen: an earlier date is a clock that was not set."""


def interpreted(
    catalog: Catalog,
    exhibit: Exhibit,
    text: MachineText,
    sizes: Sequence[tuple[int, int]],
    times: Mapping[int, EventTime] = NO_TIMES,
) -> Findings:
    """Return what can be made of an exhibit's text; ``sizes`` are width and height of its pages.

    Lines that people corrected in an earlier reading count as corrected. ``times`` are those of events, by their index,
    that other pictures say.
    Raises InputProblem("interpreting-failed") for a page that a recogniser stumbles over.
    """
    before = catalog.machine_text(exhibit.id)
    corrections = carried_corrections(before.lines, text.lines) if before else {}
    pages = _pages(_as_corrected(text.lines, corrections), sizes, _around(catalog, exhibit))
    try:
        return with_years(catalog, exhibit.dispute_id, interpret(pages, times))
    except Exception as error:  # whatever a page drives a recogniser to, its text is kept and the next page is read
        raise InputProblem("interpreting-failed", name=exhibit.label, reason=type(error).__name__) from error


def _around(catalog: Catalog, exhibit: Exhibit) -> Around:
    """Return what is known of an exhibit besides its pixels."""
    dispute, event = catalog.dispute(exhibit.dispute_id), catalog.document_event(exhibit.id)
    captured = captured_at(event.time, dispute.zone) if event else None
    made_by = made_by_at(event.time, dispute.zone) if event else None
    named = day_in_name(event.time, dispute.zone) if event and captured is None else None
    names = (dispute.institution, *dispute.aliases)
    return Around(home_of(dispute), captured or named, names, made_by, loosely=named is not None)


def captured_at(time: EventTime, home: ZoneInfo) -> datetime | None:
    """Return the wall time at which a picture was taken, the last that may be meant; None if the day is not known.

    When a file was saved or changed says nothing of it, nor does the clock that was read off the picture itself.
    """
    reading = time.happened
    if reading is None or reading.meaning is not TimeMeaning.HAPPENED or reading.source is TimeSource.SCREEN:
        return None
    at = instant(reading, home)
    if at is None or reading.precision not in EXACT_ENOUGH or reading.confidence < LOW_CONFIDENCE:
        return None
    wall = at.replace(tzinfo=None)
    return datetime.combine(wall, END_OF_DAY) if reading.precision is Precision.DAY else wall


def day_in_name(time: EventTime, home: ZoneInfo) -> datetime | None:
    """Return the last moment of a day that stands somewhere in a file's name: 陈主管20261110.png.

    Somebody wrote it there, most often because the picture is of that day. None where a person decided otherwise, and
    where the file was saved or changed before it.
    """
    named = [each for each in time.readings if each.origin == DAY_IN_NAME and each.source is TimeSource.FILENAME]
    if time.decided or not named or named[0].wall is None:
        return None
    made_by, day = made_by_at(time, home), named[0].wall
    if made_by is not None and made_by < day - ANOTHER_ZONE:
        return None
    return datetime.combine(day, END_OF_DAY)


def made_by_at(time: EventTime, home: ZoneInfo) -> datetime | None:
    """Return the wall time by which a picture was taken: its file was saved or changed then. None if nothing says so.

    Copying changes it, so that it may be long after: it only bounds a year, never says when.
    """
    bounds = (
        at.replace(tzinfo=None)
        for reading in time.readings
        if (reading.confidence >= LOW_CONFIDENCE or reading.meaning is not TimeMeaning.HAPPENED)
        and reading.source is not TimeSource.SCREEN
        and reading.precision in EXACT_ENOUGH
        and (at := instant(reading, home)) is not None
        and at.year >= FIRST_SCREENSHOTS
    )
    return min(bounds, default=None)


def _as_corrected(lines: Sequence[MachineLine], corrections: Mapping[int, str]) -> list[MachineLine]:
    """Return lines that say what people read in them."""
    return [replace(line, text=corrections.get(index, line.text)) for index, line in enumerate(lines)]


def _pages(lines: Sequence[MachineLine], sizes: Sequence[tuple[int, int]], around: Around) -> list[Page]:
    by_page: defaultdict[int, list[MachineLine]] = defaultdict(list)
    for line in lines:
        by_page[line.page_index].append(line)
    return [Page(tuple(by_page[index]), *size, around, index) for index, size in enumerate(sizes)]
