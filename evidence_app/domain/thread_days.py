"""Days that pictures of one thread tell differently, and which of them is better founded. Pure.

A time of day alone between messages is mostly of the picture's own day. But an app that writes that day out does not
mean it by a time alone further up, and which it is, only a picture further down may show. And where one picture shows
the day itself, another's that shows the time alone is of that day.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from evidence_app.domain.continuity import CARRIED_OVER, Picture, Said
from evidence_app.domain.times import ClockReading, EventTime, Precision, choose

LESS_SURE = 10
"""What is taken off the confidence of the worse founded of two days, and off that of one that follows from others."""

_NAMES_DAY = re.compile(
    r"\d\s?[月/.-]\s?\d|\d\s?(?:st|nd|rd|th)\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I
)
"""Words that name the month and day themselves, as 昨天 and 周三 do not."""


@dataclass(frozen=True, slots=True)
class TwoDays:
    """What pictures say of one message: the time that is better founded, and the one that contradicts it."""

    better: ClockReading
    worse: ClockReading


def with_both(time: EventTime, days: TwoDays) -> EventTime:
    """Return a time with both readings, the better founded one chosen: a person may decide otherwise."""
    better = next((each for each in time.readings if each.wall == days.better.wall), days.better)
    worse = days.worse._replace(confidence=max(0, min(days.worse.confidence, better.confidence - LESS_SURE)))
    others = [each for each in time.readings if each.wall not in (worse.wall, better.wall)]
    return choose([*others, better, worse])


def days_told(pictures: Sequence[Picture]) -> dict[str, TwoDays]:
    """Return what pictures say of messages of which one shows the time of day only, and the others another day."""
    found: dict[str, TwoDays] = {}
    alone = [picture for picture in pictures if any(each.is_clock_alone for each in picture.said)]
    showing = _showing(pictures) if alone else {}
    for picture in alone:
        joined = _joined(picture, showing)
        for each, better in (*_shown_elsewhere(picture, joined), *_not_of_today(picture, joined)):
            if each.reading is not None and each.event_id:
                found.setdefault(each.event_id, TwoDays(better, each.reading))
    return found


def _showing(pictures: Sequence[Picture]) -> dict[str, dict[int, Picture]]:
    """Return which pictures show an event, by the place that each has among all."""
    showing: defaultdict[str, dict[int, Picture]] = defaultdict(dict)
    for place, picture in enumerate(pictures):
        for each in picture.said:
            if each.event_id:
                showing[each.event_id][place] = picture
    return showing


def _joined(picture: Picture, showing: Mapping[str, Mapping[int, Picture]]) -> list[Picture]:
    """Return the other pictures that show an event of a picture, in their order."""
    near = {place: other for each in picture.said for place, other in showing.get(each.event_id, {}).items()}
    return [near[place] for place in sorted(near) if near[place] is not picture]


def _shown_elsewhere(picture: Picture, joined: Sequence[Picture]) -> Iterator[tuple[Said, ClockReading]]:
    """Yield messages below a time alone whose day another picture shows, and all others below the same time."""
    days = {
        each.event_id: each.reading
        for other in joined
        for each in other.said
        if each.reading is not None and not each.is_clock_alone
    }
    told: dict[datetime, ClockReading] = {}
    for each in picture.said:
        better = days.get(each.event_id)
        if each.is_clock_alone and each.at and better and better.wall and _is_other_day(each.at, better):
            told.setdefault(each.at, better)
    for each in picture.said:
        if each.is_clock_alone and each.at in told:
            yield each, _carried(told[each.at])


def _not_of_today(picture: Picture, joined: Sequence[Picture]) -> Iterator[tuple[Said, ClockReading]]:
    """Yield messages below a time alone that is not of the day of the picture, because a joined one writes that out."""
    today = picture.captured
    last = max((_last_above_today(picture, other) for other in joined if other.captured == today), default=-1)
    if today is None or last < 0:
        return
    above: ClockReading | None = None
    until = picture.said[last].at
    for index, each in enumerate(picture.said):
        if each.reading is not None and not each.is_clock_alone:
            above = each.reading
        elif each.at and each.at.date() == today and above and above.wall and (index <= last or each.at == until):
            wall = datetime.combine(above.wall.date(), each.at.time())
            if each.reading is not None and above.wall <= wall and wall.date() != today:
                yield each, _carried(each.reading._replace(wall=wall, confidence=above.confidence))


def _last_above_today(picture: Picture, other: Picture) -> int:
    """Return the index of the last message of a picture that another one shows above its own day, written out."""
    dated = next((i for i, each in enumerate(other.said) if _writes_out(each, other.captured)), 0)
    above = {each.event_id for each in other.said[:dated]}
    return max((i for i, each in enumerate(picture.said) if each.event_id in above), default=-1)


def _writes_out(each: Said, day: date | None) -> bool:
    return (
        each.reading is not None
        and each.at is not None
        and each.at.date() == day
        and _NAMES_DAY.search(each.reading.words) is not None
    )


def _is_other_day(at: datetime, better: ClockReading) -> bool:
    """Tell whether a reading is of the same minute of another day."""
    wall = better.wall
    exact = better.precision in (Precision.MINUTE, Precision.SECOND)
    return exact and wall is not None and wall.date() != at.date() and (wall.hour, wall.minute) == (at.hour, at.minute)


def _carried(reading: ClockReading) -> ClockReading:
    return reading._replace(confidence=max(0, reading.confidence - LESS_SURE), origin=CARRIED_OVER)


__all__ = ["LESS_SURE", "TwoDays", "days_told", "with_both"]
