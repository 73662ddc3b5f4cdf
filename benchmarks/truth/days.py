"""Working days as governments published them, for due dates that do not rest on the product's own calendar."""

from datetime import date, timedelta

# State Council notices for 2025 (国办发明电〔2024〕12号) and 2026 (国办发明电〔2025〕7号): days off that fall on
# weekdays, and weekend days that are worked.
OFF = {
    *(date(2025, 1, 1) + timedelta(days=n) for n in range(1)),
    *(date(2025, 1, 28) + timedelta(days=n) for n in range(8)),
    *(date(2025, 4, 4) + timedelta(days=n) for n in range(3)),
    *(date(2025, 5, 1) + timedelta(days=n) for n in range(5)),
    *(date(2025, 5, 31) + timedelta(days=n) for n in range(3)),
    *(date(2025, 10, 1) + timedelta(days=n) for n in range(8)),
    *(date(2026, 1, 1) + timedelta(days=n) for n in range(3)),
    *(date(2026, 2, 15) + timedelta(days=n) for n in range(9)),
}
WORKED = {
    date(2025, 1, 26),
    date(2025, 2, 8),
    date(2025, 4, 27),
    date(2025, 9, 28),
    date(2025, 10, 11),
    date(2026, 1, 4),
    date(2026, 2, 14),
    date(2026, 2, 28),
}


def works(day: date) -> bool:
    """Tell whether a day is a working day on the mainland."""
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def after_working_days(start: date, count: int) -> date:
    """Return the last of ``count`` working days after ``start``, which does not count."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= works(day)
    return day
