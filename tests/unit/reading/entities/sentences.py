"""Sentences with what stands in them, one a line in sentences/*.txt, and how well the finders do on them.

A line is ``WHERE WHO | TEXT | WHAT``. WHO is i (institution), c (complainant) or u (unknown). WHERE is optional: @HK or
@TW for whose currency and working days count, @2025-09-29T16:20 for when it was said, else 2025-02-24T10:00, a Monday.
WHAT are the entities: A:agent R:reference P:phone I:institution U:url X:redaction, ¥:amount, T for one sentence that
threatens, D:day for a promise due then and D:- for one without a day. The promised sentence stands between « and ».
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import Suggested, SuggestionKind
from evidence_app.reading.entities.finding import find
from evidence_app.reading.entities.found import Known
from evidence_app.reading.passages import Passage, Speaker, joined
from evidence_app.rules.territories import Territory

HERE = Path(__file__).parent / "sentences"
SPEAKERS = {"i": Speaker.INSTITUTION, "c": Speaker.COMPLAINANT, "u": Speaker.UNKNOWN}
LETTERS = {
    "A": SuggestionKind.AGENT_ID,
    "R": SuggestionKind.REFERENCE,
    "P": SuggestionKind.PHONE,
    "I": SuggestionKind.INSTITUTION,
    "U": SuggestionKind.URL,
    "X": SuggestionKind.REDACTION,
    "¥": SuggestionKind.AMOUNT,
    "T": SuggestionKind.THREAT,
    "D": SuggestionKind.PROMISE,
}
CURRENCIES = {Territory.of("CN"): "CNY", Territory.of("HK"): "HKD", Territory.of("TW"): "TWD"}
INSTITUTIONS = ("速融宝", "示例消费金融有限公司")
Entity = tuple[SuggestionKind, str]


@dataclass(frozen=True)
class Line:
    """One sentence and what stands in it."""

    number: int
    text: str
    known: Known
    expected: Counter[Entity]

    @property
    def passage(self) -> Passage:
        """The sentence as one line of a screen."""
        return joined([MachineLine(self.text, (0, 0, 10 * len(self.text), 20), 0.99)], self.known.speaker)

    @property
    def found(self) -> Counter[Entity]:
        """What the finders make of it."""
        return Counter(entity(each) for each in find(self.passage, self.known) if each.kind in LETTERS.values())


def entity(each: Suggested) -> Entity:
    """Return what has to be right of a suggestion."""
    if each.kind is SuggestionKind.PROMISE:
        return each.kind, f"{each.due or '-'} {each.value}"
    return each.kind, "" if each.kind is SuggestionKind.THREAT else each.value


def lines_of(name: str) -> list[Line]:
    """Return the lines of a file."""
    numbered = enumerate((HERE / name).read_text("utf-8").splitlines(), 1)
    return [_line(number, each) for number, each in numbered if each and not each.startswith("#")]


def _line(number: int, words: str) -> Line:
    who, text, what = (f"{words} |" if words.count("|") < 2 else words).split("|", 2)
    *where, speaker = who.split()
    territory = next((Territory.of(each[1:]) for each in where if each[1:].isalpha()), Territory.of("CN"))
    near = next((datetime.fromisoformat(each[1:]) for each in where if each[1].isdigit()), datetime(2025, 2, 24, 10, 0))
    known = Known(near, INSTITUTIONS, territory, CURRENCIES[territory], SPEAKERS[speaker])
    promised = re.search("«(.*)»", text)
    plain = text.strip().replace("«", "").replace("»", "")
    expected: Counter[Entity] = Counter()
    for letter, value in re.findall(r"(?:^|\s)([ARPIUX¥TD])(?::(\S+(?: [A-Z]{3})?))?(?=\s|$)", what):
        words = f"{value} {promised[1]}" if letter == "D" and promised else value
        expected[LETTERS[letter], words] += 1
    return Line(number, plain, known, expected)


@dataclass
class Score:
    """How many were found rightly, wrongly and not at all."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def asked(self) -> int:
        """How many there were to be found, or were found."""
        return self.right + self.wrong + self.missed

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def scores(lines: list[Line]) -> dict[SuggestionKind, Score]:
    """Return how the finders do, by kind."""
    result = {kind: Score() for kind in LETTERS.values()}
    for line in lines:
        found = line.found
        for (kind, _), count in (found & line.expected).items():
            result[kind].right += count
        for (kind, _), count in (found - line.expected).items():
            result[kind].wrong += count
        for (kind, _), count in (line.expected - found).items():
            result[kind].missed += count
    return result
