"""A text of the law's data in the three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidence_app.phrases import Language


@dataclass(frozen=True, slots=True)
class Words:
    """A text in the three languages."""

    zh_hans: str
    zh_hant: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return {Language.ZH_HANS: self.zh_hans, Language.ZH_HANT: self.zh_hant, Language.EN: self.en}[language]


def words_of(given: Mapping[str, str]) -> Words:
    """Return a text of the data. Raises KeyError where a language is missing."""
    return Words(given["zh-Hans"], given["zh-Hant"], given["en"])
