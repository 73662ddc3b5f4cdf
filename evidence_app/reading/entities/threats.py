"""Threats and announcements of legal action, for finding C6: the whole sentence. Pure."""

import re
from functools import lru_cache

from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import Flat, flat_text
from evidence_app.reading.entities.found import Found, Known
from evidence_app.reading.entities.sentences import sentences
from evidence_app.reading.entities.third_parties import OF_COMPLAINANT, tells_of_contact, without_contact
from evidence_app.reading.entities.words import either
from evidence_app.reading.passages import Speaker


def find_threats(flat: Flat, known: Known) -> list[Found]:
    """Return what the other side threatens with or announces; what others tell of its threats is none."""
    if known.speaker in (Speaker.COMPLAINANT, Speaker.SOMEBODY):
        return []
    sure = known.speaker is Speaker.INSTITUTION
    return [
        Found(SuggestionKind.THREAT, each.text, each.start, each.end, 0.85 if sure else 0.6)
        for each in sentences(flat)
        if is_threat(_words("reported").sub(" ", each.text)) and (sure or not OF_COMPLAINANT.search(each.text))
    ]


def is_threat(text: str) -> bool:
    """Tell whether a sentence, in simplified characters, threatens or announces legal action.

    Contact with others that has happened already is none: see `third_parties`.
    """
    if not _words("words").search(text):
        return False
    return bool(_words("words").search(_words("harmless").sub(" ", without_contact(text))))


def is_mere_notice(text: str) -> bool:
    """Tell whether words give notice of a suit, arbitration or a lawyer's letter, and threaten with nothing else."""
    said = flat_text(text)
    return bool(_words("notices").search(said)) and not is_threat(_words("notices").sub(" ", said))


def is_mere_contact(text: str) -> bool:
    """Tell whether words say that others were contacted, and threaten with nothing."""
    said = flat_text(text)
    return tells_of_contact(said) and not is_threat(said)


@lru_cache(maxsize=4)
def _words(name: str) -> re.Pattern[str]:
    return re.compile(either("threats", name), re.IGNORECASE)
