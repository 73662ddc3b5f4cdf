"""What in a letter waits for its writer: blanks, facts that nothing shows, and what nobody asked for. Pure."""

import re
from functools import lru_cache

from evidence_app.phrases import Language, phrase


@lru_cache(maxsize=1)
def blanks() -> re.Pattern[str]:
    """Return what finds blanks and marks for the writer, in letters of all languages."""
    found = []
    for spoken in Language:
        begin, _, end = phrase("letters", "blank", spoken, what="\0").partition("\0")
        found.append(f"{re.escape(begin)}[^\n]*?{re.escape(end)}")
        marks = ("unsupported", "line.nothing_yet", "line.usual")
        found += [re.escape(phrase("letters", each, spoken)) for each in marks]
    return re.compile("|".join(found))
