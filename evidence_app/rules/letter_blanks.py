"""What in a letter waits for its writer: blanks, and facts that nothing shows. Pure."""

import re
from functools import lru_cache

from evidence_app.phrases import Language, phrase


@lru_cache(maxsize=1)
def blanks() -> re.Pattern[str]:
    """Return what finds blanks and marks of facts without evidence, in letters of all languages."""
    found = []
    for spoken in Language:
        begin, _, end = phrase("letters", "blank", spoken, what="\0").partition("\0")
        found.append(f"{re.escape(begin)}[^\n]*?{re.escape(end)}")
        found.append(re.escape(phrase("letters", "unsupported", spoken)))
        found.append(re.escape(phrase("letters", "line.nothing_yet", spoken)))
    return re.compile("|".join(found))
