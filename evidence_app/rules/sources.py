"""What the law's data was taken from: each source with the day on which it was checked and how it was read.

This is the one place that writes a source in words, so that no figure stands anywhere without its day.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evidence_app.day_words import day_words
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.rules.territories import Territory
from evidence_app.rules.words import Words


class HowRead(StrEnum):
    """How a source was consulted."""

    TEXT = "text"  # the law's own text
    SECONDARY = "secondary"  # press, law firms, guidance
    UNCONFIRMED = "unconfirmed"  # remembered or told


class Confidence(StrEnum):
    """How far a figure can be relied on."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from. ``checked`` is the day on which it was looked up, ``in_force`` None if not said.

    ``note`` is what whoever relies on it has to know of the looking up ("please check"), None for nothing.
    ``territory`` is where it is law for a rule that is asked everywhere; None where the rule itself says so.
    """

    id: str
    title: Words
    checked: date
    read: HowRead
    in_force: date | None = None
    territory: Territory | None = None
    note: Words | None = None

    def named(self, language: Language) -> str:
        """Return it as a letter names it, among others in one bracket: how far it was read is for the writer alone."""
        day = day_words(self.checked, language)
        return phrase("names", "source.named", language, title=self.title[language], day=day)

    def noted(self, language: Language) -> str:
        """Return its title with what has to be known of the looking up."""
        if self.note is None:
            return self.title[language]
        return phrase("names", "source.noted", language, title=self.title[language], note=self.note[language])


@dataclass(frozen=True, slots=True)
class Citation:
    """A source beside a figure that is from it. ``confidence`` is how far that figure can be relied on, if known."""

    source: Source
    confidence: Confidence | None = None

    def is_surer_than(self, other: "Citation") -> bool:
        """Tell whether its figure can be relied on more; one of which nothing is known counts as sure."""
        order = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH, None)
        return order.index(self.confidence) > order.index(other.confidence)

    def __getitem__(self, language: Language) -> str:
        """Return it as it stands on screen, on paper and on the command line."""
        key = "cited" if self.confidence is None else "cited_with_confidence"
        sure = name_of(self.confidence, language) if self.confidence is not None else ""
        facts = {"title": self.source.noted(language), "how": name_of(self.source.read, language)}
        facts["day"] = self.source.checked.isoformat()
        return phrase("names", f"source.{key}", language, **facts, confidence=sure)
