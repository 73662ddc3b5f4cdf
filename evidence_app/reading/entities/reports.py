"""What colleagues and family tell of the other side: that it called them, about the person. Pure.

Their words show contact with others as the other side's own do, for findings C4 and C5, once a person accepts them. The
complainant's own words do not: whoever complains of one call writes of it again and again.
"""

import re
from functools import lru_cache

from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import Flat, flat_text
from evidence_app.reading.entities.found import Found, Known
from evidence_app.reading.entities.sentences import sentences
from evidence_app.reading.entities.third_parties import tells_of_contact
from evidence_app.reading.entities.words import either, phrases
from evidence_app.reading.passages import Speaker

SURE, LIKELY = 0.7, 0.55


def find_reports(flat: Flat, known: Known) -> list[Found]:
    """Return the sentences in which somebody tells that the other side was in contact with them."""
    if known.speaker is Speaker.COMPLAINANT:
        return []
    confidence = SURE if known.speaker is Speaker.SOMEBODY else LIKELY
    return [
        Found(SuggestionKind.THIRD_PARTY, each.text, each.start, each.end, confidence)
        for each in sentences(flat)
        if reports_contact(each.text) and not tells_of_contact(each.text)
    ]


def reports_contact(text: str) -> bool:
    """Tell whether a sentence, in simplified characters, reports that the other side was in contact with who says it.

    What is asked, denied or feared is no report.
    """
    return _contact_in(text) is not None


def reports_debt(text: str) -> bool:
    """Tell whether words report that the debt was told: what the caller is, a loan company, tells nobody anything."""
    said = flat_text(text)
    found = _contact_in(said)
    return found is not None and bool(_words("debt").search(said, found.end()))


def _contact_in(text: str) -> re.Match[str] | None:
    """Return where a sentence says it, None where it does not."""
    if _ASKED.search(text):
        return None
    if english := _words("english").search(text):
        return english if _words("english_about").search(text) else None
    found = _told().search(text) or _contact().search(text)
    if found is None or _words("not_so").search(text, 0, found.end()):
        return None
    is_called = _words("callers").search(text) and _at_work().search(found[0])
    return found if is_called or found.re is _told() or _words("about").search(text) else None


_ASKED = re.compile(r"(?:\?|[吗么嘛])[!?。\s]*$")


@lru_cache(maxsize=1)
def _contact() -> re.Pattern[str]:
    mine, places = phrases("reports", "said")["mine"], either("reports", "places")
    return re.compile(
        either("reports", "contact").replace("{mine}", f"{mine}(?:{places})?").replace("{places}", places)
    )


@lru_cache(maxsize=1)
def _at_work() -> re.Pattern[str]:
    return re.compile(phrases("reports", "said")["mine"] + either("reports", "of_places"))


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    return re.compile(rf"{either('reports', 'tellers')}[^,;。]{{0,6}}?{phrases('reports', 'said')['told']}")


@lru_cache(maxsize=8)
def _words(name: str) -> re.Pattern[str]:
    return re.compile(either("reports", name), re.IGNORECASE)
