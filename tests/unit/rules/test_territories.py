"""A place is a table: what its money and its telephone numbers are stands there, and in no code."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import phonenumbers
import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.workspace import Institution
from evidence_app.rules.parties import other_side_of
from evidence_app.rules.territories import _zones, currency_of, home_of, region_of, territory_of

MADE = datetime(2026, 5, 1, tzinfo=UTC)


def dispute(zone: str, amount: int | None = None, currency: str = "CNY") -> Dispute:
    kept = Dispute(id="d", created_at=MADE, title="t", type=DisputeType.OTHER, institution="i", zone_name=zone)
    return replace(kept, amount=None if amount is None else Decimal(amount), currency=currency)


def test_numbers_are_dialled_as_in_the_country_of_every_zone() -> None:
    for zone in _zones():
        assert region_of(zone) in phonenumbers.SUPPORTED_REGIONS, zone
    zones = ("Europe/London", "America/Boise", "Europe/Vienna", "Europe/Berlin", "Asia/Macau", "Asia/Tokyo", "Mars/X")
    assert [region_of(zone) for zone in zones] == ["GB", "US", "AT", "DE", "MO", "JP", "CN"]


@pytest.mark.parametrize(
    ("zone", "stated", "shown"),
    [
        ("Europe/London", "020 7946 0958", "+44 20 7946 0958"),
        ("America/New_York", "(415) 555-2671", "+14155552671"),
        ("America/New_York", "1415*", "(415) 555-2671"),
        ("Europe/Berlin", "030 901820", "0049 30 901820"),
        ("Asia/Shanghai", "138 0013 8000", "+8613800138000"),
    ],
)
def test_the_other_side_is_known_by_its_number_however_it_is_written_there(zone: str, stated: str, shown: str) -> None:
    side = other_side_of(dispute(zone), Institution(id="", dispute_id="d", numbers=(stated,)))
    assert side.has("", shown)
    assert not side.has("", "+33 1 40 20 53 17")


def test_money_is_that_of_the_place_whose_law_is_known_or_not() -> None:
    zones = ("Asia/Macau", "Asia/Singapore", "Europe/Warsaw", "Europe/Zurich")
    assert [currency_of(ZoneInfo(zone)) for zone in zones] == ["MOP", "SGD", "PLN", ""]
    assert territory_of(ZoneInfo("Asia/Macau")) is None


@pytest.mark.parametrize(
    ("zone", "amount", "currency", "home"),
    [
        ("Asia/Taipei", 3000, "CNY", "Asia/Shanghai"),
        ("Asia/Shanghai", 3000, "MOP", "Asia/Macau"),
        ("Asia/Shanghai", 3000, "GBP", "Europe/London"),
        ("Asia/Shanghai", 3000, "USD", "Asia/Shanghai"),
        ("Asia/Shanghai", 3000, "EUR", "Asia/Shanghai"),
        ("Asia/Taipei", None, "CNY", "Asia/Taipei"),
    ],
)
def test_a_dispute_is_where_its_money_is_unless_that_is_of_many_places(
    zone: str, amount: int | None, currency: str, home: str
) -> None:
    assert home_of(dispute(zone, amount, currency)).key == home
